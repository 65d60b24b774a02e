//! What all pages know of each other: which file becomes which page, and where
//! each name is explained.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{Lawbook, Norm, NormId, Pack, PackFile, PackId, Texts};
use demur_syntax::tree::{Define, Group, Item, ItemKind, Param};
use demur_syntax::{Document, FileId, Source, Span};

use super::markup::texts;
use super::names::{self, Kind, Names};
use super::usage::Usage;
use crate::library::Library;

/// The library as it is woven.
#[derive(Debug)]
pub(super) struct Site<'a> {
    pub(super) lawbook: &'a Lawbook,
    /// One for each Markdown file, sorted by path.
    pub(super) leaves: Vec<Leaf<'a>>,
    pub(super) names: Names,
    pub(super) usage: Usage,
    norms: BTreeMap<(FileId, Span), NormId>,
    targets: BTreeMap<(FileId, Span), String>,
}

/// A Markdown file and the page that it becomes.
#[derive(Debug)]
pub(super) struct Leaf<'a> {
    pub(super) source: &'a Source,
    pub(super) document: Document,
    pub(super) pack: PackId,
    /// The path of its page.
    pub(super) page: String,
    /// Its path inside the folder of its pack, without `.md`.
    pub(super) stem: String,
    /// Anchors of its items, in order.
    pub(super) anchors: Vec<String>,
}

impl Leaf<'_> {
    /// Its first heading, or its path when it has none.
    pub(super) fn title(&self) -> &str {
        self.document
            .title
            .as_ref()
            .map_or(&self.stem, |title| &title.value)
    }

    /// The way from its page up to the folder of the library.
    pub(super) fn root(&self) -> String {
        "../".repeat(self.page.matches('/').count())
    }

    /// Its items with their anchors.
    pub(super) fn items(&self) -> impl Iterator<Item = (&Item, &String)> {
        self.document.items().zip(&self.anchors)
    }

    /// A value of its front matter; empty when there is none.
    pub(super) fn entry(&self, key: &str) -> &str {
        self.document
            .entry(key)
            .map_or("", |entry| &entry.value.value)
    }
}

/// Where the pages of a library lie.
#[derive(Debug, Clone, Copy)]
pub(super) enum Layout {
    /// In a folder, a page for each file.
    Folder,
    /// Behind one address, a page for each norm and each fact.
    Shelf,
}

impl Layout {
    fn page(self, pack: &str, stem: &str) -> String {
        match self {
            Self::Folder => format!("law/{pack}/{stem}.html"),
            Self::Shelf => format!("law/{pack}.{}", stem.replace('/', ".")),
        }
    }

    /// Where an item is shown, when it is shown at all.
    fn target(self, page: &str, anchor: &str, item: &Item) -> Option<String> {
        match (self, names::declared(item)) {
            (Self::Folder, _) => Some(format!("{page}#{anchor}")),
            (Self::Shelf, Some((Kind::Norm, id))) => Some(format!("law/{id}")),
            (Self::Shelf, Some((Kind::Fact, name))) => Some(format!("law/facts/{name}")),
            (Self::Shelf, _) => None,
        }
    }
}

impl<'a> Site<'a> {
    pub(super) fn new(library: &'a Library, files: &[PackFile]) -> Self {
        let wanted = files.iter().map(|file| file.path.as_str()).collect();
        Self::laid_out(library, &wanted, Layout::Folder)
    }

    pub(super) fn laid_out(library: &'a Library, wanted: &BTreeSet<&str>, layout: Layout) -> Self {
        let mut site = Self {
            lawbook: &library.lawbook,
            leaves: leaves(library, wanted, layout),
            names: Names::default(),
            usage: Usage::new(&library.lawbook),
            norms: library
                .lawbook
                .norms
                .iter()
                .map(|(id, norm)| (norm.declared, id))
                .collect(),
            targets: BTreeMap::new(),
        };
        let place = match layout {
            Layout::Folder => "vocabulary.html#fact:place",
            Layout::Shelf => "law/facts/place",
        };
        site.names.add(Kind::Fact, "place", place.to_owned());
        for leaf in &site.leaves {
            for (item, anchor) in leaf.items() {
                let Some(target) = layout.target(&leaf.page, anchor, item) else {
                    continue;
                };
                if let Some((kind, name)) = names::declared(item) {
                    site.names.add(kind, name, target.clone());
                }
                site.targets.insert((leaf.document.file, item.span), target);
            }
        }
        site
    }

