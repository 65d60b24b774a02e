//! The bars for one decision, and how far they are met.

use crate::engines::demur::COMPILED;
use crate::sections::decide::Column;
use crate::table::{table, times};

/// Peers and how many times as fast the engine has to be at 500 norms.
const FASTER: [(&str, &[&str], f64); 3] = [
    ("Cedar with explanation", &["cedar-policy"], 300.0),
    (
        "regorus' virtual machine",
        &["regorus, virtual machine"],
        100.0,
    ),
    (
        "the faster of ZEN's two forms",
        &["zen-engine, decision table", "zen-engine, expressions"],
        50.0,
    ),
];

/// What 5,000 norms may cost, measured by what 500 cost.
const GENERATED: f64 = 7.0;
/// The same where equally many norms apply.
const EQUALLY_MANY: f64 = 2.0;

/// One row for each bar.
pub fn table_of(generated: &[Column], scoped: &[Column]) -> String {
    let mut rows: Vec<Vec<String>> = FASTER
        .iter()
        .map(|bar| faster(generated.get(1), bar))
        .collect();
    rows.push(dearer(
        "cost of 5,000 norms by that of 500",
        GENERATED,
        generated.get(1).zip(generated.get(2)),
    ));
    rows.push(dearer(
        "the same where equally many norms apply",
        EQUALLY_MANY,
        scoped.first().zip(scoped.get(1)),
    ));
    table(&["bar", "asked", "measured", "met"], &rows)
}

fn faster(column: Option<&Column>, (peer, names, bar): &(&str, &[&str], f64)) -> Vec<String> {
    let peers = names.iter().filter_map(|name| column?.median(name));
    let own = column.and_then(|column| column.median(COMPILED));
    let ratio = peers.reduce(f64::min).zip(own);
    let ratio = ratio.map(|(peer, own)| peer / own);
    vec![
        format!("500 norms, times as fast as {peer}"),
        format!("at least {}", times(*bar)),
        shown(ratio),
        verdict(ratio.map(|ratio| ratio / bar)),
    ]
}

fn dearer(what: &str, bar: f64, columns: Option<(&Column, &Column)>) -> Vec<String> {
    let ratio = columns.and_then(|(small, large)| {
        let small = small.median(COMPILED)?;
        Some(large.median(COMPILED)? / small)
    });
    vec![
        what.to_owned(),
        format!("at most {}", times(bar)),
        shown(ratio),
        verdict(ratio.map(|ratio| bar / ratio)),
    ]
}

fn shown(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| "not measured".to_owned(), times)
}

/// `margin` is one where the bar is just met, more where it is met better.
pub fn verdict(margin: Option<f64>) -> String {
    match margin {
        None => "not measured".to_owned(),
        Some(margin) if margin >= 1.0 => format!("yes, by {}", times(margin)),
        Some(margin) => format!("**no**, {} short", times(1.0 / margin)),
    }
}
