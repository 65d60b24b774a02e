//! Loading: from texts to where situations can be decided, and what stays on the heap.

use demur_app::library;
use demur_engine::Engine;

use crate::engines::Source;
use crate::engines::cedar::CedarSource;
use crate::engines::demur::{Book, DemurSource};
use crate::engines::rego::{RegoProgram, RegoSource};
use crate::engines::zen::ZenSource;
use crate::memory::kept;
use crate::norms::generated::norm_set;
use crate::norms::{NormSet, Situation, situations};
use crate::sections::cases::{Case, SIZES};
use crate::table::{megabytes, millis, separated, table};
use crate::timing::best_of;

/// The shortest of so many loads counts.
const RUNS: usize = 3;

/// The whole section.
pub fn section() -> Result<String, String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for size in SIZES {
        eprintln!("loading {size} norms");
        let set = norm_set(size, None);
        let column = [
            ("cedar-policy", loaded(&CedarSource::new(&set))),
            ("regorus, interpreter", loaded(&RegoSource::new(&set))),
            (
                "regorus, virtual machine",
                loaded(&RegoProgram(RegoSource::new(&set))),
            ),
            (
                "zen-engine, decision table",
                loaded(&ZenSource::table(&set)),
            ),
            (
                "zen-engine, expressions",
                loaded(&ZenSource::expressions(&set)),
            ),
            ("demur, lawbook", loaded(&DemurSource::new(&set))),
            ("demur, the law of a day compiled", compiled(&set)),
        ];
        for (position, (name, cell)) in column.into_iter().enumerate() {
            match rows.get_mut(position) {
                Some(row) => row.push(cell),
                None => rows.push(vec![name.to_owned(), cell]),
            }
        }
    }
    Ok(format!(
        "Milliseconds to load, and megabytes that stay on the heap; the best of {RUNS}. Texts are \
         in memory already; nothing is validated beyond what loading needs.\n\n{}\n{}",
        table(&["engine", "50 norms", "500 norms", "5,000 norms"], &rows),
        real_library()?
    ))
}

fn loaded<S: Source>(source: &S) -> String {
    let (seconds, given) = best_of(RUNS, || source.load());
    if given.is_none_or(|given| given.is_err()) {
        return "does not load".to_owned();
    }
    let (bytes, engine) = kept(|| source.load());
    drop(engine);
    format!("{} ms, {} MB", millis(seconds), megabytes(bytes))
}

/// From a lawbook to the first opinion: the law of that day is compiled for it.
fn compiled(set: &NormSet) -> String {
    let Ok(book) = Book::generated(set) else {
        return "does not load".to_owned();
    };
    let (seconds, bytes) = first_opinion(&book, set, &situations::random(set, 1));
    format!("{} ms, {} MB", millis(seconds), megabytes(bytes))
}

/// Seconds until the first opinion, and what stays on the heap for the next ones.
fn first_opinion(book: &Book, set: &NormSet, situations: &[Situation]) -> (f64, usize) {
    let asked = situations.first().map(|each| book.situation(set, each));
    let first = || {
        let mut engine = Engine::new(&book.lawbook);
        let prepared = asked.as_ref().map(|each| engine.prepare(each));
        let given = prepared.map(|each| engine.judge(&each).is_ok());
        (engine, given)
    };
    let (seconds, _) = best_of(RUNS, first);
    (seconds, kept(first).0)
}

fn real_library() -> Result<String, String> {
    let files = library::built_in();
    let bytes: usize = files.iter().map(|file| file.text.len()).sum();
    let (seconds, loaded) = best_of(RUNS, || library::load(None, None));
    let lawbook = loaded
        .ok_or("nothing was loaded")?
        .map_err(|error| error.to_string())?
        .lawbook;
    let (heap, _) = kept(|| library::load(None, None).map(|library| library.lawbook));
    let case = Case::library()?;
    let (first, engine) = first_opinion(&case.book, &case.set, &case.situations);
    let rows = [
        ("files", separated(files.len() as u64)),
        ("text", format!("{} kB", separated(bytes as u64 / 1_000))),
        ("facts", separated(lawbook.facts.len() as u64)),
        ("norms, all versions", separated(lawbook.norms.len() as u64)),
        (
            "examples and precedents",
            separated(lawbook.tests.len() as u64),
        ),
        ("parse and compile", format!("{} ms", millis(seconds))),
        ("lawbook on the heap", format!("{} MB", megabytes(heap))),
        (
            "the law of a day compiled, first opinion",
            format!("{} ms", millis(first)),
        ),
        (
            "the law of a day on the heap",
            format!("{} MB", megabytes(engine)),
        ),
    ];
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|(what, value)| vec![what.to_owned(), value])
        .collect();
    Ok(format!(
        "The law library that is built into the program:\n\n{}",
        table(&["what", "value"], &rows)
    ))
}
