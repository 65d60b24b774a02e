//! Many situations at once: each gate is a plane of bits, one bit for each situation.
//!
//! What is known of a variable is a plane for each of its cells: the bit of a situation
//! is set where the variable may lie in the cell. Where everything is known one plane is
//! enough for a gate; otherwise it has two, "certainly true" and "possibly true".

#![expect(
    clippy::indexing_slicing,
    reason = "planes and operands are numbered here"
)]

use std::collections::HashMap;

use demur_lawbook::{Cells, Id, Lawbook, VarId};
use pulp::{Arch, Simd, WithSimd};

use crate::circuit::{Circuit, Gate, Node};
use crate::knowledge::Knowledge;

/// How many situations go together.
pub const LANES: usize = WORDS * BITS;
const WORDS: usize = 16;
const BITS: usize = 64;

/// One bit for each situation.
pub(crate) type Plane = [u64; WORDS];

/// Situations side by side.
#[derive(Debug)]
pub(crate) struct Columns {
    /// The planes of each cell of each variable.
    planes: Vec<Plane>,
    /// Where the planes of each variable begin.
    first: Vec<usize>,
    /// Every variable is known in every situation.
    complete: bool,
}

impl Columns {
    /// Puts at most [`LANES`] situations side by side.
    pub(crate) fn new<'k>(
        lawbook: &Lawbook,
        situations: impl IntoIterator<Item = &'k Knowledge>,
    ) -> Self {
        let mut first = Vec::with_capacity(lawbook.variables.len());
        let mut planes = 0;
        for (_, variable) in lawbook.variables.iter() {
            first.push(planes);
            planes += variable.cells as usize;
        }
        let mut columns = Self {
            planes: vec![[0; WORDS]; planes],
            first,
            complete: true,
        };
        for (lane, known) in situations.into_iter().take(LANES).enumerate() {
            for variable in lawbook.variables.ids() {
                let cells = known.cells(variable);
                columns.complete &= cells.0.is_power_of_two();
                let first = columns.first[variable.position()];
                for cell in cells.iter() {
                    columns.planes[first + cell][lane / BITS] |= 1 << (lane % BITS);
                }
            }
        }
        columns
    }

    pub(crate) fn is_complete(&self) -> bool {
        self.complete
    }

    pub(crate) fn copy(&mut self, other: &Self) {
        self.planes.copy_from_slice(&other.planes);
    }

    /// Moves the variable into the first of these cells wherever it lies in none of them.
    pub(crate) fn bend(&mut self, variable: VarId, cells: Cells, of: usize) {
        let first = self.first[variable.position()];
        let planes = &mut self.planes[first..first + of];
        let mut inside: Plane = [0; WORDS];
        for (cell, plane) in planes.iter_mut().enumerate() {
            if cells.0 >> cell & 1 == 1 {
                for word in 0..WORDS {
                    inside[word] |= plane[word];
                }
            } else {
                *plane = [0; WORDS];
            }
        }
        if let Some(plane) = planes.get_mut(cells.0.trailing_zeros() as usize) {
            for word in 0..WORDS {
                plane[word] |= !inside[word];
            }
        }
    }
}

/// Whether the bit of this situation is set.
pub(crate) fn is_set(plane: &Plane, lane: usize) -> bool {
    plane
        .get(lane / BITS)
        .is_some_and(|word| word >> (lane % BITS) & 1 == 1)
}

/// The bits of the first `count` situations.
pub(crate) fn lanes(count: usize) -> Plane {
    let mut plane = [0; WORDS];
    (0..count.min(LANES)).for_each(|lane| plane[lane / BITS] |= 1 << (lane % BITS));
    plane
}

/// A plane, or its complement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Operand {
    plane: u32,
    negated: bool,
}

#[derive(Debug, Clone, Copy)]
struct Operation {
    is_all: bool,
    /// Its operands, the negated ones behind the others.
    from: u32,
    negated: u32,
    to: u32,
    /// Where the result goes.
    result: u32,
}

/// A circuit as operations on planes.
#[derive(Debug)]
pub(crate) struct Sliced {
    operations: Vec<Operation>,
    operands: Vec<u32>,
    /// Planes that are worked out, behind those that are given.
    worked: usize,
    given: usize,
    /// For each gate asked for where it is certainly true, and where possibly.
    outputs: HashMap<Gate, (Source, Source)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Source {
    Constant(bool),
    Plane(Operand),
}

/// The planes of all gates that were asked for.
#[derive(Debug)]
pub(crate) struct Planes<'s> {
    sliced: &'s Sliced,
    columns: &'s Columns,
    worked: &'s [Plane],
}

