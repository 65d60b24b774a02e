//! Facts that cannot hold together.

use demur_app::situation;
use demur_engine::Engine;
use demur_syntax::Sources;
use demur_syntax::render::{Style, render};

use super::{defaults, lawbook};

fn clash(text: &str, with_places: bool) -> String {
    let lawbook = lawbook();
    let mut sources = Sources::default();
    let read = situation::read(&mut sources, "situation.yaml", text.as_bytes(), &lawbook, &defaults());
    let read = read.unwrap();
    let found = Engine::new(&lawbook).decide(&read.situation).unwrap_err();
    let places = with_places.then_some(&read.places);
    render(&situation::contradiction(&lawbook, &found, places), &sources, Style::Monochrome)
}

#[test]
fn both_facts_are_pointed_at() {
    let text = "facts:\n  danger.life: false\n  customer.age: 17\n  danger.helper_at_risk: true\n";
    assert_eq!(clash(text, true), "");
}

#[test]
fn a_fact_from_a_profile_is_pointed_at_there() {
    let text = "profile: gabinet\nfacts:\n  danger.helper_at_risk: true\n";
    assert_eq!(clash(text, true), "");
}

#[test]
fn without_a_text_the_facts_are_named() {
    let text = "facts:\n  danger.life: false\n  danger.helper_at_risk: true\n";
    assert_eq!(clash(text, false), "");
}
