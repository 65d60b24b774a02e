//! Norms that never apply, change nothing, or never take effect.

use std::collections::{BTreeMap, BTreeSet};

use demur_engine::{Claim, DayLaw, Engine, Known, Point, Twist};
use demur_lawbook::{Cells, Effect, Expectation, Lawbook, NormId, VarId, Verdict};
use jiff::civil::Date;

use crate::field::Field;
use crate::finding::{Finding, Kind, Mismatch, Scene};
use crate::scene::stage;

/// What is not settled yet about each norm; a span settles some of it.
#[derive(Debug)]
pub(crate) struct Pending {
    dead: BTreeSet<NormId>,
    shadowed: BTreeSet<NormId>,
    futile: BTreeSet<NormId>,
    /// Norms that were in force in some span that was looked at.
    in_force: BTreeSet<NormId>,
    /// The first looked-at day on which each norm applies in some situation.
    applies_on: BTreeMap<NormId, Date>,
}

/// The law of a span in which each of these norms can be switched off.
struct Switched {
    switches: BTreeMap<NormId, VarId>,
    shown: BTreeMap<String, Claim>,
    /// That something shown differs from the law as it is.
    differs: Claim,
    /// The same of what is practical.
    differs_practically: Claim,
}

impl Pending {
    pub(crate) fn new(lawbook: &Lawbook, scope: &[NormId]) -> Self {
        let changes_opinions = |norm: &NormId| {
            !matches!(
                lawbook.norms[*norm].effect,
                Effect::Suggest { .. } | Effect::Caution(_) | Effect::Consequence { .. }
            )
        };
        let working: BTreeSet<NormId> = scope.iter().copied().filter(changes_opinions).collect();
        let house = |norm: &NormId| lawbook.norms[*norm].layer.tier == demur_lawbook::Tier::House;
        Self {
            dead: scope.iter().copied().collect(),
            futile: working.iter().copied().filter(house).collect(),
            shadowed: working,
            in_force: BTreeSet::new(),
            applies_on: BTreeMap::new(),
        }
    }

    /// Settles what the law of this span settles.
    pub(crate) fn look(&mut self, field: &mut Field<'_>) {
        let in_force = |norm: &NormId| field.lawbook.norms[*norm].in_force(field.day);
        let open: BTreeSet<NormId> = [&self.dead, &self.shadowed, &self.futile]
            .into_iter()
            .flatten()
            .copied()
            .filter(in_force)
            .collect();
        if open.is_empty() {
            return;
        }
        self.in_force.extend(&open);
        let live: Vec<NormId> = open
            .into_iter()
            .filter(|norm| self.applies(field, *norm))
            .collect();
        let working: Vec<NormId> = live
            .into_iter()
            .filter(|norm| self.shadowed.contains(norm) || self.futile.contains(norm))
            .collect();
        if working.is_empty() {
            return;
        }
        let switched = switched(field, &working);
        for norm in working {
            self.is_useful(field, &switched, norm);
        }
    }

    fn applies(&mut self, field: &mut Field<'_>, norm: NormId) -> bool {
        let applies = field.law.applies(norm);
        let found = field.find_for(norm, &[applies]).is_some();
        if found {
            self.dead.remove(&norm);
            self.applies_on.entry(norm).or_insert(field.day);
        }
        found
    }

    fn is_useful(&mut self, field: &mut Field<'_>, switched: &Switched, norm: NormId) {
        if let Some(point) = promising(field, norm) {
            let cells = |variable: VarId| at(switched, norm, &point, variable);
            if field.space.evaluate(switched.differs, &cells) == Some(true) {
                self.shadowed.remove(&norm);
            }
            if field.space.evaluate(switched.differs_practically, &cells) == Some(true) {
                self.futile.remove(&norm);
            }
        }
        if !self.shadowed.contains(&norm) && !self.futile.contains(&norm) {
            return;
        }
        let without = field.twisted(&Twist::none().without(norm));
        if self.shadowed.contains(&norm) && differs(field, switched, &without, false) {
            self.shadowed.remove(&norm);
        }
        if self.futile.contains(&norm) && differs(field, switched, &without, true) {
            self.futile.remove(&norm);
        }
    }

