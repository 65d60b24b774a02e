//! Small directories and queries.

use demur_referral::{
    Clock, Depth, Directory, Importer, Index, Near, Query, Rejected, Ruling, Search, Wanted, search,
};
use jiff::civil::date;

/// Reads a plain table with these columns and rows.
pub(crate) fn table(columns: &str, rows: &[&str]) -> (Directory, Vec<Rejected>) {
    let text = format!("{columns}\n{}\n", rows.join("\n"));
    let mut importer = Importer::new();
    importer.csv("list.csv", text.as_bytes());
    importer.finish()
}

/// Reads a JSON document.
pub(crate) fn json(text: &str) -> (Directory, Vec<Rejected>) {
    let mut importer = Importer::new();
    importer.json("list.json", text.as_bytes());
    importer.finish()
}

/// A Friday at ten.
pub(crate) fn query(service: &str, near: &str) -> Query {
    Query {
        service: vec![Wanted::new(service).expect("a word")],
        depth: Depth::Provider,
        near: Near::Town(near.to_owned()),
        within: 50.0,
        clock: Clock {
            now: date(2026, 11, 20).at(10, 0, 0, 0),
            offset: None,
        },
        stale_after: 30,
        languages: Vec::new(),
        accessibility: Vec::new(),
    }
}

/// Searches where everybody is taken.
pub(crate) fn found<'d>(index: &Index<'d>, query: &Query) -> Search<'d> {
    search(index, query, &mut |_| Ruling::Takes).expect("a town")
}

/// Who was found, in order.
pub(crate) fn names(search: &Search<'_>) -> Vec<String> {
    let names = search
        .candidates
        .iter()
        .map(|each| each.provider.name.clone());
    names.collect()
}

/// What was rejected, as text.
pub(crate) fn told(rejected: &[Rejected]) -> Vec<String> {
    rejected.iter().map(ToString::to_string).collect()
}
