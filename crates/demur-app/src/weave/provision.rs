//! The page of one Markdown file: a provision, a vocabulary or a pack's head.

use std::collections::BTreeMap;

use askama::Template;
use demur_lawbook::{Lawbook, Norm, NormId, Pack, Texts};
use demur_syntax::tree::ItemKind;

use super::Page;
use super::markup::{Html, both, href, label};
use super::page::{Chrome, NormLink, norm_links, rendered};
use super::prose;
use super::site::{Leaf, Site};
use super::wording;

#[derive(Template)]
#[template(path = "weave/provision.html")]
struct ProvisionPage<'a> {
    chrome: Chrome,
    title: &'a str,
    path: String,
    pack: PackHead,
    source: Option<SourceBox>,
    is_head: bool,
    norms: Vec<NormLink>,
    versions: Vec<Version>,
    facts: Vec<FactLink>,
    doubts: usize,
    siblings: Vec<Sibling>,
    body: Html,
}

/// What is said of a pack.
pub(super) struct PackHead {
    pub(super) href: String,
    pub(super) id: String,
    pub(super) titles: Texts,
    pub(super) version: String,
    pub(super) as_of: String,
    pub(super) status: String,
    pub(super) layer: Texts,
    pub(super) place: Texts,
}

/// Where a provision comes from.
struct SourceBox {
    cite: String,
    url: String,
    seen: String,
    sources: Vec<String>,
    confidence: Html,
    meaning: Texts,
    layer: Texts,
}

/// One of several versions of a norm.
struct Version {
    href: String,
    id: String,
    in_force: Html,
    titles: Texts,
}

/// A fact of the vocabulary.
pub(super) struct FactLink {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) ask: Texts,
}

/// Another page of the pack.
struct Sibling {
    href: String,
    title: String,
}

/// The page of `leaf`.
pub(super) fn page(site: &Site<'_>, leaf: &Leaf<'_>) -> Page {
    let root = leaf.root();
    let norms = site.norms_of(leaf);
    let is_head = leaf.stem == "pack";
    let shown = ProvisionPage {
        chrome: Chrome::new(site, &root),
        title: leaf.title(),
        path: leaf.page.replace(".html", ".md"),
        pack: pack_head(site, &root, site.pack(leaf)),
        source: norms.first().map(|(_, norm)| source(leaf, norm)),
        is_head,
        norms: norm_links(site, &root, norms.iter().map(|(id, _)| *id)),
        versions: versions(site, &root, &norms),
        facts: facts(site, leaf, &root),
        doubts: leaf.document.doubts.len(),
        siblings: if is_head {
            siblings(site, leaf, &root)
        } else {
            Vec::new()
        },
        body: prose::body(site, leaf),
    };
    rendered(&leaf.page, &shown)
}

/// What is said of the pack, for a page at `root`.
pub(super) fn pack_head(site: &Site<'_>, root: &str, pack: &Pack) -> PackHead {
    PackHead {
        href: href(root, &format!("law/{}/pack.html", pack.id)),
        id: pack.id.clone(),
        titles: pack.titles.clone(),
        version: pack.version.clone(),
        as_of: pack
            .text_as_of
            .map(|day| day.to_string())
            .unwrap_or_default(),
        status: pack.status.clone(),
        layer: wording::tier(pack.layer.tier),
        place: place(site.lawbook, pack),
    }
}

fn place(lawbook: &Lawbook, pack: &Pack) -> Texts {
    let everywhere = || Texts {
        en: "everywhere".to_owned(),
        pl: "wszędzie".to_owned(),
    };
    let Some(name) = &pack.place else {
        return everywhere();
    };
    let values = lawbook.facts[lawbook.place].domain.values();
    let label = values
        .iter()
        .find(|value| value.name == *name)
        .map(|value| value.label.clone());
    label.unwrap_or_else(|| Texts {
        en: name.clone(),
        pl: name.clone(),
    })
}

fn source(leaf: &Leaf<'_>, norm: &Norm) -> SourceBox {
    let stated = demur_lawbook::Confidence::ALL
        .into_iter()
        .find(|each| each.name() == leaf.entry("confidence"));
    let confidence = stated.unwrap_or(norm.confidence);
    SourceBox {
        cite: norm.citation.cite.clone(),
        url: norm.citation.url.clone(),
        seen: norm
            .citation
            .seen
            .map(|day| day.to_string())
            .unwrap_or_default(),
        sources: norm.citation.sources.clone(),
        confidence: wording::badge(confidence),
        meaning: wording::confidence_meaning(confidence),
        layer: wording::tier(norm.layer.tier),
    }
}

fn versions(site: &Site<'_>, root: &str, norms: &[(NormId, &Norm)]) -> Vec<Version> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, norm) in norms {
        *count.entry(norm.id.as_str()).or_default() += 1;
    }
    let several = norms
        .iter()
        .filter(|(_, norm)| count.get(norm.id.as_str()).is_some_and(|count| *count > 1));
    let mut versions: Vec<&(NormId, &Norm)> = several.collect();
    versions.sort_by_key(|(id, _)| *id);
    let version = |(_, norm): &(NormId, &Norm)| Version {
        href: href(root, site.target(norm.declared).unwrap_or("all.html")),
        id: norm.id.clone(),
        in_force: wording::in_force(norm.from, norm.to),
        titles: norm.title.clone(),
    };
    versions.into_iter().map(version).collect()
}

/// The facts that the page declares; on the vocabulary of a pack all of its facts.
fn facts(site: &Site<'_>, leaf: &Leaf<'_>, root: &str) -> Vec<FactLink> {
    let of_pack = |other: &&Leaf<'_>| other.pack == leaf.pack && leaf.stem == "facts";
    let pages = site
        .leaves
        .iter()
        .filter(|other| other.page == leaf.page || of_pack(other));
    pages
        .flat_map(|page| fact_links(site, page, root))
        .collect()
}

/// Links to the facts that a page declares.
pub(super) fn fact_links(site: &Site<'_>, leaf: &Leaf<'_>, root: &str) -> Vec<FactLink> {
    let link = |(item, anchor): (&demur_syntax::tree::Item, &String)| match &item.kind {
        ItemKind::Fact(fact) => {
            let id = site.lawbook.fact_named(&fact.name.text)?;
            Some(FactLink {
                href: href(root, &format!("{}#{anchor}", leaf.page)),
                name: fact.name.text.clone(),
                ask: site.lawbook.facts[id].ask.clone(),
            })
        }
        _ => None,
    };
    leaf.items().filter_map(link).collect()
}

fn siblings(site: &Site<'_>, leaf: &Leaf<'_>, root: &str) -> Vec<Sibling> {
    let others = site
        .leaves
        .iter()
        .filter(|other| other.pack == leaf.pack && other.page != leaf.page);
    others
        .map(|other| Sibling {
            href: href(root, &other.page),
            title: other.title().to_owned(),
        })
        .collect()
}

/// The host of an address, which is enough to recognise it on screen.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Whether a citation's address may become a link.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
