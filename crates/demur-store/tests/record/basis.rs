//! Nothing is kept without a reason: basis, children, one purpose.

use crate::support::*;
use demur_store::*;

on_both! {
    fn pr_02_basis_before_data(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        let whole = basis(RecordClass::R2);
        let lacking = [
            ("record_class", Basis { class: None, ..whole.clone() }),
            ("lawful_basis", Basis { lawful_basis: None, ..whole.clone() }),
            ("purpose", Basis { purpose: None, ..whole.clone() }),
            ("retention_rule", Basis { retention_rule: Some(" ".to_owned()), ..whole.clone() }),
        ];
        for (field, basis) in lacking {
            let new = NewCase { basis, ..refusal("Anna", "anna@example.org") };
            let error = store.create(&decider, &key(), new).wait().unwrap_err();
            assert_eq!(error.code(), "E_BASIS_MISSING");
            assert_eq!(error, StoreError::BasisMissing { field });
        }
        let other = Basis { lawful_basis: Some(LawfulBasis::NoPersonalData), ..whole };
        let new = NewCase { basis: other, ..refusal("Anna", "anna@example.org") };
        let error = store.create(&decider, &key(), new).wait().unwrap_err();
        assert_eq!(error.code(), "E_BASIS_NOT_ALLOWED");

        let auditor = actor(Role::Auditor);
        assert_eq!(store.head().wait().unwrap().seq, 0, "nothing, not even in the journal");
        assert_eq!(store.find(&auditor, Query::default()).wait().unwrap().cases, []);
    }

    fn a_refusal_at_the_counter_knows_nobody(place: &Place) {
        let store = place.open();
        let new = NewCase { basis: basis(RecordClass::R1), ..refusal("Anna", "anna@example.org") };
        let error = store.create(&actor(Role::Decider), &key(), new).wait().unwrap_err();
        assert!(matches!(error, StoreError::Invalid { field: "identity", .. }), "{error}");
    }

    fn pr_38_children_are_protected(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        let today = place.clock.today();
        let minor = Some(Minor { guardian_notified: false });
        let ban = |months_ahead| NewCase {
            basis: basis(RecordClass::R4),
            minor,
            runs_until: Some(months(today, months_ahead)),
            ..refusal("Ola", "ola@example.org")
        };
        let error = store.create(&decider, &key(), ban(4)).wait().unwrap_err();
        assert_eq!(error.code(), "E_MINOR");
        let kept = store.create(&decider, &key(), ban(3)).wait().unwrap();

        let privacy = actor(Role::Privacy);
        let unseen = store.export_access(&privacy, &email("ola@example.org")).wait().unwrap();
        assert_eq!(unseen.cases, [], "no lookup of a child without its guardian");
        let file = store.show(&decider, &kept.case).wait().unwrap();
        assert!(file.minor_safeguards);
        assert!(!serde_json::to_string(&file).unwrap().contains("customer.age"));

        let debt = NewCase { basis: basis(RecordClass::R8), minor, ..draft() };
        let error = store.create(&decider, &key(), debt).wait().unwrap_err();
        assert_eq!(error.code(), "E_MINOR");
    }

    fn exclusions_have_an_end(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        for until in [None, Some(months(place.clock.today(), 25))] {
            let basis = basis(RecordClass::R4);
            let new = NewCase { basis, runs_until: until, ..refusal("Jan", "jan@example.org") };
            let error = store.create(&decider, &key(), new).wait().unwrap_err();
            assert!(matches!(error, StoreError::Invalid { field: "runs_until", .. }), "{error}");
        }
    }
}
