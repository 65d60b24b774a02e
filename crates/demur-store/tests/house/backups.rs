//! Backups of the house: everything but what ends by itself, from either database to either.

use crate::home::*;
use crate::support::*;
use demur_store::*;
use serde_json::json;

/// A house with something of everything, and the text of its API key.
fn full(place: &Place) -> (House, String) {
    let house = house(place);
    let anna = add(&house, "Anna", &[Role::Admin]);
    let jan = add(&house, "jan", &[Role::Desk, Role::Decider]);
    house.set_second_factor(&anna, Some(SECRET)).unwrap();
    assert!(house.use_code(&anna, 58_000_000).unwrap());
    house.set_disabled(&jan, true).unwrap();
    let (_, key) = house
        .add_api_key("till", &roles(&[Role::Desk]), None)
        .unwrap();
    house
        .put_setting("firm", None, &json!({"name": "Gabinet"}))
        .unwrap();
    for (expected, text) in [(None, "one"), (Some(1), "two")] {
        house
            .put_document(DocumentKind::Policy, "a.md", expected, text, &anna)
            .unwrap();
    }
    let token = house.begin_session(&anna, &TIMEOUTS).unwrap().token;
    let id = house.session(&token, &TIMEOUTS).unwrap().unwrap().id;
    house.put_draft("d1", &id, b"sealed", HOUR).unwrap();
    house.make_token(TokenPurpose::FirstStart, HOUR).unwrap();
    house.fail("address", HOUR).unwrap();
    (house, key)
}

fn told(house: &House) -> String {
    let kind = DocumentKind::Policy;
    let people: Vec<_> = house
        .people()
        .unwrap()
        .into_iter()
        .map(|who| {
            let found = house.credentials(&who.login).unwrap().unwrap();
            let secret = found.totp.map(|secret| secret.to_vec());
            let person = (who.pseudonym, who.login, who.roles, who.disabled);
            (person, found.password, secret)
        })
        .collect();
    format!(
        "{people:?} {:?} {:?} {:?} {:?}",
        house.api_keys().unwrap(),
        house.setting("firm").unwrap().unwrap().value,
        house.history(kind, "a.md").unwrap(),
        house.revision(kind).unwrap(),
    )
}

on_both! {
    fn a_backup_carries_everything_that_stays(place: &Place) {
        let (from, key) = full(place);
        let file = place.path("house.json");
        let written = from.export(&file).unwrap();
        assert_eq!(written.people, 2);
        let before = told(&from);
        let to = House::open(options(place, place.another("restored.db"))).unwrap();
        to.make_token(TokenPurpose::FirstStart, HOUR).unwrap();
        assert_eq!(to.import(&file).unwrap(), written);
        assert_eq!(told(&to), before);
        assert!(to.api_key(&key).unwrap().is_some());
        let anna = to.credentials("anna").unwrap().unwrap().person.pseudonym;
        assert!(!to.use_code(&anna, 58_000_000).unwrap(), "used codes stay used");
        assert_eq!(to.failures("address", HOUR).unwrap(), 0);
        place.clock.add_days(400);
        assert_eq!(to.sweep().unwrap(), Swept::default(), "no sessions, drafts, tokens");
        let again = to.import(&file).unwrap_err();
        assert!(again.to_string().contains("not empty"), "{again}");
    }

    fn a_wrong_backup_changes_nothing(place: &Place) {
        use std::os::unix::fs::PermissionsExt;
        let (from, key) = full(place);
        let file = place.path("house.json");
        from.export(&file).unwrap();
        from.export(&file).unwrap();
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "only the owner reads it");
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(!text.contains(&key) && !text.contains("a-second-factor"), "secrets are readable");
        let to = House::open(options(place, place.another("restored.db"))).unwrap();
        let changed = place.path("changed.json");
        let short = text.len() / 2;
        for (wrong, code) in [
            (text.replace("Gabinet", "Gabinett"), "E_BACKUP"),
            (text[..short].to_owned(), "E_BACKUP"),
            ("{}".to_owned(), "E_BACKUP"),
            (text.replace("\"schema\":1", "\"schema\":99"), "E_SCHEMA_NEWER"),
        ] {
            std::fs::write(&changed, wrong).unwrap();
            assert_eq!(to.import(&changed).unwrap_err().code(), code);
        }
        assert_eq!(to.import(&place.path("nothing.json")).unwrap_err().code(), "E_FILE");
        let master = MasterKey::create(&place.path("other.key")).unwrap();
        let location = place.another("other.db");
        let other = House::open(HouseOptions { master, ..options(place, location) }).unwrap();
        assert_eq!(other.import(&file).unwrap_err().code(), "E_MASTER_KEY");
        for house in [&to, &other] {
            assert!(house.people().unwrap().is_empty());
            assert_eq!(house.setting("firm").unwrap(), None);
        }
        to.import(&file).unwrap();
    }
}

#[test]
fn a_backup_goes_from_one_database_to_the_other() {
    let (file, server) = (Place::sqlite(), Place::postgres());
    for (from, to) in [(&file, &server), (&server, &file)] {
        let (house, _) = full(from);
        let path = from.path("house.json");
        house.export(&path).unwrap();
        let location = to.another("restored.db");
        let copy = House::open(options(from, location)).unwrap();
        copy.import(&path).unwrap();
        assert_eq!(told(&copy), told(&house));
    }
}
