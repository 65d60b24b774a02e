//! The part of a circuit that is not settled yet.

use demur_lawbook::{Cells, FactId, VarId};

use crate::circuit::{Gate, Node, Truth};
use crate::reasoner::Reasoner;

/// An unsettled gate; settled gates that it read are worked in.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    Is(VarId, Cells),
    Not(usize),
    All(Vec<usize>),
    Any(Vec<usize>),
}

/// What an interview wants to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Goal<T> {
    /// Which one of these is true.
    WhichOf(Vec<T>),
    /// Of each of these whether it is true.
    EachOf(Vec<T>),
}

impl<T> Goal<T> {
    pub(crate) fn gates(&self) -> &[T] {
        match self {
            Self::WhichOf(gates) | Self::EachOf(gates) => gates,
        }
    }
}

/// The gates on which a goal still depends, each behind those that it reads, and
/// the assumptions that are not met yet.
#[derive(Debug)]
pub(crate) struct OpenPart {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) goal: Goal<usize>,
    pub(crate) assumptions: Vec<usize>,
    /// Each variable of the pieces, ascending.
    pub(crate) variables: Vec<VarId>,
    /// Facts on which the goal itself may depend, ascending.
    pub(crate) goal_facts: Vec<FactId>,
}

impl OpenPart {
    pub(crate) fn new(reasoner: &Reasoner<'_>, goal: &Goal<Gate>) -> Self {
        let open = |gate: &Gate| reasoner.is_open(*gate);
        let assumptions: Vec<Gate> = reasoner
            .program
            .assumptions
            .iter()
            .copied()
            .filter(open)
            .collect();
        let goals: Vec<Gate> = goal.gates().iter().copied().filter(open).collect();
        let mut numbers = vec![None; reasoner.program.circuit.nodes().len()];
        let needed = needed(reasoner, goals.iter().chain(&assumptions).copied());
        let mut pieces = Vec::new();
        let mut variables = Vec::new();
        for gate in needed {
            let number = |gate: &Gate| numbers.get(gate.position()).copied().flatten();
            let piece = match reasoner.program.circuit.node(gate) {
                Node::Constant(_) => continue,
                Node::Is(variable, cells) => {
                    variables.push(*variable);
                    Piece::Is(*variable, *cells)
                }
                Node::Not(inner) => match number(inner) {
                    Some(inner) => Piece::Not(inner),
                    None => continue,
                },
                Node::All(inner) => Piece::All(inner.iter().filter_map(number).collect()),
                Node::Any(inner) => Piece::Any(inner.iter().filter_map(number).collect()),
            };
            if let Some(slot) = numbers.get_mut(gate.position()) {
                *slot = Some(pieces.len());
            }
            pieces.push(piece);
        }
        variables.sort_unstable();
        variables.dedup();
        let number = |gate: &Gate| numbers.get(gate.position()).copied().flatten();
        let numbered = |gates: &[Gate]| gates.iter().filter_map(number).collect::<Vec<usize>>();
        Self {
            goal_facts: reasoner.open_facts(&goals),
            goal: match goal {
                Goal::WhichOf(_) => Goal::WhichOf(numbered(&goals)),
                Goal::EachOf(_) => Goal::EachOf(numbered(&goals)),
            },
            assumptions: numbered(&assumptions),
            pieces,
            variables,
        }
    }
}

/// The unsettled gates below `from`, ascending.
fn needed(reasoner: &Reasoner<'_>, from: impl Iterator<Item = Gate>) -> Vec<Gate> {
    let mut found = vec![false; reasoner.program.circuit.nodes().len()];
    let mut gates = Vec::new();
    let mut queue: Vec<Gate> = from.collect();
    while let Some(gate) = queue.pop() {
        match found.get_mut(gate.position()) {
            Some(found) if !*found && reasoner.truth(gate) == Truth::Unknown => *found = true,
            _ => continue,
        }
        gates.push(gate);
        match reasoner.program.circuit.node(gate) {
            Node::Constant(_) | Node::Is(..) => {}
            Node::Not(inner) => queue.push(*inner),
            Node::All(inner) | Node::Any(inner) => queue.extend(inner),
        }
    }
    gates.sort_unstable();
    gates
}
