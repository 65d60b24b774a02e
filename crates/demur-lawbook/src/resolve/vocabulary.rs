//! Groups, grounds, steps, duties, measures, assumptions and profiles; the order in
//! which a vocabulary is read.

use demur_syntax::tree::{self, ItemKind};
use demur_syntax::{Diagnostic, Span};

use super::symbols::in_vocabulary_order;
use super::{Builder, Unit};
use crate::lawbook::{
    Assumption, Condition, Definition, Duty, Given, Ground, Group, Measure, Profile, Step, Tier,
};

/// How much a measure may restrict the customer, from least to most.
const RANKS: std::ops::RangeInclusive<u8> = 1..=9;

impl<'u> Builder<'u, '_> {
    pub(super) fn vocabulary(&mut self) {
        let cuts = self.cuts();
        let items = in_vocabulary_order(self.units);
        for (unit, item) in &items {
            if let ItemKind::Fact(fact) = &item.kind {
                self.fact(unit, fact, &cuts);
            }
        }
        for (unit, item) in &items {
            match &item.kind {
                ItemKind::Group(group) => self.group(unit, group),
                ItemKind::Together(together) if !together.clauses.is_empty() => {
                    self.together(unit, together);
                }
                ItemKind::Ground(ground) => self.ground(unit, ground),
                ItemKind::Duty(duty) => self.duty(unit, duty),
                ItemKind::Measure(measure) => self.measure(unit, measure),
                _ => {}
            }
        }
        for (unit, item) in &items {
            match &item.kind {
                ItemKind::Together(together) if together.clauses.is_empty() => {
                    self.more_together(unit, together);
                }
                ItemKind::Define(define) => self.define(unit, define),
                ItemKind::Step(step) => self.step(unit, step),
                ItemKind::Assume(assume) => self.assume(unit, assume, item.span),
                ItemKind::Profile(profile) => self.profile(unit, profile),
                _ => {}
            }
        }
    }

    fn define(&mut self, unit: &Unit, define: &tree::Define) {
        if let Some(holds) = self.condition(unit.file, &define.expr) {
            self.lawbook.definitions.push(Definition {
                name: define.name.text.clone(),
                holds,
            });
        }
    }

    fn group(&mut self, unit: &'u Unit, group: &'u tree::Group) {
        if !self.is_new("group", &group.name, unit) {
            return;
        }
        if let Some(fact) = self.fact_named(unit.file, &group.fact) {
            let values: Vec<usize> = group
                .values
                .iter()
                .filter_map(|word| self.value(unit.file, fact, word))
                .collect();
            let all = &self.lawbook.facts[fact].variables;
            let variables = values.iter().filter_map(|value| all.get(*value).copied());
            self.lawbook.groups.push(Group {
                name: group.name.text.clone(),
                variables: variables.collect(),
            });
            self.symbols.groups.insert(&group.name.text, (fact, values));
        }
    }

    fn ground(&mut self, unit: &'u Unit, ground: &'u tree::Ground) {
        if self.is_new("ground", &ground.name, unit) {
            let what = format!("the ground `{}`", ground.name.text);
            let label = self.texts(unit, ground.name.span, &what, &ground.texts);
            let id = self.lawbook.grounds.push(Ground {
                name: ground.name.text.clone(),
                weak: ground.weak,
                label,
            });
            self.symbols.grounds.insert(&ground.name.text, id);
        }
    }

    fn duty(&mut self, unit: &'u Unit, duty: &'u tree::Duty) {
        if self.is_new("duty", &duty.name, unit) {
            let label = self.texts(
                unit,
                duty.name.span,
                &format!("the duty `{}`", duty.name.text),
                &duty.texts,
            );
            let id = self.lawbook.duties.push(Duty {
                name: duty.name.text.clone(),
                label,
            });
            self.symbols.duties.insert(&duty.name.text, id);
        }
    }

    fn measure(&mut self, unit: &'u Unit, measure: &'u tree::Measure) {
        if !self.is_new("measure", &measure.name, unit) {
            return;
        }
        let what = format!("the measure `{}`", measure.name.text);
        let label = self.texts(unit, measure.name.span, &what, &measure.texts);
        let rank = u8::try_from(measure.rank.value)
            .ok()
            .filter(|rank| RANKS.contains(rank));
        if rank.is_none() {
            self.report(
                Diagnostic::error("E132", format!("`{}` is not a rank", measure.rank.value))
                    .at(unit.file, measure.rank.span, "expected 1 to 9")
                    .help("1 restricts the customer least, 9 most"),
            );
        }
        let id = self.lawbook.measures.push(Measure {
            name: measure.name.text.clone(),
            rank: rank.unwrap_or(*RANKS.end()),
            label,
        });
        self.symbols.measures.insert(&measure.name.text, id);
    }

    fn step(&mut self, unit: &'u Unit, step: &'u tree::Step) {
        if !self.is_new("step", &step.name, unit) {
            return;
        }
        let label = self.texts(
            unit,
            step.name.span,
            &format!("the step `{}`", step.name.text),
            &step.texts,
        );
        if let Some(done) = self.condition(unit.file, &step.done) {
            let id = self.lawbook.steps.push(Step {
                name: step.name.text.clone(),
                done,
                label,
            });
            self.symbols.steps.insert(&step.name.text, id);
        }
    }

    fn assume(&mut self, unit: &Unit, assume: &tree::Assume, span: Span) {
        let because = self.texts(unit, span, "the reason of this assumption", &assume.because);
        let premise =
            self.condition_or_opposite(unit.file, &assume.premise, assume.implied.is_some());
        let implied = assume
            .implied
            .as_ref()
            .map(|expr| self.condition(unit.file, expr));
        let holds = match (premise, implied) {
            (Some(premise), None) => premise,
            (Some(opposite), Some(Some(implied))) => Condition::Any(vec![opposite, implied]),
            (None, _) | (_, Some(None)) => return,
        };
        if unit.head.layer.tier == Tier::House {
            self.check_own_facts(unit, &holds, span);
        }
        self.lawbook.assumptions.push(Assumption {
            holds,
            because,
            declared: (unit.file, span),
        });
    }

    fn profile(&mut self, unit: &'u Unit, profile: &'u tree::Profile) {
        if !self.is_new("profile", &profile.name, unit) {
            return;
        }
        let what = format!("the profile `{}`", profile.name.text);
        let label = self.texts(unit, profile.name.span, &what, &profile.texts);
        let mut given = Given::new();
        for each in &profile.given {
            self.given(unit.file, each, &mut Given::new(), &mut given);
        }
        self.lawbook.profiles.push(Profile {
            name: profile.name.text.clone(),
            label,
            given,
        });
    }
}
