//! Properties of the packs, and what no policy of a house can do.

use std::collections::BTreeMap;

use demur_engine::{Claim, Engine, Known, Space, Twist};
use demur_lawbook::{
    Cells, Expectation, Lawbook, NormId, PackFile, Property, Tier, VarId, Verdict,
};

use crate::anyone::{Anyone, step_fact};
use crate::field::Field;
use crate::finding::{Finding, Kind, Mismatch, Scene};
use crate::rewrite::silenced;
use crate::scene::{agrees, forcing, plainest, stage, translated};
use crate::spans::Span;

/// Laws under every policy, built once for each tier.
#[derive(Debug)]
pub(crate) struct Policies<'l> {
    lawbook: &'l Lawbook,
    files: &'l [PackFile],
    below: BTreeMap<Tier, Anyone>,
    house: Option<Anyone>,
}

impl<'l> Policies<'l> {
    pub(crate) fn new(lawbook: &'l Lawbook, files: &'l [PackFile]) -> Self {
        Self {
            lawbook,
            files,
            below: BTreeMap::new(),
            house: None,
        }
    }
}

/// Looks whether these properties hold in the span of the field; `properties` are
/// positions in the lawbook.
pub(crate) fn properties(
    field: &mut Field<'_>,
    engine: &mut Engine<'_>,
    policies: &mut Policies<'_>,
    span: &Span,
    properties: &[usize],
    found: &mut Vec<Finding>,
) -> Result<(), Mismatch> {
    let lawbook = field.lawbook;
    let stated: Vec<(usize, &Property)> = properties
        .iter()
        .filter_map(|position| Some((*position, lawbook.properties.get(*position)?)))
        .filter(|(_, property)| span.meets(property.from, property.to))
        .collect();
    for tier in stated
        .iter()
        .filter_map(|(_, property)| property.every_policy_below)
    {
        let below = policies.below.entry(tier);
        below.or_insert_with(|| Anyone::below(lawbook, tier));
    }
    let policies = &*policies;
    let mut fields: BTreeMap<Tier, Field<'_>> = BTreeMap::new();
    for (position, property) in stated {
        let kind = Kind::Property(position);
        let tier = property.every_policy_below;
        let shown = match tier.and_then(|tier| Some((tier, policies.below.get(&tier)?))) {
            None => {
                let goals = broken(field, property);
                if again(field, &goals, &kind, span, found) {
                    continue;
                }
                let scene = stage(field, engine, &goals, &[], reached)?;
                scene.map(|scene| (carriers(lawbook, field, &scene), scene))
            }
            Some((tier, anyone)) => {
                let every = fields.entry(tier).or_insert_with(|| {
                    Field::on(Space::new(&anyone.lawbook), &anyone.lawbook, span.day)
                });
                let goals = broken(every, property);
                if again(every, &goals, &kind, span, found) {
                    continue;
                }
                let scene = written(every, anyone, policies, &goals)?;
                scene.map(|scene| (carriers(lawbook, every, &scene), scene))
            }
        };
        found.extend(shown.map(|(through, scene)| Finding {
            kind,
            scene: Some(scene),
            through,
            when: vec![(span.from, span.to)],
        }));
    }
    Ok(())
}

/// Whether this was found before; if so, whether it is found again is noted.
fn again(
    field: &mut Field<'_>,
    goals: &[Claim],
    kind: &Kind,
    span: &Span,
    found: &mut [Finding],
) -> bool {
    let Some(known) = found.iter_mut().find(|finding| finding.kind == *kind) else {
        return false;
    };
    if field.find(goals, &[]).is_some() {
        known.when.push((span.from, span.to));
    }
    true
}

fn reached(field: &Field<'_>, world: &[Known]) -> Vec<Expectation> {
    let verdict = field.verdict(world).into_iter();
    verdict
        .map(|verdict| Expectation::Verdict(verdict, Vec::new()))
        .collect()
}

/// That the property is broken.
fn broken(field: &mut Field<'_>, property: &Property) -> Vec<Claim> {
    let whenever = field.space.condition(&property.whenever, field.day);
    let never = field.space.verdict_among(&field.law, &property.never);
    let always = field.space.verdict_among(&field.law, &property.always);
    let missed = match property.always.as_slice() {
        [] => Claim::NEVER,
        _ => field.space.not(always),
    };
    let wrong = field.space.any([never, missed]);
    let excepted: Vec<NormId> = property
        .except_by
        .iter()
        .flat_map(|id| field.lawbook.norms_named(id).collect::<Vec<_>>())
        .collect();
    let excepted: Vec<Claim> = excepted
        .iter()
        .map(|norm| field.law.applies(*norm))
        .collect();
    let excepted = field.space.any(excepted);
    let counts = field.space.not(excepted);
    vec![whenever, wrong, counts]
}

/// Norms of the lawbook that carry the verdict of a scene.
fn carriers(lawbook: &Lawbook, field: &Field<'_>, scene: &Scene) -> Vec<NormId> {
    let Some(verdict) = scene.verdict else {
        return Vec::new();
    };
    let own = |norm: &NormId| lawbook.norms.ids().any(|id| id == *norm);
    let known = field.carriers(verdict, &scene.given);
    known.into_iter().filter(own).collect()
}

