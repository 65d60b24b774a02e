//! Conditions as one shared graph of gates over finite variables.

use std::collections::HashMap;

use demur_lawbook::{Cells, VarId};

use crate::knowledge::Knowledge;

/// A gate of a [`Circuit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Gate(usize);

impl Gate {
    pub(crate) const FALSE: Self = Self(0);
    pub(crate) const TRUE: Self = Self(1);

    pub(crate) fn position(self) -> usize {
        self.0
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Node {
    Constant(bool),
    Is(VarId, Cells),
    Not(Gate),
    All(Vec<Gate>),
    Any(Vec<Gate>),
}

impl Node {
    /// The gates that it reads.
    pub(crate) fn reads(&self) -> &[Gate] {
        match self {
            Self::Constant(_) | Self::Is(..) => &[],
            Self::Not(inner) => std::slice::from_ref(inner),
            Self::All(gates) | Self::Any(gates) => gates,
        }
    }
}

/// What is known of a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    False,
    True,
    Unknown,
}

impl Truth {
    pub(crate) fn negated(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

/// Gates in an order in which each stands behind the gates it reads.
#[derive(Debug)]
pub(crate) struct Circuit {
    nodes: Vec<Node>,
    known: HashMap<Node, Gate>,
}

impl Default for Circuit {
    fn default() -> Self {
        Self::new()
    }
}

impl Circuit {
    pub(crate) fn new() -> Self {
        let mut circuit = Self {
            nodes: Vec::new(),
            known: HashMap::new(),
        };
        circuit.push(Node::Constant(false));
        circuit.push(Node::Constant(true));
        circuit
    }

    fn push(&mut self, node: Node) -> Gate {
        if let Some(gate) = self.known.get(&node) {
            return *gate;
        }
        let gate = Gate(self.nodes.len());
        self.nodes.push(node.clone());
        self.known.insert(node, gate);
        gate
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// All gates, each behind those that it reads.
    pub(crate) fn gates(&self) -> impl Iterator<Item = (Gate, &Node)> {
        let nodes = self.nodes.iter().enumerate();
        nodes.map(|(position, node)| (Gate(position), node))
    }

    pub(crate) fn node(&self, gate: Gate) -> &Node {
        self.nodes.get(gate.0).unwrap_or(&Node::Constant(false))
    }

    pub(crate) fn is(&mut self, variable: VarId, cells: Cells, all: Cells) -> Gate {
        let cells = cells.and(all);
        if cells.is_empty() {
            Gate::FALSE
        } else if cells == all {
            Gate::TRUE
        } else {
            self.push(Node::Is(variable, cells))
        }
    }

    pub(crate) fn not(&mut self, gate: Gate) -> Gate {
        match self.node(gate) {
            Node::Constant(value) => {
                if *value {
                    Gate::FALSE
                } else {
                    Gate::TRUE
                }
            }
            Node::Not(inner) => *inner,
            Node::Is(..) | Node::All(_) | Node::Any(_) => self.push(Node::Not(gate)),
        }
    }

    /// Whether two gates have different values.
    pub(crate) fn differ(&mut self, one: Gate, other: Gate) -> Gate {
        if one == other {
            return Gate::FALSE;
        }
        let (not_one, not_other) = (self.not(one), self.not(other));
        let only_one = self.all([one, not_other]);
        let only_other = self.all([not_one, other]);
        self.any([only_one, only_other])
    }

    pub(crate) fn all(&mut self, gates: impl IntoIterator<Item = Gate>) -> Gate {
        self.join(gates, Gate::TRUE, Gate::FALSE)
    }

    pub(crate) fn any(&mut self, gates: impl IntoIterator<Item = Gate>) -> Gate {
        self.join(gates, Gate::FALSE, Gate::TRUE)
    }

    /// `yes` where `switch` is true, otherwise `no`.
    pub(crate) fn either(&mut self, switch: Gate, yes: Gate, no: Gate) -> Gate {
        if yes == no {
            return yes;
        }
        let off = self.not(switch);
        let (on, off) = (self.all([switch, yes]), self.all([off, no]));
        self.any([on, off])
    }

    fn join(
        &mut self,
        gates: impl IntoIterator<Item = Gate>,
        neutral: Gate,
        absorbing: Gate,
    ) -> Gate {
        let mut gates: Vec<Gate> = gates.into_iter().filter(|gate| *gate != neutral).collect();
        gates.sort_unstable();
        gates.dedup();
        if gates.contains(&absorbing) {
            return absorbing;
        }
        match gates.as_slice() {
            [] => neutral,
            [only] => *only,
            _ if neutral == Gate::TRUE => self.push(Node::All(gates)),
            _ => self.push(Node::Any(gates)),
        }
    }

    /// Three-valued values of all gates by Kleene's tables: `True` and `False` are
    /// right for every completion, `Unknown` may still be settled.
    pub(crate) fn evaluate(&self, known: &Knowledge) -> Vec<Truth> {
        let mut values: Vec<Truth> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let truth = match node {
                Node::Is(variable, cells) => known.is_in(*variable, *cells),
                _ => Self::truth(node, &values).unwrap_or(Truth::Unknown),
            };
            values.push(truth);
        }
        values
    }

    /// What follows from the values of the gates that a node reads; nothing for a node
    /// that reads a variable.
    pub(crate) fn truth(node: &Node, values: &[Truth]) -> Option<Truth> {
        let value = |gate: &Gate| values.get(gate.0).copied().unwrap_or(Truth::Unknown);
        Some(match node {
            Node::Constant(true) => Truth::True,
            Node::Constant(false) => Truth::False,
            Node::Is(..) => return None,
            Node::Not(inner) => match value(inner) {
                Truth::True => Truth::False,
                Truth::False => Truth::True,
                Truth::Unknown => Truth::Unknown,
            },
            Node::All(gates) => join(gates.iter().map(value), Truth::True, Truth::False),
            Node::Any(gates) => join(gates.iter().map(value), Truth::False, Truth::True),
        })
    }

    /// The value of one gate, which must not have many below it.
    pub(crate) fn settles(&self, gate: Gate, known: &Knowledge) -> Truth {
        let value = |gate: &Gate| self.settles(*gate, known);
        match self.node(gate) {
            Node::Constant(true) => Truth::True,
            Node::Constant(false) => Truth::False,
            Node::Is(variable, cells) => known.is_in(*variable, *cells),
            Node::Not(inner) => value(inner).negated(),
            Node::All(gates) => join(gates.iter().map(value), Truth::True, Truth::False),
            Node::Any(gates) => join(gates.iter().map(value), Truth::False, Truth::True),
        }
    }

    /// Calls `see` with every variable on which `gates` may still depend.
    pub(crate) fn open_variables(
        &self,
        gates: &[Gate],
        values: &[Truth],
        mut see: impl FnMut(VarId),
    ) {
        for gate in self.open_gates(gates, values) {
            if let Node::Is(variable, _) = self.node(gate) {
                see(*variable);
            }
        }
    }

    /// The gates that are unknown among these and among what they still depend on.
    pub(crate) fn open_gates(&self, gates: &[Gate], values: &[Truth]) -> Vec<Gate> {
        let mut seen = vec![false; self.nodes.len()];
        let mut open = Vec::new();
        let mut queue = gates.to_vec();
        while let Some(gate) = queue.pop() {
            let unknown = values.get(gate.0) == Some(&Truth::Unknown);
            match seen.get_mut(gate.0) {
                Some(seen) if !*seen && unknown => *seen = true,
                _ => continue,
            }
            open.push(gate);
            queue.extend(self.node(gate).reads());
        }
        open
    }
}

fn join(values: impl Iterator<Item = Truth>, neutral: Truth, absorbing: Truth) -> Truth {
    let mut result = neutral;
    for value in values {
        if value == absorbing {
            return absorbing;
        }
        if value == Truth::Unknown {
            result = Truth::Unknown;
        }
    }
    result
}
