//! A person decides (PR-26), and no trait is a reason (PR-07).

use demur_app::record::{Decided, Details};
use demur_app::store::{Choice, Deviation, Query, Role, StoreError};

use crate::support::*;

fn count(shop: &Shop) -> usize {
    let page = shop.record.find(&decider(), Query::default());
    page.expect("a page").cases.len()
}

fn refused(decided: Decided) -> Details {
    Details {
        decided: Some(decided),
        ..Details::default()
    }
}

#[test]
fn pr_26_a_decision_needs_a_role_that_decides() {
    let shop = Shop::new();
    for role in [
        Role::Desk,
        Role::Reviewer,
        Role::Privacy,
        Role::Auditor,
        Role::Admin,
        Role::System,
    ] {
        let details = refused(decided(Choice::Refuse));
        let answer = shop
            .record
            .record(&actor(role), "request-1", &judged(WARNED), details);
        assert!(
            matches!(answer, Err(StoreError::Forbidden { .. })),
            "{role}: {answer:?}"
        );
    }
    assert_eq!(count(&shop), 0, "nothing was written");
}

#[test]
fn pr_26_a_decision_needs_words_of_ones_own() {
    let shop = Shop::new();
    let judged = judged(WARNED);
    let mut short = decided(Choice::Refuse);
    short.words = "Bo tak.".to_owned();
    let answer = shop
        .record
        .record(&decider(), "request-1", &judged, refused(short));
    assert!(
        matches!(answer, Err(StoreError::Invalid { field: "words", .. })),
        "{answer:?}"
    );

    // Everything that the opinion itself says and that is long enough to pass for words.
    let case = shop
        .record
        .record(&decider(), "request-2", &judged, Details::default());
    let file = shop
        .record
        .show(&decider(), &case.expect("a case").case)
        .expect("a case");
    let titles = file.opinion["because"].as_array().expect("norms");
    let titles = titles.iter().filter_map(|norm| norm["title"].as_str());
    let long: Vec<&str> = titles.filter(|title| title.chars().count() >= 40).collect();
    assert!(!long.is_empty(), "{}", file.opinion["because"]);
    let mut not_own = 0;
    for title in long {
        let mut copied = decided(Choice::Refuse);
        copied.words = format!("  {}!", title.to_uppercase());
        let at = (file.number.as_str(), None);
        let answer = shop.record.decide(&decider(), "request-3", at, copied);
        match answer {
            Err(StoreError::WordsNotOwn) => not_own += 1,
            // Some titles of the law have words that the guard stops first.
            answer => assert!(
                matches!(answer, Err(StoreError::TextRejected { .. })),
                "{title}: {answer:?}"
            ),
        }
    }
    assert!(not_own > 0, "{}", file.opinion["because"]);
    let answer = shop.record.decide(
        &decider(),
        "request-4",
        (&file.number, None),
        decided(Choice::Refuse),
    );
    assert_eq!(answer.expect("a decision").deviation, Some(Deviation::None));
}

#[test]
fn an_opinion_alone_decides_nothing() {
    let shop = Shop::new();
    let receipt = shop
        .record
        .record(&decider(), "request-1", &judged(WARNED), Details::default());
    let file = shop
        .record
        .show(&decider(), &receipt.expect("a case").case)
        .expect("a case");
    assert_eq!(
        (file.state, file.choice, file.verdict.as_str()),
        ("open", None, "may_refuse")
    );
}

#[test]
fn refusing_against_a_duty_to_serve_is_recorded_as_such() {
    let shop = Shop::new();
    let judged = judged(UNCONSCIOUS);
    assert_eq!(judged.verdict, "must_serve");
    let without = refused(decided(Choice::Refuse));
    let answer = shop
        .record
        .record(&decider(), "request-1", &judged, without);
    assert_eq!(answer, Err(StoreError::ReasonMissing));
    let mut with = decided(Choice::Refuse);
    with.reason = Some(REASON.to_owned());
    let receipt = shop
        .record
        .record(&decider(), "request-2", &judged, refused(with));
    let receipt = receipt.expect("a receipt");
    assert!(receipt.against_must_serve);
    assert_eq!(receipt.deviation, Some(Deviation::TowardsRefusing));
    let file = shop.record.show(&decider(), &receipt.case).expect("a case");
    assert!(file.against_must_serve, "the warning stays");
    assert_eq!(file.ground, "none", "no law is named as its reason");
}

#[test]
fn serving_against_the_opinion_needs_no_reason() {
    let shop = Shop::new();
    let details = refused(decided(Choice::Serve));
    let receipt = shop
        .record
        .record(&decider(), "request-1", &judged(WARNED), details);
    assert_eq!(receipt.expect("a receipt").deviation, Some(Deviation::None));
}

#[test]
fn pr_07_a_trait_among_the_reasons_stops_the_refusal() {
    let shop = Shop::new();
    let yaml = WARNED.replace(
        "refusal.reasons: [conduct]",
        "refusal.reasons: [conduct, religion]",
    );
    let details = refused(Decided {
        reason: Some(REASON.to_owned()),
        ..decided(Choice::Refuse)
    });
    let answer = shop
        .record
        .record(&decider(), "request-1", &judged(&yaml), details);
    assert!(
        matches!(answer, Err(StoreError::GroundStop { .. })),
        "{answer:?}"
    );
    assert_eq!(count(&shop), 0);

    // Nor when somebody decides later, although the trait itself was not kept.
    let opened = shop
        .record
        .record(&decider(), "request-2", &judged(&yaml), Details::default());
    let number = opened.expect("a case").case;
    let file = shop.record.show(&decider(), &number).expect("a case");
    assert!(
        !file.situation.to_string().contains("religion"),
        "{}",
        file.situation
    );
    let late = Decided {
        reason: Some(REASON.to_owned()),
        ..decided(Choice::Refuse)
    };
    let answer = shop
        .record
        .decide(&decider(), "request-3", (&number, None), late);
    assert!(
        matches!(answer, Err(StoreError::GroundStop { .. })),
        "{answer:?}"
    );
}

#[test]
fn pr_07_unanswered_reasons_are_asked_for_before_a_refusal() {
    let shop = Shop::new();
    let yaml = WARNED.replace("  refusal.reasons: [conduct]\n", "");
    let details = refused(Decided {
        reason: Some(REASON.to_owned()),
        ..decided(Choice::Refuse)
    });
    let answer = shop
        .record
        .record(&decider(), "request-1", &judged(&yaml), details);
    assert_eq!(answer, Err(StoreError::GroundsUntested));
}

#[test]
fn pr_06_free_text_is_judged_by_the_lint() {
    let shop = Shop::new();
    for words in [
        "Pacjentka jest Romką i dlatego nie chcę jej tu więcej widzieć.",
        "The customer is a Muslim and we do not want people like that here.",
    ] {
        let mut bad = decided(Choice::Refuse);
        bad.words = words.to_owned();
        let answer = shop
            .record
            .record(&decider(), "request-1", &judged(WARNED), refused(bad));
        assert!(
            matches!(&answer, Err(StoreError::TextRejected { field: "words", hint }) if hint.contains("RM-L01")),
            "{words}: {answer:?}"
        );
    }
}
