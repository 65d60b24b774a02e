//! What would change the verdict, and why the other verdicts do not hold.

use demur_app::engine::{Lacking, Missing, NearMiss, WhyNot, WouldBe};
use demur_app::lawbook::GroundStatus;

use super::View;
use crate::show::page::Page;
use demur_words::names;

/// More open questions than this are counted instead of listed.
const MOST_QUESTIONS: usize = 3;
/// More facts than this hide the point.
const MOST_FACTS: usize = 3;

pub(super) fn add(view: View<'_>, page: &mut Page) {
    if view.opinion.verdict.is_none() || (view.explain && !view.opinion.missing.is_empty()) {
        page.part(&view.say("change-part"));
        questions(view, page);
    }
    if !view.explain {
        page.part(&view.say("change-others-part"));
        page.line(&view.say("change-more"));
        return;
    }
    for would in &view.opinion.would_be {
        page.item(&would_be(view, would));
    }
    page.part(&view.say("change-others-part"));
    for each in &view.opinion.why_not {
        page.item(&why_not(view, each));
        each.near
            .iter()
            .for_each(|miss| page.detail(&near(view, miss)));
    }
    grounds(view, page);
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

/// The fewest further facts that would settle the verdict.
fn would_be(view: View<'_>, would: &WouldBe) -> String {
    let phrases = view.phrases();
    let all = phrases.known(&would.facts).len();
    let facts = phrases.unusual(&would.facts);
    let usual = all.saturating_sub(facts.len());
    view.words.fill(
        "change-would-be",
        &[
            ("verdict", names::outcome(view.words, would.verdict).into()),
            ("n", facts.len().into()),
            ("facts", facts.join("; ").into()),
            ("usual", usual.into()),
            ("reasons", would.depends_on_reasons.to_string().into()),
        ],
    )
}

/// The norms that rule a verdict out, or what no norm does.
fn why_not(view: View<'_>, why_not: &WhyNot) -> String {
    let verdict = names::outcome(view.words, why_not.verdict);
    let mut facts = view.phrases().telling(&why_not.facts);
    facts.truncate(MOST_FACTS);
    let titles: Vec<String> = View::distinct(why_not.norms.iter().copied())
        .into_iter()
        .map(|norm| view.norm_title(norm))
        .collect();
    let key = match why_not.lacking {
        Some(Lacking::ForbidsRefusing) => "change-lacking-forbids-refusing",
        Some(Lacking::ForbidsServing) => "change-lacking-forbids-serving",
        Some(Lacking::NeedsGround) => "change-lacking-needs-ground",
        Some(Lacking::RequiresStep) => "change-lacking-requires-step",
        None if !titles.is_empty() => "change-why-not-norms",
        None if facts.is_empty() => "change-why-not-always",
        None => "change-why-not",
    };
    view.words.fill(
        key,
        &[
            ("verdict", verdict.into()),
            ("facts", facts.join("; ").into()),
            ("norms", titles.join("; ").into()),
        ],
    )
}

fn near(view: View<'_>, miss: &NearMiss) -> String {
    let fails = view.phrases().known(&[miss.fails]).concat();
    view.words.fill(
        "change-near",
        &[
            ("norm", view.norm_title(miss.norm).into()),
            ("cite", view.cite(miss.norm).into()),
            ("fact", fails.into()),
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
