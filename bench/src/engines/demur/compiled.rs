//! The compiled form for one situation: the whole opinion with the facts that carry each norm.

use std::collections::BTreeSet;
use std::hint::black_box;

use demur_engine::{Engine as Compiled, Opinion, Prepared};

use super::{Book, exact};
use crate::engines::Engine;
use crate::norms::{NormSet, Situation};

/// The compiled form with its situations.
#[derive(Debug)]
pub struct CompiledOpinion<'b> {
    book: &'b Book,
    engine: Compiled<'b>,
    situations: Vec<Prepared>,
}

impl<'b> CompiledOpinion<'b> {
    /// Prepares every situation.
    pub fn new(set: &NormSet, book: &'b Book, situations: &[Situation]) -> Self {
        let engine = Compiled::new(&book.lawbook);
        let asked = situations.iter().map(|each| book.situation(set, each));
        Self {
            book,
            situations: asked.map(|each| engine.prepare(&each)).collect(),
            engine,
        }
    }

    fn opinion(&mut self, situation: usize) -> Result<Opinion, String> {
        let situation = self.situations.get(situation).ok_or("no such situation")?;
        self.engine
            .judge(situation)
            .map_err(|clash| format!("{clash:?}"))
    }
}

impl Engine for CompiledOpinion<'_> {
    fn name(&self) -> &'static str {
        super::COMPILED
    }

    fn decide(&mut self, situation: usize) {
        let _ = black_box(self.opinion(situation));
    }

    fn applying(&mut self, situation: usize) -> Result<BTreeSet<usize>, String> {
        let opinion = self.opinion(situation)?;
        Ok(exact::listed(self.book, &opinion))
    }

    fn disagrees(&mut self, set: &NormSet, index: usize, situation: &Situation) -> Option<String> {
        match self.opinion(index) {
            Ok(opinion) => exact::differs(self.book, set, situation, &opinion),
            Err(message) => Some(message),
        }
    }
}
