//! Drafts: one's own, twenty of them, for as long as the session.

use std::time::Duration;

use crate::home::*;
use crate::support::*;
use demur_store::*;

/// Token and id of a new session.
fn begin(house: &House, who: &str) -> (String, String) {
    let session = house.begin_session(who, &TIMEOUTS).unwrap();
    (session.token, session.id)
}

on_both! {
    fn a_draft_is_its_owners(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Desk]);
        let (_, one) = begin(&house, &anna);
        let (_, two) = begin(&house, &anna);
        let draft = house.new_draft_id().unwrap();
        assert_ne!(draft, house.new_draft_id().unwrap());
        house.put_draft(&draft, &one, b"first", HOUR).unwrap();
        house.put_draft(&draft, &two, b"another", HOUR).unwrap();
        house.put_draft(&draft, &one, &[0, 255, 7], HOUR).unwrap();
        assert_eq!(house.draft(&draft, &one).unwrap(), Some(vec![0, 255, 7]));
        assert_eq!(house.draft(&draft, &two).unwrap().as_deref(), Some(b"another".as_slice()));
        house.remove_draft(&draft, &one).unwrap();
        house.remove_draft(&draft, &one).unwrap();
        assert_eq!(house.draft(&draft, &one).unwrap(), None);
        assert!(house.draft(&draft, &two).unwrap().is_some());
        assert!(house.put_draft("", &one, b"x", HOUR).is_err());
        assert!(house.put_draft("a b", &one, b"x", HOUR).is_err());
        assert!(house.put_draft("large", &one, &vec![0; 256 * 1024 + 1], HOUR).is_err());
        assert!(house.put_draft("large", &one, &vec![0; 256 * 1024], HOUR).is_ok());
    }

    fn the_twenty_touched_last_are_kept(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Desk]);
        let (_, owner) = begin(&house, &anna);
        let (_, other) = begin(&house, &anna);
        house.put_draft("d0", &other, b"x", HOUR).unwrap();
        for number in 0..20 {
            house.put_draft(&format!("d{number}"), &owner, b"x", HOUR).unwrap();
        }
        house.put_draft("d0", &owner, b"touched", HOUR).unwrap();
        house.put_draft("d20", &owner, b"x", HOUR).unwrap();
        assert_eq!(house.draft("d1", &owner).unwrap(), None, "the oldest goes");
        let kept = (0..=20).filter(|number| {
            house.draft(&format!("d{number}"), &owner).unwrap().is_some()
        });
        assert_eq!(kept.count(), 20);
        assert!(house.draft("d0", &other).unwrap().is_some(), "nobody else's");
    }

    fn drafts_end_with_time_and_session(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Desk]);
        let (token, owner) = begin(&house, &anna);
        house.put_draft("short", &owner, b"x", Duration::from_secs(60)).unwrap();
        house.put_draft("long", &owner, b"x", HOUR).unwrap();
        place.clock.add(60);
        assert_eq!(house.draft("short", &owner).unwrap(), None);
        assert_eq!(house.sweep().unwrap().drafts, 1);
        assert!(house.draft("long", &owner).unwrap().is_some());
        house.end_session(&token).unwrap();
        assert_eq!(house.draft("long", &owner).unwrap(), None);
        let late = house.put_draft("late", &owner, b"x", HOUR);
        assert_eq!(late, Err(StoreError::SessionOver));
        let (_, owner) = begin(&house, &anna);
        house.put_draft("long", &owner, b"x", HOUR).unwrap();
        house.end_sessions_of(&anna, None).unwrap();
        assert_eq!(house.draft("long", &owner).unwrap(), None);
    }
}
