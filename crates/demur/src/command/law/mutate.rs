//! `demur law mutate`: would the examples notice a mistake in a norm?

mod report;

use std::io::{IsTerminal, Write};

use demur_app::lawbook::{Lawbook, Norm, NormId, Tier};
use demur_app::library::Library;
use demur_app::mutation::{self, Finding, Sample, Scope, hunt};
use demur_app::trial::Books;

use super::known_pack;
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use report::{Found, Report};

/// Change each norm in one place at a time, and tell which changes no example notices
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Only norms of this pack
    #[arg(long, value_name = "PACK")]
    pack: Option<String>,
    /// Only this norm
    #[arg(long, value_name = "ID")]
    norm: Option<String>,
    /// Show with each change an example that would notice it
    #[arg(long)]
    suggest: bool,
    /// Only so many of the changes, chosen by chance
    #[arg(long, value_name = "COUNT")]
    sample: Option<usize>,
    /// Choose others
    #[arg(long, value_name = "NUMBER", default_value_t = 1, requires = "sample")]
    seed: u64,
    /// Fail when fewer are noticed, in per cent
    #[arg(long, value_name = "PERCENT", default_value_t = 95)]
    floor: usize,
}

const AFTER_HELP: &str = "\
A condition is dropped, turned round, widened or narrowed; an exception or a norm
is dropped; a day is moved; another effect, ground, step or duty takes the place
of one. A change that alters no opinion on any situation is not counted. Changes
that may stay unnoticed are named in `mutants.txt` beside the packs, with a reason.

Example: demur law mutate --norm pl.kw.135 --suggest";

/// Looks for changes that no example notices.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let books = Books::load(context.law.as_deref(), context.policy.as_deref())?;
    let whole = &books.whole().lawbook;
    known_pack(whole, args.pack.as_deref(), context)?;
    args.known_norm(whole, context)?;
    let accepted = mutation::accepted(context.law.as_deref(), context.policy.as_deref())?;
    let libraries = [Some(&books.law), books.with_policy.as_ref()];
    let found: Vec<Found<'_>> = libraries
        .into_iter()
        .flatten()
        .enumerate()
        .map(|(index, library)| Found {
            library,
            findings: args.hunt(library, index == 1, context),
        })
        .collect();
    let report = Report::new(found, &accepted, args.is_whole());
    if context.wants_json() {
        report.write_json(args.suggest, args.floor, out)?;
    } else {
        report.write(args.suggest, args.floor, context, out)?;
    }
    Ok(if report.passes(args.floor) {
        Outcome::Done
    } else {
        Outcome::Found
    })
}

impl Args {
    /// Whether all mutants were looked at, so that those that are accepted in vain show.
    fn is_whole(&self) -> bool {
        self.pack.is_none() && self.norm.is_none() && self.sample.is_none()
    }

    fn known_norm(&self, lawbook: &Lawbook, context: &Context) -> Result<(), Failure> {
        match &self.norm {
            Some(norm) if lawbook.norms_named(norm).next().is_none() => Err(Failure::Said(
                context
                    .words
                    .fill("error-no-norm", &[("norm", norm.as_str().into())]),
            )),
            _ => Ok(()),
        }
    }

    /// The law packs' norms by the law alone, a policy's own with the policy.
    fn hunt(&self, library: &Library, of_policy: bool, context: &Context) -> Vec<Finding> {
        let lawbook = &library.lawbook;
        let wanted = |_: NormId, norm: &Norm| {
            (norm.layer.tier == Tier::House) == of_policy
                && self
                    .pack
                    .as_ref()
                    .is_none_or(|pack| *pack == lawbook.packs[norm.pack].id)
                && self.norm.as_ref().is_none_or(|id| *id == norm.id)
        };
        let scope = Scope {
            sample: self.sample.map(|count| Sample {
                count,
                seed: self.seed,
            }),
            threads: None,
        };
        let shows = context.on_terminal && std::io::stderr().is_terminal();
        let findings = hunt(lawbook, wanted, scope, |done, all| {
            if shows {
                let gaps = [("done", done.into()), ("all", all.into())];
                show_progress(&context.words.fill("mutate-progress", &gaps));
            }
        });
        if shows {
            show_progress("");
        }
        findings
    }
}

/// Writes over the last line of progress; that it cannot be shown harms nobody.
fn show_progress(text: &str) {
    let mut terminal = std::io::stderr();
    let _ = write!(terminal, "\r{text}\u{1b}[K");
    let _ = terminal.flush();
}