/// The theorem that needs no property: no policy of a house opens a refusal that the law
/// forbids. Were it broken, the engine would be: that is no finding about the packs.
pub(crate) fn house(field: &Field<'_>, policies: &mut Policies<'_>) -> Result<(), Mismatch> {
    let lawbook = policies.lawbook;
    if policies.house.is_none() {
        policies.house = Some(Anyone::of_the_house(lawbook));
    }
    let policies = &*policies;
    let Some(anyone) = policies.house.as_ref() else {
        return Ok(());
    };
    let mut every = Field::on(Space::new(&anyone.lawbook), &anyone.lawbook, field.day);
    let house = lawbook
        .norms
        .iter()
        .filter(|(_, norm)| norm.layer.tier == Tier::House);
    let twist = house.fold(Twist::none(), |twist, (id, _)| twist.without(id));
    let alone = every.space.law(lawbook, field.day, &twist);
    let mut forbidden = Vec::new();
    for verdict in [Verdict::MustServe, Verdict::NotJustified] {
        forbidden.push(every.space.decided(&alone, Tier::Law, verdict));
    }
    let forbidden = every.space.any(forbidden);
    let open = [
        Verdict::MayRefuse,
        Verdict::MayRefuseAfter,
        Verdict::MustRefuse,
    ];
    let opened = every.space.verdict_among(&every.law, &open);
    let goals = [forbidden, opened];
    if every.find(&goals, &[]).is_none() {
        return Ok(());
    }
    let scene = written(&mut every, anyone, policies, &goals)?;
    Err(Mismatch {
        what: "no policy of a house opens a refusal that the law forbids".to_owned(),
        said: format!("it does: {scene:?}"),
    })
}

/// A situation under some policy, with that policy written down, compiled together with
/// the library and replayed.
fn written(
    field: &mut Field<'_>,
    anyone: &Anyone,
    policies: &Policies<'_>,
    goals: &[Claim],
) -> Result<Option<Scene>, Mismatch> {
    let Some(world) = plainest(field, goals, &[]) else {
        return Ok(None);
    };
    let Some(verdict) = field.verdict(&world) else {
        return Ok(None);
    };
    let goal = field.law.verdict(verdict);
    let forced = forcing(field, goal, &world);
    let is_switch = |variable: VarId| anyone.moves.iter().any(|each| each.variable == variable);
    let on: Vec<VarId> = forced
        .iter()
        .filter(|known| is_switch(known.variable) && known.cells == Cells::YES)
        .map(|known| known.variable)
        .collect();
    let mut policy = anyone.written(policies.lawbook, &on);
    let given: Vec<Known> = forced
        .into_iter()
        .filter(|known| !is_switch(known.variable))
        .collect();
    let mut scene = Scene {
        day: field.day,
        given,
        otherwise_typical: false,
        verdict: Some(verdict),
        expectations: vec![Expectation::Verdict(verdict, Vec::new())],
        policy: None,
    };
    policy.replaced = replay_written(policies, &policy, &scene)?;
    scene.policy = Some(policy);
    Ok(Some(scene))
}

/// Compiles the written packs with the library and asks the engine. The norms of the
/// library that have to go are returned: as few as can be.
fn replay_written(
    policies: &Policies<'_>,
    policy: &crate::finding::Written,
    scene: &Scene,
) -> Result<Vec<NormId>, Mismatch> {
    let mismatch = |said: String| Mismatch {
        what: format!("{:?} under {:?}", scene.expectations, policy.norms),
        said,
    };
    let files: Vec<PackFile> = policies
        .files
        .iter()
        .chain(&policy.files)
        .cloned()
        .collect();
    let compiled = demur_lawbook::compile(files);
    let Some(book) = compiled.lawbook else {
        return Err(mismatch(format!("{:?}", compiled.diagnostics)));
    };
    let mut replay = scene.clone();
    replay.given = translated(policies.lawbook, &book, &scene.given);
    for tier in &policy.tiers {
        let fact = book.fact_named(&step_fact(*tier));
        let variable = fact.and_then(|fact| book.facts[fact].variables.first().copied());
        replay.given.extend(variable.map(|variable| Known {
            variable,
            cells: Cells::NO,
        }));
    }
    let there = |norm: &NormId| {
        let norm = &policies.lawbook.norms[*norm];
        let same = |other: &demur_lawbook::Norm| other.id == norm.id && other.from == norm.from;
        book.norms.find(same)
    };
    let asked = |gone: &[NormId]| {
        let silent = silenced(&book, &gone.iter().filter_map(there).collect());
        agrees(&mut Engine::new(&silent), &replay)
    };
    let mut gone: Vec<NormId> = policy
        .replaced
        .iter()
        .copied()
        .filter(|norm| policies.lawbook.norms[*norm].in_force(scene.day))
        .collect();
    asked(&gone).map_err(mismatch)?;
    if asked(&[]).is_ok() {
        return Ok(Vec::new());
    }
    for norm in gone.clone() {
        let fewer: Vec<NormId> = gone.iter().copied().filter(|each| *each != norm).collect();
        if asked(&fewer).is_ok() {
            gone = fewer;
        }
    }
    Ok(gone)
}
