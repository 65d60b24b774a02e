//! What a firm says about itself: the same fields at the set-up and in the settings.

use demur_app::lawbook::Domain;
use demur_app::store::is_denied;
use unicode_normalization::UnicodeNormalization;

use crate::app::App;
use crate::field::{Input, Select, Wrongs};
use crate::firm::Firm;
use crate::frame::Frame;
use crate::posted::Fields;

/// No place whose law the library has.
const ELSEWHERE: &str = "elsewhere";
/// Longest code of a site.
const LONGEST_CODE: usize = 12;
const LONGEST: usize = 200;

/// The fields as markup.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) profile: String,
    pub(super) place: String,
    pub(super) periods: String,
    pub(super) contact: String,
    pub(super) complaint_contact: String,
    pub(super) address: String,
}

/// The fields with what is set or was typed.
pub(super) fn shown(app: &App, frame: &Frame, firm: &Firm, wrongs: &Wrongs) -> Shown {
    let place = if firm.place.is_empty() {
        ELSEWHERE
    } else {
        firm.place.as_str()
    };
    let text = |name, value: &str| {
        let input = Input::text(name, frame.t(&format!("firm-{name}")));
        input
            .hint(frame.t(&format!("firm-{name}-hint")))
            .value(value)
    };
    let select = |name, options, value: &str| {
        let select = Select::new(name, frame.t(&format!("firm-{name}")), options);
        select
            .hint(frame.t(&format!("firm-{name}-hint")))
            .value(value)
            .html(wrongs)
    };
    Shown {
        name: text("name", &firm.name)
            .autocomplete("organization")
            .html(wrongs),
        profile: select("profile", profiles(app, frame), &firm.profile),
        place: select("place", places(app, frame), place),
        periods: select("periods", periods(frame), &firm.periods),
        contact: text("contact", &firm.contact).html(wrongs),
        complaint_contact: text("complaint_contact", &firm.complaint_contact).html(wrongs),
        address: text("address", &firm.address).html(wrongs),
    }
}

/// Reads the fields; what is wrong with them is said by name. Of what they do not ask, the firm
/// keeps what it had.
pub(super) fn read(
    app: &App,
    frame: &Frame,
    fields: &Fields,
    before: Firm,
    wrongs: &mut Wrongs,
) -> Firm {
    let mut line = |name: &'static str, needed: bool| {
        let text = fields.text(name);
        if needed && text.is_empty() {
            wrongs.say(name, frame.t(&format!("firm-{name}-missing")));
        } else if text.chars().count() > LONGEST || text.chars().any(char::is_control) {
            wrongs.say(name, frame.t("field-one-line"));
        }
        text.to_owned()
    };
    let name = line("name", true);
    let complaint_contact = line("complaint_contact", true);
    let (contact, address) = (line("contact", false), line("address", false));
    let known = |options: Vec<(String, String)>, value: &str| {
        options.iter().any(|(option, _)| option == value)
    };
    let (profile, place) = (fields.text("profile"), fields.text("place"));
    if !known(profiles(app, frame), profile) {
        wrongs.say("profile", frame.t("field-choose"));
    }
    if !known(places(app, frame), place) {
        wrongs.say("place", frame.t("field-choose"));
    }
    let set = match fields.text("periods") {
        "" if place == "pl" => "pl",
        "" => "other",
        set => set,
    };
    if !known(periods(frame), set) {
        wrongs.say("periods", frame.t("field-choose"));
    }
    Firm {
        name,
        profile: profile.to_owned(),
        place: if place == ELSEWHERE {
            String::new()
        } else {
            place.to_owned()
        },
        periods: set.to_owned(),
        contact: if contact.is_empty() {
            complaint_contact.clone()
        } else {
            contact
        },
        complaint_contact,
        address,
        ..before
    }
}

/// The businesses that the lawbook knows, sorted as people look for them.
fn profiles(app: &App, frame: &Frame) -> Vec<(String, String)> {
    let library = app.desk().library();
    let all = library.lawbook.profiles.iter();
    let mut all: Vec<(String, String)> = all
        .map(|profile| {
            (
                profile.name.clone(),
                profile.label.get(frame.lang).to_owned(),
            )
        })
        .collect();
    all.sort_by_cached_key(|(_, label)| plain(label));
    all.push((String::new(), frame.t("firm-profile-other")));
    all
}

