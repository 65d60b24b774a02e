//! From an engine's opinion to its JSON shape.

use demur_engine::{GroundOpinion, Known, Missing, Opinion, Stage, StepOpinion, Strength, Taint};
use demur_lawbook::{Confidence, Lawbook, NormId, Tier, VarId, Verdict};
use demur_syntax::tree::Lang;

use super::document::{
    DecidedDocument, GroundDocument, LawbookDocument, MissingDocument, NormDocument,
    OpinionDocument, StepDocument, TaintDocument,
};
use crate::words;

/// What a conversion needs everywhere.
#[derive(Clone, Copy)]
pub(super) struct Writer<'l> {
    pub(super) lawbook: &'l Lawbook,
    pub(super) lang: Lang,
}

/// The JSON shape of an opinion, with texts in this language. The opinion must
/// come from an engine of the same lawbook.
#[must_use]
pub fn document<'l>(lawbook: &'l Lawbook, opinion: &Opinion, lang: Lang) -> OpinionDocument<'l> {
    let writer = Writer { lawbook, lang };
    OpinionDocument {
        verdict: opinion.verdict.map_or("undetermined", Verdict::name),
        possible: verdicts(&opinion.possible),
        safe: safe(opinion),
        strength: opinion.strength.map(strength),
        tainted: opinion
            .tainted
            .iter()
            .map(|taint| writer.taint(taint))
            .collect(),
        decided: opinion.decided.map(|decided| DecidedDocument {
            layer: decided.tier.map(Tier::name),
            stage: stage(decided.stage),
        }),
        confidence: opinion.confidence.map(Confidence::name),
        grounds: opinion
            .grounds
            .iter()
            .map(|ground| writer.ground(ground))
            .collect(),
        forbids_refusing: writer.ids(&opinion.forbids_refusing),
        forbids_serving: writer.ids(&opinion.forbids_serving),
        steps: opinion.steps.iter().map(|step| writer.step(step)).collect(),
        duties: opinion
            .duties
            .iter()
            .map(|duty| writer.duty(duty))
            .collect(),
        must_not: opinion
            .must_not
            .iter()
            .map(|duty| writer.duty(duty))
            .collect(),
        measures: opinion
            .measures
            .iter()
            .map(|measure| writer.measure(measure))
            .collect(),
        cautions: opinion
            .cautions
            .iter()
            .filter_map(|norm| writer.caution(*norm))
            .collect(),
        consequences: opinion
            .consequences
            .iter()
            .filter_map(|norm| writer.consequence(*norm))
            .collect(),
        missing: opinion
            .missing
            .iter()
            .map(|missing| writer.missing(missing))
            .collect(),
        ways: opinion.ways.iter().map(|way| writer.way(way)).collect(),
        because: opinion
            .because
            .iter()
            .map(|because| writer.because(because))
            .collect(),
        rests_on: writer.facts(&opinion.rests_on),
        why_not: opinion
            .why_not
            .iter()
            .map(|not| writer.why_not(not))
            .collect(),
        would_be: opinion
            .would_be
            .iter()
            .map(|would| writer.would_be(would))
            .collect(),
        lawbook: writer.lawbook(),
        at: opinion.day.to_string(),
    }
}

pub(super) fn verdicts(verdicts: &[Verdict]) -> Vec<&'static str> {
    verdicts.iter().map(|verdict| verdict.name()).collect()
}

fn safe(opinion: &Opinion) -> Vec<&'static str> {
    let serve = opinion.serving_is_safe.then_some("serve");
    serve
        .into_iter()
        .chain(opinion.refusing_is_safe.then_some("refuse"))
        .collect()
}

pub(crate) fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "strong",
        Strength::Weak => "weak",
    }
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::ForbidsRefusing => "forbids_refusing",
        Stage::ForbidsServing => "forbids_serving",
        Stage::Conflict => "conflict",
        Stage::Ground => "ground",
        Stage::Steps => "steps",
        Stage::Free => "free",
    }
}

impl<'l> Writer<'l> {
    pub(super) fn facts(self, facts: &[Known]) -> Vec<String> {
        words::list(self.lawbook, facts)
    }

    pub(super) fn ids(self, norms: &[NormId]) -> Vec<&'l str> {
        norms
            .iter()
            .map(|norm| self.lawbook.norms[*norm].id.as_str())
            .collect()
    }

    fn taint(self, taint: &Taint) -> TaintDocument<'l> {
        TaintDocument {
            norm: &self.lawbook.norms[taint.norm].id,
            reasons: taint
                .reasons
                .iter()
                .map(|reason| self.reason(*reason))
                .collect(),
        }
    }

    fn reason(self, reason: VarId) -> &'l str {
        let variable = self.lawbook.variables[reason];
        let values = self.lawbook.facts[variable.fact].domain.values();
        let value = variable.element.and_then(|element| values.get(element));
        value.map_or("", |value| value.name.as_str())
    }

    fn ground(self, opinion: &GroundOpinion) -> GroundDocument<'l> {
        let ground = &self.lawbook.grounds[opinion.ground];
        GroundDocument {
            ground: &ground.name,
            label: ground.label.get(self.lang),
            status: opinion.status.name(),
            norms: self.ids(&opinion.norms),
            barred_by: self.ids(&opinion.barred_by),
        }
    }

    fn step(self, opinion: &StepOpinion) -> StepDocument<'l> {
        let step = &self.lawbook.steps[opinion.step];
        StepDocument {
            step: &step.name,
            label: step.label.get(self.lang),
            norm: &self.lawbook.norms[opinion.norm].id,
            done: opinion.done,
        }
    }

    fn missing(self, missing: &Missing) -> MissingDocument<'l> {
        let fact = &self.lawbook.facts[missing.fact];
        let why = missing.norms.iter().map(|norm| &self.lawbook.norms[*norm]);
        MissingDocument {
            fact: &fact.name,
            question: fact.ask.get(self.lang),
            help: some(fact.help.get(self.lang)),
            why: why
                .map(|norm| NormDocument {
                    norm: &norm.id,
                    title: norm.title.get(self.lang),
                })
                .collect(),
            decides: verdicts(&missing.decides),
        }
    }

    fn lawbook(self) -> LawbookDocument<'l> {
        let packs = self.lawbook.packs.iter();
        LawbookDocument {
            hash: &self.lawbook.hash,
            packs: packs
                .map(|(_, pack)| (pack.id.as_str(), pack.version.as_str()))
                .collect(),
        }
    }
}

/// The text, unless it is empty.
pub(super) fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
