//! Two clocks, holds, and days that would single somebody out.

use std::collections::BTreeMap;

use crate::support::*;
use demur_store::*;
use jiff::ToSpan;

fn run(store: &Store) -> RetentionReport {
    store.run_retention(&Actor::system()).unwrap()
}

fn events(store: &Store, case: &str) -> Vec<String> {
    let entries = store.journal(&actor(Role::Auditor), 0).wait().unwrap();
    let about = entries
        .into_iter()
        .filter(|entry| entry.case.as_deref() == Some(case));
    about.map(|entry| entry.event).collect()
}

on_both! {
    fn pr_14_two_clocks(place: &Place) {
        let store = place.open();
        let (privacy, auditor) = (actor(Role::Privacy), actor(Role::Auditor));
        let case = refuse(&store, "Anna", "anna@example.org").case;

        place.clock.add_days(364);
        assert_eq!(run(&store), RetentionReport::default());
        let texts = store.reveal(&privacy, &case).wait().unwrap();
        assert!(texts.identity.is_some());
        place.clock.add_days(2);
        assert_eq!(run(&store).erased, 1);
        let error = store.reveal(&privacy, &case).wait().unwrap_err();
        assert_eq!(error.code(), "KEY_DESTROYED");
        assert!(events(&store, &case).contains(&"key_destroyed".to_owned()));

        place.clock.set(months(START, 35));
        run(&store);
        let file = store.show(&auditor, &case).wait().unwrap();
        assert_eq!((file.identity.as_str(), file.choice.as_deref()), ("destroyed", Some("refuse")));
        place.clock.set(months(START, 37));
        assert_eq!(run(&store).aggregated, 1);
        assert_eq!(store.show(&auditor, &case).wait().unwrap_err().code(), "E_NOT_FOUND");
        assert_eq!(run(&store), RetentionReport::default(), "nothing is left to do");
        assert!(matches!(store.verify(&auditor).wait().unwrap(), Verified::Intact { .. }));
    }

    fn what_nobody_decides_goes_after_a_month(place: &Place) {
        let store = place.open();
        let case = store.create(&actor(Role::Desk), &key(), draft()).wait().unwrap().case;
        place.clock.add_days(31);
        let report = run(&store);
        assert_eq!((report.erased, report.aggregated), (1, 1));
        let error = store.show(&actor(Role::Auditor), &case).wait().unwrap_err();
        assert_eq!(error.code(), "E_NOT_FOUND");
    }

    fn pr_15_a_hold_needs_a_fact(place: &Place) {
        let store = place.open();
        let privacy = actor(Role::Privacy);
        let case = refuse(&store, "Anna", "anna@example.org").case;
        let at = |version| (case.as_str(), version);
        let today = place.clock.today();
        for (fact, day) in [(None, None), (None, Some(today)), (Some(HoldFact::Appeal), None)] {
            let error = store.hold(&privacy, &key(), at(3), fact, day).wait().unwrap_err();
            assert_eq!(error.code(), "E_HOLD_WITHOUT_FACT");
        }
        assert_eq!(HoldFact::parse("limitation_period"), None);
        let fact = Some(HoldFact::LawyersLetter);
        store.hold(&privacy, &key(), at(3), fact, Some(today)).wait().unwrap();
        let erase = store.erase(&privacy, &key(), at(4), EraseReason::Requested);
        assert_eq!(erase.wait().unwrap_err().code(), "E_HELD");

        // Looked at again after five months, it holds for six more.
        place.clock.set(months(START, 5));
        store.review_hold(&privacy, &key(), at(4)).wait().unwrap();
        place.clock.set(months(START, 11));
        assert_eq!(run(&store), RetentionReport::default());
        // Nobody looks any more: it lapses, and the period that ended meanwhile is applied at once.
        place.clock.set(months(START, 12).saturating_add(1.day()));
        let report = run(&store);
        assert_eq!((report.holds_lapsed, report.erased), (1, 1));
        let error = store.reveal(&privacy, &case).wait().unwrap_err();
        assert_eq!(error.code(), "KEY_DESTROYED");
        assert!(events(&store, &case).contains(&"hold_lapsed".to_owned()));
    }

    fn after_a_dispute_half_a_year_is_left(place: &Place) {
        let store = place.open();
        let privacy = actor(Role::Privacy);
        let case = refuse(&store, "Anna", "anna@example.org").case;
        let day = Some(place.clock.today());
        let fact = Some(HoldFact::Appeal);
        store.hold(&privacy, &key(), (&case, 3), fact, day).wait().unwrap();
        place.clock.set(months(START, 3));
        store.end_hold(&privacy, &key(), (&case, 4)).wait().unwrap();
        let file = store.show(&privacy, &case).wait().unwrap();
        assert_eq!(file.texts_until, Some(months(START, 9)));
        assert_eq!(file.skeleton_until, months(START, 63));
        let error = store.end_hold(&privacy, &key(), (&case, 5)).wait().unwrap_err();
        assert_eq!(error.code(), "E_STATE");
    }

    fn pr_16_no_silent_prolongation(place: &Place) {
        let with = |tier_a_months, prolongation| {
            let mut options = place.options();
            options.schedule.tier_a_months = tier_a_months;
            options.schedule.prolongation = prolongation;
            Store::open(options).map(|_| ())
        };
        assert_eq!(with(Some(3), None), Ok(()), "shorter is always right");
        let error = with(Some(36), None).unwrap_err();
        assert_eq!(error.code(), "E_PROLONGED");
        let reason = "The regional court asked us on 3 May to keep them.".to_owned();
        let by = |role| Some(Prolongation { reason: reason.clone(), role });
        assert_eq!(with(Some(36), by(Role::Admin)).unwrap_err().code(), "E_PROLONGED");
        assert_eq!(with(Some(36), by(Role::Privacy)), Ok(()));
        let mut options = place.options();
        options.schedule.tier_b_months = Some(61);
        assert_eq!(Store::open(options).unwrap_err().code(), "E_PROLONGED");
    }

    fn pr_24_the_skeleton_is_no_dossier(place: &Place) {
        let store = place.open();
        let (decider, auditor) = (actor(Role::Decider), actor(Role::Auditor));
        // Days with one to five refusals of a kind in a shop.
        let mut disputed = String::new();
        for day in 0..5_i64 {
            place.clock.set(START.saturating_add(day.days()));
            for number in 0..=day {
                let mut new = refusal("Anna", &format!("anna{number}@example.org"));
                new.situation.as_object_mut().unwrap().remove("at");
                let case = store.create(&decider, &key(), new).wait().unwrap().case;
                if (day, number) == (3, 0) {
                    disputed = case;
                }
            }
        }
        let privacy = actor(Role::Privacy);
        let (fact, today) = (Some(HoldFact::Complaint), Some(place.clock.today()));
        store.hold(&privacy, &key(), (&disputed, 3), fact, today).wait().unwrap();
        store.end_hold(&privacy, &key(), (&disputed, 4)).wait().unwrap();
        place.clock.set(months(START, 13));
        assert_eq!(run(&store).erased, 15);
        let query = Query { limit: Some(200), ..Query::default() };
        let page = store.find(&auditor, query).wait().unwrap();
        let mut cells: BTreeMap<_, usize> = BTreeMap::new();
        for found in &page.cases {
            let cell = (found.site.clone(), found.when.clone(), found.ground.clone());
            *cells.entry(cell).or_default() += 1;
        }
        let sizes: Vec<_> = cells.iter().map(|((_, when, _), size)| (when.len(), *size)).collect();
        assert_eq!(sizes, [(7, 3), (10, 3), (10, 4), (10, 5)], "three by month, others by day");

        for found in &page.cases {
            let file = store.show(&auditor, &found.number).wait().unwrap();
            let coarse = found.when.len() == 7;
            assert_eq!(file.situation.get("at").is_none(), coarse);
            assert_eq!(file.band.is_none(), coarse);
            let shown = serde_json::to_string(&file).unwrap();
            assert!(!shown.contains("10:20"), "no time of day anywhere");
            assert_eq!(coarse, !shown.contains("\"at\":\"2026-11-"), "{shown}");
            assert!(file.created_by.is_none() && file.decided_by.is_none());
        }
        // One of three was disputed and stays longer; when its neighbours go, so does its day.
        place.clock.set(months(START, 37));
        run(&store);
        let query = Query { limit: Some(200), ..Query::default() };
        let left = store.find(&auditor, query).wait().unwrap().cases;
        assert_eq!(left.len(), 1);
        assert_eq!((&left[0].number, left[0].when.as_str()), (&disputed, "2026-11"));
    }

    fn counts_remain_and_small_ones_are_hidden(place: &Place) {
        let store = place.open();
        let (decider, auditor) = (actor(Role::Decider), actor(Role::Auditor));
        for (site, cases) in [("shop1", 12), ("shop2", 9), ("shop3", 11)] {
            for _ in 0..cases {
                let decision = Some(decision(Choice::Refuse));
                let new = NewCase { site: site.to_owned(), decision, ..draft() };
                store.create(&decider, &key(), new).wait().unwrap();
            }
        }
        let count = |store: &Store| {
            let cells = store.statistics(&auditor, vec![Dimension::Site], None).wait().unwrap();
            cells.into_iter().map(|cell| cell.cases).collect::<Vec<_>>()
        };
        assert_eq!(count(&store), [Some(12), None, None]);
        place.clock.set(months(START, 37));
        let report = run(&store);
        assert_eq!((report.erased, report.aggregated), (32, 32));
        assert_eq!(count(&store), [Some(12), None, None], "what is left counts the same");
    }

    fn pr_39_no_figures_about_single_staff(place: &Place) {
        let store = place.open();
        refuse(&store, "Anna", "anna@example.org");
        let auditor = actor(Role::Auditor);
        let by = || vec![Dimension::Site, Dimension::Actor];
        for agreement in [None, Some(" ")] {
            let error = store.statistics(&auditor, by(), agreement).wait().unwrap_err();
            assert_eq!(error, StoreError::WorksAgreementMissing);
        }
        let cells = store.statistics(&auditor, by(), Some("works agreement 4/2026")).wait().unwrap();
        assert_eq!(cells.len(), 1);
    }

    fn the_journal_is_kept_for_two_years(place: &Place) {
        let store = place.open();
        let auditor = actor(Role::Auditor);
        refuse(&store, "Anna", "anna@example.org");
        place.clock.set(months(START, 23));
        refuse(&store, "Jan", "jan@example.org");
        place.clock.set(months(START, 25));
        assert_eq!(run(&store).entries_dropped, 3);
        let first = store.journal(&auditor, 0).wait().unwrap()[0].seq;
        assert_eq!(first, 4);
        assert!(matches!(store.verify(&auditor).wait().unwrap(), Verified::Intact { .. }));
    }
}
