//! Values that follow from the opinion; what staff fill in goes before them.

use crate::basis::{Level, Rule};
use crate::{Basis, Channel, Lang, Scenario, Values};

/// Fills in the rule and the milder ways that the opinion knows of, and tells which norm is
/// named.
pub(crate) fn fill_in<'a>(
    values: &mut Values,
    basis: &'a Basis,
    scenario: Scenario,
    channel: Channel,
    lang: Lang,
) -> Option<&'a Rule> {
    let mut named = None;
    if values.get("rule_name").is_none() {
        let rule = choose(basis, scenario);
        named = rule;
        let (name, plain) = match rule {
            Some(rule) => (cited(rule, channel, lang), meaning(rule)),
            None => (own_rules(scenario, lang).to_owned(), String::new()),
        };
        values.suggest("rule_name", name);
        values.suggest("rule_plain", plain);
    }
    let mut measures = basis.measures.iter();
    for slot in ["alternative_1", "alternative_2"] {
        if let Some(measure) = measures.next() {
            values.suggest(slot, measure.clone());
        }
    }
    if let Some(contact) = values.get("contact").map(str::to_owned) {
        values.suggest("contact_short", contact);
    }
    named
}

fn meaning(rule: &Rule) -> String {
    let title = rule.title.as_ref();
    title.map(|title| format!("{title}.")).unwrap_or_default()
}

/// The norm to name to the customer.
///
/// A prohibition is named before anything else. For conduct it is the firm's own rule, never a
/// penal provision: naming one accuses. Demur's standard is nothing that a customer could read.
fn choose(basis: &Basis, scenario: Scenario) -> Option<&Rule> {
    if scenario == Scenario::DutyAmlRestricted {
        return None;
    }
    let about_conduct = scenario.family() == "abuse";
    let rank = |rule: &&Rule| {
        let level = match rule.level {
            Level::House if about_conduct => 0,
            Level::Law => 1,
            Level::Code => 2,
            Level::House => 3,
            Level::Standard => 4,
        };
        (!rule.demands, !rule.certain, level)
    };
    basis
        .rules
        .iter()
        .filter(|rule| rule.level != Level::Standard)
        .filter(|rule| !about_conduct || rule.level == Level::House)
        .min_by_key(rank)
}

/// Where the norm is written, since when, and how sure that is.
fn cited(rule: &Rule, channel: Channel, lang: Lang) -> String {
    let mut words = rule.cite.clone();
    if let Some(day) = rule.since.filter(|_| channel.is_framed()) {
        let day = crate::date::in_words(day, lang);
        words.push_str(&match lang {
            Lang::Pl => format!(" (obowiązuje od {day})"),
            Lang::En => format!(" (in force since {day})"),
            Lang::De => format!(" (in Kraft seit {day})"),
        });
    }
    if !rule.certain {
        words.push_str(match lang {
            Lang::Pl => " (według naszej wiedzy)",
            Lang::En => " (to our knowledge)",
            Lang::De => " (nach unserer Kenntnis)",
        });
    }
    words
}

fn own_rules(scenario: Scenario, lang: Lang) -> &'static str {
    match (scenario, lang) {
        (Scenario::DutyAmlRestricted, Lang::Pl) => "przepisy, które nas obowiązują",
        (Scenario::DutyAmlRestricted, Lang::En) => "the law that binds us",
        (Scenario::DutyAmlRestricted, Lang::De) => "Vorschriften, die für uns gelten",
        (_, Lang::Pl) => "nasze zasady obsługi",
        (_, Lang::En) => "our rules of service",
        (_, Lang::De) => "unsere Regeln",
    }
}
