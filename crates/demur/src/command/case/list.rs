//! `demur case list`: case files by day, ground, site, state or deadline.

use std::io::Write;

use demur_app::store::{Query, Role, State};
use jiff::civil::Date;

use crate::command::keeping::RecordArgs;
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page;
use crate::show::record::error::said;
use demur_words::record::list;

/// Case files, newest first; never found by anything about a person
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// First day
    #[arg(long, value_name = "DAY")]
    from: Option<Date>,
    /// Last day
    #[arg(long, value_name = "DAY")]
    to: Option<Date>,
    /// Ground of the refusal, such as misconduct
    #[arg(long, value_name = "GROUND")]
    ground: Option<String>,
    /// Only those of the site that --site names
    #[arg(long)]
    here: bool,
    /// open, decided, notified, appealed, objected or closed
    #[arg(long, value_name = "STATE", value_parser = state)]
    state: Option<State>,
    /// Something has to be done by this day; the most urgent first
    #[arg(long, value_name = "DAY")]
    due_by: Option<Date>,
    /// Where the page before ended
    #[arg(long, value_name = "NEXT")]
    after: Option<String>,
    /// How many: 1 to 200
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: i64,
}

fn state(text: &str) -> Result<State, String> {
    State::parse(text).ok_or_else(|| {
        let known: Vec<&str> = State::ALL.iter().map(|each| each.as_str()).collect();
        format!("one of {}", known.join(", "))
    })
}

/// Lists case files.
pub(super) fn run(
    args: &Args,
    record: &RecordArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let library = context.library()?;
    let actor = record.actor(Role::Decider, context)?;
    let query = Query {
        number: None,
        from: args.from,
        to: args.to,
        ground: args.ground.clone(),
        site: args.here.then(|| record.settings(context).site),
        state: args.state,
        due_by: args.due_by,
        after: args.after.clone(),
        limit: Some(args.limit),
        ..Query::default()
    };
    let open = record.open(context, &library.lawbook)?;
    let found = open
        .find(&actor, query)
        .map_err(|error| said(&error, &context.words))?;
    if context.wants_json() {
        writeln!(out, "{}", serde_json::to_string(&found)?)?;
    } else {
        let sheet = list::sheet(&found, &library.lawbook, &context.words);
        out.write_all(page::drawn(&sheet, context.look).as_bytes())?;
    }
    Ok(Outcome::Done)
}
