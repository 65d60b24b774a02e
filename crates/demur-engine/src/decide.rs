//! From a situation to an opinion.

use std::collections::BTreeMap;

use demur_lawbook::{Condition, Lawbook, Verdict};
use jiff::civil::Date;

use crate::compiled::Forms;
use crate::gates::Gates;
use crate::kinds::Kinds;
use crate::knowledge::{Contradiction, Knowledge, Situation};
use crate::opinion::Opinion;
use crate::program::Program;
use crate::reasoner::Reasoner;
use crate::{explain, interview, settling, ways, why_not};

/// Gives opinions on situations by one lawbook. It keeps the compiled law of the
/// days that it was asked about; that changes nothing in what it answers.
#[derive(Debug)]
pub struct Engine<'l> {
    lawbook: &'l Lawbook,
    /// Days on which the law changes, ascending.
    changes: Vec<Date>,
    segments: BTreeMap<usize, Segment>,
}

/// The law between two days on which it changes.
#[derive(Debug)]
pub(crate) struct Segment {
    pub(crate) program: Program,
    pub(crate) forms: Forms,
}

impl<'l> Engine<'l> {
    /// An engine for this lawbook.
    #[must_use]
    pub fn new(lawbook: &'l Lawbook) -> Self {
        Self {
            lawbook,
            changes: changes(lawbook),
            segments: BTreeMap::new(),
        }
    }

    /// The lawbook that it goes by.
    #[must_use]
    pub fn lawbook(&self) -> &'l Lawbook {
        self.lawbook
    }

    /// Days on which the law changes, ascending: between two of them every day is alike.
    #[must_use]
    pub fn changes(&self) -> &[Date] {
        &self.changes
    }

    /// The opinion on a situation.
    ///
    /// # Errors
    ///
    /// The known facts cannot hold together.
    pub fn decide(&mut self, situation: &Situation) -> Result<Opinion, Contradiction> {
        let knowledge = Knowledge::of(self.lawbook, situation);
        self.decide_knowing(situation.day, knowledge)
    }

    /// The same with what would settle an open verdict: that takes longer than all else
    /// together, and only a curious reader asks for it.
    ///
    /// # Errors
    ///
    /// The known facts cannot hold together.
    pub fn decide_in_full(&mut self, situation: &Situation) -> Result<Opinion, Contradiction> {
        let knowledge = Knowledge::of(self.lawbook, situation);
        let mut reasoner = self.reasoner(situation.day, knowledge)?;
        let opinion = decide(&mut reasoner, situation.day);
        let would_be = settling::would_be(&mut reasoner, &opinion);
        Ok(Opinion {
            would_be,
            ..opinion
        })
    }

    pub(crate) fn decide_knowing(
        &mut self,
        day: Date,
        knowledge: Knowledge,
    ) -> Result<Opinion, Contradiction> {
        let mut reasoner = self.reasoner(day, knowledge)?;
        Ok(decide(&mut reasoner, day))
    }

    pub(crate) fn reasoner(
        &mut self,
        day: Date,
        knowledge: Knowledge,
    ) -> Result<Reasoner<'_>, Contradiction> {
        let lawbook = self.lawbook;
        Reasoner::new(lawbook, &self.segment(day).program, knowledge)
    }

    pub(crate) fn segment(&mut self, day: Date) -> &mut Segment {
        let segment = self.changes.partition_point(|change| *change <= day);
        self.segments.entry(segment).or_insert_with(|| Segment {
            program: Program::new(self.lawbook, day),
            forms: Forms::default(),
        })
    }
}

/// What holds, without what could be done or asked next.
pub(crate) fn judge<'a>(gates: &mut impl Gates<'a>, day: Date) -> Opinion {
    let possible = gates.possible_verdicts();
    let verdict = match possible.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let because = explain::because(gates, verdict);
    let mut opinion = Opinion {
        day,
        verdict,
        serving_is_safe: !possible
            .iter()
            .any(|each| matches!(each, Verdict::MustRefuse | Verdict::Conflict)),
        refusing_is_safe: possible
            .iter()
            .all(|each| matches!(each, Verdict::MustRefuse | Verdict::MayRefuse)),
        strength: explain::strength(gates, verdict),
        tainted: explain::tainted(gates),
        decided: explain::decided(gates, verdict, &because),
        confidence: because
            .iter()
            .map(|each| gates.lawbook().norms[each.norm].confidence)
            .max(),
        grounds: explain::grounds(gates),
        forbids_refusing: explain::forbidding(gates),
        forbids_serving: gates.applying(Kinds::FORBID_SERVING),
        steps: explain::steps(gates, &possible),
        duties: explain::duties(gates, &possible),
        must_not: explain::must_not(gates, &possible),
        measures: explain::measures(gates, &possible),
        cautions: gates.applying(Kinds::CAUTION),
        consequences: Vec::new(),
        missing: Vec::new(),
        ways: Vec::new(),
        rests_on: Vec::new(),
        why_not: Vec::new(),
        would_be: Vec::new(),
        because,
        possible,
    };
    opinion.consequences = explain::consequences(gates, &opinion);
    opinion
}

/// The opinion on what a reasoner knows.
pub(crate) fn decide(reasoner: &mut Reasoner<'_>, day: Date) -> Opinion {
    let judged = judge(reasoner, day);
    explained(reasoner, judged)
}

/// The same opinion with what it rests on, what would change it and what to ask.
fn explained(reasoner: &mut Reasoner<'_>, judged: Opinion) -> Opinion {
    Opinion {
        missing: interview::missing(reasoner, &judged),
        ways: ways::ways(reasoner, &judged),
        rests_on: explain::rests_on(reasoner, judged.verdict, &judged.because),
        why_not: why_not::why_not(reasoner, &judged.possible, &judged.because),
        ..judged
    }
}

fn changes(lawbook: &Lawbook) -> Vec<Date> {
    let mut days: Vec<Date> = Vec::new();
    for (_, norm) in lawbook.norms.iter() {
        days.extend(norm.from);
        days.extend(norm.to);
        changes_in(&norm.when, &mut days);
        norm.unless
            .iter()
            .for_each(|unless| changes_in(unless, &mut days));
    }
    lawbook
        .steps
        .iter()
        .for_each(|(_, step)| changes_in(&step.done, &mut days));
    lawbook
        .assumptions
        .iter()
        .for_each(|assumption| changes_in(&assumption.holds, &mut days));
    days.sort_unstable();
    days.dedup();
    days
}

fn changes_in(condition: &Condition, days: &mut Vec<Date>) {
    match condition {
        Condition::Is { .. } => {}
        Condition::During { from, to } => days.extend(from.iter().chain(to)),
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| changes_in(part, days))
        }
    }
}
