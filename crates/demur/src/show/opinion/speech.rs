//! What to say next: politely, clearly, and with support; three short sentences.

use demur_app::lawbook::Verdict;

use super::View;
use crate::show::page::Page;

pub(super) fn add(view: View<'_>, page: &mut Page) {
    page.part(&view.say("say-part"));
    let (polite, clear, support) = sentences(view);
    let manner = |key: &str, kind: &str| view.words.fill(key, &[("kind", kind.to_owned().into())]);
    page.line(&format!(
        "{} {clear} {}",
        manner("say-polite", polite),
        manner("say-support", support)
    ));
}

/// The kind of the polite opening, the clear sentence, the kind of the support.
fn sentences(view: View<'_>) -> (&'static str, String, &'static str) {
    if view.life_in_danger() && view.helper_at_risk() {
        return ("away", view.say("say-clear-danger"), "away");
    }
    if view.life_in_danger() {
        return ("danger", view.say("say-clear-danger"), "danger");
    }
    match view.opinion.verdict {
        Some(Verdict::MustServe | Verdict::NotJustified) => {
            ("serve", view.say("say-clear-serve"), "serve")
        }
        Some(Verdict::MayRefuseAfter) => ("first", first(view), "first"),
        Some(Verdict::MayRefuse | Verdict::MustRefuse) if !view.opinion.must_not.is_empty() => {
            // Nothing that could give the reason away.
            ("refuse", view.say("say-clear-quiet"), "quiet")
        }
        Some(Verdict::MustRefuse) => ("refuse", view.say("say-clear-must-refuse"), support(view)),
        Some(Verdict::MayRefuse) => {
            let ground = view.ground().unwrap_or("other");
            (
                "refuse",
                view.words
                    .fill("say-clear-refuse", &[("ground", ground.into())]),
                support(view),
            )
        }
        Some(Verdict::Conflict) => ("conflict", view.say("say-clear-conflict"), "conflict"),
        None => ("open", view.say("say-clear-open"), "open"),
    }
}

fn first(view: View<'_>) -> String {
    let open = view
        .opinion
        .steps
        .iter()
        .find(|each| each.done != Some(true));
    let step = open.map_or("other", |each| view.lawbook.steps[each.step].name.as_str());
    let steps = view.words.all_of(&view.outstanding());
    view.words.fill(
        "say-clear-first",
        &[("step", step.into()), ("steps", steps.into())],
    )
}

fn support(view: View<'_>) -> &'static str {
    let due = |name: &str| {
        view.opinion
            .duties
            .iter()
            .any(|each| view.lawbook.duties[each.duty].name == name)
    };
    match view.opinion.verdict {
        _ if due("refer_to_doctor") => "doctor",
        // Nobody is sent elsewhere with what is forbidden everywhere.
        Some(Verdict::MustRefuse) if !due("offer_alternative") => "other",
        _ => "refuse",
    }
}
