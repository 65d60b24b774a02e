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
mod samples;
mod scalar;
mod sliced;
mod terms;

use demur_lawbook::{Lawbook, NormId};
use jiff::civil::Date;

use crate::circuit::{Gate, Truth};
use crate::decide::{Engine, Segment, judge};
use crate::exact::Exact;
use crate::knowledge::{Contradiction, Knowledge, Situation};
use crate::opinion::Opinion;
use crate::program::Program;
use crate::reasoner::Reasoner;
use exactly::Valued;
use many::Many;
use samples::Samples;
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
    means: Means,
}

/// A situation in the cells of a lawbook, ready to be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    pub(crate) day: Date,
    pub(crate) known: Knowledge,
}

impl Prepared {
    /// The day whose law decides.
    #[must_use]
    pub fn day(&self) -> Date {
        self.day
    }

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
        let Segment { program, forms } = self.segment(situation.day);
        let scalar = forms
            .scalar
            .get_or_insert_with(|| Scalar::new(lawbook, program));
        scalar.learn(&situation.known);
        let opinion = opinion(lawbook, program, &mut forms.means, situation, scalar);
        scalar.forget();
        opinion
    }
}

/// Means to answer what three-valued values leave open, made when they are first needed.
#[derive(Debug, Default)]
struct Means {
    /// Knows all situations.
    solver: Option<Exact>,
    samples: Option<Samples>,
}

/// What the gates of one situation say.
///
/// # Errors
///
/// What is known cannot hold together.
fn opinion(
    lawbook: &Lawbook,
    program: &Program,
    means: &mut Means,
    situation: &Prepared,
    values: &impl Values,
) -> Result<Opinion, Contradiction> {
    let mut gates = Valued {
        lawbook,
        program,
        situation,
        values,
        kinds: program.kinds(values.norms()),
        means,
        literals: Vec::new(),
        bent: false,
        worlds: Vec::new(),
    };
    if !gates.can_be() {
        Reasoner::new(lawbook, program, situation.known.clone())?;
    }
    Ok(judge(&mut gates, situation.day))
}
