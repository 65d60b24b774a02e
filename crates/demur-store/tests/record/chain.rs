//! The journal, letters and evidence packets.

use std::process::Command;

use crate::support::cluster::outside;
use crate::support::*;
use demur_store::*;

/// Changes the record behind the back of the store.
pub(crate) fn tamper(place: &Place, sql: &str) {
    match &place.record {
        Location::File(path) => rusqlite::Connection::open(path)
            .unwrap()
            .execute_batch(sql)
            .unwrap(),
        server @ Location::Server(_) => outside(server).batch_execute(sql).unwrap(),
    }
}

fn verified(store: &Store) -> Verified {
    store.verify(&actor(Role::Auditor)).wait().unwrap()
}

fn broken_at(store: &Store) -> i64 {
    match verified(store) {
        Verified::Broken { seq, .. } => seq,
        intact @ Verified::Intact { .. } => panic!("{intact:?}"),
    }
}

/// The verifier knows nothing of our code.
fn check_packet(place: &Place, packet: &str, arguments: &[&str]) -> (bool, String) {
    let path = place.path("packet.json");
    std::fs::write(&path, packet).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/verify_case.py");
    let output = Command::new("python3")
        .arg(script)
        .arg(&path)
        .args(arguments)
        .output();
    let output = output.expect("python3 is needed for this test: apt-get install python3");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

on_both! {
    fn pr_42_the_journal_tells_who_did_what(place: &Place) {
        let store = place.open();
        let receipt = refuse(&store, "Anna Nowak", "anna.nowak@example.org");
        let before = store.head().wait().unwrap();
        store.reveal(&actor(Role::Privacy), &receipt.case).wait().unwrap();
        let after = store.head().wait().unwrap();
        assert_eq!(after.seq, before.seq + 1, "a look leaves an entry");
        let entries = store.journal(&actor(Role::Auditor), before.seq).wait().unwrap();
        let look = &entries[0];
        assert_eq!((look.event.as_str(), look.role.as_str()), ("texts_read", "privacy"));
        assert_eq!(look.actor, actor(Role::Privacy).pseudonym());
        assert_eq!(look.utc, "2026-11-22T10:20:30Z");
        let Verified::Intact { entries, head } = verified(&store) else { panic!() };
        assert_eq!((entries, head), (after.seq, after.clone()));

        let all = serde_json::to_string(&store.journal(&actor(Role::Auditor), 0).wait().unwrap());
        let all = all.unwrap().to_lowercase();
        let texts = store.reveal(&actor(Role::Privacy), &receipt.case).wait().unwrap();
        let texts = serde_json::to_string(&texts).unwrap().to_lowercase();
        for word in texts.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 4) {
            assert!(!all.contains(word), "the journal has `{word}`");
        }
    }

    fn pr_42_one_changed_bit_is_found(place: &Place) {
        let store = place.open();
        for number in 0..5 {
            refuse(&store, "Anna", &format!("anna{number}@example.org"));
        }
        let changes = [
            ("UPDATE demur_journal SET actor = 's-other9' WHERE seq = 7", 7),
            ("UPDATE demur_journal SET utc = '2026-11-22T10:20:31Z' WHERE seq = 9", 9),
            ("DELETE FROM demur_journal WHERE seq = 11", 11),
        ];
        for (sql, seq) in changes {
            let copy = Place { record: place.another(&format!("bit{seq}.db")), ..Place::sqlite() };
            let path = place.path("whole.backup");
            store.backup(&Actor::system(), &path).wait().unwrap();
            restore_without_replay(&path, &copy.options()).unwrap();
            tamper(&copy, sql);
            assert_eq!(broken_at(&copy.open()), seq, "{sql}");
        }
        // What the journal binds: events and sealed texts.
        tamper(place, "UPDATE demur_event SET data = replace(data, 'refuse', 'served') WHERE seq = 5");
        assert_eq!(broken_at(&store), 5);
        tamper(place, "UPDATE demur_event SET data = replace(data, 'served', 'refuse') WHERE seq = 5");
        assert!(matches!(verified(&store), Verified::Intact { .. }));
        tamper(place, "UPDATE demur_sealed SET body = (SELECT body FROM demur_sealed WHERE part = 64 \
            ORDER BY case_number LIMIT 1) WHERE part = 192");
        assert!(matches!(verified(&store), Verified::Broken { .. }));
        // What the journal tells of and is gone, or is not what was decided.
        let copy = Place { record: place.another("rows.db"), ..Place::sqlite() };
        let options = || Options { record: copy.record.clone(), ..place.options() };
        let backup = place.path("whole.backup");
        restore(&backup, &options()).unwrap();
        let other = Store::open(options()).unwrap();
        let first = "(SELECT MIN(number) FROM demur_case)";
        tamper(&copy, &format!("UPDATE demur_case SET choice = 'serve' WHERE number = {first}"));
        assert!(matches!(verified(&other), Verified::Broken { .. }), "another choice");
        tamper(&copy, &format!("UPDATE demur_case SET choice = 'refuse' WHERE number = {first}"));
        tamper(&copy, &format!("UPDATE demur_case SET opinion = '{{}}' WHERE number = {first}"));
        assert!(matches!(verified(&other), Verified::Broken { .. }), "another opinion");
        tamper(&copy, &format!("DELETE FROM demur_case WHERE number = {first}"));
        assert!(matches!(verified(&other), Verified::Broken { .. }), "a case is gone");
        // The end cut off.
        tamper(place, "DELETE FROM demur_journal WHERE seq = 15");
        assert_eq!(broken_at(&store), 15);
    }

    fn pr_17_the_customer_holds_the_link(place: &Place) {
        let store = place.open();
        let receipt = refuse(&store, "Anna Nowakowska", "anna.nowakowska@example.org");
        let letter = receipt.letter.clone().unwrap();
        let verdict = |letter: &Letter| store.verify_letter(letter).wait().unwrap();
        assert_eq!(verdict(&letter), LetterVerdict::Match);

        // Texts go; the day goes with them, since the case is alone in its cell.
        place.clock.set(months(START, 13));
        store.run_retention(&Actor::system()).unwrap();
        assert_eq!(store.show(&actor(Role::Auditor), &receipt.case).wait().unwrap().when, "2026-11");
        assert_eq!(verdict(&letter).to_string(), "MATCH, unaltered");

        let other_code = Letter { code: letter.code.replace('-', "").replacen(|_| true, "Z", 1), ..letter.clone() };
        assert_eq!(verdict(&other_code), LetterVerdict::Altered);
        let other_day = Letter { day: months(letter.day, 1), ..letter.clone() };
        assert_eq!(verdict(&other_day), LetterVerdict::Altered);
        let unknown = Letter { case: "SHOP1-2026-00000000".to_owned(), ..letter.clone() };
        assert_eq!(verdict(&unknown), LetterVerdict::Unknown);

        let columns = [("skeleton", "misconduct", "misconducT"), ("situation", "true", "null"),
            ("opinion", "may_refuse", "may_refusE")];
        for (column, was, is) in columns {
            tamper(place, &format!("UPDATE demur_case SET {column} = replace({column}, '{was}', '{is}')"));
            assert_eq!(verdict(&letter).to_string(), "ALTERED", "{column}");
            tamper(place, &format!("UPDATE demur_case SET {column} = replace({column}, '{is}', '{was}')"));
        }
        assert_eq!(verdict(&letter), LetterVerdict::Match);

        scrub(&store);
        drop(store);
        let disk = place.bytes_on_disk();
        let code = letter.code.clone();
        let plain = code.replace('-', "");
        for gone in ["Nowakowska", "anna.nowakowska@example.org", &code, &plain, WORDS] {
            assert!(!contains(&disk, gone.as_bytes()), "{gone} is on the disk");
        }
        assert!(contains(&disk, receipt.case.as_bytes()), "the search finds what is there");
    }

    fn pr_47_somebody_elses_program_checks_the_packet(place: &Place) {
        let store = place.open();
        let receipt = refuse(&store, "Anna", "anna@example.org");
        for number in 0..12 {
            refuse(&store, "Jan", &format!("jan{number}@example.org"));
        }
        let letter = receipt.letter.unwrap();
        let privacy = actor(Role::Privacy);
        let packet = store.packet(&privacy, &receipt.case).wait().unwrap();
        assert_eq!(packet.comparators[2].cases, Some(13));
        assert!(packet.texts.is_some());
        let head = store.head().wait().unwrap();
        assert_eq!(packet.head_seq, head.seq);
        let text = serde_json::to_string(&packet).unwrap();
        let code = ["--code", letter.code.as_str()];
        let (right, said) = check_packet(place, &text, &code);
        assert!(right, "{said}");
        assert!(said.contains("skeleton: unaltered"), "{said}");

        let changes = [
            ("\"ground\":\"misconduct\"", "\"ground\":\"inability\""),
            ("may_refuse", "must_serve"),
            ("\"event\":\"decided\"", "\"event\":\"decidet\""),
            ("towards", "forwards"),
            ("\"digest\":\"", "\"digest\":\"00"),
        ];
        for (was, is) in changes {
            if text.contains(was) {
                let (right, said) = check_packet(place, &text.replacen(was, is, 1), &code);
                assert!(!right, "{was}: {said}");
            }
        }
        let (right, _) = check_packet(place, &text, &["--code", "00000-00000-00000-00000-00000-0"]);
        assert!(!right, "another code");
        let (right, _) = check_packet(place, &text, &["--head", &"0".repeat(64)]);
        assert!(!right, "another head than the one kept elsewhere");

        place.clock.set(months(START, 13));
        store.run_retention(&Actor::system()).unwrap();
        let packet = store.packet(&privacy, &receipt.case).wait().unwrap();
        assert!(packet.texts.is_none());
        assert!(packet.missing[0].contains("erased"), "{:?}", packet.missing);
        let text = serde_json::to_string(&packet).unwrap();
        let day = letter.day.to_string();
        let band = letter.band.to_string();
        let arguments = ["--code", &letter.code, "--day", &day, "--band", &band];
        let (right, said) = check_packet(place, &text, &arguments);
        assert!(right, "{said}");
    }
}