    /// What no span settled.
    pub(crate) fn findings(
        &self,
        lawbook: &Lawbook,
        engine: &mut Engine<'_>,
        found: &mut Vec<Finding>,
    ) -> Result<(), Mismatch> {
        for norm in self.dead.intersection(&self.in_force) {
            found.push(Finding {
                kind: Kind::Dead(*norm),
                scene: None,
                through: Vec::new(),
                when: vec![(lawbook.norms[*norm].from, lawbook.norms[*norm].to)],
            });
        }
        let idle: BTreeSet<NormId> = self.shadowed.union(&self.futile).copied().collect();
        for norm in idle.difference(&self.dead) {
            let Some(day) = self.applies_on.get(norm) else {
                continue;
            };
            let mut field = Field::on(demur_engine::Space::new(lawbook), lawbook, *day);
            found.extend(idle_norm(
                &mut field,
                engine,
                *norm,
                self.futile.contains(norm),
            )?);
        }
        Ok(())
    }
}

fn switched(field: &mut Field<'_>, norms: &[NormId]) -> Switched {
    let mut twist = Twist::none();
    let mut switches = BTreeMap::new();
    for norm in norms {
        let variable = field.space.fresh(2);
        let switch = field.space.is(variable, Cells::YES);
        twist = twist.dropping(*norm, switch);
        switches.insert(*norm, variable);
    }
    let law = field.twisted(&twist);
    let lawbook = field.lawbook;
    let (shown, other) = (
        field.space.shown(lawbook, &field.law),
        field.space.shown(lawbook, &law),
    );
    let differs = field.space.differ_in_any(&shown, &other);
    let (practical, other) = (
        field.space.practical(lawbook, &field.law),
        field.space.practical(lawbook, &law),
    );
    let differs_practically = field.space.differ_in_any(&practical, &other);
    Switched {
        switches,
        shown,
        differs,
        differs_practically,
    }
}

/// The cells of a variable in a situation with one norm switched off. What does not
/// matter has its first cell.
fn at(switched: &Switched, norm: NormId, point: &Point, variable: VarId) -> Cells {
    let is_switch = switched.switches.values().any(|switch| *switch == variable);
    if is_switch {
        let off = switched.switches.get(&norm) == Some(&variable);
        return if off { Cells::YES } else { Cells::NO };
    }
    Cells::single(point.cell(variable).unwrap_or(0))
}

/// Whether the law without a norm shows anything else.
fn differs(
    field: &mut Field<'_>,
    switched: &Switched,
    without: &DayLaw,
    practically: bool,
) -> bool {
    let lawbook = field.lawbook;
    let (shown, other) = if practically {
        (
            field.space.practical(lawbook, &field.law),
            field.space.practical(lawbook, without),
        )
    } else {
        (switched.shown.clone(), field.space.shown(lawbook, without))
    };
    let differs = field.space.differ_in_any(&shown, &other);
    field.find(&[differs], &[]).is_some()
}

/// A situation in which the norm probably matters: it applies, no norm like it does, and
/// the verdict is one that it can bring about.
fn promising(field: &mut Field<'_>, norm: NormId) -> Option<Point> {
    let effect = &field.lawbook.norms[norm].effect;
    let others: Vec<Claim> = field
        .lawbook
        .norms
        .iter()
        .filter(|(id, other)| *id != norm && does_the_same(effect, &other.effect))
        .map(|(id, _)| field.law.applies(id))
        .collect();
    let others = field.space.any(others);
    let alone = field.space.not(others);
    let verdicts: &[Verdict] = match effect {
        Effect::ForbidRefusing | Effect::ForbidRefusingBecause(_) => &[Verdict::MustServe],
        Effect::NeedsGround(_) => &[Verdict::NotJustified],
        Effect::ForbidServing => &[Verdict::MustRefuse, Verdict::MayRefuseAfter],
        Effect::RequireStep { .. } => &[Verdict::MayRefuseAfter],
        Effect::Except => &Verdict::ALL,
        _ => &[Verdict::MayRefuse, Verdict::MayRefuseAfter],
    };
    let verdict = field.space.verdict_among(&field.law, verdicts);
    let applies = field.law.applies(norm);
    field.find_for(norm, &[applies, alone, verdict])
}

