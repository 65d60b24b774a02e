//! `demur verify`: whether the record, a customer's letter or a packet is as it was written.

use std::io::{BufRead, Read as _, Write};
use std::path::{Path, PathBuf};

use demur_app::record::{HeadsError, HeadsFound, Record, check_packet};
use demur_app::store::{Letter, LetterVerdict, Role, Verified};
use serde_json::Value;

use super::given;
use super::keeping::{RecordArgs, clock};
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::record::error::said;
use crate::show::record::verified;

/// Largest packet that is read, in bytes.
const MOST: u64 = 1 << 30;

/// Checks that nothing was changed: the whole record, a customer's letter, or an exported packet
///
/// Without a file the journal and everything that it binds is walked; keep the head that is
/// printed outside of this machine, or let --heads do so. A letter is compared with the record. A
/// packet is checked by itself.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    record: RecordArgs,
    /// A customer's letter or an exported packet, as JSON; - reads standard input
    #[arg(value_name = "FILE|-")]
    file: Option<String>,
    /// A file outside of this machine: the journal has to lead through every head in it, and its
    /// newest one is written down there
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    heads: Option<PathBuf>,
}

/// Verifies; a finding ends with exit code 1.
pub(crate) fn run(
    args: &Args,
    context: &Context,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let Some(path) = &args.file else {
        return journal(args, context, out);
    };
    let document = document(path, input, context)?;
    if let Some(checked) = check_packet(&document) {
        verified::packet(&checked, context, out)?;
        return Ok(outcome(checked.problems.is_empty()));
    }
    let Ok(letter) = serde_json::from_value::<Letter>(document) else {
        let gaps = [("path", path.as_str().into())];
        return Err(Failure::Said(context.words.fill("record-no-proof", &gaps)));
    };
    let verdict = args
        .open(context)?
        .verify_letter(&letter)
        .map_err(|error| said(&error, &context.words))?;
    verified::letter(&letter, verdict, context, out)?;
    Ok(outcome(verdict == LetterVerdict::Match))
}

fn journal(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let actor = args.record.actor(Role::Auditor, context)?;
    let record = args.open(context)?;
    let found = record
        .verify(&actor)
        .map_err(|error| said(&error, &context.words))?;
    let is_intact = matches!(found, Verified::Intact { .. });
    let heads = match &args.heads {
        Some(file) if is_intact => Some(heads(&record, file, context)?),
        _ => None,
    };
    verified::journal(&found, heads.as_ref(), context, out)?;
    let leads_through = !matches!(heads, Some(HeadsFound::Left(_)));
    Ok(outcome(is_intact && leads_through))
}

fn heads(record: &Record, file: &Path, context: &Context) -> Result<HeadsFound, Failure> {
    let day = clock(context).wall().date();
    record.note_head(file, day).map_err(|error| match error {
        HeadsError::Store(error) => said(&error, &context.words),
        HeadsError::File(error) => {
            let path = file.display().to_string();
            let gaps = [("path", path.into()), ("reason", error.to_string().into())];
            Failure::Said(context.words.fill("record-heads-file", &gaps))
        }
        HeadsError::Line(number) => {
            let path = file.display().to_string();
            let gaps = [("path", path.into()), ("n", number.into())];
            Failure::Said(context.words.fill("record-heads-line", &gaps))
        }
    })
}

impl Args {
    fn open(&self, context: &Context) -> Result<Record, Failure> {
        let library = context.library()?;
        self.record.open_as_it_is(context, &library.lawbook)
    }
}

fn outcome(fine: bool) -> Outcome {
    if fine { Outcome::Done } else { Outcome::Found }
}

fn document(path: &str, input: &mut dyn BufRead, context: &Context) -> Result<Value, Failure> {
    let mut text = String::new();
    let read = if path == "-" {
        input.take(MOST).read_to_string(&mut text)
    } else {
        given::open(path, context)?
            .take(MOST)
            .read_to_string(&mut text)
    };
    read.map_err(|error| given::unreadable(path, &error, context))?;
    serde_json::from_str(&text).map_err(|_| {
        let gaps = [("path", path.into())];
        Failure::Said(context.words.fill("record-no-proof", &gaps))
    })
}
