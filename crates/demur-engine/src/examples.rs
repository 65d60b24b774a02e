//! Runs the examples and precedents of a lawbook.

use std::collections::BTreeSet;

use demur_lawbook::{
    Cells, DutyId, Expectation, FactId, Given, GroundId, GroundStatus, Lawbook, MeasureId, NormId,
    StepId, Test, Tier, VarId, Verdict,
};

use crate::circuit::Gate;
use crate::decide::{Engine, judge};
use crate::gates::Gates as _;
use crate::interview;
use crate::knowledge::{Contradiction, Knowledge, cells_of};
use crate::opinion::{Opinion, Strength};
use crate::program::Parts;
use crate::reasoner::Reasoner;
use crate::scene::Scene;

/// How a test went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestResult {
    /// What is not as expected; empty when the test passed.
    pub failures: Vec<Failure>,
    /// What clashes in the test's situation, when it is impossible.
    pub contradiction: Option<Contradiction>,
    /// Norms that certainly apply in the test's situation.
    pub applied: Vec<NormId>,
    /// Conditions of norms that certainly fail, by position in [`demur_lawbook::Norm::conditions`].
    pub missed: Vec<(NormId, usize)>,
    /// Exceptions of norms that certainly hold, by position in `unless`.
    pub excepted: Vec<(NormId, usize)>,
}

/// An expectation that the opinion does not meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Which of the test's expectations.
    pub expectation: usize,
    /// What the opinion says instead.
    pub found: String,
    /// Whether the test's facts leave the verdict open.
    pub undetermined: bool,
}

impl Engine<'_> {
    /// Runs one test of the lawbook.
    #[must_use]
    pub fn run(&mut self, test: &Test) -> TestResult {
        let knowledge = self.situation_of(test);
        let lawbook = self.lawbook();
        match self.reasoner(test.on, knowledge) {
            Ok(mut reasoner) => {
                let opinion = judge(&mut reasoner, test.on);
                let mut failures = Vec::new();
                for (index, (expectation, _)) in test.expectations.iter().enumerate() {
                    if let Some(found) = unmet(lawbook, &opinion, &mut reasoner, expectation) {
                        failures.push(Failure {
                            expectation: index,
                            found,
                            undetermined: opinion.verdict.is_none(),
                        });
                    }
                }
                TestResult {
                    failures,
                    contradiction: None,
                    applied: lawbook
                        .norms
                        .ids()
                        .filter(|norm| reasoner.applies(*norm))
                        .collect(),
                    missed: settled_parts(&mut reasoner, |parts| &parts.when, false),
                    excepted: settled_parts(&mut reasoner, |parts| &parts.unless, true),
                }
            }
            Err(contradiction) => TestResult {
                failures: Vec::new(),
                contradiction: Some(contradiction),
                applied: Vec::new(),
                missed: Vec::new(),
                excepted: Vec::new(),
            },
        }
    }

    /// The whole opinion on the situation of a test.
    ///
    /// # Errors
    ///
    /// The test describes an impossible situation.
    pub fn decide_test(&mut self, test: &Test) -> Result<Opinion, Contradiction> {
        let knowledge = self.situation_of(test);
        self.decide_knowing(test.on, knowledge)
    }

    /// Whether a test passes whose situation is known already.
    #[must_use]
    pub fn passes(&mut self, test: &Test, scene: &Scene) -> bool {
        let lawbook = self.lawbook();
        let Ok(mut reasoner) = self.reasoner(test.on, scene.known.clone()) else {
            return false;
        };
        let expectations = || test.expectations.iter().map(|(expectation, _)| expectation);
        // The verdict is what most often differs, and it is found fastest.
        let verdict_differs = expectations().any(|expectation| match expectation {
            Expectation::Verdict(verdict, _) => {
                let gate = reasoner.program.verdict(*verdict);
                !reasoner.is_certain(gate)
            }
            _ => false,
        });
        if verdict_differs {
            return false;
        }
        let opinion = judge(&mut reasoner, test.on);
        expectations()
            .all(|expectation| unmet(lawbook, &opinion, &mut reasoner, expectation).is_none())
    }

    /// What the test gives and what is typical besides.
    fn situation_of(&mut self, test: &Test) -> Knowledge {
        let lawbook = self.lawbook();
        let given = given_by(lawbook, test);
        match self.reasoner(test.on, given.clone()) {
            Ok(mut reasoner) if test.otherwise_typical => {
                otherwise_typical(lawbook, test, given, &mut |trial| reasoner.can_be(trial))
            }
            _ => given,
        }
    }
}

/// What the test gives.
pub(crate) fn given_by(lawbook: &Lawbook, test: &Test) -> Knowledge {
    let mut known = Knowledge::nothing(lawbook);
    for (variable, cells) in &test.given {
        known.learn(*variable, *cells);
    }
    for (variable, cells) in &test.profile {
        let fact = lawbook.variables[*variable].fact;
        let is_fact = |(given, _): &(VarId, Cells)| lawbook.variables[*given].fact == fact;
        if !test.given.iter().any(is_fact) {
            known.learn(*variable, *cells);
        }
    }
    known
}

