//! The most important line: what to do now.

use demur_app::engine::{Stage, Strength};
use demur_app::lawbook::{Effect, Tier, Verdict};

use super::View;
use crate::show::page::Page;
use demur_words::names;
use demur_words::{Headline, Tone};

pub(super) fn add(view: View<'_>, page: &mut Page) {
    if view.life_in_danger() {
        page.headline(&Headline {
            label: view.say("danger-label"),
            tone: Tone::Alarm,
            head: view.say("danger-now"),
            rest: view.say("danger-why"),
        });
    }
    let verdict = view.opinion.verdict;
    if verdict.is_none() && view.life_in_danger() {
        // Nobody answers questions now.
        page.headline(&Headline {
            label: view.say("verdict-label"),
            tone: Tone::Serve,
            head: view.say("verdict-danger"),
            rest: view.say("verdict-danger-rest"),
        });
        return;
    }
    let head = match verdict {
        Some(verdict) => names::verdict(view.words, verdict),
        None => view.say("verdict-undetermined"),
    };
    let rest = match verdict {
        Some(verdict) => rest(view, verdict),
        None => view
            .words
            .fill("verdict-undetermined-rest", &[("safe", safe(view).into())]),
    };
    page.headline(&Headline {
        label: view.say("verdict-label"),
        tone: names::tone(verdict),
        head,
        rest,
    });
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
