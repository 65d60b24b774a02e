//! The command line, and the only place that reads the environment and the clock.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use demur_app::syntax::tree::Lang;
use etcetera::BaseStrategy;
use jiff::ZonedDateTime;

use crate::command::{
    ask, backup, case, config, decide, explain, facts, law, lint, notice, refer, restore, serve,
    verify,
};
use crate::configuration::{Asked, CREDENTIALS, Configuration};
use crate::context::{Context, Folders, Format, Look};
use crate::language;

/// Longer lines are hard to read.
const WIDEST: usize = 100;

/// Answers "may I refuse?" by law and by your own policy, and shows why.
#[derive(Debug, Parser)]
#[command(name = "demur", version, max_term_width = WIDEST, after_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

const AFTER_HELP: &str = "\
Exit codes: 0 done, 1 a check found something, 2 could not run.

Example: demur ask --lang pl";

#[derive(Debug, Args)]
struct Globals {
    /// For whom the output is [default: human; for `decide`, `facts` and `refer` in a pipe: json]
    #[arg(long, global = true, value_enum, hide_default_value = true)]
    format: Option<Format>,
    /// Language of the output [default: from the locale, else en]
    #[arg(long, global = true, value_enum)]
    lang: Option<LangChoice>,
    /// Use the packs in this folder instead of the built-in library
    #[arg(long, global = true, value_name = "DIR")]
    law: Option<PathBuf>,
    /// Add the house policy in this folder
    #[arg(long, global = true, value_name = "DIR")]
    policy: Option<PathBuf>,
    /// Read the settings from this file [default: DEMUR_CONFIG, else demur.toml in the configuration folder]
    #[arg(long, global = true, value_name = "FILE", hide_default_value = true)]
    config: Option<PathBuf>,
    /// For screen readers: one statement a line, words instead of symbols, no colour
    #[arg(long, global = true)]
    plain: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangChoice {
    En,
    Pl,
}

/// One file each in `command`.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Ask(ask::Args),
    Backup(backup::Args),
    Case(Box<case::Args>),
    Config(config::Args),
    Decide(decide::Args),
    Explain(explain::Args),
    Facts(facts::Args),
    Law(law::Args),
    Lint(lint::Args),
    Notice(notice::Args),
    Refer(refer::Args),
    Restore(restore::Args),
    Serve(serve::Args),
    Verify(verify::Args),
}

impl Cli {
    /// Reads the command line; on a mistake it says so and ends the program.
    pub(crate) fn read() -> Self {
        Self::parse()
    }

    /// What every command knows, with what the environment and the clock tell.
    pub(crate) fn context(&self) -> Context {
        let globals = &self.globals;
        let now = ZonedDateTime::now();
        let on_terminal = io::stdout().is_terminal();
        let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let lang = match globals.lang {
            Some(LangChoice::En) => Lang::En,
            Some(LangChoice::Pl) => Lang::Pl,
            None => language::of_locale(&locales()),
        };
        Context {
            words: language::words(lang),
            format: globals.format,
            on_terminal,
            typed_on_terminal: io::stdin().is_terminal(),
            look: Look {
                plain: globals.plain,
                colour: on_terminal && !globals.plain && !dumb && !set("NO_COLOR"),
                width: terminal_size::terminal_size()
                    .map_or(80, |(width, _)| usize::from(width.0))
                    .clamp(30, WIDEST),
            },
            today: now.date(),
            now: now.datetime(),
            zone: now.time_zone().clone(),
            law: None,
            policy: None,
            configuration: Configuration::default(),
            folders: folders(),
            dictionaries: dictionaries(),
        }
    }
}

impl Cli {
    /// Where to look for settings, with what the environment says.
    pub(crate) fn asked(&self) -> Asked {
        let own = |(name, value): (String, String)| {
            let is_ours = name.starts_with("DEMUR_") || name == CREDENTIALS;
            (is_ours && !value.is_empty()).then_some((name, value))
        };
        let pairs = env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        });
        let folders = [("law", &self.globals.law), ("policy", &self.globals.policy)];
        let flags = folders.into_iter().filter_map(|(name, folder)| {
            let folder = folder.as_ref()?;
            Some((name, folder.display().to_string()))
        });
        Asked {
            file: self.globals.config.clone(),
            environment: pairs.filter_map(own).collect(),
            flags: flags.collect(),
        }
    }
}

/// Where this platform keeps data and settings of programs.
fn folders() -> Option<Folders> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(Folders {
        data: base.data_dir().join("demur"),
        configuration: base.config_dir().join("demur"),
    })
}

/// Where Hunspell itself would look first, else where Debian installs dictionaries.
fn dictionaries() -> Vec<PathBuf> {
    env::var_os("DICPATH").map_or_else(
        || vec![PathBuf::from("/usr/share/hunspell")],
        |folders| env::split_paths(&folders).collect(),
    )
}

fn locales() -> BTreeMap<&'static str, String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| Some((name, env::var(name).ok()?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
