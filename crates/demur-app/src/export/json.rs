//! The resolved lawbook as JSON: names looked up, conditions in negation normal form,
//! everything in the order of the lawbook, so that the same lawbook gives the same bytes.

mod condition;
mod effect;

use demur_lawbook::{Domain, FactId, Lawbook, NormId, Texts};
use jiff::civil::Date;
use serde::Serialize;

use self::condition::{ConditionJson, condition};
use self::effect::{EffectJson, effect};
use super::scope::Scope;

/// The form that `docs/schema/lawbook.schema.json` describes; it changes with the shape.
const FORM: &str = "demur-lawbook/1";

/// A lawbook; the order of the fields is the order of the keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LawbookJson<'l> {
    form: &'static str,
    /// Of the whole lawbook, also where only a part is exported.
    hash: &'l str,
    at: Option<String>,
    place: Option<&'l str>,
    packs: Vec<PackJson<'l>>,
    facts: Vec<FactJson<'l>>,
    grounds: Vec<GroundJson<'l>>,
    steps: Vec<StepJson<'l>>,
    duties: Vec<DutyJson<'l>>,
    measures: Vec<MeasureJson<'l>>,
    assumptions: Vec<AssumptionJson<'l>>,
    norms: Vec<NormJson<'l>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct TextsJson<'l> {
    en: &'l str,
    pl: &'l str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct PackJson<'l> {
    pack: &'l str,
    version: &'l str,
    status: &'l str,
    place: Option<&'l str>,
    within: &'l [String],
    title: TextsJson<'l>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct FactJson<'l> {
    fact: &'l str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<i64>,
    reason: bool,
    comparator: bool,
    ask: TextsJson<'l>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct GroundJson<'l> {
    ground: &'l str,
    weak: bool,
    label: TextsJson<'l>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct StepJson<'l> {
    step: &'l str,
    done: ConditionJson<'l>,
    label: TextsJson<'l>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct DutyJson<'l> {
    duty: &'l str,
    label: TextsJson<'l>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct MeasureJson<'l> {
    measure: &'l str,
    /// How much it restricts the customer, 1 (least) to 9.
    rank: u8,
    label: TextsJson<'l>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct AssumptionJson<'l> {
    holds: ConditionJson<'l>,
    because: TextsJson<'l>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct NormJson<'l> {
    norm: &'l str,
    pack: &'l str,
    layer: &'static str,
    rank: u8,
    from: Option<String>,
    to: Option<String>,
    effect: EffectJson<'l>,
    when: ConditionJson<'l>,
    unless: Vec<ConditionJson<'l>>,
    overrides: Vec<&'l str>,
    title: TextsJson<'l>,
    cite: &'l str,
    url: &'l str,
    sources: &'l [String],
    seen: Option<String>,
    confidence: &'static str,
    doubts: &'l [String],
}

/// The norms of the scope, on `day` if there is one, with the whole vocabulary.
#[must_use]
pub fn json<'l>(lawbook: &'l Lawbook, day: Option<Date>, scope: &Scope) -> LawbookJson<'l> {
    let norms = scope.norms(lawbook, day);
    let packs = lawbook
        .packs
        .iter()
        .filter(|(id, _)| scope.packs.is_empty() || scope.packs.contains(id));
    LawbookJson {
        form: FORM,
        hash: &lawbook.hash,
        at: written(day),
        place: scope.place_name(lawbook),
        packs: packs
            .map(|(_, pack)| PackJson {
                pack: &pack.id,
                version: &pack.version,
                status: &pack.status,
                place: pack.place.as_deref(),
                within: &pack.within,
                title: texts(&pack.titles),
            })
            .collect(),
        facts: lawbook.facts.ids().map(|id| fact(lawbook, id)).collect(),
        grounds: lawbook
            .grounds
            .iter()
            .map(|(_, ground)| GroundJson {
                ground: &ground.name,
                weak: ground.weak,
                label: texts(&ground.label),
            })
            .collect(),
        steps: lawbook
            .steps
            .iter()
            .map(|(_, step)| StepJson {
                step: &step.name,
                done: condition(lawbook, &step.done),
                label: texts(&step.label),
            })
            .collect(),
        duties: lawbook
            .duties
            .iter()
            .map(|(_, duty)| DutyJson {
                duty: &duty.name,
                label: texts(&duty.label),
            })
            .collect(),
        measures: lawbook
            .measures
            .iter()
            .map(|(_, measure)| MeasureJson {
                measure: &measure.name,
                rank: measure.rank,
                label: texts(&measure.label),
            })
            .collect(),
        assumptions: lawbook
            .assumptions
            .iter()
            .map(|assumption| AssumptionJson {
                holds: condition(lawbook, &assumption.holds),
                because: texts(&assumption.because),
            })
            .collect(),
        norms: norms
            .iter()
            .map(|norm| self::norm(lawbook, *norm, &norms))
            .collect(),
    }
}

fn fact(lawbook: &Lawbook, id: FactId) -> FactJson<'_> {
    let fact = &lawbook.facts[id];
    let (low, high) = match fact.domain {
        Domain::Int { low, high, .. } => (Some(low), Some(high)),
        Domain::Bool | Domain::OneOf(_) | Domain::SomeOf(_) => (None, None),
    };
    let values = fact.domain.values().iter();
    FactJson {
        fact: &fact.name,
        kind: fact.domain.type_name(),
        values: values.map(|value| value.name.as_str()).collect(),
        low,
        high,
        reason: lawbook.reasons == Some(id),
        comparator: lawbook.comparator == Some(id),
        ask: texts(&fact.ask),
    }
}

/// Overrides of norms that are not exported are left out: they have nothing to override.
fn norm<'l>(lawbook: &'l Lawbook, id: NormId, exported: &[NormId]) -> NormJson<'l> {
    let norm = &lawbook.norms[id];
    let overridden = norm
        .overrides
        .iter()
        .filter(|other| exported.contains(other));
    let mut overrides: Vec<&str> = overridden
        .map(|other| lawbook.norms[*other].id.as_str())
        .collect();
    overrides.sort_unstable();
    overrides.dedup();
    NormJson {
        norm: &norm.id,
        pack: &lawbook.packs[norm.pack].id,
        layer: norm.layer.tier.name(),
        rank: norm.layer.rank,
        from: written(norm.from),
        to: written(norm.to),
        effect: effect(lawbook, &norm.effect),
        when: condition(lawbook, &norm.when),
        unless: norm
            .unless
            .iter()
            .map(|unless| condition(lawbook, unless))
            .collect(),
        overrides,
        title: texts(&norm.title),
        cite: &norm.citation.cite,
        url: &norm.citation.url,
        sources: &norm.citation.sources,
        seen: written(norm.citation.seen),
        confidence: norm.confidence.name(),
        doubts: &norm.doubts,
    }
}

fn texts(texts: &Texts) -> TextsJson<'_> {
    TextsJson {
        en: &texts.en,
        pl: &texts.pl,
    }
}

fn written(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}
