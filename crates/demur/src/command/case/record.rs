//! `demur case record`: a case file of a situation, with decision and notice.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use demur_app::engine::Engine;
use demur_app::notices::Channel as NoticeChannel;
use demur_app::record::{Details, judge};
use demur_app::store::{Channel, Choice, Contact, Identity, Letter, Role};

use super::decision::{DecisionArgs, choice};
use super::telling::NoticeArgs;
use crate::command::given::{self, clash};
use crate::command::keeping::{RecordArgs, RequestArgs};
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::record::error::said;
use crate::show::record::receipt;
use demur_words::record::receipt::Shown;

/// Opens a case file of a situation; with --decision it records what you decided
///
/// The opinion is asked for and kept beside it, with the hash of its lawbook. It never decides:
/// without --decision the case file stays open. For somebody unknown at the counter nothing about
/// the person is kept; with --name or --contact it is sealed and erased after its period.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The situation; - reads standard input
    #[arg(value_name = "SITUATION|-")]
    situation: String,
    #[command(flatten)]
    given: given::GivenArgs,
    /// What you decided: serve, serve-differently or refuse
    #[arg(long, value_name = "CHOICE", value_parser = choice, requires = "words")]
    decision: Option<Choice>,
    #[command(flatten)]
    said: DecisionArgs,
    /// The contact that carries the message: email:…, phone:…, post:… or account:…
    #[arg(long, value_name = "KIND:VALUE")]
    contact: Option<String>,
    /// The customer's name, as the message uses it
    #[arg(long, value_name = "NAME", requires = "contact")]
    name: Option<String>,
    /// What happened: up to 600 characters
    #[arg(long, value_name = "WORDS")]
    facts: Option<String>,
    /// For whoever looks at an appeal: up to 300 characters
    #[arg(long, value_name = "WORDS")]
    note: Option<String>,
    /// Writes the notice for this channel, prints it and keeps it
    #[arg(long, value_name = "CHANNEL", requires = "decision")]
    notice_channel: Option<NoticeChannel>,
    #[command(flatten)]
    notice: NoticeArgs,
    /// Writes the customer's letter, number and code, to this file
    #[arg(long, value_name = "FILE")]
    letter: Option<PathBuf>,
    #[command(flatten)]
    request: RequestArgs,
}

/// Records a case.
pub(super) fn run(
    args: &Args,
    record: &RecordArgs,
    context: &Context,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let actor = record.actor(Role::Decider, context)?;
    let details = args.details(context)?;
    let library = context.library()?;
    let lawbook = &library.lawbook;
    let given = args.given.resolve(lawbook, context)?;
    let (read, sources) = if args.situation == "-" {
        given.read(input, "standard input", lawbook, context)?
    } else {
        let mut file = BufReader::new(given::open(&args.situation, context)?);
        given.read(&mut file, &args.situation, lawbook, context)?
    };
    let mut engine = Engine::new(lawbook);
    let lang = args.notice.lang(context);
    let judged = judge(&mut engine, &read.situation, context.words.lang, lang)
        .map_err(|found| clash(lawbook, &found, Some(&read.places), sources))?;
    let prepared = args
        .notice_channel
        .map(|channel| args.notice.prepare(channel, &judged, read.notice, context))
        .transpose()?;
    let open = record.open_or_make(context, lawbook)?;
    let words = |error| said(&error, &context.words);
    let key = args.request.key();
    let mut receipt = open.record(&actor, &key, &judged, details).map_err(words)?;
    let mut notice = None;
    if let Some(prepared) = prepared {
        let written = prepared.notice(&receipt.case, context)?;
        let at = (receipt.case.as_str(), Some(receipt.version));
        let told = open.notify(&actor, &format!("{key}-n"), at, written.clone());
        let told = told.map_err(words)?;
        (receipt.version, receipt.seq) = (told.version, told.seq);
        notice = Some(written);
    }
    // The letter is on the screen in any case: what was decided cannot be asked for again.
    let shown = Shown {
        receipt: &receipt,
        choice: args.decision,
        verdict: judged.verdict,
        notice: notice.as_ref(),
    };
    receipt::write(&shown, context, out)?;
    if let (Some(path), Some(letter)) = (&args.letter, &receipt.letter) {
        write_letter(path, letter, context)?;
    }
    Ok(Outcome::Done)
}

impl Args {
    fn details(&self, context: &Context) -> Result<Details, Failure> {
        let contact = self.contact.as_deref();
        let contact = contact.map(|text| contact_of(text, context)).transpose()?;
        Ok(Details {
            identity: contact.map(|contact| Identity {
                name: self.name.clone(),
                used: contact.channel,
                contacts: vec![contact],
                checked: false,
            }),
            facts: self.facts.clone(),
            note_to_reviewer: self.note.clone(),
            decided: self.decision.map(|choice| self.said.decided(choice)),
        })
    }
}

/// `email:a@example.org` and so on.
pub(super) fn contact_of(text: &str, context: &Context) -> Result<Contact, Failure> {
    let parts = text.split_once(':');
    let parts = parts.and_then(|(kind, value)| Some((Channel::parse(kind)?, value.trim())));
    let Some((channel, value)) = parts.filter(|(_, value)| !value.is_empty()) else {
        return Err(Failure::Said(context.words.say("record-contact")));
    };
    Ok(Contact {
        channel,
        value: value.to_owned(),
    })
}

/// A new file that only its owner reads: whoever has the code has the customer's proof.
fn write_letter(path: &Path, letter: &Letter, context: &Context) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(letter)?;
    write_private(path, &text, context)
}

/// Writes a new file that only its owner reads.
pub(super) fn write_private(path: &Path, text: &str, context: &Context) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(path)
        .and_then(|mut file| writeln!(file, "{text}"));
    written.map_err(|error| {
        let gaps = [
            ("path", path.display().to_string().into()),
            ("reason", error.to_string().into()),
        ];
        Failure::Said(context.words.fill("error-unwritable", &gaps))
    })
}
