//! Heads of the journal, written down day by day at a place of the owner's choice: whoever alters
//! the record afterwards, journal and all, does not alter what stands there (PR-42).

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::Path;

use demur_store::{Head, Store, StoreError};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A head that was written down: one line of the file, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedHead {
    /// The day on which it was written down.
    pub day: Date,
    /// Where the journal ended.
    #[serde(flatten)]
    pub head: Head,
}

/// What a file of heads says about the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadsFound {
    /// The journal leads through every head in it; the newest one is in it now, too.
    Kept {
        /// How many heads are in it.
        heads: usize,
    },
    /// The journal does not lead through this one: the record was altered, is another one, or is
    /// an older backup. Nothing was written down.
    Left(NotedHead),
}

/// Why a file of heads cannot be used.
#[derive(Debug)]
pub enum HeadsError {
    /// The record does not answer.
    Store(StoreError),
    /// The file can be neither read nor written.
    File(io::Error),
    /// This line, counted from one, is no head.
    Line(usize),
}

impl fmt::Display for HeadsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store(error) => error.fmt(f),
            Self::File(error) => error.fmt(f),
            Self::Line(number) => write!(f, "line {number} is no head of a journal"),
        }
    }
}

impl std::error::Error for HeadsError {}

impl From<StoreError> for HeadsError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<io::Error> for HeadsError {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

pub(super) fn note(store: &Store, file: &Path, day: Date) -> Result<HeadsFound, HeadsError> {
    let noted = read(file)?;
    for noted in &noted {
        if !store.leads_through(&noted.head).wait()? {
            return Ok(HeadsFound::Left(noted.clone()));
        }
    }
    let head = store.head().wait()?;
    let is_new = noted.last().is_none_or(|last| last.head != head);
    if is_new {
        append(file, &NotedHead { day, head })?;
    }
    Ok(HeadsFound::Kept {
        heads: noted.len() + usize::from(is_new),
    })
}

/// The heads in a file; none where there is no file yet.
fn read(file: &Path) -> Result<Vec<NotedHead>, HeadsError> {
    let opened = match File::open(file) {
        Ok(opened) => opened,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut heads = Vec::new();
    for (index, line) in BufReader::new(opened).lines().enumerate() {
        let head = serde_json::from_str(&line?).map_err(|_| HeadsError::Line(index + 1))?;
        heads.push(head);
    }
    Ok(heads)
}

fn append(file: &Path, noted: &NotedHead) -> Result<(), HeadsError> {
    let mut line = serde_json::to_string(noted).map_err(io::Error::from)?;
    line.push('\n');
    let mut opened = OpenOptions::new().create(true).append(true).open(file)?;
    opened.write_all(line.as_bytes())?;
    opened.sync_all()?;
    Ok(())
}