    pub(super) fn pack(&self, leaf: &Leaf<'_>) -> &'a Pack {
        &self.lawbook.packs[leaf.pack]
    }

    /// Where what was declared there is shown.
    pub(super) fn target(&self, declared: (FileId, Span)) -> Option<&str> {
        self.targets.get(&declared).map(String::as_str)
    }

    /// The compiled norm that was declared there.
    pub(super) fn norm(&self, declared: (FileId, Span)) -> Option<(NormId, &'a Norm)> {
        self.norms
            .get(&declared)
            .map(|id| (*id, &self.lawbook.norms[*id]))
    }

    /// The norms of a page in the order in which they are written.
    pub(super) fn norms_of(&self, leaf: &Leaf<'_>) -> Vec<(NormId, &'a Norm)> {
        leaf.document
            .items()
            .filter_map(|item| self.norm((leaf.document.file, item.span)))
            .collect()
    }

    /// What a norm is called; its id when it is not in the lawbook.
    pub(super) fn norm_title(&self, id: &str) -> Texts {
        let first = self.lawbook.norms_named(id).next();
        first.map_or_else(
            || texts(id, ""),
            |norm| self.lawbook.norms[norm].title.clone(),
        )
    }

    pub(super) fn define(&self, name: &str) -> Option<&Define> {
        self.items().find_map(|item| match &item.kind {
            ItemKind::Define(each) if each.name.text == name => Some(each),
            _ => None,
        })
    }

    pub(super) fn group(&self, name: &str) -> Option<&Group> {
        self.items().find_map(|item| match &item.kind {
            ItemKind::Group(each) if each.name.text == name => Some(each),
            _ => None,
        })
    }

    pub(super) fn param(&self, name: &str) -> Option<&Param> {
        self.items().find_map(|item| match &item.kind {
            ItemKind::Param(each) if each.name.text == name => Some(each),
            _ => None,
        })
    }

    fn items(&self) -> impl Iterator<Item = &Item> {
        self.leaves.iter().flat_map(|leaf| leaf.document.items())
    }
}

fn leaves<'a>(library: &'a Library, wanted: &BTreeSet<&str>, layout: Layout) -> Vec<Leaf<'a>> {
    let parsed: Vec<(&Source, Document)> = library
        .sources
        .iter()
        .filter(|(_, source)| wanted.contains(source.path.as_str()))
        .map(|(file, source)| (source, demur_syntax::parse_document(file, &source.text).0))
        .collect();
    let folders = folders(&parsed);
    let leaf = |(source, document): (&'a Source, Document)| {
        let inside = folders
            .iter()
            .filter(|(folder, _)| source.path.starts_with(folder.as_str()));
        let (folder, name) = inside.max_by_key(|(folder, _)| folder.len())?;
        let pack = library.lawbook.packs.find(|pack| pack.id == *name)?;
        let stem = source
            .path
            .strip_prefix(folder.as_str())?
            .strip_suffix(".md")?
            .to_owned();
        let page = layout.page(name, &stem);
        let anchors = names::anchors(document.items());
        Some(Leaf {
            source,
            document,
            pack,
            page,
            stem,
            anchors,
        })
    };
    let mut leaves: Vec<Leaf<'a>> = parsed.into_iter().filter_map(leaf).collect();
    leaves.sort_by(|a, b| a.page.cmp(&b.page));
    leaves
}

/// The folder of each pack with the pack's id.
fn folders(parsed: &[(&Source, Document)]) -> Vec<(String, String)> {
    let pack = |(source, document): &(&Source, Document)| {
        let folder = source.path.strip_suffix("pack.md")?;
        let id = document.entry("pack")?.value.value.clone();
        (folder.is_empty() || folder.ends_with('/')).then(|| (folder.to_owned(), id))
    };
    parsed.iter().filter_map(pack).collect()
}
