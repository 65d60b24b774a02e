//! The built binary `demur`: where it is, what it answers.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::command;
use crate::repository::root;

/// The binary of this checkout.
#[derive(Debug)]
pub(crate) struct Product {
    folder: PathBuf,
    helps: RefCell<BTreeMap<Vec<String>, Option<String>>>,
}

impl Product {
    /// Builds it in the development profile.
    pub(crate) fn build() -> Result<Self, String> {
        let mut build = cargo();
        build
            .current_dir(root())
            .args(["build", "--quiet", "--package", "demur"]);
        if !command::succeeds(&mut build)? {
            return Err("`demur` does not build".to_owned());
        }
        Self::built()
    }

    /// As the tests built it: on its own it would have other features of shared crates, and the
    /// typesetter would be compiled a second time.
    pub(crate) fn built() -> Result<Self, String> {
        let target = metadata()?;
        let target = target.pointer("/target_directory").and_then(Value::as_str);
        let target = target.ok_or("cargo did not say where it builds")?;
        Ok(Self {
            folder: Path::new(target).join("debug"),
            helps: RefCell::default(),
        })
    }

    /// Where the binary is.
    pub(crate) fn binary(&self) -> PathBuf {
        self.folder.join("demur")
    }

    /// Where everything is that was built.
    pub(crate) fn target(&self) -> &Path {
        self.folder.parent().unwrap_or(&self.folder)
    }

    /// The binary, to be run in the root.
    pub(crate) fn command(&self) -> Command {
        let mut demur = Command::new(self.binary());
        demur.current_dir(root());
        demur
    }

    /// What `demur WORDS --help` prints; nothing when there is no such subcommand.
    pub(crate) fn help(&self, words: &[String]) -> Option<String> {
        if let Some(known) = self.helps.borrow().get(words) {
            return known.clone();
        }
        let mut demur = self.command();
        plain(demur.args(words).arg("--help"));
        let asked = demur.stdin(Stdio::null()).output().ok();
        let help = asked
            .filter(|output| output.status.success())
            .map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        self.helps.borrow_mut().insert(words.to_vec(), help.clone());
        help
    }

    /// What a person sees who types this line in the root, in a terminal of 80 columns where
    /// `demur` is this binary.
    ///
    /// A terminal, because the binary answers people and programs differently.
    pub(crate) fn shell(&self, line: &str) -> Result<String, String> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.folder.clone()).chain(std::env::split_paths(&path));
        let path = std::env::join_paths(folders).map_err(|error| error.to_string())?;
        let mut script = Command::new("script");
        script.args(["--quiet", "--echo", "never", "--command"]);
        script
            .arg(format!("stty cols 80 rows 24\n{line}"))
            .arg("/dev/null");
        script
            .env("SHELL", "/bin/sh")
            .env("TERM", "xterm")
            .env("PATH", path);
        plain(script.current_dir(root())).stdin(Stdio::null());
        Ok(command::output(&mut script)?.replace("\r\n", "\n"))
    }

    /// Whether [`Self::shell`] can be asked: not every system has this `script`.
    pub(crate) fn has_terminal() -> bool {
        let version = command::output(Command::new("script").arg("--version"));
        version.is_ok_and(|version| version.contains("util-linux"))
    }
}

/// No colour, English, no wishes of this machine: the same output everywhere.
fn plain(command: &mut Command) -> &mut Command {
    command
        .env("NO_COLOR", "1")
        .env_remove("COLUMNS")
        .env("LANG", "en_US.UTF-8")
        .env("LC_ALL", "en_US.UTF-8")
        .env_remove("LANGUAGE")
        .env_remove("CLICOLOR_FORCE")
}

/// The cargo that runs this chore.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(cargo_path());
    forget_chore(&mut cargo);
    cargo
}

/// Where the cargo is that runs this chore.
pub(crate) fn cargo_path() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// Takes away what cargo told this chore of its own package. Build scripts of dependencies look at
/// it, and everything behind them would be built again.
pub(crate) fn forget_chore(command: &mut Command) {
    for (name, _) in std::env::vars() {
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
}

/// What cargo knows of the workspace, without its dependencies.
pub(crate) fn metadata() -> Result<Value, String> {
    let mut cargo = cargo();
    cargo
        .current_dir(root())
        .args(["metadata", "--no-deps", "--format-version", "1"]);
    let text = command::output(&mut cargo)?;
    serde_json::from_str(&text).map_err(|error| format!("`cargo metadata`: {error}"))
}
