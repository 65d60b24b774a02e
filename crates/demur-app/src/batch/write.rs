//! Answers and rejected rows to files.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::judge::Rejected;
use super::table::TableWriter;
use super::{Answer, Failure, Layout};

/// Where answers go; rejected rows go to a file beside it, made when there is one.
pub(super) struct Output {
    path: PathBuf,
    sink: Sink,
    rejected: Option<BufWriter<File>>,
}

enum Sink {
    Lines(BufWriter<File>),
    Csv(Box<csv::Writer<File>>),
    Parquet(Box<TableWriter>),
}

/// The columns behind `row`, in tables.
const COLUMNS: [&str; 15] = [
    "id",
    "at",
    "verdict",
    "possible",
    "safe",
    "strength",
    "confidence",
    "because",
    "tainted",
    "open_grounds",
    "steps",
    "duties",
    "must_not",
    "measures",
    "cautions",
];

impl Output {
    pub(super) fn create(layout: Layout, path: &Path) -> Result<Self, Failure> {
        let file = File::create(path).map_err(|error| Failure::Io(path.to_owned(), error))?;
        let sink = match layout {
            Layout::JsonLines => Sink::Lines(BufWriter::new(file)),
            Layout::Csv => {
                let mut writer = csv::Writer::from_writer(file);
                let header = ["row"].into_iter().chain(COLUMNS);
                writer
                    .write_record(header)
                    .map_err(|error| failed(path, error))?;
                Sink::Csv(Box::new(writer))
            }
            Layout::Parquet => {
                let writer = TableWriter::create(file, &COLUMNS);
                Sink::Parquet(Box::new(writer.map_err(|error| failed(path, error))?))
            }
        };
        Ok(Self {
            path: path.to_owned(),
            sink,
            rejected: None,
        })
    }

    pub(super) fn answer(&mut self, answer: Answer<'_>) -> Result<(), Failure> {
        let path = &self.path;
        match &mut self.sink {
            Sink::Lines(writer) => line(writer, &answer).map_err(|error| failed(path, error)),
            Sink::Csv(writer) => {
                let row = answer.row.to_string();
                let texts = texts(answer).into_iter().map(Option::unwrap_or_default);
                let record: Vec<String> = std::iter::once(row).chain(texts).collect();
                writer
                    .write_record(&record)
                    .map_err(|error| failed(path, error))
            }
            Sink::Parquet(writer) => {
                writer.row(answer.row, texts(answer));
                Ok(())
            }
        }
    }

    pub(super) fn reject(&mut self, row: &Rejected) -> Result<(), Failure> {
        let path = rejected_beside(&self.path);
        let writer = match &mut self.rejected {
            Some(writer) => writer,
            none => {
                let file = File::create(&path).map_err(|error| failed(&path, error))?;
                none.insert(BufWriter::new(file))
            }
        };
        line(writer, row).map_err(|error| failed(&path, error))
    }

    pub(super) fn end_of_wave(&mut self) -> Result<(), Failure> {
        match &mut self.sink {
            Sink::Parquet(writer) => writer
                .end_of_group()
                .map_err(|error| failed(&self.path, error)),
            Sink::Lines(_) | Sink::Csv(_) => Ok(()),
        }
    }

    /// Writes what is left, and tells where rejected rows are.
    pub(super) fn finish(self) -> Result<Option<PathBuf>, Failure> {
        let path = self.path;
        match self.sink {
            Sink::Lines(mut writer) => writer.flush().map_err(|error| failed(&path, error))?,
            Sink::Csv(mut writer) => writer.flush().map_err(|error| failed(&path, error))?,
            Sink::Parquet(writer) => writer.finish().map_err(|error| failed(&path, error))?,
        }
        let Some(mut rejected) = self.rejected else {
            return Ok(None);
        };
        let path = rejected_beside(&path);
        rejected.flush().map_err(|error| failed(&path, error))?;
        Ok(Some(path))
    }
}

/// `out.csv` has its rejected rows in `out.rejected.jsonl`.
fn rejected_beside(path: &Path) -> PathBuf {
    path.with_extension("rejected.jsonl")
}

fn line(writer: &mut impl Write, value: &impl serde::Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *writer, value)?;
    writer.write_all(b"\n")
}

/// The answer in the order of [`COLUMNS`]; lists are joined by `;`.
fn texts(answer: Answer<'_>) -> Vec<Option<String>> {
    let list = |names: &[&str]| (!names.is_empty()).then(|| names.join(";"));
    let word = |word: Option<&'static str>| word.map(str::to_owned);
    vec![
        answer.id,
        Some(answer.at),
        word(Some(answer.verdict)),
        list(&answer.possible),
        list(&answer.safe),
        word(answer.strength),
        word(answer.confidence),
        list(&answer.because),
        list(&answer.tainted),
        list(&answer.open_grounds),
        list(&answer.steps),
        list(&answer.duties),
        list(&answer.must_not),
        list(&answer.measures),
        list(&answer.cautions),
    ]
}

fn failed(path: &Path, error: impl Into<WriteError>) -> Failure {
    match error.into() {
        WriteError::Io(error) => Failure::Io(path.to_owned(), error),
        WriteError::Other(why) => Failure::Broken(path.to_owned(), why),
    }
}

enum WriteError {
    Io(io::Error),
    Other(String),
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<csv::Error> for WriteError {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Self::Io(error),
            other => Self::Other(format!("{other:?}")),
        }
    }
}

impl From<parquet::errors::ParquetError> for WriteError {
    fn from(error: parquet::errors::ParquetError) -> Self {
        Self::Other(error.to_string())
    }
}
