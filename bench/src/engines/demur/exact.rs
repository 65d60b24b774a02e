//! The exact engine: three-valued, with minimal reasons found by a SAT solver.

use std::collections::BTreeSet;
use std::hint::black_box;

use demur_engine::{Engine as Exact, Opinion, Situation as Asked};
use demur_lawbook::{GroundStatus, NormId, Verdict};

use super::Book;
use crate::engines::Engine;
use crate::norms::generated::STEPS;
use crate::norms::{Effect, NormSet, Situation, Value, walk};

/// The exact engine with its situations.
#[derive(Debug)]
pub struct ExactOpinion<'b> {
    book: &'b Book,
    engine: Exact<'b>,
    situations: Vec<Asked>,
}

impl<'b> ExactOpinion<'b> {
    /// Prepares every situation.
    pub fn new(set: &NormSet, book: &'b Book, situations: &[Situation]) -> Self {
        let asked = situations.iter().map(|each| book.situation(set, each));
        Self {
            book,
            engine: Exact::new(&book.lawbook),
            situations: asked.collect(),
        }
    }

    fn opinion(&mut self, situation: usize) -> Result<Opinion, String> {
        let situation = self.situations.get(situation).ok_or("no such situation")?;
        self.engine
            .decide(situation)
            .map_err(|clash| format!("{clash:?}"))
    }
}

impl Engine for ExactOpinion<'_> {
    fn name(&self) -> &'static str {
        super::EXACT
    }

    fn decide(&mut self, situation: usize) {
        let _ = black_box(self.opinion(situation));
    }

    fn applying(&mut self, situation: usize) -> Result<BTreeSet<usize>, String> {
        let opinion = self.opinion(situation)?;
        Ok(listed(self.book, &opinion))
    }

    fn disagrees(&mut self, set: &NormSet, index: usize, situation: &Situation) -> Option<String> {
        let opinion = match self.opinion(index) {
            Ok(opinion) => opinion,
            Err(message) => return Some(message),
        };
        differs(self.book, set, situation, &opinion)
    }
}

/// Every norm that an opinion lists as live.
pub fn listed(book: &Book, opinion: &Opinion) -> BTreeSet<usize> {
    let grounds = opinion.grounds.iter().flat_map(|ground| &ground.norms);
    let lists = [
        &opinion.forbids_refusing,
        &opinion.forbids_serving,
        &opinion.cautions,
    ];
    let steps = opinion.steps.iter().map(|step| &step.norm);
    let norms = grounds.chain(lists.into_iter().flatten()).chain(steps);
    norms
        .filter_map(|norm: &NormId| book.norms.get(norm).copied())
        .collect()
}

/// Why an opinion on a complete situation differs from the reference, if it does.
pub fn differs(
    book: &Book,
    set: &NormSet,
    situation: &Situation,
    opinion: &Opinion,
) -> Option<String> {
    let live = walk::live(set, situation);
    let found = listed(book, opinion);
    // Steps are listed only where refusing is in question.
    let steps_shown = opinion.verdict != Some(Verdict::MustServe);
    let comparable = |norm: &usize| match set.norms.get(*norm).map(|norm| norm.effect) {
        Some(Effect::Step(_)) => steps_shown && !book.layered,
        Some(Effect::Ground(_) | Effect::ForbidServing | Effect::Caution) => true,
        Some(Effect::ForbidRefusing) => !book.layered,
        Some(Effect::Other) | None => false,
    };
    let expected: BTreeSet<usize> = live.into_iter().filter(comparable).collect();
    let found: BTreeSet<usize> = found.into_iter().filter(comparable).collect();
    if found != expected {
        let extra: Vec<_> = found.difference(&expected).take(3).collect();
        let lacking: Vec<_> = expected.difference(&found).take(3).collect();
        return Some(format!(
            "norms {extra:?} should not be live, {lacking:?} should"
        ));
    }
    if let Some(ground) = opinion
        .grounds
        .iter()
        .find(|ground| ground.status == GroundStatus::Unknown)
    {
        return Some(format!("{:?} is unknown", ground.ground));
    }
    if book.layered {
        return opinion.verdict.is_none().then(|| "no verdict".to_owned());
    }
    let done = |step: usize| step < STEPS && situation.get(step) == Some(&Value::Bool(true));
    let verdict = walk::verdict(set, &expected, done);
    (opinion.verdict != Some(verdict))
        .then(|| format!("{:?} instead of {verdict:?}", opinion.verdict))
}
