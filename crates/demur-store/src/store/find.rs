//! Looking for case files by what the skeleton has; never by anything about a person.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Store;
use crate::access::{self, Operation};
use crate::actor::{Actor, Role};
use crate::case::{Choice, State};
use crate::clock::month;
use crate::database::{Connection, Row, Value};
use crate::error::{Result, StoreError};
use crate::number::parse_number;
use crate::pending::Pending;

const MOST: i64 = 200;
const USUAL: i64 = 50;

/// What to look for; empty fields do not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Query {
    /// Number of the case file.
    pub number: Option<String>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Ground of the refusal.
    pub ground: Option<String>,
    /// Name of the site.
    pub site: Option<String>,
    /// Where the case file stands.
    pub state: Option<State>,
    /// What was decided.
    pub choice: Option<Choice>,
    /// Verdict of the opinion.
    pub verdict: Option<String>,
    /// Something has to be done by this day; the earliest come first.
    pub due_by: Option<Date>,
    /// Where the page before ended.
    pub after: Option<String>,
    /// Most case files on a page: 1 to 200, 50 unless told.
    pub limit: Option<i64>,
}

/// A case file in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Number of the case file.
    pub number: String,
    /// Its version.
    pub version: i64,
    /// Where it stands.
    pub state: String,
    /// Name of the site.
    pub site: String,
    /// Day, or month.
    pub when: String,
    /// Ground of the refusal, or `none`.
    pub ground: String,
    /// Verdict of the opinion.
    pub verdict: String,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<String>,
    /// By when something has to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// What has to be done by then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline_kind: Option<String>,
    /// Whether contact and texts are there: `sealed` or `destroyed`.
    pub identity: String,
    /// A dispute keeps it from being erased.
    pub on_hold: bool,
}

/// Some of what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Case files, newest first; with `due_by` the most urgent first.
    pub cases: Vec<Found>,
    /// Ask with this as `after` for the next page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A condition in the making.
#[derive(Default)]
struct Filter {
    clauses: Vec<String>,
    values: Vec<Value>,
}

impl Filter {
    /// `?` in the clause stands for the value.
    fn add(&mut self, clause: &str, value: impl Into<Value>) {
        self.values.push(value.into());
        let mark = format!("${}", self.values.len());
        self.clauses.push(clause.replace('?', &mark));
    }

    fn condition(&self) -> String {
        if self.clauses.is_empty() {
            return "1 = 1".to_owned();
        }
        self.clauses.join(" AND ")
    }
}

fn filter(query: &Query, actor: &Actor) -> Result<Filter> {
    let mut filter = Filter::default();
    if let Some(number) = &query.number {
        filter.add("number = ?", parse_number(number)?);
    }
    if let Some(site) = &query.site {
        filter.add("site = ?", site.as_str());
    }
    if let Some(ground) = &query.ground {
        filter.add("ground = ?", ground.as_str());
    }
    if let Some(state) = query.state {
        filter.add("state = ?", state.as_str());
    }
    if let Some(choice) = query.choice {
        filter.add("choice = ?", choice.as_str());
    }
    if let Some(verdict) = &query.verdict {
        filter.add("verdict = ?", verdict.as_str());
    }
    if let Some(from) = query.from {
        // A coarsened day is the month alone and counts with every day of it.
        filter.add("day >= ?", month(from));
        filter.add("(length(day) = 7 OR day >= ?)", from);
    }
    if let Some(to) = query.to {
        filter.add("day <= ?", to);
    }
    if let Some(due) = query.due_by {
        filter.add("deadline <= ?", due);
    }
    if actor.role() == Role::Desk {
        filter.add("created_by = ?", actor.pseudonym());
        filter.add("state = ?", State::Open.as_str());
    }
    let order = order(query);
    if let Some(after) = &query.after {
        let (first, number) = after
            .split_once(' ')
            .ok_or_else(|| StoreError::invalid("after", "what the page before gave as `next`"))?;
        let compare = if query.due_by.is_some() { ">" } else { "<" };
        filter.values.push(first.into());
        let first = filter.values.len();
        filter.values.push(number.into());
        let clause = format!("({order}, number) {compare} (${first}, ${})", first + 1);
        filter.clauses.push(clause);
    }
    Ok(filter)
}

fn order(query: &Query) -> &'static str {
    if query.due_by.is_some() {
        "deadline"
    } else {
        "day"
    }
}

fn found(row: &mut Row) -> Result<Found> {
    Ok(Found {
        number: row.text()?,
        version: row.int()?,
        state: row.text()?,
        site: row.text()?,
        when: row.text()?,
        ground: row.text()?,
        verdict: row.text()?,
        choice: row.maybe_text()?,
        deadline: row.maybe_text()?,
        deadline_kind: row.maybe_text()?,
        identity: row.text()?,
        on_hold: row.int()? != 0,
    })
}

fn page(database: &mut Connection, query: &Query, actor: &Actor) -> Result<Page> {
    let limit = query.limit.unwrap_or(USUAL);
    if !(1..=MOST).contains(&limit) {
        return Err(StoreError::invalid("limit", "1 to 200"));
    }
    let mut filter = filter(query, actor)?;
    let order = order(query);
    let direction = if query.due_by.is_some() {
        "ASC"
    } else {
        "DESC"
    };
    let condition = filter.condition();
    filter.values.push((limit + 1).into());
    let sql = format!(
        "SELECT number, version, state, site, day, ground, verdict, choice, deadline, \
         deadline_kind, identity, on_hold FROM demur_case WHERE {condition} \
         ORDER BY {order} {direction}, number {direction} LIMIT ${}",
        filter.values.len()
    );
    let rows = database.rows(&sql, &filter.values)?;
    let mut cases = rows
        .into_iter()
        .map(|mut row| found(&mut row))
        .collect::<Result<Vec<_>>>()?;
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = cases.len() > most;
    cases.truncate(most);
    let next = cases.last().filter(|_| more).map(|last| {
        let first = match (query.due_by, &last.deadline) {
            (Some(_), Some(deadline)) => deadline,
            _ => &last.when,
        };
        format!("{first} {}", last.number)
    });
    Ok(Page { cases, next })
}

impl Store {
    /// Case files, a page at a time. The desk finds its own open ones.
    pub fn find(&self, actor: &Actor, query: Query) -> Pending<Page> {
        if let Err(error) = access::check(actor, Operation::Find) {
            return Pending::ready(Err(error));
        }
        let actor = actor.clone();
        self.readers
            .ask(move |database| page(database, &query, &actor))
    }
}
