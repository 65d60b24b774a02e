//! How long the lint takes for a letter: `cargo bench -p demur-notice`.
//!
//! The first text in a language compiles the patterns; later ones are what a page with a live
//! lint waits for.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement is for people, and one that cannot go on has failed"
)]

use std::time::{Duration, Instant};

use demur_notice::lint::{Context, Lint};
use demur_notice::{Address, Basis, Channel, Lang, Order, Scenario, Templates, Values, compose};

const ROUNDS: u32 = 200;

fn main() {
    let templates = Templates::built_in().unwrap();
    let start = Instant::now();
    let rules = Lint::built_in().rules().len();
    println!("{rules} rules read in {:?}", start.elapsed());
    for lang in Lang::ALL {
        let order = Order {
            scenario: Scenario::AbuseRefusal,
            channel: Channel::Letter,
            lang,
            address: Address::default(),
            values: Values::sample(lang, Scenario::AbuseRefusal).unwrap(),
            basis: Basis::default(),
        };
        let notice = compose(&templates, &order).unwrap();
        let (text, context) = (notice.text(), Context::of(&notice));
        let first = timed(|| Lint::built_in().check(&text, &context));
        let again = (0..ROUNDS).map(|_| timed(|| Lint::built_in().check(&text, &context)));
        let mean = again.sum::<Duration>() / ROUNDS;
        let bytes = text.content().len();
        println!("{lang}: letter of {bytes} bytes, first {first:?}, then {mean:?}");
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}
