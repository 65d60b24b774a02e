//! Access and erasure.

use crate::support::cluster::outside;
use crate::support::*;
use demur_store::*;

const ADDRESS: &str = "anna.zielinska@example.org";

/// The keyed hash of a contact, as it stands in the record.
fn tags(place: &Place) -> Vec<Vec<u8>> {
    let sql = "SELECT tag FROM demur_lookup";
    match &place.record {
        Location::File(path) => {
            let database = rusqlite::Connection::open(path).unwrap();
            let mut statement = database.prepare(sql).unwrap();
            let rows = statement.query_map([], |row| row.get(0)).unwrap();
            rows.map(std::result::Result::unwrap).collect()
        }
        server @ Location::Server(_) => {
            let rows = outside(server).query(sql, &[]).unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        }
    }
}

on_both! {
    fn pr_18_access_has_everything_and_nobody_else(place: &Place) {
        let store = place.open();
        let mut own = Vec::new();
        for number in 0..8 {
            let (name, address) = if number % 3 == 0 {
                ("Anna Zielińska".to_owned(), ADDRESS.to_owned())
            } else {
                (format!("Otherperson{number}"), format!("other{number}@example.org"))
            };
            let receipt = refuse(&store, &name, &address);
            if number % 3 == 0 {
                own.push(receipt.case);
            }
        }
        store.reveal(&actor(Role::Decider), &own[0]).wait().unwrap();
        let privacy = actor(Role::Privacy);
        let contact = email("  Anna.Zielinska@Example.org ");
        let export = store.export_access(&privacy, &contact).wait().unwrap();
        let mut found: Vec<_> = export.cases.iter().map(|case| case.file.number.clone()).collect();
        own.sort();
        found.sort();
        assert_eq!(found, own);
        let text = serde_json::to_string(&export).unwrap();
        assert!(!text.contains("Otherperson") && !text.contains("other1@"), "nobody else");
        for case in &export.cases {
            assert_eq!(case.file.texts_until, Some(months(START, 12)));
            assert_eq!(case.file.lawful_basis, "legitimate_interest");
            assert!(case.texts.notices[0].text.contains("Zielińska"));
        }
        assert!(text.contains("\"event\":\"texts_read\"") && text.contains("\"role\":\"decider\""));
        assert!(export.rights.contains(&"objection") && export.rights.contains(&"complaint"));
        assert_eq!(export.delete_on.to_string(), "2026-12-22");
        let entries = store.journal(&privacy, 0).wait().unwrap();
        let exported = entries.iter().filter(|entry| entry.event == "access_exported");
        assert_eq!(exported.count(), 3);
    }

    fn pr_22_erasure_leaves_nothing(place: &Place) {
        let store = place.open();
        let (decider, privacy) = (actor(Role::Decider), actor(Role::Privacy));
        let receipt = refuse(&store, "Anna Zielinska", ADDRESS);
        let case = receipt.case.as_str();
        for version in [3, 4] {
            let text = format!("Dear Ms Zielinska, letter {version} to {ADDRESS}.");
            store.notify(&decider, &key(), (case, version), notice(&text)).wait().unwrap();
        }
        let tag = tags(place).remove(0);
        let backups = [place.path("one.backup"), place.path("two.backup")];
        let system = Actor::system();
        store.backup(&system, &backups[0]).wait().unwrap();
        // A journal of 10,000 entries.
        let others: Vec<_> = (0..10_000)
            .map(|_| store.create(&decider, &key(), draft()))
            .collect();
        for other in others {
            other.wait().unwrap();
        }
        store.backup(&system, &backups[1]).wait().unwrap();
        assert!(store.head().wait().unwrap().seq >= 10_000);

        let erased = store.erase(&privacy, &key(), (case, 5), EraseReason::Requested);
        assert_eq!(erased.wait().unwrap().version, 6);
        scrub(&store);
        assert!(matches!(
            store.verify(&actor(Role::Auditor)).wait().unwrap(),
            Verified::Intact { .. }
        ));
        let error = store.reveal(&privacy, case).wait().unwrap_err();
        assert_eq!(error.code(), "KEY_DESTROYED");
        assert!(error.to_string().contains("KEY_DESTROYED"));
        let export = store.export_access(&privacy, &email(ADDRESS)).wait().unwrap();
        assert_eq!(export.cases, []);
        let file = store.show(&actor(Role::Auditor), case).wait().unwrap();
        assert_eq!((file.identity.as_str(), file.when.as_str()), ("destroyed", "2026-11"));
        drop(store);

        // Backups are put back beside, with today's keys, and opened: the case is erased there too.
        let mut records = vec![place.record.clone()];
        for (number, backup) in backups.iter().enumerate() {
            let record = place.another(&format!("restored{number}.db"));
            let options = Options { record: record.clone(), ..place.options() };
            let summary = restore(backup, &options).unwrap();
            assert_eq!(summary.erasures_repeated, 1);
            let store = Store::open_replayed(options).unwrap();
            let error = store.reveal(&privacy, case).wait().unwrap_err();
            assert_eq!(error.code(), "KEY_DESTROYED");
            scrub(&store);
            std::fs::remove_file(backup).unwrap();
            records.push(record);
        }
        for record in records {
            let options = Options { record, ..place.options() };
            let store = Store::open_replayed(options).unwrap();
            assert!(store.show(&actor(Role::Auditor), case).wait().is_ok());
        }
        let disk = place.bytes_on_disk();
        let code = receipt.letter.unwrap().code;
        for gone in ["Zielinska", "zielinska", ADDRESS, "anna.zielinska", &code, WORDS] {
            assert!(!contains(&disk, gone.as_bytes()), "{gone} is on the disk");
        }
        assert!(!contains(&disk, &tag), "the keyed hash of the address is on the disk");
        assert!(contains(&disk, case.as_bytes()), "the search finds what is there");
    }

    fn an_erased_case_takes_appeals_but_no_texts(place: &Place) {
        let store = place.open();
        let privacy = actor(Role::Privacy);
        let case = refuse(&store, "Anna", ADDRESS).case;
        let request = key();
        let erase = || store.erase(&privacy, &request, (&case, 3), EraseReason::Objection).wait();
        let first = erase().unwrap();
        assert_eq!(first.version, 4);
        assert_eq!(erase().unwrap(), first, "sent twice");
        let again = store.erase(&privacy, &key(), (&case, 4), EraseReason::Requested).wait();
        assert_eq!(again.unwrap_err().code(), "KEY_DESTROYED");
        let kind = EventKind::AppealReceived;
        let event = NewEvent { kind, data: serde_json::Map::new(), deadline: None };
        let request = key();
        let received = || store.record_event(&privacy, &request, (&case, 4), event.clone()).wait();
        assert_eq!(received().unwrap(), received().unwrap());
        let note = store.add_statement(&privacy, &key(), (&case, 5), "I was calm.".to_owned());
        assert_eq!(note.wait().unwrap_err().code(), "KEY_DESTROYED");
    }
}
