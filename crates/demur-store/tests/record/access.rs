//! Who may do and see what.

use std::collections::BTreeSet;

use crate::support::*;
use demur_store::*;
use serde_json::Value as Json;

/// What a role got: an answer as JSON, or the code of the error.
type Answer = std::result::Result<Json, &'static str>;

fn answer<T: serde::Serialize>(pending: Pending<T>) -> Answer {
    pending
        .wait()
        .map(|answer| serde_json::to_value(answer).unwrap())
        .map_err(|error| error.code())
}

/// Asks for an operation as somebody; the case file is one that fits, of version 3.
fn ask(store: &Store, place: &Place, operation: Operation, who: &Actor, case: &str) -> Answer {
    let at = (case, 3);
    let day = Some(place.clock.today());
    match operation {
        Operation::Create => answer(store.create(who, &key(), draft())),
        Operation::Decide => answer(store.decide(who, &key(), at, decision(Choice::Serve))),
        Operation::Confirm => answer(store.confirm(who, &key(), at)),
        Operation::Notify => answer(store.notify(who, &key(), at, notice("Come back tomorrow."))),
        Operation::Correct => {
            let facts = "Shouted once.".to_owned();
            answer(store.correct(who, &key(), at, Correction { facts, pass: None }))
        }
        Operation::Override => {
            let pass = Some(GuardOverride {
                reason: "court_order".to_owned(),
                delete_on: months(place.clock.today(), 1),
            });
            let facts = "The thief, said the court.".to_owned();
            answer(store.correct(who, &key(), at, Correction { facts, pass }))
        }
        Operation::Statement => {
            answer(store.add_statement(who, &key(), at, "I was calm.".to_owned()))
        }
        Operation::Receive => {
            let kind = EventKind::ComplaintReceived;
            let (data, deadline) = (serde_json::Map::new(), None);
            answer(store.record_event(
                who,
                &key(),
                at,
                NewEvent {
                    kind,
                    data,
                    deadline,
                },
            ))
        }
        Operation::Review => {
            let review = Review {
                outcome: ReviewOutcome::Upheld,
                words: "I heard both sides, and the warnings were clear and fair.".to_owned(),
                deadline: None,
            };
            answer(store.review(who, &key(), at, review))
        }
        Operation::Deadline => answer(store.set_deadline(who, &key(), at, None)),
        Operation::Close => answer(store.close(who, &key(), at)),
        Operation::Find => answer(store.find(who, Query::default())),
        Operation::Show => answer(store.show(who, case)),
        Operation::Reveal => answer(store.reveal(who, case)),
        Operation::RevealSuperseded => answer(store.reveal_superseded(who, case)),
        Operation::Hold => answer(store.hold(who, &key(), at, Some(HoldFact::Appeal), day)),
        Operation::Erase => answer(store.erase(who, &key(), at, EraseReason::Requested)),
        Operation::ExportAccess => answer(store.export_access(who, &email("anna@example.org"))),
        Operation::Packet => answer(store.packet(who, case)),
        Operation::Journal => answer(store.journal(who, 0)),
        Operation::Statistics => answer(store.statistics(who, vec![Dimension::Site], None)),
        Operation::Retention => {
            let report = store.run_retention(who);
            report
                .map(|report| serde_json::json!(report))
                .map_err(|error| error.code())
        }
        Operation::Backup => answer(store.backup(who, &place.path("matrix.backup"))),
    }
}