/// The places whose law the library has.
fn places(app: &App, frame: &Frame) -> Vec<(String, String)> {
    let library = app.desk().library();
    let fact = &library.lawbook.facts[library.lawbook.place];
    let Domain::OneOf(values) = &fact.domain else {
        return Vec::new();
    };
    let label = |name: &str, own: &str| match name {
        "pl" => frame.t("firm-place-pl"),
        "eu" => frame.t("firm-place-eu"),
        _ => own.to_owned(),
    };
    let mut all: Vec<(String, String)> = values
        .iter()
        .map(|value| {
            (
                value.name.clone(),
                label(&value.name, value.label.get(frame.lang)),
            )
        })
        .collect();
    // The firm's own country stands first wherever it is one that we know in full.
    all.sort_by_key(|(name, _)| name != "pl");
    all.push((ELSEWHERE.to_owned(), frame.t("firm-place-elsewhere")));
    all
}

fn periods(frame: &Frame) -> Vec<(String, String)> {
    let name = |code: &str| (code.to_owned(), frame.t(&format!("firm-periods-{code}")));
    let mut all = vec![(String::new(), frame.t("firm-periods-usual"))];
    all.extend(["pl", "gb", "de", "us-credit", "other"].map(name));
    all
}

/// Lower case without marks over letters, to sort and to make codes of.
pub(super) fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('ł', "l").replace('ß', "ss");
    let combining = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    lower.nfd().filter(|c| !combining(c)).collect()
}

/// A code for case numbers, made of the name of a site, unlike those that are taken.
pub(super) fn code_of(name: &str, taken: &[&str]) -> String {
    let plain = plain(name);
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty());
    let mut code = String::new();
    // One letter tells nobody which site it is.
    while code.len() < 3 {
        match words.next() {
            Some(word) => code.push_str(word),
            None => break,
        }
    }
    code.truncate(LONGEST_CODE);
    if code.is_empty() || is_denied(&code) {
        code = "site".to_owned();
    }
    let is_free = |code: &str| taken.iter().all(|taken| !taken.eq_ignore_ascii_case(code));
    if is_free(&code) {
        return code;
    }
    code.truncate(LONGEST_CODE - 2);
    let mut numbered = (2..100).map(|number| format!("{code}{number}"));
    numbered.find(|code| is_free(code)).unwrap_or(code)
}

/// The key of what is wrong with a code that somebody chose.
pub(super) fn wrong_code(code: &str, taken: &[&str]) -> Option<&'static str> {
    let fine = |c: char| c.is_ascii_alphanumeric();
    if !(2..=LONGEST_CODE).contains(&code.len()) || !code.chars().all(fine) || is_denied(code) {
        return Some("site-code-wrong");
    }
    let is_taken = taken.iter().any(|taken| taken.eq_ignore_ascii_case(code));
    is_taken.then_some("site-code-taken")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_short_and_tell_sites_apart() {
        assert_eq!(code_of("Gabinet przy rynku", &[]), "gabinet");
        assert_eq!(code_of("Gabinet przy rynku", &["GABINET"]), "gabinet2");
        assert_eq!(code_of("Łódź Śródmieście", &[]), "lodz");
        assert_eq!(code_of("U Ani", &[]), "uani");
        assert_eq!(code_of("Nadzwyczajnie długa", &[]), "nadzwyczajni");
        assert_eq!(code_of("Nadzwyczajnie", &["nadzwyczajni"]), "nadzwyczaj2");
        assert_eq!(code_of("日本", &[]), "site");
        // The record has no place for such a word.
        assert_eq!(code_of("Health", &[]), "site");
        assert_eq!(wrong_code("rynek", &[]), None);
        assert_eq!(wrong_code("rynek", &["RYNEK"]), Some("site-code-taken"));
        for code in [
            "",
            "x",
            "gabinet przy",
            "gabinet-2",
            "health",
            "abcdefghijklm",
        ] {
            assert_eq!(wrong_code(code, &[]), Some("site-code-wrong"), "{code}");
        }
    }
}
