//! Conditions as alternatives of conjunctions, matched all at once.
//!
//! A term is a conjunction of atoms. For each cell of a variable there is a row of bits
//! that tells which terms admit it; the terms that fit a situation are those in every
//! row. Terms stand in blocks that are left as soon as none of them fits any more, and
//! terms about the same things stand together so that this happens early.

#![expect(
    clippy::indexing_slicing,
    reason = "positions are made here, for rows and blocks of a fixed size"
)]

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{Cells, Lawbook, VarId};
use pulp::{Arch, Simd, WithSimd};

use crate::knowledge::Knowledge;

/// A conjunction of atoms, at most one of each variable.
pub(crate) type Term = BTreeMap<VarId, Cells>;

/// Words of a block; a block of eight words fills one line of a processor's cache.
const WORDS: usize = 8;
const BITS: usize = 64;
type Row = [u64; WORDS];

/// All terms of a program.
#[derive(Debug)]
pub(crate) struct Terms {
    blocks: Vec<Block>,
    /// Terms that some completion satisfies, and terms that every one does.
    possible: Vec<u64>,
    certain: Vec<u64>,
}

#[derive(Debug)]
struct Block {
    /// Variables that its terms mention, the most decisive first.
    looks: Vec<Look>,
    rows: Vec<Row>,
    every: Row,
}

/// Where the rows of a variable are: one for each cell, then the terms that do not
/// mention it.
#[derive(Debug, Clone, Copy)]
struct Look {
    variable: VarId,
    first: usize,
    silent: usize,
}

impl Terms {
    /// Puts the terms in order; the second value tells where each of `terms` went.
    pub(crate) fn new(lawbook: &Lawbook, terms: &BTreeSet<Term>) -> (Self, BTreeMap<Term, usize>) {
        let ranked = by_use(terms);
        let mut ordered: Vec<&Term> = terms.iter().collect();
        ordered.sort_by_cached_key(|term| {
            let cells = ranked.iter().map(|variable| term.get(variable));
            cells
                .map(|cells| cells.map_or(u64::MAX, |cells| cells.0))
                .collect::<Vec<u64>>()
        });
        let blocks: Vec<Block> = ordered
            .chunks(WORDS * BITS)
            .map(|terms| Block::new(lawbook, terms))
            .collect();
        let words = blocks.len() * WORDS;
        let places = ordered.into_iter().cloned().zip(0..).collect();
        let terms = Self {
            blocks,
            possible: vec![0; words],
            certain: vec![0; words],
        };
        (terms, places)
    }

    /// Matches all terms with what is known.
    pub(crate) fn fit(&mut self, known: &Knowledge) {
        Arch::new().dispatch(Fit { terms: self, known });
    }

    #[inline(always)]
    fn fit_blocks(&mut self, known: &Knowledge) {
        let results = self
            .possible
            .chunks_exact_mut(WORDS)
            .zip(self.certain.chunks_exact_mut(WORDS));
        for (block, (possible, certain)) in self.blocks.iter().zip(results) {
            let (fitting, mentioned) = block.fit(known);
            for word in 0..WORDS {
                possible[word] = fitting[word];
                certain[word] = fitting[word] & mentioned[word];
            }
        }
    }

    pub(crate) fn is_possible(&self, term: usize) -> bool {
        self.possible[term / BITS] >> (term % BITS) & 1 == 1
    }

    pub(crate) fn is_certain(&self, term: usize) -> bool {
        self.certain[term / BITS] >> (term % BITS) & 1 == 1
    }

    /// Calls `see` with every term that some completion satisfies.
    pub(crate) fn each_possible(&self, mut see: impl FnMut(usize)) {
        for (index, word) in self.possible.iter().enumerate() {
            let mut word = *word;
            while word != 0 {
                see(index * BITS + word.trailing_zeros() as usize);
                word &= word - 1;
            }
        }
    }
}

/// The matching of all blocks; inlined throughout, so that it is compiled for the widest
/// registers that the machine has.
struct Fit<'f> {
    terms: &'f mut Terms,
    known: &'f Knowledge,
}

impl WithSimd for Fit<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.terms.fit_blocks(self.known);
    }
}

