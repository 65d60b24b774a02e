//! One day's law in a space, and what an opinion would say of it.

use std::collections::BTreeMap;

use demur_lawbook::{Cells, Effect, GroundId, Id, Lawbook, NormId, Steps, Tier, VarId, Verdict};
use jiff::civil::Date;

use super::{Claim, Space};
use crate::circuit::Gate;
use crate::opinion::Stage;
use crate::program::{Program, Shared, Variation};

/// What a law has otherwise than its lawbook.
#[derive(Debug, Clone, Default)]
pub struct Twist(Variation);

impl Twist {
    /// Nothing.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// This norm is never in force.
    #[must_use]
    pub fn without(mut self, norm: NormId) -> Self {
        self.0.without.insert(norm);
        self
    }

    /// Where `switch` is true, the norm is not in force.
    #[must_use]
    pub fn dropping(mut self, norm: NormId, switch: Claim) -> Self {
        let shared = Shared {
            switch: switch.0,
            live: Gate::FALSE,
            applies: Gate::FALSE,
        };
        self.0.shared.insert(norm, shared);
        self
    }

    /// Whatever looks at `variable` looks at `other`.
    #[must_use]
    pub fn renaming(mut self, variable: VarId, other: VarId) -> Self {
        self.0.renamed.insert(variable, other);
        self
    }

    /// Where `switch` is true, the norm applies just as it does in `law`.
    #[must_use]
    pub fn sharing(mut self, norm: NormId, switch: Claim, law: &DayLaw) -> Self {
        let shared = Shared {
            switch: switch.0,
            live: law.program.live(norm),
            applies: law.program.applies(norm),
        };
        self.0.shared.insert(norm, shared);
        self
    }
}

/// The law of one day in a [`Space`].
#[derive(Debug)]
pub struct DayLaw {
    program: Program,
    variation: Variation,
}

impl Space {
    /// Lays out the law of a day. The lawbook has to have the variables of the space.
    pub fn law(&mut self, lawbook: &Lawbook, day: Date, twist: &Twist) -> DayLaw {
        let circuit = std::mem::take(&mut self.circuit);
        let mut program = Program::varied(circuit, lawbook, day, &twist.0);
        self.circuit = std::mem::take(&mut program.circuit);
        DayLaw {
            program,
            variation: twist.0.clone(),
        }
    }

    /// That no assumption of the law is broken.
    pub fn possible(&mut self, law: &DayLaw) -> Claim {
        self.all(law.program.assumptions.iter().copied().map(Claim))
    }

    /// That one of these verdicts is reached.
    pub fn verdict_among(&mut self, law: &DayLaw, verdicts: &[Verdict]) -> Claim {
        self.any(verdicts.iter().map(|verdict| law.verdict(*verdict)))
    }

    /// That this tier takes the position that leads to the verdict.
    pub fn decided(&mut self, law: &DayLaw, tier: Tier, verdict: Verdict) -> Claim {
        let positions = law.program.positions.iter();
        let claims = positions
            .filter(|each| each.tier == Some(tier) && each.verdict == verdict)
            .filter(|each| each.stage != Stage::Steps)
            .map(|each| Claim(each.gate));
        self.any(claims)
    }

    /// Everything of the law that an opinion shows besides names of norms, each under a
    /// name of its own: the verdict, its strength, grounds, taints, and the steps and
    /// duties where refusing is in question.
    pub fn shown(&mut self, lawbook: &Lawbook, law: &DayLaw) -> BTreeMap<String, Claim> {
        let mut shown = self.practical(lawbook, law);
        for ((_, ground), gates) in lawbook.grounds.iter().zip(&law.program.grounds) {
            let name = &ground.name;
            shown.insert(format!("ground {name}"), Claim(gates.live));
            shown.insert(format!("ground {name} barred"), Claim(gates.barred));
        }
        shown.extend(self.taints(lawbook, law));
        shown
    }

    /// The part of [`Self::shown`] that changes what staff may do or have to do: it leaves
    /// out grounds that carry no refusal, and taints.
    pub fn practical(&mut self, lawbook: &Lawbook, law: &DayLaw) -> BTreeMap<String, Claim> {
        let mut shown = BTreeMap::new();
        for (verdict, gate) in &law.program.verdicts {
            shown.insert(verdict.name().to_owned(), Claim(*gate));
        }
        let may = law.verdict(Verdict::MayRefuse);
        let strong = self.all([may, Claim(law.program.strong)]);
        shown.insert("may_refuse strong".to_owned(), strong);
        for ((_, ground), gates) in lawbook.grounds.iter().zip(&law.program.grounds) {
            let name = &ground.name;
            shown.insert(format!("ground {name} open"), Claim(gates.open));
            shown.insert(
                format!("ground {name} after_steps"),
                Claim(gates.after_steps),
            );
        }
        let refusable = self.refusable(law);
        for (name, claim) in [self.steps(lawbook, law), self.duties(lawbook, law)].concat() {
            shown.insert(name, self.all([refusable, claim]));
        }
        shown
    }

    /// That the opinion would speak of steps and duties.
    fn refusable(&mut self, law: &DayLaw) -> Claim {
        let never = self.verdict_among(law, &[Verdict::MustServe, Verdict::NotJustified]);
        self.not(never)
    }

