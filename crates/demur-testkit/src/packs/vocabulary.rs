//! Facts, grounds, steps, duties and assumptions.

use super::recipe::Recipe;
use super::texts;

/// Most worlds, without those of `place`.
const MOST_WORLDS: usize = 1024;

/// Which facts there are.
#[derive(Debug, Clone)]
pub(super) struct Vocabulary {
    /// Yes-or-no facts that conditions look at.
    pub(super) bools: Vec<String>,
    /// Yes-or-no facts that staff can change.
    pub(super) actionable: Vec<String>,
    /// Whether conditions look at what staff can change.
    pub(super) conditions_see_actionable: bool,
    pub(super) kind: bool,
    pub(super) number: bool,
    /// How many reasons; no fact of reasons when 0.
    pub(super) reasons: usize,
    pub(super) comparator: bool,
    /// Whether staff can choose the kind, let the number grow, and get round the first
    /// yes-or-no fact.
    power: [bool; 3],
    assumptions: Vec<String>,
}

pub(super) const REASONS: [&str; 3] = ["race", "age", "taste"];
pub(super) const KINDS: [&str; 3] = ["goods", "service", "entry"];
pub(super) const GROUNDS: [&str; 3] = ["misconduct", "inability", "free_choice"];
pub(super) const STEPS: [&str; 3] = ["warn", "offer", "both"];
pub(super) const DUTIES: [&str; 2] = ["give_reasons", "note_it"];

impl Vocabulary {
    pub(super) fn new(recipe: &mut Recipe<'_>) -> Self {
        let names =
            |stem: &str, count: usize| (0..count).map(|index| format!("{stem}{index}")).collect();
        let reasons = recipe.pick(&[0, 2, 3]).unwrap_or_default();
        let mut vocabulary = Self {
            bools: names("fact.b", 1 + recipe.below(3)),
            actionable: names("done.s", 1 + recipe.below(2)),
            conditions_see_actionable: recipe.chance(4),
            kind: recipe.chance(8),
            number: recipe.chance(8),
            reasons,
            comparator: reasons > 0 && recipe.chance(9),
            assumptions: Vec::new(),
            power: [false; 3],
        };
        vocabulary.number &= vocabulary.worlds() <= MOST_WORLDS;
        vocabulary.kind &= vocabulary.worlds() <= MOST_WORLDS;
        for _ in 0..recipe.below(3) {
            let assumption = vocabulary.assumption(recipe);
            vocabulary.assumptions.push(assumption);
        }
        vocabulary.power = [5, 5, 6].map(|of| recipe.chance(of));
        vocabulary
    }

    fn worlds(&self) -> usize {
        let two =
            self.bools.len() + self.actionable.len() + self.reasons + usize::from(self.comparator);
        (1 << two) * if self.kind { KINDS.len() } else { 1 } * if self.number { 5 } else { 1 }
    }

    /// What cannot be otherwise. Where nothing is true of the customer, each of
    /// these holds, so that there is always a possible world.
    fn assumption(&self, recipe: &mut Recipe<'_>) -> String {
        let mut premises: Vec<String> = self.bools.clone();
        premises.extend(self.actionable.iter().cloned());
        premises.extend(
            self.reasons()
                .iter()
                .map(|reason| format!("refusing.reasons includes {reason}")),
        );
        if self.kind {
            premises.push("request.kind is not goods".to_owned());
        }
        if self.number {
            premises.push("customer.age > 10".to_owned());
        }
        let premise = recipe.pick(&premises).unwrap_or_default();
        let mut conclusions = premises.clone();
        conclusions.extend(premises.iter().map(|premise| format!("not {premise}")));
        conclusions.retain(|conclusion| !conclusion.ends_with(&premise));
        match recipe.pick(&conclusions) {
            Some(conclusion) => format!(
                "assume {premise} implies {conclusion} because {}",
                texts("it is so")
            ),
            None => format!("assume not {premise} because {}", texts("it is so")),
        }
    }

    pub(super) fn reasons(&self) -> &'static [&'static str] {
        REASONS.get(..self.reasons).unwrap_or_default()
    }

    /// The declarations.
    pub(super) fn items(&self) -> Vec<String> {
        let mut items = self.facts();
        items.push(format!("ground misconduct {}", texts("misconduct")));
        items.push(format!("ground inability {}", texts("inability")));
        items.push(format!("ground free_choice weak {}", texts("free choice")));
        items.push(format!("step warn done when done.s0 {}", texts("warn")));
        let last = self.actionable.last().cloned().unwrap_or_default();
        items.push(format!("step offer done when {last} {}", texts("offer")));
        items.push(format!(
            "step both done when {} {}",
            self.actionable.join(" and "),
            texts("do both")
        ));
        items.extend(
            DUTIES
                .iter()
                .map(|duty| format!("duty {duty} {}", texts(duty))),
        );
        items.push("define in_short = not fact.b0".to_owned());
        items.push("param limit : 0..30 = 10 from 2000-01-01 = 18 from 2015-01-01".to_owned());
        if self.reasons > 0 {
            items.push("group traits of refusing.reasons = { race, age }".to_owned());
        }
        items.extend(self.assumptions.iter().cloned());
        items
    }

    fn facts(&self) -> Vec<String> {
        let ask = |name: &str| format!("\n  ask {}", texts(&format!("{name}?")));
        let [choose, grow, avoid] = self.power;
        let power = |has: bool, clause: &'static str| if has { clause } else { "" };
        let mut facts: Vec<String> = self
            .bools
            .iter()
            .enumerate()
            .map(|(index, name)| {
                let avoidable = power(avoid && index == 0, "\n  avoidable");
                format!("fact {name} : bool{}\n  cost seen{avoidable}", ask(name))
            })
            .collect();
        facts.extend(
            self.actionable
                .iter()
                .map(|name| format!("fact {name} : bool{}\n  actionable", ask(name))),
        );
        if self.kind {
            let domain = values(&KINDS);
            facts.push(format!(
                "fact request.kind : one of {domain}{}\n  cost lookup{}",
                ask("kind"),
                power(choose, "\n  actionable")
            ));
        }
        if self.number {
            facts.push(format!(
                "fact customer.age : 0..30{}\n  cost intrusive{}",
                ask("age"),
                power(grow, "\n  actionable")
            ));
        }
        if self.reasons > 0 {
            let domain = values(self.reasons());
            facts.push(format!(
                "fact refusing.reasons : some of {domain}{}\n  reason",
                ask("reasons")
            ));
        }
        if self.comparator {
            facts.push(format!(
                "fact refusing.anyone : bool{}\n  comparator",
                ask("anyone")
            ));
        }
        facts
    }
}

fn values(names: &[&str]) -> String {
    let values: Vec<String> = names
        .iter()
        .map(|name| format!("{name} {}", texts(name)))
        .collect();
    format!("{{ {} }}", values.join(", "))
}
