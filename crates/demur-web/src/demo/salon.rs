//! What is made up: read from `demo/salon.toml`, from the examples and from their policy and
//! providers, all of them built into the program.

use std::collections::BTreeMap;

use demur_app::syntax::tree::Lang;
use serde::Deserialize;

use super::DemoError;

const TEXT: &str = include_str!("../../demo/salon.toml");

/// Situations to begin with, by name.
const SITUATIONS: [(&str, &str); 6] = [
    ("gabinet", include_str!("../../../../examples/gabinet.yaml")),
    (
        "gabinet-warned",
        include_str!("../../../../examples/gabinet-warned.yaml"),
    ),
    (
        "gabinet-origin",
        include_str!("../../../../examples/gabinet-origin.yaml"),
    ),
    (
        "nieprzytomny",
        include_str!("../../../../examples/nieprzytomny.yaml"),
    ),
    (
        "polowa-faktow",
        include_str!("../../../../examples/polowa-faktow.yaml"),
    ),
    (
        "stopa-cukrzycowa",
        include_str!("../../../../examples/stopa-cukrzycowa.yaml"),
    ),
];

/// The house policy.
pub(super) const POLICY: [(&str, &str); 3] = [
    (
        "facts.md",
        include_str!("../../../../examples/policy/facts.md"),
    ),
    (
        "pack.md",
        include_str!("../../../../examples/policy/pack.md"),
    ),
    (
        "rules.md",
        include_str!("../../../../examples/policy/rules.md"),
    ),
];

/// Who else can help.
pub(super) const PROVIDERS: [(&str, &str); 2] = [
    (
        "podologia.csv",
        include_str!("../../../../examples/providers/podologia.csv"),
    ),
    (
        "rejestry.csv",
        include_str!("../../../../examples/providers/rejestry.csv"),
    ),
];

/// The salon.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Salon {
    pub(super) firm: FirmMade,
    pub(super) people: Vec<PersonMade>,
    pub(super) cases: Vec<CaseMade>,
}

/// The firm, in both languages where it is text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FirmMade {
    pub(super) name: String,
    pub(super) site_code: String,
    pub(super) site: Said,
    pub(super) address: String,
    pub(super) contact: String,
    pub(super) complaint_contact: String,
    /// Values that every notice of the firm has, by the names of its places.
    pub(super) notice: BTreeMap<String, Said>,
}

/// Somebody who works there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonMade {
    pub(super) login: Said,
    pub(super) roles: Vec<String>,
}

/// A case file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseMade {
    /// So many days ago.
    pub(super) days: i64,
    /// What the clock showed.
    pub(super) time: String,
    /// Name of the situation to begin with.
    situation: String,
    /// Facts that are added, as in a situation.
    #[serde(default)]
    facts: Vec<String>,
    /// What the situation has to be judged as; the data are wrong when it is not.
    pub(super) verdict: String,
    /// Position in the list of people.
    pub(super) by: usize,
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
    /// What happened.
    pub(super) happened: Option<Said>,
    pub(super) choice: Option<String>,
    /// Why, in the words of whoever decided.
    pub(super) words: Option<Said>,
    pub(super) notice: Option<NoticeMade>,
}

/// What the customer was told.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoticeMade {
    pub(super) channel: String,
    /// Values of its own, by the names of its places.
    #[serde(default)]
    pub(super) values: BTreeMap<String, Said>,
}

/// A text in both languages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    pl: String,
    en: String,
}

impl Said {
    pub(super) fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Pl => &self.pl,
            Lang::En => &self.en,
        }
    }
}

impl Salon {
    pub(super) fn read() -> Result<Self, DemoError> {
        toml::from_str(TEXT).map_err(|error| DemoError::Broken(error.to_string()))
    }
}

impl CaseMade {
    /// The situation as a file would have it, without its day.
    pub(super) fn situation(&self) -> String {
        let found = SITUATIONS.iter().find(|(name, _)| *name == self.situation);
        let text = found.map_or("", |(_, text)| *text);
        let mut lines: Vec<String> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with("at:")) {
            lines.push(line.to_owned());
            if line == "facts:" {
                lines.extend(self.facts.iter().map(|fact| format!("  {fact}")));
            }
        }
        lines.join("\n")
    }
}
