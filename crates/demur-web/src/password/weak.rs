//! Passwords that everybody would guess. There are no rules of which characters they consist:
//! those make passwords hard to remember and no harder to guess.

/// Fewest and most characters.
const SHORTEST: usize = 12;
const LONGEST: usize = 256;
/// What has to be left when the words that everybody knows about the firm are taken away.
const LEFT: usize = 8;
const COMMONEST: &str = include_str!("commonest.txt");
/// Neighbours on keyboards and in the alphabet; a password that only walks along them is none.
const WALKS: [&str; 6] = [
    "01234567890123456789012345678901234567890",
    "98765432109876543210987654321098765432109",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
    "qazwsxedcrfvtgbyhnujmikolpqazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p1q2w3e4r5t6y7u8i9o0p",
];

/// Why a password will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weak {
    /// Fewer characters than [`SHORTEST`].
    Short,
    /// More than [`LONGEST`].
    Long,
    /// One of those that are tried first.
    Common,
    /// Little more than the login or the firm's name.
    Yours,
}

impl Weak {
    /// The key of the sentence that says so.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Short => "password-short",
            Self::Long => "password-long",
            Self::Common => "password-common",
            Self::Yours => "password-yours",
        }
    }
}

/// Why this password will not do for this login in this firm, if it will not.
pub(crate) fn weakness(password: &str, login: &str, firm: &str) -> Option<Weak> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some(Weak::Short);
    }
    if length > LONGEST {
        return Some(Weak::Long);
    }
    let plain = password.to_lowercase();
    if is_common(&plain) {
        return Some(Weak::Common);
    }
    is_theirs(&plain, login, firm).then_some(Weak::Yours)
}

fn is_common(plain: &str) -> bool {
    let letters: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
    let stem = letters.trim_matches(|c: char| c.is_ascii_digit());
    let mut words = COMMONEST.lines().filter(|line| !line.is_empty());
    let known = words.any(|word| {
        letters == word
            || [letters.as_str(), stem]
                .iter()
                .any(|text| is_only(text, word))
    });
    let mut distinct: Vec<char> = letters.chars().collect();
    distinct.sort_unstable();
    distinct.dedup();
    known || distinct.len() < 4 || WALKS.iter().any(|walk| walk.contains(&letters))
}

/// The same word, once or again and again.
fn is_only(text: &str, word: &str) -> bool {
    !text.is_empty() && text.replace(word, "").is_empty()
}

fn is_theirs(plain: &str, login: &str, firm: &str) -> bool {
    let known = format!("{login} {firm} demur");
    let known = known.to_lowercase();
    let words = known.split(|c: char| !c.is_alphanumeric());
    let mut words: Vec<&str> = words.filter(|word| word.chars().count() >= 4).collect();
    // Longer words first, so that a word inside another one leaves nothing of it.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let left = words
        .iter()
        .fold(plain.to_owned(), |text, word| text.replace(word, ""));
    let counts = |c: &char| c.is_alphanumeric();
    left.len() < plain.len() && left.chars().filter(counts).count() < LEFT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_would_guess_is_turned_away() {
        let weak = |password| weakness(password, "Anna.Nowak", "Gabinet Stopa");
        assert_eq!(weak("krótkie"), Some(Weak::Short));
        let long = "x".repeat(257);
        assert_eq!(weak(&long), Some(Weak::Long));
        for common in [
            "password1234",
            "PasswordPassword!",
            "haslohaslo12",
            "123456789012",
            "qwertyuiop[]asd",
            "aaaaaaaaaaaaa",
            "Qwerty123456!",
            "1q2w3e4r5t6y",
            "zaq12wsxzaq12wsx",
        ] {
            assert_eq!(weak(common), Some(Weak::Common), "{common}");
        }
        for yours in ["AnnaNowak2026", "gabinet-stopa-1", "demur gabinet 7"] {
            assert_eq!(weak(yours), Some(Weak::Yours), "{yours}");
        }
        for fine in [
            "ogórek na drabinie",
            "correct horse battery",
            "Gabinet pod zielonym dębem",
        ] {
            assert_eq!(weak(fine), None, "{fine}");
        }
    }

    #[test]
    fn the_list_is_in_one_form() {
        for word in COMMONEST.lines() {
            let plain = word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
            assert!(plain && word.len() >= 4, "{word}");
        }
    }
}
