//! Parts of a lawbook as JSON: the vocabulary, packs and norms. One shape for the command line,
//! the HTTP interface and tools.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{Answer, Domain, Fact, FactId, Lawbook, Norm, NormId, PackId, Texts};
use serde::Serialize;

/// A text in English and Polish.
#[derive(Debug, Serialize)]
pub struct TextsDocument<'l> {
    en: &'l str,
    pl: &'l str,
}

/// A fact.
#[derive(Debug, Serialize)]
pub struct FactDocument<'l> {
    name: &'l str,
    #[serde(rename = "type")]
    kind: &'static str,
    owner: Option<&'l str>,
    ask: TextsDocument<'l>,
    help: Option<TextsDocument<'l>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<ValueDocument<'l>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<i64>,
    cost: &'static str,
    typical: Option<serde_json::Value>,
    actionable: bool,
    avoidable: bool,
    never_ask: bool,
    reason: bool,
    comparator: bool,
}

/// A value of an enumeration, or a profile.
#[derive(Debug, Serialize)]
pub struct ValueDocument<'l> {
    name: &'l str,
    label: TextsDocument<'l>,
}

/// Everything that can be asked.
#[derive(Debug, Serialize)]
pub struct VocabularyDocument<'l> {
    facts: Vec<FactDocument<'l>>,
    profiles: Vec<ValueDocument<'l>>,
    lawbook: LawbookDocument<'l>,
}

/// Which lawbook it is.
#[derive(Debug, Serialize)]
struct LawbookDocument<'l> {
    hash: &'l str,
    packs: BTreeMap<&'l str, &'l str>,
}

/// A norm in one version.
#[derive(Debug, Serialize)]
pub struct NormDocument<'l> {
    norm: &'l str,
    pack: &'l str,
    layer: &'static str,
    title: TextsDocument<'l>,
    effect: &'static str,
    in_force: String,
    cite: Option<&'l str>,
    url: Option<&'l str>,
    sources: &'l [String],
    seen: Option<String>,
    confidence: &'static str,
    overrides: Vec<&'l str>,
    note: Option<TextsDocument<'l>>,
    doubts: &'l [String],
}

/// A named thing with a label: a ground, a step, a duty, a measure.
#[derive(Debug, Serialize)]
pub struct LabelDocument<'l> {
    /// What it is.
    pub kind: &'static str,
    /// Its name.
    pub name: &'l str,
    /// How people call it.
    pub label: TextsDocument<'l>,
    /// The norms that speak of it.
    pub norms: Vec<&'l str>,
}

/// Both languages.
#[must_use]
pub fn texts(texts: &Texts) -> TextsDocument<'_> {
    TextsDocument {
        en: &texts.en,
        pl: &texts.pl,
    }
}

fn some_texts(given: &Texts) -> Option<TextsDocument<'_>> {
    (!given.is_empty()).then(|| texts(given))
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// A fact with everything that a program needs to ask for it.
#[must_use]
pub fn fact(lawbook: &Lawbook, id: FactId) -> FactDocument<'_> {
    let fact = &lawbook.facts[id];
    let (low, high) = match fact.domain {
        Domain::Int { low, high, .. } => (Some(low), Some(high)),
        Domain::Bool | Domain::OneOf(_) | Domain::SomeOf(_) => (None, None),
    };
    let values = fact.domain.values().iter();
    FactDocument {
        name: &fact.name,
        kind: fact.domain.type_name(),
        owner: fact.pack.map(|pack| lawbook.packs[pack].id.as_str()),
        ask: texts(&fact.ask),
        help: some_texts(&fact.help),
        values: values
            .map(|value| ValueDocument {
                name: &value.name,
                label: texts(&value.label),
            })
            .collect(),
        low,
        high,
        cost: fact.cost.name(),
        typical: fact.typical.as_ref().map(|answer| typical(fact, answer)),
        actionable: fact.actionable,
        avoidable: fact.avoidable,
        never_ask: fact.never_ask,
        reason: lawbook.reasons == Some(id),
        comparator: lawbook.comparator == Some(id),
    }
}

fn typical(fact: &Fact, answer: &Answer) -> serde_json::Value {
    let name = |position: &usize| {
        fact.domain
            .values()
            .get(*position)
            .map(|value| value.name.as_str())
    };
    match answer {
        Answer::Bool(yes) => (*yes).into(),
        Answer::OneOf(positions) => positions.first().and_then(name).into(),
        Answer::SomeOf { includes, .. } => {
            includes.iter().filter_map(name).collect::<Vec<_>>().into()
        }
        Answer::Int { low, .. } => (*low).into(),
    }
}

