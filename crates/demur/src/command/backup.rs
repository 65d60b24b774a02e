//! `demur backup`: the record in one file, while it is in use.

use std::io::Write;
use std::path::PathBuf;

use demur_app::store::Role;

use super::keeping::RecordArgs;
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::record::error::said;

/// Writes the record to one file while everybody goes on working
///
/// Keys are not in it: copy keys.db as well, to another place, and keep its copies for 35 days at
/// most. Keep the master key apart from both.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    record: RecordArgs,
    /// The file; an older backup of this name is replaced
    #[arg(value_name = "OUT")]
    out: PathBuf,
}

/// Backs up.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let actor = args.record.actor(Role::Admin, context)?;
    let library = context.library()?;
    let summary = args
        .record
        .open_as_it_is(context, &library.lawbook)?
        .backup(&actor, &args.out)
        .map_err(|error| said(&error, &context.words))?;
    if context.wants_json() {
        writeln!(out, "{}", serde_json::to_string(&summary)?)?;
    } else {
        let gaps = [
            ("path", args.out.display().to_string().into()),
            ("rows", summary.rows.to_string().into()),
        ];
        writeln!(out, "{}", context.words.fill("record-backed-up", &gaps))?;
    }
    Ok(Outcome::Done)
}
