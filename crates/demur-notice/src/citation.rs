//! Which norm is named to the customer, and how.

use crate::basis::{Level, Rule};
use crate::date::in_words;
use crate::{Basis, Channel, Lang, Scenario};

/// The norm to name to the customer.
///
/// A prohibition is named before anything else. For conduct it is the firm's own rule, never a
/// penal provision: naming one accuses. Demur's standard is nothing that a customer could read.
pub(crate) fn choose(basis: &Basis, scenario: Scenario) -> Option<&Rule> {
    if scenario == Scenario::DutyAmlRestricted {
        return None;
    }
    let about_conduct = scenario.family() == "abuse";
    basis
        .rules
        .iter()
        .filter(|rule| rule.level != Level::Standard)
        .filter(|rule| !about_conduct || rule.level == Level::House)
        .min_by_key(|rule| (!rule.demands, !rule.certain, rule.level))
}

/// Where the norm is written, since when, and how sure that is.
pub(crate) fn cited(rule: &Rule, channel: Channel, lang: Lang) -> String {
    let mut remarks = Vec::new();
    if let Some(day) = rule.since.filter(|_| channel.is_framed()) {
        let day = in_words(day, lang);
        remarks.push(match lang {
            Lang::Pl => format!("obowiązuje od {day}"),
            Lang::En => format!("in force since {day}"),
            Lang::De => format!("in Kraft seit {day}"),
        });
    }
    if !rule.certain {
        remarks.push(to_our_knowledge(lang).to_owned());
    }
    let cite = in_language(cite(rule, channel), lang);
    if remarks.is_empty() {
        cite
    } else {
        format!("{cite} ({})", remarks.join(", "))
    }
}

/// A norm may be written in several acts; a short message names the first.
fn cite(rule: &Rule, channel: Channel) -> &str {
    match rule.cite.split_once("; ") {
        Some((first, _)) if channel == Channel::Sms => first,
        _ => &rule.cite,
    }
}

fn to_our_knowledge(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "według naszej wiedzy",
        Lang::En => "to our knowledge",
        Lang::De => "nach unserer Kenntnis",
    }
}

/// What is named when no norm can be.
pub(crate) fn without_norm(scenario: Scenario, lang: Lang) -> &'static str {
    match (scenario.family(), lang) {
        ("abuse", Lang::Pl) => "rozmawiamy ze sobą z szacunkiem",
        ("abuse", Lang::En) => "we talk with respect",
        ("abuse", Lang::De) => "wir sprechen respektvoll miteinander",
        _ if scenario != Scenario::DutyAmlRestricted => "",
        (_, Lang::Pl) => "przepisy, które nas obowiązują",
        (_, Lang::En) => "the law that binds us",
        (_, Lang::De) => "Vorschriften, die für uns gelten",
    }
}

/// Words with which packs cite, in each language; names of national statutes stay as they are.
const CITING: &[(&str, &str, &str)] = &[
    ("Regulation (EU)", "rozporządzenie (UE)", "Verordnung (EU)"),
    ("Regulation (EC)", "rozporządzenie (WE)", "Verordnung (EG)"),
    ("Directive (EU)", "dyrektywa (UE)", "Richtlinie (EU)"),
    ("Directive ", "dyrektywa ", "Richtlinie "),
    ("/EU,", "/UE,", "/EU,"),
    ("/EC,", "/WE,", "/EG,"),
    (", with ", ", w związku z ", ", mit "),
    (" and ", " i ", " und "),
];

fn in_language(cite: &str, lang: Lang) -> String {
    CITING
        .iter()
        .fold(cite.to_owned(), |cite, (en, pl, de)| match lang {
            Lang::Pl => cite.replace(en, pl),
            Lang::De => cite.replace(en, de),
            Lang::En => cite,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(cite: &str, level: Level) -> Rule {
        Rule {
            norm: cite.to_lowercase(),
            cite: cite.to_owned(),
            title: None,
            since: "2021-09-01".parse().ok(),
            level,
            certain: true,
            demands: false,
        }
    }

    #[test]
    fn a_norm_is_cited_in_the_language_of_the_notice_with_its_day_and_doubt() {
        let mut rule = rule("Directive 2014/92/EU, art. 15 and 16", Level::Law);
        assert_eq!(
            cited(&rule, Channel::Letter, Lang::Pl),
            "dyrektywa 2014/92/UE, art. 15 i 16 (obowiązuje od 1 września 2021 r.)"
        );
        rule.certain = false;
        assert_eq!(
            cited(&rule, Channel::Sms, Lang::De),
            "Richtlinie 2014/92/EU, art. 15 und 16 (nach unserer Kenntnis)"
        );
        assert_eq!(
            cited(&rule, Channel::Email, Lang::En),
            "Directive 2014/92/EU, art. 15 and 16 (in force since 1 September 2021, to our knowledge)"
        );
    }

    #[test]
    fn conduct_is_never_answered_with_a_penal_provision() {
        let mut basis = Basis {
            rules: vec![
                rule("Penal code", Level::Law),
                rule("Standard", Level::Standard),
            ],
            ..Basis::default()
        };
        assert_eq!(choose(&basis, Scenario::AbuseRefusal), None);
        let named = choose(&basis, Scenario::Illegal).map(|rule| rule.cite.as_str());
        assert_eq!(named, Some("Penal code"));
        assert_eq!(choose(&basis, Scenario::DutyAmlRestricted), None);
        basis.rules.push(rule("House rules", Level::House));
        let named = choose(&basis, Scenario::AbuseRefusal).map(|rule| rule.cite.as_str());
        assert_eq!(named, Some("House rules"));
    }

    #[test]
    fn a_prohibition_comes_first_and_a_checked_norm_before_one_from_memory() {
        let mut recalled = rule("Recalled", Level::Law);
        recalled.certain = false;
        let mut forbids = rule("Forbids", Level::Code);
        forbids.demands = true;
        let mut basis = Basis {
            rules: vec![recalled, rule("House", Level::House)],
            ..Basis::default()
        };
        let named = |basis: &Basis| choose(basis, Scenario::Illegal).map(|rule| rule.cite.clone());
        assert_eq!(named(&basis).as_deref(), Some("House"));
        basis.rules.push(forbids);
        assert_eq!(named(&basis).as_deref(), Some("Forbids"));
    }
}
