//! Situations that are likely, as far as typical values tell.

use demur_lawbook::{Answer, Cells, Condition, Domain, FactId, Lawbook, VarId};

use super::lanes::{Lanes, Sheet};
use crate::knowledge::cells_of;

/// Of so many situations one has another than the typical value.
const UNTYPICAL: u64 = 16;

/// Completes each lane of what is known, fact by fact; a fact has its typical value
/// more often than another. Of a set one element is there: most refusals have one
/// reason. Pseudo-random, and always the same for the same knowledge.
pub(crate) fn likely(
    lawbook: &Lawbook,
    known: &Sheet,
    facts: &[FactId],
    assumptions: &[&Condition],
) -> Sheet {
    let mut sheet = known.clone();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for fact in facts {
        match lawbook.facts[*fact].domain {
            Domain::SomeOf(_) => {
                one_element(&mut sheet, &lawbook.facts[*fact].variables, &mut dice)
            }
            Domain::Bool | Domain::OneOf(_) | Domain::Int { .. } => {
                one_cell(lawbook, &mut sheet, *fact, &mut dice);
            }
        }
        sheet.close(assumptions);
    }
    sheet
}

fn one_cell(lawbook: &Lawbook, sheet: &mut Sheet, fact: FactId, dice: &mut Dice) {
    let Some(variable) = lawbook.facts[fact].variables.first().copied() else {
        return;
    };
    let typical = typical_cells(lawbook, fact);
    let cells = sheet.cells(variable).to_vec();
    for lane in 0..Lanes::BITS {
        let here = |lanes: &Lanes| lanes >> lane & 1 == 1;
        let open: Vec<usize> = (0..cells.len())
            .filter(|cell| cells.get(*cell).is_some_and(here))
            .collect();
        let usual = open
            .iter()
            .position(|cell| typical.is_some_and(|cells| Cells::single(*cell).is_inside(cells)));
        let chosen = match usual {
            Some(usual) if open.len() == 1 || dice.below(UNTYPICAL) > 0 => usual,
            Some(usual) => {
                let other = dice.below(open.len() as u64 - 1) as usize;
                if other < usual { other } else { other + 1 }
            }
            None => dice.below(open.len() as u64) as usize,
        };
        if let Some(cell) = open.get(chosen) {
            sheet.learn(variable, Cells::single(*cell), 1 << lane);
        }
    }
}

fn typical_cells(lawbook: &Lawbook, fact: FactId) -> Option<Cells> {
    let typical: &Answer = lawbook.facts[fact].typical.as_ref()?;
    let known = cells_of(lawbook, fact, typical);
    known.first().map(|(_, cells)| *cells)
}

fn one_element(sheet: &mut Sheet, elements: &[VarId], dice: &mut Dice) {
    for lane in 0..Lanes::BITS {
        let possible = |sheet: &Sheet, element: VarId, cell: usize| {
            let lanes = sheet.cells(element).get(cell).copied().unwrap_or_default();
            lanes >> lane & 1 == 1
        };
        let open: Vec<VarId> = elements
            .iter()
            .copied()
            .filter(|element| possible(sheet, *element, 1))
            .collect();
        let certain = open.iter().find(|element| !possible(sheet, **element, 0));
        let chosen = certain.copied().or_else(|| {
            let number = dice.below(open.len() as u64) as usize;
            open.get(number).copied()
        });
        for element in open {
            if Some(element) == chosen {
                sheet.learn(element, Cells::YES, 1 << lane);
            } else if possible(sheet, element, 0) {
                sheet.learn(element, Cells::NO, 1 << lane);
            }
        }
    }
}

/// Xorshift (G. Marsaglia, 2003).
struct Dice(u64);

impl Dice {
    /// A number below `bound`; 0 when that is 0.
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11).checked_rem(bound).unwrap_or(0)
    }
}
