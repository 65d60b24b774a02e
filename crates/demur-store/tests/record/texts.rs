//! Free texts and contacts: guarded, few, sealed.

use crate::support::*;
use demur_store::*;
use jiff::ToSpan;
use serde_json::json;

on_both! {
    fn pr_06_free_text_is_small_and_guarded(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        let stopped = "He is a thief, and everybody in the shop could see it.";
        let fields = [
            ("facts", NewCase { facts: Some(stopped.to_owned()), ..refusal("A", "a@example.org") }),
            ("note_to_reviewer", NewCase {
                note_to_reviewer: Some(stopped.to_owned()),
                ..refusal("A", "a@example.org")
            }),
            ("words", NewCase {
                decision: Some(Decision { words: stopped.to_owned(), ..decision(Choice::Refuse) }),
                ..refusal("A", "a@example.org")
            }),
            ("reason", NewCase {
                decision: Some(Decision {
                    reason: Some(stopped.to_owned()),
                    ..decision(Choice::Refuse)
                }),
                ..refusal("A", "a@example.org")
            }),
        ];
        for (field, new) in fields {
            let error = store.create(&decider, &key(), new).wait().unwrap_err();
            let hint = "say what was done instead of `thief`".to_owned();
            assert_eq!(error, StoreError::TextRejected { field, hint });
        }
        let long = NewCase { facts: Some("x".repeat(601)), ..draft() };
        let error = store.create(&decider, &key(), long).wait().unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "facts", .. }));
        let long = NewCase { note_to_reviewer: Some("x".repeat(301)), ..draft() };
        let error = store.create(&decider, &key(), long).wait().unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "note_to_reviewer", .. }));
        assert_eq!(store.head().wait().unwrap().seq, 0);

        // Only the privacy role lets a text pass, for a reason and for some time.
        let case = refuse(&store, "Anna", "anna@example.org").case;
        let pass = Some(GuardOverride {
            reason: "quote_of_a_court".to_owned(),
            delete_on: place.clock.today().saturating_add(10.days()),
        });
        let facts = "The court's words were: the thief of the scooter.".to_owned();
        let correction = Correction { facts: facts.clone(), pass };
        let error = store
            .correct(&decider, &key(), (&case, 3), correction.clone())
            .wait()
            .unwrap_err();
        assert_eq!(error.code(), "E_FORBIDDEN");
        let privacy = actor(Role::Privacy);
        store.correct(&privacy, &key(), (&case, 3), correction).wait().unwrap();
        assert_eq!(store.reveal(&privacy, &case).wait().unwrap().facts, Some(facts));
        place.clock.add_days(10);
        let report = store.run_retention(&Actor::system()).unwrap();
        assert_eq!(report.texts_deleted, 1);
        assert_eq!(store.reveal(&privacy, &case).wait().unwrap().facts, None);
        assert!(matches!(
            store.verify(&actor(Role::Auditor)).wait().unwrap(),
            Verified::Intact { .. }
        ));
    }

    fn pr_07_grounds_are_tested_without_values(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        let with = |decision| NewCase { decision: Some(decision), ..draft() };
        let decision = |tests| Decision { grounds_tested: tests, ..decision(Choice::Refuse) };
        let stop = with(decision(tests(Outcome::Stop)));
        let error = store.create(&decider, &key(), stop).wait().unwrap_err();
        assert_eq!(error, StoreError::GroundStop { ground: "religion".to_owned() });
        let untested = with(decision(Vec::new()));
        let error = store.create(&decider, &key(), untested).wait().unwrap_err();
        assert_eq!(error, StoreError::GroundsUntested);
        let ground = "religion.muslim".to_owned();
        let value = with(decision(vec![GroundTest { ground, outcome: Outcome::NotTheReason }]));
        let error = store.create(&decider, &key(), value).wait().unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "grounds_tested", .. }));

        // A ground test has a ground and an outcome, and nothing else can be written there.
        let test = json!({"ground": "religion", "outcome": "not_the_reason", "value": "x"});
        assert!(serde_json::from_value::<GroundTest>(test).is_err());
        // Free words and exact ages do not come in by way of the facts either.
        for facts in [json!({"customer.religion": true}), json!({"note": "he is a priest"})] {
            let situation = json!({"place": "pl", "facts": facts});
            let new = NewCase { situation, ..draft() };
            let error = store.create(&decider, &key(), new).wait().unwrap_err();
            assert_eq!(error.code(), "E_DOCUMENT");
        }
    }

    fn pr_08_no_register_of_offences(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        for key_of in ["police_ref", "offence"] {
            let mut new = json!(refusal("Anna", "anna@example.org"));
            new[key_of] = json!("KP-1/26");
            assert!(serde_json::from_value::<NewCase>(new).is_err(), "no field for {key_of}");
        }
        let facts = Some("We saw the złodziej again at the shelf.".to_owned());
        let new = NewCase { facts, ..draft() };
        let error = store.create(&decider, &key(), new).wait().unwrap_err();
        assert_eq!(error.code(), "E_TEXT_REJECTED");
        let facts = Some("Goods worth 189 zł left the shop unpaid.".to_owned());
        store.create(&decider, &key(), NewCase { facts, ..draft() }).wait().unwrap();
    }

    fn pr_09_only_the_contact_that_was_used(place: &Place) {
        let store = place.open();
        let mut new = refusal("Anna Nowak", "anna.nowak@example.org");
        let identity = new.identity.as_mut().unwrap();
        let value = "+48 600 100 200".to_owned();
        identity.contacts.push(Contact { channel: Channel::Phone, value });
        identity.used = Channel::Phone;
        identity.checked = true;
        let decider = actor(Role::Decider);
        let case = store.create(&decider, &key(), new.clone()).wait().unwrap().case;
        let kept = store.reveal(&decider, &case).wait().unwrap().identity.unwrap();
        assert_eq!(kept.contacts.len(), 1);
        assert_eq!(kept.contacts[0].channel, Channel::Phone);
        let privacy = actor(Role::Privacy);
        let by_mail = store.export_access(&privacy, &email("anna.nowak@example.org"));
        assert_eq!(by_mail.wait().unwrap().cases, []);
        let value = "600-100-200".to_owned();
        let by_phone = store.export_access(&privacy, &Contact { channel: Channel::Phone, value });
        assert_eq!(by_phone.wait().unwrap().cases.len(), 1);

        new.identity.as_mut().unwrap().used = Channel::Post;
        let error = store.create(&decider, &key(), new).wait().unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "identity.used", .. }));
        let scan = json!({"contacts": [], "used": "email", "document_scan": "aGk="});
        assert!(serde_json::from_value::<Identity>(scan).is_err(), "no place for a copy");
    }

    fn pr_20_facts_are_corrected_and_the_customer_is_heard(place: &Place) {
        let store = place.open();
        let case = refuse(&store, "Anna", "anna@example.org").case;
        let decider = actor(Role::Decider);
        let facts = "Shouted once, after the first warning.".to_owned();
        let correction = Correction { facts: facts.clone(), pass: None };
        store.correct(&decider, &key(), (&case, 3), correction).wait().unwrap();
        let statement = "I am pregnant and had to sit down; nobody asked.".to_owned();
        let stated = store.add_statement(&actor(Role::Privacy), &key(), (&case, 4), statement.clone());
        stated.wait().unwrap();

        for role in [Role::Decider, Role::Privacy] {
            let texts = store.reveal(&actor(role), &case).wait().unwrap();
            assert_eq!(texts.facts.as_ref(), Some(&facts));
            assert_eq!(texts.statements, std::slice::from_ref(&statement));
            let seen = serde_json::to_string(&texts).unwrap();
            assert!(!seen.contains("ten minutes"), "the old version is not shown");
            let error = store.reveal_superseded(&actor(role), &case).wait().unwrap_err();
            assert_eq!(error.code(), "E_FORBIDDEN");
        }
        let auditor = actor(Role::Auditor);
        let old = store.reveal_superseded(&auditor, &case).wait().unwrap();
        assert_eq!(old.len(), 1);
        assert_eq!((old[0].version, old[0].facts.contains("ten minutes")), (1, true));
        assert_eq!(store.reveal(&auditor, &case).wait().unwrap_err().code(), "E_FORBIDDEN");
        let contact = email("anna@example.org");
        let export = store.export_access(&actor(Role::Privacy), &contact).wait().unwrap();
        assert!(!serde_json::to_string(&export).unwrap().contains("ten minutes"));
        assert!(matches!(store.verify(&auditor).wait().unwrap(), Verified::Intact { .. }));
    }
}
