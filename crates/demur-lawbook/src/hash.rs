//! What identifies a lawbook.

use demur_syntax::canonical_item;
use demur_syntax::tree::ItemKind;
use sha2::{Digest, Sha256};

use crate::lawbook::Lawbook;
use crate::resolve::Unit;

/// Entries of the front matter that an opinion shows or that decide it.
const SHOWN: [&str; 8] = [
    "pack",
    "layer",
    "place",
    "within",
    "cite",
    "url",
    "confidence",
    "version",
];

pub(crate) fn hash(units: &[Unit], lawbook: &Lawbook) -> String {
    let mut parts: Vec<String> = Vec::new();
    for unit in units {
        let pack = &lawbook.packs[unit.pack].id;
        let heads = SHOWN.iter().filter_map(|key| {
            let entry = unit.document.entry(key)?;
            Some(format!("{key}: {}", entry.value.value))
        });
        let head: Vec<String> = heads
            .chain(unit.document.doubts.iter().map(|doubt| doubt.value.clone()))
            .collect();
        parts.push(format!("{pack} {}\n{}", unit.prefix, head.join("\n")));
        let items = unit.document.items().filter(|item| {
            !matches!(
                item.kind,
                ItemKind::Test(_) | ItemKind::Property(_) | ItemKind::Together(_)
            )
        });
        parts.extend(items.map(|item| format!("{}\n{}", unit.prefix, canonical_item(item))));
    }
    parts.sort();
    let digest = Sha256::digest(parts.join("\0").as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
