//! Dead norms, norms that change nothing, clashes, gaps and idle questions.

use std::collections::BTreeSet;

use demur_lawbook::{Effect, FactId, Id, Lawbook, NormId, Verdict};
use demur_prover::{Kind, Request, prove};
use demur_testkit::reference::{self, Outcome};
use demur_testkit::survey::Survey;
use jiff::civil::Date;
use proptest::{prop_assert, prop_assert_eq};

use crate::{check, compile, proof};

/// Whether a norm applies; one that forbids reasons needs one of them in play.
fn applies(lawbook: &Lawbook, outcome: &Outcome, norm: NormId) -> bool {
    match lawbook.norms[norm].effect {
        Effect::ForbidRefusingBecause(_) => outcome.tainted.contains(&norm),
        _ => outcome.live.contains(&norm),
    }
}

/// What an opinion shows of a world, without names of norms.
fn shown(lawbook: &Lawbook, outcome: &Outcome, world: &[usize]) -> BTreeSet<String> {
    let mut shown = BTreeSet::from([outcome.verdict.name().to_owned()]);
    if outcome.verdict == Verdict::MayRefuse && outcome.strong {
        shown.insert("strong".to_owned());
    }
    shown.extend(
        outcome
            .grounds
            .iter()
            .map(|(ground, status)| format!("{ground:?} {status:?}")),
    );
    for norm in &outcome.tainted {
        if let Effect::ForbidRefusingBecause(reasons) = &lawbook.norms[*norm].effect {
            let named = reasons
                .iter()
                .filter(|reason| world.get(reason.position()) == Some(&1));
            shown.extend(named.map(|reason| format!("tainted {reason:?}")));
        }
    }
    if matches!(outcome.verdict, Verdict::MustServe | Verdict::NotJustified) {
        return shown;
    }
    let permitted = |ground| {
        outcome.live.iter().any(|norm| {
            matches!(lawbook.norms[*norm].effect, Effect::Permit(each) | Effect::Entitle(each) if each == ground)
        })
    };
    for norm in &outcome.live {
        match &lawbook.norms[*norm].effect {
            Effect::RequireStep { step, ground } => {
                let undone = outcome.outstanding.iter().any(|(_, other)| other == norm);
                if undone && ground.is_none_or(permitted) {
                    shown.insert(format!("{step:?} {ground:?}"));
                }
            }
            Effect::ForbidDuty(duty) => {
                shown.insert(format!("not {duty:?}"));
            }
            _ => {}
        }
    }
    for (duty, norm) in &outcome.duties {
        if let Effect::RequireDuty { within, .. } = lawbook.norms[*norm].effect {
            shown.insert(format!("{duty:?} {within:?}"));
        }
    }
    shown
}

/// The same lawbook with one norm never in force.
fn without(lawbook: &Lawbook, gone: NormId) -> Lawbook {
    let mut changed = lawbook.clone();
    changed.norms = demur_lawbook::Table::default();
    for (id, norm) in lawbook.norms.iter() {
        let mut norm = norm.clone();
        if id == gone {
            norm.to = norm.from.or(Some(Date::MIN));
        }
        changed.norms.push(norm);
    }
    changed
}

fn changes_nothing(lawbook: &Lawbook, day: Date, survey: &Survey<'_>, norm: NormId) -> bool {
    let other = without(lawbook, norm);
    let known = demur_testkit::survey::nothing(lawbook);
    survey.completions(&known).all(|(world, outcome)| {
        let changed = reference::verdict(&other, day, world);
        shown(lawbook, outcome, world) == shown(lawbook, &changed, world)
    })
}

#[test]
fn dead_idle_and_silent_as_by_brute_force() {
    check(160, |packs, day| {
        let files = packs.files();
        let lawbook = compile(files.clone());
        let survey = Survey::new(&lawbook, day);
        let proof = proof(&lawbook, &files, day);
        prop_assert_eq!(&proof.mismatches, &[]);
        let known = demur_testkit::survey::nothing(&lawbook);
        let worlds: Vec<_> = survey.completions(&known).collect();
        let found = |kind: &Kind| proof.findings.iter().any(|each| each.kind == *kind);
        for (norm, info) in lawbook.norms.iter() {
            if !info.in_force(day) {
                continue;
            }
            let dead = !worlds
                .iter()
                .any(|(_, outcome)| applies(&lawbook, outcome, norm));
            prop_assert_eq!(found(&Kind::Dead(norm)), dead, "dead {}", info.id);
            if dead
                || matches!(
                    info.effect,
                    Effect::Suggest { .. } | Effect::Caution(_) | Effect::Consequence { .. }
                )
            {
                continue;
            }
            let idle = changes_nothing(&lawbook, day, &survey, norm);
            if idle {
                let named = found(&Kind::Shadowed(norm)) || found(&Kind::Futile(norm));
                prop_assert!(named, "{} changes nothing", info.id);
            }
            prop_assert!(
                idle || !found(&Kind::Shadowed(norm))
                    || info.layer.tier == demur_lawbook::Tier::House,
                "{} works",
                info.id
            );
        }
        let clash = worlds
            .iter()
            .any(|(_, outcome)| outcome.verdict == Verdict::Conflict);
        let clashes = proof
            .findings
            .iter()
            .any(|each| matches!(each.kind, Kind::Clash(..)));
        prop_assert_eq!(clashes, clash, "clash");
        let silent = |outcome: &Outcome| {
            outcome.verdict == Verdict::MayRefuse
                && !outcome.live.iter().any(|norm| {
                    matches!(
                        lawbook.norms[*norm].effect,
                        Effect::Permit(_) | Effect::Entitle(_)
                    )
                })
        };
        let gap = worlds.iter().any(|(_, outcome)| silent(outcome));
        // Before 2010 nobody promises that there is none.
        if day >= jiff::civil::date(2010, 1, 1) {
            prop_assert_eq!(found(&Kind::Gap), gap, "gap");
        }
        Ok(())
    });
}

#[test]
fn a_question_that_matters_is_never_called_idle() {
    check(60, |packs, day| {
        let files = packs.files();
        let lawbook = compile(files.clone());
        let survey = Survey::new(&lawbook, day);
        let known = demur_testkit::survey::nothing(&lawbook);
        let proof = prove(&Request {
            lawbook: &lawbook,
            files: &files,
            today: day,
            at: None,
            policy_only: false,
            pack: None,
        });
        for finding in &proof.findings {
            let Kind::Idle(fact) = finding.kind else {
                continue;
            };
            let worlds: Vec<_> = survey.completions(&known).collect();
            for (index, (world, outcome)) in worlds.iter().enumerate() {
                let same = worlds
                    .iter()
                    .skip(index + 1)
                    .filter(|(other, _)| agree(&lawbook, world, other, fact));
                for (other, changed) in same.take(3) {
                    prop_assert_eq!(
                        shown(&lawbook, outcome, world),
                        shown(&lawbook, changed, other),
                        "{} matters",
                        lawbook.facts[fact].name
                    );
                }
            }
        }
        Ok(())
    });
}

fn agree(lawbook: &Lawbook, one: &[usize], other: &[usize], but: FactId) -> bool {
    lawbook
        .variables
        .iter()
        .all(|(id, info)| info.fact == but || one.get(id.position()) == other.get(id.position()))
}