/// The same with the typical values of all facts of which the test says nothing, as far
/// as they can hold together with what is given.
pub(crate) fn otherwise_typical(
    lawbook: &Lawbook,
    test: &Test,
    given: Knowledge,
    can_be: &mut impl FnMut(&Knowledge) -> bool,
) -> Knowledge {
    let told = test.given.iter().chain(&test.profile);
    let mentioned: BTreeSet<FactId> = told
        .map(|(variable, _)| lawbook.variables[*variable].fact)
        .collect();
    let typical: Vec<Given> = lawbook
        .facts
        .iter()
        .filter(|(fact, _)| !mentioned.contains(fact))
        .filter_map(|(fact, info)| Some(cells_of(lawbook, fact, info.typical.as_ref()?)))
        .collect();
    let with = |known: &Knowledge, more: &Given| {
        let mut trial = known.clone();
        for (variable, cells) in more {
            trial.learn(*variable, *cells);
        }
        trial
    };
    // Most often all of it fits at once.
    let all = typical
        .iter()
        .fold(given.clone(), |known, each| with(&known, each));
    if can_be(&all) {
        return all;
    }
    typical.iter().fold(given, |known, each| {
        let trial = with(&known, each);
        if can_be(&trial) { trial } else { known }
    })
}

/// The parts of norms that certainly have this value.
fn settled_parts(
    reasoner: &mut Reasoner<'_>,
    which: impl Fn(&Parts) -> &Vec<Gate>,
    value: bool,
) -> Vec<(NormId, usize)> {
    let mut found = Vec::new();
    for (norm, parts) in &reasoner.program.parts {
        for (index, gate) in which(parts).iter().enumerate() {
            if reasoner.settled(*gate) == Some(value) {
                found.push((*norm, index));
            }
        }
    }
    found
}

/// What the opinion says instead, when it does not meet the expectation.
fn unmet(
    lawbook: &Lawbook,
    opinion: &Opinion,
    reasoner: &mut Reasoner<'_>,
    expectation: &Expectation,
) -> Option<String> {
    match expectation {
        Expectation::Verdict(verdict, by) => verdict_unmet(lawbook, opinion, *verdict, by),
        Expectation::Undetermined(verdicts) => {
            (opinion.possible != *verdicts).then(|| headline(opinion))
        }
        Expectation::Strong(strong) => {
            let found = opinion
                .strength
                .map(|strength| strength == Strength::Strong);
            (found != Some(*strong)).then(|| match found {
                Some(true) => "the permission is strong".to_owned(),
                Some(false) => "the permission is weak".to_owned(),
                None => headline(opinion),
            })
        }
        Expectation::DecidedBy(tier) => tier_unmet(opinion, *tier),
        Expectation::Ground(ground, status) => ground_unmet(lawbook, opinion, *ground, *status),
        Expectation::Step(step, wanted) => step_unmet(lawbook, opinion, *step, *wanted),
        Expectation::Duty(duty, wanted, by) => duty_unmet(lawbook, opinion, *duty, *wanted, by),
        Expectation::Caution(norm, wanted) => {
            shown_unmet(lawbook, &opinion.cautions, norm, *wanted, "caution")
        }
        Expectation::Consequence(norm, wanted) => {
            shown_unmet(lawbook, &opinion.consequences, norm, *wanted, "consequence")
        }
        Expectation::Measures(wanted) => measures_unmet(lawbook, opinion, wanted),
        Expectation::Tainted(by) => tainted_unmet(lawbook, opinion, by.as_deref()),
        Expectation::Ask(fact) => {
            let next = interview::first_missing(reasoner, opinion);
            (next != Some(*fact)).then(|| match next {
                Some(next) => format!("the next question is `{}`", lawbook.facts[next].name),
                None => "nothing is left to ask".to_owned(),
            })
        }
        Expectation::Live(id, wanted) => live_unmet(lawbook, reasoner, id, *wanted),
    }
}

fn headline(opinion: &Opinion) -> String {
    let names: Vec<&str> = opinion
        .possible
        .iter()
        .map(|verdict| verdict.name())
        .collect();
    match opinion.verdict {
        Some(verdict) => format!("the verdict is {}", verdict.name()),
        None => format!("the verdict is undetermined {{{}}}", names.join(", ")),
    }
}

fn ids(lawbook: &Lawbook, norms: impl IntoIterator<Item = NormId>) -> Vec<String> {
    norms
        .into_iter()
        .map(|norm| lawbook.norms[norm].id.clone())
        .collect()
}

fn lacking(found: &[String], wanted: &[String], what: &str) -> Option<String> {
    let lacking: Vec<&str> = wanted
        .iter()
        .filter(|id| !found.contains(id))
        .map(String::as_str)
        .collect();
    if lacking.is_empty() {
        return None;
    }
    let found = if found.is_empty() {
        "no norm".to_owned()
    } else {
        found.join(", ")
    };
    Some(format!("{what} {found}, not {}", lacking.join(", ")))
}

