//! Which file belongs to which pack, and what the front matter says.

use std::collections::BTreeSet;

use demur_syntax::tree::{Entry, ItemKind};
use demur_syntax::{Diagnostic, Document, FileId, Span, nearest};
use jiff::civil::Date;

use crate::lawbook::{Citation, Confidence, Layer, Pack, Texts, Tier};
use crate::table::{PackId, Table};

/// Who stands behind a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    Library,
    Policy,
}

/// A file of a pack with what its front matter says.
#[derive(Debug)]
pub(crate) struct Unit {
    pub(crate) pack: PackId,
    pub(crate) head: Pack,
    pub(crate) file: FileId,
    /// The id that the path stands for.
    pub(crate) prefix: String,
    pub(crate) layer: Layer,
    pub(crate) citation: Citation,
    pub(crate) confidence: Confidence,
    pub(crate) document: Document,
}

const PACK_KEYS: [&str; 9] = [
    "pack",
    "layer",
    "place",
    "within",
    "version",
    "text-as-of",
    "status",
    "title-en",
    "title-pl",
];
const PROVISION_KEYS: [&str; 6] = ["cite", "url", "confidence", "seen", "sources", "layer"];

/// Sorts documents into packs; those that belong to none are reported when they
/// hold code, and left out.
pub(crate) fn units(
    documents: Vec<(String, Document, Origin)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Unit> {
    let heads = heads(&documents, diagnostics);
    let mut units = Vec::new();
    for (path, document, _) in documents {
        let home = heads
            .iter()
            .enumerate()
            .filter(|(_, (folder, _))| path.starts_with(folder.as_str()))
            .max_by_key(|(_, (folder, _))| folder.len());
        match home {
            Some((index, (folder, head))) => {
                units.push(unit(index, folder, head, &path, document, diagnostics))
            }
            None if document.blocks.is_empty() => {}
            None => diagnostics.push(
                Diagnostic::error("E024", format!("`{path}` belongs to no pack"))
                    .at(
                        document.file,
                        Span::default(),
                        "no `pack.md` in this folder or above it",
                    )
                    .help("add a `pack.md` beside it, or move it into the folder of a pack"),
            ),
        }
    }
    units
}

/// The packs, in the order of the ids that units carry.
pub(crate) fn packs(units: &[Unit]) -> Table<PackId, Pack> {
    let mut heads: Vec<(PackId, &Pack)> =
        units.iter().map(|unit| (unit.pack, &unit.head)).collect();
    heads.sort_by_key(|(id, _)| *id);
    heads.dedup_by_key(|(id, _)| *id);
    let mut table = Table::default();
    for (_, head) in heads {
        table.push(head.clone());
    }
    table
}

/// All places for which there is a pack, sorted.
pub(crate) fn places(units: &[Unit]) -> Vec<String> {
    let places: BTreeSet<&String> = units
        .iter()
        .filter_map(|unit| unit.head.place.as_ref())
        .collect();
    places.into_iter().cloned().collect()
}

/// `place` and every place that lies within it, through packs.
pub(crate) fn places_within(units: &[Unit], place: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::from([place.to_owned()]);
    loop {
        let before = found.len();
        for head in units.iter().map(|unit| &unit.head) {
            if let Some(inner) = &head.place
                && head.within.iter().any(|outer| found.contains(outer))
            {
                found.insert(inner.clone());
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

fn heads(
    documents: &[(String, Document, Origin)],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(String, Pack)> {
    let mut heads: Vec<(String, Pack, (FileId, Span))> = Vec::new();
    for (path, document, origin) in documents {
        let Some(folder) = path
            .strip_suffix("pack.md")
            .filter(|folder| folder.is_empty() || folder.ends_with('/'))
        else {
            continue;
        };
        let mut reader = Reader {
            document,
            diagnostics,
        };
        reader.check_keys(&PACK_KEYS);
        let pack = reader.pack();
        if *origin == Origin::Policy {
            reader.check_policy(&pack);
        }
        let here = (
            document.file,
            document
                .entry("pack")
                .map(|entry| entry.value.span)
                .unwrap_or_default(),
        );
        if let Some((_, _, first)) = heads.iter().find(|(_, other, _)| other.id == pack.id) {
            diagnostics.push(
                Diagnostic::error("E106", format!("the pack `{}` is declared twice", pack.id))
                    .at(here.0, here.1, "again here")
                    .see(first.0, first.1, "first declared here")
                    .help("give one of the two another name"),
            );
        }
        // The same `pack.md` twice, say as library and as policy: files belong to one pack.
        if !heads.iter().any(|(other, _, _)| other == folder) {
            heads.push((folder.to_owned(), pack, here));
        }
    }
    heads.sort_by(|a, b| a.1.id.cmp(&b.1.id));
    heads
        .into_iter()
        .map(|(folder, pack, _)| (folder, pack))
        .collect()
}

fn unit(
    index: usize,
    folder: &str,
    head: &Pack,
    path: &str,
    document: Document,
    diagnostics: &mut Vec<Diagnostic>,
) -> Unit {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let stem = below.strip_suffix(".md").unwrap_or(below);
    let prefix = format!("{}.{}", head.id, stem.replace('/', "."));
    let has_norms = document
        .items()
        .any(|item| matches!(item.kind, ItemKind::Norm(_)));
    let mut reader = Reader {
        document: &document,
        diagnostics,
    };
    let is_head = below == "pack.md";
    let (layer, citation, confidence) = if is_head || !has_norms {
        (head.layer, Citation::default(), Confidence::Recalled)
    } else {
        reader.check_keys(&PROVISION_KEYS);
        reader.provision(head)
    };
    Unit {
        pack: crate::table::Id::from_position(index),
        head: head.clone(),
        file: document.file,
        prefix,
        layer,
        citation,
        confidence,
        document,
    }
}

struct Reader<'a> {
    document: &'a Document,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn check_keys(&mut self, known: &[&str]) {
        for Entry { key, .. } in &self.document.front_matter {
            if !known.contains(&key.text.as_str()) {
                self.diagnostics.push(
                    Diagnostic::error(
                        "E023",
                        format!("the front matter has no entry `{}`", key.text),
                    )
                    .at(self.document.file, key.span, "not known here")
                    .did_you_mean(nearest(&key.text, known.iter().copied()))
                    .help(format!("known here: {}", known.join(", "))),
                );
            }
        }
    }

    fn optional(&self, key: &str) -> Option<&Entry> {
        self.document
            .entry(key)
            .filter(|entry| !entry.value.value.is_empty())
    }

    fn required(&mut self, key: &str, example: &str) -> String {
        if let Some(entry) = self.optional(key) {
            return entry.value.value.clone();
        }
        let span = self.document.front_matter_span.unwrap_or_default();
        self.diagnostics.push(
            Diagnostic::error("E021", format!("the front matter lacks `{key}`"))
                .at(
                    self.document.file,
                    span,
                    format!("expected an entry `{key}`"),
                )
                .help(format!("add a line such as `{key}: {example}`")),
        );
        String::new()
    }

    fn bad_value(&mut self, entry: &Entry, expected: &str, near: Option<&str>) {
        self.diagnostics.push(
            Diagnostic::error(
                "E022",
                format!("`{}` cannot be `{}`", entry.key.text, entry.value.value),
            )
            .at(
                self.document.file,
                entry.value.span,
                format!("expected {expected}"),
            )
            .did_you_mean(near),
        );
    }

    fn day(&mut self, key: &str) -> Option<Date> {
        let entry = self.optional(key)?.clone();
        let date = entry.value.value.parse().ok();
        if date.is_none() {
            self.bad_value(&entry, "a day such as 2026-11-22", None);
        }
        date
    }

    fn pack(&mut self) -> Pack {
        let id = self.required("pack", "pl");
        let layer = self
            .layer("law, code, house or standard")
            .unwrap_or_default();
        let place = self.required("place", "pl");
        let list = |entry: &Entry| {
            entry
                .value
                .value
                .split_whitespace()
                .map(str::to_owned)
                .collect()
        };
        Pack {
            id,
            layer,
            place: (place != "any" && !place.is_empty()).then_some(place),
            within: self.optional("within").map(list).unwrap_or_default(),
            version: self.required("version", "2026.11.1"),
            text_as_of: self.day("text-as-of"),
            status: self
                .optional("status")
                .map_or_else(|| "draft".to_owned(), |entry| entry.value.value.clone()),
            titles: Texts {
                en: self.required("title-en", "Poland"),
                pl: self.required("title-pl", "Polska"),
            },
        }
    }

    fn check_policy(&mut self, pack: &Pack) {
        if pack.layer.tier != Tier::House
            && let Some(entry) = self.optional("layer").cloned()
        {
            let message = format!(
                "the policy `{}` cannot call itself {}",
                pack.id,
                pack.layer.tier.name()
            );
            self.diagnostics.push(
                Diagnostic::error("E124", message)
                    .at(self.document.file, entry.value.span, "expected `house`")
                    .help("write `layer: house`; law comes from the law library"),
            );
        }
    }

    fn layer(&mut self, expected: &str) -> Option<Layer> {
        let Some(entry) = self.optional("layer").cloned() else {
            self.required("layer", "law");
            return None;
        };
        let layer = parse_layer(&entry.value.value);
        if layer.is_none() {
            let names = Tier::ALL.map(Tier::name);
            let near = nearest(&entry.value.value, names).map(str::to_owned);
            self.bad_value(&entry, expected, near.as_deref());
        }
        layer
    }

    fn provision(&mut self, head: &Pack) -> (Layer, Citation, Confidence) {
        let layer = match self.optional("layer") {
            Some(_) => self
                .layer("law, code, house or standard")
                .unwrap_or(head.layer),
            None => head.layer,
        };
        if layer < head.layer
            && let Some(entry) = self.optional("layer").cloned()
        {
            self.diagnostics.push(
                Diagnostic::error(
                    "E122",
                    format!("a file of the pack `{}` cannot stand above it", head.id),
                )
                .at(
                    self.document.file,
                    entry.value.span,
                    format!("the pack is {}", head.layer.tier.name()),
                )
                .help("move the file into a pack of that layer"),
            );
        }
        let binding = matches!(layer.tier, Tier::Law | Tier::Code);
        let cite = self.required("cite", "Kodeks cywilny, art. 543");
        let url = if binding {
            self.required("url", "https://..")
        } else {
            self.value("url")
        };
        let sources = self
            .value("sources")
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        let citation = Citation {
            cite,
            url,
            sources,
            seen: self.day("seen"),
        };
        (layer, citation, self.confidence())
    }

    fn value(&self, key: &str) -> String {
        self.optional(key)
            .map(|entry| entry.value.value.clone())
            .unwrap_or_default()
    }

    fn confidence(&mut self) -> Confidence {
        let written = self.required("confidence", "recalled");
        let found = Confidence::ALL
            .into_iter()
            .find(|confidence| confidence.name() == written);
        if let (None, Some(entry)) = (found, self.optional("confidence").cloned()) {
            let near = nearest(&written, Confidence::ALL.map(Confidence::name)).map(str::to_owned);
            self.bad_value(&entry, "verified, recalled or contested", near.as_deref());
        }
        found.unwrap_or(Confidence::Recalled)
    }
}

impl Default for Layer {
    fn default() -> Self {
        Self {
            tier: Tier::Standard,
            rank: DEFAULT_RANK,
        }
    }
}

const DEFAULT_RANK: u8 = 20;

fn parse_layer(written: &str) -> Option<Layer> {
    let mut words = written.split_whitespace();
    let name = words.next()?;
    let tier = Tier::ALL.into_iter().find(|tier| tier.name() == name)?;
    let rank = match words.next() {
        None => DEFAULT_RANK,
        Some(rank) => rank.parse().ok().filter(|rank| (1..=99).contains(rank))?,
    };
    words.next().is_none().then_some(Layer { tier, rank })
}
