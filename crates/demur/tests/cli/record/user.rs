//! A user of the record, with a home and example situations of their own.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::Desk;

#[path = "../../../../demur-store/tests/record/support/cluster.rs"]
#[expect(dead_code, reason = "the tests of the store use the rest of it")]
mod cluster;

pub(crate) const NAME: &str = "Anna Nowak-Testowa";
pub(crate) const EMAIL: &str = "anna.nowak@example.org";
pub(crate) const WORDS: &str = "Insulted us again after two calm warnings, so we ended the visit.";
pub(crate) const REASON: &str = "Nobody else was there to help with the situation.";
pub(crate) const FACTS: &str = "Shouted at the counter for ten minutes and would not stop.";

/// A user with a home of their own.
pub(crate) struct User {
    pub(crate) desk: Desk,
    /// Words of every command, such as where the record is.
    pub(crate) always: Vec<String>,
    pub(crate) master: Option<String>,
}

/// What a run did.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        serde_json::from_str(&self.out).expect("JSON")
    }

    pub(crate) fn text(&self) -> &str {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        &self.out
    }
}

impl User {
    pub(crate) fn new() -> Self {
        let desk = Desk::empty();
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        for name in [
            "gabinet-warned.yaml",
            "nieprzytomny.yaml",
            "alkohol-17.yaml",
        ] {
            desk.write(name, fs::read(examples.join(name)).expect("an example"));
        }
        Self {
            desk,
            always: Vec::new(),
            master: None,
        }
    }

    /// A user whose record is on a server; the keys stay in a file.
    pub(crate) fn on_server() -> Self {
        let mut user = Self::new();
        user.always = vec!["--db".to_owned(), cluster::database()];
        user
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.desk.folder
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_demur"));
        command
            .args(args)
            .args(&self.always)
            .current_dir(self.folder());
        for name in [
            "LC_ALL",
            "LC_MESSAGES",
            "LANG",
            "DEMUR_DB",
            "DEMUR_MASTER_KEY",
        ] {
            command.env_remove(name);
        }
        if let Some(master) = &self.master {
            command.env("DEMUR_MASTER_KEY", master);
        }
        let output = command
            .env("HOME", self.folder().join("home"))
            .env("XDG_DATA_HOME", self.folder().join("home/data"))
            .env("XDG_CONFIG_HOME", self.folder().join("home/conf"))
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .output()
            .expect("the binary");
        Ran {
            code: output.status.code().expect("an exit code"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    pub(crate) fn refuse(&self) -> Value {
        let args = [
            "case",
            "record",
            "gabinet-warned.yaml",
            "--decision",
            "refuse",
            "--words",
            WORDS,
            "--facts",
            FACTS,
            "--name",
            NAME,
            "--contact",
            "email:anna.nowak@example.org",
            "--letter",
            "letter.json",
            "--format",
            "json",
        ];
        self.run(&args).json()
    }

    pub(crate) fn packet(&self, number: &str, role: &str, path: &str) -> Ran {
        self.run(&["case", "export", number, "--as", role, "-o", path])
    }

    /// Every byte of record, keys and settings.
    pub(crate) fn bytes_on_disk(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        collect(&self.folder().join("home"), &mut bytes);
        bytes
    }
}

pub(crate) fn collect(path: &Path, bytes: &mut Vec<u8>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder").flatten() {
            collect(&entry.path(), bytes);
        }
    } else {
        bytes.extend(fs::read(path).expect("a file"));
    }
}

pub(crate) fn contains(bytes: &[u8], what: &str) -> bool {
    bytes
        .windows(what.len())
        .any(|window| window == what.as_bytes())
}
