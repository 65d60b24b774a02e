//! Syllables, counted by spelling.

use crate::Lang;

/// Syllables of a word, at least one.
#[must_use]
pub fn syllables(word: &str, lang: Lang) -> usize {
    let word = word.to_lowercase();
    let count = match lang {
        Lang::Pl => polish(&word),
        Lang::En => english(&word),
        Lang::De => german(&word),
    };
    count.max(1)
}

/// `i` before a vowel only softens; `au` and `eu` are one sound.
fn polish(word: &str) -> usize {
    let vowel = |c: char| "aąeęioóuy".contains(c);
    let letters: Vec<char> = word.chars().collect();
    let mut count = 0;
    let mut previous = ' ';
    for (at, letter) in letters.iter().copied().enumerate() {
        let softens = letter == 'i' && letters.get(at + 1).copied().is_some_and(vowel);
        let glides = letter == 'u' && matches!(previous, 'a' | 'e');
        if vowel(letter) && !softens && !glides {
            count += 1;
        }
        previous = letter;
    }
    count
}

/// Groups of vowels, but for an initial `y` and silent endings.
fn english(word: &str) -> usize {
    let word: String = word.chars().filter(|c| c.is_ascii_alphabetic()).collect();
    if word.len() <= 3 {
        return 1;
    }
    let word = without_silent_ending(word.strip_prefix('y').unwrap_or(&word));
    let vowels: Vec<bool> = word.chars().map(|c| "aeiouy".contains(c)).collect();
    let starts = vowels.iter().enumerate().filter(|(at, vowel)| {
        let before = at.checked_sub(1).and_then(|before| vowels.get(before));
        **vowel && before != Some(&true)
    });
    starts.count()
}

fn without_silent_ending(word: &str) -> &str {
    let sounded = |rest: &str, ends: &[&str]| ends.iter().any(|end| rest.ends_with(end));
    if let Some(rest) = word.strip_suffix("es")
        && !sounded(rest, &["s", "x", "z", "ch", "sh", "c", "g", "l"])
    {
        return rest;
    }
    if let Some(rest) = word.strip_suffix("ed")
        && !sounded(rest, &["t", "d", "l"])
    {
        return rest;
    }
    match word.strip_suffix('e') {
        Some(rest) if !sounded(rest, &["l", "e"]) => rest,
        _ => word,
    }
}

/// Each vowel, but for pairs that are one sound.
fn german(word: &str) -> usize {
    const PAIRS: [&str; 9] = ["ei", "ai", "au", "äu", "eu", "ie", "aa", "ee", "oo"];
    let letters: Vec<char> = word.chars().collect();
    let mut count = 0;
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let pair: String = letters.iter().skip(at).take(2).collect();
        if PAIRS.contains(&pair.as_str()) {
            count += 1;
            at += 2;
            continue;
        }
        count += usize::from("aäeioöuüyé".contains(*letter));
        at += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(lang: Lang, counted: &[(&str, usize)]) {
        for (word, count) in counted {
            assert_eq!(syllables(word, lang), *count, "{word}");
        }
    }

    #[test]
    fn polish_words_counted_by_hand() {
        all(
            Lang::Pl,
            &[
                ("nie", 1),
                ("zlecenia", 3),
                ("przyjmiemy", 3),
                ("miejsc", 1),
                ("auto", 2),
                ("Europa", 3),
                ("odwołanie", 4),
                ("niezwłocznie", 3),
                ("pieniądze", 3),
                ("w", 1),
                ("niepełnosprawność", 5),
                ("wizyta", 3),
                ("żółć", 1),
            ],
        );
    }

    #[test]
    fn english_words_counted_by_hand() {
        all(
            Lang::En,
            &[
                ("the", 1),
                ("because", 2),
                ("cannot", 2),
                ("table", 2),
                ("decline", 2),
                ("refused", 2),
                ("wanted", 2),
                ("years", 1),
                ("places", 2),
                ("handled", 2),
                ("appointment", 3),
                ("possible", 3),
                ("agree", 2),
            ],
        );
    }

    #[test]
    fn german_words_counted_by_hand() {
        all(
            Lang::De,
            &[
                ("leider", 2),
                ("Überprüfung", 4),
                ("Häuser", 2),
                ("Termin", 2),
                ("sieben", 2),
                ("nicht", 1),
                ("Entscheidung", 3),
                ("See", 1),
            ],
        );
    }
}
