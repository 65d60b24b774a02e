//! The law of one day in forms made for speed: one situation at a time, or many at once.
//!
//! Both forms give each gate one of three values by Kleene's tables. Where that leaves a
//! gate open which the opinion reads, the exact solver answers; so every form gives the
//! same opinion.

mod cut;
mod events;
mod exactly;
mod many;
mod reasons;
mod scalar;
mod sliced;
mod terms;

use demur_lawbook::NormId;
use jiff::civil::Date;

use crate::circuit::{Gate, Truth};
use crate::decide::{Engine, judge};
use crate::knowledge::{Contradiction, Knowledge, Situation};
use crate::opinion::Opinion;
use exactly::{Consistency, Valued};
use many::Many;
use scalar::Scalar;

pub use many::{SideBySide, Verdicts};
pub use sliced::LANES;

/// Three-valued values of the gates that an opinion reads.
trait Values {
    fn truth(&self, gate: Gate) -> Truth;

    /// Norms that may apply, ascending.
    fn norms(&self) -> &[NormId];
}

/// The forms of one day's law that were needed so far.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    scalar: Option<Scalar>,
    many: Many,
}

/// A situation in the cells of a lawbook, ready to be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    pub(crate) day: Date,
    pub(crate) known: Knowledge,
}

impl Prepared {
    /// Whether the value of every fact is known.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.known.is_complete()
    }
}

impl Engine<'_> {
    /// Reads a situation once, to judge it later.
    #[must_use]
    pub fn prepare(&self, situation: &Situation) -> Prepared {
        Prepared {
            day: situation.day,
            known: Knowledge::of(self.lawbook(), situation),
        }
    }

    /// The part of an opinion that says what holds: verdict, grounds, steps, duties, and the
    /// norms that carry the verdict with known facts that suffice for them. What could be
    /// asked or done, and smallest sets of facts, are left empty; [`Engine::decide`] adds them.
    ///
    /// # Errors
    ///
    /// The known facts cannot hold together.
    pub fn judge(&mut self, situation: &Prepared) -> Result<Opinion, Contradiction> {
        let lawbook = self.lawbook();
        let (day, known) = (situation.day, &situation.known);
        let segment = self.segment(day);
        let program = &segment.program;
        let scalar = segment
            .forms
            .scalar
            .get_or_insert_with(|| Scalar::new(lawbook, program));
        scalar.learn(known);
        let opinion = opinion(lawbook, program, day, known, scalar);
        scalar.forget();
        opinion
    }
}

fn opinion(
    lawbook: &demur_lawbook::Lawbook,
    program: &crate::program::Program,
    day: Date,
    known: &Knowledge,
    values: &impl Values,
) -> Result<Opinion, Contradiction> {
    let solver = match Consistency::of(lawbook, program, day, known, values) {
        Consistency::Certain => None,
        Consistency::Open => Some(crate::reasoner::Reasoner::new(
            lawbook,
            program,
            known.clone(),
        )?),
    };
    let mut gates = Valued {
        lawbook,
        program,
        known,
        values,
        kinds: program.kinds(values.norms()),
        solver,
    };
    Ok(judge(&mut gates, day))
}
