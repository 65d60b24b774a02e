//! What would change the verdict, and why the other verdicts do not hold.

use demur_app::engine::{Lacking, Missing, NearMiss, WhyNot, WouldBe};
use demur_app::lawbook::GroundStatus;

use super::{Item, PartKind, TitledPart, View};
use crate::names;

/// More open questions than this are counted instead of listed.
const MOST_QUESTIONS: usize = 3;
/// More facts than this hide the point.
const MOST_FACTS: usize = 3;

pub(super) fn part(view: View<'_>) -> Option<TitledPart> {
    let opinion = view.opinion;
    let (mut items, mut more) = (Vec::new(), None);
    if opinion.verdict.is_none() || view.explain {
        (items, more) = questions(view);
    }
    if view.explain {
        let would_be = opinion.would_be.iter();
        items.extend(would_be.map(|would| Item::plain(self::would_be(view, would))));
    }
    (opinion.verdict.is_none() || !items.is_empty()).then(|| TitledPart {
        kind: PartKind::Change,
        title: view.say("change-part"),
        items,
        more,
    })
}

/// Why the other verdicts do not hold; where to read it when it is not explained.
pub(super) fn others(view: View<'_>) -> TitledPart {
    let (mut items, mut more) = (Vec::new(), None);
    if view.explain {
        for each in &view.opinion.why_not {
            let near = each.near.iter().map(|miss| near(view, miss));
            items.push(Item {
                details: near.collect(),
                ..Item::plain(why_not(view, each))
            });
        }
        items.extend(grounds(view));
    } else {
        more = Some(view.say("change-more"));
    }
    TitledPart {
        kind: PartKind::Others,
        title: view.say("change-others-part"),
        items,
        more,
    }
}

fn questions(view: View<'_>) -> (Vec<Item>, Option<String>) {
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
    let more = open.len().saturating_sub(shown);
    let items = open
        .take(shown)
        .map(|missing| Item::plain(question(view, missing)));
    let left = || {
        view.words
            .fill("change-more-missing", &[("n", more.into())])
    };
    (items.collect(), (more > 0).then(left))
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

fn grounds(view: View<'_>) -> impl Iterator<Item = Item> + '_ {
    let looked_at = view.opinion.grounds.iter();
    let met = looked_at.filter(|each| each.status != GroundStatus::NotMet);
    met.map(move |each| {
        let ground = &view.lawbook.grounds[each.ground];
        let label = view.label(&ground.label, &ground.name);
        let status = view.say(match each.status {
            GroundStatus::Open => "status-open",
            GroundStatus::AfterSteps => "status-after-steps",
            GroundStatus::NotMet => "status-not-met",
            GroundStatus::Barred => "status-barred",
            GroundStatus::Unknown => "status-unknown",
        });
        Item::plain(view.words.fill(
            "change-ground",
            &[("ground", label.into()), ("status", status.into())],
        ))
    })
}
