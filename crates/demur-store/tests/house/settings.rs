//! Settings: nobody overwrites what they have not seen.

use crate::home::*;
use crate::support::*;
use demur_store::*;
use serde_json::json;

on_both! {
    fn settings_have_versions(place: &Place) {
        let house = house(place);
        assert_eq!(house.setting("firm").unwrap(), None);
        let firm = json!({"name": "Gabinet „Stopa”", "sites": ["shop1"], "n": 1.5, "null": null});
        assert_eq!(house.put_setting("firm", None, &firm).unwrap(), 1);
        assert_eq!(house.setting("firm").unwrap(), Some(Versioned { version: 1, value: firm }));
        assert_eq!(house.put_setting("firm", Some(1), &json!("a\u{0}b")).unwrap(), 2);
        assert_eq!(house.setting("firm").unwrap().unwrap().value, json!("a\u{0}b"));
        for (expected, known) in [(None, "none"), (Some(1), "1"), (Some(3), "3")] {
            let error = house.put_setting("firm", expected, &json!(0)).unwrap_err();
            assert_eq!(error.code(), "E_STALE");
            assert!(error.to_string().contains(&format!("version 2, you had {known}")), "{error}");
        }
        let error = house.put_setting("other", Some(1), &json!(0)).unwrap_err();
        assert!(error.to_string().contains("version none, you had 1"), "{error}");
        assert_eq!(house.setting("firm").unwrap().unwrap().version, 2);
        for wrong in ["", "Firm", "a b", "a/b", &"x".repeat(65)] {
            assert!(house.put_setting(wrong, None, &json!(0)).is_err(), "{wrong}");
            assert!(house.setting(wrong).is_err(), "{wrong}");
        }
        assert!(house.put_setting("large", None, &json!("x".repeat(1 << 20))).is_err());
    }

    fn of_several_at_once_one_writes(place: &Place) {
        let houses = [house(place), house(place), house(place)];
        for round in 0..15 {
            let expected = (round > 0).then_some(round);
            let answers = at_once(&houses, |house| house.put_setting("x", expected, &json!(round)));
            assert_eq!(answers.iter().flatten().collect::<Vec<_>>(), [&(round + 1)], "{answers:?}");
            let stale = answers.iter().filter_map(|answer| answer.as_ref().err());
            assert!(stale.into_iter().all(|error| error.code() == "E_STALE"), "{answers:?}");
        }
    }
}
