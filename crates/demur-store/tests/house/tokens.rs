//! One-time tokens: good once, for one thing, for a while.

use std::time::Duration;

use crate::home::*;
use crate::support::*;
use demur_store::*;

on_both! {
    fn a_token_is_good_once(place: &Place) {
        let house = house(place);
        let anna = add(&house, "anna", &[Role::Admin]);
        let invitation = TokenPurpose::Invitation(anna.clone());
        let reset = TokenPurpose::PasswordReset(anna);
        let one = house.make_token(invitation.clone(), HOUR).unwrap();
        let two = house.make_token(reset.clone(), HOUR).unwrap();
        assert!(one.len() >= 43 && one != two, "{one} {two}");
        assert!(!contains(&place.bytes_on_disk(), one.as_bytes()), "it is readable on the disk");
        assert_eq!(house.token(&one).unwrap(), Some(invitation.clone()));
        assert_eq!(house.token(&one).unwrap(), Some(invitation.clone()), "looking uses nothing up");
        assert_eq!(house.take_token(&one).unwrap(), Some(invitation));
        assert_eq!(house.take_token(&one).unwrap(), None);
        assert_eq!(house.token(&one).unwrap(), None);
        assert_eq!(house.take_token(&two).unwrap(), Some(reset));
        for nothing in ["", "x", &"y".repeat(9_000)] {
            assert_eq!(house.take_token(nothing).unwrap(), None);
        }
    }

    fn of_two_who_take_it_one_has_it(place: &Place) {
        let houses = [house(place), house(place), house(place)];
        for _ in 0..20 {
            let token = houses[0].make_token(TokenPurpose::FirstStart, HOUR).unwrap();
            let taken = at_once(&houses, |house| house.take_token(&token).unwrap());
            assert_eq!(taken.iter().flatten().count(), 1, "{taken:?}");
        }
    }

    fn a_new_token_takes_the_place_of_the_old_one(place: &Place) {
        let house = house(place);
        let [anna, jan] = ["anna", "jan"].map(|login| add(&house, login, &[Role::Admin]));
        let make = |purpose: TokenPurpose| house.make_token(purpose, HOUR).unwrap();
        let first = make(TokenPurpose::FirstStart);
        let for_jan = make(TokenPurpose::Invitation(jan.clone()));
        let reset = make(TokenPurpose::PasswordReset(anna.clone()));
        let old = make(TokenPurpose::Invitation(anna.clone()));
        let new = make(TokenPurpose::Invitation(anna));
        assert_eq!(house.token(&old).unwrap(), None);
        for kept in [&first, &for_jan, &reset, &new] {
            assert!(house.token(kept).unwrap().is_some());
        }
        let second = make(TokenPurpose::FirstStart);
        assert_eq!(house.take_token(&first).unwrap(), None);
        assert_eq!(house.take_token(&second).unwrap(), Some(TokenPurpose::FirstStart));
        assert_eq!(house.take_token(&for_jan).unwrap(), Some(TokenPurpose::Invitation(jan)));
    }

    fn tokens_end(place: &Place) {
        let house = house(place);
        let [anna, jan] = ["anna", "jan"].map(|login| add(&house, login, &[Role::Admin]));
        let first = house.make_token(TokenPurpose::FirstStart, HOUR).unwrap();
        place.clock.add(3_599);
        assert!(house.token(&first).unwrap().is_some());
        place.clock.add(1);
        assert_eq!(house.token(&first).unwrap(), None);
        assert_eq!(house.take_token(&first).unwrap(), None);
        assert_eq!(house.sweep().unwrap().tokens, 1);
        let day = Duration::from_secs(86_400);
        let reset = TokenPurpose::PasswordReset(anna.clone());
        let token = house.make_token(reset.clone(), day).unwrap();
        house.set_password(&anna, PASSWORD).unwrap();
        assert_eq!(house.token(&token).unwrap(), None, "the password was set another way");
        let token = house.make_token(reset.clone(), day).unwrap();
        house.set_disabled(&anna, true).unwrap();
        assert_eq!(house.take_token(&token).unwrap(), None);
        assert_eq!(house.make_token(reset.clone(), day), Err(StoreError::Disabled));
        let nobody = TokenPurpose::Invitation("s-nobody1".to_owned());
        assert_eq!(house.make_token(nobody, day).unwrap_err().code(), "E_MISSING");
        let kept = house.make_token(TokenPurpose::Invitation(jan), Duration::MAX).unwrap();
        place.clock.add_days(4_000);
        assert!(house.token(&kept).unwrap().is_some());
    }
}
