//! Sessions: begun, seen, rotated, ended.

use std::time::Duration;

use crate::home::*;
use crate::support::*;
use demur_store::*;

fn seen(house: &House, token: &str) -> Option<Session> {
    house.session(token, &TIMEOUTS).unwrap()
}

on_both! {
    fn who_signs_in_is_known_by_the_token(place: &Place) {
        let house = house(place);
        let [anna, jan] = ["anna", "jan"].map(|login| add(&house, login, &[Role::Admin]));
        let NewSession { token, id } = house.begin_session(&anna, &TIMEOUTS).unwrap();
        let other = house.begin_session(&jan, &TIMEOUTS).unwrap().token;
        let session = seen(&house, &token).unwrap();
        assert_eq!(session.person, house.person(&anna).unwrap().unwrap());
        assert_eq!((session.created, session.seen), (place.clock.now(), place.clock.now()));
        assert!(!session.strong);
        assert_eq!((session.id.len(), &session.id), (64, &id));
        assert_ne!(session.id, seen(&house, &other).unwrap().id);
        assert!(!contains(&place.bytes_on_disk(), token.as_bytes()), "it is readable on the disk");
        house.set_roles(&anna, &roles(&[Role::Desk])).unwrap();
        assert_eq!(seen(&house, &token).unwrap().person.roles, roles(&[Role::Desk]), "as it is now");
        for wrong in ["", &session.id, &token[1..], &format!("{token} ")] {
            assert_eq!(seen(&house, wrong), None, "{wrong}");
        }
        assert_eq!(house.begin_session("s-nobody1", &TIMEOUTS).unwrap_err().code(), "E_MISSING");
    }

    fn who_is_away_for_long_is_signed_out(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Admin]);
        let token = house.begin_session(&anna, &TIMEOUTS).unwrap().token;
        let idle = house.begin_session(&anna, &TIMEOUTS).unwrap().token;
        place.clock.add(1_799);
        assert!(seen(&house, &token).is_some());
        place.clock.add(1);
        assert_eq!(seen(&house, &idle), None);
        place.clock.add(-600);
        assert_eq!(seen(&house, &idle), None, "gone for good, not only for now");
        place.clock.add(600);
        assert!(seen(&house, &token).is_some(), "being there counts");
        let begun = place.clock.now();
        while place.clock.now().as_second() - begun.as_second() < 12 * 3_600 - 1_800 - 900 {
            place.clock.add(900);
            assert!(seen(&house, &token).is_some());
        }
        place.clock.add(899);
        assert!(seen(&house, &token).is_some());
        place.clock.add(1);
        assert_eq!(seen(&house, &token), None, "twelve hours after signing in, whatever happens");
    }

    fn being_there_is_noted_once_a_minute(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Admin]);
        let token = house.begin_session(&anna, &TIMEOUTS).unwrap().token;
        let begun = place.clock.now();
        place.clock.add(59);
        assert_eq!(seen(&house, &token).unwrap().seen, begun);
        place.clock.add(1);
        assert_eq!(seen(&house, &token).unwrap().seen, place.clock.now());
        let noted = place.clock.now();
        place.clock.add(30);
        assert_eq!(seen(&house, &token).unwrap().seen, noted);
        let short = Timeouts { idle: Duration::from_secs(40), ..TIMEOUTS };
        let token = house.begin_session(&anna, &short).unwrap().token;
        for _ in 0..10 {
            place.clock.add(20);
            assert!(house.session(&token, &short).unwrap().is_some(), "also where it is short");
        }
    }

    fn a_rotated_session_has_one_token(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Admin]);
        let old = house.begin_session(&anna, &TIMEOUTS).unwrap().token;
        let begun = seen(&house, &old).unwrap();
        house.put_draft("d1", &begun.id, b"sealed", HOUR).unwrap();
        place.clock.add(10);
        house.mark_strong(&old).unwrap();
        house.put_draft("d2", &begun.id, b"spoilt", HOUR).unwrap();
        let resealed = |token: &str, id: &str, body: &[u8]| {
            assert!(token != old);
            (body == b"sealed").then(|| [id.as_bytes(), b" anew"].concat())
        };
        let new = house.rotate_session(&old, resealed).unwrap();
        assert_eq!(seen(&house, &old), None);
        let now = seen(&house, &new).unwrap();
        assert!(now.strong && now.created == begun.created && now.id != begun.id);
        assert_eq!(house.draft("d1", &now.id).unwrap().as_deref(), Some(b"d1 anew".as_slice()));
        assert_eq!(house.draft("d2", &now.id).unwrap(), None);
        assert_eq!(house.draft("d1", &begun.id).unwrap(), None);
        assert_eq!(house.rotate_session(&old, as_it_was), Err(StoreError::SessionOver));
        assert_eq!(house.mark_strong(&old), Err(StoreError::SessionOver));
        let houses = [house.clone(), crate::home::house(place)];
        let rotated = at_once(&houses, |house| house.rotate_session(&new, as_it_was));
        assert_eq!(rotated.iter().flatten().count(), 1, "{rotated:?}");
        place.clock.add_days(1);
        let last = rotated.into_iter().flatten().next().unwrap();
        assert_eq!(house.rotate_session(&last, as_it_was), Err(StoreError::SessionOver), "it has expired");
    }

    fn sessions_end_when_told(place: &Place) {
        let house = house(place);
        let [anna, jan] = ["anna", "jan"].map(|login| add(&house, login, &[Role::Admin]));
        let begin = |who: &str| house.begin_session(who, &TIMEOUTS).unwrap().token;
        let [one, two, three] = [(); 3].map(|()| begin(&anna));
        let other = begin(&jan);
        house.end_session(&one).unwrap();
        house.end_session(&one).unwrap();
        assert_eq!(seen(&house, &one), None);
        assert_eq!(house.end_sessions_of(&anna, Some(&two)).unwrap(), 1);
        assert_eq!(seen(&house, &three), None);
        assert!(seen(&house, &two).is_some());
        assert_eq!(house.end_sessions_of(&anna, None).unwrap(), 1);
        assert_eq!(seen(&house, &two), None);
        assert!(seen(&house, &other).is_some(), "nobody else's");
    }

    fn who_is_switched_off_is_signed_out(place: &Place) {
        let house = house(place);
        let [anna, _] = ["anna", "jan"].map(|login| add(&house, login, &[Role::Admin]));
        let token = house.begin_session(&anna, &TIMEOUTS).unwrap().token;
        house.set_disabled(&anna, true).unwrap();
        assert_eq!(seen(&house, &token), None);
        let error = house.begin_session(&anna, &TIMEOUTS).unwrap_err();
        assert_eq!(error, StoreError::Disabled);
        assert!(house.credentials("anna").unwrap().unwrap().person.disabled);
        house.set_disabled(&anna, false).unwrap();
        assert_eq!(seen(&house, &token), None, "the old one does not come back");
        assert!(house.begin_session(&anna, &TIMEOUTS).is_ok());
    }

    fn a_sweep_takes_what_has_ended(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Admin]);
        let old = house.begin_session(&anna, &TIMEOUTS).unwrap().token;
        let id = seen(&house, &old).unwrap().id;
        house.put_draft("d1", &id, b"sealed", HOUR * 20).unwrap();
        place.clock.add(1_000);
        let new = house.begin_session(&anna, &TIMEOUTS).unwrap().token;
        place.clock.add(800);
        let swept = house.sweep().unwrap();
        assert_eq!((swept.sessions, swept.drafts), (1, 1));
        assert!(seen(&house, &new).is_some());
        assert_eq!(house.sweep().unwrap(), Swept::default());
    }
}

fn as_it_was(_: &str, _: &str, body: &[u8]) -> Option<Vec<u8>> {
    Some(body.to_vec())
}
