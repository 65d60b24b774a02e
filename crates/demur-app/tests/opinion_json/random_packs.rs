//! Opinions by packs that were made up at random.

use demur_engine::{Engine, Situation};
use demur_testkit::packs::{self, Recipe};
use proptest::prelude::*;

use super::{checked, validator};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn fit_the_schema(packs in packs::packs(), bytes in packs::bytes()) {
        let lawbook = demur_lawbook::compile(packs.files()).lawbook.unwrap();
        let mut recipe = Recipe::new(&bytes);
        let mut situation = Situation::on(packs::day(&mut recipe));
        situation.answers = packs::situation(&lawbook, &mut recipe);
        let opinion = Engine::new(&lawbook).decide(&situation);
        if let Ok(opinion) = opinion {
            checked(&validator(), &lawbook, &opinion);
        }
    }
}
