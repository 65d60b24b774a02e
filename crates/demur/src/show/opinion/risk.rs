//! Cautions, and what follows for whoever acts against the opinion.

use demur_app::lawbook::{Effect, NormId};

use super::View;
use crate::show::page::Page;

pub(super) fn add(view: View<'_>, page: &mut Page) {
    let opinion = view.opinion;
    if opinion.cautions.is_empty() && opinion.consequences.is_empty() {
        return;
    }
    page.part(&view.say("risk-part"));
    for norm in View::distinct(opinion.cautions.iter().chain(&opinion.consequences).copied()) {
        if let Some(statement) = statement(view, norm) {
            page.item(&statement);
        }
    }
}

fn statement(view: View<'_>, norm: NormId) -> Option<String> {
    let (key, text) = match &view.norm(norm).effect {
        Effect::Caution(text) => ("risk-caution", text),
        Effect::Consequence { of_serving: false, text } => ("risk-consequence", text),
        Effect::Consequence { of_serving: true, text } => ("risk-of-serving", text),
        _ => return None,
    };
    let text = text.get(view.words.lang);
    Some(view.words.fill(key, &[("text", text.into()), ("cite", view.cite(norm).into())]))
}
