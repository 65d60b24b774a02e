//! Case files, one a line.

use demur_app::lawbook::Lawbook;
use demur_app::store::{Found, Page};

use crate::names;
use crate::sheet::Sheet;
use crate::words::Words;

/// The list, with how to see the next page.
#[must_use]
pub fn sheet(cases: &Page, lawbook: &Lawbook, words: &Words) -> Sheet {
    let mut sheet = Sheet::new();
    if cases.cases.is_empty() {
        sheet.paragraph(&words.say("record-none"));
    }
    for case in &cases.cases {
        sheet.row(&case.number, &line(case, lawbook, words));
    }
    if let Some(next) = &cases.next {
        sheet.gap();
        sheet.paragraph(&words.fill("record-more", &[("next", next.as_str().into())]));
    }
    sheet
}

/// A case file in a line, without its number.
#[must_use]
pub fn line(case: &Found, lawbook: &Lawbook, words: &Words) -> String {
    let mut parts = vec![case.when.clone(), names::state(words, &case.state)];
    match &case.choice {
        Some(choice) => parts.push(names::choice_named(words, choice)),
        None => parts.push(names::verdict_named(words, &case.verdict)),
    }
    parts.extend(names::ground(lawbook, words.lang, &case.ground));
    if let Some(deadline) = &case.deadline {
        parts.push(words.fill("record-due", &[("day", deadline.as_str().into())]));
    }
    if case.identity == "destroyed" {
        parts.push(words.say("record-texts-gone-short"));
    }
    if case.on_hold {
        parts.push(words.say("record-held-short"));
    }
    parts.join(", ")
}
