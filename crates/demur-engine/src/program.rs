//! The verdict of one day's law as a circuit: the semantics of
//! `docs/language.md`, section 5, gate by gate.

mod grounds;
mod norms;
mod upper;
mod variation;
mod walk;

use std::collections::{BTreeMap, HashMap};

use demur_lawbook::{DutyId, GroundId, Id, Lawbook, NormId, StepId, Tier, VarId, Verdict};
use jiff::civil::Date;

use crate::circuit::{Circuit, Gate};
use crate::kinds::Kinds;
use crate::opinion::Stage;
pub(crate) use upper::Upper;

pub(crate) use variation::{Shared, Variation};

/// The gates of everything that an opinion reports.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) circuit: Circuit,
    /// For each norm whether it is live; norms that are not in force never are.
    live: Vec<Gate>,
    /// For each norm in force, in no order, whether its own conditions hold.
    pub(crate) holds: Vec<(NormId, Gate)>,
    /// Like `live`, but of a norm that forbids reasons: whether one of them is in play.
    applies: Vec<Gate>,
    /// For each norm whether it forbids refusing: no higher layer entitles, and the
    /// comparator does not lift it.
    forbids: Vec<Gate>,
    /// For each norm in force its conditions, without the place.
    pub(crate) parts: Vec<(NormId, Parts)>,
    /// In the order of [`Verdict::ALL`]; exactly one is true.
    pub(crate) verdicts: Vec<(Verdict, Gate)>,
    pub(crate) positions: Vec<Position>,
    pub(crate) grounds: Vec<GroundGates>,
    /// Norms that demand a ground, with whether none is there.
    pub(crate) unmet: Vec<(NormId, Gate)>,
    /// For each ground the norms that demand another one, with whether they do.
    unfit: Vec<Vec<(NormId, Gate)>>,
    /// Norms that require a step, with whether it is still to be done.
    pub(crate) outstanding: Vec<(NormId, Gate)>,
    pub(crate) step_done: Vec<Gate>,
    /// Norms that require a duty, with whether no norm forbids it.
    pub(crate) duties: Vec<(NormId, DutyId, Gate)>,
    /// Whether refusing is allowed although no norm permits it, not even weakly.
    pub(crate) silence: Gate,
    /// Whether a strong ground carries a refusal.
    pub(crate) strong: Gate,
    pub(crate) assumptions: Vec<Gate>,
    /// For each assumption whether it is broken.
    pub(crate) violated: Vec<Gate>,
    /// For each reason that some norm forbids whether it is in play.
    reasons: BTreeMap<VarId, Gate>,
    kinds: Vec<Kinds>,
    /// Whether serving breaks a rule: `must_refuse` or `conflict`.
    pub(crate) serving_is_wrong: Gate,
    /// From which norms apply and which steps are done to the verdict.
    pub(crate) upper: Upper,
}

/// The conditions of a norm, one by one.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) when: Vec<Gate>,
    pub(crate) unless: Vec<Gate>,
}

/// One way in which a verdict can come about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Position {
    pub(crate) tier: Option<Tier>,
    pub(crate) stage: Stage,
    pub(crate) verdict: Verdict,
    pub(crate) gate: Gate,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct GroundGates {
    pub(crate) live: Gate,
    pub(crate) open: Gate,
    pub(crate) after_steps: Gate,
    pub(crate) barred: Gate,
}

impl Program {
    pub(crate) fn new(lawbook: &Lawbook, day: Date) -> Self {
        Self::beside(Circuit::new(), lawbook, day)
    }

    /// In a circuit that has gates already: alike parts of two lawbooks share theirs.
    pub(crate) fn beside(circuit: Circuit, lawbook: &Lawbook, day: Date) -> Self {
        Self::varied(circuit, lawbook, day, &Variation::default())
    }

    /// The same with something changed.
    pub(crate) fn varied(
        circuit: Circuit,
        lawbook: &Lawbook,
        day: Date,
        variation: &Variation,
    ) -> Self {
        Builder::new(circuit, lawbook, day, variation).build()
    }

    pub(crate) fn applies(&self, norm: NormId) -> Gate {
        self.applies
            .get(norm.position())
            .copied()
            .unwrap_or(Gate::FALSE)
    }

