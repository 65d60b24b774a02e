//! `demur notice`: what to say to the customer.

pub(crate) mod order;
pub(crate) mod show;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use demur_app::engine::Engine;
use demur_app::notices::{Address, Channel, Lang, Notice, Order, Scenario, Slot, compose};
#[cfg(feature = "pdf")]
use demur_app::print;

use jiff::civil::Date;

use super::given::{self, clash};
use crate::context::{Context, Outcome};
use crate::failure::Failure;

/// What to say to the customer, in every channel
///
/// The situation says why; its key `notice` says what is particular about this case: `request`,
/// `facts`, `business_name` and so on. What is lacking stays open in brackets. A file that ends
/// in .pdf becomes a letter, an exclusion notice or a sign for the counter.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples: demur notice examples/gabinet.yaml --lang pl
          demur notice examples/gabinet-warned.yaml --channel letter --lang pl -o letter.pdf")]
pub(crate) struct Args {
    /// The situation; - reads standard input
    #[arg(value_name = "FILE|-", required_unless_present = "places")]
    file: Option<String>,
    #[command(flatten)]
    given: given::GivenArgs,
    /// How it reaches the customer: spoken, spoken-agitated, spoken-ending, sms, email, letter,
    /// counter, exclusion, agent
    #[arg(
        long,
        value_name = "CHANNEL",
        default_value = "spoken",
        hide_default_value = true
    )]
    channel: Channel,
    /// What is explained, such as abuse.refusal [default: what the opinion calls for]
    #[arg(long, value_name = "SCENARIO")]
    scenario: Option<Scenario>,
    /// Language of the notice: pl, en, de [default: that of the output]
    #[arg(long = "in", value_name = "LANG")]
    written_in: Option<Lang>,
    /// How Polish addresses the customer: panstwo, pani, pan
    #[arg(
        long,
        value_name = "FORM",
        default_value = "panstwo",
        hide_default_value = true
    )]
    address: Address,
    /// A YAML or JSON file with more values, such as the firm's name and address
    #[arg(long, value_name = "FILE")]
    values: Vec<String>,
    /// One more value
    #[arg(long, value_name = "PLACE=WORDS")]
    set: Vec<String>,
    /// The firm's own templates, in folders by language, instead of the built-in ones
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    /// Write it to this file
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
    /// List what can be filled in
    #[arg(long)]
    places: bool,
}

/// Writes a notice.
pub(crate) fn run(
    args: &Args,
    context: &Context,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let lang = args.written_in.unwrap_or_else(|| show::lang_of(context));
    if args.places {
        return places(lang, out);
    }
    let Written { notice, day } = written(args, lang, context, input)?;
    match &args.out {
        Some(path) => {
            write_file(path, &bytes(path, &notice, day)?, context)?;
            if !context.wants_json() {
                let path = path.display().to_string();
                let said = context.words.fill("ask-saved", &[("path", path.into())]);
                writeln!(out, "{said}")?;
            }
        }
        None if context.wants_json() => show::json(&notice, context, out)?,
        None => writeln!(out, "{}", notice.text().content())?,
    }
    if !context.wants_json() {
        // The words alone go to the output, ready to be piped on.
        std::io::stderr().write_all(show::advice(&notice, context).as_bytes())?;
    }
    Ok(Outcome::Done)
}

/// A notice and the day of its situation.
struct Written {
    notice: Notice,
    day: Date,
}

fn written(
    args: &Args,
    lang: Lang,
    context: &Context,
    input: &mut dyn BufRead,
) -> Result<Written, Failure> {
    let library = context.library()?;
    let lawbook = &library.lawbook;
    let given = args.given.resolve(lawbook, context)?;
    let path = args.file.as_deref().unwrap_or("-");
    let (read, sources) = if path == "-" {
        given.read(input, "standard input", lawbook, context)?
    } else {
        let mut file = BufReader::new(given::open(path, context)?);
        given.read(&mut file, path, lawbook, context)?
    };
    let mut engine = Engine::new(lawbook);
    let opinion = engine
        .decide(&read.situation)
        .map_err(|found| clash(lawbook, &found, Some(&read.places), sources))?;
    let basis = demur_app::notice::basis(lawbook, &read.situation, &opinion, lang);
    let mut values = read.notice;
    order::values(&mut values, &args.values, &args.set, context)?;
    let templates = order::templates(args.templates.as_deref(), context)?;
    let scenario = match Scenario::chosen(args.scenario, &basis) {
        Some(scenario) => scenario,
        None => return Err(show::nothing(&basis, context)),
    };
    let order = Order {
        scenario,
        channel: args.channel,
        lang,
        address: args.address,
        values,
        basis,
    };
    let notice =
        compose(&templates, &order).map_err(|fault| show::fault(&fault, &order, context))?;
    Ok(Written {
        notice,
        day: read.situation.day,
    })
}

fn bytes(path: &Path, notice: &Notice, day: Date) -> Result<Vec<u8>, Failure> {
    if path.extension().is_some_and(|kind| kind == "pdf") {
        return pdf(notice, day);
    }
    Ok(format!("{}\n", notice.text().content()).into_bytes())
}

#[cfg(feature = "pdf")]
fn pdf(notice: &Notice, day: Date) -> Result<Vec<u8>, Failure> {
    print::pdf(notice, day).map_err(|error| Failure::Said(error.to_string()))
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Notice, _: Date) -> Result<Vec<u8>, Failure> {
    let said = "this program was built without its typesetter, so it writes no PDF";
    Err(Failure::Said(said.to_owned()))
}

fn write_file(path: &Path, bytes: &[u8], context: &Context) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| {
        let gaps = [
            ("path", path.display().to_string().into()),
            ("reason", error.to_string().into()),
        ];
        Failure::Said(context.words.fill("error-unwritable", &gaps))
    })
}

fn places(lang: Lang, out: &mut dyn Write) -> Result<Outcome, Failure> {
    for slot in Slot::all() {
        writeln!(out, "{:<20} {}", slot.name, slot.label(lang))?;
    }
    Ok(Outcome::Done)
}
