//! Doing more never makes matters worse.

use demur_engine::Engine;
use demur_lawbook::{Answer, Domain, FactId, Lawbook, VarId, Verdict};
use proptest::prop_assert;

use crate::case::check;

/// Yes-or-no facts that staff can change.
fn actionable(lawbook: &Lawbook) -> Vec<FactId> {
    let facts = lawbook
        .facts
        .iter()
        .filter(|(_, fact)| fact.actionable && fact.domain == Domain::Bool);
    facts.map(|(id, _)| id).collect()
}

/// Whether some norm, and not only a step, looks at this fact.
fn decides_norms(lawbook: &Lawbook, fact: FactId) -> bool {
    let mut found = false;
    let mut see = |variable: VarId, _| found |= lawbook.variables[variable].fact == fact;
    for (_, norm) in lawbook.norms.iter() {
        norm.when.each_variable(&mut see);
        norm.unless
            .iter()
            .for_each(|unless| unless.each_variable(&mut see));
    }
    found
}

#[test]
fn doing_a_step_never_makes_matters_worse() {
    check(|case| {
        let mut engine = Engine::new(&case.lawbook);
        for fact in actionable(&case.lawbook) {
            let situation = case.situation();
            let done = engine.decide(&situation.clone().with(fact, Answer::Bool(true)));
            let undone = engine.decide(&situation.with(fact, Answer::Bool(false)));
            let (Ok(done), Ok(undone)) = (done, undone) else {
                continue;
            };
            let (Some(before), Some(after)) = (undone.verdict, done.verdict) else {
                continue;
            };
            let better = before == Verdict::MayRefuseAfter
                && matches!(after, Verdict::MayRefuse | Verdict::MustRefuse);
            if !decides_norms(&case.lawbook, fact) && case.lawbook.assumptions.is_empty() {
                prop_assert!(before == after || better, "{before:?} became {after:?}");
            }
        }
        Ok(())
    });
}
