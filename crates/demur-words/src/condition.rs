//! Conditions as a case file keeps them, in the rule language, as questions and answers.
//!
//! A case file may be older than the lawbook by which it is read: what this lawbook does not know
//! stays as it was written.

use demur_app::engine::{Known, Situation};
use demur_app::lawbook::{Cells, Domain, FactId, Lawbook, Value};
use demur_app::record::{SOME_TRAIT, WITHHELD};
use jiff::civil::Date;

use crate::phrase::Phrases;
use crate::words::Words;

/// What a condition says.
enum Said {
    /// Something about a fact that this lawbook knows as well.
    Known(Vec<Known>),
    /// A sentence of its own.
    Sentence(String),
}

/// A condition in words.
#[must_use]
pub fn condition(lawbook: &Lawbook, words: &Words, text: &str) -> String {
    conditions(lawbook, words, &[text.to_owned()]).join("; ")
}

/// Conditions in words; what several of them say of one set is said once, where the first stands.
#[must_use]
pub fn conditions(lawbook: &Lawbook, words: &Words, texts: &[String]) -> Vec<String> {
    let reader = Reader { lawbook, words };
    let read: Vec<Said> = texts.iter().map(|text| reader.read(text)).collect();
    let situation = Situation::on(Date::default());
    let phrases = Phrases {
        lawbook,
        words,
        situation: &situation,
    };
    let all: Vec<Known> = read
        .iter()
        .flat_map(|said| match said {
            Said::Known(known) => known.clone(),
            Said::Sentence(_) => Vec::new(),
        })
        .collect();
    let mut told: Vec<FactId> = Vec::new();
    let mut sentences = Vec::new();
    for said in read {
        match said {
            Said::Sentence(sentence) => sentences.push(sentence),
            Said::Known(known) => {
                let fact = known
                    .first()
                    .map(|each| lawbook.variables[each.variable].fact);
                if let Some(fact) = fact.filter(|fact| !told.contains(fact)) {
                    told.push(fact);
                    sentences.push(phrases.fact(fact, &all));
                }
            }
        }
    }
    sentences
}

/// The question about a fact by its name; the name when this lawbook has no such fact.
#[must_use]
pub fn question(lawbook: &Lawbook, words: &Words, name: &str) -> String {
    let fact = lawbook.fact_named(name).map(|fact| &lawbook.facts[fact]);
    fact.map_or_else(
        || name.to_owned(),
        |fact| fact.ask.get(words.lang).to_owned(),
    )
}

struct Reader<'a> {
    lawbook: &'a Lawbook,
    words: &'a Words,
}

impl Reader<'_> {
    fn read(&self, text: &str) -> Said {
        if let Some(name) = text.strip_suffix(WITHHELD) {
            let question = question(self.lawbook, self.words, name);
            let gaps = [("question", question.into())];
            return Said::Sentence(self.words.fill("record-withheld", &gaps));
        }
        let (name, rest) = match text.strip_prefix("not ") {
            Some(name) => (name, "not"),
            None => text.split_once(' ').unwrap_or((text, "")),
        };
        let fact = self.lawbook.fact_named(name);
        fact.and_then(|fact| self.about(fact, rest))
            .unwrap_or_else(|| Said::Sentence(text.to_owned()))
    }

    /// What the rest of a condition says of a fact.
    fn about(&self, id: FactId, rest: &str) -> Option<Said> {
        let fact = &self.lawbook.facts[id];
        let variable = fact.variables.first().copied();
        let one = |cells: Cells| {
            let variable = variable?;
            Some(Said::Known(vec![Known { variable, cells }]))
        };
        match &fact.domain {
            Domain::Bool if rest.is_empty() => one(Cells::YES),
            Domain::Bool if rest == "not" => one(Cells::NO),
            Domain::Bool => None,
            Domain::OneOf(values) => {
                let names = rest.strip_prefix("is ")?;
                let positions = positions(values, names.strip_prefix("one of ").unwrap_or(names))?;
                let bits = positions.iter().map(|position| Cells::single(*position).0);
                one(Cells(bits.fold(0, |all, bit| all | bit)))
            }
            Domain::SomeOf(values) => self.set(id, values, rest),
            Domain::Int { .. } => self.numbers(id, rest).map(Said::Sentence),
        }
    }

    fn set(&self, id: FactId, values: &[Value], rest: &str) -> Option<Said> {
        let fact = &self.lawbook.facts[id];
        let names = rest.strip_prefix("includes ")?;
        if names == SOME_TRAIT {
            return Some(Said::Sentence(self.answered(id, "record-some-trait")));
        }
        let (names, cells) = match names.strip_prefix("none of ") {
            Some(names) => (names, Cells::NO),
            None => (names, Cells::YES),
        };
        let known = positions(values, names)?.into_iter().map(|position| {
            let variable = *fact.variables.get(position)?;
            Some(Known { variable, cells })
        });
        known.collect::<Option<Vec<_>>>().map(Said::Known)
    }

    /// The limits are those of the case file's own day, so they are said as they stand.
    fn numbers(&self, id: FactId, rest: &str) -> Option<String> {
        let fact = &self.lawbook.facts[id];
        let situation = Situation::on(Date::default());
        let phrases = Phrases {
            lawbook: self.lawbook,
            words: self.words,
            situation: &situation,
        };
        let again = format!("{} ", fact.name);
        let parts = rest.split(" or ").map(|part| {
            let (low, high) = range(part.strip_prefix(again.as_str()).unwrap_or(part))?;
            Some(phrases.range(fact, low, high))
        });
        let answer = self.words.any_of(&parts.collect::<Option<Vec<_>>>()?);
        let gaps = [
            ("question", phrases.question(id).into()),
            ("answer", answer.into()),
        ];
        Some(self.words.fill("phrase-fact", &gaps))
    }

    fn answered(&self, id: FactId, key: &str) -> String {
        let question = self.lawbook.facts[id].ask.get(self.words.lang);
        let gaps = [
            ("question", question.into()),
            ("answer", self.words.say(key).into()),
        ];
        self.words.fill("phrase-fact", &gaps)
    }
}

/// `= 3` or `between 3 and 5`.
fn range(text: &str) -> Option<(i64, i64)> {
    if let Some(number) = text.strip_prefix("= ") {
        let number = number.parse().ok()?;
        return Some((number, number));
    }
    let (low, high) = text.strip_prefix("between ")?.split_once(" and ")?;
    Some((low.parse().ok()?, high.parse().ok()?))
}

/// The positions of `a`, or of the names in `{a, b}`.
fn positions(values: &[Value], names: &str) -> Option<Vec<usize>> {
    let inside = names
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    let names = inside.unwrap_or(names).split(", ");
    names
        .map(|name| values.iter().position(|value| value.name == name))
        .collect()
}
