//! Conditions as JSON, with values instead of cells.

use demur_lawbook::{Cells, Condition, Domain, Lawbook, VarId};
use serde::Serialize;

use super::written;
use crate::words;

/// A condition. Of nothing, `all` is true and `any` is false.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum ConditionJson<'l> {
    All {
        all: Vec<Self>,
    },
    Any {
        any: Vec<Self>,
    },
    Is {
        fact: &'l str,
        is: bool,
    },
    In {
        fact: &'l str,
        r#in: Vec<&'l str>,
    },
    Includes {
        fact: &'l str,
        includes: &'l str,
    },
    Excludes {
        fact: &'l str,
        excludes: &'l str,
    },
    /// Both ends included.
    Between {
        fact: &'l str,
        between: Vec<(i64, i64)>,
    },
    /// Half-open.
    During {
        during: Period,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Period {
    from: Option<String>,
    to: Option<String>,
}

pub(super) fn condition<'l>(lawbook: &'l Lawbook, given: &Condition) -> ConditionJson<'l> {
    let each = |parts: &[Condition]| parts.iter().map(|part| condition(lawbook, part)).collect();
    match given {
        Condition::Is { variable, cells } => is(lawbook, *variable, *cells),
        Condition::During { from, to } => ConditionJson::During {
            during: Period {
                from: written(*from),
                to: written(*to),
            },
        },
        Condition::All(parts) => ConditionJson::All { all: each(parts) },
        Condition::Any(parts) => ConditionJson::Any { any: each(parts) },
    }
}

fn is(lawbook: &Lawbook, variable: VarId, cells: Cells) -> ConditionJson<'_> {
    let info = lawbook.variables[variable];
    let domain = &lawbook.facts[info.fact].domain;
    let fact = lawbook.facts[info.fact].name.as_str();
    let yes = cells == Cells::YES;
    match domain {
        // A condition in which a variable may be anything, or nothing, is none.
        _ if info.all().is_inside(cells) => ConditionJson::All { all: Vec::new() },
        _ if info.all().and(cells).is_empty() => ConditionJson::Any { any: Vec::new() },
        Domain::Bool => ConditionJson::Is { fact, is: yes },
        Domain::OneOf(values) => ConditionJson::In {
            fact,
            r#in: cells
                .iter()
                .filter_map(|cell| values.get(cell))
                .map(|value| value.name.as_str())
                .collect(),
        },
        Domain::SomeOf(values) => {
            let value = info.element.and_then(|element| values.get(element));
            let element = value.map_or("", |value| value.name.as_str());
            if yes {
                ConditionJson::Includes {
                    fact,
                    includes: element,
                }
            } else {
                ConditionJson::Excludes {
                    fact,
                    excludes: element,
                }
            }
        }
        Domain::Int { .. } => ConditionJson::Between {
            fact,
            between: words::ranges(domain, cells),
        },
    }
}
