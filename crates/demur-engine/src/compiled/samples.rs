//! Completions of what is known, many at once, to answer most open questions without a search.
//!
//! A sample is a situation that can be, close to the simplest one, in which some norm's
//! conditions are met. For what is known of a situation all samples are bent to agree with
//! it; those that still can be are completions, and each is a witness. They only save
//! searches: where no witness is found the solver answers.

use demur_lawbook::{Cells, Id, Lawbook, VarId};
use jiff::civil::Date;

use super::cut::{Alternatives, Cut};
use super::sliced::{Columns, LANES, Plane, Planes, Sliced, lanes};
use super::terms::Term;
use crate::circuit::Gate;
use crate::knowledge::Knowledge;
use crate::program::Program;

/// Witnesses for the program of one day.
#[derive(Debug)]
pub(crate) struct Samples {
    form: Sliced,
    pool: Columns,
    bent: Columns,
    worked: Vec<Plane>,
    /// Samples that are completions of what was learnt last.
    fitting: Plane,
}

impl Samples {
    pub(crate) fn new(lawbook: &Lawbook, program: &Program, day: Date) -> Self {
        let situations = situations(lawbook, program, day);
        let pool = Columns::new(lawbook, &situations);
        Self {
            form: Sliced::new(lawbook, &program.circuit, &program.outputs(), true),
            bent: Columns::new(lawbook, &situations),
            pool,
            worked: Vec::new(),
            fitting: lanes(0),
        }
    }

    /// Bends all samples to what is known.
    pub(crate) fn learn(&mut self, lawbook: &Lawbook, program: &Program, known: &Knowledge) {
        self.bent.copy(&self.pool);
        for (variable, info) in lawbook.variables.iter() {
            let cells = known.cells(variable);
            if cells != info.all() {
                self.bent.bend(variable, cells, info.cells as usize);
            }
        }
        let planes = self.form.run(&self.bent, &mut self.worked);
        let mut fitting = lanes(LANES);
        for violated in &program.violated {
            let violated = planes.certain(*violated);
            let words = fitting.iter_mut().zip(violated);
            words.for_each(|(word, violated)| *word &= !violated);
        }
        self.fitting = fitting;
    }

    pub(crate) fn has_completion(&self) -> bool {
        self.fitting.iter().any(|word| *word != 0)
    }

    /// Whether the gate has this value in some completion that is among the samples.
    pub(crate) fn takes(&self, gate: Gate, value: bool) -> bool {
        let planes: Planes<'_> = self.form.planes(&self.bent, &self.worked);
        let plane = planes.certain(gate);
        let mut words = plane.iter().zip(&self.fitting);
        words.any(|(word, fitting)| (if value { *word } else { !*word }) & fitting != 0)
    }
}

/// Situations that can be: each the simplest one, changed so that a norm's conditions are
/// met, and in a few more places.
fn situations(lawbook: &Lawbook, program: &Program, day: Date) -> Vec<Knowledge> {
    let simplest = Knowledge::nothing(lawbook).completed();
    let can_be = |world: &Knowledge| {
        let mut assumptions = lawbook.assumptions.iter();
        assumptions.all(|each| world.satisfies(&each.holds, day))
    };
    let cut = Cut::new(lawbook, program);
    let terms: Vec<&Term> = cut
        .conditions
        .values()
        .flat_map(|Alternatives { any, .. }| any)
        .collect();
    let mut numbers = Numbers(0);
    let mut situations = Vec::with_capacity(LANES);
    for lane in 0..LANES {
        let mut world = simplest.clone();
        let term = terms.get(lane.checked_rem(terms.len()).unwrap_or(0));
        for (variable, cells) in term.into_iter().flat_map(|term| term.iter()) {
            world.set(*variable, first(*cells));
        }
        for _ in 0..numbers.below(MOST_CHANGES) {
            let changed = numbers.changed(lawbook, &world);
            if can_be(&changed) {
                world = changed;
            }
        }
        situations.push(world);
    }
    situations
}

/// In how many places a sample is changed at most.
const MOST_CHANGES: usize = 8;

fn first(cells: Cells) -> Cells {
    Cells(cells.0 & cells.0.wrapping_neg())
}

/// A fixed sequence of numbers without a pattern (SplitMix64: Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(1);
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    fn changed(&mut self, lawbook: &Lawbook, world: &Knowledge) -> Knowledge {
        let variable = VarId::from_position(self.below(lawbook.variables.len()));
        let cell = self.below(lawbook.variables[variable].cells as usize);
        let mut changed = world.clone();
        changed.set(variable, Cells::single(cell));
        changed
    }
}
