//! One situation at a time.

#![expect(clippy::indexing_slicing, reason = "slots and terms are numbered here")]

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{Lawbook, NormId};

use super::Values;
use super::cut::Cut;
use super::events::Events;
use super::terms::{Term, Terms};
use crate::circuit::{Gate, Truth};
use crate::knowledge::Knowledge;
use crate::program::Program;

/// The law of one day, made ready for single situations.
#[derive(Debug)]
pub(crate) struct Scalar {
    terms: Terms,
    events: Events,
    /// The slot of each gate that an opinion reads.
    slots: Vec<u32>,
    conditions: Vec<Condition>,
    /// For each term where the conditions of which it is an alternative begin in `owners`;
    /// one more than there are terms.
    first_owner: Vec<u32>,
    owners: Vec<u32>,
    /// Norms that have to be looked at even where no condition of theirs is met.
    always: Vec<(NormId, u32)>,
    /// Conditions that are met, or may be, and the same as a mark on each.
    met: Vec<u32>,
    is_met: Vec<bool>,
    /// Norms that may apply, ascending.
    norms: Vec<NormId>,
}

/// A condition in terms, and the norms that have it.
#[derive(Debug)]
struct Condition {
    any: Vec<u32>,
    none: Vec<u32>,
    /// Norms with the slot that tells whether they apply.
    norms: Vec<(NormId, u32)>,
}

const NO_SLOT: u32 = u32::MAX;

impl Scalar {
    pub(crate) fn new(lawbook: &Lawbook, program: &Program) -> Self {
        let cut = Cut::new(lawbook, program);
        let gates = cut.conditions.keys().chain(&cut.above).copied();
        let numbered: BTreeMap<Gate, u32> = gates.zip(0..).collect();
        let events = Events::new(&program.circuit, &numbered, cut.conditions.len());
        let mut slots = vec![NO_SLOT; program.circuit.nodes().len()];
        numbered
            .iter()
            .for_each(|(gate, slot)| slots[gate.position()] = *slot);
        let all: BTreeSet<Term> = cut
            .conditions
            .values()
            .flat_map(|condition| condition.any.union(&condition.none).cloned())
            .collect();
        let (terms, places) = Terms::new(lawbook, &all);
        let place = |term: &Term| places.get(term).map(|place| number(*place));
        let mut owners = vec![Vec::new(); all.len()];
        let mut conditions = Vec::with_capacity(cut.conditions.len());
        for (slot, condition) in cut.conditions.values().enumerate() {
            let any: Vec<u32> = condition.any.iter().filter_map(place).collect();
            for term in &any {
                owners[*term as usize].push(number(slot));
            }
            conditions.push(Condition {
                any,
                none: condition.none.iter().filter_map(place).collect(),
                norms: Vec::new(),
            });
        }
        let mut first_owner = Vec::with_capacity(owners.len() + 1);
        let mut all_owners = Vec::new();
        for each in owners {
            first_owner.push(number(all_owners.len()));
            all_owners.extend(each);
        }
        first_owner.push(number(all_owners.len()));
        let mut scalar = Self {
            terms,
            events,
            slots,
            is_met: vec![false; conditions.len()],
            conditions,
            first_owner,
            owners: all_owners,
            always: Vec::new(),
            met: Vec::new(),
            norms: Vec::new(),
        };
        scalar.name_norms(program);
        scalar
    }

    fn name_norms(&mut self, program: &Program) {
        for (norm, holds) in &program.holds {
            let applies = program.applies(*norm);
            if applies == Gate::FALSE {
                continue;
            }
            let applies = self.slots[applies.position()];
            match self
                .conditions
                .get_mut(self.slots[holds.position()] as usize)
            {
                Some(condition) => condition.norms.push((*norm, applies)),
                None => self.always.push((*norm, applies)),
            }
        }
    }

    /// Works out all gates for what is known. Call [`Self::forget`] before the next one.
    pub(crate) fn learn(&mut self, known: &Knowledge) {
        self.terms.fit(known);
        let Self {
            terms,
            first_owner,
            owners,
            met,
            is_met,
            ..
        } = self;
        terms.each_possible(|term| {
            let of_term = first_owner[term] as usize..first_owner[term + 1] as usize;
            for owner in &owners[of_term] {
                let is_met = &mut is_met[*owner as usize];
                if !*is_met {
                    *is_met = true;
                    met.push(*owner);
                }
            }
        });
        for slot in &self.met {
            let truth = self.conditions[*slot as usize].truth(&self.terms);
            self.events.set(*slot, truth);
        }
        self.events.run();
        self.find_norms();
    }

    fn find_norms(&mut self) {
        let mut norms = std::mem::take(&mut self.norms);
        let met = self.met.iter();
        let conditions = met.flat_map(|slot| &self.conditions[*slot as usize].norms);
        let norms_met = conditions
            .chain(&self.always)
            .filter(|(_, applies)| self.truth_of(*applies) != Truth::False);
        norms.extend(norms_met.map(|(norm, _)| *norm));
        norms.sort_unstable();
        self.norms = norms;
    }

    pub(crate) fn forget(&mut self) {
        self.events.reset();
        self.norms.clear();
        for slot in self.met.drain(..) {
            self.is_met[slot as usize] = false;
        }
    }

    fn truth_of(&self, slot: u32) -> Truth {
        if slot == NO_SLOT {
            Truth::True
        } else {
            self.events.truth(slot)
        }
    }
}

impl Condition {
    fn truth(&self, terms: &Terms) -> Truth {
        let mut truth = if self.any.iter().any(|term| terms.is_certain(*term as usize)) {
            Truth::True
        } else {
            Truth::Unknown
        };
        for term in &self.none {
            if terms.is_certain(*term as usize) {
                return Truth::False;
            }
            if terms.is_possible(*term as usize) {
                truth = Truth::Unknown;
            }
        }
        truth
    }
}

impl Values for Scalar {
    fn truth(&self, gate: Gate) -> Truth {
        match gate {
            Gate::FALSE => Truth::False,
            Gate::TRUE => Truth::True,
            _ => match self.slots.get(gate.position()) {
                Some(slot) if *slot != NO_SLOT => self.events.truth(*slot),
                Some(_) | None => Truth::Unknown,
            },
        }
    }

    fn norms(&self) -> &[NormId] {
        &self.norms
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NO_SLOT)
}
