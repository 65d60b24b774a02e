//! `demur law`: the library.

mod check;
mod diff;
mod export;
mod fmt;
mod list;
mod mutate;
mod prove;
mod show;
mod test;
mod weave;

use std::io::Write;

use demur_app::lawbook::Lawbook;

use crate::context::{Context, Outcome};
use crate::failure::Failure;

/// The law library: list, show, check, test, mutate, prove, compare, format, weave, export
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List(list::Args),
    Show(show::Args),
    Check(check::Args),
    Test(test::Args),
    Mutate(mutate::Args),
    Fmt(fmt::Args),
    Prove(prove::Args),
    Diff(diff::Args),
    Weave(weave::Args),
    Export(export::Args),
}

/// Runs one of them.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    match &args.command {
        Command::List(args) => list::run(args, context, out),
        Command::Show(args) => show::run(args, context, out),
        Command::Check(args) => check::run(args, context, out),
        Command::Test(args) => test::run(args, context, out),
        Command::Diff(args) => diff::run(args, context, out),
        Command::Prove(args) => prove::run(args, context, out),
        Command::Mutate(args) => mutate::run(args, context, out),
        Command::Fmt(args) => fmt::run(args, context, out),
        Command::Weave(args) => weave::run(args, context, out),
        Command::Export(args) => export::run(args, context, out),
    }
}

/// That a pack exists.
fn known_pack(lawbook: &Lawbook, pack: Option<&str>, context: &Context) -> Result<(), Failure> {
    let Some(pack) = pack else {
        return Ok(());
    };
    let names: Vec<String> = lawbook
        .packs
        .iter()
        .map(|(_, pack)| pack.id.clone())
        .collect();
    if names.iter().any(|name| name == pack) {
        return Ok(());
    }
    let gaps = [
        ("pack", pack.into()),
        ("packs", context.words.all_of(&names).into()),
    ];
    Err(Failure::Said(context.words.fill("error-no-pack", &gaps)))
}
