//! What may be happening: the tiles of the first page, read from `counter.toml`.

use std::sync::LazyLock;

use demur_app::lawbook::{Answer, Domain, FactId, Lawbook};
use demur_app::syntax::tree::Lang;
use serde::Deserialize;

const TEXT: &str = include_str!("../../../counter.toml");

/// In the order in which they stand on the page.
pub(super) const GROUNDS: [&str; 4] = ["ethics", "inability", "interest", "none"];

#[derive(Deserialize)]
struct File {
    opening: Vec<Opening>,
}

/// A situation to begin with.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Opening {
    /// Its name in forms.
    pub(crate) id: String,
    /// Under which of the grounds it stands.
    pub(crate) ground: String,
    /// What is known then, as `fact=value`.
    known: Vec<String>,
    /// Why staff would then refuse, as far as it is plain.
    #[serde(default)]
    reasons: Vec<String>,
    /// The profiles that meet it; all of them when there is none.
    #[serde(default)]
    trades: Vec<String>,
    pl: Said,
    en: Said,
}

/// How people say it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Said {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) words: String,
}

static OPENINGS: LazyLock<Vec<Opening>> = LazyLock::new(|| {
    // A test reads every entry; a broken file would leave the counter without tiles.
    toml::from_str::<File>(TEXT)
        .map(|file| file.opening)
        .unwrap_or_default()
});

/// Those that a business of this profile meets.
pub(super) fn of_trade(profile: &str) -> impl Iterator<Item = &'static Opening> {
    OPENINGS.iter().filter(move |opening| {
        opening.trades.is_empty() || opening.trades.iter().any(|trade| trade == profile)
    })
}

/// The one with this name.
pub(super) fn named(id: &str) -> Option<&'static Opening> {
    OPENINGS.iter().find(|opening| opening.id == id)
}

impl Opening {
    pub(super) fn said(&self, lang: Lang) -> &Said {
        match lang {
            Lang::Pl => &self.pl,
            Lang::En => &self.en,
        }
    }

    /// Whether a reason is ticked beforehand where staff are asked for theirs.
    pub(super) fn suggests(&self, reason: &str) -> bool {
        self.reasons.iter().any(|own| own == reason)
    }

    /// Whether every word that somebody typed begins a word of it, in either language.
    pub(super) fn answers_to(&self, sought: &str) -> bool {
        let said = [&self.pl, &self.en];
        let texts = said.map(|said| format!("{} {} {}", said.title, said.text, said.words));
        let all = plain(&texts.join(" "));
        let have: Vec<&str> = all.split(|c: char| !c.is_alphanumeric()).collect();
        let sought = plain(sought);
        let mut wanted = sought.split_whitespace();
        wanted.all(|word| have.iter().any(|have| have.starts_with(word)))
    }

    /// What is known, as the lawbook has it; what it does not know is left to be asked.
    pub(super) fn known(&self, lawbook: &Lawbook) -> Vec<(FactId, Answer)> {
        let pairs = self.known.iter().filter_map(|known| known.split_once('='));
        pairs
            .filter_map(|(name, value)| known(lawbook, name, value))
            .collect()
    }
}

fn known(lawbook: &Lawbook, name: &str, value: &str) -> Option<(FactId, Answer)> {
    let id = lawbook.fact_named(name)?;
    let fact = &lawbook.facts[id];
    let answer = match &fact.domain {
        Domain::Bool => Answer::Bool(value == "yes"),
        Domain::OneOf(_) => Answer::OneOf(vec![fact.value_named(value)?]),
        Domain::Int { .. } => {
            let (low, high) = value.split_once("..")?;
            let (low, high) = (low.parse().ok()?, high.parse().ok()?);
            Answer::Int { low, high }
        }
        Domain::SomeOf(_) => return None,
    };
    Some((id, answer))
}

/// Without capitals and accents, so that people can type as they are used to.
fn plain(text: &str) -> String {
    let letters = text.to_lowercase();
    let letters = letters.chars().map(|letter| match letter {
        'ą' => 'a',
        'ć' => 'c',
        'ę' => 'e',
        'ł' => 'l',
        'ń' => 'n',
        'ó' | 'ö' => 'o',
        'ś' => 's',
        'ź' | 'ż' => 'z',
        'ä' => 'a',
        'ü' => 'u',
        other => other,
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_opening_is_known_to_the_law() {
        let file: File = toml::from_str(TEXT).unwrap_or_else(|error| unreachable!("{error}"));
        let library = demur_app::library::load(None, None).ok();
        let library = library.as_ref().map(|library| &library.lawbook);
        for opening in &file.opening {
            assert!(GROUNDS.contains(&opening.ground.as_str()), "{}", opening.id);
            let known = library.map(|lawbook| opening.known(lawbook).len());
            assert_eq!(known, Some(opening.known.len()), "{}", opening.id);
            for reason in &opening.reasons {
                let reasons =
                    library.and_then(|lawbook| lawbook.reasons.map(|fact| &lawbook.facts[fact]));
                assert!(
                    reasons.is_some_and(|fact| fact.value_named(reason).is_some()),
                    "{reason}"
                );
            }
            for trade in &opening.trades {
                let profile = library.and_then(|lawbook| lawbook.profile_named(trade));
                assert!(profile.is_some(), "{trade}");
            }
        }
    }

    #[test]
    fn people_find_what_they_type_without_accents() {
        let found = |sought: &str| -> Vec<&str> {
            let found = OPENINGS.iter().filter(|opening| opening.answers_to(sought));
            found.map(|opening| opening.id.as_str()).collect()
        };
        assert_eq!(found("nietrzezwy"), ["intoxicated"]);
        assert_eq!(found("grozi"), ["threats"]);
        assert!(found("xyz").is_empty());
    }
}