impl Block {
    fn new(lawbook: &Lawbook, terms: &[&Term]) -> Self {
        let mut every = Row::default();
        for index in 0..terms.len() {
            set(&mut every, index);
        }
        let mentioned: BTreeSet<VarId> =
            terms.iter().flat_map(|term| term.keys().copied()).collect();
        let mut block = Self {
            looks: Vec::new(),
            rows: Vec::new(),
            every,
        };
        let mut decisive: Vec<(u64, Look)> = Vec::new();
        for variable in mentioned {
            let cells = lawbook.variables[variable].cells as usize;
            let first = block.rows.len();
            for cell in 0..cells {
                let admits = |term: &&Term| {
                    term.get(&variable)
                        .is_none_or(|mask| !mask.and(Cells::single(cell)).is_empty())
                };
                block.rows.push(row(terms, admits));
            }
            let left: u64 = block.rows[first..].iter().map(count).sum();
            let silent = block.rows.len();
            block
                .rows
                .push(row(terms, |term| !term.contains_key(&variable)));
            let look = Look {
                variable,
                first,
                silent,
            };
            decisive.push((left * 64 / cells as u64, look));
        }
        decisive.sort_by_key(|(left, look)| (*left, look.variable));
        block.looks = decisive.into_iter().map(|(_, look)| look).collect();
        block
    }

    /// The terms that fit what is known, and those about which nothing is unknown.
    #[inline(always)]
    fn fit(&self, known: &Knowledge) -> (Row, Row) {
        let mut fitting = self.every;
        let mut certain = self.every;
        for (index, look) in self.looks.iter().enumerate() {
            let cells = known.cells(look.variable).0;
            if cells.is_power_of_two() {
                let row = &self.rows[look.first + cells.trailing_zeros() as usize];
                both(&mut fitting, row);
            } else {
                self.fit_some(*look, cells, &mut fitting, &mut certain);
            }
            if index % CHECK == 0 && is_empty(&fitting) {
                break;
            }
        }
        (fitting, certain)
    }

    /// The same for a variable of which several cells are possible.
    fn fit_some(&self, look: Look, cells: u64, fitting: &mut Row, certain: &mut Row) {
        let rows = &self.rows[look.first..look.silent];
        let open = cells & all(rows.len());
        if open == all(rows.len()) {
            both(certain, &self.rows[look.silent]);
            return;
        }
        let (mut some, mut each) = (Row::default(), self.every);
        for (cell, row) in rows.iter().enumerate() {
            if open >> cell & 1 == 1 {
                for word in 0..WORDS {
                    some[word] |= row[word];
                    each[word] &= row[word];
                }
            }
        }
        both(fitting, &some);
        both(certain, &each);
    }
}

/// After how many variables a block looks whether any of its terms is left.
const CHECK: usize = 4;

fn all(cells: usize) -> u64 {
    u64::MAX >> (BITS - cells.clamp(1, BITS))
}

#[inline(always)]
fn is_empty(row: &Row) -> bool {
    row.iter().fold(0, |any, word| any | word) == 0
}

#[inline(always)]
fn both(row: &mut Row, other: &Row) {
    for word in 0..WORDS {
        row[word] &= other[word];
    }
}

fn set(row: &mut Row, bit: usize) {
    row[bit / BITS] |= 1 << (bit % BITS);
}

fn row(terms: &[&Term], is: impl Fn(&&Term) -> bool) -> Row {
    let mut row = Row::default();
    let fitting = terms.iter().enumerate().filter(|(_, term)| is(term));
    fitting.for_each(|(index, _)| set(&mut row, index));
    row
}

fn count(row: &Row) -> u64 {
    row.iter().map(|word| u64::from(word.count_ones())).sum()
}

/// Variables in the order in which terms are sorted: those that many terms mention first.
fn by_use(terms: &BTreeSet<Term>) -> Vec<VarId> {
    let mut uses: BTreeMap<VarId, usize> = BTreeMap::new();
    for variable in terms.iter().flat_map(|term| term.keys()) {
        *uses.entry(*variable).or_default() += 1;
    }
    let mut ranked: Vec<(usize, VarId)> = uses
        .into_iter()
        .map(|(variable, uses)| (usize::MAX - uses, variable))
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, variable)| variable).collect()
}
