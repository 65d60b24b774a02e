//! Sixty-four situations side by side, one in each bit of a word.

use demur_lawbook::{Cells, Condition, Id, Lawbook, VarId};

use super::open::{Goal, OpenPart, Piece};
use crate::knowledge::Knowledge;

/// In which lanes something holds.
pub(crate) type Lanes = u64;

/// For each cell of each variable the lanes in which the variable may lie in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    possible: Vec<Lanes>,
    /// Where the cells of each variable begin.
    starts: Vec<usize>,
}

impl Sheet {
    /// The same knowledge in every lane.
    pub(crate) fn new(lawbook: &Lawbook, knowledge: &Knowledge) -> Self {
        let mut sheet = Self {
            possible: Vec::new(),
            starts: Vec::new(),
        };
        for (variable, info) in lawbook.variables.iter() {
            sheet.starts.push(sheet.possible.len());
            let cells = knowledge.cells(variable);
            sheet.possible.extend((0..info.cells as usize).map(|cell| {
                if Cells::single(cell).is_inside(cells) {
                    Lanes::MAX
                } else {
                    0
                }
            }));
        }
        sheet.starts.push(sheet.possible.len());
        sheet
    }

    fn range(&self, variable: VarId) -> std::ops::Range<usize> {
        let at = |position: usize| self.starts.get(position).copied().unwrap_or_default();
        at(variable.position())..at(variable.position() + 1)
    }

    /// For each cell of the variable the lanes in which it is possible.
    pub(crate) fn cells(&self, variable: VarId) -> &[Lanes] {
        self.possible.get(self.range(variable)).unwrap_or_default()
    }

    fn cells_mut(&mut self, variable: VarId) -> &mut [Lanes] {
        let range = self.range(variable);
        self.possible.get_mut(range).unwrap_or_default()
    }

    /// Lanes in which the variable certainly lies in these cells, and lanes in which
    /// it certainly does not.
    fn is(&self, variable: VarId, cells: Cells) -> (Lanes, Lanes) {
        let (mut inside, mut outside) = (0, 0);
        for (cell, lanes) in self.cells(variable).iter().enumerate() {
            if Cells::single(cell).is_inside(cells) {
                inside |= lanes;
            } else {
                outside |= lanes;
            }
        }
        (!outside, !inside)
    }

    /// Learns in these lanes that the variable lies in one of these cells.
    pub(crate) fn learn(&mut self, variable: VarId, cells: Cells, on: Lanes) {
        for (cell, lanes) in self.cells_mut(variable).iter_mut().enumerate() {
            if !Cells::single(cell).is_inside(cells) {
                *lanes &= !on;
            }
        }
    }

    /// Takes over what `other` says of the variable in these lanes.
    pub(crate) fn take(&mut self, variable: VarId, other: &Self, on: Lanes) {
        let others = other.cells(variable);
        for (lanes, others) in self.cells_mut(variable).iter_mut().zip(others) {
            *lanes = (*lanes & !on) | (others & on);
        }
    }

    /// Lanes in which every variable can lie somewhere.
    pub(crate) fn sound(&self, lawbook: &Lawbook) -> Lanes {
        lawbook.variables.ids().fold(Lanes::MAX, |sound, variable| {
            sound
                & self
                    .cells(variable)
                    .iter()
                    .fold(0, |any, lanes| any | lanes)
        })
    }

    /// Learns what plainly follows by these assumptions.
    pub(crate) fn close(&mut self, assumptions: &[&Condition]) {
        loop {
            let before = self.possible.clone();
            for assumption in assumptions {
                self.require(assumption, Lanes::MAX);
            }
            if self.possible == before {
                return;
            }
        }
    }

    fn require(&mut self, condition: &Condition, on: Lanes) {
        match condition {
            Condition::During { .. } => {}
            Condition::Is { variable, cells } => self.learn(*variable, *cells, on),
            Condition::All(parts) => parts.iter().for_each(|part| self.require(part, on)),
            Condition::Any(parts) => {
                let can: Vec<Lanes> = parts.iter().map(|part| self.can_hold(part)).collect();
                for (index, part) in parts.iter().enumerate() {
                    let others = can.iter().enumerate().filter(|(other, _)| *other != index);
                    let only_this = on & !others.fold(0, |any, (_, lanes)| any | lanes);
                    if only_this != 0 {
                        self.require(part, only_this);
                    }
                }
            }
        }
    }

    fn can_hold(&self, condition: &Condition) -> Lanes {
        match condition {
            Condition::During { .. } => Lanes::MAX,
            Condition::Is { variable, cells } => !self.is(*variable, *cells).1,
            Condition::All(parts) => parts
                .iter()
                .fold(Lanes::MAX, |all, part| all & self.can_hold(part)),
            Condition::Any(parts) => parts.iter().fold(0, |any, part| any | self.can_hold(part)),
        }
    }

    /// For each gate of the goal the lanes in which it is certainly true, and those in
    /// which it is certainly false.
    pub(crate) fn goal(&self, part: &OpenPart) -> Vec<(Lanes, Lanes)> {
        let mut values: Vec<(Lanes, Lanes)> = Vec::with_capacity(part.pieces.len());
        for piece in &part.pieces {
            let value = |number: &usize| values.get(*number).copied().unwrap_or_default();
            let lanes = match piece {
                Piece::Is(variable, cells) => self.is(*variable, *cells),
                Piece::Not(inner) => {
                    let (yes, no) = value(inner);
                    (no, yes)
                }
                Piece::All(inner) => inner.iter().map(value).fold((Lanes::MAX, 0), |all, each| {
                    (all.0 & each.0, all.1 | each.1)
                }),
                Piece::Any(inner) => inner.iter().map(value).fold((0, Lanes::MAX), |any, each| {
                    (any.0 | each.0, any.1 & each.1)
                }),
            };
            values.push(lanes);
        }
        let gates = part.goal.gates().iter();
        gates
            .map(|number| values.get(*number).copied().unwrap_or_default())
            .collect()
    }

    /// Lanes in which the goal is reached.
    pub(crate) fn reached(&self, part: &OpenPart) -> Lanes {
        let values = self.goal(part);
        match part.goal {
            Goal::EachOf(_) => values
                .iter()
                .fold(Lanes::MAX, |all, (yes, no)| all & (yes | no)),
            Goal::WhichOf(_) => {
                let (mut one, mut two, mut sure) = (0, 0, 0);
                for (yes, no) in values {
                    two |= one & !no;
                    one |= !no;
                    sure |= yes;
                }
                sure | !two
            }
        }
    }
}
