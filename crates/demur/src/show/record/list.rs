//! Case files, one a line.

use demur_app::lawbook::Lawbook;
use demur_app::store::{Found, Page as Cases};

use super::names;
use crate::context::Context;
use crate::show::page::Page;

/// The list, with how to see the next page.
pub(crate) fn page(cases: &Cases, lawbook: &Lawbook, context: &Context) -> String {
    let words = &context.words;
    let mut page = Page::new(context.look);
    if cases.cases.is_empty() {
        page.paragraph(&words.say("record-none"));
    }
    let width = cases.cases.iter().map(|case| case.number.chars().count());
    let width = width.max().unwrap_or_default();
    for case in &cases.cases {
        page.row(&case.number, width, &line(case, lawbook, context));
    }
    if let Some(next) = &cases.next {
        page.gap();
        page.paragraph(&words.fill("record-more", &[("next", next.as_str().into())]));
    }
    page.finish()
}

fn line(case: &Found, lawbook: &Lawbook, context: &Context) -> String {
    let words = &context.words;
    let mut parts = vec![case.when.clone(), names::state(words, &case.state)];
    match &case.choice {
        Some(choice) => parts.push(names::choice_named(words, choice)),
        None => parts.push(names::verdict(words, &case.verdict)),
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
