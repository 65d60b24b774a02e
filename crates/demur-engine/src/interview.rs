//! Which unknown facts can still change the answer, in the order in which to ask.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{Cells, DutyId, FactId, NormId, Verdict};

use crate::circuit::Gate;
use crate::decide::{Engine, decide};
use crate::gates::Gates as _;
use crate::knowledge::{Contradiction, Knowledge, Known, Situation};
use crate::opinion::{Missing, Opinion};
use crate::plan::{self, Goal, Matter, OpenPart, Unit};
use crate::reasoner::Reasoner;

/// The next question of an interview, with what is known so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inquiry {
    /// Every verdict that is still possible, in the order of [`Verdict::ALL`].
    pub possible: Vec<Verdict>,
    /// What to ask next; nothing when no answer can change verdict or steps any more.
    pub next: Option<NextQuestion>,
}

/// A question that can change the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextQuestion {
    /// What it is about: one fact, or several yes-or-no facts.
    pub facts: Vec<FactId>,
    /// The question about all of them, by position among the lawbook's questions about
    /// several facts; absent when it is about one fact.
    pub together: Option<usize>,
    /// Norms that look at one of the facts and are not settled.
    pub norms: Vec<NormId>,
    /// Verdicts between which its answer alone can decide; empty when only other
    /// facts together with it decide.
    pub decides: Vec<Verdict>,
    /// Facts that belong to this question but do not matter; they need not be asked later.
    pub left_out: Vec<FactId>,
    /// How many questions, this one included, can follow at most.
    pub at_most: usize,
}

impl Engine<'_> {
    /// The next question about a situation. `closed` are facts that will not be asked
    /// (again): the person does not know, or the customer will not say.
    ///
    /// # Errors
    ///
    /// The known facts cannot hold together.
    pub fn inquire(
        &mut self,
        situation: &Situation,
        closed: &BTreeSet<FactId>,
    ) -> Result<Inquiry, Contradiction> {
        let knowledge = Knowledge::of(self.lawbook(), situation);
        let mut reasoner = self.reasoner(situation.day, knowledge)?;
        let possible = reasoner.possible_verdicts();
        let next = next(&mut reasoner, &possible, closed);
        Ok(Inquiry { possible, next })
    }
}

/// What follows in an interview.
#[derive(Debug)]
pub enum Progress {
    /// A question that can change the answer.
    Ask {
        /// Every verdict that is still possible, in the order of [`Verdict::ALL`].
        possible: Vec<Verdict>,
        /// What to ask.
        next: NextQuestion,
    },
    /// No further answer can change verdict or steps: this is the opinion.
    Done(Box<Opinion>),
}

impl Engine<'_> {
    /// The next question about a situation as [`Engine::inquire`] gives it, or the opinion as
    /// [`Engine::decide`] does, with the work that both need done once.
    ///
    /// # Errors
    ///
    /// The known facts cannot hold together.
    pub fn proceed(
        &mut self,
        situation: &Situation,
        closed: &BTreeSet<FactId>,
    ) -> Result<Progress, Contradiction> {
        let knowledge = Knowledge::of(self.lawbook(), situation);
        let mut reasoner = self.reasoner(situation.day, knowledge)?;
        let possible = reasoner.possible_verdicts();
        Ok(match next(&mut reasoner, &possible, closed) {
            Some(next) => Progress::Ask { possible, next },
            None => Progress::Done(Box::new(decide(&mut reasoner, situation.day))),
        })
    }

    /// Whether the known facts can hold together.
    ///
    /// # Errors
    ///
    /// They cannot.
    pub fn admit(&mut self, situation: &Situation) -> Result<(), Contradiction> {
        let knowledge = Knowledge::of(self.lawbook(), situation);
        self.reasoner(situation.day, knowledge).map(|_| ())
    }
}

/// A duty that accompanies a refusal only if something is so that nobody asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionalDuty {
    /// The duty.
    pub duty: DutyId,
    /// The norm that would require it.
    pub norm: NormId,
    /// Facts on which it still depends, in the order of the vocabulary.
    pub facts: Vec<FactId>,
}

impl Engine<'_> {
    /// Duties that some completion of the situation brings and another does not; none
    /// where refusing is out of the question. An interview does not ask about duties
    /// alone: it tells on what they depend.
    ///
    /// # Errors
    ///
    /// The known facts cannot hold together.
    pub fn conditional_duties(
        &mut self,
        situation: &Situation,
    ) -> Result<Vec<ConditionalDuty>, Contradiction> {
        let knowledge = Knowledge::of(self.lawbook(), situation);
        let mut reasoner = self.reasoner(situation.day, knowledge)?;
        let refusing =
            |verdict: &Verdict| !matches!(verdict, Verdict::MustServe | Verdict::NotJustified);
        if !reasoner.possible_verdicts().iter().any(refusing) {
            return Ok(Vec::new());
        }
        let duties = reasoner.program.duties.clone();
        let mut open = Vec::new();
        for (norm, duty, gate) in duties {
            if reasoner.settled(gate).is_none() {
                let facts = reasoner.open_facts(&[gate]);
                open.push(ConditionalDuty { duty, norm, facts });
            }
        }
        Ok(open)
    }
}

