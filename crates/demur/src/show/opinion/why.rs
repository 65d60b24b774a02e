//! The norms that carry the verdict, with the facts that made them apply, and a
//! forbidden reason named plainly.

use demur_app::engine::{Because, Strength};
use demur_app::lawbook::{Answer, VarId, Verdict};

use super::View;
use crate::show::page::Page;
use demur_words::names;

/// More norms than this hide the point.
const MOST_NORMS: usize = 3;
/// More facts than this hide the point.
const MOST_FACTS: usize = 3;

pub(super) fn add(view: View<'_>, page: &mut Page) {
    page.part(&view.say("why-part"));
    taint(view, page);
    if view.opinion.strength == Some(Strength::Weak) {
        page.item(&view.say("why-silent"));
    }
    if view.opinion.verdict.is_none() {
        undetermined(view, page);
    }
    let most = if view.explain { usize::MAX } else { MOST_NORMS };
    for because in view.opinion.because.iter().take(most) {
        norm(view, because, page);
    }
    let more = view.opinion.because.len().saturating_sub(most);
    if more > 0 {
        page.detail(&view.words.fill("why-more", &[("n", more.into())]));
    }
}

fn norm(view: View<'_>, because: &Because, page: &mut Page) {
    let title = view.norm_title(because.norm);
    if because.certain {
        page.item(&title);
    } else {
        page.item(&view.words.fill("why-perhaps", &[("title", title.into())]));
    }
    let tier = names::tier(view.words, view.norm(because.norm).layer.tier);
    page.detail(&view.words.fill(
        "why-source",
        &[
            ("cite", view.cite(because.norm).into()),
            ("tier", tier.into()),
        ],
    ));
    let facts = if view.explain {
        view.phrases().known(&because.facts)
    } else {
        let mut facts = view.phrases().telling(&because.facts);
        facts.truncate(MOST_FACTS);
        facts
    };
    if !facts.is_empty() {
        page.detail(
            &view
                .words
                .fill("why-facts", &[("facts", facts.join("; ").into())]),
        );
    }
}

fn taint(view: View<'_>, page: &mut Page) {
    let forbidden: Vec<VarId> = View::distinct(
        view.opinion
            .tainted
            .iter()
            .flat_map(|taint| taint.reasons.iter().copied()),
    );
    if forbidden.is_empty() {
        return;
    }
    let reasons = view.words.all_of(
        &forbidden
            .iter()
            .map(|reason| reason_label(view, *reason))
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
    page.item(&view.words.fill(key, &gaps));
}

fn reason_label(view: View<'_>, reason: VarId) -> String {
    let variable = view.lawbook.variables[reason];
    let values = view.lawbook.facts[variable.fact].domain.values();
    let value = variable.element.and_then(|element| values.get(element));
    value
        .map(|value| view.phrases().label(value))
        .unwrap_or_default()
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
        .map(|each| reason_label(view, *each))
        .collect()
}

fn undetermined(view: View<'_>, page: &mut Page) {
    let possible: Vec<String> = view
        .opinion
        .possible
        .iter()
        .map(|verdict| names::outcome(view.words, *verdict))
        .collect();
    let possible = if possible.len() > 1 {
        view.words.any_of(&possible)
    } else {
        possible.concat()
    };
    page.item(
        &view
            .words
            .fill("why-possible", &[("verdicts", possible.into())]),
    );
    if let Some(missing) = view.opinion.missing.first() {
        let question = view.lawbook.facts[missing.fact].ask.get(view.words.lang);
        page.item(
            &view
                .words
                .fill("why-next", &[("question", question.into())]),
        );
    }
}
