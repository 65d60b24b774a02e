//! The first page: the packs, their contents, and how much is covered how surely.

use std::collections::BTreeMap;

use askama::Template;
use demur_lawbook::{Confidence, Norm, PackId, Texts};

use super::Page;
use super::markup::{Html, both, href, label};
use super::page::{Chrome, NormLink, norm_links, rendered};
use super::provision::{PackHead, pack_head};
use super::site::{Leaf, Site};
use super::wording;

#[derive(Template)]
#[template(path = "weave/index.html")]
struct IndexPage {
    chrome: Chrome,
    packs: Vec<PackContents>,
    legend: Vec<(Html, Texts)>,
    coverage: Vec<CoverageRow>,
    totals: Counts,
    tests: usize,
    precedents: usize,
}

struct PackContents {
    head: PackHead,
    counts: Counts,
    entries: Vec<Entry>,
}

/// A page in the contents.
struct Entry {
    href: String,
    title: String,
    cite: String,
    norms: Vec<NormLink>,
}

struct CoverageRow {
    effect: Texts,
    counts: Counts,
}

/// How many norms there are of each confidence.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    verified: usize,
    recalled: usize,
    contested: usize,
}

impl Counts {
    fn of<'a>(norms: impl Iterator<Item = &'a Norm>) -> Self {
        let mut counts = Self::default();
        for norm in norms {
            match norm.confidence {
                Confidence::Verified => counts.verified += 1,
                Confidence::Recalled => counts.recalled += 1,
                Confidence::Contested => counts.contested += 1,
            }
        }
        counts
    }

    fn total(self) -> usize {
        self.verified + self.recalled + self.contested
    }
}

/// The page.
pub(super) fn page(site: &Site<'_>) -> Page {
    let lawbook = site.lawbook;
    let legend =
        Confidence::ALL.map(|each| (wording::badge(each), wording::confidence_meaning(each)));
    let precedents = lawbook
        .tests
        .iter()
        .filter(|test| test.docket.is_some())
        .count();
    let shown = IndexPage {
        chrome: Chrome::new(site, ""),
        packs: lawbook
            .packs
            .ids()
            .map(|pack| contents(site, pack))
            .collect(),
        legend: legend.into(),
        coverage: coverage(site),
        totals: Counts::of(lawbook.norms.iter().map(|(_, norm)| norm)),
        tests: lawbook.tests.len() - precedents,
        precedents,
    };
    rendered("index.html", &shown)
}

fn contents(site: &Site<'_>, pack: PackId) -> PackContents {
    let of_pack = site
        .lawbook
        .norms
        .iter()
        .map(|(_, norm)| norm)
        .filter(|norm| norm.pack == pack);
    let leaves = site
        .leaves
        .iter()
        .filter(|leaf| leaf.pack == pack && leaf.stem != "pack");
    PackContents {
        head: pack_head(site, "", &site.lawbook.packs[pack]),
        counts: Counts::of(of_pack),
        entries: leaves.map(|leaf| entry(site, leaf)).collect(),
    }
}

fn entry(site: &Site<'_>, leaf: &Leaf<'_>) -> Entry {
    Entry {
        href: href("", &leaf.page),
        title: leaf.title().to_owned(),
        cite: leaf.entry("cite").to_owned(),
        norms: norm_links(site, "", site.norms_of(leaf).into_iter().map(|(id, _)| id)),
    }
}

/// One row for each effect that occurs, in the order of the most frequent.
fn coverage(site: &Site<'_>) -> Vec<CoverageRow> {
    let mut by_effect: BTreeMap<&str, Vec<&Norm>> = BTreeMap::new();
    for (_, norm) in site.lawbook.norms.iter() {
        by_effect.entry(norm.effect.name()).or_default().push(norm);
    }
    let row = |norms: Vec<&Norm>| {
        let first = norms.first()?;
        Some(CoverageRow {
            effect: wording::effect(&first.effect),
            counts: Counts::of(norms.iter().copied()),
        })
    };
    let mut rows: Vec<CoverageRow> = by_effect.into_values().filter_map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.counts.total()));
    rows
}
