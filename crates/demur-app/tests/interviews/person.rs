//! Somebody who answers truthfully, as far as known.

use std::collections::BTreeMap;

use demur_app::interview::{Interview, Question, Reply, Subject, Turn, Unknown};
use demur_engine::{Contradiction, Engine, Opinion, Situation};
use demur_lawbook::{Answer, Cells, Domain, Fact, FactId, Lawbook, Test};

/// What the person knows; of anything else it says what `otherwise` says.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) knows: BTreeMap<FactId, Answer>,
    pub(crate) otherwise: Otherwise,
}

/// What is said of a fact that the person has heard nothing of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Otherwise {
    /// It is as on most days, where that is declared.
    Typical,
    /// "I do not know".
    Unknown,
}

/// An interview that has ended.
pub(crate) struct Led {
    pub(crate) questions: Vec<Question>,
    pub(crate) opinion: Opinion,
}

impl Person {
    /// The person of a test, with what is known before the first question: the place and
    /// the lasting facts of the business.
    pub(crate) fn of_test(lawbook: &Lawbook, test: &Test) -> (Self, Situation) {
        let lasting = |fact: FactId| {
            fact == lawbook.place || lawbook.facts[fact].name.starts_with("business.")
        };
        let fact_of = |(variable, _): &&(_, _)| lawbook.variables[*variable].fact;
        let given: Vec<_> = test
            .given
            .iter()
            .filter(|each| lasting(fact_of(each)))
            .collect();
        let mut start = Situation::on(test.on);
        let own = test.profile.iter();
        start.profile = own
            .filter(|each| given.iter().all(|other| fact_of(other) != fact_of(each)))
            .chain(given.iter().copied())
            .copied()
            .collect();
        let mut knows = BTreeMap::new();
        for (fact, _) in lawbook.facts.iter() {
            let about = test.given.iter().filter(|each| fact_of(each) == fact);
            let cells: Vec<_> = about.copied().collect();
            if !cells.is_empty() {
                knows.insert(fact, answer(lawbook, fact, &cells));
            }
        }
        if test.profile.is_empty() {
            typical_business(lawbook, &mut start);
        }
        let otherwise = if test.otherwise_typical {
            Otherwise::Typical
        } else {
            Otherwise::Unknown
        };
        (Self { knows, otherwise }, start)
    }

    /// What the person says of one fact.
    pub(crate) fn says(&self, fact: FactId, info: &Fact) -> Option<Answer> {
        let typical = || {
            info.typical
                .clone()
                .filter(|_| self.otherwise == Otherwise::Typical)
        };
        self.knows.get(&fact).cloned().or_else(typical)
    }

    pub(crate) fn reply(&self, lawbook: &Lawbook, question: &Question) -> Reply {
        let says = |fact: FactId| self.says(fact, &lawbook.facts[fact]);
        match question.subject {
            Subject::Profile => Reply::Profile(None),
            Subject::Fact(fact) => {
                says(fact).map_or(Reply::Unknown(Unknown::Declined), Reply::Known)
            }
            Subject::Together(_) => {
                let which = |wanted: Option<Answer>| {
                    let facts = question.facts.iter().copied();
                    facts.filter(|fact| says(*fact) == wanted).collect()
                };
                Reply::Ticked {
                    so: which(Some(Answer::Bool(true))),
                    unsure: which(None),
                }
            }
        }
    }

    /// What cannot be as on most days, given what is known, is otherwise.
    fn thinks_again(&mut self, lawbook: &Lawbook, question: &Question, found: &Contradiction) {
        let facts = found.facts.iter();
        let mut untypical = facts
            .map(|known| lawbook.variables[known.variable].fact)
            .filter(|fact| question.facts.contains(fact) && !self.knows.contains_key(fact));
        let fact = untypical.next().expect("what is known does not clash");
        let usual = lawbook.facts[fact].typical == Some(Answer::Bool(true));
        self.knows.insert(fact, Answer::Bool(!usual));
    }

    /// Answers until nothing is asked any more.
    pub(crate) fn lead(&self, engine: &mut Engine<'_>, interview: &mut Interview) -> Led {
        let mut person = self.clone();
        let mut questions = Vec::new();
        loop {
            match interview.next(engine).unwrap() {
                Turn::Done(opinion) => {
                    return Led {
                        questions,
                        opinion: *opinion,
                    };
                }
                Turn::Ask(question) => {
                    let mut reply = person.reply(engine.lawbook(), &question);
                    while let Err(found) = interview.answer(engine, &question, reply) {
                        person.thinks_again(engine.lawbook(), &question, &found);
                        reply = person.reply(engine.lawbook(), &question);
                    }
                    questions.push(*question);
                    assert!(questions.len() < 100, "no end");
                }
            }
        }
    }
}

/// Whoever runs a business knows the yes-or-no facts of it.
fn typical_business(lawbook: &Lawbook, start: &mut Situation) {
    for (_, fact) in lawbook.facts.iter() {
        let known = |variable| start.profile.iter().any(|(each, _)| *each == variable);
        let variable = fact.variables[0];
        if let Some(Answer::Bool(yes)) = fact.typical
            && fact.name.starts_with("business.")
            && !known(variable)
        {
            let cells = if yes { Cells::YES } else { Cells::NO };
            start.profile.push((variable, cells));
        }
    }
}

/// What these cells say of a fact.
fn answer(lawbook: &Lawbook, fact: FactId, known: &[(demur_lawbook::VarId, Cells)]) -> Answer {
    let (_, first) = known[0];
    match &lawbook.facts[fact].domain {
        Domain::Bool => Answer::Bool(first == Cells::YES),
        Domain::OneOf(_) => Answer::OneOf(first.iter().collect()),
        Domain::SomeOf(_) => {
            let with = |wanted: Cells| {
                let elements = known.iter().filter(|(_, cells)| *cells == wanted);
                elements
                    .filter_map(|(variable, _)| lawbook.variables[*variable].element)
                    .collect()
            };
            Answer::SomeOf {
                includes: with(Cells::YES),
                excludes: with(Cells::NO),
            }
        }
        Domain::Int { cells, high, .. } => {
            let inside: Vec<usize> = first.iter().collect();
            let (low, last) = (inside[0], inside[inside.len() - 1]);
            Answer::Int {
                low: cells[low],
                high: cells.get(last + 1).map_or(*high, |next| next - 1),
            }
        }
    }
}
