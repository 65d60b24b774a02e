//! `demur facts`: the vocabulary.

use std::io::Write;

use demur_app::lawbook::{FactId, Lawbook};
use demur_app::vocabulary_json;

use super::given::place_named;
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page::Page;
use demur_words::fact;
use demur_words::norm::label;

/// The vocabulary: facts with their types, questions, values and owners
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: demur facts --place pl --format json")]
pub(crate) struct Args {
    /// Only facts of packs that apply in this place
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
}

/// Lists them.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let library = context.library()?;
    let lawbook = &library.lawbook;
    let facts = facts_at(lawbook, args.place.as_deref(), context)?;
    if context.wants_json_in_a_pipe() {
        writeln!(
            out,
            "{}",
            serde_json::to_string_pretty(&vocabulary_json::vocabulary(lawbook, &facts))?
        )?;
        return Ok(Outcome::Done);
    }
    let words = &context.words;
    let mut page = Page::new(context.look);
    for id in &facts {
        page.add(&fact::sheet(lawbook, *id, words));
    }
    page.gap();
    for profile in &lawbook.profiles {
        let name = label(words, &profile.label, &profile.name);
        page.paragraph(&words.fill(
            "explain-profile",
            &[("label", format!("{name} ({})", profile.name).into())],
        ));
    }
    page.gap();
    page.paragraph(&words.fill("facts-head", &[("n", facts.len().into())]));
    out.write_all(page.finish().as_bytes())?;
    Ok(Outcome::Done)
}

/// All facts, or those whose pack applies in a place.
fn facts_at(
    lawbook: &Lawbook,
    place: Option<&str>,
    context: &Context,
) -> Result<Vec<FactId>, Failure> {
    let Some(place) = place else {
        return Ok(lawbook.facts.ids().collect());
    };
    place_named(lawbook, place, context)?;
    Ok(vocabulary_json::facts_at(lawbook, place))
}
