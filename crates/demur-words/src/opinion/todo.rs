//! What to do: steps first, duties when refusing, what not to do, and the notes
//! of the norms that carry the verdict.

use demur_app::engine::DutyOpinion;
use demur_app::lawbook::{Effect, NormId, Verdict};

use super::{Item, PartKind, TitledPart, View, instead};
use crate::names;

/// More advice than this is not read.
const MOST_NOTES: usize = 3;

pub(super) fn part(view: View<'_>) -> Option<TitledPart> {
    let items = items(view);
    (!items.is_empty()).then(|| TitledPart {
        kind: PartKind::ToDo,
        title: view.say("todo-part"),
        items,
        more: None,
    })
}

fn items(view: View<'_>) -> Vec<Item> {
    let mut found = Vec::new();
    if view.opinion.verdict == Some(Verdict::Conflict) {
        found.push(Item::plain(view.say("todo-ask-manager")));
    }
    found.extend(steps(view).into_iter().map(Item::plain));
    found.extend(instead::items(view));
    let mut duties = Vec::new();
    for duty in &view.opinion.duties {
        add(&mut duties, view, duty_statement(view, duty), duty.norm);
    }
    found.extend(duties);
    let mut forbidden = Vec::new();
    for each in &view.opinion.must_not {
        let duty = &view.lawbook.duties[each.duty];
        let label = view.label(&duty.label, &duty.name);
        let statement = view.words.fill("todo-must-not", &[("duty", label.into())]);
        add(&mut forbidden, view, statement, each.norm);
    }
    found.extend(forbidden);
    found.extend(notes(view));
    found
}

/// Adds a statement of a norm. What several norms say is said once, and rests on no single one.
fn add(items: &mut Vec<Item>, view: View<'_>, statement: String, norm: NormId) {
    let norm = &view.norm(norm).id;
    match items.iter_mut().find(|item| item.text == statement) {
        Some(item) if item.norm.as_ref() != Some(norm) => item.norm = None,
        Some(_) => {}
        None => items.push(Item::of_norm(statement, norm)),
    }
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

fn notes(view: View<'_>) -> Vec<Item> {
    let most = if view.explain { usize::MAX } else { MOST_NOTES };
    let mut found = Vec::new();
    for because in &view.opinion.because {
        let note = view.norm(because.norm).note.get(view.words.lang);
        if !note.is_empty() {
            let statement = view.words.fill("todo-note", &[("note", note.into())]);
            add(&mut found, view, statement, because.norm);
        }
    }
    found.truncate(most);
    found
}
