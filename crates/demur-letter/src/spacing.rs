//! Spaces at which a line must not end.
//!
//! A space becomes a no-break space, and nothing else ever changes: Polish one-letter words stay
//! with the next word, a number with what it counts, an abbreviation with what it shortens.

use crate::input::Lang;
use crate::units;

const BOUND: char = '\u{A0}';

/// The text, with no-break spaces where its language wants them.
pub(crate) fn bind(text: &str, lang: Lang) -> String {
    let mut bound = String::with_capacity(text.len() + 16);
    let mut before = "";
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            let keep = !before.is_empty() && !word.is_empty() && belong(before, word, lang);
            bound.push(if keep { BOUND } else { ' ' });
        }
        bound.push_str(word);
        before = last(word);
    }
    bound
}

/// What stands directly before the next space: words may be joined by other white space.
fn last(word: &str) -> &str {
    word.rsplit(char::is_whitespace).next().unwrap_or(word)
}

fn belong(before: &str, after: &str, lang: Lang) -> bool {
    let before = before.trim_start_matches(|sign| "(„\"'«»[–-/".contains(sign));
    let after = after.split(char::is_whitespace).next().unwrap_or(after);
    let name = after.trim_end_matches(|sign| ".,;:!?)”“\"'»]".contains(sign));
    (lang == Lang::Pl && is_short_word(before))
        || counts(before, name, lang)
        || (is_group(before) && is_group(name))
        || shortens(before, after, lang)
        || (is_initial(before) && is_initial(after))
}

/// The one-letter words of Polish: a, i, o, u, w, z.
fn is_short_word(word: &str) -> bool {
    let mut letters = word.chars();
    matches!((letters.next(), letters.next()), (Some(letter), None) if "aiouwzAIOUWZ".contains(letter))
}

/// "50 zł", "6 grudnia", "6. Dezember", "2026 r."
fn counts(number: &str, name: &str, lang: Lang) -> bool {
    let digits = number.strip_suffix('.').unwrap_or(number);
    let is_number = digits.ends_with(|last: char| last.is_ascii_digit());
    is_number && units::follows_number(name, lang)
}

/// Part of a number or a telephone number: "555", "01".
fn is_group(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
        || word.strip_prefix('+').is_some_and(is_group)
}

/// "ul. Lipowa", "art. 135", "§ 5"
fn shortens(short: &str, after: &str, lang: Lang) -> bool {
    let starts_with_digit = after.starts_with(|first: char| first.is_ascii_digit());
    units::precedes_name(short, lang) || (starts_with_digit && units::precedes_number(short, lang))
}

/// "z." and "B."
fn is_initial(word: &str) -> bool {
    let mut letters = word.trim_end_matches([',', ')']).chars();
    matches!(
        (letters.next(), letters.next(), letters.next()),
        (Some(letter), Some('.'), None) if letter.is_alphabetic()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, lang: Lang) -> String {
        bind(text, lang).replace(BOUND, "~")
    }

    #[test]
    fn polish_short_words_stay_with_the_next() {
        assert_eq!(
            shown(
                "Prosimy o list i o czas, a w razie pytań (z rana) do nas.",
                Lang::Pl
            ),
            "Prosimy o~list i~o~czas, a~w~razie pytań (z~rana) do nas."
        );
    }

    #[test]
    fn numbers_stay_with_what_they_count() {
        assert_eq!(
            shown(
                "do 6 grudnia 2026 r. 50 zł, 12,5 kg i 22 555 01 00",
                Lang::Pl
            ),
            "do~6~grudnia 2026~r. 50~zł, 12,5~kg i~22~555~01~00"
        );
        assert_eq!(
            shown("bis 6. Dezember 2026 sind 1 200 € fällig", Lang::De),
            "bis~6.~Dezember 2026 sind 1~200~€ fällig"
        );
        assert_eq!(
            shown("by 6 December 2026, 5 kg", Lang::En),
            "by 6~December 2026, 5~kg"
        );
    }

    #[test]
    fn abbreviations_stay_with_what_they_shorten() {
        assert_eq!(
            shown("ul. Lipowa 4, art. 135, pkt 5, § 2 ust. 1", Lang::Pl),
            "ul.~Lipowa 4, art.~135, pkt~5, §~2 ust.~1"
        );
        assert_eq!(
            shown("z. B. Nr. 5, § 5 Abs. 2", Lang::De),
            "z.~B. Nr.~5, §~5 Abs.~2"
        );
        assert_eq!(
            shown("see No. 5 and Mr Fox", Lang::En),
            "see No.~5 and Mr~Fox"
        );
    }

    #[test]
    fn english_keeps_its_one_letter_words_free() {
        assert_eq!(shown("a list I wrote", Lang::En), "a list I wrote");
    }

    proptest! {
        #[test]
        fn only_spaces_change(text in "([aiouwz0-9§.,(~# \n]|zł|r\\.|kg|ul\\.){0,40}") {
            for lang in [Lang::Pl, Lang::En, Lang::De] {
                let bound = bind(&text, lang);
                prop_assert_eq!(bound.replace(BOUND, " "), text.clone());
                prop_assert_eq!(bind(&bound, lang), bound);
            }
        }
    }
}
