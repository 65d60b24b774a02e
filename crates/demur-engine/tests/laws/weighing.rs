//! Conditions outside the packs stand as they do in every completion of the facts.

use demur_engine::{Situation, Standing, Weighing};
use demur_lawbook::{Answer, Criterion, FactId, Lawbook, PackFile};
use demur_syntax::Sources;
use jiff::civil::date;

use crate::case::compile;

const FACTS: &str = r#"
fact age : 0..30
  ask en "How old?" pl "Ile lat?"
fact ill : bool
  ask en "Ill?" pl "Chory?"
  cost lookup
fact seen : bool
  ask en "Seen by a doctor?" pl "Był u lekarza?"
  cost seen
fact wants : some of { nails en "nails" pl "paznokcie", corns en "corns" pl "odciski" }
  ask en "What?" pl "Co?"
define minor = age < adult
param adult : 0..30 = 21 from 2000-01-01 = 18 from 2010-01-01
group hard of wants = { corns }
assume seen implies ill
  because en "only the ill are seen" pl "tylko chorzy"
"#;

fn lawbook() -> Lawbook {
    let head = |name: &str, place: &str| PackFile {
        path: format!("{name}/pack.md"),
        text: format!(
            "---\npack: {name}\nlayer: standard\nplace: {place}\nversion: 2026.1.1\ntitle-en: a\ntitle-pl: a\n---\n"
        ),
    };
    let facts = PackFile {
        path: "standard/facts.md".to_owned(),
        text: format!("```demur{FACTS}```\n"),
    };
    compile(vec![head("standard", "any"), head("eu", "eu"), facts])
}

fn criterion(lawbook: &Lawbook, text: &str) -> Criterion {
    let file = Sources::default().add("condition", text);
    lawbook.criterion(file, text).expect("a condition")
}

fn fact(lawbook: &Lawbook, name: &str) -> FactId {
    lawbook.fact_named(name).expect("a fact")
}

fn on_a_day() -> Situation {
    Situation::on(date(2026, 11, 22))
}

#[test]
fn numbers_that_no_norm_tells_apart_are_exact() {
    let lawbook = lawbook();
    let age = fact(&lawbook, "age");
    type Holds = fn(i64) -> bool;
    let cases: [(&str, Holds); 6] = [
        ("age < 12", |n| n < 12),
        ("age between 5 and 20", |n| (5..=20).contains(&n)),
        ("not (age = 17 or age > 25)", |n| n != 17 && n <= 25),
        ("minor and age > 15", |n| n < 18 && n > 15),
        ("age < adult or age >= 19", |n| !(18..19).contains(&n)),
        ("age < 9 or age >= 9", |_| true),
    ];
    for (text, holds) in cases {
        let criterion = criterion(&lawbook, text);
        for low in 0..=30 {
            for high in low..=30 {
                let situation = on_a_day().with(age, Answer::Int { low, high });
                let outcomes: Vec<bool> = (low..=high).map(holds).collect();
                let expected = match (outcomes.contains(&true), outcomes.contains(&false)) {
                    (true, false) => Standing::Holds,
                    (false, _) => Standing::HoldsNot,
                    (true, true) => Standing::Open(vec![age]),
                };
                let found = Weighing::by(&lawbook, &situation).weigh(&criterion);
                assert_eq!(found, expected, "{text} with {low}..={high}");
            }
        }
    }
}

#[test]
fn what_is_unknown_is_open_and_the_cheapest_question_comes_first() {
    let lawbook = lawbook();
    let (ill, seen) = (fact(&lawbook, "ill"), fact(&lawbook, "seen"));
    let both = criterion(&lawbook, "ill and seen");
    let weigh = |situation: &Situation| Weighing::by(&lawbook, situation).weigh(&both);
    assert_eq!(weigh(&on_a_day()), Standing::Open(vec![seen, ill]));
    let not_seen = on_a_day().with(seen, Answer::Bool(false));
    assert_eq!(weigh(&not_seen), Standing::HoldsNot);
    let ill_only = on_a_day().with(ill, Answer::Bool(true));
    assert_eq!(weigh(&ill_only), Standing::Open(vec![seen]));
}

#[test]
fn assumptions_count() {
    let lawbook = lawbook();
    let seen = on_a_day().with(fact(&lawbook, "seen"), Answer::Bool(true));
    let ill = criterion(&lawbook, "ill");
    assert_eq!(Weighing::by(&lawbook, &seen).weigh(&ill), Standing::Holds);
}

#[test]
fn groups_parameters_and_the_day_count() {
    let lawbook = lawbook();
    let age = fact(&lawbook, "age");
    let nineteen = Situation::on(date(2005, 1, 1)).with(age, Answer::Int { low: 19, high: 19 });
    let minor = criterion(&lawbook, "minor and not (wants includes any of hard)");
    let wants = fact(&lawbook, "wants");
    let nails = Answer::SomeOf {
        includes: vec![0],
        excludes: vec![1],
    };
    let situation = nineteen.with(wants, nails);
    let weighed = Weighing::by(&lawbook, &situation).weigh(&minor);
    assert_eq!(weighed, Standing::Holds);
    let later = Situation {
        day: date(2026, 1, 1),
        ..situation
    };
    let weighed = Weighing::by(&lawbook, &later).weigh(&minor);
    assert_eq!(weighed, Standing::HoldsNot);
}

#[test]
fn mistakes_are_told_with_their_place() {
    let lawbook = lawbook();
    let codes = |text: &str| {
        let file = Sources::default().add("condition", text);
        let found = lawbook.criterion(file, text).expect_err("a mistake");
        let place = found[0].place.clone().expect("a place");
        (found[0].code.0, place.span.start)
    };
    assert_eq!(codes("ill and sean"), ("E101", 8));
    assert_eq!(codes("wants includes toes"), ("E105", 15));
    assert_eq!(codes("minor = 3"), ("E103", 0));
    assert_eq!(codes("ill seen"), ("E001", 4));
    assert_eq!(codes("age = old"), ("E105", 6));
    assert!(codes("").1 == 0);
}
