//! Every opinion on an example or a precedent of the built-in library.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use demur_app::library;
use demur_engine::Engine;

use super::{checked, validator};

/// The library has thousands of tests; engines side by side take a fraction of the time.
const ENGINES: usize = 2;

#[test]
fn every_test_of_the_library_fits_the_schema() {
    let library = library::load(None, None).unwrap();
    let lawbook = &library.lawbook;
    let validator = validator();
    let opinions = AtomicUsize::new(0);
    let share = &|number: usize| {
        let mut engine = Engine::new(lawbook);
        for test in lawbook.tests.iter().skip(number).step_by(ENGINES) {
            if let Ok(opinion) = engine.decide_test(test) {
                checked(&validator, lawbook, &opinion);
                opinions.fetch_add(1, Ordering::Relaxed);
            }
        }
    };
    thread::scope(|scope| {
        for number in 0..ENGINES {
            scope.spawn(move || share(number));
        }
    });
    let opinions = opinions.into_inner();
    assert!(opinions > 100, "{opinions}");
}
