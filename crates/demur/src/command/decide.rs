//! `demur decide`: the opinion on a situation, or on each of many.

use std::io::{BufRead, BufReader, Cursor, Read as _, Write};

use demur_app::engine::Engine;
use demur_app::lawbook::Lawbook;
use demur_app::opinion_json::{document, to_line};
use demur_app::situation::{Line, MAX_BYTES, read_lines};
use demur_app::syntax::Sources;
use serde_json::json;

use super::batch;
use super::given::{self, Given, clash};
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::diagnostics;
use crate::show::page;
use demur_words::opinion::{self, View};

/// The opinion on a situation: may this customer be refused, and why
///
/// The situation is YAML or JSON. JSON lines (a file named .jsonl, or from a pipe) give one line
/// of JSON each: the opinion, or an error with its line number. With --batch a file of many
/// situations becomes a file of short answers, in constant memory and on all processors; rows
/// that are wrong are kept apart beside it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: demur decide examples/gabinet.yaml --lang pl")]
pub(crate) struct Args {
    /// The situation; - reads standard input
    #[arg(value_name = "FILE|-", required_unless_present = "batch")]
    file: Option<String>,
    /// Judge every row of a .jsonl, .csv or .parquet file
    #[arg(long, value_name = "FILE", conflicts_with = "file", requires = "out")]
    batch: Option<String>,
    /// Where the answers of --batch go: a .jsonl, .csv or .parquet file
    #[arg(short, long, value_name = "OUT", requires = "batch")]
    out: Option<String>,
    #[command(flatten)]
    given: given::GivenArgs,
    /// Show everything: all norms, doubts, grounds, and why not the other verdicts
    #[arg(long)]
    explain: bool,
}

/// How standard input is called in messages.
const PIPE: &str = "standard input";

/// Decides.
pub(crate) fn run(
    args: &Args,
    context: &Context,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let library = context.library()?;
    let lawbook = &library.lawbook;
    let given = args.given.resolve(lawbook, context)?;
    if let (Some(input), Some(output)) = (&args.batch, &args.out) {
        return batch::run(input, output, lawbook, &given, &args.given, context, out);
    }
    let path = args.file.as_deref().unwrap_or("-");
    if path != "-" {
        let mut file = BufReader::new(given::open(path, context)?);
        let many = path.ends_with(".jsonl") || path.ends_with(".ndjson");
        return if many {
            lines(file, path, lawbook, &given, context, out)
        } else {
            one(args, &mut file, path, lawbook, &given, context, out)
        };
    }
    let begin = first_line(input).map_err(|error| given::unreadable(PIPE, &error, context))?;
    let many = is_json_object(&begin);
    let mut whole = Cursor::new(begin).chain(input);
    if many {
        lines(whole, PIPE, lawbook, &given, context, out)
    } else {
        one(args, &mut whole, PIPE, lawbook, &given, context, out)
    }
}

fn one(
    args: &Args,
    input: &mut dyn BufRead,
    path: &str,
    lawbook: &Lawbook,
    given: &Given,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let (read, sources) = given.read(input, path, lawbook, context)?;
    let mut engine = Engine::new(lawbook);
    let decided = if args.explain {
        engine.decide_in_full(&read.situation)
    } else {
        engine.decide(&read.situation)
    };
    let opinion = decided.map_err(|found| clash(lawbook, &found, Some(&read.places), sources))?;
    if context.wants_json_in_a_pipe() {
        writeln!(
            out,
            "{}",
            to_line(&document(lawbook, &opinion, context.words.lang))
        )?;
    } else {
        let view = View {
            lawbook,
            opinion: &opinion,
            situation: &read.situation,
            words: &context.words,
            explain: args.explain,
        };
        out.write_all(page::drawn(&opinion::told(view).sheet(), context.look).as_bytes())?;
    }
    Ok(Outcome::Done)
}

fn lines(
    input: impl BufRead,
    path: &str,
    lawbook: &Lawbook,
    given: &Given,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let mut engine = Engine::new(lawbook);
    let mut outcome = Outcome::Done;
    for line in read_lines(input, path, lawbook, &given.defaults) {
        let line = line.map_err(|error| given::unreadable(path, &error, context))?;
        let number = line.number;
        match decide(line, &mut engine, given) {
            Ok(opinion) => writeln!(
                out,
                "{}",
                to_line(&document(lawbook, &opinion, context.words.lang))
            )?,
            Err(wrong) => {
                let (sources, found) = *wrong;
                outcome = Outcome::Failed;
                let found = diagnostics::documents(&found, &sources);
                writeln!(
                    out,
                    "{}",
                    json!({ "line": number, "error": { "diagnostics": found } })
                )?;
            }
        }
    }
    Ok(outcome)
}

type Wrong = (Sources, Vec<demur_app::syntax::Diagnostic>);

fn decide(
    line: Line,
    engine: &mut Engine<'_>,
    given: &Given,
) -> Result<demur_app::engine::Opinion, Box<Wrong>> {
    let lawbook = engine.lawbook();
    let mut read = line
        .read
        .map_err(|found| Box::new((line.sources.clone(), found)))?;
    given.over(lawbook, &mut read);
    engine.decide(&read.situation).map_err(|found| {
        let found = demur_app::situation::contradiction(lawbook, &found, Some(&read.places));
        Box::new((line.sources, vec![found]))
    })
}

/// Up to the end of the first line that is not empty.
fn first_line(input: &mut dyn BufRead) -> std::io::Result<Vec<u8>> {
    let mut begin = Vec::new();
    let limit = u64::try_from(MAX_BYTES)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bounded = input.take(limit);
    while begin.trim_ascii().is_empty() && bounded.read_until(b'\n', &mut begin)? > 0 {}
    Ok(begin)
}

/// Whether one line is a whole JSON object, so that the next ones will be, too.
fn is_json_object(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    line.starts_with(b"{") && serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}
