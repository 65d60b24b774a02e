//! Every declared name, before any of them is given a meaning.

use std::collections::{BTreeMap, BTreeSet};

use demur_syntax::tree::{Define, Item, ItemKind, Param, Word};
use demur_syntax::{FileId, Span};
use jiff::civil::Date;

use super::{Builder, Unit};
use crate::lawbook::{Condition, Lawbook, Parameter, Tier};
use crate::table::{DutyId, FactId, GroundId, Id as _, MeasureId, StepId};

/// Names with what they stand for.
#[derive(Debug, Default)]
pub(super) struct Symbols<'u> {
    pub(super) facts: BTreeMap<&'u str, FactId>,
    pub(super) defines: BTreeMap<&'u str, (&'u Define, FileId)>,
    /// Conditions with a name of a lawbook that is compiled already.
    pub(super) compiled: BTreeMap<&'u str, &'u Condition>,
    pub(super) params: BTreeMap<&'u str, Vec<(i64, Date)>>,
    /// Groups with their fact and the positions of their values.
    pub(super) groups: BTreeMap<&'u str, (FactId, Vec<usize>)>,
    pub(super) grounds: BTreeMap<&'u str, GroundId>,
    pub(super) steps: BTreeMap<&'u str, StepId>,
    pub(super) duties: BTreeMap<&'u str, DutyId>,
    pub(super) measures: BTreeMap<&'u str, MeasureId>,
    /// Ids of norms, also of those that turn out to be wrong.
    pub(super) norms: BTreeSet<&'u str>,
    places: BTreeMap<(&'static str, &'u str), (FileId, Span)>,
}

impl<'u> Symbols<'u> {
    /// What a condition outside the packs may name.
    pub(super) fn of(lawbook: &'u Lawbook) -> Self {
        let groups = lawbook.groups.iter().filter_map(|group| {
            let elements = group.variables.iter().map(|id| lawbook.variables[*id]);
            let fact = lawbook.variables[*group.variables.first()?].fact;
            let positions = elements.filter_map(|variable| variable.element).collect();
            Some((group.name.as_str(), (fact, positions)))
        });
        let facts = lawbook.facts.iter();
        let parameters = lawbook.parameters.iter();
        let definitions = lawbook.definitions.iter();
        Self {
            facts: facts
                .filter(|(id, _)| id.position() != lawbook.place.position())
                .map(|(id, fact)| (fact.name.as_str(), id))
                .collect(),
            compiled: definitions
                .map(|definition| (definition.name.as_str(), &definition.holds))
                .collect(),
            params: parameters
                .map(|parameter| (parameter.name.as_str(), parameter.values.clone()))
                .collect(),
            groups: groups.collect(),
            ..Self::default()
        }
    }
}

impl<'u> Builder<'u, '_> {
    /// Finds what each name declares and reports what is declared twice.
    pub(super) fn declare(&mut self) {
        for (unit, item) in in_vocabulary_order(self.units) {
            match &item.kind {
                ItemKind::Define(define) => {
                    if self.is_new("condition", &define.name, unit) {
                        self.symbols
                            .defines
                            .insert(&define.name.text, (define, unit.file));
                    }
                }
                ItemKind::Param(param) => {
                    if self.is_new("parameter", &param.name, unit) {
                        self.symbols.params.insert(&param.name.text, values(param));
                        self.lawbook.parameters.push(Parameter {
                            name: param.name.text.clone(),
                            values: values(param),
                        });
                    }
                }
                ItemKind::Norm(norm) => {
                    self.symbols.norms.insert(&norm.id.text);
                }
                ItemKind::Fact(_)
                | ItemKind::Group(_)
                | ItemKind::Together(_)
                | ItemKind::Ground(_)
                | ItemKind::Step(_)
                | ItemKind::Duty(_)
                | ItemKind::Measure(_)
                | ItemKind::Assume(_)
                | ItemKind::Profile(_)
                | ItemKind::Test(_)
                | ItemKind::Property(_) => {}
            }
        }
    }

    /// Whether the name is declared for the first time; facts and conditions share
    /// one space of names, every other kind has its own.
    pub(super) fn is_new(&mut self, what: &'static str, name: &'u Word, unit: &Unit) -> bool {
        let space = if what == "condition" { "fact" } else { what };
        let key = (space, name.text.as_str());
        match self.symbols.places.get(&key) {
            Some(first) => {
                let first = *first;
                self.declared_twice(what, &name.text, first, (unit.file, name.span));
                false
            }
            None => {
                self.symbols.places.insert(key, (unit.file, name.span));
                true
            }
        }
    }

    /// Where a name of this kind is declared.
    pub(super) fn declared_at(&self, what: &'static str, name: &str) -> Option<(FileId, Span)> {
        self.symbols
            .places
            .iter()
            .find(|((space, each), _)| *space == what && *each == name)
            .map(|(_, place)| *place)
    }
}

fn values(param: &Param) -> Vec<(i64, Date)> {
    let mut values: Vec<_> = param
        .values
        .iter()
        .map(|(int, day)| (int.value, day.date))
        .collect();
    values.sort_by_key(|(_, day)| *day);
    values
}

/// All items with their units: the standard's vocabulary first, since its
/// questions come first, then law and codes, then house policy.
pub(super) fn in_vocabulary_order(units: &[Unit]) -> Vec<(&Unit, &Item)> {
    let mut sorted: Vec<&Unit> = units.iter().collect();
    sorted.sort_by_key(|unit| match unit.head.layer.tier {
        Tier::Standard => 0,
        Tier::Law | Tier::Code => 1,
        Tier::House => 2,
    });
    sorted
        .into_iter()
        .flat_map(|unit| unit.document.items().map(move |item| (unit, item)))
        .collect()
}