/// A norm without its code.
#[must_use]
pub fn norm(lawbook: &Lawbook, id: NormId) -> NormDocument<'_> {
    let norm = &lawbook.norms[id];
    NormDocument {
        norm: &norm.id,
        pack: &lawbook.packs[norm.pack].id,
        layer: norm.layer.tier.name(),
        title: texts(&norm.title),
        effect: norm.effect.name(),
        in_force: in_force(norm),
        cite: some(&norm.citation.cite),
        url: some(&norm.citation.url),
        sources: &norm.citation.sources,
        seen: norm.citation.seen.map(|day| day.to_string()),
        confidence: norm.confidence.name(),
        overrides: norm
            .overrides
            .iter()
            .map(|other| lawbook.norms[*other].id.as_str())
            .collect(),
        note: some_texts(&norm.note),
        doubts: &norm.doubts,
    }
}

/// First day and first day after, `1972-01-01..`; an open end is empty.
#[must_use]
pub fn in_force(norm: &Norm) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}..{}", day(norm.from), day(norm.to))
}

/// These facts, and the profiles.
#[must_use]
pub fn vocabulary<'l>(lawbook: &'l Lawbook, facts: &[FactId]) -> VocabularyDocument<'l> {
    let profiles = lawbook.profiles.iter();
    VocabularyDocument {
        facts: facts.iter().map(|id| fact(lawbook, *id)).collect(),
        profiles: profiles
            .map(|each| ValueDocument {
                name: &each.name,
                label: texts(&each.label),
            })
            .collect(),
        lawbook: LawbookDocument {
            hash: &lawbook.hash,
            packs: lawbook
                .packs
                .iter()
                .map(|(_, pack)| (pack.id.as_str(), pack.version.as_str()))
                .collect(),
        },
    }
}

/// A pack with its norms.
#[derive(Debug, Serialize)]
pub struct PackDocument<'l> {
    pack: &'l str,
    title: TextsDocument<'l>,
    layer: &'static str,
    place: Option<&'l str>,
    within: &'l [String],
    version: &'l str,
    status: &'l str,
    text_as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    norms: Option<Vec<NormDocument<'l>>>,
}

/// A pack without its norms.
#[must_use]
pub fn pack(lawbook: &Lawbook, id: PackId) -> PackDocument<'_> {
    let pack = &lawbook.packs[id];
    PackDocument {
        pack: &pack.id,
        title: texts(&pack.titles),
        layer: pack.layer.tier.name(),
        place: pack.place.as_deref(),
        within: &pack.within,
        version: &pack.version,
        status: &pack.status,
        text_as_of: pack.text_as_of.map(|day| day.to_string()),
        norms: None,
    }
}

/// A pack with its norms.
#[must_use]
pub fn pack_with_norms(lawbook: &Lawbook, id: PackId) -> PackDocument<'_> {
    let norms = lawbook.norms.iter().filter(|(_, norm)| norm.pack == id);
    PackDocument {
        norms: Some(norms.map(|(id, _)| norm(lawbook, id)).collect()),
        ..pack(lawbook, id)
    }
}

/// The facts of packs that apply in a place, those of places around it among them.
#[must_use]
pub fn facts_at(lawbook: &Lawbook, place: &str) -> Vec<FactId> {
    let around = places_around(lawbook, place);
    let applies = |fact: &FactId| {
        let pack = lawbook.facts[*fact].pack.map(|pack| &lawbook.packs[pack]);
        pack.and_then(|pack| pack.place.as_ref())
            .is_none_or(|place| around.contains(place.as_str()))
    };
    lawbook.facts.ids().filter(applies).collect()
}

/// A place and the places whose packs apply there, too.
fn places_around<'l>(lawbook: &'l Lawbook, place: &'l str) -> BTreeSet<&'l str> {
    let mut found = BTreeSet::from([place]);
    loop {
        let before = found.len();
        for (_, pack) in lawbook.packs.iter() {
            if pack
                .place
                .as_deref()
                .is_some_and(|place| found.contains(place))
            {
                found.extend(pack.within.iter().map(String::as_str));
            }
        }
        if found.len() == before {
            return found;
        }
    }
}
