//! Cautions, and what follows for whoever acts against the opinion.

use demur_app::lawbook::{Effect, NormId};

use super::View;
use crate::show::page::Page;

/// More warnings than this are not read.
const MOST: usize = 4;

pub(super) fn add(view: View<'_>, page: &mut Page) {
    let opinion = view.opinion;
    if opinion.cautions.is_empty() && opinion.consequences.is_empty() {
        return;
    }
    page.part(&view.say("risk-part"));
    let mut norms = View::distinct(
        opinion
            .cautions
            .iter()
            .chain(&opinion.consequences)
            .copied(),
    );
    // What belongs to the provisions that decide comes first.
    norms.sort_by_key(|norm| {
        !opinion
            .because
            .iter()
            .any(|each| same_provision(view, each.norm, *norm))
    });
    let most = if view.explain { usize::MAX } else { MOST };
    for norm in norms.iter().take(most) {
        if let Some(statement) = statement(view, *norm) {
            page.item(&statement);
        }
    }
    let more = norms.len().saturating_sub(most);
    if more > 0 {
        page.detail(&view.words.fill("risk-more", &[("n", more.into())]));
    }
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
