//! PR-10: what the customer reads names roles, never staff.

use demur_app::notices::{Address, Channel, Lang, Order, Scenario, Templates};
use demur_app::record::{check_packet, notice_for};
use demur_app::store::{Contact, Notice, Role};

use crate::support::*;

/// Everybody who works here.
const STAFF: [&str; 4] = [
    "Barbara Kowalczyk",
    "Kowalczyk",
    "Piotr Zieliński",
    "s-0042",
];

fn order(channel: Channel, lang: Lang) -> Order {
    let judged = judged(WARNED);
    let mut values = read(WARNED).notice;
    for (slot, words) in [
        ("business_name", "Gabinet Testowy"),
        ("signatory_role", "kierowniczka gabinetu"),
        ("contact", "gabinet@example.org, 61 100 20 30"),
        ("request", "pedicure"),
        ("facts", "Dziś padły obelgi, także po ostrzeżeniu."),
    ] {
        values.set(slot, words).expect("a slot");
    }
    Order {
        scenario: Scenario::propose(&judged.basis).expect("a scenario"),
        channel,
        lang,
        address: Address::default(),
        values,
        basis: judged.basis,
    }
}

#[test]
fn pr_10_rendered_notices_and_exports_hold_no_staff_name() {
    let shop = Shop::new();
    let number = shop.refuse("request-1").case;
    let templates = Templates::built_in().expect("templates");
    let mut version = None;
    for lang in [Lang::Pl, Lang::En] {
        for channel in [
            Channel::Spoken,
            Channel::Sms,
            Channel::Email,
            Channel::Letter,
        ] {
            let composed = notice_for(&number, &templates, order(channel, lang)).expect("a notice");
            let text = composed.text().content().to_owned();
            for name in STAFF {
                assert!(!text.contains(name), "{name} in\n{text}");
            }
            if channel == Channel::Letter {
                assert!(text.contains(&number), "the number stands in it:\n{text}");
            }
            let notice = Notice {
                text,
                channel: channel.name().to_owned(),
                language: lang.code().to_owned(),
            };
            let request = format!("request-{channel}-{lang}");
            let receipt = shop
                .record
                .notify(&decider(), &request, (&number, version), notice);
            version = Some(receipt.expect("a receipt").version);
        }
    }
    let contact = Contact {
        channel: demur_app::store::Channel::Email,
        value: EMAIL.to_owned(),
    };
    let export = shop
        .record
        .access(&actor(Role::Privacy), &contact)
        .expect("an export");
    assert_eq!(export.cases.len(), 1);
    assert_eq!(export.cases[0].texts.notices.len(), 8);
    let text = serde_json::to_string(&export).expect("JSON");
    for name in STAFF {
        assert!(!text.contains(name), "{name} in the export");
    }
}

#[test]
fn a_packet_checks_itself_and_notices_every_change() {
    let shop = Shop::new();
    let number = shop.refuse("request-1").case;
    let packet = shop
        .record
        .packet(&actor(Role::Privacy), &number)
        .expect("a packet");
    let packet = serde_json::to_value(&packet).expect("JSON");
    let checked = check_packet(&packet).expect("a packet of this version");
    assert_eq!(checked.problems, []);
    assert_eq!(
        (checked.proved, checked.events, checked.letter),
        (2, 2, Some(true))
    );
    for (pointer, value) in [
        ("/skeleton/ground", serde_json::json!("debt")),
        ("/situation", serde_json::json!("{}")),
        ("/timeline/1/data/choice", serde_json::json!("serve")),
        (
            "/journal/0/entry/utc",
            serde_json::json!("2026-01-01T00:00:00Z"),
        ),
        (
            "/letter/code",
            serde_json::json!("00000-00000-00000-00000-00000-0"),
        ),
        ("/head", serde_json::json!("00")),
    ] {
        let mut changed = packet.clone();
        *changed.pointer_mut(pointer).expect(pointer) = value;
        let checked = check_packet(&changed).expect("still a packet");
        assert!(!checked.problems.is_empty(), "{pointer}");
    }
    assert_eq!(
        check_packet(&serde_json::json!({"version": "demur-packet/v2"})),
        None
    );
}
