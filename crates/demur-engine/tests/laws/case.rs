//! One made-up lawbook with one made-up situation.

use std::collections::BTreeMap;

use demur_engine::{Contradiction, Engine, Known, Opinion, Situation};
use demur_lawbook::{Answer, Compiled, Domain, FactId, Id, Lawbook, NormId, PackFile};
use demur_testkit::packs::{self, Packs, Recipe};
use demur_testkit::survey::{self, Knowledge, Survey, World};
use jiff::civil::Date;
use proptest::prelude::TestCaseError;
use proptest::test_runner::{Config, RngSeed, TestError, TestRunner};

pub(crate) type Checked = Result<(), TestCaseError>;

pub(crate) struct Case<'p> {
    pub(crate) packs: &'p Packs,
    pub(crate) lawbook: Lawbook,
    pub(crate) day: Date,
    pub(crate) answers: BTreeMap<FactId, Answer>,
    pub(crate) recipe: Recipe<'p>,
}

/// Checks that `law` holds in some hundreds of cases.
pub(crate) fn check(law: impl Fn(&mut Case<'_>) -> Checked) {
    let mut config = Config {
        failure_persistence: None,
        max_shrink_iters: 4000,
        ..Config::default()
    };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(42);
    }
    let mut runner = TestRunner::new(config);
    let tried = runner.run(&(packs::packs(), packs::bytes()), |(packs, bytes)| {
        law(&mut Case::new(&packs, &bytes))
    });
    match tried {
        Ok(()) => {}
        Err(TestError::Fail(why, (packs, bytes))) => {
            let case = Case::new(&packs, &bytes);
            panic!(
                "{why}\non {}, knowing {:?}\nin {packs:?}",
                case.day,
                case.named_answers()
            );
        }
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

pub(crate) fn compile(files: Vec<PackFile>) -> Lawbook {
    let Compiled {
        lawbook,
        diagnostics,
        ..
    } = demur_lawbook::compile(files);
    lawbook.unwrap_or_else(|| panic!("a made-up pack has errors: {diagnostics:#?}"))
}

impl<'p> Case<'p> {
    fn new(packs: &'p Packs, bytes: &'p [u8]) -> Self {
        let lawbook = compile(packs.files());
        let mut recipe = Recipe::new(bytes);
        let day = packs::day(&mut recipe);
        let answers = packs::situation(&lawbook, &mut recipe);
        Self {
            packs,
            lawbook,
            day,
            answers,
            recipe,
        }
    }

    fn named_answers(&self) -> Vec<(&str, &Answer)> {
        self.answers
            .iter()
            .map(|(fact, answer)| (self.lawbook.facts[*fact].name.as_str(), answer))
            .collect()
    }

    pub(crate) fn situation(&self) -> Situation {
        Situation {
            answers: self.answers.clone(),
            ..Situation::on(self.day)
        }
    }

    pub(crate) fn decide(&self) -> Result<Opinion, Contradiction> {
        Engine::new(&self.lawbook).decide(&self.situation())
    }

    pub(crate) fn known(&self) -> Knowledge {
        survey::knowledge(&self.lawbook, &self.answers, &Vec::new())
    }

    pub(crate) fn survey(&self) -> Survey<'_> {
        Survey::new(&self.lawbook, self.day)
    }

    /// What is known when only this is.
    pub(crate) fn knowing(&self, facts: &[Known]) -> Knowledge {
        let mut known = survey::nothing(&self.lawbook);
        facts
            .iter()
            .for_each(|each| survey::narrow(&mut known, each.variable, each.cells));
        known
    }

    /// How the fact is answered in this world.
    pub(crate) fn answer_in(&self, world: &World, fact: FactId) -> Answer {
        let fact = &self.lawbook.facts[fact];
        let cell = |index: usize| world[fact.variables[index].position()];
        match &fact.domain {
            Domain::Bool => Answer::Bool(cell(0) == 1),
            Domain::OneOf(_) => Answer::OneOf(vec![cell(0)]),
            Domain::SomeOf(values) => {
                let (includes, excludes) = (0..values.len()).partition(|index| cell(*index) == 1);
                Answer::SomeOf { includes, excludes }
            }
            Domain::Int { cells, .. } => Answer::Int {
                low: cells[cell(0)],
                high: cells[cell(0)],
            },
        }
    }

    pub(crate) fn name(&self, norm: NormId) -> String {
        let norm = &self.lawbook.norms[norm];
        norm.from.map_or_else(
            || norm.id.clone(),
            |from| format!("{} from {from}", norm.id),
        )
    }

    pub(crate) fn names(&self, norms: impl IntoIterator<Item = NormId>) -> Vec<String> {
        norms.into_iter().map(|norm| self.name(norm)).collect()
    }
}

/// All sets that lack one of these facts.
pub(crate) fn one_less(facts: &[Known]) -> impl Iterator<Item = Vec<Known>> + '_ {
    (0..facts.len()).map(|left_out| {
        let kept = facts
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != left_out);
        kept.map(|(_, known)| *known).collect()
    })
}
