//! The norms that carry the verdict, with the facts that made them apply, and a
//! forbidden reason named plainly.

use demur_app::engine::{Because, Strength};
use demur_app::lawbook::{Answer, VarId, Verdict};

use super::{Item, PartKind, TitledPart, View};
use crate::names;
use crate::norm::reason_label;

/// More norms than this hide the point.
const MOST_NORMS: usize = 3;
/// More facts than this hide the point.
const MOST_FACTS: usize = 3;

pub(super) fn part(view: View<'_>) -> TitledPart {
    let mut items: Vec<Item> = taint(view).map(Item::plain).into_iter().collect();
    if view.opinion.strength == Some(Strength::Weak) {
        items.push(Item::plain(view.say("why-silent")));
    }
    if view.opinion.verdict.is_none() {
        items.extend(undetermined(view).into_iter().map(Item::plain));
    }
    let most = if view.explain { usize::MAX } else { MOST_NORMS };
    let because = view.opinion.because.iter().take(most);
    items.extend(because.map(|because| norm(view, because)));
    let more = view.opinion.because.len().saturating_sub(most);
    TitledPart {
        kind: PartKind::Why,
        title: view.say("why-part"),
        items,
        more: (more > 0).then(|| view.words.fill("why-more", &[("n", more.into())])),
    }
}

fn norm(view: View<'_>, because: &Because) -> Item {
    let title = view.norm_title(because.norm);
    let text = if because.certain {
        title
    } else {
        view.words.fill("why-perhaps", &[("title", title.into())])
    };
    let tier = names::tier(view.words, view.norm(because.norm).layer.tier);
    let source = [
        ("cite", view.cite(because.norm).into()),
        ("tier", tier.into()),
    ];
    let facts = if view.explain {
        view.phrases().known(&because.facts)
    } else {
        let mut facts = view.phrases().telling(&because.facts);
        facts.truncate(MOST_FACTS);
        facts
    };
    let mut item = Item::of_norm(text, &view.norm(because.norm).id);
    item.details.push(view.words.fill("why-source", &source));
    if !facts.is_empty() {
        let facts = [("facts", facts.join("; ").into())];
        item.details.push(view.words.fill("why-facts", &facts));
    }
    item
}

fn taint(view: View<'_>) -> Option<String> {
    let forbidden: Vec<VarId> = View::distinct(
        view.opinion
            .tainted
            .iter()
            .flat_map(|taint| taint.reasons.iter().copied()),
    );
    if forbidden.is_empty() {
        return None;
    }
    let reasons = view.words.all_of(
        &forbidden
            .iter()
            .map(|reason| reason_label(view.lawbook, view.words, *reason))
            .collect::<Vec<_>>(),
    );
    let others = other_reasons(view, &forbidden);
    let gaps = [
        ("reasons", reasons.into()),
        ("others", others.join(", ").into()),
    ];
    let key = match view.opinion.verdict {
        Some(Verdict::MustRefuse) => "why-tainted-refuse",
        Some(Verdict::MayRefuse | Verdict::MayRefuseAfter) => "why-tainted-anyone",
        _ if others.is_empty() => "why-forbidden",
        _ => "why-mixed",
    };
    Some(view.words.fill(key, &gaps))
}

/// Reasons in play that are not forbidden.
fn other_reasons(view: View<'_>, forbidden: &[VarId]) -> Vec<String> {
    let Some(fact) = view.lawbook.reasons else {
        return Vec::new();
    };
    let Some(Answer::SomeOf { includes, .. }) = view.situation.answers.get(&fact) else {
        return Vec::new();
    };
    let variables = includes
        .iter()
        .filter_map(|element| view.lawbook.facts[fact].variables.get(*element));
    variables
        .filter(|each| !forbidden.contains(each))
        .map(|each| reason_label(view.lawbook, view.words, *each))
        .collect()
}

fn undetermined(view: View<'_>) -> Vec<String> {
    let possible: Vec<String> = view
        .opinion
        .possible
        .iter()
        .map(|verdict| names::outcome(view.words, *verdict))
        .collect();
    let possible = [("verdicts", view.words.any_of(&possible).into())];
    let mut found = vec![view.words.fill("why-possible", &possible)];
    if let Some(missing) = view.opinion.missing.first() {
        let question = view.lawbook.facts[missing.fact].ask.get(view.words.lang);
        let question = [("question", question.into())];
        found.push(view.words.fill("why-next", &question));
    }
    found
}
