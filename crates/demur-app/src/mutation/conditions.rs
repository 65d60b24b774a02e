//! Changes of a condition: a part dropped, turned round, widened or narrowed.

use demur_engine::Known;
use demur_lawbook::{Cells, Condition, Domain, Lawbook, VarId};
use jiff::civil::Date;

use super::wording::{self, named};
use super::{Change, Kind};

/// Every condition that differs from this one in one place, with what was changed.
pub(super) fn variants(lawbook: &Lawbook, condition: &Condition) -> Vec<(Change, Condition)> {
    if let Some(named) = named(lawbook, condition) {
        let change = Change::instead(Kind::Negate, named.text, named.opposite);
        return vec![(change, condition.negated(&lawbook.variables))];
    }
    match condition {
        Condition::Is { variable, cells } => atom(lawbook, *variable, *cells),
        Condition::During { from, to } => period(*from, *to),
        _ if wording::is_whole_set(lawbook, condition) => whole(lawbook, condition),
        Condition::All(parts) => {
            let mut found = dropped(lawbook, parts, Kind::DropCondition, Condition::All);
            found.extend(inside(lawbook, condition, parts, Condition::All));
            found
        }
        Condition::Any(parts) => {
            let mut found = dropped(lawbook, parts, Kind::DropAlternative, Condition::Any);
            found.extend(inside(lawbook, condition, parts, Condition::Any));
            found
        }
    }
}

/// Without each of the parts in turn.
fn dropped(
    lawbook: &Lawbook,
    parts: &[Condition],
    kind: Kind,
    join: fn(Vec<Condition>) -> Condition,
) -> Vec<(Change, Condition)> {
    if parts.len() < 2 {
        return Vec::new();
    }
    let without = |index: usize| {
        let rest = parts.iter().enumerate().filter(|(each, _)| *each != index);
        join(rest.map(|(_, part)| part.clone()).collect())
    };
    let dropped = parts.iter().enumerate().map(|(index, part)| {
        let change = Change::without(kind, wording::text(lawbook, part));
        (change, without(index))
    });
    dropped.collect()
}

/// With a change inside one of the parts.
fn inside(
    lawbook: &Lawbook,
    condition: &Condition,
    parts: &[Condition],
    join: fn(Vec<Condition>) -> Condition,
) -> Vec<(Change, Condition)> {
    // A set is one condition to its author: its values are dropped, and it is turned
    // round as a whole.
    if wording::set(lawbook, condition).is_some() {
        return vec![turned_round(lawbook, condition)];
    }
    let mut found = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        for (change, variant) in variants(lawbook, part) {
            let mut parts = parts.to_vec();
            if let Some(place) = parts.get_mut(index) {
                *place = variant;
            }
            found.push((change, join(parts)));
        }
    }
    found
}

/// What a set holds and nothing else: turned round, as it is written in one piece.
fn whole(lawbook: &Lawbook, condition: &Condition) -> Vec<(Change, Condition)> {
    vec![turned_round(lawbook, condition)]
}

fn turned_round(lawbook: &Lawbook, condition: &Condition) -> (Change, Condition) {
    let opposite = condition.negated(&lawbook.variables);
    let (was, is) = (
        wording::text(lawbook, condition),
        wording::text(lawbook, &opposite),
    );
    (Change::instead(Kind::Negate, was, is), opposite)
}

fn atom(lawbook: &Lawbook, variable: VarId, cells: Cells) -> Vec<(Change, Condition)> {
    let info = lawbook.variables[variable];
    let all = info.all();
    let was = wording::fact(lawbook, Known { variable, cells });
    let with = |kind: Kind, cells: Cells| {
        let is = wording::fact(lawbook, Known { variable, cells });
        (
            Change::instead(kind, was.clone(), is),
            Condition::Is { variable, cells },
        )
    };
    let mut found = vec![with(Kind::Negate, all.without(cells))];
    for cell in movable(&lawbook.facts[info.fact].domain, cells) {
        let flipped = Cells(cells.0 ^ Cells::single(cell).0);
        // Nothing or everything would be another change: the condition dropped.
        if !flipped.is_empty() && flipped != all && flipped != all.without(cells) {
            let kind = if flipped.is_inside(cells) {
                Kind::Narrow
            } else {
                Kind::Widen
            };
            found.push(with(kind, flipped));
        }
    }
    found
}

/// The cells that an author may have put on the wrong side: each value of a choice, but
/// of a number only those beside a bound.
fn movable(domain: &Domain, cells: Cells) -> Vec<usize> {
    let holds = |cell: usize| !cells.and(Cells::single(cell)).is_empty();
    match domain {
        Domain::Bool | Domain::SomeOf(_) => Vec::new(),
        Domain::OneOf(values) => (0..values.len()).collect(),
        Domain::Int { cells: firsts, .. } => (0..firsts.len())
            .filter(|cell| {
                let differs = |other: usize| other < firsts.len() && holds(other) != holds(*cell);
                differs(cell + 1) || cell.checked_sub(1).is_some_and(differs)
            })
            .collect(),
    }
}

/// A period inside a condition is one in which a parameter has its value.
fn period(from: Option<Date>, to: Option<Date>) -> Vec<(Change, Condition)> {
    let was = format!("{}..{}", said(from), said(to));
    let mut found = Vec::new();
    let mut add = |kind: Kind, from: Option<Date>, to: Option<Date>| {
        let is = format!("{}..{}", said(from), said(to));
        found.push((
            Change::instead(kind, was.clone(), is),
            Condition::During { from, to },
        ));
    };
    if let Some(day) = from {
        for (kind, moved) in [
            (Kind::FromEarlier, day.yesterday()),
            (Kind::FromLater, day.tomorrow()),
        ] {
            if let Ok(moved) = moved {
                add(kind, Some(moved), to);
            }
        }
    }
    if let Some(day) = to {
        for (kind, moved) in [
            (Kind::ToEarlier, day.yesterday()),
            (Kind::ToLater, day.tomorrow()),
        ] {
            if let Ok(moved) = moved {
                add(kind, from, Some(moved));
            }
        }
    }
    found
}

fn said(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
