//! Case files: opening, deciding, changing, finding.

use crate::support::*;
use demur_store::*;
use jiff::ToSpan;
use serde_json::json;

on_both! {
    fn a_case_file_has_its_whole_story(place: &Place) {
        let store = place.open();
        let desk = actor(Role::Desk);
        let decider = actor(Role::Decider);
        let new = NewCase {
            facts: Some("Shouted at the till for ten minutes.".to_owned()),
            deadline: Some(Deadline { day: START, kind: "answer".to_owned() }),
            ..draft()
        };
        let opened = store.create(&desk, &key(), new).wait().unwrap();
        assert!(opened.case.starts_with("SHOP1-2026-"), "{}", opened.case);
        assert_eq!((opened.version, opened.seq), (1, 1));

        let at = (opened.case.as_str(), 1);
        let decided = store.decide(&decider, &key(), at, decision(Choice::Refuse)).wait().unwrap();
        assert_eq!(decided.deviation, Some(Deviation::None));
        let letter = decided.letter.unwrap();
        assert_eq!(letter.code.len(), 31);
        let at = (opened.case.as_str(), 2);
        store.notify(&decider, &key(), at, notice("We do not serve you today.")).wait().unwrap();

        let file = store.show(&decider, &opened.case.to_lowercase()).wait().unwrap();
        let kinds: Vec<_> = file.timeline.iter().map(|step| step.kind.as_str()).collect();
        assert_eq!(kinds, ["opened", "decided", "notified"]);
        assert_eq!((file.version, file.state, file.choice.as_deref()), (3, "notified", Some("refuse")));
        let mut asked = situation();
        asked["facts"].as_object_mut().unwrap().remove("customer.age");
        assert_eq!(file.situation, asked, "the day is back, the age was never kept");
        assert_eq!(file.opinion, opinion("may_refuse"));
        assert_eq!(file.lawbook, "5f1c0a77d2b94e3c");
        let texts = store.reveal(&decider, &opened.case).wait().unwrap();
        assert_eq!(texts.words.as_deref(), Some(WORDS));
        assert_eq!(texts.notices[0].text, "We do not serve you today.");

        drop(store);
        let again = place.open();
        assert_eq!(again.show(&decider, &opened.case).wait().unwrap(), file);
    }

    fn two_people_do_not_overwrite_each_other(place: &Place) {
        let store = place.open();
        let (one, two) = (actor(Role::Decider), another(Role::Decider));
        let opened = store.create(&one, &key(), draft()).wait().unwrap();
        place.clock.add(600);
        let at = (opened.case.as_str(), 1);
        store.decide(&one, &key(), at, decision(Choice::Serve)).wait().unwrap();
        let error = store.decide(&two, &key(), at, decision(Choice::Refuse)).wait().unwrap_err();
        let StoreError::Conflict { expected, actual, ref role, at, .. } = error else {
            panic!("{error}");
        };
        assert_eq!((expected, actual, role.as_str()), (1, 2, "decider"));
        assert_eq!(at, place.clock.now());
        assert!(error.to_string().contains("was changed by the role `decider` at 2026-11-22T10:30:30Z"));
        let file = store.show(&one, &opened.case).wait().unwrap();
        assert_eq!(file.choice.as_deref(), Some("serve"));
    }

    fn at_the_same_moment_exactly_one_wins(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        let opened = store.create(&decider, &key(), draft()).wait().unwrap();
        let at = (opened.case.as_str(), 1);
        let asked: Vec<_> = (0..20)
            .map(|_| store.decide(&decider, &key(), at, decision(Choice::Serve)))
            .collect();
        let answers: Vec<_> = asked.into_iter().map(Pending::wait).collect();
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        let codes = answers.iter().filter_map(|answer| answer.as_ref().err());
        assert!(codes.map(StoreError::code).all(|code| code == "E_CONFLICT"));
    }

    fn a_request_sent_twice_is_done_once(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        let request = key();
        let new = refusal("Anna", "anna@example.org");
        let both = [(); 2].map(|()| store.create(&decider, &request, new.clone()));
        let [first, second] = both.map(|pending| pending.wait().unwrap());
        assert_eq!(first, second, "with the same code for the customer");
        drop(store);
        let store = place.open();
        let third = store.create(&decider, &request, new.clone()).wait().unwrap();
        assert_eq!(third, first);
        let found = store.find(&decider, Query::default()).wait().unwrap();
        assert_eq!(found.cases.len(), 1);

        let changed = NewCase { site: "shop2".to_owned(), ..new.clone() };
        let error = store.create(&decider, &request, changed).wait().unwrap_err();
        assert_eq!(error, StoreError::RequestReused);
        let error = store.create(&another(Role::Decider), &request, new).wait().unwrap_err();
        assert_eq!(error, StoreError::RequestReused, "nobody reads another's answer");
        let error = store.create(&decider, "a@b", draft()).wait().unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "idempotency key", .. }));
    }

    fn a_person_decides_with_reasons(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        let create = |verdict: &str, decision: Decision| {
            let decision = Some(decision);
            let new = NewCase { opinion: opinion(verdict), decision, ..draft() };
            store.create(&decider, &key(), new).wait()
        };
        let refuse = || decision(Choice::Refuse);
        let reasoned = || Decision { reason: Some(REASON.to_owned()), ..refuse() };

        for verdict in ["must_serve", "not_justified", "undetermined", "conflict", "may_refuse_after"] {
            assert_eq!(create(verdict, refuse()), Err(StoreError::ReasonMissing), "{verdict}");
            let receipt = create(verdict, reasoned()).unwrap();
            assert_eq!(receipt.deviation, Some(Deviation::TowardsRefusing));
            assert_eq!(receipt.against_must_serve, verdict == "must_serve");
            let file = store.show(&decider, &receipt.case).wait().unwrap();
            assert_eq!(file.against_must_serve, verdict == "must_serve");
            assert_eq!(file.skeleton.unwrap()["deviation"], "towards_refusing");
        }
        let served = create("must_refuse", decision(Choice::Serve)).unwrap();
        assert_eq!(served.deviation, Some(Deviation::TowardsServing), "and without a reason");

        let short = Decision { words: "No.".to_owned(), ..refuse() };
        let error = create("may_refuse", short).unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "words", .. }));
    }

    fn pr_26_a_person_with_the_right_decides(place: &Place) {
        let store = place.open();
        let suggestion = Some(format!("  {} ", WORDS.to_uppercase()));
        let copied = Decision { suggestion, ..decision(Choice::Refuse) };
        let new = |decision| NewCase { decision: Some(decision), ..draft() };
        let error = store.create(&actor(Role::Decider), &key(), new(copied)).wait().unwrap_err();
        assert_eq!(error, StoreError::WordsNotOwn);
        for role in Role::ALL.iter().filter(|role| **role != Role::Decider) {
            let new = new(decision(Choice::Refuse));
            let error = store.create(&actor(*role), &key(), new).wait().unwrap_err();
            assert_eq!(error.code(), "E_FORBIDDEN", "{role}");
        }
        for number in 0..50 {
            let decision = Decision { seconds: Some(number % 9), ..decision(Choice::Refuse) };
            store.create(&actor(Role::Decider), &key(), new(decision)).wait().unwrap();
        }
        let habits = store.decision_habits(&actor(Role::Auditor)).wait().unwrap();
        assert_eq!((habits.decisions, habits.deviating, habits.median_seconds), (50, 0, Some(4)));
        assert!(habits.rubber_stamp);
    }

    fn case_files_are_found_by_what_happened(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        let mut made = Vec::new();
        for number in 0..12_i64 {
            place.clock.set(START.saturating_add(number.days()));
            let ground = if number % 2 == 0 { "misconduct" } else { "inability" };
            let decision = Decision { ground: Some(ground.to_owned()), ..decision(Choice::Refuse) };
            let mut new = NewCase {
                site: format!("shop{}", number % 3),
                decision: (number < 10).then_some(decision),
                ..draft()
            };
            new.situation.as_object_mut().unwrap().remove("at");
            new.deadline = (number > 7).then(|| Deadline {
                day: place.clock.today().saturating_add(14.days()),
                kind: "reasons_on_request".to_owned(),
            });
            made.push(store.create(&decider, &key(), new).wait().unwrap().case);
        }
        let find = |query: Query| {
            let page = store.find(&decider, query).wait().unwrap();
            let places = page.cases.iter().map(|found| {
                made.iter().position(|number| *number == found.number).unwrap()
            });
            (places.collect::<Vec<_>>(), page.next)
        };
        let all = Query::default;
        assert_eq!(find(all()).0, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0], "newest first");
        let day = |n: i64| Some(START.saturating_add(n.days()));
        assert_eq!(find(Query { from: day(3), to: day(5), ..all() }).0, [5, 4, 3]);
        assert_eq!(find(Query { site: Some("shop1".to_owned()), ..all() }).0, [10, 7, 4, 1]);
        let ground = Some("inability".to_owned());
        assert_eq!(find(Query { ground, ..all() }).0, [9, 7, 5, 3, 1]);
        assert_eq!(find(Query { state: Some(State::Open), ..all() }).0, [11, 10]);
        assert_eq!(find(Query { choice: Some(Choice::Refuse), ..all() }).0, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
        assert!(find(Query { choice: Some(Choice::Serve), ..all() }).0.is_empty());
        let verdict = Some("must_serve".to_owned());
        assert!(find(Query { verdict, ..all() }).0.is_empty());
        assert_eq!(find(Query { due_by: day(24), ..all() }).0, [8, 9, 10], "most urgent first");
        let number = Some(made[4].to_lowercase());
        assert_eq!(find(Query { number, ..all() }).0, [4]);

        let mut walked = Vec::new();
        let mut after = None;
        loop {
            let (places, next) = find(Query { limit: Some(5), after, ..all() });
            walked.extend(places);
            if next.is_none() {
                break;
            }
            after = next;
        }
        assert_eq!(walked, (0..12).rev().collect::<Vec<_>>(), "pages neither miss nor repeat");
        let (first, next) = find(Query { due_by: day(24), limit: Some(2), ..all() });
        assert_eq!(first, [8, 9]);
        assert_eq!(find(Query { due_by: day(24), after: next, ..all() }).0, [10]);
    }

    fn appeals_objections_and_complaints_have_their_place(place: &Place) {
        let store = place.open();
        let receipt = refuse(&store, "Anna", "anna@example.org");
        let desk = actor(Role::Privacy);
        let event = |kind| NewEvent {
            kind,
            data: json!({"channel": "email"}).as_object().unwrap().clone(),
            deadline: Some(Deadline { day: START.saturating_add(14.days()), kind: "review".to_owned() }),
        };
        let at = |version| (receipt.case.as_str(), version);
        let received = event(EventKind::AppealReceived);
        store.record_event(&desk, &key(), at(3), received).wait().unwrap();
        let review = Review {
            outcome: ReviewOutcome::Changed,
            words: "The warning came, but nobody offered to come back the next day.".to_owned(),
            deadline: None,
        };
        let decider = Actor::new(Role::Reviewer, actor(Role::Decider).pseudonym()).unwrap();
        let error = store.review(&decider, &key(), at(4), review.clone()).wait().unwrap_err();
        assert_eq!(error.code(), "E_FOUR_EYES");
        let reviewer = actor(Role::Reviewer);
        store.review(&reviewer, &key(), at(4), review.clone()).wait().unwrap();
        let error = store.review(&reviewer, &key(), at(5), review).wait().unwrap_err();
        assert_eq!(error.code(), "E_STATE", "nothing is outstanding any more");
        let objected = event(EventKind::ObjectionReceived);
        store.record_event(&desk, &key(), at(5), objected).wait().unwrap();
        let error = store
            .record_event(&desk, &key(), at(6), event(EventKind::Erased))
            .wait()
            .unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "kind", .. }));
        let file = store.show(&reviewer, &receipt.case).wait().unwrap();
        assert_eq!((file.state, file.deadline_kind.as_deref()), ("objected", Some("review")));
        let error = store
            .confirm(&actor(Role::Decider), &key(), at(6))
            .wait()
            .unwrap_err();
        assert_eq!(error.code(), "E_FOUR_EYES");
    }
}
