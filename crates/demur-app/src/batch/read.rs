//! Rows from a file, a wave at a time.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use demur_lawbook::Lawbook;

use super::cells::{Cells, Column};
use super::table::Table;
use super::{Failure, Layout, open};
use crate::situation::MAX_BYTES;

/// One row, with its situation as JSON or why there is none.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) number: u64,
    pub(super) id: Option<String>,
    pub(super) given: Result<String, String>,
}

/// The rows of a file that were not read yet.
pub(super) struct Rows {
    path: PathBuf,
    source: Source,
    read: u64,
    size: u64,
}

enum Source {
    Lines(BufReader<File>, u64),
    Csv(Box<csv::Reader<File>>, Vec<Column>),
    Parquet(Box<Table>, Vec<Column>),
}

impl Rows {
    pub(super) fn open(layout: Layout, path: &Path, lawbook: &Lawbook) -> Result<Self, Failure> {
        let file = open(path)?;
        let size = file
            .metadata()
            .map_err(|error| Failure::Io(path.to_owned(), error))?
            .len();
        let (source, size) = match layout {
            Layout::JsonLines => (Source::Lines(BufReader::new(file), 0), size),
            Layout::Csv => {
                let mut reader = csv::ReaderBuilder::new().from_reader(file);
                let header = reader.headers().map_err(|error| broken(path, &error))?;
                let columns = Column::all(header.iter(), lawbook)?;
                (Source::Csv(Box::new(reader), columns), size)
            }
            Layout::Parquet => {
                let table = Table::open(file).map_err(|error| broken(path, &error))?;
                let columns = Column::all(table.names(), lawbook)?;
                let rows = table.rows();
                (Source::Parquet(Box::new(table), columns), rows)
            }
        };
        Ok(Self {
            path: path.to_owned(),
            source,
            read: 0,
            size,
        })
    }

    /// At most `count` further rows; none at the end.
    pub(super) fn wave(&mut self, count: usize) -> Result<Vec<Row>, Failure> {
        let mut wave = Vec::new();
        while wave.len() < count {
            let Some(row) = self.next()? else { break };
            wave.push(row);
        }
        Ok(wave)
    }

    /// How much of the file was read, from 0 to 1.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share that is shown as a bar needs no more"
    )]
    pub(super) fn progress(&self) -> f64 {
        self.read as f64 / self.size.max(1) as f64
    }

    fn next(&mut self) -> Result<Option<Row>, Failure> {
        match &mut self.source {
            Source::Lines(reader, number) => {
                let (row, bytes) = next_line(reader, number)
                    .map_err(|error| Failure::Io(self.path.clone(), error))?;
                self.read += bytes;
                Ok(row)
            }
            Source::Csv(reader, columns) => {
                let mut record = csv::StringRecord::new();
                let row = match reader.read_record(&mut record) {
                    Ok(false) => return Ok(None),
                    Ok(true) => csv_row(&record, columns),
                    Err(error) => wrong_record(&self.path, &error)?,
                };
                self.read = reader.position().byte();
                Ok(Some(row))
            }
            Source::Parquet(table, columns) => {
                let Some(row) = table.next() else {
                    return Ok(None);
                };
                self.read += 1;
                let row = row.map_err(|error| broken(&self.path, &error))?;
                let mut cells = Cells::default();
                for (column, value) in columns.iter().zip(row) {
                    cells.add(column, value);
                }
                Ok(Some(Row::new(self.read, cells)))
            }
        }
    }
}

impl Row {
    fn new(number: u64, cells: Cells) -> Self {
        let (id, given) = cells.into_situation();
        Self {
            number,
            id,
            given: Ok(given),
        }
    }
}

/// The next line that is not empty, and how many bytes it took to get there.
fn next_line(reader: &mut impl BufRead, number: &mut u64) -> std::io::Result<(Option<Row>, u64)> {
    let mut bytes = 0;
    loop {
        let mut line = Vec::new();
        let limit = MAX_BYTES as u64 + 2;
        let mut taken = std::io::Read::take(&mut *reader, limit).read_until(b'\n', &mut line)?;
        if taken == 0 {
            return Ok((None, bytes));
        }
        *number += 1;
        if line.last() != Some(&b'\n') && line.len() > MAX_BYTES {
            taken += reader.skip_until(b'\n')?;
        }
        bytes += taken as u64;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let given = if line.len() > MAX_BYTES + 1 {
            Err(format!("the line is longer than {MAX_BYTES} bytes"))
        } else {
            String::from_utf8(line.trim_ascii().to_vec())
                .map_err(|_| "the line is not UTF-8 text".to_owned())
        };
        let row = Row {
            number: *number,
            id: None,
            given,
        };
        return Ok((Some(row), bytes));
    }
}

fn csv_row(record: &csv::StringRecord, columns: &[Column]) -> Row {
    let mut cells = Cells::default();
    for (column, text) in columns.iter().zip(record) {
        cells.add_text(column, text);
    }
    Row::new(line_of(record.position()), cells)
}

/// A record that is wrong by itself is a row that is kept apart; a file that cannot be
/// read further is the end.
fn wrong_record(path: &Path, error: &csv::Error) -> Result<Row, Failure> {
    if error.is_io_error() {
        return Err(broken(path, error));
    }
    Ok(Row {
        number: line_of(error.position()),
        id: None,
        given: Err(error.to_string()),
    })
}

fn line_of(position: Option<&csv::Position>) -> u64 {
    position.map_or(0, csv::Position::line)
}

fn broken(path: &Path, error: &impl ToString) -> Failure {
    Failure::Broken(path.to_owned(), error.to_string())
}