fn next(
    reasoner: &mut Reasoner<'_>,
    possible: &[Verdict],
    closed: &BTreeSet<FactId>,
) -> Option<NextQuestion> {
    if *possible == [Verdict::MustRefuse] {
        // What is still open are steps, and a duty to refuse does not wait for them.
        return None;
    }
    let goal = undecided(reasoner, possible);
    let part = OpenPart::new(reasoner, &goal);
    let facts = askable(reasoner, &part, closed);
    if facts.is_empty() {
        return None;
    }
    let units = plan::order(reasoner, &part, &facts);
    let at_most = at_most(reasoner, possible, &units, closed);
    let (unit, facts) = first_that_matters(reasoner, &part, &units, &facts)?;
    let norms = facts
        .iter()
        .flat_map(|fact| norms_looking_at(reasoner, *fact))
        .collect::<BTreeSet<NormId>>();
    let mut told_apart: Vec<Verdict> = Vec::new();
    if possible.len() > 1 {
        for decided in decides(reasoner, possible, &facts).into_values() {
            told_apart.extend(decided);
        }
    }
    let is_told = |verdict: &Verdict| told_apart.contains(verdict);
    Some(NextQuestion {
        together: unit.together.filter(|_| facts.len() > 1),
        norms: norms.into_iter().collect(),
        left_out: unit
            .facts
            .iter()
            .copied()
            .filter(|fact| !facts.contains(fact))
            .collect(),
        decides: possible.iter().copied().filter(is_told).collect(),
        at_most,
        facts,
    })
}

/// The first unit of which some fact matters, with those of its facts that do, alone or
/// together with facts that presuppose them.
/// Where assumptions tie facts to each other, no single one may matter although all of
/// them together do; then those are left out, from the end, that the rest makes up for.
fn first_that_matters<'u>(
    reasoner: &Reasoner<'_>,
    part: &OpenPart,
    units: &'u [Unit],
    facts: &[FactId],
) -> Option<(&'u Unit, Vec<FactId>)> {
    let askable: BTreeSet<FactId> = facts.iter().copied().collect();
    let mut matter = Matter::new(reasoner, part, &askable);
    for unit in units {
        let mut facts = unit.facts.clone();
        facts.retain(|fact| matter.matters(&plan::with_what_presupposes(units, *fact)));
        if !facts.is_empty() {
            return Some((unit, facts));
        }
    }
    if !matter.matters(&askable) {
        return None;
    }
    let mut left_out = BTreeSet::new();
    for fact in units.iter().rev().flat_map(|unit| unit.facts.iter().rev()) {
        left_out.insert(*fact);
        if matter.matters(&left_out) {
            left_out.remove(fact);
        }
    }
    units.iter().find_map(|unit| {
        let mut facts = unit.facts.clone();
        facts.retain(|fact| !left_out.contains(fact));
        (!facts.is_empty()).then_some((unit, facts))
    })
}

/// How many questions can follow at most: every unit once. Steps are asked about only
/// where a refusal may have to wait for them.
fn at_most(
    reasoner: &mut Reasoner<'_>,
    possible: &[Verdict],
    units: &[Unit],
    closed: &BTreeSet<FactId>,
) -> usize {
    let mut seen: BTreeSet<FactId> = units.iter().flat_map(|unit| unit.facts.clone()).collect();
    let mut count = units.len();
    if possible.len() > 1 && possible.contains(&Verdict::MayRefuseAfter) {
        let steps = undecided(reasoner, &[Verdict::MayRefuseAfter]);
        let part = OpenPart::new(reasoner, &steps);
        let later = askable(reasoner, &part, closed);
        count += later.into_iter().filter(|fact| seen.insert(*fact)).count();
    }
    count
}

/// Facts on which the goal may still depend, and those that they presuppose, as far as
/// they can be asked.
fn askable(reasoner: &mut Reasoner<'_>, part: &OpenPart, closed: &BTreeSet<FactId>) -> Vec<FactId> {
    let lawbook = reasoner.lawbook;
    let mut facts = plan::facts_and_what_they_presuppose(reasoner, part);
    facts.retain(|fact| !lawbook.facts[*fact].never_ask && !closed.contains(fact));
    let open = several_answers(reasoner, &facts);
    facts.retain(|fact| open.contains(fact));
    facts
}

