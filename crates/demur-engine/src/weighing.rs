//! How conditions outside the packs stand in one situation, exact for every completion
//! of its facts.

use std::collections::BTreeMap;

use demur_lawbook::{
    Answer, Cells, Condition, Criterion, Domain, FactId, Finer, Lawbook, VarId, Variable,
};
use jiff::civil::Date;

use crate::knowledge::{Knowledge, Known, Situation, cells_between};
use crate::space::{Claim, Space};

/// How a condition stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It holds, however the unknown facts turn out.
    Holds,
    /// It does not hold, however they turn out.
    HoldsNot,
    /// It depends on these facts, which are not fully known; what is cheapest to find
    /// out comes first.
    Open(Vec<FactId>),
}

/// Weighs conditions by the facts of one situation.
#[derive(Debug)]
pub struct Weighing<'l> {
    lawbook: &'l Lawbook,
    situation: Situation,
    knowledge: Knowledge,
    known: Vec<Known>,
    space: Space,
    assumptions: Claim,
}

impl<'l> Weighing<'l> {
    /// By this situation. Its facts have to hold together, as [`crate::Engine::decide`]
    /// checks; where they do not, every condition stays open.
    #[must_use]
    pub fn by(lawbook: &'l Lawbook, situation: &Situation) -> Self {
        let knowledge = Knowledge::of(lawbook, situation);
        let mut space = Space::new(lawbook);
        let assumptions: Vec<Claim> = lawbook
            .assumptions
            .iter()
            .map(|assumption| space.condition(&assumption.holds, situation.day))
            .collect();
        Self {
            lawbook,
            situation: situation.clone(),
            known: knowledge.known(lawbook),
            knowledge,
            assumptions: space.all(assumptions),
            space,
        }
    }

    /// How the condition, compiled by the same lawbook, stands.
    pub fn weigh(&mut self, criterion: &Criterion) -> Standing {
        let day = self.situation.day;
        let mut case = Case {
            own: BTreeMap::new(),
            links: vec![self.assumptions],
            known: self.known.clone(),
        };
        for finer in &criterion.finer {
            self.link(finer, &mut case);
        }
        let claim = self.claim(&criterion.holds, day, &case);
        let opposite = self.space.not(claim);
        match (self.can_be(claim, &case), self.can_be(opposite, &case)) {
            (true, false) => Standing::Holds,
            (false, true) => Standing::HoldsNot,
            (true, true) | (false, false) => {
                let mut facts = Vec::new();
                self.open_facts(&criterion.holds, day, &case, criterion, &mut facts);
                facts.sort_unstable();
                facts.dedup();
                facts.sort_by_key(|id| {
                    let fact = &self.lawbook.facts[*id];
                    (fact.never_ask, fact.cost)
                });
                Standing::Open(facts)
            }
        }
    }

    fn can_be(&mut self, claim: Claim, case: &Case) -> bool {
        let mut claims = case.links.clone();
        claims.push(claim);
        self.space.find(&claims, &case.known).is_some()
    }

    /// A variable that is cut finer agrees with the lawbook's own, cell by cell.
    fn link(&mut self, finer: &Finer, case: &mut Case) {
        let fact = &self.lawbook.facts[finer.fact];
        let (Domain::Int { high, cells, .. }, Some(coarse)) =
            (&fact.domain, fact.variables.first().copied())
        else {
            return;
        };
        let variable = self
            .space
            .fresh(u32::try_from(finer.cells.len()).unwrap_or(u32::MAX));
        case.own.insert(finer.variable, variable);
        for (cell, first) in cells.iter().enumerate() {
            let last = cells.get(cell + 1).map_or(*high, |next| next - 1);
            let inside = cells_between(&finer.cells, *high, *first, last);
            let fine = self.space.is(variable, inside);
            let whole = self.space.is(coarse, Cells::single(cell));
            let differ = self.space.differ(fine, whole);
            case.links.push(self.space.not(differ));
        }
        if let Some(Answer::Int { low, high: most }) = self.situation.answers.get(&finer.fact) {
            case.known.push(Known {
                variable,
                cells: cells_between(&finer.cells, *high, *low, *most),
            });
        }
    }

    fn claim(&mut self, condition: &Condition, day: Date, case: &Case) -> Claim {
        match condition {
            Condition::Is { variable, cells } => {
                let variable = case.own.get(variable).copied().unwrap_or(*variable);
                self.space.is(variable, *cells)
            }
            Condition::During { .. } => self.space.condition(condition, day),
            Condition::All(parts) => {
                let parts: Vec<Claim> = parts
                    .iter()
                    .map(|part| self.claim(part, day, case))
                    .collect();
                self.space.all(parts)
            }
            Condition::Any(parts) => {
                let parts: Vec<Claim> = parts
                    .iter()
                    .map(|part| self.claim(part, day, case))
                    .collect();
                self.space.any(parts)
            }
        }
    }

    /// The facts in those parts of the condition that what is known leaves open.
    fn open_facts(
        &mut self,
        condition: &Condition,
        day: Date,
        case: &Case,
        criterion: &Criterion,
        facts: &mut Vec<FactId>,
    ) {
        let claim = self.claim(condition, day, case);
        let known = |variable: VarId| {
            let own = case.known.iter().find(|known| known.variable == variable);
            own.map_or_else(|| self.anywhere(variable, case, criterion), |own| own.cells)
        };
        if self.space.evaluate(claim, &known).is_some() {
            return;
        }
        match condition {
            Condition::Is { variable, .. } => {
                let finer = criterion
                    .finer
                    .iter()
                    .find(|each| each.variable == *variable);
                facts.push(finer.map_or_else(
                    || self.lawbook.variables[*variable].fact,
                    |finer| finer.fact,
                ));
            }
            Condition::During { .. } => {}
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.open_facts(part, day, case, criterion, facts);
                }
            }
        }
    }

    /// Where a variable may lie of which nothing is known.
    fn anywhere(&self, variable: VarId, case: &Case, criterion: &Criterion) -> Cells {
        let own = case.own.iter().find(|(_, own)| **own == variable);
        let finer = own.and_then(|(named, _)| {
            criterion
                .finer
                .iter()
                .find(|finer| finer.variable == *named)
        });
        match finer {
            Some(finer) => Variable {
                fact: finer.fact,
                element: None,
                cells: u32::try_from(finer.cells.len()).unwrap_or(u32::MAX),
            }
            .all(),
            None => self.knowledge.cells(variable),
        }
    }
}

/// What one criterion adds to the situation.
struct Case {
    /// Variables of the criterion's own, and what stands for them in the space.
    own: BTreeMap<VarId, VarId>,
    links: Vec<Claim>,
    known: Vec<Known>,
}
