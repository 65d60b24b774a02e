//! `demur law diff`: what does another version of the library answer differently?

use std::io::Write;
use std::path::{Path, PathBuf};

use demur_app::engine::Situation;
use demur_app::library::{self, Library};
use demur_app::proof::{self, prover};
use prover::{Change, Difference, NormChange, Semver};
use serde_json::json;

use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page::Page;
use demur_words::names;
use demur_words::phrase::Phrases;

/// Compare two libraries over all situations and days
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Folder with the old packs, or `builtin`
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// Folder with the new packs, or `builtin`
    #[arg(value_name = "NEW")]
    new: PathBuf,
}

const AFTER_HELP: &str = "\
For each verdict that turns into another one it shows the smallest situation, replayed by
both. Exit codes: 0 no opinion changes, 1 something changes, 2 could not run.

Example: demur law diff builtin law";

/// Compares them.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let (old, new) = (load(&args.old)?, load(&args.new)?);
    let difference = prover::diff(&old.lawbook, &new.lawbook, context.today);
    if context.wants_json() {
        write_json(&difference, out)?;
    } else {
        write(&difference, context, out)?;
    }
    Ok(match difference.semver {
        _ if !difference.mismatches.is_empty() => Outcome::Failed,
        Semver::Patch => Outcome::Done,
        Semver::Minor | Semver::Major => Outcome::Found,
    })
}

fn load(folder: &Path) -> Result<Library, Failure> {
    let folder = (folder != Path::new("builtin")).then_some(folder);
    Ok(library::load(folder, None)?)
}

fn write(difference: &Difference, context: &Context, out: &mut dyn Write) -> Result<(), Failure> {
    let words = &context.words;
    let mut page = Page::new(context.look);
    for change in &difference.changes {
        let situation = Situation::on(change.scene.day);
        let phrases = Phrases {
            lawbook: &difference.vocabulary,
            words,
            situation: &situation,
        };
        let gaps = [
            ("day", change.scene.day.to_string().into()),
            (
                "facts",
                phrases.telling(&change.scene.given).join("; ").into(),
            ),
            ("old", names::outcome(words, change.from).into()),
            ("new", names::outcome(words, change.to).into()),
            ("spans", change.when.len().into()),
        ];
        page.paragraph(&words.fill("diff-change", &gaps));
        page.verbatim(&example(difference, change));
    }
    for norm in &difference.norms {
        let (key, id) = match norm {
            NormChange::Added(id) => ("diff-norm-added", id),
            NormChange::Removed(id) => ("diff-norm-removed", id),
            NormChange::Changed(id) => ("diff-norm-changed", id),
        };
        page.line(&words.fill(key, &[("id", id.as_str().into())]));
    }
    for name in &difference.narrowed {
        page.line(&words.fill("diff-narrowed", &[("name", name.as_str().into())]));
    }
    for mismatch in &difference.mismatches {
        let gaps = [
            ("what", mismatch.what.as_str().into()),
            ("said", mismatch.said.as_str().into()),
        ];
        page.paragraph(&words.fill("proof-mismatch", &gaps));
    }
    out.write_all(page.finish().as_bytes())?;
    let gaps = [
        ("changes", difference.changes.len().into()),
        ("norms", difference.norms.len().into()),
        ("semver", difference.semver.name().into()),
    ];
    writeln!(out, "{}", words.fill("diff-counts", &gaps))?;
    Ok(())
}

fn example(difference: &Difference, change: &Change) -> String {
    let title = format!("{} becomes {}", change.from.name(), change.to.name());
    proof::example(&difference.vocabulary, &title, &change.scene)
}

fn write_json(difference: &Difference, out: &mut dyn Write) -> Result<(), Failure> {
    let day = |day: &Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let changes: Vec<_> = difference
        .changes
        .iter()
        .map(|change| {
            let when = change.when.iter();
            let when: Vec<_> = when
                .map(|(from, to)| json!({ "from": day(from), "to": day(to) }))
                .collect();
            json!({
                "old": change.from.name(), "new": change.to.name(),
                "day": change.scene.day.to_string(), "when": when,
                "example": example(difference, change),
            })
        })
        .collect();
    let norms: Vec<_> = difference
        .norms
        .iter()
        .map(|norm| match norm {
            NormChange::Added(id) => json!({ "id": id, "change": "added" }),
            NormChange::Removed(id) => json!({ "id": id, "change": "removed" }),
            NormChange::Changed(id) => json!({ "id": id, "change": "changed" }),
        })
        .collect();
    let faults: Vec<_> = difference
        .mismatches
        .iter()
        .map(|each| json!({ "what": each.what, "said": each.said }))
        .collect();
    let document = json!({
        "semver": difference.semver.name(), "changes": changes, "norms": norms,
        "narrowed": difference.narrowed, "grounds_steps_or_duties_change": difference.shown_changes,
        "internal_errors": faults,
    });
    writeln!(out, "{}", serde_json::to_string_pretty(&document)?)?;
    Ok(())
}