fn keys(json: &Json, found: &mut BTreeSet<String>) {
    match json {
        Json::Object(map) => {
            for (key, value) in map {
                found.insert(key.clone());
                keys(value, found);
            }
        }
        Json::Array(list) => list.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

/// Fields that only some roles see, and which.
const FIELDS: &[(&str, &[Role])] = &[
    ("identity_value", &[Role::Decider, Role::Privacy]),
    ("created_by", &[Role::Privacy, Role::Auditor]),
    ("decided_by", &[Role::Privacy, Role::Auditor]),
    ("actor", &[Role::Privacy, Role::Auditor]),
    ("words", &[Role::Decider, Role::Privacy]),
    ("notices", &[Role::Decider, Role::Privacy]),
    ("facts_text", &[Role::Decider, Role::Privacy]),
    (
        "salt",
        &[Role::Decider, Role::Reviewer, Role::Privacy, Role::Auditor],
    ),
];

on_both! {
    fn pr_40_every_role_every_operation_every_field(place: &Place) {
        let store = place.open();
        for role in Role::ALL {
            let mut seen = BTreeSet::new();
            for operation in Operation::ALL {
                let case = refuse(&store, "Anna", "anna@example.org").case;
                let answer = ask(&store, place, *operation, &actor(*role), &case);
                let forbidden = answer == Err("E_FORBIDDEN");
                if !permits(*role, *operation) {
                    assert!(forbidden, "{role} could {operation}: {answer:?}");
                    continue;
                }
                // A reviewer sees texts of appealed cases, the desk what it wrote itself.
                let closer = (*role, *operation) == (Role::Reviewer, Operation::Reveal);
                assert_eq!(forbidden, closer, "{role} could not {operation}");
                let Ok(json) = answer else { continue };
                keys(&json, &mut seen);
                let text = json.to_string();
                for (field, mark) in [("identity_value", "anna@example.org"), ("facts_text", "ten minutes")] {
                    if text.contains(mark) && *operation != Operation::RevealSuperseded {
                        seen.insert(field.to_owned());
                    }
                }
            }
            for (field, roles) in FIELDS {
                assert_eq!(seen.contains(*field), roles.contains(role), "{role}: {field}");
            }
        }
    }

    fn pr_40_the_desk_sees_its_own(place: &Place) {
        let store = place.open();
        let (mine, others) = (actor(Role::Desk), another(Role::Desk));
        let facts = Some("Shouted at the till.".to_owned());
        let new = NewCase { facts, ..draft() };
        let case = store.create(&mine, &key(), new).wait().unwrap().case;
        assert_eq!(store.find(&mine, Query::default()).wait().unwrap().cases.len(), 1);
        assert_eq!(store.find(&others, Query::default()).wait().unwrap().cases.len(), 0);
        assert!(store.show(&mine, &case).wait().is_ok());
        assert_eq!(store.show(&others, &case).wait().unwrap_err().code(), "E_NOT_FOUND");
        assert!(store.reveal(&mine, &case).wait().is_ok());
        assert_eq!(store.reveal(&others, &case).wait().unwrap_err().code(), "E_NOT_FOUND");
        place.clock.add_days(1);
        let error = store.reveal(&mine, &case).wait().unwrap_err();
        assert_eq!(error.code(), "E_FORBIDDEN", "the shift is over");
    }

    fn pr_40_a_reviewer_sees_texts_of_appealed_cases(place: &Place) {
        let store = place.open();
        let reviewer = actor(Role::Reviewer);
        let case = refuse(&store, "Anna", "anna@example.org").case;
        assert_eq!(store.reveal(&reviewer, &case).wait().unwrap_err().code(), "E_FORBIDDEN");
        let kind = EventKind::AppealReceived;
        let event = NewEvent { kind, data: serde_json::Map::new(), deadline: None };
        store.record_event(&reviewer, &key(), (&case, 3), event).wait().unwrap();
        assert!(store.reveal(&reviewer, &case).wait().unwrap().identity.is_some());
    }

    fn pr_41_four_eyes(place: &Place) {
        let store = place.open();
        let case = refuse(&store, "Anna", "anna@example.org").case;
        let (one, two) = (actor(Role::Decider), another(Role::Decider));
        let error = store.confirm(&one, &key(), (&case, 3)).wait().unwrap_err();
        assert_eq!(error.code(), "E_FOUR_EYES");
        store.confirm(&two, &key(), (&case, 3)).wait().unwrap();
    }

    fn pr_10_staff_are_pseudonyms(place: &Place) {
        for name in ["s-kowalska", "Anna Kowalska", "s-Anna1", "anna1", "s-a1", ""] {
            assert!(Actor::new(Role::Desk, name).is_err(), "{name}");
        }
        let store = place.open();
        refuse(&store, "Anna", "anna@example.org");
        let privacy = actor(Role::Privacy);
        let export = store.export_access(&privacy, &email("anna@example.org")).wait().unwrap();
        let text = serde_json::to_string(&export).unwrap();
        for role in Role::ALL {
            let pseudonym = actor(*role).pseudonym().to_owned();
            assert!(!text.contains(&pseudonym), "the customer sees roles: {pseudonym}");
        }
        assert!(text.contains("\"role\":\"decider\""));
    }
}
