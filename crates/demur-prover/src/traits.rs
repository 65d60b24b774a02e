//! Traits among the reasons: through which norms they decide, and whether one of them
//! ever makes a refusal easier.

use std::collections::{BTreeMap, BTreeSet};

use demur_engine::{Claim, DayLaw, Engine, Known, Twist};
use demur_lawbook::{Cells, Effect, Expectation, Lawbook, NormId, VarId, Verdict};

use crate::field::Field;
use crate::finding::{Finding, Kind, Mismatch};
use crate::scene::{forcing, plainest, replayed};
use crate::spans::Span;

/// The norms through which a trait decides, in some span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependence {
    /// The reason.
    pub reason: VarId,
    /// Where these norms are held fast the verdict is the same with the trait and without;
    /// none of them can be spared. Empty where the trait never decides.
    pub norms: BTreeSet<NormId>,
}

/// Reasons for which some norm forbids refusing.
pub(crate) fn protected(lawbook: &Lawbook) -> BTreeSet<VarId> {
    let mut found = BTreeSet::new();
    for (_, norm) in lawbook.norms.iter() {
        if let Effect::ForbidRefusingBecause(reasons) = &norm.effect {
            found.extend(reasons);
        }
    }
    found
}

/// The same law for the same situation, but with a trait that plays a part here and none
/// in the law of the field.
struct Twin {
    law: DayLaw,
    /// Both situations are possible, and only the twin's has the trait.
    frame: Vec<Claim>,
    /// The variable of the trait in the twin.
    other: VarId,
    /// For each norm that differs the switch that holds it fast.
    switches: BTreeMap<NormId, VarId>,
}

/// The norms through which the trait decides on this day.
pub(crate) fn dependence(field: &mut Field<'_>, reason: VarId) -> BTreeSet<NormId> {
    let twin = twin(field, reason, true);
    let verdicts = |law: &DayLaw| Verdict::ALL.map(|verdict| law.verdict(verdict));
    let pairs: Vec<Claim> = verdicts(&field.law)
        .into_iter()
        .zip(verdicts(&twin.law))
        .map(|(one, other)| field.space.differ(one, other))
        .collect();
    let differs = field.space.any(pairs);
    let mut claims = twin.frame.clone();
    claims.push(differs);
    let mut held: BTreeSet<NormId> = twin.switches.keys().copied().collect();
    let same = |field: &mut Field<'_>, held: &BTreeSet<NormId>| {
        let known: Vec<Known> = twin
            .switches
            .iter()
            .map(|(norm, variable)| Known {
                variable: *variable,
                cells: if held.contains(norm) {
                    Cells::YES
                } else {
                    Cells::NO
                },
            })
            .collect();
        field.find(&claims, &known).is_none()
    };
    if same(field, &BTreeSet::new()) {
        return BTreeSet::new();
    }
    // What already forbids refusing for the reason is kept longest.
    let mut order: Vec<NormId> = held.iter().copied().collect();
    let forbids = |norm: &NormId| {
        matches!(
            field.lawbook.norms[*norm].effect,
            Effect::ForbidRefusingBecause(_)
        )
    };
    order.sort_by_key(|norm| (forbids(norm), *norm));
    for norm in order {
        held.remove(&norm);
        if !same(field, &held) {
            held.insert(norm);
        }
    }
    held
}

fn twin(field: &mut Field<'_>, reason: VarId, switched: bool) -> Twin {
    let other = field.space.fresh(2);
    let plain = Twist::none().renaming(reason, other);
    let mut law = field.twisted(&plain);
    let mut switches = BTreeMap::new();
    if switched {
        let mut twist = plain;
        for norm in field.lawbook.norms.ids() {
            if law.applies(norm) != field.law.applies(norm) {
                let variable = field.space.fresh(2);
                let switch = field.space.is(variable, Cells::YES);
                twist = twist.sharing(norm, switch, &field.law);
                switches.insert(norm, variable);
            }
        }
        law = field.twisted(&twist);
    }
    let possible = field.space.possible(&law);
    let frame = vec![
        possible,
        field.space.is(reason, Cells::NO),
        field.space.is(other, Cells::YES),
    ];
    Twin {
        law,
        frame,
        other,
        switches,
    }
}

/// A situation in which refusing is not allowed, but is allowed once the trait is among
/// the reasons too.
pub(crate) fn opens(
    field: &mut Field<'_>,
    engine: &mut Engine<'_>,
    span: &Span,
    reason: VarId,
    found: &mut Vec<Finding>,
) -> Result<(), Mismatch> {
    let twin = twin(field, reason, false);
    let shut = [Verdict::MustServe, Verdict::NotJustified];
    let open = [
        Verdict::MayRefuse,
        Verdict::MayRefuseAfter,
        Verdict::MustRefuse,
    ];
    let mut goals = twin.frame.clone();
    goals.push(field.space.verdict_among(&field.law, &shut));
    goals.push(field.space.verdict_among(&twin.law, &open));
    let kind = Kind::TraitOpens(reason);
    if let Some(known) = found.iter_mut().find(|finding| finding.kind == kind) {
        if field.find(&goals, &[]).is_some() {
            known.when.push((span.from, span.to));
        }
        return Ok(());
    }
    let Some(mut world) = plainest(field, &goals, &[]) else {
        return Ok(());
    };
    let before = field.verdict(&world);
    world.retain(|known| known.variable != twin.other);
    for known in &mut world {
        if known.variable == reason {
            known.cells = Cells::YES;
        }
    }
    let (Some(verdict), Some(before)) = (field.verdict(&world), before) else {
        return Ok(());
    };
    let goal = field.law.verdict(verdict);
    let forced = forcing(field, goal, &world);
    let expected = vec![Expectation::Verdict(verdict, Vec::new())];
    let scene = replayed(engine, field.day, &world, &forced, Some(verdict), expected)?;
    let through = without_trait(field, &world, reason, before);
    found.push(Finding {
        kind,
        scene: Some(scene),
        through,
        when: vec![(span.from, span.to)],
    });
    Ok(())
}

/// The norms that kept the refusal shut before the trait came in.
fn without_trait(
    field: &Field<'_>,
    world: &[Known],
    reason: VarId,
    before: Verdict,
) -> Vec<NormId> {
    let mut without = world.to_vec();
    for known in &mut without {
        if known.variable == reason {
            known.cells = Cells::NO;
        }
    }
    field.carriers(before, &without)
}
