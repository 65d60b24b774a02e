//! `demur case erase`: destroys the key of a case file, and its contact and texts.

use std::io::Write;

use demur_app::store::{EraseReason, Role};

use crate::command::keeping::{RecordArgs, RequestArgs};
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::record::error::said;

/// Erases contact and texts of a case file for good; needs --as privacy:…
///
/// The key is destroyed and the sealed texts are deleted. What was decided stays without anything
/// about the person, so that the customer's letter can still be checked.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Number of the case file
    #[arg(value_name = "NUMBER")]
    number: String,
    /// Why: requested, objection or unlawful
    #[arg(long, value_name = "WHY", default_value = "requested", value_parser = why)]
    why: EraseReason,
    /// The version that you have read; when it is no longer the newest, nothing is erased
    #[arg(long, value_name = "VERSION")]
    expect: Option<i64>,
    #[command(flatten)]
    request: RequestArgs,
}

/// Reasons that a person can have; the others are the program's.
const WHYS: [EraseReason; 3] = [
    EraseReason::Requested,
    EraseReason::Objection,
    EraseReason::Unlawful,
];

fn why(text: &str) -> Result<EraseReason, String> {
    let known = WHYS.into_iter().find(|why| why.as_str() == text);
    known.ok_or_else(|| {
        let names = WHYS.map(EraseReason::as_str);
        format!("one of {}", names.join(", "))
    })
}

/// Erases.
pub(super) fn run(
    args: &Args,
    record: &RecordArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let actor = record.actor(Role::Decider, context)?;
    let library = context.library()?;
    let open = record.open(context, &library.lawbook)?;
    let at = (args.number.as_str(), args.expect);
    let receipt = open
        .erase(&actor, &args.request.key(), at, args.why)
        .map_err(|error| said(&error, &context.words))?;
    if context.wants_json() {
        writeln!(out, "{}", serde_json::to_string(&receipt)?)?;
    } else {
        let gaps = [
            ("case", receipt.case.into()),
            ("seq", receipt.seq.to_string().into()),
        ];
        writeln!(out, "{}", context.words.fill("record-erased", &gaps))?;
    }
    Ok(Outcome::Done)
}
