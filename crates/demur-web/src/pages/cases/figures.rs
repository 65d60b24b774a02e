//! Counts for the charts of the register: by the statistics of the record for roles that may see
//! them, otherwise by the case files that the role may list.

use std::collections::BTreeMap;

use demur_app::lawbook::Lawbook;
use demur_app::store::{
    Actor, Cell, DecisionHabits, Dimension, Found, Operation, Query, Role, StoreError,
};
use demur_words::{Words, names};

use super::acting::actor;
use super::chart::Chart;
use crate::app::App;
use crate::fault::Fault;
use crate::signed_in::SignedIn;

/// A chart with more months than a year is not read.
const MONTHS: usize = 12;
const A_PAGE: i64 = 200;
/// So many pages are counted at most: a page of the app must not take long.
const PAGES: usize = 5;

/// What the charts show.
pub(super) struct Figures {
    pub(super) charts: Vec<Chart>,
    /// Small counts are hidden in these.
    pub(super) hides_small: bool,
    /// Only so many of the newest case files were counted; there are more.
    pub(super) newest: Option<usize>,
    /// The last decisions look as if nobody thought.
    pub(super) rubber_stamp: bool,
}

type Counts = Vec<(String, Option<i64>)>;

struct Counted {
    months: Counts,
    grounds: Counts,
    choices: Counts,
    newest: Option<usize>,
    habits: Option<DecisionHabits>,
}

/// Counts what somebody may count; nothing for the desk, which sees its own open case files only.
pub(super) async fn figures(
    app: &App,
    who: &SignedIn,
    words: &Words,
) -> Result<Option<Figures>, Fault> {
    let counter = actor(who, Operation::Statistics);
    let lister = actor(who, Operation::Find)?;
    let hides_small = counter.is_ok();
    if lister.role() == Role::Desk && !hides_small {
        return Ok(None);
    }
    let counted = app
        .wait(move |app| match counter {
            Ok(counter) => by_statistics(app, &counter),
            Err(_) => by_list(app, &lister),
        })
        .await?;
    let library = app.desk().library();
    Ok(shown(counted, hides_small, &library.lawbook, words))
}

fn by_statistics(app: &App, actor: &Actor) -> Result<Counted, StoreError> {
    let count = |dimension| app.record().statistics(actor, vec![dimension]);
    Ok(Counted {
        months: cells(count(Dimension::Month)?),
        grounds: cells(count(Dimension::Ground)?),
        choices: cells(count(Dimension::Choice)?),
        newest: None,
        habits: Some(app.record().habits(actor)?),
    })
}

fn cells(cells: Vec<Cell>) -> Counts {
    let named = cells
        .into_iter()
        .map(|cell| (cell.of.join(" "), cell.cases));
    named.collect()
}

fn by_list(app: &App, actor: &Actor) -> Result<Counted, StoreError> {
    let mut cases: Vec<Found> = Vec::new();
    let mut query = Query {
        limit: Some(A_PAGE),
        ..Query::default()
    };
    for _ in 0..PAGES {
        let page = app.record().find(actor, query.clone())?;
        cases.extend(page.cases);
        query.after = page.next;
        if query.after.is_none() {
            break;
        }
    }
    let by = |name: fn(&Found) -> String| -> Counts {
        let mut counts: BTreeMap<String, i64> = BTreeMap::new();
        for case in &cases {
            *counts.entry(name(case)).or_default() += 1;
        }
        counts
            .into_iter()
            .map(|(name, cases)| (name, Some(cases)))
            .collect()
    };
    Ok(Counted {
        months: by(|case| case.when.chars().take(7).collect()),
        grounds: by(|case| case.ground.clone()),
        choices: by(|case| case.choice.clone().unwrap_or_else(|| "none".to_owned())),
        newest: query.after.is_some().then_some(cases.len()),
        habits: None,
    })
}

fn shown(counted: Counted, hides_small: bool, lawbook: &Lawbook, words: &Words) -> Option<Figures> {
    if counted.months.is_empty() {
        return None;
    }
    let mut months = counted.months;
    let older = months.len().saturating_sub(MONTHS);
    months.drain(..older);
    let named = |counts: Counts, name: &dyn Fn(&str) -> String| -> Counts {
        let mut counts: Counts = counts
            .into_iter()
            .map(|(code, cases)| (name(&code), cases))
            .collect();
        counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        counts
    };
    let ground = |code: &str| {
        names::ground(lawbook, words.lang, code).unwrap_or_else(|| words.say("figures-no-ground"))
    };
    let choice = |code: &str| match code {
        "none" => words.say("figures-undecided"),
        code => names::choice_named(words, code),
    };
    let chart =
        |id, title: &str, of: &str, counts| Chart::new(id, words.say(title), words.say(of), counts);
    Some(Figures {
        charts: vec![
            chart("by-month", "figures-by-month", "figures-month", months),
            chart(
                "by-choice",
                "figures-by-choice",
                "figures-choice",
                named(counted.choices, &choice),
            ),
            chart(
                "by-ground",
                "figures-by-ground",
                "figures-ground",
                named(counted.grounds, &ground),
            ),
        ],
        hides_small,
        newest: counted.newest,
        rubber_stamp: counted.habits.is_some_and(|habits| habits.rubber_stamp),
    })
}
