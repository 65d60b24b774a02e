//! Gates that change when conditions do, and nothing else.
//!
//! At rest no condition holds. A situation makes a few of them true or open; from there
//! the changes run upwards, each gate once, and afterwards they are taken back.

#![expect(
    clippy::indexing_slicing,
    reason = "slots are made here, one for each gate of a cut"
)]

use std::collections::BTreeMap;

use crate::circuit::{Circuit, Gate, Node, Truth};

const BITS: usize = 64;

/// The gates above the conditions of a program.
#[derive(Debug)]
pub(crate) struct Events {
    kinds: Vec<Kind>,
    /// Where the readers of each slot begin in `readers`; one more than there are slots.
    first_reader: Vec<u32>,
    readers: Vec<u32>,
    rest: Vec<State>,
    now: Vec<State>,
    /// Slots to work out, a bit for each.
    pending: Vec<u64>,
    changed: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Condition,
    Not,
    All,
    Any,
}

/// The value of a gate, and how many of those that it reads are decisive or open.
#[derive(Debug, Clone, Copy)]
struct State {
    truth: Truth,
    decisive: u32,
    open: u32,
}

impl Events {
    /// `slots` numbers the gates so that each stands behind the gates that it reads.
    pub(crate) fn new(circuit: &Circuit, slots: &BTreeMap<Gate, u32>, conditions: usize) -> Self {
        let mut events = Self {
            kinds: vec![Kind::Condition; conditions],
            first_reader: Vec::new(),
            readers: Vec::new(),
            rest: Vec::new(),
            now: Vec::new(),
            pending: vec![0; slots.len().div_ceil(BITS)],
            changed: Vec::new(),
        };
        let still = State {
            truth: Truth::False,
            decisive: 0,
            open: 0,
        };
        events.rest = vec![still; conditions];
        let mut readers: Vec<Vec<u32>> = vec![Vec::new(); slots.len()];
        let mut above: Vec<(u32, Gate)> = slots.iter().map(|(gate, slot)| (*slot, *gate)).collect();
        above.sort_unstable();
        for (slot, gate) in above.into_iter().skip(conditions) {
            let node = circuit.node(gate);
            let kind = Kind::of(node);
            let mut state = still;
            for read in node.reads() {
                let truth = match slots.get(read) {
                    Some(read) => {
                        readers[*read as usize].push(slot);
                        events.rest[*read as usize].truth
                    }
                    None => constant(*read),
                };
                kind.count(&mut state, truth, 1);
            }
            state.truth = kind.truth(state);
            events.kinds.push(kind);
            events.rest.push(state);
        }
        for each in readers {
            events.first_reader.push(position(events.readers.len()));
            events.readers.extend(each);
        }
        events.first_reader.push(position(events.readers.len()));
        events.now.clone_from(&events.rest);
        events
    }

    pub(crate) fn truth(&self, slot: u32) -> Truth {
        self.now[slot as usize].truth
    }

    /// Gives a condition a value.
    pub(crate) fn set(&mut self, slot: u32, truth: Truth) {
        self.become_(slot, truth);
    }

    /// Works out everything that follows.
    pub(crate) fn run(&mut self) {
        for word in 0..self.pending.len() {
            while self.pending[word] != 0 {
                let bit = self.pending[word].trailing_zeros();
                self.pending[word] &= self.pending[word] - 1;
                let slot = position(word * BITS) + bit;
                let truth = self.kinds[slot as usize].truth(self.now[slot as usize]);
                self.become_(slot, truth);
            }
        }
    }

    /// Back to rest.
    pub(crate) fn reset(&mut self) {
        for slot in self.changed.drain(..) {
            let slot = slot as usize;
            self.now[slot] = self.rest[slot];
            let readers = self.first_reader[slot] as usize..self.first_reader[slot + 1] as usize;
            for reader in &self.readers[readers] {
                self.now[*reader as usize] = self.rest[*reader as usize];
            }
        }
    }

    fn become_(&mut self, slot: u32, truth: Truth) {
        let before = self.now[slot as usize].truth;
        if before == truth {
            return;
        }
        self.now[slot as usize].truth = truth;
        self.changed.push(slot);
        let readers = self.first_reader[slot as usize]..self.first_reader[slot as usize + 1];
        for index in readers {
            let reader = self.readers[index as usize] as usize;
            let kind = self.kinds[reader];
            let state = &mut self.now[reader];
            kind.count(state, before, u32::MAX);
            kind.count(state, truth, 1);
            self.pending[reader / BITS] |= 1 << (reader % BITS);
        }
    }
}

impl Kind {
    fn of(node: &Node) -> Self {
        match node {
            Node::Constant(_) | Node::Is(..) => Self::Condition,
            Node::Not(_) => Self::Not,
            Node::All(_) => Self::All,
            Node::Any(_) => Self::Any,
        }
    }

    /// Adds `by`, which wraps around, to the counts of a gate that reads `truth`.
    fn count(self, state: &mut State, truth: Truth, by: u32) {
        let decisive = match self {
            Self::All => Truth::False,
            Self::Any | Self::Not | Self::Condition => Truth::True,
        };
        if truth == decisive {
            state.decisive = state.decisive.wrapping_add(by);
        } else if truth == Truth::Unknown {
            state.open = state.open.wrapping_add(by);
        }
    }

    fn truth(self, state: State) -> Truth {
        let (decided, otherwise) = match self {
            Self::All | Self::Not => (Truth::False, Truth::True),
            Self::Any => (Truth::True, Truth::False),
            Self::Condition => return state.truth,
        };
        if state.decisive > 0 {
            decided
        } else if state.open > 0 {
            Truth::Unknown
        } else {
            otherwise
        }
    }
}

fn constant(gate: Gate) -> Truth {
    if gate == Gate::TRUE {
        Truth::True
    } else {
        Truth::False
    }
}

fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