/// Whether two norms do the same to whoever they apply to.
fn does_the_same(one: &Effect, other: &Effect) -> bool {
    match (one, other) {
        (
            Effect::ForbidRefusing | Effect::ForbidRefusingBecause(_),
            Effect::ForbidRefusing | Effect::ForbidRefusingBecause(_),
        )
        | (Effect::NeedsGround(_), Effect::NeedsGround(_)) => true,
        (
            Effect::Permit(ground) | Effect::Entitle(ground),
            Effect::Permit(same) | Effect::Entitle(same),
        ) => ground == same,
        (Effect::RequireDuty { duty, .. }, Effect::RequireDuty { duty: same, .. }) => duty == same,
        (Effect::Except, Effect::Except) => false,
        _ => one == other,
    }
}

fn idle_norm(
    field: &mut Field<'_>,
    engine: &mut Engine<'_>,
    norm: NormId,
    practically: bool,
) -> Result<Option<Finding>, Mismatch> {
    let (higher, all) = covering(field, norm);
    let kind = if practically && higher {
        Kind::Futile(norm)
    } else {
        Kind::Shadowed(norm)
    };
    let applies = field.law.live(norm);
    let in_play = field.law.applies(norm);
    let scene: Option<Scene> = stage(field, engine, &[applies, in_play], &[], |field, world| {
        applying(field, norm, world)
    })?;
    Ok(scene.map(|scene| Finding {
        kind,
        scene: Some(scene),
        through: all,
        when: vec![(field.lawbook.norms[norm].from, field.lawbook.norms[norm].to)],
    }))
}

/// That a norm applies, and what then follows.
pub(crate) fn applying(field: &Field<'_>, norm: NormId, world: &[Known]) -> Vec<Expectation> {
    let id = field.lawbook.norms[norm].id.clone();
    let mut expected = vec![Expectation::Live(id, true)];
    expected.extend(verdict(field, world));
    expected
}

/// The verdict of a situation. The norms that carry it are left out: the told facts force
/// the verdict, but not by whom it is reached.
pub(crate) fn verdict(field: &Field<'_>, world: &[Known]) -> Option<Expectation> {
    let verdict = field.verdict(world)?;
    Some(Expectation::Verdict(verdict, Vec::new()))
}

/// Norms that stand in the way of a norm, or do its work, in every situation in which it
/// applies; and whether all of them stand higher.
fn covering(field: &mut Field<'_>, norm: NormId) -> (bool, Vec<NormId>) {
    const MOST: usize = 6;
    let mut covering: Vec<NormId> = Vec::new();
    let applies = field.law.applies(norm);
    while covering.len() < MOST {
        let claims: Vec<Claim> = covering
            .iter()
            .map(|each| field.law.applies(*each))
            .collect();
        let known = field.space.any(claims);
        let none = field.space.not(known);
        let Some(world) = crate::scene::plainest(field, &[applies, none], &[]) else {
            break;
        };
        match covers(field, norm, &world) {
            Some(other) => covering.push(other),
            None => break,
        }
    }
    let layer = field.lawbook.norms[norm].layer;
    let higher = covering
        .iter()
        .all(|each| field.lawbook.norms[*each].layer < layer);
    (higher && !covering.is_empty(), covering)
}

/// A norm that decides instead of this one, or does the same.
fn covers(field: &Field<'_>, norm: NormId, world: &[Known]) -> Option<NormId> {
    let own = &field.lawbook.norms[norm];
    let verdict = field.verdict(world)?;
    let carriers = field.carriers(verdict, world);
    let higher = carriers
        .iter()
        .copied()
        .find(|other| field.lawbook.norms[*other].layer < own.layer);
    let same = field
        .lawbook
        .norms
        .iter()
        .filter(|(id, other)| *id != norm && does_the_same(&own.effect, &other.effect));
    let mut same = same
        .map(|(id, _)| id)
        .filter(|id| field.is_so(field.law.applies(*id), world));
    higher
        .or_else(|| same.next())
        .or_else(|| carriers.into_iter().find(|other| *other != norm))
}
