//! `demur restore`: a backup goes into an empty record.

use std::io::Write;
use std::path::PathBuf;

use demur_app::record::restore;
use demur_app::store::Role;

use super::keeping::{RecordArgs, clock};
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::record::error::said;

/// Puts a backup into an empty record; what was erased since is erased again before it opens
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: demur restore backup.jsonl --db second.db --keys ~/keys.db")]
pub(crate) struct Args {
    #[command(flatten)]
    record: RecordArgs,
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Restores.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let actor = args.record.actor(Role::Admin, context)?;
    let library = context.library()?;
    let place = args.record.place(context)?;
    let settings = args.record.settings(context);
    let lawbook = &library.lawbook;
    let summary = restore(
        &actor,
        &args.file,
        &place,
        lawbook,
        &settings,
        clock(context),
    )
    .map_err(|error| said(&error, &context.words))?;
    if context.wants_json() {
        writeln!(out, "{}", serde_json::to_string(&summary)?)?;
    } else {
        let gaps = [
            ("rows", summary.rows.to_string().into()),
            ("n", summary.erasures_repeated.into()),
        ];
        writeln!(out, "{}", context.words.fill("record-restored", &gaps))?;
    }
    Ok(Outcome::Done)
}
