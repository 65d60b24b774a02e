//! The forms in which the law can be evaluated, all with one interface.

use std::collections::{BTreeMap, BTreeSet};

use demur_engine::{Engine, Holding, Situation};
use demur_lawbook::{Lawbook, NormId, Verdict};
use demur_testkit::reference;
use jiff::civil::Date;

use crate::world::World;

/// What a form says of one situation; nothing of what it cannot tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Judged {
    /// Norms whose own conditions hold.
    pub own: Option<BTreeSet<NormId>>,
    /// Norms that are live.
    pub live: Option<BTreeSet<NormId>>,
    /// The verdict.
    pub verdict: Option<Verdict>,
    /// Whether serving breaks no rule.
    pub serving: Option<bool>,
    /// Whether refusing now breaks no rule.
    pub refusing: Option<bool>,
}

/// A way to evaluate the law of one day and place.
pub trait Form {
    /// For reports.
    fn name(&self) -> &'static str;

    /// What it says of this situation.
    ///
    /// # Errors
    ///
    /// It failed to answer, which counts as a difference.
    fn judge(&mut self, world: &World) -> Result<Judged, String>;
}

impl Judged {
    /// Where the two disagree about what both can tell, in words.
    #[must_use]
    pub fn differences(&self, other: &Self, lawbook: &Lawbook) -> Vec<String> {
        let mut found = Vec::new();
        let names = |norms: &BTreeSet<NormId>, others: &BTreeSet<NormId>| {
            let only = norms.difference(others);
            let names: Vec<&str> = only.map(|norm| lawbook.norms[*norm].id.as_str()).collect();
            names.join(", ")
        };
        for (what, mine, theirs) in [
            ("hold", &self.own, &other.own),
            ("are live", &self.live, &other.live),
        ] {
            if let (Some(mine), Some(theirs)) = (mine, theirs)
                && mine != theirs
            {
                found.push(format!(
                    "norms that {what}: only here [{}], only in the reference [{}]",
                    names(mine, theirs),
                    names(theirs, mine)
                ));
            }
        }
        if let (Some(mine), Some(theirs)) = (self.verdict, other.verdict)
            && mine != theirs
        {
            found.push(format!("{}, not {}", mine.name(), theirs.name()));
        }
        for (what, mine, theirs) in [
            ("serving", self.serving, other.serving),
            ("refusing", self.refusing, other.refusing),
        ] {
            if let (Some(mine), Some(theirs)) = (mine, theirs)
                && mine != theirs
            {
                let says = if mine {
                    "breaks no rule"
                } else {
                    "breaks a rule"
                };
                found.push(format!("{what} {says}, says this form alone"));
            }
        }
        found
    }

    /// What a verdict says of serving and refusing.
    #[must_use]
    pub fn of(verdict: Verdict) -> Self {
        Self {
            verdict: Some(verdict),
            serving: Some(!matches!(verdict, Verdict::MustRefuse | Verdict::Conflict)),
            refusing: Some(matches!(verdict, Verdict::MustRefuse | Verdict::MayRefuse)),
            ..Self::default()
        }
    }
}

/// What section 5 of `docs/language.md` says, read aloud; every other form has to agree.
#[must_use]
pub fn reference(lawbook: &Lawbook, world: &World) -> Judged {
    let own = reference::holding(lawbook, world.day, &world.cells);
    let (live, verdict) = reference::headline(lawbook, world.day, &world.cells, own.clone());
    Judged {
        own: Some(own),
        live: Some(live),
        ..Judged::of(verdict)
    }
}

/// The engine's circuit, evaluated in one pass.
#[derive(Debug)]
pub struct Circuit<'l> {
    holding: Holding<'l>,
}

impl<'l> Circuit<'l> {
    /// The law of this day.
    #[must_use]
    pub fn on(lawbook: &'l Lawbook, day: Date) -> Self {
        Self {
            holding: Holding::on(lawbook, day),
        }
    }
}

impl Form for Circuit<'_> {
    fn name(&self) -> &'static str {
        "circuit"
    }

    fn judge(&mut self, world: &World) -> Result<Judged, String> {
        let held = self.holding.of(|variable| world.cell(variable));
        let held = held.ok_or("the circuit leaves the verdict open")?;
        Ok(Judged {
            own: Some(held.own.into_iter().collect()),
            live: Some(held.live.into_iter().collect()),
            ..Judged::of(held.verdict)
        })
    }
}

/// The whole way to an opinion, as a person takes it.
#[derive(Debug)]
pub struct Opinions<'l> {
    engine: Engine<'l>,
}

impl<'l> Opinions<'l> {
    /// By this lawbook.
    #[must_use]
    pub fn new(lawbook: &'l Lawbook) -> Self {
        Self {
            engine: Engine::new(lawbook),
        }
    }
}

impl Form for Opinions<'_> {
    fn name(&self) -> &'static str {
        "opinion"
    }

    fn judge(&mut self, world: &World) -> Result<Judged, String> {
        let opinion = self.engine.decide(&situation(self.engine.lawbook(), world));
        let opinion = opinion.map_err(|clash| format!("a contradiction: {clash:?}"))?;
        let verdict = opinion
            .verdict
            .ok_or("undetermined although all is known")?;
        Ok(Judged {
            verdict: Some(verdict),
            serving: Some(opinion.serving_is_safe),
            refusing: Some(opinion.refusing_is_safe),
            ..Judged::default()
        })
    }
}

/// The compiled forms of the engine: one situation, and the first lane of many.
#[derive(Debug)]
pub struct Compiled<'l> {
    engine: Engine<'l>,
}

impl<'l> Compiled<'l> {
    /// By this lawbook.
    #[must_use]
    pub fn new(lawbook: &'l Lawbook) -> Self {
        Self {
            engine: Engine::new(lawbook),
        }
    }
}

impl Form for Compiled<'_> {
    fn name(&self) -> &'static str {
        "compiled"
    }

    fn judge(&mut self, world: &World) -> Result<Judged, String> {
        let situation = situation(self.engine.lawbook(), world);
        let prepared = self.engine.prepare(&situation);
        let opinion = self.engine.judge(&prepared);
        let opinion = opinion.map_err(|clash| format!("a contradiction: {clash:?}"))?;
        let verdict = opinion
            .verdict
            .ok_or("undetermined although all is known")?;
        let lanes = self.engine.side_by_side(&[prepared]);
        let lanes = lanes.ok_or("no lane for a situation")?;
        let sliced = self.engine.verdicts(&lanes).of(0);
        if sliced != Some(verdict) {
            return Err(format!("alone {verdict:?}, side by side {sliced:?}"));
        }
        Ok(Judged {
            verdict: Some(verdict),
            serving: Some(opinion.serving_is_safe),
            refusing: Some(opinion.refusing_is_safe),
            ..Judged::default()
        })
    }
}

/// The situation with every fact given, as a person gives it.
fn situation(lawbook: &Lawbook, world: &World) -> Situation {
    let facts = lawbook.facts.ids();
    let answers: BTreeMap<_, _> = facts
        .map(|fact| (fact, world.answer(lawbook, fact)))
        .collect();
    Situation {
        answers,
        ..Situation::on(world.day)
    }
}
