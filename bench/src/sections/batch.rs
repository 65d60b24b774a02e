//! Many situations at once, against what one core can read.

use std::hint::black_box;

use demur_engine::{Engine, LANES, Prepared, SideBySide};

use crate::engines::demur::Book;
use crate::memory;
use crate::norms::generated::{STEPS, norm_set};
use crate::norms::{NormSet, Situation, Value, situations, walk};
use crate::sections::bars;
use crate::sections::cases::SIZES;
use crate::table::{separated, table};
use crate::timing::{best_of, on_core};

/// Different situations; blocks are windows of them.
const POOL: usize = 8 * LANES;
/// So many blocks are larger than any cache.
const BLOCKS: usize = 768;
/// The best of so many runs counts, as it does for the bandwidth.
const RUNS: usize = 5;
/// Whole opinions are given on so many situations.
const OPINIONS: usize = 2 * LANES;
/// The share of the bound that is asked for.
const BAR: f64 = 1.0 / 3.0;

/// Situations a second.
struct Rates {
    bound: f64,
    bytes: f64,
    agreed: usize,
    verdicts: f64,
    with_planes: f64,
    opinions: f64,
}

/// The whole section.
pub fn section() -> Result<String, String> {
    let bandwidth = memory::bandwidth();
    let mut columns = Vec::new();
    for size in SIZES {
        eprintln!("batches of {size} norms");
        columns.push(rates(size, bandwidth)?);
    }
    let row = |what: &str, cell: &dyn Fn(&Rates) -> String| {
        std::iter::once(what.to_owned())
            .chain(columns.iter().map(cell))
            .collect::<Vec<String>>()
    };
    let rate = |rates: &Rates, rate: f64| {
        format!("{:.2} ({:.1} %)", rate / 1e6, 100.0 * rate / rates.bound)
    };
    let rows = [
        row("bytes a situation", &|each| format!("{:.0}", each.bytes)),
        row("bound", &|each| format!("{:.0}", each.bound / 1e6)),
        row("verdicts, planes already there", &|each| {
            rate(each, each.verdicts)
        }),
        row("verdicts, planes made from single situations", &|each| {
            rate(each, each.with_planes)
        }),
        row(
            "whole opinions, planes made from single situations",
            &|each| rate(each, each.opinions),
        ),
        row("bar: a third of the bound for verdicts", &|each| {
            bars::verdict(Some(each.verdicts / each.bound / BAR))
        }),
        row("verdicts that agree with the reference", &|each| {
            format!("{0} of {0}", separated(each.agreed as u64))
        }),
    ];
    Ok(format!(
        "One core streams {:.1} GB/s out of memory (the best of several readings of a buffer larger \
         than any cache). A situation lies there as one bit for each value that each fact may have; \
         the bound is how many of them the core can read in a second, whatever it does with them. \
         {} situations, in blocks of {LANES}, are larger than the caches too. Millions of situations \
         a second on one core, and the share of the bound:\n\n{}",
        bandwidth / 1e9,
        separated((BLOCKS * LANES) as u64),
        table(&["", "50 norms", "500 norms", "5,000 norms"], &rows)
    ))
}

fn rates(size: usize, bandwidth: f64) -> Result<Rates, String> {
    let set = norm_set(size, None);
    let book = Book::generated(&set)?;
    let mut engine = Engine::new(&book.lawbook);
    let pool = situations::random(&set, POOL);
    let prepared: Vec<Prepared> = pool
        .iter()
        .map(|each| engine.prepare(&book.situation(&set, each)))
        .collect();
    let agreed = agreed(&set, &mut engine, &pool, &prepared)?;
    let blocks: Vec<SideBySide> = windows(&prepared)
        .filter_map(|window| engine.side_by_side(window))
        .collect();
    let situations = (blocks.len() * LANES) as f64;
    let (seconds, _) = best_of(RUNS, || {
        for block in &blocks {
            black_box(engine.verdicts(block));
        }
    });
    drop(blocks);
    let start = on_core();
    for window in windows(&prepared) {
        if let Some(block) = engine.side_by_side(window) {
            black_box(engine.verdicts(&block));
        }
    }
    let with_planes = on_core().saturating_sub(start).as_secs_f64();
    let some = prepared.get(..OPINIONS).unwrap_or(&prepared);
    let (opinions, _) = best_of(RUNS, || black_box(engine.judge_many(some)).len());
    let cells: u32 = book
        .lawbook
        .variables
        .iter()
        .map(|(_, each)| each.cells)
        .sum();
    let bytes = f64::from(cells) / 8.0;
    Ok(Rates {
        bound: bandwidth / bytes,
        bytes,
        agreed,
        verdicts: situations / seconds,
        with_planes: situations / with_planes,
        opinions: some.len() as f64 / opinions,
    })
}

/// Blocks of situations, each beginning somewhere else.
fn windows(prepared: &[Prepared]) -> impl Iterator<Item = &[Prepared]> {
    let starts = (0..BLOCKS).map(|block| block * 37 % (POOL - LANES));
    starts.filter_map(|start| prepared.get(start..start + LANES))
}

/// How many verdicts were compared; all of them have to agree.
fn agreed(
    set: &NormSet,
    engine: &mut Engine<'_>,
    situations: &[Situation],
    prepared: &[Prepared],
) -> Result<usize, String> {
    let block = engine.side_by_side(prepared).ok_or("no situations")?;
    let verdicts = engine.verdicts(&block);
    let compared = situations.get(..LANES).unwrap_or(situations);
    for (lane, situation) in compared.iter().enumerate() {
        let done = |step: usize| step < STEPS && situation.get(step) == Some(&Value::Bool(true));
        let expected = walk::verdict(set, &walk::applying(set, situation), done);
        if verdicts.of(lane) != Some(expected) {
            return Err(format!(
                "situation {lane}: {:?} instead of {expected:?}",
                verdicts.of(lane)
            ));
        }
    }
    Ok(compared.len())
}