impl Sliced {
    /// Operations for these gates. With `complete` they are right only for situations
    /// of which everything is known.
    pub(crate) fn new(
        lawbook: &Lawbook,
        circuit: &Circuit,
        gates: &[Gate],
        complete: bool,
    ) -> Self {
        let mut writer = Writer::new(lawbook, circuit, complete);
        let mut outputs = HashMap::new();
        for gate in gates {
            let certain = writer.source(*gate, true);
            let possible = if complete {
                certain
            } else {
                writer.source(*gate, false)
            };
            outputs.insert(*gate, (certain, possible));
        }
        writer.finish(outputs)
    }

    /// Works all planes out; `worked` is the place for them and is used again and again.
    pub(crate) fn run<'s>(
        &'s self,
        columns: &'s Columns,
        worked: &'s mut Vec<Plane>,
    ) -> Planes<'s> {
        worked.resize(self.worked, [0; WORDS]);
        Arch::new().dispatch(Work {
            sliced: self,
            columns,
            worked: &mut *worked,
        });
        self.planes(columns, worked)
    }

    /// What was worked out last for these situations.
    pub(crate) fn planes<'s>(&'s self, columns: &'s Columns, worked: &'s [Plane]) -> Planes<'s> {
        Planes {
            sliced: self,
            columns,
            worked,
        }
    }
}

/// All operations in a row; inlined throughout, so that they are compiled for the widest
/// registers that the machine has.
struct Work<'w> {
    sliced: &'w Sliced,
    columns: &'w Columns,
    worked: &'w mut [Plane],
}

impl WithSimd for Work<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let Self {
            sliced,
            columns,
            worked,
        } = self;
        let operands = |from: u32, to: u32| &sliced.operands[from as usize..to as usize];
        for operation in &sliced.operations {
            let plain = operands(operation.from, operation.negated);
            let negated = operands(operation.negated, operation.to);
            let read = |plane: u32| {
                let plane = plane as usize;
                if plane < sliced.given {
                    &columns.planes[plane]
                } else {
                    &worked[plane - sliced.given]
                }
            };
            let result = if operation.is_all {
                fold(plain, negated, u64::MAX, read, |a, b| a & b, |a, b| a & !b)
            } else {
                fold(plain, negated, 0, read, |a, b| a | b, |a, b| a | !b)
            };
            worked[operation.result as usize - sliced.given] = result;
        }
    }
}

#[inline(always)]
fn fold<'p>(
    plain: &[u32],
    negated: &[u32],
    neutral: u64,
    read: impl Fn(u32) -> &'p Plane,
    join: impl Fn(u64, u64) -> u64,
    join_negated: impl Fn(u64, u64) -> u64,
) -> Plane {
    let mut result = [neutral; WORDS];
    for operand in plain {
        let plane = read(*operand);
        for word in 0..WORDS {
            result[word] = join(result[word], plane[word]);
        }
    }
    for operand in negated {
        let plane = read(*operand);
        for word in 0..WORDS {
            result[word] = join_negated(result[word], plane[word]);
        }
    }
    result
}

impl Planes<'_> {
    /// Where the gate is certainly true.
    pub(crate) fn certain(&self, gate: Gate) -> Plane {
        self.plane(gate, |(certain, _)| certain)
    }

    /// Where the gate is possibly true.
    pub(crate) fn possible(&self, gate: Gate) -> Plane {
        self.plane(gate, |(_, possible)| possible)
    }

    /// The bits of one situation: certainly true, possibly true. A gate that was not asked
    /// for is open.
    pub(crate) fn bits(&self, gate: Gate, lane: usize) -> (bool, bool) {
        let Some((certain, possible)) = self.sliced.outputs.get(&gate) else {
            return (gate == Gate::TRUE, gate != Gate::FALSE);
        };
        (self.bit(*certain, lane), self.bit(*possible, lane))
    }

    fn bit(&self, source: Source, lane: usize) -> bool {
        match source {
            Source::Constant(value) => value,
            Source::Plane(operand) => is_set(self.read(operand.plane), lane) != operand.negated,
        }
    }

    fn read(&self, plane: u32) -> &Plane {
        let plane = plane as usize;
        if plane < self.sliced.given {
            &self.columns.planes[plane]
        } else {
            &self.worked[plane - self.sliced.given]
        }
    }

    fn plane(&self, gate: Gate, of: impl Fn((Source, Source)) -> Source) -> Plane {
        let source = self.sliced.outputs.get(&gate).copied().map(of);
        match source.unwrap_or(Source::Constant(gate == Gate::TRUE)) {
            Source::Constant(value) => [if value { u64::MAX } else { 0 }; WORDS],
            Source::Plane(operand) => {
                let plane = *self.read(operand.plane);
                if operand.negated {
                    plane.map(|word| !word)
                } else {
                    plane
                }
            }
        }
    }
}

