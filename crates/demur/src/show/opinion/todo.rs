//! What to do: steps first, duties when refusing, what not to do, and the notes
//! of the norms that carry the verdict.

use demur_app::engine::DutyOpinion;
use demur_app::lawbook::{Effect, Verdict};

use super::{View, instead};
use crate::show::page::Page;
use demur_words::names;

/// More advice than this is not read.
const MOST_NOTES: usize = 3;

pub(super) fn add(view: View<'_>, page: &mut Page) {
    let statements = statements(view);
    if statements.is_empty() {
        return;
    }
    page.part(&view.say("todo-part"));
    statements.iter().for_each(|statement| page.item(statement));
}

fn statements(view: View<'_>) -> Vec<String> {
    let mut found = Vec::new();
    if view.opinion.verdict == Some(Verdict::Conflict) {
        found.push(view.say("todo-ask-manager"));
    }
    found.extend(steps(view));
    found.extend(instead::statements(view));
    let mut duties = Vec::new();
    for duty in &view.opinion.duties {
        let statement = duty_statement(view, duty);
        if !duties.contains(&statement) {
            duties.push(statement);
        }
    }
    found.extend(duties);
    for duty in View::distinct(view.opinion.must_not.iter().map(|each| each.duty)) {
        let duty = &view.lawbook.duties[duty];
        let label = view.label(&duty.label, &duty.name);
        found.push(view.words.fill("todo-must-not", &[("duty", label.into())]));
    }
    found.extend(notes(view));
    found
}

/// Steps that are open, in doubt, and done.
fn steps(view: View<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let outstanding = view.outstanding();
    let unknown = view.opinion.steps.iter().any(|each| each.done.is_none());
    if !outstanding.is_empty() {
        let key = match view.opinion.verdict {
            Some(Verdict::MustRefuse) => "todo-first-if-possible",
            None if unknown => "todo-check",
            _ => "todo-first",
        };
        found.push(
            view.words
                .fill(key, &[("steps", view.words.all_of(&outstanding).into())]),
        );
    }
    let done = View::distinct(
        view.opinion
            .steps
            .iter()
            .filter(|each| each.done == Some(true))
            .map(|each| each.step),
    );
    if !done.is_empty() {
        let labels: Vec<String> = done
            .into_iter()
            .map(|step| {
                view.label(
                    &view.lawbook.steps[step].label,
                    &view.lawbook.steps[step].name,
                )
            })
            .collect();
        found.push(
            view.words
                .fill("todo-done", &[("steps", labels.join("; ").into())]),
        );
    }
    found
}

fn duty_statement(view: View<'_>, due: &DutyOpinion) -> String {
    let duty = &view.lawbook.duties[due.duty];
    let label = view.label(&duty.label, &duty.name);
    match view.norm(due.norm).effect {
        Effect::RequireDuty {
            within: Some(within),
            ..
        } => {
            let within = names::within(view.words, within);
            view.words.fill(
                "todo-duty-within",
                &[("duty", label.into()), ("within", within.into())],
            )
        }
        _ => view.words.fill("todo-duty", &[("duty", label.into())]),
    }
}

fn notes(view: View<'_>) -> Vec<String> {
    let most = if view.explain { usize::MAX } else { MOST_NOTES };
    let mut found: Vec<String> = Vec::new();
    for because in &view.opinion.because {
        let note = view.norm(because.norm).note.get(view.words.lang);
        let statement = view.words.fill("todo-note", &[("note", note.into())]);
        if !note.is_empty() && !found.contains(&statement) {
            found.push(statement);
        }
    }
    found.truncate(most);
    found
}
