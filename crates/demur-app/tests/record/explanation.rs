//! PR-27: norms checked, facts used, and which fact would change the outcome.

use demur_app::record::{Details, explain};

use crate::support::*;

#[test]
fn pr_27_a_case_explains_itself() {
    let shop = Shop::new();
    let number = shop.refuse("request-1").case;
    let file = shop.record.show(&decider(), &number).expect("a case");
    let explained = explain(&file);
    assert_eq!(explained.verdict, "may_refuse");
    let norm = explained
        .norms
        .iter()
        .find(|norm| norm.norm == "standard.misconduct");
    let norm = norm.expect("the norm that carries it");
    assert!(!norm.title.is_empty());
    assert!(
        norm.facts.contains(&"conduct.insults_staff".to_owned()),
        "{norm:?}"
    );
    assert!(
        explained.facts.contains(&"history.warned".to_owned()),
        "{:?}",
        explained.facts
    );
    let warned = explained
        .turning
        .iter()
        .find(|turning| turning.fact == "history.warned");
    let warned = warned.expect("the warning decides");
    assert_eq!(warned.otherwise, Some(false));
    assert!(
        warned.verdicts.contains(&"may_refuse_after".to_owned()),
        "{warned:?}"
    );
}

#[test]
fn pr_27_every_turning_fact_turns_the_real_verdict() {
    let shop = Shop::new();
    for yaml in [WARNED, DISLIKED, UNCONSCIOUS, SEVENTEEN] {
        let judged = judged(yaml);
        let receipt = shop.record.record(
            &decider(),
            &format!("request-{}", yaml.len()),
            &judged,
            Details::default(),
        );
        let file = shop
            .record
            .show(&decider(), &receipt.expect("a case").case)
            .expect("a case");
        let explained = explain(&file);
        assert!(!explained.turning.is_empty(), "{}", judged.verdict);
        for turning in explained.turning {
            assert_ne!(turning.verdicts, [judged.verdict], "{}", turning.fact);
            let Some(otherwise) = turning.otherwise else {
                continue;
            };
            let line = format!("  {}: {}", turning.fact, !otherwise);
            assert!(yaml.contains(&line), "{line} in\n{yaml}");
            let turned = yaml.replace(&line, &format!("  {}: {otherwise}", turning.fact));
            let again = crate::support::judged(&turned);
            let possible: Vec<&str> = again
                .reasoned
                .possible
                .iter()
                .map(|each| each.name())
                .collect();
            let mut told: Vec<&str> = turning.verdicts.iter().map(String::as_str).collect();
            let mut possible = possible;
            told.sort_unstable();
            possible.sort_unstable();
            assert_eq!(told, possible, "{}", turning.fact);
        }
    }
}