/// Writes operations, each once.
struct Writer<'a> {
    lawbook: &'a Lawbook,
    circuit: &'a Circuit,
    complete: bool,
    first: Vec<u32>,
    given: u32,
    operations: Vec<Operation>,
    operands: Vec<u32>,
    /// What was written for a gate, asked whether it is certain or possible.
    written: HashMap<(Gate, bool), Source>,
}

impl<'a> Writer<'a> {
    fn new(lawbook: &'a Lawbook, circuit: &'a Circuit, complete: bool) -> Self {
        let mut first = Vec::new();
        let mut given = 0;
        for (_, variable) in lawbook.variables.iter() {
            first.push(given);
            given += variable.cells;
        }
        Self {
            lawbook,
            circuit,
            complete,
            first,
            given,
            operations: Vec::new(),
            operands: Vec::new(),
            written: HashMap::new(),
        }
    }

    fn finish(self, outputs: HashMap<Gate, (Source, Source)>) -> Sliced {
        Sliced {
            worked: self.operations.len(),
            given: self.given as usize,
            operations: self.operations,
            operands: self.operands,
            outputs,
        }
    }

    /// The plane that tells where the gate is certainly (or possibly) true.
    fn source(&mut self, gate: Gate, certain: bool) -> Source {
        let key = (gate, certain || self.complete);
        if let Some(source) = self.written.get(&key) {
            return *source;
        }
        let source = match self.circuit.node(gate) {
            Node::Constant(value) => Source::Constant(*value),
            Node::Is(variable, cells) => self.is_in(*variable, *cells, certain),
            Node::Not(inner) => self.source(*inner, !certain).negated(),
            Node::All(gates) => {
                let sources = gates.iter().map(|each| self.source(*each, certain));
                let sources: Vec<Source> = sources.collect();
                self.join(&sources, true)
            }
            Node::Any(gates) => {
                let sources = gates.iter().map(|each| self.source(*each, certain));
                let sources: Vec<Source> = sources.collect();
                self.join(&sources, false)
            }
        };
        self.written.insert(key, source);
        source
    }

    /// Certainly in these cells: in none of the others. Where all is known it is the
    /// same to be in one of these; the shorter way is taken.
    fn is_in(&mut self, variable: VarId, cells: Cells, certain: bool) -> Source {
        let all = self.lawbook.variables[variable].all();
        let others = all.without(cells);
        let by_others = if self.complete {
            others.0.count_ones() < cells.0.count_ones()
        } else {
            certain
        };
        let chosen = if by_others { others } else { cells };
        let first = self.first[variable.position()];
        let planes: Vec<Source> = chosen
            .iter()
            .zip(std::iter::repeat(first))
            .map(|(cell, first)| {
                Source::Plane(Operand {
                    plane: first + u32::try_from(cell).unwrap_or_default(),
                    negated: false,
                })
            })
            .collect();
        let any = self.join(&planes, false);
        if by_others { any.negated() } else { any }
    }

    fn join(&mut self, sources: &[Source], is_all: bool) -> Source {
        let mut operands = Vec::new();
        for source in sources {
            match source {
                Source::Constant(value) if *value == is_all => {}
                Source::Constant(value) => return Source::Constant(*value),
                Source::Plane(operand) => operands.push(*operand),
            }
        }
        match operands.as_slice() {
            [] => return Source::Constant(is_all),
            [only] => return Source::Plane(*only),
            _ => {}
        }
        operands.sort_by_key(|operand| (operand.negated, operand.plane));
        let from = number(self.operands.len());
        self.operands
            .extend(operands.iter().map(|operand| operand.plane));
        let plain = operands.iter().filter(|operand| !operand.negated).count();
        let result = self.given + number(self.operations.len());
        self.operations.push(Operation {
            is_all,
            from,
            negated: from + number(plain),
            to: number(self.operands.len()),
            result,
        });
        Source::Plane(Operand {
            plane: result,
            negated: false,
        })
    }
}

impl Source {
    fn negated(self) -> Self {
        match self {
            Self::Constant(value) => Self::Constant(!value),
            Self::Plane(operand) => Self::Plane(Operand {
                negated: !operand.negated,
                ..operand
            }),
        }
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