fn verdict_unmet(
    lawbook: &Lawbook,
    opinion: &Opinion,
    verdict: Verdict,
    by: &[String],
) -> Option<String> {
    let carriers = ids(lawbook, opinion.because.iter().map(|because| because.norm));
    if opinion.verdict != Some(verdict) {
        let by = if carriers.is_empty() {
            String::new()
        } else {
            format!(", by {}", carriers.join(", "))
        };
        return Some(headline(opinion) + &by);
    }
    lacking(&carriers, by, &format!("{} is carried by", verdict.name()))
}

fn tier_unmet(opinion: &Opinion, tier: Tier) -> Option<String> {
    let found = opinion.decided.and_then(|decided| decided.tier);
    (found != Some(tier)).then(|| match found {
        Some(found) => format!("it is decided by {}", found.name()),
        None => format!("no layer decides; {}", headline(opinion)),
    })
}

fn ground_unmet(
    lawbook: &Lawbook,
    opinion: &Opinion,
    ground: GroundId,
    status: GroundStatus,
) -> Option<String> {
    let found = opinion
        .grounds
        .iter()
        .find(|each| each.ground == ground)
        .map(|each| each.status);
    let found = found.unwrap_or(GroundStatus::NotMet);
    (found != status).then(|| {
        format!(
            "the ground {} is {}",
            lawbook.grounds[ground].name,
            found.name()
        )
    })
}

fn step_unmet(lawbook: &Lawbook, opinion: &Opinion, step: StepId, wanted: bool) -> Option<String> {
    let outstanding = opinion
        .steps
        .iter()
        .any(|each| each.step == step && each.done == Some(false));
    let name = &lawbook.steps[step].name;
    (outstanding != wanted).then(|| match outstanding {
        true => format!("the step {name} is outstanding"),
        false => format!("the step {name} is not outstanding"),
    })
}

fn duty_unmet(
    lawbook: &Lawbook,
    opinion: &Opinion,
    duty: DutyId,
    wanted: bool,
    by: &[String],
) -> Option<String> {
    let demanding = ids(
        lawbook,
        opinion
            .duties
            .iter()
            .filter(|each| each.duty == duty)
            .map(|each| each.norm),
    );
    let name = &lawbook.duties[duty].name;
    if demanding.is_empty() == wanted {
        let is = if demanding.is_empty() {
            "is not due".to_owned()
        } else {
            format!("is due by {}", demanding.join(", "))
        };
        return Some(format!("the duty {name} {is}; {}", headline(opinion)));
    }
    lacking(&demanding, by, &format!("{name} is due by"))
}

fn shown_unmet(
    lawbook: &Lawbook,
    shown: &[NormId],
    id: &str,
    wanted: bool,
    what: &str,
) -> Option<String> {
    let found = shown.iter().any(|norm| lawbook.norms[*norm].id == *id);
    (found != wanted).then(|| match found {
        true => format!("the {what} of {id} is shown"),
        false => format!("the {what} of {id} is not shown"),
    })
}

fn measures_unmet(lawbook: &Lawbook, opinion: &Opinion, wanted: &[MeasureId]) -> Option<String> {
    let mut found: Vec<MeasureId> = opinion.measures.iter().map(|each| each.measure).collect();
    found.sort_unstable();
    let names: Vec<&str> = opinion
        .measures
        .iter()
        .map(|each| lawbook.measures[each.measure].name.as_str())
        .collect();
    (found != wanted).then(|| match names.as_slice() {
        [] => format!("no measure is suggested; {}", headline(opinion)),
        names => format!("the measures are {{{}}}", names.join(", ")),
    })
}

fn tainted_unmet(lawbook: &Lawbook, opinion: &Opinion, by: Option<&[String]>) -> Option<String> {
    let found = ids(lawbook, opinion.tainted.iter().map(|taint| taint.norm));
    match by {
        None => (!found.is_empty()).then(|| format!("it is tainted by {}", found.join(", "))),
        Some(_) if found.is_empty() => Some("it is not tainted".to_owned()),
        Some(by) => lacking(&found, by, "it is tainted by"),
    }
}

fn live_unmet(
    lawbook: &Lawbook,
    reasoner: &mut Reasoner<'_>,
    id: &str,
    wanted: bool,
) -> Option<String> {
    let versions: Vec<NormId> = lawbook.norms_named(id).collect();
    let gates: Vec<_> = versions
        .iter()
        .map(|norm| reasoner.program.live(*norm))
        .collect();
    let settled: Vec<Option<bool>> = gates
        .into_iter()
        .map(|gate| reasoner.settled(gate))
        .collect();
    let applies = settled.contains(&Some(true));
    let never = settled.iter().all(|each| *each == Some(false));
    let met = if wanted { applies } else { never };
    (!met).then(|| match (applies, never) {
        (true, _) => format!("{id} applies"),
        (_, true) => format!("{id} does not apply"),
        _ => format!("the facts do not settle whether {id} applies"),
    })
}
