//! How sure the answer is: confidence, doubts, the day, the lawbook.

use super::{Item, PartKind, TitledPart, View};
use crate::names;

/// More doubts than this are counted instead of listed.
const MOST_DOUBTS: usize = 2;
/// So much of a hash tells lawbooks apart at a glance.
const SHORT_HASH: usize = 12;

pub(super) fn part(view: View<'_>) -> TitledPart {
    let mut lines: Vec<String> = confidence(view).into_iter().collect();
    lines.extend(doubts(view));
    let hash: String = view.lawbook.hash.chars().take(SHORT_HASH).collect();
    let day = view.opinion.day.to_string();
    let stamp = [("day", day.into()), ("hash", hash.into())];
    lines.push(view.words.fill("trust-stamp", &stamp));
    TitledPart {
        kind: PartKind::Trust,
        title: view.say("trust-part"),
        items: lines.into_iter().map(Item::plain).collect(),
        more: None,
    }
}

fn confidence(view: View<'_>) -> Option<String> {
    match view.opinion.confidence {
        Some(confidence) => {
            let text = names::confidence(view.words, confidence);
            let gaps = [("confidence", text.into())];
            Some(view.words.fill("trust-confidence", &gaps))
        }
        None if view.opinion.verdict.is_some() => Some(view.say("trust-none")),
        None => None,
    }
}

fn doubts(view: View<'_>) -> Vec<String> {
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
    let say = |doubt: &&str| {
        let gaps = [("doubt", (*doubt).into())];
        view.words.fill("trust-doubt", &gaps)
    };
    let mut lines: Vec<String> = doubts.iter().take(most).map(say).collect();
    let more = doubts.len().saturating_sub(most);
    if more > 0 {
        lines.push(view.words.fill("trust-more-doubts", &[("n", more.into())]));
    }
    lines
}
