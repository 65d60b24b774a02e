//! `demur case notify`: keeps what the customer was told.

use std::io::{BufRead, BufReader, Read as _, Write};

use demur_app::engine::Engine;
use demur_app::lawbook::Lawbook;
use demur_app::notices::Channel;
use demur_app::record::judge;
use demur_app::situation::MAX_BYTES;
use demur_app::store::{Notice, Role};

use super::telling::NoticeArgs;
use crate::command::given::{self, clash};
use crate::command::keeping::{RecordArgs, RequestArgs};
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::record::error::said;
use crate::show::record::receipt;
use demur_words::record::receipt::Shown;

/// Keeps what the customer was told: a text as it was sent, or a notice written now
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Number of the case file
    #[arg(value_name = "NUMBER")]
    number: String,
    /// How it reached the customer, such as letter, email, spoken
    #[arg(long, value_name = "CHANNEL")]
    channel: Channel,
    /// The text as it was said or sent; - reads standard input
    #[arg(long, value_name = "FILE|-", conflicts_with = "situation")]
    text: Option<String>,
    /// Writes the notice from this situation, with the number of the case file in it
    #[arg(long, value_name = "SITUATION", required_unless_present = "text")]
    situation: Option<String>,
    #[command(flatten)]
    given: given::GivenArgs,
    #[command(flatten)]
    notice: NoticeArgs,
    /// The version that you have read; when it is no longer the newest, nothing is written
    #[arg(long, value_name = "VERSION")]
    expect: Option<i64>,
    #[command(flatten)]
    request: RequestArgs,
}

/// Records a notice.
pub(super) fn run(
    args: &Args,
    record: &RecordArgs,
    context: &Context,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let actor = record.actor(Role::Decider, context)?;
    let library = context.library()?;
    let lawbook = &library.lawbook;
    let open = record.open(context, lawbook)?;
    let words = |error| said(&error, &context.words);
    let file = open.show(&actor, &args.number).map_err(words)?;
    let notice = match (&args.situation, &args.text) {
        (Some(path), _) => args.composed(path, &file.number, lawbook, context)?,
        (None, text) => Notice {
            text: sent(text.as_deref().unwrap_or("-"), input, context)?,
            channel: args.channel.name().to_owned(),
            language: args.notice.lang(context).code().to_owned(),
        },
    };
    let at = (file.number.as_str(), args.expect.or(Some(file.version)));
    let receipt = open.notify(&actor, &args.request.key(), at, notice.clone());
    let shown = Shown {
        receipt: &receipt.map_err(words)?,
        choice: None,
        verdict: &file.verdict,
        notice: args.situation.is_some().then_some(&notice),
    };
    receipt::write(&shown, context, out)?;
    Ok(Outcome::Done)
}

impl Args {
    fn composed(
        &self,
        path: &str,
        number: &str,
        lawbook: &Lawbook,
        context: &Context,
    ) -> Result<Notice, Failure> {
        let given = self.given.resolve(lawbook, context)?;
        let mut file = BufReader::new(given::open(path, context)?);
        let (read, sources) = given.read(&mut file, path, lawbook, context)?;
        let mut engine = Engine::new(lawbook);
        let lang = self.notice.lang(context);
        let judged = judge(&mut engine, &read.situation, context.words.lang, lang)
            .map_err(|found| clash(lawbook, &found, Some(&read.places), sources))?;
        self.notice
            .prepare(self.channel, &judged, read.notice, context)?
            .notice(number, context)
    }
}

/// The text of a file or of standard input.
fn sent(path: &str, input: &mut dyn BufRead, context: &Context) -> Result<String, Failure> {
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let mut text = String::new();
    let read = if path == "-" {
        input.take(limit).read_to_string(&mut text)
    } else {
        let file = given::open(path, context)?;
        file.take(limit).read_to_string(&mut text)
    };
    read.map_err(|error| given::unreadable(path, &error, context))?;
    Ok(text.trim().to_owned())
}
