//! How sure the answer is: confidence, doubts, the day, the lawbook.

use super::View;
use crate::show::page::Page;
use demur_words::names;

/// More doubts than this are counted instead of listed.
const MOST_DOUBTS: usize = 2;
/// So much of a hash tells lawbooks apart at a glance.
const SHORT_HASH: usize = 12;

pub(super) fn add(view: View<'_>, page: &mut Page) {
    page.part(&view.say("trust-part"));
    match view.opinion.confidence {
        Some(confidence) => {
            let text = names::confidence(view.words, confidence);
            page.line(
                &view
                    .words
                    .fill("trust-confidence", &[("confidence", text.into())]),
            );
        }
        None if view.opinion.verdict.is_some() => page.line(&view.say("trust-none")),
        None => {}
    }
    doubts(view, page);
    let hash: String = view.lawbook.hash.chars().take(SHORT_HASH).collect();
    let day = view.opinion.day.to_string();
    page.line(
        &view
            .words
            .fill("trust-stamp", &[("day", day.into()), ("hash", hash.into())]),
    );
}

fn doubts(view: View<'_>, page: &mut Page) {
    let mut doubts: Vec<&str> = Vec::new();
    for because in &view.opinion.because {
        for doubt in &view.norm(because.norm).doubts {
            if !doubts.contains(&doubt.as_str()) {
                doubts.push(doubt);
            }
        }
    }
    let most = if view.explain {
        usize::MAX
    } else {
        MOST_DOUBTS
    };
    for doubt in doubts.iter().take(most) {
        page.line(
            &view
                .words
                .fill("trust-doubt", &[("doubt", (*doubt).into())]),
        );
    }
    let more = doubts.len().saturating_sub(most);
    if more > 0 {
        page.line(&view.words.fill("trust-more-doubts", &[("n", more.into())]));
    }
}
