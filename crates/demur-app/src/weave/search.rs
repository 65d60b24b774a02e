//! The search: an index that stands in the page itself, so that it works from a
//! disk, and the same index as a file for other programs.

use std::collections::BTreeSet;

use askama::Template;
use demur_lawbook::{Effect, Norm, Texts};
use demur_syntax::tree::ItemKind;
use serde::Serialize;

use super::Page;
use super::markup::{Html, href, label};
use super::page::{Chrome, rendered};
use super::reading::Reader;
use super::says;
use super::site::{Leaf, Site};

/// One thing that can be found.
#[derive(Debug, Serialize)]
struct Found<'a> {
    id: &'a str,
    href: String,
    en: &'a str,
    pl: &'a str,
    cite: &'a str,
    words: String,
}

#[derive(Template)]
#[template(path = "weave/search.html")]
struct SearchPage {
    chrome: Chrome,
    index: Html,
}

/// The page with its index, and the index.
pub(super) fn pages(site: &Site<'_>) -> [Page; 2] {
    let index = serde_json::to_string(&index(site)).unwrap_or_default();
    // `<` could end the element in which the index stands.
    let inline = Html(index.replace('<', "\\u003c"));
    let page = rendered(
        "search.html",
        &SearchPage {
            chrome: Chrome::new(site, ""),
            index: inline,
        },
    );
    [page, Page::new("search.json", index)]
}

fn index<'a>(site: &'a Site<'_>) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    for leaf in &site.leaves {
        for (item, anchor) in leaf.items() {
            let target = href("", &format!("{}#{anchor}", leaf.page));
            match &item.kind {
                ItemKind::Norm(written) => {
                    let norm = site.norm((leaf.document.file, item.span));
                    let answers =
                        |norm| answers(&says::norm(&Reader { site, root: "" }, norm, written).0);
                    found.extend(norm.map(|(_, norm)| of_norm(leaf, norm, &answers(norm), target)));
                }
                ItemKind::Fact(fact) => {
                    let id = site.lawbook.fact_named(&fact.name.text);
                    found.extend(id.map(|id| of_fact(site, id, target)));
                }
                _ => {}
            }
        }
    }
    found
}

/// The answers that a norm asks for, each once: the words by which people look for
/// it, such as "shop" or "entry".
fn answers(said: &str) -> String {
    let answers = said
        .split("class=\"answer\">")
        .skip(1)
        .filter_map(|rest| rest.split('<').next());
    let each: BTreeSet<&str> = answers
        .filter(|answer| !["yes", "no", "tak", "nie"].contains(answer))
        .collect();
    each.into_iter().collect::<Vec<_>>().join(" ")
}

fn of_norm<'a>(leaf: &Leaf<'_>, norm: &'a Norm, answers: &str, href: String) -> Found<'a> {
    let empty = Texts::default();
    let said = match &norm.effect {
        Effect::Caution(text) | Effect::Consequence { text, .. } => text,
        _ => &empty,
    };
    let words = [
        leaf.title(),
        answers,
        &norm.note.en,
        &norm.note.pl,
        &said.en,
        &said.pl,
    ];
    Found {
        id: &norm.id,
        href,
        en: &norm.title.en,
        pl: &norm.title.pl,
        cite: &norm.citation.cite,
        words: words
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn of_fact<'a>(site: &'a Site<'_>, id: demur_lawbook::FactId, href: String) -> Found<'a> {
    let fact = &site.lawbook.facts[id];
    let labels = fact
        .domain
        .values()
        .iter()
        .flat_map(|value| [value.label.en.as_str(), value.label.pl.as_str()]);
    let words = [fact.help.en.as_str(), fact.help.pl.as_str()]
        .into_iter()
        .chain(labels);
    Found {
        id: &fact.name,
        href,
        en: &fact.ask.en,
        pl: &fact.ask.pl,
        cite: "",
        words: words
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
    }
}
