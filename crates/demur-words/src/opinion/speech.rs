//! What to say next: the script of a notice when something is refused, else three short sentences.

use demur_app::lawbook::Verdict;
use demur_app::syntax::tree::Lang;
use demur_app::{notice, notices};

use super::{Item, PartKind, TitledPart, View};

pub(super) fn part(view: View<'_>) -> TitledPart {
    TitledPart {
        kind: PartKind::Say,
        title: view.say("say-part"),
        items: vec![Item::plain(text(view))],
        more: None,
    }
}

pub(super) fn text(view: View<'_>) -> String {
    if let Some(script) = script(view) {
        return script;
    }
    let (polite, clear, support) = sentences(view);
    let manner = |key: &str, kind: &str| view.words.fill(key, &[("kind", kind.to_owned().into())]);
    format!(
        "{} {clear} {}",
        manner("say-polite", polite),
        manner("say-support", support)
    )
}

fn script(view: View<'_>) -> Option<String> {
    if view.life_in_danger() {
        return None;
    }
    let lang = match view.words.lang {
        Lang::Pl => notices::Lang::Pl,
        Lang::En => notices::Lang::En,
    };
    let script = notice::script(view.lawbook, view.opinion, lang)?;
    let to_a_doctor = view
        .opinion
        .duties
        .iter()
        .any(|each| view.lawbook.duties[each.duty].name == "refer_to_doctor");
    Some(if to_a_doctor {
        format!("{script} {}", view.say("say-doctor"))
    } else {
        script
    })
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
        Some(Verdict::MayRefuseAfter) if !view.violence() => ("first", first(view), "first"),
        Some(_) if view.violence() => ("away", view.say("say-clear-violence"), "away"),
        // Nothing that could give the reason away.
        Some(_) if !view.opinion.must_not.is_empty() => {
            ("refuse", view.say("say-clear-quiet"), "quiet")
        }
        Some(Verdict::MayRefuse | Verdict::MustRefuse | Verdict::MayRefuseAfter) => {
            ("refuse", view.say("say-clear-refuse"), "refuse")
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
