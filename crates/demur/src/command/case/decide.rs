//! `demur case decide`: what a person decides about an open case file.

use std::io::Write;

use demur_app::store::{Choice, Role};

use super::decision::{DecisionArgs, choice};
use crate::command::keeping::{RecordArgs, RequestArgs};
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::record::error::said;
use crate::show::record::receipt;
use demur_words::record::receipt::Shown;

/// Records what you decided about an open case file
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Number of the case file
    #[arg(value_name = "NUMBER")]
    number: String,
    /// What you decided: serve, serve-differently or refuse
    #[arg(long, value_name = "CHOICE", value_parser = choice, requires = "words")]
    decision: Choice,
    #[command(flatten)]
    said: DecisionArgs,
    /// The version that you have read; when it is no longer the newest, nothing is written
    #[arg(long, value_name = "VERSION")]
    expect: Option<i64>,
    #[command(flatten)]
    request: RequestArgs,
}

/// Records a decision.
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
    let file = open.show(&actor, &args.number).map_err(words)?;
    let decided = args.said.decided(args.decision);
    let at = (args.number.as_str(), args.expect);
    let receipt = open
        .decide(&actor, &args.request.key(), at, decided)
        .map_err(words)?;
    let shown = Shown {
        receipt: &receipt,
        choice: Some(args.decision),
        verdict: &file.verdict,
        notice: None,
    };
    receipt::write(&shown, context, out)?;
    Ok(Outcome::Done)
}