    /// For each reason whether a norm that forbids it has it in play.
    fn taints(&mut self, lawbook: &Lawbook, law: &DayLaw) -> BTreeMap<String, Claim> {
        let mut reasons: BTreeMap<VarId, Vec<Claim>> = BTreeMap::new();
        for (id, norm) in lawbook.norms.iter() {
            if let Effect::ForbidRefusingBecause(forbidden) = &norm.effect {
                for reason in forbidden {
                    reasons.entry(*reason).or_default().push(law.live(id));
                }
            }
        }
        let mut taints = BTreeMap::new();
        for (reason, norms) in reasons {
            let seen = law.variation.variable(reason);
            let (norms, named) = (self.any(norms), self.is(seen, Cells::YES));
            let name = format!("tainted {}", element(lawbook, reason));
            taints.insert(name, self.all([norms, named]));
        }
        taints
    }

    /// For each requirement of a step whether it is outstanding and its ground there.
    fn steps(&mut self, lawbook: &Lawbook, law: &DayLaw) -> Vec<(String, Claim)> {
        let mut kinds: BTreeMap<String, (Option<GroundId>, Vec<Claim>)> = BTreeMap::new();
        for (id, gate) in &law.program.outstanding {
            if let Effect::RequireStep { step, ground } = &lawbook.norms[*id].effect {
                let on = ground.map_or("", |ground| lawbook.grounds[ground].name.as_str());
                let name = format!("step {} {on}", step_name(lawbook, step));
                let kind = kinds.entry(name).or_insert((*ground, Vec::new()));
                kind.1.push(Claim(*gate));
            }
        }
        let kinds = kinds.into_iter();
        kinds
            .map(|(name, (ground, claims))| {
                let due = self.any(claims);
                let live = ground.and_then(|ground| law.program.grounds.get(ground.position()));
                let live = live.map_or(Claim::ALWAYS, |ground| Claim(ground.live));
                (name, self.all([due, live]))
            })
            .collect()
    }

    /// For each duty, with its time limit, whether it is due; and whether it must not be
    /// done.
    fn duties(&mut self, lawbook: &Lawbook, law: &DayLaw) -> Vec<(String, Claim)> {
        let mut kinds: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
        for (id, duty, gate) in &law.program.duties {
            if let Effect::RequireDuty { within, .. } = lawbook.norms[*id].effect {
                let limit =
                    within.map(|within| format!(" within {} {:?}", within.count, within.unit));
                let name = &lawbook.duties[*duty].name;
                let name = format!("duty {name}{}", limit.unwrap_or_default());
                kinds.entry(name).or_default().push(Claim(*gate));
            }
        }
        for (id, norm) in lawbook.norms.iter() {
            if let Effect::ForbidDuty(duty) = norm.effect {
                let name = format!("no duty {}", lawbook.duties[duty].name);
                kinds.entry(name).or_default().push(law.applies(id));
            }
        }
        let kinds = kinds.into_iter();
        kinds
            .map(|(name, claims)| (name, self.any(claims)))
            .collect()
    }
}

/// The name of the value of a set for which a variable stands.
fn element(lawbook: &Lawbook, variable: VarId) -> &str {
    let info = lawbook.variables[variable];
    let values = lawbook.facts[info.fact].domain.values();
    let value = info.element.and_then(|element| values.get(element));
    value.map_or("", |value| value.name.as_str())
}

fn step_name(lawbook: &Lawbook, steps: &Steps) -> String {
    let joined = |parts: &[Steps], word: &str| {
        let parts: Vec<String> = parts.iter().map(|part| step_name(lawbook, part)).collect();
        format!("({})", parts.join(word))
    };
    match steps {
        Steps::One(step) => lawbook.steps[*step].name.clone(),
        Steps::All(parts) => joined(parts, " and "),
        Steps::Any(parts) => joined(parts, " or "),
    }
}

impl DayLaw {
    /// That this verdict is reached.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> Claim {
        Claim(self.program.verdict(verdict))
    }

    /// That a norm is live, and, where it forbids reasons, that one of them is in play.
    #[must_use]
    pub fn applies(&self, norm: NormId) -> Claim {
        Claim(self.program.applies(norm))
    }

    /// That a norm is live.
    #[must_use]
    pub fn live(&self, norm: NormId) -> Claim {
        Claim(self.program.live(norm))
    }

    /// That a norm forbids refusing: nothing entitles above it, and the comparator does
    /// not lift it.
    #[must_use]
    pub fn forbids_refusing(&self, norm: NormId) -> Claim {
        Claim(self.program.forbids_refusing(norm))
    }

    /// That a demand for a ground is live and not met.
    #[must_use]
    pub fn unmet(&self, norm: NormId) -> Claim {
        let demand = self.program.unmet.iter().find(|(id, _)| *id == norm);
        Claim(demand.map_or(Gate::FALSE, |(_, gate)| *gate))
    }

    /// That refusing is allowed although no norm permits it.
    #[must_use]
    pub fn silence(&self) -> Claim {
        Claim(self.program.silence)
    }
}
