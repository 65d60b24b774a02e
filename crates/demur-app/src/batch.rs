//! Opinions on many situations, from one file to another.
//!
//! Rows are read, judged and written in waves, so that memory stays the same however
//! long the file is. A row that is wrong is kept apart with its number and never stops
//! the others.

mod answer;
mod cells;
mod judge;
mod read;
mod table;
mod write;

use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use demur_engine::Engine;
use demur_lawbook::Lawbook;

use crate::situation::Defaults;
use judge::judge_wave;
use read::Rows;
use write::Output;

pub use answer::Answer;

/// Rows that are in memory at a time, for each thread.
const ROWS: usize = 4096;

/// How a file holds its rows; told by the ending of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One JSON object on each line.
    JsonLines,
    /// Comma-separated values with a header (RFC 4180).
    Csv,
    /// Apache Parquet.
    Parquet,
}

impl Layout {
    /// The layout of a file with this name: `.jsonl` or `.ndjson`, `.csv`, `.parquet`.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            "csv" => Some(Self::Csv),
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows with an opinion.
    pub judged: u64,
    /// How many of them have each verdict, in the order of first appearance.
    pub verdicts: Vec<(&'static str, u64)>,
    /// Rows that were kept apart.
    pub rejected: u64,
    /// Where those are, when there are any.
    pub rejected_in: Option<PathBuf>,
}

/// Why a file could not be worked through.
#[derive(Debug)]
pub enum Failure {
    /// The name of the file tells no layout.
    Layout(PathBuf),
    /// A file cannot be read or written.
    Io(PathBuf, io::Error),
    /// The file is not what its name says.
    Broken(PathBuf, String),
    /// A column is not a fact of the library; the nearest name, if there is one.
    Column(String, Option<String>),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Layout(path) => write!(f, "{}: unknown ending", path.display()),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Broken(path, why) => write!(f, "{}: {why}", path.display()),
            Self::Column(column, _) => write!(f, "no fact is called `{column}`"),
        }
    }
}

impl std::error::Error for Failure {}

/// What a batch is about.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// The law.
    pub lawbook: &'a Lawbook,
    /// What holds where a row does not say otherwise.
    pub defaults: &'a Defaults,
    /// The profile of all rows that name none.
    pub profile: Option<&'a str>,
    /// How many threads work.
    pub threads: usize,
}

/// Judges every row of `input` and writes one answer for each to `output`, in the same
/// order. `progress` is told how far it is, from 0 to 1, after each wave.
///
/// # Errors
///
/// A file cannot be read or written, its layout is unknown or broken, or a column is not
/// a fact.
pub fn run(
    batch: Batch<'_>,
    input: &Path,
    output: &Path,
    mut progress: impl FnMut(f64),
) -> Result<Summary, Failure> {
    let layout = |path: &Path| Layout::of(path).ok_or_else(|| Failure::Layout(path.to_owned()));
    let (from, to) = (layout(input)?, layout(output)?);
    let mut rows = Rows::open(from, input, batch.lawbook)?;
    let mut written = Output::create(to, output)?;
    let threads = batch.threads.max(1);
    let mut engines: Vec<Engine<'_>> = (0..threads).map(|_| Engine::new(batch.lawbook)).collect();
    let mut summary = Summary::default();
    loop {
        let wave = rows.wave(ROWS * threads)?;
        if wave.is_empty() {
            break;
        }
        for judged in judge_wave(&batch, &mut engines, wave) {
            match judged {
                Ok(answer) => {
                    summary.count(answer.verdict);
                    written.answer(answer)?;
                }
                Err(rejected) => {
                    summary.rejected += 1;
                    written.reject(&rejected)?;
                }
            }
        }
        written.end_of_wave()?;
        progress(rows.progress());
    }
    summary.rejected_in = written.finish()?;
    Ok(summary)
}

impl Summary {
    fn count(&mut self, verdict: &'static str) {
        self.judged += 1;
        match self.verdicts.iter_mut().find(|(each, _)| *each == verdict) {
            Some((_, count)) => *count += 1,
            None => self.verdicts.push((verdict, 1)),
        }
    }
}

fn open(path: &Path) -> Result<File, Failure> {
    File::open(path).map_err(|error| Failure::Io(path.to_owned(), error))
}
