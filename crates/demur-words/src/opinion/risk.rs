//! Cautions, and what follows for whoever acts against the opinion.

use demur_app::lawbook::{Effect, NormId};

use super::{Item, PartKind, TitledPart, View};

/// More warnings than this are not read.
const MOST: usize = 4;

pub(super) fn part(view: View<'_>) -> Option<TitledPart> {
    let opinion = view.opinion;
    let stated = opinion.cautions.iter().chain(&opinion.consequences);
    let mut norms = View::distinct(stated.copied());
    if norms.is_empty() {
        return None;
    }
    // What belongs to the provisions that decide comes first.
    norms.sort_by_key(|norm| {
        !opinion
            .because
            .iter()
            .any(|each| same_provision(view, each.norm, *norm))
    });
    let most = if view.explain { usize::MAX } else { MOST };
    let item = |norm: &NormId| {
        let text = statement(view, *norm)?;
        Some(Item::of_norm(text, &view.norm(*norm).id))
    };
    let more = norms.len().saturating_sub(most);
    Some(TitledPart {
        kind: PartKind::Risk,
        title: view.say("risk-part"),
        items: norms.iter().take(most).filter_map(item).collect(),
        more: (more > 0).then(|| view.words.fill("risk-more", &[("n", more.into())])),
    })
}

/// Whether two norms stand in one file.
fn same_provision(view: View<'_>, one: NormId, other: NormId) -> bool {
    view.norm(one).declared.0 == view.norm(other).declared.0
}

fn statement(view: View<'_>, norm: NormId) -> Option<String> {
    let (key, text) = match &view.norm(norm).effect {
        Effect::Caution(text) => ("risk-caution", text),
        Effect::Consequence {
            of_serving: false,
            text,
        } => ("risk-consequence", text),
        Effect::Consequence {
            of_serving: true,
            text,
        } => ("risk-of-serving", text),
        _ => return None,
    };
    let text = text.get(view.words.lang);
    Some(view.words.fill(
        key,
        &[("text", text.into()), ("cite", view.cite(norm).into())],
    ))
}