    pub(crate) fn forbids_refusing(&self, norm: NormId) -> Gate {
        self.forbids
            .get(norm.position())
            .copied()
            .unwrap_or(Gate::FALSE)
    }

    pub(crate) fn kind(&self, norm: NormId) -> Kinds {
        let kind = self.kinds.get(norm.position()).copied();
        kind.unwrap_or(Kinds::EXCEPT)
    }

    pub(crate) fn kinds(&self, norms: &[NormId]) -> Kinds {
        let kinds = norms.iter().map(|norm| self.kind(*norm));
        kinds.fold(Kinds::NONE, Kinds::or)
    }

    /// Whether the step that this norm requires is still to be done.
    pub(crate) fn outstanding(&self, norm: NormId) -> Gate {
        of_norm(&self.outstanding, norm).unwrap_or(Gate::FALSE)
    }

    /// The duty that this norm requires, with whether no norm forbids it.
    pub(crate) fn duty(&self, norm: NormId) -> Option<(DutyId, Gate)> {
        let position = self.duties.binary_search_by_key(&norm, |(each, ..)| *each);
        let (_, duty, gate) = self.duties.get(position.ok()?)?;
        Some((*duty, *gate))
    }

    /// Every gate that an opinion reads.
    pub(crate) fn outputs(&self) -> Vec<Gate> {
        let mut outputs = vec![self.strong, self.silence];
        outputs.extend(self.verdicts.iter().map(|(_, gate)| *gate));
        outputs.extend(self.positions.iter().map(|each| each.gate));
        outputs.extend(&self.applies);
        outputs.extend(&self.forbids);
        for ground in &self.grounds {
            outputs.extend([ground.live, ground.open, ground.after_steps, ground.barred]);
        }
        let demands = self.unmet.iter().chain(self.unfit.iter().flatten());
        outputs.extend(demands.chain(&self.outstanding).map(|(_, gate)| *gate));
        outputs.extend(self.duties.iter().map(|(_, _, gate)| *gate));
        outputs.extend(&self.step_done);
        outputs.extend(&self.violated);
        outputs.extend(self.reasons.values());
        outputs
    }

    pub(crate) fn ground(&self, ground: GroundId) -> GroundGates {
        let never = GroundGates {
            live: Gate::FALSE,
            open: Gate::FALSE,
            after_steps: Gate::FALSE,
            barred: Gate::FALSE,
        };
        self.grounds
            .get(ground.position())
            .copied()
            .unwrap_or(never)
    }

    /// Norms that demand another ground than this one, with whether they do.
    pub(crate) fn unfit(&self, ground: GroundId) -> &[(NormId, Gate)] {
        self.unfit.get(ground.position()).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn step_done(&self, step: StepId) -> Gate {
        self.step_done
            .get(step.position())
            .copied()
            .unwrap_or(Gate::FALSE)
    }

    /// Whether this reason is in play.
    pub(crate) fn reason(&self, reason: VarId) -> Gate {
        self.reasons.get(&reason).copied().unwrap_or(Gate::FALSE)
    }

    pub(crate) fn live(&self, norm: NormId) -> Gate {
        self.live
            .get(norm.position())
            .copied()
            .unwrap_or(Gate::FALSE)
    }

    pub(crate) fn verdict(&self, verdict: Verdict) -> Gate {
        self.verdicts
            .iter()
            .find(|(each, _)| *each == verdict)
            .map_or(Gate::FALSE, |(_, gate)| *gate)
    }
}

/// The gate of a norm in a list that is sorted by norm.
fn of_norm(sorted: &[(NormId, Gate)], norm: NormId) -> Option<Gate> {
    let position = sorted.binary_search_by_key(&norm, |(each, _)| *each);
    sorted.get(position.ok()?).map(|(_, gate)| *gate)
}

struct Builder<'l> {
    lawbook: &'l Lawbook,
    day: Date,
    variation: &'l Variation,
    circuit: Circuit,
    live: HashMap<NormId, Gate>,
    holds: Vec<(NormId, Gate)>,
    applies: Vec<Gate>,
    reasons: BTreeMap<VarId, Gate>,
}

