//! A fact in words: how it is asked, and what it may be.

use demur_app::lawbook::{Domain, FactId, Lawbook};

use crate::names;
use crate::norm::label;
use crate::sheet::Sheet;
use crate::words::Words;

/// Everything that is known of a fact.
#[must_use]
pub fn sheet(lawbook: &Lawbook, id: FactId, words: &Words) -> Sheet {
    let mut sheet = Sheet::new();
    let page = &mut sheet;
    let fact = &lawbook.facts[id];
    page.gap();
    page.paragraph(&words.fill(
        "fact-head",
        &[
            ("name", fact.name.as_str().into()),
            ("question", fact.ask.get(words.lang).into()),
        ],
    ));
    let help = fact.help.get(words.lang);
    if !help.is_empty() {
        page.detail(help);
    }
    let line = |page: &mut Sheet, key: &str, value: &str| {
        page.detail(&words.fill(key, &[("value", value.into())]));
    };
    for value in fact.domain.values() {
        line(
            page,
            "fact-value",
            &format!(
                "{} ({})",
                label(words, &value.label, &value.name),
                value.name
            ),
        );
    }
    line(page, "fact-type", &kind(words, &fact.domain));
    line(page, "fact-cost", &names::cost(words, fact.cost));
    if let Some(pack) = fact.pack {
        line(page, "fact-owner", &lawbook.packs[pack].id);
    }
    for (holds, key) in [
        (fact.actionable, "fact-actionable"),
        (fact.avoidable, "fact-avoidable"),
        (fact.never_ask, "fact-never-ask"),
    ] {
        if holds {
            page.detail(&words.say(key));
        }
    }
    sheet
}

/// What the fact may be, in words.
fn kind(words: &Words, domain: &Domain) -> String {
    match domain {
        Domain::Bool => words.say("fact-kind-bool"),
        Domain::OneOf(_) => words.say("fact-kind-one"),
        Domain::SomeOf(_) => words.say("fact-kind-some"),
        Domain::Int { low, high, .. } => words.fill(
            "phrase-between",
            &[
                ("low", low.to_string().into()),
                ("high", high.to_string().into()),
            ],
        ),
    }
}
