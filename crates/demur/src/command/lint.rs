//! `demur lint`: is a notice clear, kind, lawful and short enough?

use std::io::{BufRead, Read as _, Write};

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use demur_app::lint::{Asked, Checked, check, count, document, sarif};
use demur_app::notices::lint::Level;
use demur_app::notices::{Channel, Lang, Scenario};
use demur_app::syntax::tree;

use super::given;
use crate::context::{Context, Format, Outcome};
use crate::failure::Failure;
use crate::show::finding;

/// Check what is written to a customer: structure, tone, vagueness, law, form
///
/// Any text will do: a draft, a mail, a sign. The more is known, the more rules apply: name the
/// channel and the scenario. A comment line in the text may allow a finding, with a reason:
/// `# demur-lint: allow RM-T03 because the court quotes these words`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples: demur lint draft.txt --channel letter --scenario debt
          demur lint - --channel sms --in pl < message.txt

`demur explain RM-L01` shows a rule with its reason and examples.")]
pub(crate) struct Args {
    /// Texts; - reads standard input
    #[arg(value_name = "FILE|-", required = true)]
    files: Vec<String>,
    // The same option as everywhere, with one value more.
    /// For whom the output is: human, json, or sarif for code hosts and editors
    #[arg(id = "format", long, value_name = "FORM", value_parser = form())]
    form: Option<Format>,
    /// Language of the text: pl, en, de [default: guessed from its words]
    #[arg(long = "in", value_name = "LANG")]
    written_in: Option<Lang>,
    /// How it reaches the customer: spoken, spoken-agitated, spoken-ending, sms, email, letter,
    /// counter, exclusion, agent
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<Channel>,
    /// What it explains, such as abuse.refusal
    #[arg(long, value_name = "SCENARIO")]
    scenario: Option<Scenario>,
    /// Leave lighter findings out: info, warn, error
    #[arg(
        long,
        value_name = "LEVEL",
        default_value = "info",
        hide_default_value = true
    )]
    min_level: Level,
}

/// A notice is far smaller; a film is not read into memory.
const MAX_BYTES: u64 = 4 * 1024 * 1024;
const STDIN: &str = "stdin";

fn form() -> impl clap::builder::TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["human", "json", "sarif"]).map(|form| match form.as_str() {
        "json" => Format::Json,
        "sarif" => Format::Sarif,
        _ => Format::Human,
    })
}

/// Checks all files; errors among the findings make the exit code 1.
pub(crate) fn run(
    args: &Args,
    context: &Context,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let spoken = match context.words.lang {
        tree::Lang::Pl => Lang::Pl,
        tree::Lang::En => Lang::En,
    };
    let asked = Asked {
        lang: args.written_in,
        fallback: Some(spoken),
        channel: args.channel,
        scenario: args.scenario,
        least: Some(args.min_level),
    };
    let mut files = Vec::new();
    for path in &args.files {
        files.push(checked(path, &asked, context, input)?);
    }
    match args.form {
        Some(Format::Json) => {
            let document = document(&files, spoken);
            writeln!(out, "{}", serde_json::to_string_pretty(&document)?)?;
        }
        Some(Format::Sarif) => {
            let log = sarif(&files, spoken);
            writeln!(out, "{}", serde_json::to_string_pretty(&log)?)?;
        }
        Some(Format::Human | Format::Cedar) | None => finding::write(&files, spoken, context, out)?,
    }
    Ok(if count(&files, Level::Error) > 0 {
        Outcome::Found
    } else {
        Outcome::Done
    })
}

fn checked(
    path: &str,
    asked: &Asked,
    context: &Context,
    input: &mut dyn BufRead,
) -> Result<Checked, Failure> {
    let mut bytes = Vec::new();
    let (name, read) = if path == "-" {
        (STDIN, input.take(MAX_BYTES + 1).read_to_end(&mut bytes))
    } else {
        let file = given::open(path, context)?;
        (path, file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
    };
    let size = read.map_err(|error| given::unreadable(name, &error, context))?;
    if u64::try_from(size).is_ok_and(|size| size > MAX_BYTES) {
        let gaps = [("path", name.into())];
        return Err(Failure::Said(context.words.fill("lint-too-large", &gaps)));
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        let gaps = [("path", name.into())];
        Failure::Said(context.words.fill("lint-not-utf8", &gaps))
    })?;
    Ok(check(name, text, asked))
}
