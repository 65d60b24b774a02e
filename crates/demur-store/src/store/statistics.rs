//! Counts: of case files and of what is left of older ones. Small cells are not shown (PR-44).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Store;
use crate::access::{self, Operation};
use crate::actor::Actor;
use crate::coded::coded;
use crate::database::Connection;
use crate::error::{Result, StoreError};
use crate::pending::Pending;

/// Cells with fewer case files are not shown.
const SMALLEST: i64 = 10;

coded! {
    /// What one can count by.
    Dimension {
        /// Month.
        Month = "month",
        /// Site.
        Site = "site",
        /// Class of the record.
        Class = "class",
        /// Ground of the refusal.
        Ground = "ground",
        /// Verdict of the opinion.
        Verdict = "verdict",
        /// What was decided.
        Choice = "choice",
        /// Member of staff; only with a works agreement (PR-39).
        Actor = "actor",
    }
}

/// A cell of a table of counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Values in the order of the dimensions.
    pub of: Vec<String>,
    /// Case files; `None`: so few that they are not shown, or hidden to protect such a cell.
    pub cases: Option<i64>,
}

/// How decisions of late stand to opinions (PR-26).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionHabits {
    /// How many decisions were looked at.
    pub decisions: i64,
    /// How many of them deviate from the opinion.
    pub deviating: i64,
    /// Median of the seconds between opinion and decision, of those that have it.
    pub median_seconds: Option<i64>,
    /// Nobody seems to think: 50 decisions without one deviation, or in less than ten seconds.
    pub rubber_stamp: bool,
}

const LOOKED_AT: i64 = 50;
const HASTY_SECONDS: i64 = 10;

fn cells(database: &mut Connection, dimensions: &[Dimension]) -> Result<Vec<Cell>> {
    let names = dimensions.iter().map(|dimension| match dimension {
        Dimension::Actor => "COALESCE(decided_by, 'unknown')",
        Dimension::Choice => "COALESCE(choice, 'none')",
        other => other.as_str(),
    });
    let names: Vec<&str> = names.collect();
    let list = names.join(", ");
    let mut counts: BTreeMap<Vec<String>, i64> = BTreeMap::new();
    let mut tables = vec![("demur_case", "COUNT(*)", list.clone())];
    // Counts of older case files know nothing of staff.
    if !dimensions.contains(&Dimension::Actor) {
        let plain: Vec<&str> = dimensions.iter().map(|name| name.as_str()).collect();
        let sum = "CAST(SUM(cases) AS BIGINT)";
        tables.push(("demur_statistic", sum, plain.join(", ")));
    }
    for (table, count, list) in tables {
        let sql = format!("SELECT {count}, {list} FROM {table} GROUP BY {list}");
        for mut row in database.rows(&sql, &[])? {
            let cases = row.int()?;
            let of = dimensions.iter().map(|_| row.text());
            *counts.entry(of.collect::<Result<_>>()?).or_default() += cases;
        }
    }
    Ok(hide_small(counts))
}

/// One hidden cell could be reckoned from the total, so a second one is hidden with it.
fn hide_small(counts: BTreeMap<Vec<String>, i64>) -> Vec<Cell> {
    let small = counts.values().filter(|cases| **cases < SMALLEST).count();
    let mut shown: Vec<i64> = counts
        .values()
        .copied()
        .filter(|n| *n >= SMALLEST)
        .collect();
    shown.sort_unstable();
    let mut second = if small == 1 {
        shown.first().copied()
    } else {
        None
    };
    let cells = counts.into_iter().map(|(of, cases)| {
        let companion = second == Some(cases);
        if companion {
            second = None;
        }
        Cell {
            of,
            cases: (cases >= SMALLEST && !companion).then_some(cases),
        }
    });
    cells.collect()
}

fn habits(database: &mut Connection) -> Result<DecisionHabits> {
    let sql = "SELECT c.deviation, c.seconds FROM demur_journal j \
        JOIN demur_case c ON c.number = j.case_number \
        WHERE j.event = 'decided' ORDER BY j.seq DESC LIMIT $1";
    let mut decisions = 0;
    let mut deviating = 0;
    let mut seconds = Vec::new();
    for mut row in database.rows(sql, &[LOOKED_AT.into()])? {
        decisions += 1;
        deviating += i64::from(row.maybe_text()?.is_some_and(|word| word != "none"));
        seconds.extend(row.maybe_int()?);
    }
    seconds.sort_unstable();
    let median_seconds = seconds.get(seconds.len() / 2).copied();
    let hasty = median_seconds.is_some_and(|median| median < HASTY_SECONDS);
    Ok(DecisionHabits {
        decisions,
        deviating,
        median_seconds,
        rubber_stamp: decisions >= LOOKED_AT && (deviating == 0 || hasty),
    })
}

impl Store {
    /// Counts case files by some dimensions. Figures about staff need a works agreement, by name.
    pub fn statistics(
        &self,
        actor: &Actor,
        dimensions: Vec<Dimension>,
        works_agreement: Option<&str>,
    ) -> Pending<Vec<Cell>> {
        let agreed = works_agreement.is_some_and(|name| !name.trim().is_empty());
        let refused = if let Err(error) = access::check(actor, Operation::Statistics) {
            Some(error)
        } else if dimensions.is_empty() {
            Some(StoreError::invalid("dimensions", "at least one"))
        } else if dimensions.contains(&Dimension::Actor) && !agreed {
            Some(StoreError::WorksAgreementMissing)
        } else {
            None
        };
        match refused {
            Some(error) => Pending::ready(Err(error)),
            None => self
                .readers
                .ask(move |database| cells(database, &dimensions)),
        }
    }

    /// Whether decisions of late look like rubber stamps.
    pub fn decision_habits(&self, actor: &Actor) -> Pending<DecisionHabits> {
        match access::check(actor, Operation::Statistics) {
            Ok(()) => self.readers.ask(habits),
            Err(error) => Pending::ready(Err(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_cell_takes_a_second_one_with_it() {
        let counts = [("a", 9), ("b", 40), ("c", 12)];
        let counts = counts.map(|(name, cases)| (vec![name.to_owned()], cases));
        let cells = hide_small(BTreeMap::from(counts));
        let shown: Vec<_> = cells.iter().map(|cell| cell.cases).collect();
        assert_eq!(shown, [None, Some(40), None]);
        let counts = [("a", 9), ("b", 40), ("c", 3)];
        let counts = counts.map(|(name, cases)| (vec![name.to_owned()], cases));
        let cells = hide_small(BTreeMap::from(counts));
        let shown: Vec<_> = cells.iter().map(|cell| cell.cases).collect();
        assert_eq!(shown, [None, Some(40), None]);
    }
}
