//! `demur decide --batch`: opinions on many situations, from file to file.

use std::io::{IsTerminal as _, Write};
use std::path::Path;
use std::thread;

use demur_app::batch::{self, Batch, Failure as Failed, Summary};
use demur_app::lawbook::Lawbook;
use demur_app::situation::Defaults;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;

use super::given::{Given, GivenArgs};
use crate::context::{Context, Outcome};
use crate::failure::Failure;

/// Judges every row of `input`; what the command line says holds where a row says nothing.
pub(crate) fn run(
    input: &str,
    output: &str,
    lawbook: &Lawbook,
    given: &Given,
    typed: &GivenArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let defaults = Defaults {
        place: typed.place.clone(),
        ..given.defaults.clone()
    };
    let batch = Batch {
        lawbook,
        defaults: &defaults,
        profile: typed.profile.as_deref(),
        threads: thread::available_parallelism().map_or(1, usize::from),
    };
    let bar = bar(context);
    let advance = |share: f64| bar.set_position(permille(share));
    let done = batch::run(batch, Path::new(input), Path::new(output), advance);
    bar.finish_and_clear();
    let summary = done.map_err(|failed| Failure::Said(say(&failed, context)))?;
    tell(&summary, output, lawbook, context, out)?;
    Ok(if summary.rejected == 0 {
        Outcome::Done
    } else {
        Outcome::Failed
    })
}

/// The length of the bar.
const WHOLE: u64 = 1000;

fn bar(context: &Context) -> ProgressBar {
    let bar = ProgressBar::new(WHOLE);
    let shown = std::io::stderr().is_terminal() && !context.look.plain;
    bar.set_draw_target(if shown {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    });
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent:>3} %  {elapsed} / {eta}") {
        bar.set_style(style);
    }
    bar
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share lies between 0 and 1, and this is only drawn"
)]
fn permille(share: f64) -> u64 {
    (share.clamp(0.0, 1.0) * WHOLE as f64) as u64
}

fn tell(
    summary: &Summary,
    output: &str,
    lawbook: &Lawbook,
    context: &Context,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let rejected_in = summary.rejected_in.as_ref();
    let rejected_in = rejected_in.map(|path| path.display().to_string());
    if context.wants_json_in_a_pipe() {
        let verdicts: serde_json::Map<_, _> = summary
            .verdicts
            .iter()
            .map(|(verdict, count)| ((*verdict).to_owned(), json!(count)))
            .collect();
        let document = json!({
            "judged": summary.judged,
            "verdicts": verdicts,
            "rejected": summary.rejected,
            "rejected_in": rejected_in,
            "lawbook": lawbook.hash,
        });
        writeln!(out, "{document}")?;
        return Ok(());
    }
    let words = &context.words;
    let judged = [
        ("count", summary.judged.into()),
        ("path", output.to_owned().into()),
    ];
    writeln!(out, "{}", words.fill("batch-judged", &judged))?;
    for (verdict, count) in &summary.verdicts {
        writeln!(out, "  {count:>8}  {verdict}")?;
    }
    if let Some(path) = rejected_in {
        let rejected = [("count", summary.rejected.into()), ("path", path.into())];
        writeln!(out, "{}", words.fill("batch-rejected", &rejected))?;
    }
    Ok(())
}

fn say(failed: &Failed, context: &Context) -> String {
    let path = |path: &Path| ("path", path.display().to_string().into());
    let words = &context.words;
    match failed {
        Failed::Layout(file) => words.fill("error-batch-layout", &[path(file)]),
        Failed::Io(file, error) => {
            let reason = ("reason", error.to_string().into());
            words.fill("error-batch-file", &[path(file), reason])
        }
        Failed::Broken(file, why) => words.fill(
            "error-batch-broken",
            &[path(file), ("reason", why.as_str().into())],
        ),
        Failed::Column(name, near) => {
            let column = ("column", name.as_str().into());
            match near {
                Some(near) => {
                    let near = ("near", near.as_str().into());
                    words.fill("error-batch-column-near", &[column, near])
                }
                None => words.fill("error-batch-column", &[column]),
            }
        }
    }
}
