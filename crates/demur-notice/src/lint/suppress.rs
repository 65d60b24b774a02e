//! Findings that somebody allowed.

use std::ops::Range;

/// Words before the reason, in a comment of a file.
const MARK: &str = "demur-lint:";
const BECAUSE: [&str; 4] = ["because", "ponieważ", "bo", "weil"];

/// A finding that somebody allowed, with the reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suppression {
    /// The rule, such as `RM-T03`.
    pub rule: String,
    /// Why it is allowed. An empty reason allows nothing, and is a finding itself.
    pub reason: String,
    /// Where it stands in the text, if it stands there.
    pub place: Option<Range<usize>>,
}

impl Suppression {
    /// A finding of this rule is allowed for this reason.
    #[must_use]
    pub fn new(rule: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            rule: rule.into(),
            reason: reason.into(),
            place: None,
        }
    }

    /// Those in comment lines of a text, such as
    /// `<!-- demur-lint: allow RM-T03 because the customer asked for the words -->`, and the text
    /// without these lines but with all places as they were.
    #[must_use]
    pub fn in_text(text: &str) -> (Vec<Self>, String) {
        let mut found = Vec::new();
        let mut rest = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            let start = rest.len();
            match comment(line) {
                Some(comment) => {
                    let words = line.trim_end_matches(['\r', '\n']);
                    let mut suppressed = Self::read(comment);
                    suppressed.place = Some(start..start + words.len());
                    found.push(suppressed);
                    rest.extend(std::iter::repeat_n(' ', words.len()));
                    rest.push_str(line.get(words.len()..).unwrap_or_default());
                }
                None => rest.push_str(line),
            }
        }
        (found, rest)
    }

    /// `allow RM-T03 because …`
    fn read(words: &str) -> Self {
        let words = words.trim().strip_prefix("allow").unwrap_or(words).trim();
        let (rule, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        let rest = rest.trim();
        let mut marks = BECAUSE.iter();
        let reason = marks.find_map(|mark| {
            let reason = rest.strip_prefix(mark)?;
            (reason.is_empty() || reason.starts_with(char::is_whitespace)).then_some(reason)
        });
        Self::new(
            rule.trim_end_matches(':'),
            reason.unwrap_or_default().trim(),
        )
    }
}

/// What a comment line says to the lint.
fn comment(line: &str) -> Option<&str> {
    let line = line.trim();
    let opened = ["<!--", "//", "#", "%", ";", "/*", ""];
    let words = opened
        .iter()
        .find_map(|open| line.strip_prefix(open)?.trim_start().strip_prefix(MARK))?;
    let words = words.trim_end();
    let closed = words.strip_suffix("-->").or(words.strip_suffix("*/"));
    Some(closed.unwrap_or(words).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_read_and_blanked() {
        let text = "Ala\n<!-- demur-lint: allow RM-T03 because the court quotes it -->\nżyje\n";
        let (found, rest) = Suppression::in_text(text);
        let expected = ("RM-T03", "the court quotes it");
        assert_eq!(
            found
                .iter()
                .map(|each| (each.rule.as_str(), each.reason.as_str()))
                .collect::<Vec<_>>(),
            [expected]
        );
        assert_eq!(found[0].place, Some(4..text.find("\nżyje").unwrap()));
        assert_eq!(rest.len(), text.len());
        assert_eq!(rest.split_whitespace().collect::<Vec<_>>(), ["Ala", "żyje"]);
    }

    #[test]
    fn a_reason_needs_its_word() {
        for line in [
            "# demur-lint: allow RM-T03",
            "demur-lint: allow RM-T03 because",
            "// demur-lint: allow RM-T03 I like it",
        ] {
            let (found, _) = Suppression::in_text(line);
            assert_eq!(
                (found[0].rule.as_str(), found[0].reason.as_str()),
                ("RM-T03", ""),
                "{line}"
            );
        }
    }
}
