//! Every world that a small lawbook can tell apart, one by one.

use std::collections::BTreeMap;

use demur_lawbook::{
    Answer, Cells, Domain, DutyId, FactId, Given, GroundId, GroundStatus, Id, Lawbook, NormId,
    StepId, VarId, Verdict,
};
use jiff::civil::Date;

use crate::reference::{self, Outcome};

/// For each variable the cells in which it may lie.
pub type Knowledge = Vec<Cells>;

/// One cell for each variable.
pub type World = Vec<usize>;

/// How many worlds there are, assumptions aside.
#[must_use]
pub fn size(lawbook: &Lawbook) -> u64 {
    lawbook.variables.iter().fold(1, |all, (_, variable)| {
        all.saturating_mul(u64::from(variable.cells))
    })
}

/// What is known when nothing is.
#[must_use]
pub fn nothing(lawbook: &Lawbook) -> Knowledge {
    lawbook
        .variables
        .iter()
        .map(|(_, variable)| variable.all())
        .collect()
}

/// What these answers tell; a fact of the profile gives way to an answer.
#[must_use]
pub fn knowledge(
    lawbook: &Lawbook,
    answers: &BTreeMap<FactId, Answer>,
    profile: &Given,
) -> Knowledge {
    let mut known = nothing(lawbook);
    for (variable, cells) in profile {
        if !answers.contains_key(&lawbook.variables[*variable].fact) {
            narrow(&mut known, *variable, *cells);
        }
    }
    for (fact, answer) in answers {
        for variable in &lawbook.facts[*fact].variables {
            narrow(&mut known, *variable, allowed(lawbook, *variable, answer));
        }
    }
    known
}

/// Excludes all cells of the variable but these.
pub fn narrow(known: &mut Knowledge, variable: VarId, cells: Cells) {
    if let Some(slot) = known.get_mut(variable.position()) {
        *slot = slot.and(cells);
    }
}

/// The cells that an answer to its fact leaves to this variable.
fn allowed(lawbook: &Lawbook, variable: VarId, answer: &Answer) -> Cells {
    let info = lawbook.variables[variable];
    let fits = |cell: usize| match answer {
        Answer::Bool(yes) => (cell == 1) == *yes,
        Answer::OneOf(values) => values.contains(&cell),
        Answer::SomeOf { includes, excludes } => match info.element {
            Some(element) if includes.contains(&element) => cell == 1,
            Some(element) if excludes.contains(&element) => cell == 0,
            _ => true,
        },
        Answer::Int { low, high } => (*low..=*high)
            .any(|number| cell_of(&lawbook.facts[info.fact].domain, number) == Some(cell)),
    };
    info.all()
        .iter()
        .filter(|cell| fits(*cell))
        .fold(Cells::default(), |all, cell| {
            Cells(all.0 | Cells::single(cell).0)
        })
}

/// The cell in which a number lies.
fn cell_of(domain: &Domain, number: i64) -> Option<usize> {
    match domain {
        Domain::Int { low, high, cells } if (*low..=*high).contains(&number) => {
            cells.iter().rposition(|first| *first <= number)
        }
        _ => None,
    }
}

/// All completions of what is known that respect the assumptions.
#[must_use]
pub fn worlds(lawbook: &Lawbook, day: Date, known: &Knowledge) -> Vec<World> {
    let mut worlds: Vec<World> = vec![Vec::new()];
    for cells in known {
        worlds = worlds
            .into_iter()
            .flat_map(|world| {
                cells
                    .iter()
                    .map(move |cell| world.iter().copied().chain([cell]).collect())
            })
            .collect();
    }
    worlds.retain(|world| reference::is_possible(lawbook, day, world));
    worlds
}

/// Every possible world of a lawbook on one day, with what it comes to.
#[derive(Debug)]
pub struct Survey<'l> {
    lawbook: &'l Lawbook,
    day: Date,
    worlds: Vec<(World, Outcome)>,
}

impl<'l> Survey<'l> {
    /// Visits every world.
    #[must_use]
    pub fn new(lawbook: &'l Lawbook, day: Date) -> Self {
        let worlds = worlds(lawbook, day, &nothing(lawbook));
        let judged = worlds.into_iter().map(|world| {
            let outcome = reference::verdict(lawbook, day, &world);
            (world, outcome)
        });
        Self {
            lawbook,
            day,
            worlds: judged.collect(),
        }
    }