/// Whether each of these norms is live on a day, without anything else of a program.
pub(crate) fn live(
    circuit: &mut Circuit,
    lawbook: &Lawbook,
    day: Date,
    norms: &[NormId],
) -> Vec<Gate> {
    let plain = Variation::default();
    let mut builder = Builder::new(std::mem::take(circuit), lawbook, day, &plain);
    let gates = norms.iter().map(|norm| builder.live(*norm)).collect();
    *circuit = builder.circuit;
    gates
}

/// What cannot be otherwise on a day, as gates.
pub(crate) fn assumptions(circuit: &mut Circuit, lawbook: &Lawbook, day: Date) -> Vec<Gate> {
    let plain = Variation::default();
    let mut builder = Builder::new(std::mem::take(circuit), lawbook, day, &plain);
    let gates = builder.assumptions();
    *circuit = builder.circuit;
    gates
}

impl<'l> Builder<'l> {
    fn new(circuit: Circuit, lawbook: &'l Lawbook, day: Date, variation: &'l Variation) -> Self {
        Self {
            lawbook,
            day,
            variation,
            circuit,
            live: HashMap::new(),
            holds: Vec::new(),
            applies: Vec::new(),
            reasons: BTreeMap::new(),
        }
    }
}

impl Builder<'_> {
    fn assumptions(&mut self) -> Vec<Gate> {
        let assumptions = self.lawbook.assumptions.iter();
        assumptions
            .map(|assumption| self.condition(&assumption.holds))
            .collect()
    }

    fn build(mut self) -> Program {
        self.applies = self
            .lawbook
            .norms
            .ids()
            .map(|norm| self.applying(norm))
            .collect();
        let step_done: Vec<Gate> = self
            .lawbook
            .steps
            .ids()
            .map(|step| self.done(step))
            .collect();
        let demands = self.demands();
        let requirements = self.requirements();
        let comparator = self.comparator();
        let (positions, serving_is_wrong) = self.walk(&demands, &requirements, comparator);
        let forbids = self
            .lawbook
            .norms
            .ids()
            .map(|norm| self.forbids(norm, comparator))
            .collect();
        let verdicts = self.verdicts(&positions);
        let unfit: Vec<Vec<(NormId, Gate)>> = self
            .lawbook
            .grounds
            .ids()
            .map(|ground| self.unfit(&demands, ground))
            .collect();
        let grounds: Vec<GroundGates> = self
            .lawbook
            .grounds
            .ids()
            .zip(&unfit)
            .map(|(ground, unfit)| self.ground(ground, unfit, &requirements, &verdicts))
            .collect();
        let strong_grounds = self
            .lawbook
            .grounds
            .iter()
            .zip(&grounds)
            .filter(|((_, ground), _)| !ground.weak);
        let strong_open: Vec<Gate> = strong_grounds.map(|(_, gates)| gates.open).collect();
        let strong = self.circuit.any(strong_open);
        let silence = self.silence(&grounds, &verdicts);
        let unmet = demands
            .iter()
            .map(|demand| (demand.norm, self.unmet(demand)))
            .collect();
        let assumptions = self.assumptions();
        let violated = self.violated(&assumptions);
        let live = self
            .lawbook
            .norms
            .ids()
            .map(|norm| self.live(norm))
            .collect();
        let duties = self.duties();
        let parts = self.parts();
        let mut inputs = self.applies.clone();
        inputs.extend(&step_done);
        let upper = Upper::new(&self.circuit, &verdicts, &inputs);
        Program {
            live,
            holds: self.holds,
            applies: self.applies,
            parts,
            forbids,
            verdicts,
            positions,
            grounds,
            unmet,
            unfit,
            outstanding: requirements
                .iter()
                .map(|each| (each.norm, each.outstanding))
                .collect(),
            step_done,
            duties,
            silence,
            strong,
            assumptions,
            violated,
            reasons: self.reasons,
            kinds: self
                .lawbook
                .norms
                .iter()
                .map(|(_, norm)| Kinds::of(&norm.effect))
                .collect(),
            serving_is_wrong,
            upper,
            circuit: self.circuit,
        }
    }
}
