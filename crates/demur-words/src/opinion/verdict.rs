//! The most important line: what to do now.

use demur_app::engine::{Stage, Strength};
use demur_app::lawbook::{Effect, Tier, Verdict};

use super::View;
use crate::names;
use crate::sheet::{Headline, Tone};

/// The alarm when somebody is in danger, and the verdict.
pub(super) fn headlines(view: View<'_>) -> (Option<Headline>, Headline) {
    let alarm = view.life_in_danger().then(|| Headline {
        label: view.say("danger-label"),
        tone: Tone::Alarm,
        head: view.say("danger-now"),
        rest: view.say("danger-why"),
    });
    let label = view.say("verdict-label");
    let headline = match view.opinion.verdict {
        // Nobody answers questions now.
        None if alarm.is_some() => Headline {
            label,
            tone: Tone::Serve,
            head: view.say("verdict-danger"),
            rest: view.say("verdict-danger-rest"),
        },
        None => Headline {
            label,
            tone: names::tone(None),
            head: view.say("verdict-undetermined"),
            rest: view
                .words
                .fill("verdict-undetermined-rest", &[("safe", safe(view).into())]),
        },
        Some(verdict) => Headline {
            label,
            tone: names::tone(Some(verdict)),
            head: names::verdict(view.words, verdict),
            rest: rest(view, verdict),
        },
    };
    (alarm, headline)
}

fn rest(view: View<'_>, verdict: Verdict) -> String {
    let layer = view.tier().map_or("standard", Tier::name);
    let by_layer = |key: &str| view.words.fill(key, &[("layer", layer.into())]);
    match verdict {
        Verdict::MustServe if rests_on_a_reason(view) => by_layer("verdict-must-serve-reason"),
        Verdict::MustServe => by_layer("verdict-must-serve-rest"),
        Verdict::NotJustified => by_layer("verdict-not-justified-rest"),
        Verdict::MustRefuse => by_layer("verdict-must-refuse-rest"),
        Verdict::Conflict => view.say("verdict-conflict-rest"),
        Verdict::MayRefuse => view.say(match view.opinion.strength {
            Some(Strength::Strong) => "verdict-may-refuse-strong",
            Some(Strength::Weak) => "verdict-may-refuse-weak",
            None => "verdict-may-refuse-rest",
        }),
        Verdict::MayRefuseAfter => {
            let steps = view.outstanding();
            if steps.is_empty() {
                return view.say("verdict-may-refuse-after-unclear");
            }
            view.words.fill(
                "verdict-may-refuse-after-rest",
                &[("steps", view.words.all_of(&steps).into())],
            )
        }
    }
}

/// Whether refusing is forbidden only for the reason, not in itself.
fn rests_on_a_reason(view: View<'_>) -> bool {
    let forbids = |because: &demur_app::engine::Because| {
        matches!(
            view.norm(because.norm).effect,
            Effect::ForbidRefusingBecause(_)
        )
    };
    let stage = view
        .opinion
        .decided
        .is_none_or(|decided| decided.stage == Stage::ForbidsRefusing);
    stage && !view.opinion.because.is_empty() && view.opinion.because.iter().all(forbids)
}

fn safe(view: View<'_>) -> &'static str {
    match (view.opinion.serving_is_safe, view.opinion.refusing_is_safe) {
        (true, true) => "both",
        (true, false) => "serve",
        (false, true) => "refuse",
        (false, false) => "neither",
    }
}
