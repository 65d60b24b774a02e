//! People: added, changed, switched off, and never the last admin.

use crate::home::*;
use crate::support::*;
use demur_store::*;

on_both! {
    fn people_are_known_by_login_and_pseudonym(place: &Place) {
        let house = house(place);
        let anna = house.add_person(new("  Anna.Nowak ", &[Role::Admin, Role::Decider])).unwrap();
        assert_eq!(anna.login, "Anna.Nowak");
        assert!(Actor::new(Role::Admin, &anna.pseudonym).is_ok(), "{}", anna.pseudonym);
        assert_eq!(anna.pseudonym.len(), 8);
        assert_eq!((anna.site.as_deref(), anna.lang.as_deref()), (Some("shop1"), Some("pl")));
        assert_eq!((anna.created, anna.disabled, anna.second_factor), (START, false, false));
        let taken = house.add_person(new("ANNA.nowak", &[Role::Desk])).unwrap_err();
        assert!(matches!(taken, StoreError::Invalid { field: "login", .. }), "{taken}");
        assert!(!taken.to_string().to_lowercase().contains("anna"), "{taken}");
        let zoe = add(&house, "Zoe\u{301}", &[Role::Desk]);
        assert!(house.add_person(new("zo\u{c9}", &[Role::Desk])).is_err(), "the same letters");
        let logins: Vec<_> = house.people().unwrap().into_iter().map(|who| who.login).collect();
        assert_eq!(logins, ["Anna.Nowak", "Zo\u{e9}"]);
        assert_eq!(house.person(&anna.pseudonym).unwrap(), Some(anna.clone()));
        assert_eq!(house.person("s-nobody1").unwrap(), None);
        let found = house.credentials(" aNNa.nOwak").unwrap().unwrap();
        assert_eq!((found.person, found.password.as_deref()), (anna, Some(PASSWORD)));
        assert_eq!(found.totp, None);
        for nobody in ["", "anna", "anna\0nowak", &"x".repeat(9_000)] {
            assert!(house.credentials(nobody).unwrap().is_none(), "{nobody:?}");
        }
        assert_ne!(zoe, house.people().unwrap()[0].pseudonym);
    }

    fn wrong_forms_are_named(place: &Place) {
        let house = house(place);
        let fine = || new("anna", &[Role::Desk]);
        for (field, wrong) in [
            ("login", NewPerson { login: "  ".to_owned(), ..fine() }),
            ("login", NewPerson { login: "a\u{7}b".to_owned(), ..fine() }),
            ("login", NewPerson { login: "ż".repeat(65), ..fine() }),
            ("roles", NewPerson { roles: roles(&[]), ..fine() }),
            ("roles", NewPerson { roles: roles(&[Role::Desk, Role::System]), ..fine() }),
            ("site", NewPerson { site: Some("two words".to_owned()), ..fine() }),
            ("lang", NewPerson { lang: Some("polski!".to_owned()), ..fine() }),
            ("password", NewPerson { password: Some("hunter2".to_owned()), ..fine() }),
        ] {
            let error = house.add_person(wrong).unwrap_err();
            assert!(matches!(error, StoreError::Invalid { field: at, .. } if at == field), "{error}");
        }
        assert!(house.people().unwrap().is_empty());
        assert!(house.add_person(NewPerson { login: "ż".repeat(64), ..fine() }).is_ok());
        let error = house.set_password("s-nobody1", PASSWORD).unwrap_err();
        assert_eq!(error.to_string(), "there is no person `s-nobody1`");
    }

    fn what_is_known_of_somebody_changes(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Admin]);
        let jan = add(&house, "jan", &[Role::Desk]);
        let other = PASSWORD.replace("hashed", "rehash");
        house.set_password(&jan, &other).unwrap();
        house.set_roles(&jan, &roles(&[Role::Decider, Role::Reviewer])).unwrap();
        house.set_site(&jan, None).unwrap();
        house.set_lang(&jan, Some("en")).unwrap();
        let found = house.credentials("jan").unwrap().unwrap();
        assert_eq!(found.password, Some(other));
        assert_eq!(found.person.roles, roles(&[Role::Reviewer, Role::Decider]));
        assert_eq!((found.person.site, found.person.lang.as_deref()), (None, Some("en")));
        let before = house.credentials("anna").unwrap().unwrap();
        assert_eq!(before.password.as_deref(), Some(PASSWORD), "nobody else's");
        assert_eq!(before.person.pseudonym, anna);
        assert!(house.set_roles(&jan, &roles(&[Role::System])).is_err());
        assert!(house.set_roles(&jan, &roles(&[])).is_err());
    }

    fn the_last_admin_stays(place: &Place) {
        let house = house(place);
        let desk = add(&house, "desk", &[Role::Desk]);
        house.set_roles(&desk, &roles(&[Role::Decider])).unwrap();
        let first = add(&house, "first", &[Role::Admin]);
        assert_eq!(house.set_disabled(&first, true), Err(StoreError::LastAdmin));
        assert_eq!(house.set_roles(&first, &roles(&[Role::Desk])), Err(StoreError::LastAdmin));
        house.set_roles(&first, &roles(&[Role::Desk, Role::Admin])).unwrap();
        let second = add(&house, "second", &[Role::Admin]);
        house.set_disabled(&second, true).unwrap();
        assert_eq!(house.set_disabled(&first, true), Err(StoreError::LastAdmin));
        house.set_roles(&second, &roles(&[Role::Desk])).unwrap();
        house.set_roles(&second, &roles(&[Role::Admin])).unwrap();
        house.set_disabled(&second, false).unwrap();
        house.set_disabled(&first, true).unwrap();
        house.set_disabled(&desk, true).unwrap();
        assert_eq!(house.set_disabled(&second, true), Err(StoreError::LastAdmin));
    }

    fn two_admins_do_not_switch_each_other_off_at_once(place: &Place) {
        let houses = [house(place), house(place)];
        for round in 0..10 {
            let one = add(&houses[0], &format!("one{round}"), &[Role::Admin]);
            let two = add(&houses[0], &format!("two{round}"), &[Role::Admin]);
            for who in houses[0].people().unwrap() {
                if who.pseudonym != one && who.pseudonym != two && !who.disabled {
                    houses[0].set_disabled(&who.pseudonym, true).unwrap();
                }
            }
            let turn = std::sync::atomic::AtomicUsize::new(0);
            let answers = at_once(&houses, |house| {
                let first = turn.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0;
                house.set_disabled(if first { &one } else { &two }, true)
            });
            let refused = answers.iter().filter(|answer| **answer == Err(StoreError::LastAdmin));
            assert_eq!(refused.count(), 1, "{answers:?}");
        }
    }

    fn a_second_factor_is_sealed_and_its_codes_count_once(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Admin]);
        assert!(!house.use_code(&anna, 58_000_000).unwrap(), "there is no second factor");
        assert!(house.set_second_factor(&anna, Some(b"short")).is_err());
        house.set_second_factor(&anna, Some(SECRET)).unwrap();
        let found = house.credentials("anna").unwrap().unwrap();
        assert!(found.person.second_factor);
        assert_eq!(found.totp.unwrap().as_slice(), SECRET);
        assert!(!contains(&place.bytes_on_disk(), SECRET), "it is readable on the disk");
        assert!(contains(&place.bytes_on_disk(), anna.as_bytes()), "and the disk was looked at");
        assert!(house.use_code(&anna, 58_000_000).unwrap());
        for used in [58_000_000, 57_999_999, 0, -5] {
            assert!(!house.use_code(&anna, used).unwrap(), "{used}");
        }
        assert!(house.use_code(&anna, 58_000_001).unwrap());
        let houses = [house.clone(), crate::home::house(place), crate::home::house(place)];
        for step in 58_000_010..58_000_020 {
            let answers = at_once(&houses, |house| house.use_code(&anna, step).unwrap());
            assert_eq!(answers.iter().filter(|used| **used).count(), 1, "{answers:?}");
        }
        house.set_second_factor(&anna, None).unwrap();
        let found = house.credentials("anna").unwrap().unwrap();
        assert!(!found.person.second_factor && found.totp.is_none());
        assert!(!house.use_code(&anna, 58_000_100).unwrap());
        assert!(!house.use_code("s-nobody1", 58_000_100).unwrap());
    }

    fn who_has_left_is_forgotten(place: &Place) {
        let house = house(place);
        add(&house, "admin", &[Role::Admin]);
        let jan = add(&house, "jan.kowalski", &[Role::Desk]);
        let (key, plaintext) = house.add_api_key("till", &roles(&[Role::Desk]), Some(&jan)).unwrap();
        assert!(house.remove_person(&jan).is_err(), "their access is on");
        house.set_disabled(&jan, true).unwrap();
        house.remove_person(&jan).unwrap();
        assert_eq!(house.person(&jan).unwrap(), None);
        assert!(house.credentials("jan.kowalski").unwrap().is_none());
        assert!(house.api_key(&plaintext).unwrap().is_none());
        assert_eq!(house.api_keys().unwrap()[0].id, key.id);
        assert_eq!(house.api_keys().unwrap()[0].revoked, Some(START));
        let again = add(&house, "jan.kowalski", &[Role::Desk]);
        assert_ne!(again, jan, "somebody else");
        house.set_disabled(&again, true).unwrap();
        house.remove_person(&again).unwrap();
        house.sweep().unwrap();
        if !place.is_postgres() {
            assert!(!contains(&place.bytes_on_disk(), b"jan.kowalski"), "bytes are left");
        }
    }
}

#[test]
fn debug_output_shows_no_secret() {
    let place = Place::sqlite();
    let house = house(&place);
    let anna = add(&house, "anna.nowak", &[Role::Admin]);
    house.set_second_factor(&anna, Some(SECRET)).unwrap();
    let session = house.begin_session(&anna, &TIMEOUTS).unwrap();
    let seen = house.session(&session.token, &TIMEOUTS).unwrap();
    let (key, plaintext) = house
        .add_api_key("till", &roles(&[Role::Desk]), None)
        .unwrap();
    let options = options(
        &place,
        Location::Server("postgres://u:geheim@h/d".to_owned()),
    );
    let printed = format!(
        "{house:?} {options:?} {:?} {:?} {:?} {session:?} {seen:?} {key:?}",
        new("anna.nowak", &[Role::Desk]),
        house.people().unwrap(),
        house.credentials("anna.nowak").unwrap(),
    );
    let secret = format!("{SECRET:?}");
    for hidden in [
        "anna.nowak",
        PASSWORD,
        &secret,
        "geheim",
        &session.token,
        &plaintext,
    ] {
        assert!(!printed.contains(hidden), "{hidden}");
    }
    assert!(printed.contains(&anna));
}
