//! What every command knows: the language, the look, the day, the library.

use std::path::PathBuf;

use demur_app::library::{self, Library};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::configuration::{Asked, Configuration};
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
    /// What is set by environment and file.
    pub(crate) configuration: Configuration,
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
    /// Reads the settings.
    pub(crate) fn configure(&mut self, asked: Asked) -> Result<(), Failure> {
        let folders = self.folders.as_ref();
        let usual = folders.map(|folders| folders.configuration.join("demur.toml"));
        let read = Configuration::read(asked, usual);
        self.configuration = read.map_err(|fault| Failure::Said(fault.said(&self.words)))?;
        let folder = |name| self.configuration.text(name).map(PathBuf::from);
        (self.law, self.policy) = (folder("law"), folder("policy"));
        Ok(())
    }

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
