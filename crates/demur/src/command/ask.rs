//! `demur ask`: one question at a time, until the answer is fixed.

mod answer;
mod questions;

use std::fs;
use std::io::{self, BufRead, BufReader, Write};

use demur_app::engine::{ConditionalDuty, Engine, Opinion, Situation};
use demur_app::interview::Interview;
use demur_app::lawbook::Lawbook;
use demur_app::opinion_json::{document, to_line};
use demur_app::syntax::Sources;

use super::given;
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page::{self, Page};
use crate::show::situation::yaml;
use demur_words::opinion::{self, TitledPart, View};

/// An interview: one question at a time, until the answer is fixed
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: demur ask --place pl --profile gabinet --save situation.yaml")]
pub(crate) struct Args {
    /// A situation of which something is known already
    #[arg(value_name = "FILE")]
    file: Option<String>,
    #[command(flatten)]
    given: given::GivenArgs,
    /// Write the situation to this file at the end
    #[arg(long, value_name = "FILE")]
    save: Option<String>,
    /// Show everything: all norms, doubts, grounds, and why not the other verdicts
    #[arg(long)]
    explain: bool,
}

/// Where an interview ended.
struct End {
    opinion: Opinion,
    situation: Situation,
    profile: Option<String>,
    /// The person stopped, or the input ended.
    stopped: bool,
}

/// Asks.
pub(crate) fn run(
    args: &Args,
    context: &Context,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let library = context.library()?;
    let lawbook = &library.lawbook;
    let mut engine = Engine::new(lawbook);
    let interview = begin(args, context, &mut engine)?;
    let end = if context.wants_json() {
        // The answer alone goes to the output.
        questions::ask(
            interview,
            &mut engine,
            context,
            input,
            &mut io::stderr().lock(),
        )?
    } else {
        questions::ask(interview, &mut engine, context, input, out)?
    };
    if context.wants_json() {
        writeln!(
            out,
            "{}",
            to_line(&document(lawbook, &end.opinion, context.words.lang))
        )?;
    } else {
        let duties = engine
            .conditional_duties(&end.situation)
            .map_err(|found| given::clash(lawbook, &found, None, Sources::default()))?;
        show(args, context, lawbook, (&end, &duties), out)?;
    }
    save(args, context, lawbook, &end, out)?;
    Ok(Outcome::Done)
}

/// The interview before its first question. What is known from the start must not clash.
fn begin(args: &Args, context: &Context, engine: &mut Engine<'_>) -> Result<Interview, Failure> {
    let lawbook = engine.lawbook();
    let given = args.given.resolve(lawbook, context)?;
    let (start, places, sources) = match &args.file {
        None => (given.alone(lawbook), None, Sources::default()),
        Some(path) => {
            let mut file = BufReader::new(given::open(path, context)?);
            let (read, sources) = given.read(&mut file, path, lawbook, context)?;
            (read.situation, Some(read.places), sources)
        }
    };
    engine
        .decide(&start)
        .map_err(|found| given::clash(lawbook, &found, places.as_ref(), sources))?;
    let interview = Interview::new(start);
    Ok(match &args.given.profile {
        Some(name) => interview.of_profile(name.as_str()),
        None => interview,
    })
}

fn show(
    args: &Args,
    context: &Context,
    lawbook: &Lawbook,
    (end, duties): (&End, &[ConditionalDuty]),
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = &context.words;
    let mut head = Page::new(context.look);
    let title = if end.stopped {
        "ask-stopped"
    } else {
        "ask-result"
    };
    head.paragraph(&words.say(title));
    head.gap();
    let view = View {
        lawbook,
        opinion: &end.opinion,
        situation: &end.situation,
        words,
        explain: args.explain,
    };
    let mut foot = Page::new(context.look);
    if !end.stopped {
        let part = opinion::conditional(lawbook, duties, words);
        part.iter().for_each(|part| conditional(part, &mut foot));
    }
    foot.paragraph(&words.say("ask-situation"));
    foot.verbatim(&yaml(lawbook, &end.situation, end.profile.as_deref()));
    write!(
        out,
        "\n{}{}\n{}",
        head.finish(),
        page::drawn(&opinion::told(view).sheet(), context.look),
        foot.finish()
    )
}

/// Duties that depend on what was not asked.
fn conditional(part: &TitledPart, page: &mut Page) {
    page.paragraph(&part.title);
    part.items.iter().for_each(|item| page.item(&item.text));
    part.more.iter().for_each(|more| page.detail(more));
}

fn save(
    args: &Args,
    context: &Context,
    lawbook: &Lawbook,
    end: &End,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let Some(path) = &args.save else {
        return Ok(());
    };
    fs::write(path, yaml(lawbook, &end.situation, end.profile.as_deref())).map_err(|error| {
        let gaps = [
            ("path", path.as_str().into()),
            ("reason", error.to_string().into()),
        ];
        Failure::Said(context.words.fill("error-unwritable", &gaps))
    })?;
    if !context.wants_json() {
        writeln!(
            out,
            "{}",
            context
                .words
                .fill("ask-saved", &[("path", path.as_str().into())])
        )?;
    }
    Ok(())
}
