//! API keys: shown once, used, revoked.

use crate::home::*;
use crate::support::*;
use demur_store::*;

on_both! {
    fn a_key_is_shown_once(place: &Place) {
        let house = house(place);
        let desk = roles(&[Role::Desk]);
        let (key, plaintext) = house.add_api_key(" Booking system ", &desk, None).unwrap();
        assert_eq!((key.label.as_str(), &key.roles), ("Booking system", &desk));
        assert_eq!((key.created, key.last_used, key.revoked), (START, None, None));
        assert!(Actor::new(Role::Desk, &key.pseudonym).is_ok(), "{}", key.pseudonym);
        assert!(plaintext.starts_with("dmr_") && plaintext.len() >= 47, "{plaintext}");
        assert!(!contains(&place.bytes_on_disk(), &plaintext.as_bytes()[4..]), "it is readable");
        assert_eq!(house.api_keys().unwrap(), std::slice::from_ref(&key));
        let used = house.api_key(&plaintext).unwrap().unwrap();
        assert_eq!(used, ApiKey { last_used: Some(START), ..key.clone() });
        assert_eq!(house.api_keys().unwrap(), std::slice::from_ref(&used));
        place.clock.add_days(2);
        house.api_key(&plaintext).unwrap().unwrap();
        assert_eq!(house.api_keys().unwrap()[0].last_used, Some(place.clock.today()));
        for wrong in ["", "dmr_", &plaintext[4..], &format!("{plaintext}x"), &key.id] {
            assert_eq!(house.api_key(wrong).unwrap(), None, "{wrong}");
        }
        assert!(house.add_api_key("", &desk, None).is_err());
        assert!(house.add_api_key("x", &roles(&[]), None).is_err());
        assert!(house.add_api_key("x", &roles(&[Role::System]), None).is_err());
    }

    fn a_revoked_key_is_worth_nothing(place: &Place) {
        let house = house(place);
        let desk = roles(&[Role::Desk]);
        let (key, plaintext) = house.add_api_key("one", &desk, None).unwrap();
        let (_, other) = house.add_api_key("two", &desk, None).unwrap();
        house.revoke_api_key(&key.id).unwrap();
        place.clock.add_days(1);
        house.revoke_api_key(&key.id).unwrap();
        assert_eq!(house.api_key(&plaintext).unwrap(), None);
        assert!(house.api_key(&other).unwrap().is_some());
        let listed = house.api_keys().unwrap();
        let listed = listed.iter().find(|listed| listed.id == key.id).unwrap();
        assert_eq!(listed.revoked, Some(START), "the day on which it happened");
        assert_eq!(house.revoke_api_key("nothing").unwrap_err().code(), "E_MISSING");
        place.clock.set(months(START, 25));
        assert_eq!(house.sweep().unwrap().api_keys, 1);
        assert_eq!(house.api_keys().unwrap().len(), 1);
    }

    fn a_key_has_no_more_than_its_person(place: &Place) {
        let house = house(place);
        add(&house, "admin", &[Role::Admin]);
        let jan = add(&house, "jan", &[Role::Desk, Role::Decider]);
        let error = house.add_api_key("x", &roles(&[Role::Privacy]), Some(&jan)).unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "roles", .. }), "{error}");
        let both = roles(&[Role::Desk, Role::Decider]);
        let (key, plaintext) = house.add_api_key("till", &both, Some(&jan)).unwrap();
        assert_eq!(key.pseudonym, jan);
        house.set_roles(&jan, &roles(&[Role::Desk])).unwrap();
        assert_eq!(house.api_key(&plaintext).unwrap().unwrap().roles, roles(&[Role::Desk]));
        house.set_disabled(&jan, true).unwrap();
        assert_eq!(house.api_key(&plaintext).unwrap(), None);
        let error = house.add_api_key("x", &both, Some(&jan)).unwrap_err();
        assert_eq!(error, StoreError::Disabled);
        assert!(house.add_api_key("x", &both, Some("s-nobody1")).is_err());
    }
}
