//! How many questions the precedents take, when the place and the business are known.

use std::path::Path;

use demur_app::interview::Interview;
use demur_app::library;
use demur_engine::Engine;

use crate::person::Person;

#[test]
fn half_of_the_precedents_take_at_most_five_questions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let library = library::load(Some(&folder), None).unwrap();
    let lawbook = &library.lawbook;
    let mut engine = Engine::new(lawbook);
    let mut counts = Vec::new();
    for test in lawbook.tests.iter().filter(|test| test.docket.is_some()) {
        let (person, start) = Person::of_test(lawbook, test);
        let led = person.lead(&mut engine, &mut Interview::new(start));
        for (number, question) in led.questions.iter().enumerate() {
            let left = led.questions.len() - number;
            assert!(left <= question.at_most, "{}: {left} left", test.title);
            let never = question
                .facts
                .iter()
                .any(|fact| lawbook.facts[*fact].never_ask);
            assert!(!never, "{} asks what is never asked", test.title);
        }
        counts.push(led.questions.len());
    }
    counts.sort_unstable();
    assert!(counts.len() >= 28, "{} precedents", counts.len());
    let middle = counts.len() / 2;
    let median = (counts[middle - 1] + counts[counts.len() - middle]) as f64 / 2.0;
    assert!(median <= 5.0, "median {median}: {counts:?}");
    let mean = counts.iter().sum::<usize>() as f64 / counts.len() as f64;
    assert!(mean <= 5.7, "mean {mean}: {counts:?}");
    assert!(counts.iter().all(|count| *count <= 8), "{counts:?}");
}
