//! What every command knows: the language, the look, the day, the library.

use std::path::PathBuf;

use demur_app::library::{self, Library};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::failure::Failure;
use demur_words::Words;

/// What every command knows.
pub(crate) struct Context {
    /// What the program says.
    pub(crate) words: Words,
    /// The format that was asked for.
    pub(crate) format: Option<Format>,
    /// Whether the output goes to a terminal.
    pub(crate) on_terminal: bool,
    /// Whether the answers come from a terminal, which shows what is typed.
    pub(crate) typed_on_terminal: bool,
    /// How text for people looks.
    pub(crate) look: Look,
    /// Today.
    pub(crate) today: Date,
    /// What the clock shows now.
    pub(crate) now: DateTime,
    /// The machine's time zone.
    pub(crate) zone: TimeZone,
    /// The folder in place of the built-in library.
    pub(crate) law: Option<PathBuf>,
    /// The folder of the house policy.
    pub(crate) policy: Option<PathBuf>,
    /// Where the record is, when the command line does not say.
    pub(crate) database: Option<String>,
    /// The master key of the record, when it was handed in.
    pub(crate) master_key: Option<String>,
    /// The user's folders; none when the user has no home.
    pub(crate) folders: Option<Folders>,
    /// Where dictionaries may be.
    pub(crate) dictionaries: Vec<PathBuf>,
}

/// The folders of this program for this user.
pub(crate) struct Folders {
    /// For data that are to be kept.
    pub(crate) data: PathBuf,
    /// For what is set once.
    pub(crate) configuration: PathBuf,
}

/// For whom the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Human,
    /// For programs.
    Json,
    /// For Cedar; only `law export` has it.
    #[value(skip)]
    Cedar,
    /// For code hosts and editors; only `lint` has it.
    #[value(skip)]
    Sarif,
}

/// How text for people looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    /// For screen readers: no drawing, one statement a line, labels instead of symbols.
    pub(crate) plain: bool,
    /// With colour, which never carries a meaning alone.
    pub(crate) colour: bool,
    /// Columns.
    pub(crate) width: usize,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It did what it should.
    Done,
    /// A check found something.
    Found,
    /// A part of it could not be done.
    Failed,
}

impl Context {
    /// The library by which to answer.
    pub(crate) fn library(&self) -> Result<Library, Failure> {
        library::load(self.law.as_deref(), self.policy.as_deref()).map_err(Failure::from)
    }

    /// Whether the answer is for programs; people get theirs unless asked otherwise.
    pub(crate) fn wants_json(&self) -> bool {
        self.format == Some(Format::Json)
    }

    /// The same for commands whose answer usually feeds a program: it is for people
    /// only when people see it.
    pub(crate) fn wants_json_in_a_pipe(&self) -> bool {
        self.format
            .map_or(!self.on_terminal && !self.look.plain, |format| {
                format == Format::Json
            })
    }
}