    /// The worlds that agree with what is known, with what they come to.
    pub fn completions<'s>(
        &'s self,
        known: &'s Knowledge,
    ) -> impl Iterator<Item = (&'s World, &'s Outcome)> {
        let agrees = move |world: &World| {
            world
                .iter()
                .zip(known)
                .all(|(cell, cells)| Cells::single(*cell).is_inside(*cells))
        };
        self.worlds
            .iter()
            .filter(move |(world, _)| agrees(world))
            .map(|(world, outcome)| (world, outcome))
    }

    /// The verdicts of all completions, in order.
    #[must_use]
    pub fn possible(&self, known: &Knowledge) -> Vec<Verdict> {
        let verdicts: Vec<Verdict> = self
            .completions(known)
            .map(|(_, outcome)| outcome.verdict)
            .collect();
        Verdict::ALL
            .into_iter()
            .filter(|verdict| verdicts.contains(verdict))
            .collect()
    }

    /// Whether this is true of all completions, of none, or of some.
    pub fn settled(
        &self,
        known: &Knowledge,
        is: impl Fn(&World, &Outcome) -> bool,
    ) -> Option<bool> {
        let mut answers = self
            .completions(known)
            .map(|(world, outcome)| is(world, outcome));
        let first = answers.next()?;
        answers.all(|answer| answer == first).then_some(first)
    }

    /// The opinion; none when what is known cannot hold together.
    #[must_use]
    pub fn opinion(&self, known: &Knowledge) -> Option<Certain> {
        let possible = self.possible(known);
        let lawbook = self.lawbook;
        let always = |is: &dyn Fn(&World, &Outcome) -> bool| self.settled(known, is) == Some(true);
        let norms = |is: &dyn Fn(&Outcome, NormId) -> bool| -> Vec<NormId> {
            lawbook
                .norms
                .ids()
                .filter(|norm| always(&|_, outcome| is(outcome, *norm)))
                .collect()
        };
        let status = |ground: GroundId| {
            let mut found = self
                .completions(known)
                .filter_map(|(_, outcome)| outcome.grounds.get(&ground).copied());
            let first = found.next().unwrap_or(GroundStatus::NotMet);
            if found.all(|each| each == first) {
                first
            } else {
                GroundStatus::Unknown
            }
        };
        let done = |step: StepId| {
            self.settled(known, |world, _| {
                reference::is_done(lawbook, self.day, world, step)
            })
        };
        (!possible.is_empty()).then(|| Certain {
            strong: self.settled(known, |_, outcome| outcome.strong),
            tainted: norms(&|outcome, norm| outcome.tainted.contains(&norm)),
            forbids_refusing: norms(&|outcome, norm| outcome.forbids_refusing.contains(&norm)),
            grounds: lawbook
                .grounds
                .ids()
                .map(|ground| (ground, status(ground)))
                .collect(),
            done: lawbook.steps.ids().map(|step| (step, done(step))).collect(),
            duties: lawbook
                .duties
                .ids()
                .flat_map(|duty| lawbook.norms.ids().map(move |norm| (duty, norm)))
                .filter(|pair| always(&|_, outcome| outcome.duties.contains(pair)))
                .collect(),
            live: norms(&|outcome, norm| outcome.live.contains(&norm)),
            never_live: norms(&|outcome, norm| !outcome.live.contains(&norm)),
            possible,
        })
    }
}

/// What holds in every completion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certain {
    /// Verdicts of the completions, in order.
    pub possible: Vec<Verdict>,
    /// Whether a strong ground carries a refusal, when that is settled.
    pub strong: Option<bool>,
    /// Norms whose forbidden reasons are in play.
    pub tainted: Vec<NormId>,
    /// Norms that forbid refusing.
    pub forbids_refusing: Vec<NormId>,
    /// How each ground stands.
    pub grounds: BTreeMap<GroundId, GroundStatus>,
    /// Whether each step is done, when that is settled.
    pub done: BTreeMap<StepId, Option<bool>>,
    /// Duties that accompany a refusal, by the norm that requires them.
    pub duties: Vec<(DutyId, NormId)>,
    /// Norms that are live.
    pub live: Vec<NormId>,
    /// Norms that are not live.
    pub never_live: Vec<NormId>,
}

/// The opinion on what is known, by visiting every world.
#[must_use]
pub fn opinion_by_brute_force(lawbook: &Lawbook, day: Date, known: &Knowledge) -> Option<Certain> {
    Survey::new(lawbook, day).opinion(known)
}
