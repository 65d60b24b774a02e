//! What goes wrong around the house: lost connections, wrong keys, the wrong database.

use crate::home::*;
use crate::support::*;
use demur_store::*;

on_both! {
    fn the_house_is_the_same_after_a_restart(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Admin]);
        let token = house.begin_session(&anna, &TIMEOUTS).unwrap().token;
        drop(house);
        let house = crate::home::house(place);
        assert_eq!(house.people().unwrap().len(), 1);
        assert!(house.session(&token, &TIMEOUTS).unwrap().is_some());
    }

    fn processes_open_a_new_house_at_once(place: &Place) {
        let houses: Vec<House> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| house(place))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        add(&houses[0], "anna", &[Role::Admin]);
        for house in &houses {
            assert_eq!(house.people().unwrap().len(), 1);
            assert_eq!(house.fail("x", HOUR).unwrap(), house.failures("x", HOUR).unwrap());
        }
        assert_eq!(houses[0].failures("x", HOUR).unwrap(), 4, "one secret for all");
    }

    fn pr_10_the_record_and_the_people_are_apart(place: &Place) {
        let people = house(place);
        let error = Store::open(place.options()).unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "record", .. }), "{error}");
        drop(people);
        let other = Place { record: place.another("other.db"), keys: place.keys.clone(),
            master: place.master.clone(), ..Place::sqlite() };
        let store = other.open();
        let error = House::open(options(&other, other.record.clone())).unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "house", .. }), "{error}");
        let beside = House::open(options(&other, other.keys.clone())).unwrap();
        add(&beside, "anna", &[Role::Admin]);
        refuse(&store, "Jan", "jan@example.org");
        drop(store);
        assert!(Store::open_replayed(other.options()).is_ok(), "keys and house get along");
    }

    fn null_characters_find_nothing(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Admin]);
        let (null, owner) = ("s-nu\u{0}1l", house.begin_session(&anna, &TIMEOUTS).unwrap().id);
        assert_eq!(house.person(null).unwrap(), None);
        assert!(house.credentials(null).unwrap().is_none());
        assert_eq!(house.set_lang(null, None).unwrap_err().code(), "E_MISSING");
        assert_eq!(house.remove_person(null).unwrap_err().code(), "E_MISSING");
        assert_eq!(house.begin_session(null, &TIMEOUTS).unwrap_err().code(), "E_MISSING");
        assert_eq!(house.revoke_api_key(null).unwrap_err().code(), "E_MISSING");
        assert_eq!(house.end_sessions_of(null, Some(null)).unwrap(), 0);
        assert!(!house.use_code(null, 1).unwrap());
        assert_eq!(house.session(null, &TIMEOUTS).unwrap(), None);
        assert_eq!(house.token(null).unwrap(), None);
        assert_eq!(house.api_key(null).unwrap(), None);
        assert_eq!(house.draft(null, &owner).unwrap(), None);
        assert_eq!(house.draft("d", null).unwrap(), None);
        house.remove_draft(null, &owner).unwrap();
        assert_eq!(house.put_draft(null, &owner, b"", HOUR).unwrap_err().code(), "E_INVALID");
        assert_eq!(house.setting(null).unwrap_err().code(), "E_INVALID");
        assert_eq!(house.history(DocumentKind::Policy, null).unwrap_err().code(), "E_INVALID");
        assert_eq!(house.fail(null, HOUR).unwrap(), 1);
        let token = house.make_token(TokenPurpose::Invitation(null.to_owned()), HOUR);
        assert_eq!(token.unwrap_err().code(), "E_MISSING");
    }

    fn another_master_key_opens_nothing(place: &Place) {
        drop(house(place));
        let master = MasterKey::create(&place.path("other.key")).unwrap();
        let options = options(place, place.record.clone());
        let error = House::open(HouseOptions { master, ..options }).unwrap_err();
        assert_eq!(error.code(), "E_MASTER_KEY");
        house(place);
    }

    fn a_newer_house_is_left_alone(place: &Place) {
        drop(house(place));
        let sql = "UPDATE demur_house_meta SET value = '99' WHERE name = 'schema'";
        match &place.record {
            Location::File(path) => {
                rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
            }
            server @ Location::Server(_) => {
                cluster::outside(server).batch_execute(sql).unwrap();
            }
        }
        let error = House::open(options(place, place.record.clone())).unwrap_err();
        assert_eq!(error, StoreError::SchemaNewer { found: 99, known: 1 });
    }
}

#[test]
fn a_lost_connection_is_made_again() {
    let place = Place::postgres();
    let house = house(&place);
    let anna = add(&house, "anna", &[Role::Admin]);
    let token = house.begin_session(&anna, &TIMEOUTS).unwrap().token;
    assert!(house.session(&token, &TIMEOUTS).unwrap().is_some());
    let Location::Server(url) = &place.record else {
        panic!("not a server")
    };
    let name = url.split("application_name=").nth(1).unwrap();
    let name = name.split('&').next().unwrap();
    let cut = || {
        let sql = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity \
            WHERE application_name = $1";
        let cut = cluster::admin().query(sql, &[&name]).unwrap().len();
        assert!(cut > 0, "nothing was cut");
    };
    cut();
    assert!(house.session(&token, &TIMEOUTS).unwrap().is_some());
    cut();
    house.set_lang(&anna, Some("en")).unwrap();
    cut();
    place.clock.add(120);
    let session = house.session(&token, &TIMEOUTS).unwrap().unwrap();
    assert_eq!(session.seen, place.clock.now());
    assert_eq!(session.person.lang.as_deref(), Some("en"));
}

#[test]
fn somebody_looks_while_the_server_runs() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::sqlite();
    let serving = house(&place);
    let looking = house(&place);
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for number in 0..100 {
                add(&serving, &format!("person{number}"), &[Role::Desk]);
            }
        });
        while !writing.is_finished() {
            looking.people().unwrap();
            looking.fail("x", HOUR).unwrap();
        }
    });
    assert_eq!(looking.people().unwrap().len(), 100);
    let Location::File(path) = &place.record else {
        panic!("not a file")
    };
    let mode = std::fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "only the owner reads it");
}
