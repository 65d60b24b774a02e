//! Facts that cannot hold together.

use demur_app::situation;
use demur_engine::Engine;
use demur_syntax::Sources;
use demur_syntax::render::{Style, render};

use super::{defaults, lawbook};

fn clash(text: &str, with_places: bool) -> String {
    let lawbook = lawbook();
    let mut sources = Sources::default();
    let read = situation::read(
        &mut sources,
        "situation.yaml",
        text.as_bytes(),
        &lawbook,
        &defaults(),
    );
    let read = read.unwrap();
    let found = Engine::new(&lawbook).decide(&read.situation).unwrap_err();
    let places = with_places.then_some(&read.places);
    render(
        &situation::contradiction(&lawbook, &found, places),
        &sources,
        Style::Monochrome,
    )
}

#[test]
fn both_facts_are_pointed_at() {
    let text = "facts:\n  danger.life: false\n  customer.age: 17\n  danger.helper_at_risk: true\n";
    assert_eq!(
        clash(text, true),
        "\
error[S011]: these facts cannot hold together: not danger.life; danger.helper_at_risk
  ╭▸ situation.yaml:2:3
  │
2 │   danger.life: false
  │   ━━━━━━━━━━━━━━━━━━ not danger.life
3 │   customer.age: 17
4 │   danger.helper_at_risk: true
  │   ─────────────────────────── danger.helper_at_risk
  │
  ├ help: because helpers are in danger only where someone is / pomagający jest zagrożony tylko tam, gdzie ktoś
  ╰ help: correct one of them, or leave out what is not known"
    );
}

#[test]
fn a_fact_from_a_profile_is_pointed_at_there() {
    let text = "profile: gabinet\nfacts:\n  danger.helper_at_risk: true\n";
    assert_eq!(
        clash(text, true),
        "\
error[S011]: these facts cannot hold together: not danger.life; danger.helper_at_risk
  ╭▸ situation.yaml:1:10
  │
1 │ profile: gabinet
  │          ━━━━━━━ from the profile: not danger.life
2 │ facts:
3 │   danger.helper_at_risk: true
  │   ─────────────────────────── danger.helper_at_risk
  │
  ├ help: because helpers are in danger only where someone is / pomagający jest zagrożony tylko tam, gdzie ktoś
  ╰ help: correct one of them, or leave out what is not known"
    );
}

#[test]
fn without_a_text_the_facts_are_named() {
    let text = "facts:\n  danger.life: false\n  danger.helper_at_risk: true\n";
    assert_eq!(
        clash(text, false),
        "\
error[S011]: these facts cannot hold together: not danger.life; danger.helper_at_risk
 │
 ├ help: because helpers are in danger only where someone is / pomagający jest zagrożony tylko tam, gdzie ktoś
 ╰ help: correct one of them, or leave out what is not known"
    );
}
