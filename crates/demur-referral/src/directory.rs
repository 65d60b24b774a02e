//! What is known of providers, whatever format it came from.

use jiff::civil::Date;

use crate::hours::Hours;
use crate::origin::Origin;
use crate::position::Position;

/// Providers to whom customers can be sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Directory {
    /// In the order in which they were read.
    pub providers: Vec<Provider>,
}

/// Who offers something.
#[derive(Debug, Clone, PartialEq)]
pub struct Provider {
    /// Its identifier in the source; its folded name where the source has none.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How to reach it where a service says nothing else.
    pub contact: Contact,
    /// What it offers.
    pub services: Vec<Service>,
}

/// Something that a provider offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Its identifier in the source; may be empty.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names.
    pub other_names: Vec<String>,
    /// What it is; may be empty.
    pub description: String,
    /// Its classifications.
    pub terms: Vec<Term>,
    /// Whether it is offered now.
    pub status: Status,
    /// How to reach it.
    pub contact: Contact,
    /// In which languages; none when nobody wrote that down.
    pub languages: Vec<Language>,
    /// Where it comes to, or for whom it is; none when nobody wrote that down.
    pub areas: Vec<Area>,
    /// Whether it has room.
    pub capacity: Option<Capacity>,
    /// The day on which somebody last checked the entry.
    pub checked: Option<Date>,
    /// Who is too young: the least age that is served.
    pub youngest: Option<i64>,
    /// Who is too old: the greatest age that is served.
    pub oldest: Option<i64>,
    /// Who must not be sent there.
    pub not_for: Vec<NotFor>,
    /// Where it can be had; none when nobody wrote that down.
    pub places: Vec<Place>,
    /// It is made up, to show how a directory looks.
    pub fictional: bool,
    /// It only tells where such services are listed.
    pub register: bool,
    /// Where the entry stands.
    pub origin: Origin,
}

/// A classification of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its code; may be empty.
    pub code: String,
    /// Its name; may be empty.
    pub name: String,
}

/// Whether a service is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is.
    Active,
    /// Not now.
    Paused,
    /// No more.
    Ended,
}

/// Public ways to reach somebody; each may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// A telephone number.
    pub phone: String,
    /// An electronic mail address.
    pub email: String,
    /// A web address.
    pub url: String,
}

/// A language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// ISO 639 code where it is known, else the name as it was written, in small letters.
    pub code: String,
}

/// Where a service reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// As people call it; may be empty.
    pub name: String,
    /// A circle, with its radius in kilometres.
    pub circle: Option<(Position, f64)>,
}

/// Whether a service has room.
#[derive(Debug, Clone, PartialEq)]
pub struct Capacity {
    /// Whether it had.
    pub room: Room,
    /// The day on which that was confirmed.
    pub confirmed: Option<Date>,
}

/// Whether there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// There is.
    Free,
    /// Only after a wait.
    Waiting,
    /// There is none.
    Full,
}

/// Who must not be sent there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFor {
    /// A condition of the rule language over the facts of a situation.
    pub condition: String,
    /// Where it stands.
    pub origin: Origin,
}

/// Where a service can be had.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its name; may be empty.
    pub name: String,
    /// Street and number; may be empty.
    pub street: String,
    /// The town; may be empty.
    pub town: String,
    /// Where it lies.
    pub position: Option<Position>,
    /// Online or by telephone: it is as near to everybody.
    pub remote: bool,
    /// How to reach it.
    pub contact: Contact,
    /// Languages spoken there besides those of the service.
    pub languages: Vec<Language>,
    /// What was done for people with disabilities, in free words.
    pub accessibility: Vec<String>,
    /// When the service can be had there; none when nobody wrote that down.
    pub hours: Vec<Hours>,
    /// Where it stands.
    pub origin: Origin,
}

impl Contact {
    /// This, with what is missing taken from `other`.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let first = |own: &String, other: &String| if own.is_empty() { other } else { own }.clone();
        Self {
            phone: first(&self.phone, &other.phone),
            email: first(&self.email, &other.email),
            url: first(&self.url, &other.url),
        }
    }
}

impl Service {
    /// The day on which somebody last looked whether it can take people.
    #[must_use]
    pub fn confirmed(&self) -> Option<Date> {
        let capacity = self.capacity.as_ref().and_then(|each| each.confirmed);
        capacity.max(self.checked)
    }
}

/// Languages by their names in English, in Polish and by code; longer codes than two
/// letters are those of ISO 639-3.
const LANGUAGES: [(&str, &[&str]); 18] = [
    ("pl", &["polish", "polski", "pol"]),
    ("en", &["english", "angielski", "eng"]),
    ("uk", &["ukrainian", "ukrainski", "ukr"]),
    ("de", &["german", "niemiecki", "deu", "ger"]),
    ("ru", &["russian", "rosyjski", "rus"]),
    ("be", &["belarusian", "bialoruski", "bel"]),
    ("lt", &["lithuanian", "litewski", "lit"]),
    ("cs", &["czech", "czeski", "ces", "cze"]),
    ("sk", &["slovak", "slowacki", "slk", "slo"]),
    ("fr", &["french", "francuski", "fra", "fre"]),
    ("es", &["spanish", "hiszpanski", "spa"]),
    ("it", &["italian", "wloski", "ita"]),
    ("ro", &["romanian", "rumunski", "ron", "rum"]),
    ("ka", &["georgian", "gruzinski", "kat", "geo"]),
    ("vi", &["vietnamese", "wietnamski", "vie"]),
    ("ar", &["arabic", "arabski", "ara"]),
    ("tr", &["turkish", "turecki", "tur"]),
    (
        "pso",
        &["polish sign language", "polski jezyk migowy", "pjm"],
    ),
];

impl Language {
    /// The language with this code, tag or name.
    #[must_use]
    pub fn named(text: &str) -> Self {
        let folded = crate::words::folded(text.trim());
        let main = folded.split(['-', '_']).next().unwrap_or_default();
        let known = LANGUAGES.iter().find(|(code, names)| {
            *code == main || names.contains(&folded.as_str()) || names.contains(&main)
        });
        let code = known.map_or(folded.as_str(), |(code, _)| *code);
        Self {
            code: code.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_one_code() {
        for name in ["uk", "uk-UA", "UKR", "ukraiński", "Ukrainian"] {
            assert_eq!(Language::named(name).code, "uk");
        }
        assert_eq!(Language::named("Kashubian").code, "kashubian");
    }
}
