//! This project's own engine, told the norm set in its rule language.

pub mod compiled;
pub mod exact;
mod text;

use std::collections::BTreeMap;

use demur_lawbook::{Answer, FactId, Lawbook, NormId, PackFile};
use jiff::civil::{Date, date};

use super::{Source, names, position};
use crate::norms::{Kind, NormSet, Situation, Value};

/// What the tables call the engine's two ways to an opinion.
pub const COMPILED: &str = "demur, compiled opinion";
/// With smallest sets of facts, what to ask next and what would change the verdict.
pub const EXACT: &str = "demur, exact opinion with minimal reasons";
/// The day of every situation.
pub const DAY: Date = date(2026, 11, 22);

/// The files of a pack.
#[derive(Debug)]
pub struct DemurSource(Vec<PackFile>);

impl DemurSource {
    /// The pack of a generated norm set.
    pub fn new(set: &NormSet) -> Self {
        Self(text::files(set))
    }
}

impl Source for DemurSource {
    type Loaded = Lawbook;

    fn load(&self) -> Result<Lawbook, String> {
        let compiled = demur_lawbook::compile(self.0.clone());
        compiled.lawbook.ok_or_else(|| {
            let first = compiled
                .diagnostics
                .into_iter()
                .find(|each| each.is_error());
            format!("{first:?}")
        })
    }
}

/// A lawbook with what its names mean in a norm set.
#[derive(Debug)]
pub struct Book {
    /// The lawbook.
    pub lawbook: Lawbook,
    /// The lawbook's id of each fact of the set.
    pub facts: Vec<FactId>,
    /// The position in the set of each norm of the lawbook that it has.
    pub norms: BTreeMap<NormId, usize>,
    /// Several layers: a prohibition may be void, steps may bind one ground only, and the plain
    /// rule for the verdict of one layer does not hold.
    pub layered: bool,
}

impl Book {
    /// Compiles a generated norm set.
    pub fn generated(set: &NormSet) -> Result<Self, String> {
        let lawbook = DemurSource::new(set).load()?;
        let facts: Option<Vec<FactId>> = (0..set.facts.len())
            .map(|fact| lawbook.fact_named(&text::fact(fact)))
            .collect();
        let norms: Result<_, String> = lawbook
            .norms
            .iter()
            .map(|(id, norm)| Ok((id, position(&norm.id)?)))
            .collect();
        Ok(Self {
            facts: facts.ok_or("a fact of the set is not in the lawbook")?,
            norms: norms?,
            layered: false,
            lawbook,
        })
    }

    /// A situation of the set in the engine's own words.
    pub fn situation(&self, set: &NormSet, situation: &Situation) -> demur_engine::Situation {
        let known = self.facts.iter().zip(&set.facts).zip(situation);
        demur_engine::Situation {
            day: DAY,
            answers: known
                .map(|((fact, kind), value)| (*fact, answer(*kind, *value)))
                .collect(),
            profile: Vec::new(),
        }
    }
}

fn answer(kind: Kind, value: Value) -> Answer {
    match value {
        Value::Bool(yes) => Answer::Bool(yes),
        Value::One(position) => Answer::OneOf(vec![position]),
        Value::Int(number) => Answer::Int {
            low: number,
            high: number,
        },
        Value::Set(bits) => {
            let values = match kind {
                Kind::SomeOf(values) => values,
                _ => 0,
            };
            let (includes, excludes) = (0..values).partition(|position| bits >> position & 1 == 1);
            Answer::SomeOf { includes, excludes }
        }
    }
}
