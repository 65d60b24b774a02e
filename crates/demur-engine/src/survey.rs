//! Looks over all situations of a day for places where the law is silent or
//! contradicts itself.

use demur_lawbook::Verdict;

use crate::circuit::Gate;
use crate::decide::Engine;
use crate::knowledge::{Contradiction, Knowledge, Known, Situation};
use crate::reasoner::Reasoner;

/// What a survey of one day and place found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// A smallest situation in which norms of one layer forbid both serving and
    /// refusing, if there is one.
    pub clash: Option<Vec<Known>>,
    /// A smallest situation in which refusing is allowed although no norm says so,
    /// if there is one.
    pub gap: Option<Vec<Known>>,
}

impl Engine<'_> {
    /// Surveys every situation that agrees with what is known in `within`.
    ///
    /// # Errors
    ///
    /// What is known cannot hold together.
    pub fn survey(&mut self, within: &Situation) -> Result<Survey, Contradiction> {
        let knowledge = Knowledge::of(self.lawbook(), within);
        let mut reasoner = self.reasoner(within.day, knowledge)?;
        let clash = reasoner.program.verdict(Verdict::Conflict);
        let silence = reasoner.program.silence;
        Ok(Survey {
            clash: smallest_case(&mut reasoner, clash),
            gap: smallest_case(&mut reasoner, silence),
        })
    }
}

fn smallest_case(reasoner: &mut Reasoner<'_>, gate: Gate) -> Option<Vec<Known>> {
    let world = reasoner.case(gate)?;
    let mut facts = reasoner.reason(gate, true, &world);
    facts.sort_unstable();
    Some(facts)
}
