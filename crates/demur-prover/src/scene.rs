//! From something that can be so to a plain situation that shows it.

use std::collections::BTreeMap;

use demur_engine::{Claim, Engine, Known, Point};
use demur_lawbook::{Cells, Domain, Expectation, Id, Lawbook, PackId, Test, VarId, Verdict};
use jiff::civil::Date;

use crate::field::{Field, usual};
use crate::finding::{Mismatch, Scene};

/// A situation in which `goals` are true, as near to an ordinary day as can be. It knows
/// every variable that matters.
pub(crate) fn plainest(
    field: &mut Field<'_>,
    goals: &[Claim],
    fixed: &[Known],
) -> Option<Vec<Known>> {
    let mut wanted: Vec<Known> = Vec::new();
    for (variable, info) in field.lawbook.variables.iter() {
        let usual = usual(field.lawbook, variable);
        wanted.extend(
            usual
                .filter(|cells| *cells != info.all())
                .map(|cells| Known { variable, cells }),
        );
    }
    // What policy does not have to say is left unsaid, then the reasons are as few as can be.
    let reasons = field.lawbook.reasons;
    wanted.sort_by_key(|known| {
        let fact = field.lawbook.variables[known.variable].fact;
        (Some(fact) != reasons, known.variable)
    });
    let (point, kept) = field.find_with_most(goals, fixed, &wanted)?;
    Some(complete(field.lawbook, &point, &[fixed, &kept].concat()))
}

/// One cell for each variable that the search or a usual value speaks of.
fn complete(lawbook: &Lawbook, point: &Point, kept: &[Known]) -> Vec<Known> {
    let mut world = Vec::new();
    for variable in lawbook.variables.ids() {
        let cell = match point.cell(variable) {
            Some(cell) => Some(Cells::single(cell)),
            None => kept
                .iter()
                .find(|known| known.variable == variable)
                .map(|known| known.cells),
        };
        world.extend(cell.map(|cells| Known { variable, cells }));
    }
    world
}

/// Whether a variable is as on most days.
pub(crate) fn is_usual(lawbook: &Lawbook, known: Known) -> bool {
    usual(lawbook, known.variable).is_some_and(|cells| known.cells.is_inside(cells))
}

/// The part of a situation that alone makes `goal` true in every completion: first what
/// is unusual.
pub(crate) fn forcing(field: &mut Field<'_>, goal: Claim, world: &[Known]) -> Vec<Known> {
    let place = field.lawbook.place;
    let mut candidates = world.to_vec();
    candidates.sort_by_key(|known| {
        let fact = field.lawbook.variables[known.variable].fact;
        (
            fact != place,
            is_usual(field.lawbook, *known),
            known.variable,
        )
    });
    let given = [field.possible];
    let mut facts = field.space.forcing(&given, goal, &candidates);
    facts.sort_unstable();
    facts
}

/// The situation in which `goals` are true, told as shortly as can be, and replayed.
///
/// # Errors
///
/// The engine does not agree.
pub(crate) fn stage(
    field: &mut Field<'_>,
    engine: &mut Engine<'_>,
    goals: &[Claim],
    fixed: &[Known],
    expectations: impl Fn(&Field<'_>, &[Known]) -> Vec<Expectation>,
) -> Result<Option<Scene>, Mismatch> {
    let Some(world) = plainest(field, goals, fixed) else {
        return Ok(None);
    };
    let verdict = field.verdict(&world);
    let mut goals = goals.to_vec();
    goals.extend(verdict.map(|verdict| field.law.verdict(verdict)));
    let goal = field.space.all(goals);
    let forced = forcing(field, goal, &world);
    let expectations = expectations(field, &world);
    replayed(engine, field.day, &world, &forced, verdict, expectations).map(Some)
}

/// The shortest way of telling a situation with which the engine meets the expectations.
pub(crate) fn replayed(
    engine: &mut Engine<'_>,
    day: Date,
    world: &[Known],
    forced: &[Known],
    verdict: Option<Verdict>,
    expectations: Vec<Expectation>,
) -> Result<Scene, Mismatch> {
    let lawbook = engine.lawbook();
    let forced = whole_reasons(lawbook, forced, world);
    let telling: Vec<Known> = forced
        .iter()
        .copied()
        .filter(|known| !is_usual(lawbook, *known) || is_reason(lawbook, known.variable))
        .collect();
    let mut said = String::new();
    for (given, otherwise_typical) in [(&telling, true), (&forced, false)] {
        let scene = Scene {
            day,
            given: given.clone(),
            otherwise_typical,
            verdict,
            expectations: expectations.clone(),
            policy: None,
        };
        match agrees(engine, &scene) {
            Ok(()) => return Ok(scene),
            Err(found) => said = found,
        }
    }
    Err(Mismatch {
        what: format!("{expectations:?} on {day} given {forced:?}"),
        said,
    })
}

/// Whether the engine says of a scene what it expects.
pub(crate) fn agrees(engine: &mut Engine<'_>, scene: &Scene) -> Result<(), String> {
    let result = engine.run(&test(scene));
    if let Some(contradiction) = result.contradiction {
        return Err(format!("the situation is impossible: {contradiction:?}"));
    }
    let failures: Vec<String> = result.failures.into_iter().map(|each| each.found).collect();
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("; "))
    }
}

