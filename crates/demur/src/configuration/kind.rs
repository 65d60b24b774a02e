//! What a setting may be, and whether a text is that.

use std::time::Duration;

/// What a setting may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Any text.
    Text,
    /// A text that nobody sees: from the environment or a file of its own only.
    Secret,
    /// A file or folder.
    Path,
    /// A database: the URL of a server, or a file.
    Place,
    /// `host:port`, or a port.
    Address,
    /// Yes or no.
    Switch,
    /// A port.
    Port,
    /// A span of time.
    Span,
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// What a value has to be: the key of a sentence, and the words that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Needed {
    /// Key of the sentence.
    pub(crate) key: &'static str,
    /// The words of which it is one.
    pub(crate) words: &'static [&'static str],
}

impl Kind {
    /// Says what is needed when a text is not it.
    pub(crate) fn check(self, text: &str) -> Result<(), Needed> {
        let needed = |key| Needed { key, words: &[] };
        let (fine, needed) = match self {
            Self::Text | Self::Secret | Self::Path | Self::Place | Self::Address => {
                (!text.is_empty(), needed("config-need-text"))
            }
            Self::Switch => (
                matches!(text, "true" | "false"),
                needed("config-need-switch"),
            ),
            Self::Port => {
                let port = text.parse::<u16>().is_ok_and(|port| port > 0);
                (port, needed("config-need-port"))
            }
            Self::Span => (span(text).is_some(), needed("config-need-span")),
            Self::Choice(words) => {
                let needed = Needed {
                    key: "config-need-choice",
                    words,
                };
                (words.contains(&text), needed)
            }
        };
        if fine { Ok(()) } else { Err(needed) }
    }
}

/// `90s`, `30m`, `12h` or `2d`; nothing else, and never nothing.
pub(super) fn span(text: &str) -> Option<Duration> {
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let seconds = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => return None,
    };
    let number: u64 = digits.parse().ok().filter(|number| *number > 0)?;
    number.checked_mul(seconds).map(Duration::from_secs)
}

/// Whether the URL of a server has a password in it.
pub(crate) fn has_password(place: &str) -> bool {
    without_password(place) != place
}

/// The URL of a server with dots in place of its password.
pub(crate) fn without_password(place: &str) -> String {
    let Some((scheme, rest)) = place.split_once("://") else {
        return place.to_owned();
    };
    let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
    let hidden = match address.rsplit_once('@') {
        Some((who, at)) => match who.split_once(':') {
            Some((name, _)) => format!("{name}:…@{at}"),
            None => address.to_owned(),
        },
        None => address.to_owned(),
    };
    let parts = query.split('&').map(|part| match part.split_once('=') {
        Some(("password", _)) => "password=…",
        _ => part,
    });
    let query = parts.collect::<Vec<_>>().join("&");
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{scheme}://{hidden}{mark}{query}")
}
