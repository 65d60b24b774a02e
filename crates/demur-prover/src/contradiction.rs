//! Norms of the house that say refuse where the law forbids it, on an ordinary day.

use demur_engine::{Claim, Engine, Known};
use demur_lawbook::{Effect, Lawbook, NormId, Tier, VarId, Verdict};

use crate::field::{Field, usual};
use crate::finding::{Finding, Kind, Mismatch};
use crate::norms::applying;
use crate::scene::{forcing, plainest, replayed};
use crate::spans::Span;

/// Looks at each norm of the house that speaks for refusing. Only what the norm itself
/// looks at may be unusual; of the reasons only those that it names or whose trait it
/// looks at (`customer.age` and `age`). In emergencies every house rule gives way to the
/// law, and nobody wants to be told so about each.
pub(crate) fn against_law(
    field: &mut Field<'_>,
    engine: &mut Engine<'_>,
    span: &Span,
    scope: &[NormId],
    found: &mut Vec<Finding>,
) -> Result<(), Mismatch> {
    for norm in scope {
        let refuses = matches!(
            field.lawbook.norms[*norm].effect,
            Effect::ForbidServing | Effect::Permit(_) | Effect::Entitle(_)
        );
        if !refuses || !field.is_house(*norm) || !field.lawbook.norms[*norm].in_force(field.day) {
            continue;
        }
        let kind = Kind::AgainstLaw(*norm);
        if found
            .iter()
            .any(|finding| finding.kind == kind || finding.kind == Kind::Futile(*norm))
        {
            continue;
        }
        if let Some(finding) = plain_clash(field, engine, *norm)? {
            found.push(Finding {
                when: vec![(span.from, span.to)],
                ..finding
            });
        }
    }
    Ok(())
}

/// An ordinary situation in which the norm applies and the law forbids refusing.
///
/// Some facts have no ordinary value, such as the kind of business. A situation that needs
/// a particular one of them, which the norm never looks at, is not ordinary for the norm:
/// it is ruled out, and the next one is looked for. A norm that makes something a reason
/// is at fault wherever the law forbids refusing for that reason.
fn plain_clash(
    field: &mut Field<'_>,
    engine: &mut Engine<'_>,
    norm: NormId,
) -> Result<Option<Finding>, Mismatch> {
    let ordinary = field.ordinary(norm);
    let world = field.within(&ordinary, |field| clashing(field, norm));
    world.map_or(Ok(None), |world| told(field, engine, norm, &world))
}

/// Such a situation, wherever the field looks.
fn clashing(field: &mut Field<'_>, norm: NormId) -> Option<Vec<Known>> {
    const MOST_TRIALS: usize = 12;
    let applies = field.law.applies(norm);
    let forbidden = forbidden(field);
    let own = field.space.variables_of(applies);
    let for_its_reason = forbidden_for(field, &own);
    let world = plainest(field, &[applies, forbidden, for_its_reason], &[]);
    if world.is_some() {
        return world;
    }
    let clash = field.space.all([applies, forbidden]);
    let mut fixed: Vec<Known> = Vec::new();
    for _ in 0..MOST_TRIALS {
        let world = plainest(field, &[clash], &fixed)?;
        let needed = forcing(field, clash, &world);
        let foreign = needed
            .iter()
            .find(|known| is_foreign(field.lawbook, &own, **known));
        let Some(foreign) = foreign else {
            return Some(world);
        };
        let all = field.lawbook.variables[foreign.variable].all();
        fixed.push(Known {
            variable: foreign.variable,
            cells: all.without(foreign.cells),
        });
    }
    None
}

/// That some norm forbids refusing because of one of these reasons.
fn forbidden_for(field: &mut Field<'_>, reasons: &[VarId]) -> Claim {
    let norms = field.lawbook.norms.iter();
    let forbidding: Vec<NormId> = norms
        .filter(|(_, norm)| match &norm.effect {
            Effect::ForbidRefusingBecause(because) => {
                because.iter().any(|reason| reasons.contains(reason))
            }
            _ => false,
        })
        .map(|(id, _)| id)
        .collect();
    let claims: Vec<Claim> = forbidding
        .into_iter()
        .map(|id| field.law.forbids_refusing(id))
        .collect();
    field.space.any(claims)
}

/// A fact without an ordinary value, at which the norm does not look.
fn is_foreign(lawbook: &Lawbook, own: &[VarId], known: Known) -> bool {
    let fact = lawbook.variables[known.variable].fact;
    usual(lawbook, known.variable).is_none()
        && !own.contains(&known.variable)
        && ![lawbook.reasons, lawbook.comparator].contains(&Some(fact))
        && fact != lawbook.place
}

fn told(
    field: &mut Field<'_>,
    engine: &mut Engine<'_>,
    norm: NormId,
    world: &[Known],
) -> Result<Option<Finding>, Mismatch> {
    let Some(verdict) = field.verdict(world) else {
        return Ok(None);
    };
    let applies = field.law.applies(norm);
    let goal = field.space.all([applies, field.law.verdict(verdict)]);
    let forced = forcing(field, goal, world);
    let expected = applying(field, norm, world);
    let scene = replayed(engine, field.day, world, &forced, Some(verdict), expected)?;
    Ok(Some(Finding {
        kind: Kind::AgainstLaw(norm),
        scene: Some(scene),
        through: field.carriers(verdict, world),
        when: Vec::new(),
    }))
}

/// That law or a professional code forbids refusing.
fn forbidden(field: &mut Field<'_>) -> Claim {
    let mut forbidden = Vec::new();
    for tier in [Tier::Law, Tier::Code] {
        for verdict in [Verdict::MustServe, Verdict::NotJustified] {
            forbidden.push(field.space.decided(&field.law, tier, verdict));
        }
    }
    field.space.any(forbidden)
}
