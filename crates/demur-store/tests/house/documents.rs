//! Documents: versions, history, and a counter that other processes watch.

use crate::home::*;
use crate::support::*;
use demur_store::*;

const BY: &str = "s-admi1";
const POLICY: DocumentKind = DocumentKind::Policy;

on_both! {
    fn documents_have_versions_and_a_history(place: &Place) {
        let house = house(place);
        let put = |name: &str, expected, text: &str| {
            house.put_document(POLICY, name, expected, text, BY)
        };
        assert_eq!(put("shop/warn.md", None, "# Żółta kartka\n").unwrap(), 1);
        assert_eq!(put("a.md", None, "").unwrap(), 1);
        place.clock.add_days(1);
        assert_eq!(put("shop/warn.md", Some(1), "# Dwie\n").unwrap(), 2);
        let documents = house.documents(POLICY).unwrap();
        let names: Vec<_> = documents.iter().map(|document| document.name.as_str()).collect();
        assert_eq!(names, ["a.md", "shop/warn.md"]);
        let now = Document {
            name: "shop/warn.md".to_owned(),
            version: 2,
            text: "# Dwie\n".to_owned(),
            changed: place.clock.today(),
            by: BY.to_owned(),
            removed: false,
        };
        assert_eq!(documents[1], now);
        assert!(house.documents(DocumentKind::Templates).unwrap().is_empty());
        for stale in [None, Some(1), Some(3)] {
            assert_eq!(put("shop/warn.md", stale, "x").unwrap_err().code(), "E_STALE");
        }
        let error = house.remove_document(POLICY, "shop/warn.md", 1, BY).unwrap_err();
        assert_eq!(error.code(), "E_STALE");
        assert_eq!(house.remove_document(POLICY, "shop/warn.md", 2, BY).unwrap(), 3);
        assert_eq!(house.documents(POLICY).unwrap().len(), 1);
        assert_eq!(put("shop/warn.md", Some(3), "x").unwrap_err().code(), "E_STALE");
        assert_eq!(put("shop/warn.md", None, "# Znowu\n").unwrap(), 4);
        let history = house.history(POLICY, "shop/warn.md").unwrap();
        let told: Vec<_> = history
            .iter()
            .map(|version| (version.version, version.removed, version.text.as_str()))
            .collect();
        assert_eq!(told, [(4, false, "# Znowu\n"), (3, true, ""), (2, false, "# Dwie\n"),
            (1, false, "# Żółta kartka\n")]);
        assert_eq!((history[3].changed, history[1].changed), (START, place.clock.today()));
    }

    fn the_revision_tells_of_every_change(place: &Place) {
        let (house, other) = (house(place), house(place));
        assert_eq!(house.revision(POLICY).unwrap(), 0);
        house.put_document(POLICY, "a", None, "1", BY).unwrap();
        house.put_document(POLICY, "b", None, "1", BY).unwrap();
        assert_eq!(other.revision(POLICY).unwrap(), 2);
        house.put_document(POLICY, "a", None, "2", BY).unwrap_err();
        assert_eq!(other.revision(POLICY).unwrap(), 2, "nothing has changed");
        house.remove_document(POLICY, "a", 1, BY).unwrap();
        house.put_document(DocumentKind::Providers, "a", None, "1", BY).unwrap();
        assert_eq!(other.revision(POLICY).unwrap(), 3);
        assert_eq!(other.revision(DocumentKind::Providers).unwrap(), 1);
    }

    fn fifty_versions_are_kept(place: &Place) {
        let house = house(place);
        let put = |name: &str, expected, text: &str| {
            house.put_document(POLICY, name, expected, text, BY).unwrap()
        };
        put("other", None, "stays");
        put("a", None, "1");
        for version in 1..60 {
            put("a", Some(version), &(version + 1).to_string());
        }
        let history = house.history(POLICY, "a").unwrap();
        assert_eq!((history.len(), history[0].version, history[49].version), (50, 60, 11));
        assert_eq!(history[49].text, "11");
        assert_eq!(house.history(POLICY, "other").unwrap().len(), 1);
    }

    fn wrong_documents_are_refused(place: &Place) {
        let house = house(place);
        for name in ["", "../a", "a/../b", "/etc/passwd", "A.md", ".git"] {
            let error = house.put_document(POLICY, name, None, "x", BY).unwrap_err();
            assert!(matches!(error, StoreError::Invalid { field: "name", .. }), "{error}");
        }
        for text in ["a\0b".to_owned(), "x".repeat((1 << 20) + 1)] {
            assert!(house.put_document(POLICY, "a", None, &text, BY).is_err());
        }
        assert!(house.put_document(POLICY, "a", None, "x", "Anna Nowak").is_err());
        assert_eq!(house.revision(POLICY).unwrap(), 0);
        let most = "x".repeat(1 << 20);
        house.put_document(POLICY, "a", None, &most, BY).unwrap();
        assert_eq!(house.documents(POLICY).unwrap()[0].text, most);
    }
}
