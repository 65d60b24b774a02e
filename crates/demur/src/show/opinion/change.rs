//! What would change the verdict, and why the other verdicts do not hold.

use demur_app::engine::{Missing, WhyNot};
use demur_app::lawbook::GroundStatus;

use super::View;
use crate::show::names;
use crate::show::page::Page;

/// More open questions than this are counted instead of listed.
const MOST_QUESTIONS: usize = 3;

pub(super) fn add(view: View<'_>, page: &mut Page) {
    page.part(&view.say("change-part"));
    for way in &view.opinion.ways {
        let questions: Vec<String> = way
            .change
            .iter()
            .map(|fact| view.phrases().question(*fact))
            .collect();
        page.item(
            &view
                .words
                .fill("change-way", &[("questions", questions.join(" ").into())]),
        );
    }
    if view.opinion.verdict.is_none() || view.explain {
        questions(view, page);
    }
    if view.explain {
        view.opinion
            .why_not
            .iter()
            .for_each(|each| page.item(&why_not(view, each)));
        grounds(view, page);
    } else {
        page.line(&view.say("change-more"));
    }
}

fn questions(view: View<'_>, page: &mut Page) {
    // The first one stands beside the verdict.
    let shown = if view.explain {
        usize::MAX
    } else {
        MOST_QUESTIONS
    };
    let open = view
        .opinion
        .missing
        .iter()
        .skip(usize::from(view.opinion.verdict.is_none() && !view.explain));
    for missing in open.clone().take(shown) {
        page.item(&question(view, missing));
    }
    let more = open.count().saturating_sub(shown);
    if more > 0 {
        page.detail(
            &view
                .words
                .fill("change-more-missing", &[("n", more.into())]),
        );
    }
}

fn question(view: View<'_>, missing: &Missing) -> String {
    let question = view.phrases().question(missing.fact);
    if !view.explain || missing.decides.is_empty() {
        return view
            .words
            .fill("change-missing", &[("question", question.into())]);
    }
    let verdicts: Vec<String> = missing
        .decides
        .iter()
        .map(|verdict| names::outcome(view.words, *verdict))
        .collect();
    let verdicts = view.words.all_of(&verdicts);
    view.words.fill(
        "change-missing-decides",
        &[("question", question.into()), ("verdicts", verdicts.into())],
    )
}

fn why_not(view: View<'_>, why_not: &WhyNot) -> String {
    let verdict = names::outcome(view.words, why_not.verdict);
    let facts = view.phrases().known(&why_not.facts);
    if facts.is_empty() {
        return view
            .words
            .fill("change-why-not-always", &[("verdict", verdict.into())]);
    }
    view.words.fill(
        "change-why-not",
        &[
            ("verdict", verdict.into()),
            ("facts", facts.join("; ").into()),
        ],
    )
}

fn grounds(view: View<'_>, page: &mut Page) {
    for each in view
        .opinion
        .grounds
        .iter()
        .filter(|each| each.status != GroundStatus::NotMet)
    {
        let ground = &view.lawbook.grounds[each.ground];
        let label = view.label(&ground.label, &ground.name);
        let status = view.say(match each.status {
            GroundStatus::Open => "status-open",
            GroundStatus::AfterSteps => "status-after-steps",
            GroundStatus::NotMet => "status-not-met",
            GroundStatus::Barred => "status-barred",
            GroundStatus::Unknown => "status-unknown",
        });
        page.item(&view.words.fill(
            "change-ground",
            &[("ground", label.into()), ("status", status.into())],
        ));
    }
}
