//! Norms of one layer that forbid both serving and refusing, and situations of which no
//! norm speaks.

use demur_engine::{Claim, Engine};
use demur_lawbook::{Effect, Expectation, NormId, Verdict};

use crate::field::Field;
use crate::finding::{Finding, Kind, Mismatch};
use crate::norms::applying;
use crate::scene::stage;
use crate::spans::Span;

/// Most findings of one kind in one span: more only repeat each other.
const MOST: usize = 12;

/// Pairs of norms that clash where their layer is reached; with `house`, only the firm's.
pub(crate) fn clashes(
    field: &mut Field<'_>,
    engine: &mut Engine<'_>,
    span: &Span,
    scope: &[NormId],
    found: &mut Vec<Finding>,
) -> Result<(), Mismatch> {
    let conflict = field.law.verdict(Verdict::Conflict);
    let mut seen: Vec<Claim> = Vec::new();
    for _ in 0..MOST {
        let pairs = field.space.any(seen.iter().copied());
        let other = field.space.not(pairs);
        let concerned: Vec<Claim> = scope.iter().map(|norm| field.law.applies(*norm)).collect();
        let concerned = field.space.any(concerned);
        let goals = [conflict, other, concerned];
        let Some(point) = field.find(&goals, &[]) else {
            return Ok(());
        };
        let Some((serve, refuse)) = pair(field, &point) else {
            return Ok(());
        };
        let both = [field.law.applies(serve), field.law.applies(refuse)];
        seen.push(field.space.all(both));
        let kind = Kind::Clash(serve, refuse);
        if let Some(known) = found.iter_mut().find(|finding| finding.kind == kind) {
            known.when.push((span.from, span.to));
            continue;
        }
        let goals = [conflict, both[0], both[1]];
        let scene = stage(field, engine, &goals, &[], |field, world| {
            let mut expected = applying(field, serve, world);
            expected.insert(
                1,
                Expectation::Live(field.lawbook.norms[refuse].id.clone(), true),
            );
            expected
        })?;
        found.push(Finding {
            kind,
            scene,
            through: Vec::new(),
            when: vec![(span.from, span.to)],
        });
    }
    Ok(())
}

/// The highest two norms that forbid refusing and serving in one layer.
fn pair(field: &Field<'_>, point: &demur_engine::Point) -> Option<(NormId, NormId)> {
    let cells = |variable| demur_lawbook::Cells::single(point.cell(variable).unwrap_or(0));
    let holds = |claim| field.space.evaluate(claim, &cells) == Some(true);
    let norms = || field.lawbook.norms.iter();
    let refusing = norms().filter(|(id, norm)| {
        norm.effect == Effect::ForbidRefusing && holds(field.law.forbids_refusing(*id))
    });
    let serving = |layer| {
        let mut all = norms().filter(move |(_, other)| {
            other.layer == layer && other.effect == Effect::ForbidServing
        });
        all.find(|(id, _)| holds(field.law.applies(*id)))
    };
    let mut pairs: Vec<_> = refusing
        .filter_map(|(id, norm)| Some((norm.layer, id, serving(norm.layer)?.0)))
        .collect();
    pairs.sort_unstable();
    pairs.first().map(|(_, serve, refuse)| (*serve, *refuse))
}

/// Situations in which refusing is allowed although no norm says so.
pub(crate) fn gaps(
    field: &mut Field<'_>,
    engine: &mut Engine<'_>,
    span: &Span,
    found: &mut Vec<Finding>,
) -> Result<(), Mismatch> {
    let silence = field.law.silence();
    let known = found.iter_mut().find(|finding| finding.kind == Kind::Gap);
    if let Some(known) = known {
        if field.find(&[silence], &[]).is_some() {
            known.when.push((span.from, span.to));
        }
        return Ok(());
    }
    let expected = |_: &Field<'_>, _: &[demur_engine::Known]| {
        vec![
            Expectation::Verdict(Verdict::MayRefuse, Vec::new()),
            Expectation::Strong(false),
        ]
    };
    let scene = stage(field, engine, &[silence], &[], expected)?;
    found.extend(scene.map(|scene| Finding {
        kind: Kind::Gap,
        scene: Some(scene),
        through: Vec::new(),
        when: vec![(span.from, span.to)],
    }));
    Ok(())
}
