//! The user's words and lists of names, as messages show them.

/// Longest piece of the user's text in a message, in characters.
const MAX_SHOWN: usize = 60;

/// Longest list of names in a message.
const MAX_LISTED: usize = 12;

/// Longest word for which a near name is looked for, in bytes: the search takes
/// time with the square of it.
const MAX_MISSPELT: usize = 80;

/// The user's text on one line in backticks, shortened when it is long.
pub(super) fn quoted(text: &str) -> String {
    if text.is_empty() {
        return "an empty text".to_owned();
    }
    let printable = |letter: char| if letter.is_control() { ' ' } else { letter };
    let shown: String = text.chars().take(MAX_SHOWN).map(printable).collect();
    let more = if text.chars().nth(MAX_SHOWN).is_some() {
        "…"
    } else {
        ""
    };
    format!("`{shown}{more}`")
}

/// `a`, `b` or `c`.
pub(super) fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    listed(names, "or")
}

/// `a`, `b` and `c`.
pub(super) fn all_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    listed(names, "and")
}

fn listed<'a>(names: impl IntoIterator<Item = &'a str>, join: &str) -> String {
    let mut shown: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let more = shown.len().saturating_sub(MAX_LISTED);
    shown.truncate(MAX_LISTED);
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    match shown.pop() {
        Some(last) if shown.is_empty() => last,
        Some(last) => format!("{} {join} {last}", shown.join(", ")),
        None => String::new(),
    }
}

/// The name that was probably meant.
pub(super) fn near<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > MAX_MISSPELT {
        return None;
    }
    let names: Vec<&str> = names.into_iter().collect();
    let same = names.iter().find(|name| name.eq_ignore_ascii_case(word));
    same.copied()
        .or_else(|| demur_syntax::nearest(word, names.iter().copied()))
}
