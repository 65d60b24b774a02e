//! Backups made in use, put back, and carried from one database to the other.

use crate::support::*;
use demur_store::*;

on_both! {
    fn pr_23_an_old_backup_learns_of_erasures(place: &Place) {
        let store = place.open();
        let privacy = actor(Role::Privacy);
        let kept = refuse(&store, "Jan", "jan@example.org");
        let gone = refuse(&store, "Anna", "anna@example.org");
        let backup = place.path("old.backup");
        store.backup(&Actor::system(), &backup).wait().unwrap();
        place.clock.add_days(30);
        let erase = store.erase(&privacy, &key(), (&gone.case, 3), EraseReason::Requested);
        erase.wait().unwrap();
        drop(store);

        let options = || Options { record: place.another("restored.db"), ..place.options() };
        let first = options();
        let (record, again) = (first.record.clone(), first.record.clone());
        let with = |record: &Location| Options { record: record.clone(), ..place.options() };
        restore_without_replay(&backup, &first).unwrap();
        let error = Store::open_replayed(with(&record)).unwrap_err();
        assert_eq!(error, StoreError::ReplayPending { erasures: 1 });
        let store = Store::open(with(&again)).unwrap();
        let error = store.reveal(&privacy, &gone.case).wait().unwrap_err();
        assert_eq!(error.code(), "KEY_DESTROYED");
        let texts = store.reveal(&privacy, &kept.case).wait().unwrap();
        assert_eq!(texts.identity.unwrap().name.as_deref(), Some("Jan"));
        let entries = store.journal(&privacy, 0).wait().unwrap();
        assert!(entries.iter().any(|entry| entry.event == "key_destroyed"));
        assert!(matches!(store.verify(&privacy).wait().unwrap(), Verified::Intact { .. }));
        drop(store);
        assert!(Store::open_replayed(with(&record)).is_ok(), "nothing is outstanding now");
    }

    fn old_keys_do_not_bring_anybody_back(place: &Place) {
        let store = place.open();
        let privacy = actor(Role::Privacy);
        let gone = refuse(&store, "Anna", "anna@example.org");
        drop(store);
        // The key store, set aside and put back after the erasure.
        let aside = place.path("keys.aside");
        let Location::File(keys) = Place::sqlite().keys else { panic!() };
        drop(keys);
        if let Location::File(path) = &place.keys {
            std::fs::copy(path, &aside).unwrap();
        } else {
            cluster::outside(&place.keys)
                .batch_execute("CREATE TABLE aside AS SELECT * FROM demur_key")
                .unwrap();
        }
        let store = place.open();
        let erase = store.erase(&privacy, &key(), (&gone.case, 3), EraseReason::Requested);
        erase.wait().unwrap();
        drop(store);
        if let Location::File(path) = &place.keys {
            std::fs::copy(&aside, path).unwrap();
        } else {
            cluster::outside(&place.keys)
                .batch_execute("DELETE FROM demur_key; INSERT INTO demur_key SELECT * FROM aside")
                .unwrap();
        }
        let error = Store::open_replayed(place.options()).unwrap_err();
        assert_eq!(error.code(), "E_REPLAY_PENDING");
        let store = place.open();
        assert!(Store::open_replayed(place.options()).is_ok());
        let error = store.reveal(&privacy, &gone.case).wait().unwrap_err();
        assert_eq!(error.code(), "KEY_DESTROYED");
    }

    fn a_backup_is_made_while_others_write(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        for _ in 0..20 {
            store.create(&decider, &key(), draft()).wait().unwrap();
        }
        let backup = place.path("busy.backup");
        let made = store.backup(&Actor::system(), &backup);
        let written: Vec<_> = (0..50)
            .map(|_| store.create(&decider, &key(), draft()).wait().unwrap())
            .collect();
        made.wait().unwrap();
        assert_eq!(written.len(), 50);
        let options = Options { record: place.another("busy.db"), ..place.options() };
        restore(&backup, &options).unwrap();
        let copy = Store::open(options).unwrap();
        let Verified::Intact { entries, .. } = copy.verify(&actor(Role::Auditor)).wait().unwrap()
        else {
            panic!("not one moment of the record");
        };
        assert!((20..=70).contains(&entries), "{entries}");
    }

    fn a_damaged_backup_is_not_believed(place: &Place) {
        let store = place.open();
        refuse(&store, "Jan", "jan@example.org");
        let backup = place.path("whole.backup");
        store.backup(&Actor::system(), &backup).wait().unwrap();
        let whole = std::fs::read_to_string(&backup).unwrap();
        let cut = whole.len() - 100;
        for damaged in [whole.replacen("refuse", "served", 1), whole[..cut].to_owned(), String::new()] {
            std::fs::write(&backup, damaged).unwrap();
            let options = Options { record: place.another("damaged.db"), ..place.options() };
            let error = restore(&backup, &options).unwrap_err();
            assert_eq!(error.code(), "E_BACKUP");
        }
        std::fs::write(&backup, &whole).unwrap();
        let error = restore(&backup, &place.options()).unwrap_err();
        assert!(error.to_string().contains("not empty"), "{error}");
    }

    fn a_record_moves_to_the_other_database(place: &Place) {
        let store = place.open();
        let receipt = refuse(&store, "Jan", "jan@example.org");
        let backup = place.path("moving.backup");
        store.backup(&Actor::system(), &backup).wait().unwrap();
        let other = if place.is_postgres() { Place::sqlite() } else { Place::postgres() };
        let options = Options { record: other.record.clone(), ..place.options() };
        restore(&backup, &options).unwrap();
        let moved = Store::open(options).unwrap();
        let decider = actor(Role::Decider);
        let shown = |store: &Store| store.show(&decider, &receipt.case).wait().unwrap();
        assert_eq!(shown(&moved), shown(&store));
        let texts = moved.reveal(&decider, &receipt.case).wait().unwrap();
        assert_eq!(texts.words.as_deref(), Some(WORDS));
        let letter = receipt.letter.clone().unwrap();
        assert_eq!(moved.verify_letter(&letter).wait().unwrap(), LetterVerdict::Match);
    }
}