/// Unknown facts that can still change the verdict; when it is fixed, those that
/// can still change a step. In the order in which to ask; facts that are never asked
/// are left out.
pub(crate) fn missing(reasoner: &mut Reasoner<'_>, opinion: &Opinion) -> Vec<Missing> {
    let facts = ordered(reasoner, opinion);
    let mut decided = match opinion.verdict {
        Some(_) => BTreeMap::new(),
        None => decides(reasoner, &opinion.possible, &facts),
    };
    facts
        .into_iter()
        .map(|fact| Missing {
            fact,
            norms: norms_looking_at(reasoner, fact),
            decides: decided.remove(&fact).unwrap_or_default(),
        })
        .collect()
}

/// The fact that is asked first.
pub(crate) fn first_missing(reasoner: &mut Reasoner<'_>, opinion: &Opinion) -> Option<FactId> {
    ordered(reasoner, opinion).first().copied()
}

fn ordered(reasoner: &mut Reasoner<'_>, opinion: &Opinion) -> Vec<FactId> {
    let goal = undecided(reasoner, &opinion.possible);
    let part = OpenPart::new(reasoner, &goal);
    let facts = askable(reasoner, &part, &BTreeSet::new());
    if facts.is_empty() {
        return facts;
    }
    let units = plan::order(reasoner, &part, &facts);
    units.into_iter().flat_map(|unit| unit.facts).collect()
}

/// Every answer to these facts that what is known allows.
fn answers(reasoner: &mut Reasoner<'_>, facts: &[FactId]) -> Vec<Known> {
    let variables = facts
        .iter()
        .flat_map(|fact| &reasoner.lawbook.facts[*fact].variables);
    let mut answers = Vec::new();
    for variable in variables {
        let cells = reasoner.knowledge.cells(*variable).iter();
        answers.extend(cells.map(|cell| Known {
            variable: *variable,
            cells: Cells::single(cell),
        }));
    }
    let possible = reasoner.possible_among(None, &answers);
    possible.into_iter().collect()
}

/// Those of the facts to which more than one answer can be given besides what is known.
fn several_answers(reasoner: &mut Reasoner<'_>, facts: &[FactId]) -> BTreeSet<FactId> {
    let mut answered = BTreeSet::new();
    let answers = answers(reasoner, facts);
    let again = answers
        .into_iter()
        .filter(|answer| !answered.insert(answer.variable));
    again
        .map(|answer| reasoner.lawbook.variables[answer.variable].fact)
        .collect()
}

/// What is not settled yet: which verdict, then each step that a refusal waits for.
fn undecided(reasoner: &mut Reasoner<'_>, possible: &[Verdict]) -> Goal<Gate> {
    match possible {
        [Verdict::MayRefuseAfter] => {
            let outstanding = reasoner.program.outstanding.clone();
            let open = outstanding
                .into_iter()
                .map(|(_, gate)| gate)
                .filter(|gate| reasoner.settled(*gate).is_none());
            Goal::EachOf(open.collect())
        }
        [_] => Goal::EachOf(Vec::new()),
        _ => Goal::WhichOf(
            possible
                .iter()
                .map(|verdict| reasoner.program.verdict(*verdict))
                .collect(),
        ),
    }
}

/// For each fact the verdicts that some answer rules out and another leaves possible.
fn decides(
    reasoner: &mut Reasoner<'_>,
    possible: &[Verdict],
    facts: &[FactId],
) -> BTreeMap<FactId, Vec<Verdict>> {
    let answers = answers(reasoner, facts);
    let mut decided: BTreeMap<FactId, Vec<Verdict>> = BTreeMap::new();
    for verdict in possible {
        let leaving = reasoner.possible_among(Some(*verdict), &answers);
        let ruling_out = answers.iter().filter(|answer| !leaving.contains(answer));
        let facts: BTreeSet<FactId> = ruling_out
            .map(|answer| reasoner.lawbook.variables[answer.variable].fact)
            .collect();
        for fact in facts {
            decided.entry(fact).or_default().push(*verdict);
        }
    }
    decided
}

/// Unsettled norms that look at the fact.
fn norms_looking_at(reasoner: &Reasoner<'_>, fact: FactId) -> Vec<NormId> {
    let lawbook = reasoner.lawbook;
    let looks = |norm: &demur_lawbook::Norm| {
        let mut found = false;
        let mut see = |variable, _| found |= lawbook.variables[variable].fact == fact;
        norm.when.each_variable(&mut see);
        norm.unless
            .iter()
            .for_each(|unless| unless.each_variable(&mut see));
        if let demur_lawbook::Effect::ForbidRefusingBecause(reasons) = &norm.effect {
            reasons.iter().for_each(|reason| see(*reason, Cells::YES));
        }
        if let demur_lawbook::Effect::RequireStep { step, .. } = &norm.effect {
            step.leaves()
                .into_iter()
                .for_each(|step| lawbook.steps[step].done.each_variable(&mut see));
        }
        found
    };
    let open = |id: NormId| reasoner.is_open(reasoner.program.applies(id));
    lawbook
        .norms
        .iter()
        .filter(|(id, norm)| open(*id) && looks(norm))
        .map(|(id, _)| id)
        .collect()
}