/// The scene as an example of a pack.
fn test(scene: &Scene) -> Test {
    Test {
        pack: PackId::from_position(0),
        title: String::new(),
        docket: None,
        case: None,
        on: scene.day,
        profile: Vec::new(),
        given: scene
            .given
            .iter()
            .map(|known| (known.variable, known.cells))
            .collect(),
        otherwise_typical: scene.otherwise_typical,
        expectations: scene
            .expectations
            .iter()
            .map(|each| (each.clone(), Default::default()))
            .collect(),
        declared: Default::default(),
    }
}

fn is_reason(lawbook: &Lawbook, variable: VarId) -> bool {
    Some(lawbook.variables[variable].fact) == lawbook.reasons
}

/// Where a reason is in play, all of them are told: "only for that" is what people say.
fn whole_reasons(lawbook: &Lawbook, forced: &[Known], world: &[Known]) -> Vec<Known> {
    let some = |known: &&Known| is_reason(lawbook, known.variable);
    if !forced
        .iter()
        .any(|known| some(&known) && known.cells == Cells::YES)
    {
        return forced.to_vec();
    }
    let mut all: BTreeMap<VarId, Known> = forced
        .iter()
        .map(|known| (known.variable, *known))
        .collect();
    all.extend(
        world
            .iter()
            .filter(some)
            .map(|known| (known.variable, *known)),
    );
    all.into_values().collect()
}

/// The same knowledge about another lawbook, by the names of facts and values. What the
/// other one does not know is left out.
pub(crate) fn translated(from: &Lawbook, to: &Lawbook, given: &[Known]) -> Vec<Known> {
    given
        .iter()
        .filter_map(|known| translate(from, to, *known))
        .collect()
}

fn translate(from: &Lawbook, to: &Lawbook, known: Known) -> Option<Known> {
    let info = from.variables[known.variable];
    let fact = &from.facts[info.fact];
    let other = &to.facts[to.fact_named(&fact.name)?];
    let first = other.variables.first().copied();
    let cells_named = |cells: Cells| {
        let names = cells
            .iter()
            .filter_map(|cell| fact.domain.values().get(cell));
        let positions = names.filter_map(|value| other.value_named(&value.name));
        positions.fold(Cells::default(), |all, cell| {
            Cells(all.0 | Cells::single(cell).0)
        })
    };
    match (&fact.domain, &other.domain) {
        (Domain::Bool, Domain::Bool) => Some(Known {
            variable: first?,
            cells: known.cells,
        }),
        (Domain::OneOf(_), Domain::OneOf(_)) => Some(Known {
            variable: first?,
            cells: cells_named(known.cells),
        }),
        (Domain::SomeOf(values), Domain::SomeOf(_)) => {
            let name = &values.get(info.element?)?.name;
            let variable = *other.variables.get(other.value_named(name)?)?;
            Some(Known {
                variable,
                cells: known.cells,
            })
        }
        (
            Domain::Int {
                cells: own, high, ..
            },
            Domain::Int {
                cells: others,
                high: last,
                ..
            },
        ) => {
            let cells = recut(own, *high, others, *last, known.cells);
            Some(Known {
                variable: first?,
                cells,
            })
        }
        _ => None,
    }
}

/// The cells of another cutting that lie wholly inside these cells of the first.
pub(crate) fn recut(own: &[i64], high: i64, others: &[i64], last: i64, cells: Cells) -> Cells {
    let inside = |number: i64| {
        let cell = own.iter().rposition(|first| *first <= number);
        number <= high && cell.is_some_and(|cell| Cells::single(cell).is_inside(cells))
    };
    let mut found = Cells::default();
    for (cell, first) in others.iter().enumerate() {
        let end = others.get(cell + 1).map_or(last, |next| next - 1);
        let cuts = own.iter().filter(|cut| **cut > *first && **cut <= end);
        if inside(*first) && inside(end) && cuts.copied().all(inside) {
            found = Cells(found.0 | Cells::single(cell).0);
        }
    }
    found
}
