//! Every opinion on an example or a precedent of the built-in library.

use demur_app::library;
use demur_engine::Engine;

use super::{checked, validator};

#[test]
fn every_test_of_the_library_fits_the_schema() {
    let library = library::load(None, None).unwrap();
    let lawbook = &library.lawbook;
    let (validator, mut engine) = (validator(), Engine::new(lawbook));
    let mut opinions = 0;
    for test in &lawbook.tests {
        if let Ok(opinion) = engine.decide_test(test) {
            checked(&validator, lawbook, &opinion);
            opinions += 1;
        }
    }
    assert!(opinions > 100, "{opinions}");
}
