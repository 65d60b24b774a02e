//! `demur serve`: the app, with its pages and its interface for programs.

mod address;
mod fault;
mod opened;

use std::io::Write;
use std::path::PathBuf;

use demur_web::{App, Demo, LogForm, LogLevel, Server, Serving, Tls};
use demur_words::Words;

use crate::command::keeping::clock;
use crate::configuration::Configuration;
use crate::context::{Context, Outcome};
use crate::failure::Failure;

/// Serves the app: pages for the counter, and the same by JSON for programs
///
/// Without settings it listens on this machine only and keeps everything in files of yours. The
/// first start leads through the set-up.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A made-up salon to look around in; nothing of it stays
    #[arg(long, conflicts_with_all = ["db", "keys", "house"])]
    demo: bool,
    #[command(flatten)]
    settings: SettingArgs,
}

/// Settings that have a flag.
#[derive(Debug, clap::Args)]
pub(crate) struct SettingArgs {
    /// Where to listen: HOST:PORT or PORT [default: 127.0.0.1:8650, or the next free port]
    #[arg(long, value_name = "ADDR", hide_default_value = true)]
    listen: Option<String>,
    /// The record: postgres://… or a SQLite file [default: a file in the data folder]
    #[arg(long, value_name = "URL|FILE", hide_default_value = true)]
    db: Option<String>,
    /// Its keys, in another database [default: a file beside the record]
    #[arg(long, value_name = "URL|FILE", hide_default_value = true)]
    keys: Option<String>,
    /// People, sessions and settings, in another database than the record [default: with the keys]
    #[arg(long, value_name = "URL|FILE", hide_default_value = true)]
    house: Option<String>,
    /// The certificate as PEM, with those that lead to its issuer
    #[arg(long, value_name = "FILE")]
    tls_cert: Option<PathBuf>,
    /// Its private key as PEM
    #[arg(long, value_name = "FILE")]
    tls_key: Option<PathBuf>,
    /// A proxy stands in front, and people reach it by TLS only
    #[arg(long)]
    behind_proxy: bool,
    /// Form of the log on the error stream: text or json [default: text]
    #[arg(long, value_name = "FORM", hide_default_value = true)]
    log_form: Option<String>,
    /// How much of it: error, warn, info or debug [default: info]
    #[arg(long, value_name = "LEVEL", hide_default_value = true)]
    log_level: Option<String>,
}

impl SettingArgs {
    /// What the flags set.
    pub(crate) fn flags(&self) -> Vec<(&'static str, String)> {
        let path = |path: &Option<PathBuf>| path.as_ref().map(|path| path.display().to_string());
        let all = [
            ("listen", self.listen.clone()),
            ("db", self.db.clone()),
            ("keys", self.keys.clone()),
            ("house", self.house.clone()),
            ("tls_cert", path(&self.tls_cert)),
            ("tls_key", path(&self.tls_key)),
            ("behind_proxy", self.behind_proxy.then(|| "true".to_owned())),
            ("log.form", self.log_form.clone()),
            ("log.level", self.log_level.clone()),
        ];
        all.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }
}

/// An app, and what its address leads to first.
enum Opened {
    Own(App, Option<String>),
    Demo(Demo),
}

/// Serves until the process is told to end.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let words = &context.words;
    let configuration = context.configuration.clone().with(args.settings.flags());
    let configuration = configuration.map_err(|fault| Failure::Said(fault.said(words)))?;
    let serving = serving(&configuration, context, args.demo)?;
    start_log(&configuration);
    let server = Server::bind(&serving).map_err(|error| fault::serving(&error, words))?;
    let base = base(&server);
    let opened = if args.demo {
        let demo = Demo::open(clock(context), words.lang, opened::timeouts(&configuration));
        Opened::Demo(demo.map_err(|error| fault::demo(&error, words))?)
    } else {
        let is_secure = server.speaks_tls() || serving.behind_proxy;
        let app = opened::app(&configuration, context, (is_secure, serving.behind_proxy))?;
        let set_up = demur_web::first_start(&app).map_err(|error| fault::store(&error, words))?;
        Opened::Own(app, set_up)
    };
    let (app, greeting) = match &opened {
        Opened::Demo(demo) => (demo.app().clone(), greeting_of_demo(&base, demo, words)),
        Opened::Own(app, set_up) => (app.clone(), greeting(&base, set_up.as_deref(), words)),
    };
    let greet = || {
        // Whoever closed the output knows the address.
        let _closed = writeln!(out, "{greeting}").and_then(|()| out.flush());
    };
    server
        .run(app, greet)
        .map_err(|error| fault::serving(&error, words))?;
    Ok(Outcome::Done)
}

fn start_log(configuration: &Configuration) {
    let form = match configuration.text("log.form") {
        Some("json") => LogForm::Json,
        _ => LogForm::Text,
    };
    let level = match configuration.text("log.level") {
        Some("error") => LogLevel::Error,
        Some("warn") => LogLevel::Warn,
        Some("debug") => LogLevel::Debug,
        _ => LogLevel::Info,
    };
    // The process has no other log.
    let _started = demur_web::start_log(form, level);
}

fn serving(
    configuration: &Configuration,
    context: &Context,
    is_demo: bool,
) -> Result<Serving, Failure> {
    let words = &context.words;
    let said = |fault: &crate::configuration::Fault| Failure::Said(fault.said(words));
    let (address, further) = address::of(configuration, words)?;
    let file = |name| configuration.text(name).map(PathBuf::from);
    let tls = match (file("tls_cert"), file("tls_key")) {
        (Some(certificate), Some(key)) => Some(Tls { certificate, key }),
        (None, None) => None,
        _ => return Err(Failure::Said(words.say("serve-half-tls"))),
    };
    let metrics_token = configuration.secret("metrics.token");
    Ok(Serving {
        address,
        further,
        tls,
        behind_proxy: configuration.is_on("behind_proxy"),
        metrics_token: metrics_token.map_err(|fault| said(&fault))?,
        heads: file("heads").filter(|_| !is_demo),
    })
}

/// The address to open; one that stands for every address of this machine is opened by its name.
fn base(server: &Server) -> String {
    let scheme = if server.speaks_tls() { "https" } else { "http" };
    let address = server.address();
    if address.ip().is_unspecified() {
        return format!("{scheme}://localhost:{}", address.port());
    }
    format!("{scheme}://{address}")
}

fn greeting(base: &str, set_up: Option<&str>, words: &Words) -> String {
    match set_up {
        Some(path) => {
            let address = format!("{base}{path}");
            words.fill("serve-set-up", &[("address", address.into())])
        }
        None => words.fill("serve-open", &[("address", base.into())]),
    }
}

fn greeting_of_demo(base: &str, demo: &Demo, words: &Words) -> String {
    let address = format!("{base}{}", demo.way_in());
    words.fill("serve-demo", &[("address", address.into())])
}
