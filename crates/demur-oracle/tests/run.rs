//! Small runs over the real library, and runs that must find something.

#![expect(
    clippy::unwrap_used,
    reason = "in a helper of a test as in a test: what is not there stops it"
)]

use demur_app::library;
use demur_lawbook::{Condition, Effect, Lawbook, Verdict};
use demur_oracle::draw::Draw;
use demur_oracle::form::{self, Circuit, Form as _, Judged};
use demur_oracle::random::Random;
use demur_oracle::run::{Plan, Report, run, stretches};
use jiff::civil::date;

fn lawbook() -> Lawbook {
    library::load(None, None).unwrap().lawbook
}

#[test]
fn situations_are_possible_and_make_norms_hold() {
    let lawbook = lawbook();
    let place = lawbook.facts[lawbook.place].value_named("pl").unwrap();
    let day = date(2026, 11, 22);
    let mut draw = Draw::new(&lawbook, place, vec![day]);
    let mut random = Random::new(3, 0);
    let mut held = std::collections::BTreeSet::new();
    for _ in 0..4_000 {
        let world = draw.next(&mut random);
        assert!(world.is_possible(&lawbook));
        assert_eq!(
            world.answer(&lawbook, lawbook.place),
            demur_lawbook::Answer::OneOf(vec![place])
        );
        held.extend(form::reference(&lawbook, &world).own.unwrap());
    }
    let could = draw.norms().count();
    assert!(held.len() * 100 > could * 95, "{} of {could}", held.len());
}

#[test]
fn a_situation_is_a_file_that_is_read_back() {
    let lawbook = lawbook();
    let mut draw = Draw::new(&lawbook, 0, vec![date(2026, 11, 22)]);
    let world = draw.next(&mut Random::new(5, 0));
    let mut sources = demur_app::syntax::Sources::default();
    let text = world.yaml(&lawbook);
    let defaults = demur_app::situation::Defaults {
        day: date(2020, 1, 1),
        place: None,
    };
    let read =
        demur_app::situation::read(&mut sources, "a.yaml", text.as_bytes(), &lawbook, &defaults);
    let read = read.unwrap_or_else(|errors| panic!("{errors:?}\n{text}"));
    assert_eq!(read.situation.day, world.day);
    for fact in lawbook.facts.ids() {
        let answer = read.situation.answers.get(&fact);
        assert_eq!(
            answer,
            Some(&world.answer(&lawbook, fact)),
            "{}",
            lawbook.facts[fact].name
        );
    }
}

#[test]
fn the_forms_agree_however_many_threads_there_are() {
    let lawbook = lawbook();
    let plan = |threads| Plan {
        situations: 600,
        // The whole test has a run of its own with Cedar.
        cedar: 0,
        opinions: 60,
        partial: 10,
        seed: 11,
        threads,
    };
    let shown = |report: Report| {
        assert!(report.is_clean(), "{report}");
        Report {
            seconds: 0.0,
            ..report
        }
        .to_string()
    };
    assert_eq!(shown(run(&lawbook, plan(1))), shown(run(&lawbook, plan(2))));
}

#[test]
fn a_norm_that_is_understood_otherwise_is_found() {
    let lawbook = lawbook();
    let mut other = lawbook.clone();
    // The engine of this lawbook takes every prohibition to serve for a caution.
    let mut norms = demur_lawbook::Table::default();
    for (_, norm) in lawbook.norms.iter() {
        let mut norm = norm.clone();
        if norm.effect == Effect::ForbidServing {
            norm.when = Condition::Any(Vec::new());
        }
        norms.push(norm);
    }
    other.norms = norms;
    let day = date(2026, 11, 22);
    let place = lawbook.facts[lawbook.place].value_named("pl").unwrap();
    let mut draw = Draw::new(&lawbook, place, vec![day]);
    let mut random = Random::new(1, 0);
    let mut circuit = Circuit::on(&other, day);
    let found = (0..2_000).find_map(|_| {
        let world = draw.next(&mut random);
        let truth = form::reference(&lawbook, &world);
        let says = circuit.judge(&world).unwrap().differences(&truth, &lawbook);
        (truth.verdict == Some(Verdict::MustRefuse)).then_some(says)
    });
    let says = found.unwrap();
    assert!(
        says[0].starts_with("norms that hold: only here [], only in the reference ["),
        "{says:?}"
    );
    assert!(
        says.iter().any(|line| line.ends_with("not must_refuse")),
        "{says:?}"
    );
}

#[test]
fn forms_are_compared_in_what_both_can_tell() {
    let lawbook = lawbook();
    let serve = Judged::of(Verdict::MustServe);
    assert_eq!(Judged::default().differences(&serve, &lawbook), [""; 0]);
    let refuse = Judged::of(Verdict::MustRefuse);
    assert_eq!(
        refuse.differences(&serve, &lawbook),
        [
            "must_refuse, not must_serve",
            "serving breaks a rule, says this form alone",
            "refusing breaks no rule, says this form alone"
        ]
    );
}

#[test]
fn stretches_cover_all_days_once() {
    let stretches = stretches(&lawbook());
    for pair in stretches.windows(2) {
        let last = pair[0].last().unwrap();
        assert_eq!(last.tomorrow().unwrap(), pair[1][0]);
        assert!(pair[0].is_sorted());
    }
    assert!(stretches.len() > 20);
}
