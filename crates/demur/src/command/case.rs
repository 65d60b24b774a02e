//! `demur case`: the record from the shell.

mod decide;
mod decision;
mod erase;
mod export;
mod list;
mod notify;
mod record;
mod show;
mod telling;

use std::io::{BufRead, Write};

use super::keeping::RecordArgs;
use crate::context::{Context, Outcome};
use crate::failure::Failure;

/// The record: case files of what was asked, decided and said
///
/// Contact and texts of a case file are sealed, and erased when their time is over. Whoever works
/// alone at one machine needs no --as for daily work: record, decide, notify and read as
/// decider:s-0001. Erasing and giving out what is held about a person need the privacy role, so
/// that nobody does it by the way.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples: demur case record examples/gabinet-warned.yaml --decision refuse \\
              --words \"Insulted us again after two calm warnings; we ended it.\"
          demur case list --state decided
          demur case export SHOP-2026-7K3M9QD2 -o packet.json --as privacy:s-0001

docs/record.md describes what is kept and for how long.")]
pub(crate) struct Args {
    #[command(flatten)]
    record: RecordArgs,
    #[command(subcommand)]
    command: CaseCommand,
}

/// One file each.
#[derive(Debug, clap::Subcommand)]
enum CaseCommand {
    List(list::Args),
    Show(show::Args),
    Record(Box<record::Args>),
    Decide(decide::Args),
    Notify(Box<notify::Args>),
    Export(export::Args),
    Erase(erase::Args),
}

/// Runs one of them.
pub(crate) fn run(
    args: &Args,
    context: &Context,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let record = &args.record;
    match &args.command {
        CaseCommand::List(args) => list::run(args, record, context, out),
        CaseCommand::Show(args) => show::run(args, record, context, out),
        CaseCommand::Record(args) => record::run(args, record, context, input, out),
        CaseCommand::Decide(args) => decide::run(args, record, context, out),
        CaseCommand::Notify(args) => notify::run(args, record, context, input, out),
        CaseCommand::Export(args) => export::run(args, record, context, out),
        CaseCommand::Erase(args) => erase::run(args, record, context, out),
    }
}
