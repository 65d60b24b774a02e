//! `demur case export`: the evidence of a case, or everything held about a person.

use std::io::Write;
use std::path::PathBuf;

use demur_app::store::Role;
use demur_words::record::access;
use serde_json::Value;

use super::record::{contact_of, write_private};
use crate::command::keeping::RecordArgs;
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page;
use crate::show::record::error::said;

/// The evidence of a case as JSON, or with --contact everything held about the person
///
/// The packet is checked by `demur verify FILE`, or by docs/verify_case.py without any code of
/// this program. With the privacy role it has contact and texts, with the auditor's it has none.
/// What is held about a person needs the privacy role and is to be deleted after 30 days.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Number of the case file
    #[arg(value_name = "NUMBER", required_unless_present = "contact")]
    number: Option<String>,
    /// Everything held about the person behind a contact: email:…, phone:…, post:…, account:…
    #[arg(long, value_name = "KIND:VALUE", conflicts_with = "number")]
    contact: Option<String>,
    /// Writes it to this new file, which only you can read
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
    /// What is held about the person in words, to be read or printed
    #[arg(long, requires = "contact", conflicts_with = "out")]
    in_words: bool,
}

/// Exports.
pub(super) fn run(
    args: &Args,
    record: &RecordArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let actor = record.actor(Role::Decider, context)?;
    let library = context.library()?;
    let open = record.open(context, &library.lawbook)?;
    let words = |error| said(&error, &context.words);
    let document: Value = if let Some(contact) = &args.contact {
        let contact = contact_of(contact, context)?;
        let export = open.access(&actor, &contact).map_err(words)?;
        if args.in_words {
            let sheet = access::sheet(&export, &library.lawbook, &context.words);
            out.write_all(page::drawn(&sheet, context.look).as_bytes())?;
            return Ok(Outcome::Done);
        }
        serde_json::to_value(export)?
    } else {
        let number = args.number.as_deref().unwrap_or_default();
        serde_json::to_value(open.packet(&actor, number).map_err(words)?)?
    };
    let Some(path) = &args.out else {
        writeln!(out, "{document}")?;
        return Ok(Outcome::Done);
    };
    write_private(path, &document.to_string(), context)?;
    if !context.wants_json() {
        let gaps = [("path", path.display().to_string().into())];
        writeln!(out, "{}", context.words.fill("record-exported", &gaps))?;
    }
    Ok(Outcome::Done)
}
