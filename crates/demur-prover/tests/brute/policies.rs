//! Properties, with and without "for every policy".

use demur_lawbook::{Condition, Lawbook, PackFile, Property, Tier, Verdict};
use demur_prover::Kind;
use demur_testkit::reference;
use demur_testkit::survey::{self, Survey};
use jiff::civil::Date;
use proptest::{prop_assert, prop_assert_eq};

use crate::{check, compile, proof};

/// Adds "never V" for each verdict.
fn with_properties(mut lawbook: Lawbook, below: Option<Tier>) -> Lawbook {
    lawbook.properties = Verdict::ALL
        .into_iter()
        .map(|verdict| Property {
            title: verdict.name().to_owned(),
            from: None,
            to: None,
            every_policy_below: below,
            whenever: Condition::always(),
            never: vec![verdict],
            always: Vec::new(),
            except_by: Vec::new(),
            declared: Default::default(),
        })
        .collect();
    lawbook
}

/// The verdicts that the prover says can be reached.
fn refuted(lawbook: &Lawbook, files: &[PackFile], day: Date) -> Vec<Verdict> {
    let proof = proof(lawbook, files, day);
    assert_eq!(proof.mismatches, []);
    let broken = |position: usize| {
        proof
            .findings
            .iter()
            .any(|each| each.kind == Kind::Property(position))
    };
    let all = Verdict::ALL.into_iter().enumerate();
    all.filter(|(position, _)| broken(*position))
        .map(|(_, verdict)| verdict)
        .collect()
}

#[test]
fn properties_of_one_lawbook_as_by_brute_force() {
    check(60, |packs, day| {
        let files = packs.files();
        let lawbook = with_properties(compile(files.clone()), None);
        let survey = Survey::new(&lawbook, day);
        let possible = survey.possible(&survey::nothing(&lawbook));
        prop_assert_eq!(refuted(&lawbook, &files, day), possible);
        Ok(())
    });
}

/// Small policies: each of these norms alone, and each two of them.
fn norms(lawbook: &Lawbook) -> Vec<String> {
    let mut norms: Vec<String> = [
        "forbid refusing",
        "forbid serving",
        "forbid serving when fact.b0",
        "permit refusing as misconduct",
        "permit refusing as mine",
        "entitle refusing as mine",
        "entitle refusing as free_choice unless fact.b0",
        "refusing needs a ground",
        "refusing needs a ground admitting {mine}",
        "require warn before refusing",
        "require warn before refusing as misconduct",
    ]
    .map(str::to_owned)
    .to_vec();
    let aside = lawbook
        .norms
        .iter()
        .filter(|(_, norm)| norm.yielding || norm.layer.tier == Tier::Standard);
    let mut ids: Vec<String> = aside
        .map(|(_, norm)| format!("except {}", norm.id))
        .collect();
    ids.dedup();
    norms.extend(ids.into_iter().take(4));
    norms
}

fn policy(norms: &[&String]) -> Vec<PackFile> {
    let head = "---\npack: mine\nlayer: house\nplace: any\nversion: 2026.1.1\ntitle-en: m\ntitle-pl: m\n---\n# m\n";
    let mut text = "# m\n\n```demur\nground mine en \"m\" pl \"m\"\n".to_owned();
    for (index, norm) in norms.iter().enumerate() {
        text += &format!(
            "norm mine.all.n{index}\n  title en \"m\" pl \"m\"\n  in force from 1990-01-01\n  {norm}\n"
        );
    }
    text += "```\n";
    vec![
        PackFile {
            path: "mine/pack.md".to_owned(),
            text: head.to_owned(),
        },
        PackFile {
            path: "mine/all.md".to_owned(),
            text: format!(
                "---\ncite: m\nurl: https://example.org\nconfidence: recalled\n---\n{text}"
            ),
        },
    ]
}

/// Both directions: what some small policy reaches the prover says can be reached; and what
/// it says can be reached it shows with a policy that was compiled and replayed, here once
/// more by the reference.
#[test]
fn every_policy_means_every_policy() {
    check(24, |packs, day| {
        let plain = packs.without_house();
        let files = plain.files();
        let lawbook = with_properties(compile(files.clone()), Some(Tier::Code));
        let proof = proof(&lawbook, &files, day);
        prop_assert_eq!(&proof.mismatches, &[]);
        let reachable = refuted(&lawbook, &files, day);
        let norms = norms(&lawbook);
        for (index, one) in norms.iter().enumerate() {
            for other in norms.iter().skip(index) {
                let with = compile([files.clone(), policy(&[one, other])].concat());
                let worlds = survey::worlds(&with, day, &survey::nothing(&with));
                let step = worlds.len() / 24 + 1;
                for world in worlds.iter().step_by(step) {
                    let verdict = reference::verdict(&with, day, world).verdict;
                    prop_assert!(
                        reachable.contains(&verdict),
                        "{one} and {other} reach {} in {world:?}",
                        verdict.name()
                    );
                }
            }
        }
        for finding in &proof.findings {
            let Some(scene) = finding
                .scene
                .as_ref()
                .filter(|scene| scene.policy.is_some())
            else {
                continue;
            };
            let written = scene.policy.as_ref().unwrap();
            prop_assert!(
                !written.norms.is_empty()
                    || written.replaced.is_empty()
                    || written.files.is_empty()
            );
            if written.replaced.is_empty() {
                let with = compile([files.clone(), written.files.clone()].concat());
                let reached = survey::worlds(&with, day, &survey::nothing(&with))
                    .iter()
                    .any(|world| {
                        Some(reference::verdict(&with, day, world).verdict) == scene.verdict
                    });
                prop_assert!(reached, "{written:?} does not reach {:?}", scene.verdict);
            }
        }
        Ok(())
    });
}
