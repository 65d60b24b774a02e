//! `demur case show`: a case file, and why it was decided as it was.

use std::io::Write;

use demur_app::record::explain;
use demur_app::store::Role;
use serde_json::json;

use crate::command::keeping::RecordArgs;
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page;
use crate::show::record::error::said;
use demur_words::record::file::{Shown, sheet};

/// A case file: decision, timeline, periods, and what would have changed the outcome
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Number of the case file
    #[arg(value_name = "NUMBER")]
    number: String,
    /// Contact and texts, too; the journal keeps that you looked
    #[arg(long)]
    texts: bool,
}

/// Shows a case file.
pub(super) fn run(
    args: &Args,
    record: &RecordArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let library = context.library()?;
    let actor = record.actor(Role::Decider, context)?;
    let open = record.open(context, &library.lawbook)?;
    let file = open
        .show(&actor, &args.number)
        .map_err(|error| said(&error, &context.words))?;
    let texts = args
        .texts
        .then(|| open.reveal(&actor, &args.number))
        .transpose()
        .map_err(|error| said(&error, &context.words))?;
    let explained = explain(&file);
    if context.wants_json() {
        let mut document = json!({"case": file, "explained": explained});
        if let (Some(texts), Some(map)) = (&texts, document.as_object_mut()) {
            map.insert("texts".to_owned(), serde_json::to_value(texts)?);
        }
        writeln!(out, "{document}")?;
    } else {
        let shown = Shown {
            file: &file,
            explained: &explained,
            texts: texts.as_ref(),
            lawbook: &library.lawbook,
        };
        out.write_all(page::drawn(&sheet(&shown, &context.words), context.look).as_bytes())?;
    }
    Ok(Outcome::Done)
}
