//! What an opinion says of other outcomes: milder measures, ways, why not, what would be.

use std::collections::BTreeMap;

use demur_engine::{Known, MeasureOpinion, Way, WhyNot, WouldBe};
use demur_lawbook::{Cells, Domain, NormId, Verdict};
use serde_json::{Value, json};

use super::convert::{Writer, some, verdicts};
use super::document::{
    CitedNormDocument, MeasureDocument, NearMissDocument, WayDocument, WhyNotDocument,
    WouldBeDocument,
};
use crate::words;

impl<'l> Writer<'l> {
    pub(super) fn measure(self, opinion: &MeasureOpinion) -> MeasureDocument<'l> {
        let measure = &self.lawbook.measures[opinion.measure];
        MeasureDocument {
            measure: &measure.name,
            label: measure.label.get(self.lang),
            rank: measure.rank,
            by: opinion.norms.iter().map(|norm| self.cited(*norm)).collect(),
        }
    }

    fn cited(self, norm: NormId) -> CitedNormDocument<'l> {
        let norm = &self.lawbook.norms[norm];
        CitedNormDocument {
            norm: &norm.id,
            title: norm.title.get(self.lang),
            cite: some(&norm.citation.cite),
        }
    }

    pub(super) fn way(self, way: &Way) -> WayDocument<'l> {
        let verdict = match way.possible.as_slice() {
            [only] => only.name(),
            _ => "undetermined",
        };
        WayDocument {
            goal: way.goal.name(),
            change: self.change(&way.change),
            cost: way.cost,
            verdict,
            possible: verdicts(&way.possible),
            certain: way.certain,
            provided: self.facts(&way.provided),
            depends_on_reasons: way.depends_on_reasons,
        }
    }

    /// Answers in the form in which a situation holds them.
    fn change(self, change: &[Known]) -> BTreeMap<&'l str, Value> {
        let mut answers: BTreeMap<&'l str, Value> = BTreeMap::new();
        let mut included: BTreeMap<&'l str, Vec<&'l str>> = BTreeMap::new();
        for known in change {
            let variable = self.lawbook.variables[known.variable];
            let fact = &self.lawbook.facts[variable.fact];
            let position = variable.element.or_else(|| known.cells.iter().next());
            let value = position.and_then(|position| fact.domain.values().get(position));
            match (&fact.domain, value) {
                (Domain::SomeOf(_), Some(value)) => {
                    let names = included.entry(&fact.name).or_default();
                    names.push(&value.name);
                    answers.insert(&fact.name, json!({ "includes": names }));
                }
                (Domain::OneOf(_), Some(value)) => {
                    answers.insert(&fact.name, json!(value.name));
                }
                (domain, _) => {
                    answers.insert(&fact.name, plain(domain, known.cells));
                }
            }
        }
        answers
    }

    pub(super) fn why_not(self, not: &WhyNot) -> WhyNotDocument<'l> {
        let near = not.near.iter().map(|miss| NearMissDocument {
            norm: &self.lawbook.norms[miss.norm].id,
            title: self.lawbook.norms[miss.norm].title.get(self.lang),
            fails: words::known(self.lawbook, miss.fails),
        });
        WhyNotDocument {
            verdict: not.verdict.name(),
            facts: self.facts(&not.facts),
            norms: self.ids(&not.norms),
            lacking: not.lacking.map(demur_engine::Lacking::name),
            near: near.collect(),
        }
    }

    pub(super) fn would_be(self, would: &WouldBe) -> WouldBeDocument {
        WouldBeDocument {
            verdict: Verdict::name(would.verdict),
            facts: self.facts(&would.facts),
            depends_on_reasons: would.depends_on_reasons,
        }
    }
}

/// A yes-or-no answer, or a number, or the range in which it lies.
fn plain(domain: &Domain, cells: Cells) -> Value {
    let ranges = words::ranges(domain, cells);
    match (domain, ranges.first(), ranges.last()) {
        (Domain::Int { .. }, Some((low, _)), Some((_, high))) if low == high => json!(low),
        (Domain::Int { .. }, Some((low, _)), Some((_, high))) => json!(format!("{low}..{high}")),
        _ => json!(cells == Cells::YES),
    }
}
