//! Settings: what is in force, and where it comes from. A flag beats the environment, the
//! environment beats the file, the file beats what is built in.

mod fault;
mod file;
mod kind;
mod list;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(crate) use fault::Fault;
pub(crate) use kind::{Kind, without_password};
pub(crate) use list::{SETTINGS, Setting};

/// What the command line and the environment say about settings.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// The file to read; it has to be there.
    pub(crate) file: Option<PathBuf>,
    /// What is set in the environment under names of this program.
    pub(crate) environment: BTreeMap<String, String>,
    /// What flags that every command has say.
    pub(crate) flags: Vec<(&'static str, String)>,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The command line.
    Flag,
    /// This variable of the environment.
    Environment(String),
    /// The file.
    File,
    /// The program.
    BuiltIn,
}

/// A value with its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InForce {
    /// The value as it is written.
    pub(crate) text: String,
    /// Where it comes from.
    pub(crate) origin: Origin,
}

/// All settings that have a value.
#[derive(Clone, Debug, Default)]
pub(crate) struct Configuration {
    values: BTreeMap<&'static str, InForce>,
    /// The file that was read.
    pub(crate) file: Option<PathBuf>,
    credentials: Option<PathBuf>,
    /// Variables of the environment that look like settings and are none.
    pub(crate) strangers: Vec<String>,
}

/// The file that the environment names when the command line does not.
const FILE_VARIABLE: &str = "DEMUR_CONFIG";

/// Where systemd puts what only one service may read.
pub(crate) const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";

impl Configuration {
    /// Reads what is set. `usual` is the file that need not be there.
    pub(crate) fn read(asked: Asked, usual: Option<PathBuf>) -> Result<Self, Fault> {
        let mut all = Self::default();
        for setting in &SETTINGS {
            if !setting.built_in.is_empty() {
                all.put(setting.name, setting.built_in.to_owned(), Origin::BuiltIn);
            }
        }
        let named = asked.environment.get(FILE_VARIABLE).map(PathBuf::from);
        let named = asked.file.or(named);
        let usual = usual.filter(|path| path.exists());
        if let Some(path) = named.or(usual) {
            for (setting, text) in file::read(&path)? {
                all.put(setting, text, Origin::File);
            }
            all.file = Some(path);
        }
        for (variable, text) in asked.environment {
            match SETTINGS
                .iter()
                .find(|setting| setting.variable() == variable)
            {
                Some(setting) => {
                    setting.kind.check(&text).map_err(|what| Fault::Wrong {
                        place: variable.clone(),
                        what,
                    })?;
                    all.put(setting.name, text, Origin::Environment(variable));
                }
                None if variable == FILE_VARIABLE => {}
                None if variable == CREDENTIALS => all.credentials = Some(PathBuf::from(text)),
                None => all.strangers.push(variable),
            }
        }
        all.with(asked.flags)
    }

    /// The same, with what flags say.
    pub(crate) fn with(
        mut self,
        flags: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Result<Self, Fault> {
        for (name, text) in flags {
            let setting = SETTINGS.iter().find(|setting| setting.name == name);
            if let Some(setting) = setting {
                let place = setting.flag();
                let checked = setting.kind.check(&text);
                checked.map_err(|what| Fault::Wrong { place, what })?;
                self.put(setting.name, text, Origin::Flag);
            }
        }
        Ok(self)
    }

    /// Sets what is in force when nobody sets a value.
    pub(crate) fn usually(&mut self, name: &'static str, text: String) {
        let is_set = |name: &str| self.values.contains_key(name);
        if !is_set(name) && !is_set(&format!("{name}_file")) {
            self.put(name, text, Origin::BuiltIn);
        }
    }

    /// Whether a file is one of those that systemd lets only this service read, whatever its mode
    /// bits say.
    pub(crate) fn is_credential(&self, path: &Path) -> bool {
        self.credentials
            .as_ref()
            .is_some_and(|folder| path.starts_with(folder))
    }

    fn put(&mut self, name: &'static str, text: String, origin: Origin) {
        self.values.insert(name, InForce { text, origin });
    }

    /// What is in force.
    pub(crate) fn get(&self, name: &str) -> Option<&InForce> {
        self.values.get(name)
    }

    /// The value as it is written.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.get(name).map(|value| value.text.as_str())
    }

    /// Whether a switch is on.
    pub(crate) fn is_on(&self, name: &str) -> bool {
        self.text(name) == Some("true")
    }

    /// How long a span is; the value was checked when it was read.
    pub(crate) fn span(&self, name: &str) -> Duration {
        self.text(name).and_then(kind::span).unwrap_or_default()
    }

    /// A secret, or a text that may hold one: as it is set, else what the file holds that the
    /// setting `…_file` names.
    pub(crate) fn secret(&self, name: &str) -> Result<Option<String>, Fault> {
        if let Some(text) = self.text(name) {
            return Ok(Some(text.to_owned()));
        }
        let Some(path) = self.text(&format!("{name}_file")) else {
            return Ok(None);
        };
        let read = std::fs::read_to_string(path);
        let read =
            read.map_err(|error| Fault::Unreadable(PathBuf::from(path), error.to_string()))?;
        Ok(Some(read.trim().to_owned()))
    }
}

/// A path in a file is meant from the folder of the file.
fn from_folder_of(file: &Path, path: &str) -> String {
    let folder = file.parent().unwrap_or_else(|| Path::new(""));
    folder.join(path).display().to_string()
}

#[cfg(test)]
mod tests;
