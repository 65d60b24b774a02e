//! How many questions the precedents take: the planner, the order of the vocabulary, and
//! a lower bound. Prints a Markdown table, and how long a question takes to find.
//!
//! `cargo bench -p demur-app --bench questions`

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what is not there stops the measurement"
)]

#[path = "../tests/interviews/person.rs"]
mod person;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use demur_app::interview::Interview;
use demur_app::library;
use demur_engine::{Engine, Known, Opinion, Situation};
use demur_lawbook::{FactId, Lawbook, Test};

use person::Person;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let library = library::load(Some(&folder), None).expect("the law of this repository");
    let lawbook = &library.lawbook;
    let mut engine = Engine::new(lawbook);
    let (mut planned, mut fixed, mut bound) = (Vec::new(), Vec::new(), Vec::new());
    let precedents: Vec<&Test> = lawbook
        .tests
        .iter()
        .filter(|test| test.docket.is_some())
        .collect();
    for test in &precedents {
        let (person, start) = Person::of_test(lawbook, test);
        let led = person.lead(&mut engine, &mut Interview::new(start.clone()));
        bound.push(sufficient(lawbook, &start, &led.opinion));
        planned.push(led.questions.len());
        fixed.push(in_fixed_order(&mut engine, &person, start));
    }
    println!(
        "| {} precedents | mean | median | worst |",
        precedents.len()
    );
    println!("|---|--:|--:|--:|");
    row("planner", planned);
    row(
        "order of the vocabulary, skipping what cannot matter",
        fixed,
    );
    row(
        "facts in one smallest sufficient reason, asked alike",
        bound,
    );
    println!();
    times(&mut engine, &precedents);
}

fn row(name: &str, mut counts: Vec<usize>) {
    counts.sort_unstable();
    let mean = counts.iter().sum::<usize>() as f64 / counts.len() as f64;
    let middle = counts.len() / 2;
    let median = (counts[(counts.len() - 1) / 2] + counts[middle]) as f64 / 2.0;
    let worst = counts.last().copied().unwrap_or_default();
    println!("| {name} | {mean:.2} | {median} | {worst} |");
}

/// Fact by fact as declared, each only while it can still change the answer.
fn in_fixed_order(engine: &mut Engine<'_>, person: &Person, mut situation: Situation) -> usize {
    let lawbook = engine.lawbook();
    let mut closed: BTreeSet<FactId> = BTreeSet::new();
    let mut count = 0;
    loop {
        let opinion = engine.decide(&situation).unwrap();
        let open = opinion.missing.iter().map(|missing| missing.fact);
        let Some(fact) = open.filter(|fact| !closed.contains(fact)).min() else {
            return count;
        };
        count += 1;
        match person.says(fact, &lawbook.facts[fact]) {
            Some(answer) => {
                situation.answers.insert(fact, answer);
            }
            None => {
                closed.insert(fact);
            }
        }
    }
}

/// Questions that the facts of one minimal sufficient reason take, beside what was known
/// from the start; facts that are asked together count once. Minimal, not minimum: a guide.
fn sufficient(lawbook: &Lawbook, start: &Situation, opinion: &Opinion) -> usize {
    let before = |known: &&Known| {
        let fact = lawbook.variables[known.variable].fact;
        let own = start.profile.iter().map(|(variable, _)| *variable);
        !own.chain(lawbook.facts[lawbook.place].variables.iter().copied())
            .any(|variable| lawbook.variables[variable].fact == fact)
    };
    let question = |known: &Known| {
        let fact = lawbook.variables[known.variable].fact;
        let together = lawbook.together.iter();
        let position = together
            .clone()
            .position(|each| each.facts.iter().any(|(each, _)| *each == fact));
        position.map_or((None, Some(fact)), |position| (Some(position), None))
    };
    let questions: BTreeSet<_> = opinion
        .rests_on
        .iter()
        .filter(before)
        .map(question)
        .collect();
    questions.len()
}

/// How long the next question takes from nothing but place and business.
fn times(engine: &mut Engine<'_>, precedents: &[&Test]) {
    let lawbook = engine.lawbook();
    let mut found: Vec<Duration> = Vec::new();
    for test in precedents {
        let (person, start) = Person::of_test(lawbook, test);
        let mut interview = Interview::new(start);
        for _ in 0..3 {
            let begin = Instant::now();
            let turn = interview.next(engine).unwrap();
            found.push(begin.elapsed());
            let demur_app::interview::Turn::Ask(question) = turn else {
                break;
            };
            let reply = person.reply(lawbook, &question);
            interview.answer(engine, &question, reply).unwrap();
        }
    }
    found.sort_unstable();
    let at = |percent: usize| found[(found.len() - 1) * percent / 100];
    println!(
        "The first three questions take {:.1?} at the median and {:.1?} at the 95th percentile.",
        at(50),
        at(95)
    );
}
