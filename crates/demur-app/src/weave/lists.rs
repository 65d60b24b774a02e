//! The full lists on one page each: all norms, and the whole vocabulary. Without a
//! script they are what the browser's own search is for.

use askama::Template;
use demur_lawbook::{Fact, NormId, Texts};

use super::Page;
use super::markup::{Html, both, href, label};
use super::page::{Chrome, NormLink, norm_links, rendered};
use super::provision::{FactLink, PackHead, fact_links, pack_head};
use super::site::Site;
use super::wording;

#[derive(Template)]
#[template(path = "weave/all.html")]
struct AllPage {
    chrome: Chrome,
    packs: Vec<PackNorms>,
}

struct PackNorms {
    head: PackHead,
    norms: Vec<ListedNorm>,
}

struct ListedNorm {
    href: String,
    id: String,
    titles: Texts,
    cite: String,
    effect: Texts,
    in_force: Html,
    badge: Html,
}

/// Every norm, each version for itself.
pub(super) fn all_norms(site: &Site<'_>) -> Page {
    let lawbook = site.lawbook;
    let listed = |id: NormId| {
        let norm = &lawbook.norms[id];
        ListedNorm {
            href: href("", site.target(norm.declared).unwrap_or("index.html")),
            id: norm.id.clone(),
            titles: norm.title.clone(),
            cite: norm.citation.cite.clone(),
            effect: wording::effect(&norm.effect),
            in_force: wording::in_force(norm.from, norm.to),
            badge: wording::badge(norm.confidence),
        }
    };
    let packs = lawbook.packs.iter().map(|(pack, head)| PackNorms {
        head: pack_head(site, "", head),
        norms: lawbook
            .norms
            .iter()
            .filter(|(_, norm)| norm.pack == pack)
            .map(|(id, _)| listed(id))
            .collect(),
    });
    rendered(
        "all.html",
        &AllPage {
            chrome: Chrome::new(site, ""),
            packs: packs.collect(),
        },
    )
}

#[derive(Template)]
#[template(path = "weave/vocabulary.html")]
struct VocabularyPage<'a> {
    chrome: Chrome,
    packs: Vec<PackFacts>,
    place: &'a Fact,
    used_by: Vec<NormLink>,
}

struct PackFacts {
    head: PackHead,
    page: String,
    facts: Vec<FactLink>,
}

/// Every fact by its question, and the fact that no pack declares.
pub(super) fn vocabulary(site: &Site<'_>) -> Page {
    let lawbook = site.lawbook;
    let packs = lawbook.packs.iter().map(|(pack, head)| {
        let leaves = || site.leaves.iter().filter(move |leaf| leaf.pack == pack);
        let page = leaves().find(|leaf| leaf.stem == "facts");
        PackFacts {
            head: pack_head(site, "", head),
            page: page.map(|leaf| href("", &leaf.page)).unwrap_or_default(),
            facts: leaves()
                .flat_map(|leaf| fact_links(site, leaf, ""))
                .collect(),
        }
    });
    let users = site
        .usage
        .of_fact
        .get(&lawbook.place)
        .into_iter()
        .flatten()
        .copied();
    let shown = VocabularyPage {
        chrome: Chrome::new(site, ""),
        packs: packs.collect(),
        place: &lawbook.facts[lawbook.place],
        used_by: norm_links(site, "", users),
    };
    rendered("vocabulary.html", &shown)
}
