//! Norms and examples read back in plain words one by one, for pages that are made when somebody
//! asks for them. Links lead to `/law/ID` and `/law/facts/NAME`.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{FactId, Norm, NormId, Texts};
use demur_syntax::canonical_item;
use demur_syntax::tree::{Item, ItemKind};

use super::cards::{Cards, test};
use super::prose;
use super::reading::Reader;
use super::says;
use super::site::{Layout, Leaf, Site};
use super::usage::Usage;
use crate::library::Library;

/// All pages lie below the root.
const ROOT: &str = "/";

/// What a library says in plain words, and what refers to what.
#[derive(Debug)]
pub struct Readings {
    norms: BTreeMap<NormId, NormRead>,
    /// By their positions in the lawbook.
    tests: Vec<Option<TestRead>>,
    usage: Usage,
}

/// A norm in plain words. Its HTML is safe to print: everything that comes from packs is escaped.
#[derive(Debug, Clone, Default)]
pub struct NormRead {
    /// What it does and when, as HTML in both languages.
    pub said: Texts,
    /// What its author writes about the provision, as HTML in the author's language.
    pub prose: String,
    /// Title of the provision in the author's language.
    pub provision: String,
    /// Its code.
    pub code: String,
}

/// An example or precedent in plain words.
#[derive(Debug, Clone, Default)]
pub struct TestRead {
    /// What was known at the time, as its author wrote it.
    pub known: Vec<String>,
    /// The situation, as HTML items of a list.
    pub given: Texts,
    /// Whether everything else is as usual.
    pub otherwise_typical: bool,
    /// What the engine has to answer, as HTML items of a list.
    pub expected: Texts,
}

impl Readings {
    /// Reads a library. That takes as long as reading its files does.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        let files: BTreeSet<&str> = library
            .sources
            .iter()
            .map(|(_, source)| source.path.as_str())
            .collect();
        let site = Site::laid_out(library, &files, Layout::Shelf);
        let mut readings = Self {
            norms: BTreeMap::new(),
            tests: vec![None; library.lawbook.tests.len()],
            usage: Usage::default(),
        };
        let positions: BTreeMap<_, usize> = library
            .lawbook
            .tests
            .iter()
            .enumerate()
            .map(|(position, test)| (test.declared, position))
            .collect();
        for leaf in &site.leaves {
            let cards = Cards::new(&site, leaf, ROOT);
            let prose = prose::opening(&site, leaf, ROOT).0;
            for (item, _) in leaf.items() {
                let declared = (leaf.document.file, item.span);
                match &item.kind {
                    ItemKind::Norm(_) => {
                        let read = site
                            .norm(declared)
                            .map(|(id, norm)| (id, norm_read(&site, leaf, item, norm, &prose)));
                        readings.norms.extend(read);
                    }
                    ItemKind::Test(written) => {
                        let place = positions
                            .get(&declared)
                            .and_then(|position| readings.tests.get_mut(*position));
                        if let Some(place) = place {
                            *place = Some(test_read(test::read(&cards, written)));
                        }
                    }
                    _ => {}
                }
            }
        }
        readings.usage = site.usage;
        readings
    }

    /// A norm in plain words.
    #[must_use]
    pub fn norm(&self, norm: NormId) -> Option<&NormRead> {
        self.norms.get(&norm)
    }

    /// An example in plain words, by its position in the lawbook.
    #[must_use]
    pub fn test(&self, position: usize) -> Option<&TestRead> {
        self.tests.get(position)?.as_ref()
    }

    /// Positions of the examples that show a norm at work.
    #[must_use]
    pub fn shown_in(&self, id: &str) -> &[usize] {
        self.usage.tests.get(id).map_or(&[], Vec::as_slice)
    }

    /// The norms that take this one out.
    pub fn overridden_by(&self, norm: NormId) -> impl Iterator<Item = NormId> {
        self.usage
            .overridden_by
            .get(&norm)
            .into_iter()
            .flatten()
            .copied()
    }

    /// The norms whose conditions or effect speak of a fact.
    pub fn speaking_of(&self, fact: FactId) -> impl Iterator<Item = NormId> {
        self.usage.of_fact.get(&fact).into_iter().flatten().copied()
    }

    /// The facts of which a norm speaks, in the order of the vocabulary.
    pub fn facts_of(&self, norm: NormId) -> impl Iterator<Item = FactId> {
        let facts = self.usage.of_fact.iter();
        facts
            .filter(move |(_, norms)| norms.contains(&norm))
            .map(|(fact, _)| *fact)
    }
}

fn norm_read(site: &Site<'_>, leaf: &Leaf<'_>, item: &Item, norm: &Norm, prose: &str) -> NormRead {
    let ItemKind::Norm(written) = &item.kind else {
        return NormRead::default();
    };
    let reader = Reader { site, root: ROOT };
    NormRead {
        said: says::read(&reader, norm, written),
        prose: prose.to_owned(),
        provision: leaf.title().to_owned(),
        code: canonical_item(item).trim().to_owned(),
    }
}

fn test_read(read: test::Read<'_>) -> TestRead {
    TestRead {
        known: read.known.into_iter().map(str::to_owned).collect(),
        given: read.given,
        otherwise_typical: read.typical,
        expected: read.expected,
    }
}
