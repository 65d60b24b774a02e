//! Norms of the house that say refuse where the law forbids it, on an ordinary day.

use std::collections::BTreeMap;

use demur_engine::{Claim, Engine, Known};
use demur_lawbook::{Cells, Effect, Lawbook, NormId, Tier, VarId, Verdict};

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
/// it is ruled out, and the next one is looked for. Where every value has its situation,
/// none of them is particular, and the first situation counts.
fn plain_clash(
    field: &mut Field<'_>,
    engine: &mut Engine<'_>,
    norm: NormId,
) -> Result<Option<Finding>, Mismatch> {
    const MOST_TRIALS: usize = 64;
    let mut fixed = ordinary(field, norm);
    let own = field.space.variables_of(field.law.applies(norm));
    let goals = [field.law.applies(norm), forbidden(field)];
    let mut ruled_out: BTreeMap<VarId, Cells> = BTreeMap::new();
    let mut first = None;
    for _ in 0..MOST_TRIALS {
        let Some(clash) = Clash::find(field, &goals, &fixed) else {
            return Ok(None);
        };
        let Some(foreign) = clash.foreign(field.lawbook, &own) else {
            return clash.told(field, engine, norm).map(Some);
        };
        first.get_or_insert(clash);
        let all = field.lawbook.variables[foreign.variable].all();
        let cells = ruled_out.entry(foreign.variable).or_default();
        *cells = Cells(cells.0 | foreign.cells.0);
        if *cells == all {
            break;
        }
        fixed.push(Known {
            variable: foreign.variable,
            cells: all.without(foreign.cells),
        });
    }
    first
        .map(|clash: Clash| clash.told(field, engine, norm))
        .transpose()
}

/// A situation in which a norm of the house clashes with the law.
struct Clash {
    world: Vec<Known>,
    verdict: Verdict,
    /// The part of the situation that alone makes it so.
    forced: Vec<Known>,
}

impl Clash {
    fn find(field: &mut Field<'_>, goals: &[Claim; 2], fixed: &[Known]) -> Option<Self> {
        let world = plainest(field, goals, fixed)?;
        let verdict = field.verdict(&world)?;
        let goal = field.space.all([goals[0], field.law.verdict(verdict)]);
        let forced = forcing(field, goal, &world);
        Some(Self {
            world,
            verdict,
            forced,
        })
    }

    /// A fact without an ordinary value that it needs and the norm, which looks at `own`,
    /// does not.
    fn foreign(&self, lawbook: &Lawbook, own: &[VarId]) -> Option<Known> {
        let of_reasons = [lawbook.reasons, lawbook.comparator];
        let is_foreign = |known: &&Known| {
            let fact = lawbook.variables[known.variable].fact;
            usual(lawbook, known.variable).is_none()
                && !own.contains(&known.variable)
                && !of_reasons.contains(&Some(fact))
                && fact != lawbook.place
        };
        self.forced.iter().find(is_foreign).copied()
    }

    fn told(
        &self,
        field: &mut Field<'_>,
        engine: &mut Engine<'_>,
        norm: NormId,
    ) -> Result<Finding, Mismatch> {
        let Self {
            world,
            verdict,
            forced,
        } = self;
        let expected = applying(field, norm, world);
        let scene = replayed(engine, field.day, world, forced, Some(*verdict), expected)?;
        Ok(Finding {
            kind: Kind::AgainstLaw(norm),
            scene: Some(scene),
            through: field.carriers(*verdict, world),
            when: Vec::new(),
        })
    }
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

/// Everything that the norm does not look at is as on most days.
fn ordinary(field: &Field<'_>, norm: NormId) -> Vec<Known> {
    let lawbook = field.lawbook;
    let own = field.space.variables_of(field.law.applies(norm));
    let names: Vec<&str> = own
        .iter()
        .filter_map(|variable| {
            let fact = lawbook
                .variables
                .iter()
                .find(|(id, _)| id == variable)?
                .1
                .fact;
            lawbook.facts[fact].name.rsplit('.').next()
        })
        .collect();
    let mut ordinary = Vec::new();
    for (variable, info) in lawbook.variables.iter() {
        let fact = &lawbook.facts[info.fact];
        let is_reason = Some(info.fact) == lawbook.reasons;
        let value = info
            .element
            .and_then(|element| fact.domain.values().get(element));
        let named = is_reason && value.is_some_and(|value| names.contains(&value.name.as_str()));
        // The comparator follows from the reasons.
        if own.contains(&variable) || named || Some(info.fact) == lawbook.comparator {
            continue;
        }
        let cells: Option<Cells> = usual(lawbook, variable);
        ordinary.extend(cells.map(|cells| Known { variable, cells }));
    }
    ordinary
}
