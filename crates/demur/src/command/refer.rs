//! `demur refer`: who else can help a customer, and why.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;

use demur_app::engine::Engine;
use demur_app::refer::providers::{
    Clock, Depth, Index, Language, Near, NearError, Position, Query, Wanted,
};
use demur_app::refer::{self, Conditions, ReferError, Request};
use demur_app::syntax::nearest;
use jiff::civil::DateTime;

use super::given::{self, GivenArgs, clash};
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page;
use demur_words::opinion::View;
use demur_words::referral::{self, Shown};

/// Who else can help this customer: near, open, confirmed lately, with why
///
/// The situation is YAML or JSON, as for `decide`. Directories are HSDS packages, CSV tables or
/// JSON-LD; docs/referral.md describes them and the order. Nobody is named for a request that
/// the law forbids everybody to serve.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: demur refer examples/stopa-cukrzycowa.yaml --service podolog \\\n           --near Poznań --directory examples/providers"
)]
pub(crate) struct Args {
    /// The situation; - reads standard input
    #[arg(value_name = "SITUATION|-")]
    situation: String,
    /// What the customer needs, in words or as a code [default: what the duties ask for]
    #[arg(long, value_name = "SERVICE")]
    service: Option<String>,
    /// Where the customer is: a town of the directory, or latitude,longitude
    #[arg(long, value_name = "PLACE", allow_hyphen_values = true)]
    near: String,
    /// Files or folders with providers
    #[arg(long, value_name = "FILE|DIR", num_args = 1.., required = true)]
    directory: Vec<PathBuf>,
    /// When the customer goes there, as in 2026-11-20T10:00 [default: now]
    #[arg(long, value_name = "DATETIME")]
    at: Option<String>,
    /// How far the customer can go, in kilometres
    #[arg(long, value_name = "KM", default_value_t = 50)]
    within: u16,
    /// A language that has to be spoken, by code or name; may be repeated
    #[arg(long, value_name = "LANGUAGE")]
    speaks: Vec<String>,
    /// What the place has to have, such as wheelchair; may be repeated
    #[arg(long, value_name = "WORDS")]
    access: Vec<String>,
    /// After how many days a confirmation is old
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    stale_after: u16,
    /// Show everybody, also who is left out
    #[arg(long)]
    all: bool,
    /// The country whose law applies, such as pl
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// The named business, such as gabinet
    #[arg(long, value_name = "PROFILE")]
    profile: Option<String>,
}

/// Finds providers.
pub(crate) fn run(
    args: &Args,
    context: &Context,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let at = args.at(context)?;
    let library = context.library()?;
    let lawbook = &library.lawbook;
    let typed = GivenArgs {
        place: args.place.clone(),
        at: args.at.is_some().then(|| at.date().to_string()),
        profile: args.profile.clone(),
    };
    let given = typed.resolve(lawbook, context)?;
    let (read, sources) = if args.situation == "-" {
        given.read(input, "standard input", lawbook, context)?
    } else {
        let mut file = BufReader::new(given::open(&args.situation, context)?);
        given.read(&mut file, &args.situation, lawbook, context)?
    };
    let (mut directory, mut rejected) = refer::load(&args.directory)?;
    let (conditions, unread) = Conditions::compile(lawbook, &mut directory);
    rejected.extend(unread);
    let index = Index::new(&directory);
    let mut engine = Engine::new(lawbook);
    let request = args.request(at, context)?;
    let found = refer::refer(&mut engine, &read.situation, &index, &conditions, &request);
    let found = match found {
        Ok(found) => found,
        Err(ReferError::Contradiction(found)) => {
            return Err(clash(lawbook, &found, Some(&read.places), sources));
        }
        Err(ReferError::Near(error)) => return Err(no_town(&args.near, &error, context)),
        Err(ReferError::NoService) => {
            return Err(Failure::Said(context.words.say("error-refer-service")));
        }
    };
    if context.wants_json_in_a_pipe() {
        let lang = context.words.lang;
        let document = refer::document(lawbook, &found, &rejected, at, lang);
        writeln!(out, "{document}")?;
    } else {
        let view = View {
            lawbook,
            opinion: &found.opinion,
            situation: &read.situation,
            words: &context.words,
            explain: false,
        };
        let shown = Shown {
            view,
            referral: &found,
            rejected: &rejected,
            now: at,
            within: args.within,
            all: args.all,
        };
        out.write_all(page::drawn(&referral::sheet(shown), context.look).as_bytes())?;
    }
    Ok(Outcome::Done)
}

impl Args {
    fn at(&self, context: &Context) -> Result<DateTime, Failure> {
        let Some(text) = &self.at else {
            return Ok(context.now);
        };
        text.parse().map_err(|_| {
            let gaps = [("text", text.as_str().into())];
            Failure::Said(context.words.fill("error-refer-at", &gaps))
        })
    }

    fn request(&self, at: DateTime, context: &Context) -> Result<Request, Failure> {
        let words = |text: &String| {
            Wanted::new(text).ok_or_else(|| {
                let gaps = [("text", text.as_str().into())];
                Failure::Said(context.words.fill("error-refer-words", &gaps))
            })
        };
        let accessibility: Result<Vec<Wanted>, Failure> = self.access.iter().map(words).collect();
        let zoned = at.to_zoned_datetime(context.zone.clone());
        Ok(Request {
            service: self.service.as_ref().map(words).transpose()?,
            query: Query {
                service: Vec::new(),
                depth: Depth::Provider,
                near: near(&self.near),
                within: f64::from(self.within),
                clock: Clock {
                    now: at,
                    offset: zoned.ok().map(|zoned| zoned.offset()),
                },
                stale_after: i64::from(self.stale_after),
                languages: self
                    .speaks
                    .iter()
                    .map(|name| Language::named(name))
                    .collect(),
                accessibility: accessibility?,
            },
        })
    }
}

fn near(text: &str) -> Near {
    let numbers = text.split_once(',').and_then(|(latitude, longitude)| {
        Position::new(
            latitude.trim().parse().ok()?,
            longitude.trim().parse().ok()?,
        )
    });
    numbers.map_or_else(|| Near::Town(text.to_owned()), Near::Position)
}

fn no_town(name: &str, error: &NearError, context: &Context) -> Failure {
    let mut towns = error.towns.clone();
    let near = nearest(name, towns.iter().map(String::as_str)).map(str::to_owned);
    towns.truncate(20);
    let towns = match near {
        Some(near) => near,
        None if towns.is_empty() => {
            return Failure::Said(context.words.say("error-refer-no-towns"));
        }
        None => context.words.all_of(&towns),
    };
    let gaps = [("name", name.into()), ("towns", towns.into())];
    Failure::Said(context.words.fill("error-refer-near", &gaps))
}
