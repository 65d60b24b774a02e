//! The norm sets that are measured, each with its situations.

use std::collections::BTreeMap;

use demur_app::library;
use demur_lawbook::{Answer, Cells, Domain, FactId, Id as _, Lawbook, Test};
use jiff::civil::Date;

use crate::engines::demur::{Book, DAY};
use crate::norms::library as law;
use crate::norms::{Formula, NormSet, Situation, Value, generated, situations, walk};
use crate::random::Random;

/// Situations of each case.
pub const SITUATIONS: usize = 1_000;
/// Norms of the generated sets.
pub const SIZES: [usize; 3] = [50, 500, 5_000];
/// Norms and sectors of the sets in which equally many norms apply.
pub const SCOPED: [(usize, usize); 2] = [(500, 5), (5_000, 50)];
/// Where the situations of the real library happen.
const PLACE: &str = "pl";

/// A norm set, the same as a lawbook, and situations.
#[derive(Debug)]
pub struct Case {
    /// As the tables call it.
    pub title: String,
    /// The norms.
    pub set: NormSet,
    /// The norms for this project's engine.
    pub book: Book,
    /// The situations.
    pub situations: Vec<Situation>,
}

impl Case {
    /// A generated set of so many norms.
    pub fn generated(norms: usize) -> Result<Self, String> {
        Self::made(
            format!("{} norms", crate::table::separated(norms as u64)),
            generated::norm_set(norms, None),
        )
    }

    /// A generated set in which each norm belongs to one sector.
    pub fn scoped(norms: usize, sectors: usize) -> Result<Self, String> {
        Self::made(
            format!(
                "{} norms in {sectors} sectors",
                crate::table::separated(norms as u64)
            ),
            generated::norm_set(norms, Some(sectors)),
        )
    }

    fn made(title: String, set: NormSet) -> Result<Self, String> {
        Ok(Self {
            title,
            book: Book::generated(&set)?,
            situations: situations::random(&set, SITUATIONS),
            set,
        })
    }

    /// The law library that is built into the program, on one day in one place.
    pub fn library() -> Result<Self, String> {
        let lawbook = library::load(None, None)
            .map_err(|error| error.to_string())?
            .lawbook;
        let (set, norms) = law::norm_set(&lawbook, DAY);
        let situations = near_examples(&lawbook, &set, SITUATIONS)?;
        Ok(Self {
            title: format!("real library, {} norms", set.norms.len()),
            set,
            book: Book {
                facts: lawbook.facts.ids().collect(),
                norms,
                layered: true,
                lawbook,
            },
            situations,
        })
    }

    /// How many norms apply in a situation, on average.
    pub fn applying(&self) -> f64 {
        let all: usize = self
            .situations
            .iter()
            .map(|situation| walk::applying(&self.set, situation).len())
            .sum();
        all as f64 / self.situations.len().max(1) as f64
    }
}

/// Complete situations close to those of the library's own examples: what they give, typical
/// values for the rest, and up to three facts changed.
fn near_examples(lawbook: &Lawbook, set: &NormSet, count: usize) -> Result<Vec<Situation>, String> {
    let place = lawbook.facts[lawbook.place]
        .value_named(PLACE)
        .ok_or("the library does not know its own place")?;
    let assumptions = law::assumptions(lawbook, DAY);
    let mut random = Random::new(11);
    let mut found = Vec::new();
    // Some attempts contradict what the library assumes; far fewer than nine in ten.
    for _ in 0..count * 10 {
        let Some(test) = random.one_of(&lawbook.tests) else {
            break;
        };
        let mut situation = near(lawbook, set, test, &mut random);
        for _ in 0..random.below(4) {
            let fact = random.below(set.facts.len());
            if let (Some(slot), Some(kind)) = (situation.get_mut(fact), set.facts.get(fact)) {
                *slot = situations::value(&mut random, *kind);
            }
        }
        if let Some(slot) = situation.get_mut(lawbook.place.position()) {
            *slot = Value::One(place);
        }
        if possible(set, &assumptions, &situation) {
            found.push(situation);
        }
        if found.len() == count {
            return Ok(found);
        }
    }
    Err("too few situations agree with what the library assumes".to_owned())
}

fn possible(set: &NormSet, assumptions: &[Formula], situation: &Situation) -> bool {
    assumptions
        .iter()
        .all(|assumption| walk::holds(set, situation, assumption))
}

fn near(lawbook: &Lawbook, set: &NormSet, test: &Test, random: &mut Random) -> Situation {
    let mut given = BTreeMap::new();
    // What the test gives comes last and so wins over its profile.
    for (variable, cells) in test.profile.iter().chain(&test.given) {
        given.insert(*variable, *cells);
    }
    let facts = lawbook.facts.iter().zip(&set.facts);
    facts
        .map(|((id, fact), kind)| {
            let cells: Vec<Option<Cells>> = fact
                .variables
                .iter()
                .map(|variable| given.get(variable).copied())
                .collect();
            if cells.iter().any(Option::is_some) {
                return inside(lawbook, id, &cells, random);
            }
            match &fact.typical {
                Some(typical) => answered(typical),
                None => situations::value(random, *kind),
            }
        })
        .collect()
}

/// A value of the fact inside the given cells of its variables.
fn inside(lawbook: &Lawbook, fact: FactId, cells: &[Option<Cells>], random: &mut Random) -> Value {
    let first = cells.first().copied().flatten().unwrap_or(Cells::YES);
    let cell = {
        let choices: Vec<usize> = first.iter().collect();
        random.one_of(&choices).copied().unwrap_or(0)
    };
    match &lawbook.facts[fact].domain {
        Domain::Bool => Value::Bool(cell == 1),
        Domain::OneOf(_) => Value::One(cell),
        Domain::SomeOf(_) => {
            let elements = cells.iter().enumerate();
            let included = elements.filter(|(_, cells)| **cells == Some(Cells::YES));
            Value::Set(included.fold(0, |bits, (element, _)| bits | 1 << element))
        }
        Domain::Int { high, cells, .. } => {
            let low = cells.get(cell).copied().unwrap_or(0);
            let last = cells.get(cell + 1).map_or(*high, |next| next - 1);
            Value::Int(random.between(low, last))
        }
    }
}

fn answered(answer: &Answer) -> Value {
    match answer {
        Answer::Bool(yes) => Value::Bool(*yes),
        Answer::OneOf(positions) => Value::One(positions.first().copied().unwrap_or(0)),
        Answer::SomeOf { includes, .. } => {
            Value::Set(includes.iter().fold(0, |bits, each| bits | 1 << each))
        }
        Answer::Int { low, .. } => Value::Int(*low),
    }
}

/// The day of every situation, for the page.
pub const fn day() -> Date {
    DAY
}
