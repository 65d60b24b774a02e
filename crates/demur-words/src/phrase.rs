//! Facts in plain words: the question that staff would be asked, and its answer.

use demur_app::engine::{Known, Situation};
use demur_app::lawbook::{Answer, Cells, Domain, Fact, FactId, Lawbook, Value};
use demur_app::words::ranges;

use crate::words::Words;

/// What is needed to say facts in plain words.
#[derive(Debug, Clone, Copy)]
pub struct Phrases<'a> {
    /// The lawbook.
    pub lawbook: &'a Lawbook,
    /// What the program says.
    pub words: &'a Words,
    /// The situation that the facts come from.
    pub situation: &'a Situation,
}

/// More names are counted instead of listed.
const MOST_NAMES: usize = 4;

impl Phrases<'_> {
    /// One phrase for each fact, in the order in which they come.
    #[must_use]
    pub fn known(&self, known: &[Known]) -> Vec<String> {
        let mut facts: Vec<FactId> = Vec::new();
        for each in known {
            let fact = self.lawbook.variables[each.variable].fact;
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
        facts
            .into_iter()
            .map(|fact| self.fact(fact, known))
            .collect()
    }

    /// The same without what is so on most days, unless nothing else is left: the
    /// point of a norm is what is unusual.
    #[must_use]
    pub fn telling(&self, known: &[Known]) -> Vec<String> {
        let unusual: Vec<Known> = known
            .iter()
            .copied()
            .filter(|each| !self.is_usual(*each))
            .collect();
        self.known(if unusual.is_empty() { known } else { &unusual })
    }

    /// Only what is not so on most days, and every number: a limit is worth saying.
    #[must_use]
    pub fn unusual(&self, known: &[Known]) -> Vec<String> {
        let is_number = |each: &Known| {
            let fact = self.lawbook.variables[each.variable].fact;
            matches!(self.lawbook.facts[fact].domain, Domain::Int { .. })
        };
        let told = known
            .iter()
            .copied()
            .filter(|each| is_number(each) || !self.is_usual(*each));
        self.known(&told.collect::<Vec<_>>())
    }

    /// Where it happens goes without saying, and so does the typical answer.
    fn is_usual(&self, known: Known) -> bool {
        let id = self.lawbook.variables[known.variable].fact;
        let fact = &self.lawbook.facts[id];
        match &fact.typical {
            Some(Answer::Bool(yes)) => (known.cells == Cells::YES) == *yes,
            Some(Answer::OneOf(positions)) => positions
                .iter()
                .any(|position| known.cells.iter().any(|cell| cell == *position)),
            Some(Answer::Int { low, .. }) => ranges(&fact.domain, known.cells)
                .iter()
                .any(|(first, last)| first <= low && low <= last),
            Some(Answer::SomeOf { .. }) => false,
            None => id == self.lawbook.place,
        }
    }

    /// The question about a fact without its remarks.
    #[must_use]
    pub fn question(&self, fact: FactId) -> String {
        let ask = self.lawbook.facts[fact].ask.get(self.words.lang);
        ask.find('?')
            .and_then(|end| ask.get(..=end))
            .unwrap_or(ask)
            .to_owned()
    }

    /// What is known of one fact.
    pub(crate) fn fact(&self, fact: FactId, known: &[Known]) -> String {
        let own: Vec<Known> = known
            .iter()
            .copied()
            .filter(|each| self.lawbook.variables[each.variable].fact == fact)
            .collect();
        let answer = match (&self.lawbook.facts[fact].domain, own.first()) {
            (Domain::SomeOf(values), _) => match self.whole_set(fact, values) {
                Some(all) if self.lawbook.reasons == Some(fact) => {
                    return self.words.fill("phrase-reasons", &[("values", all.into())]);
                }
                Some(all) => self.words.fill("phrase-only", &[("values", all.into())]),
                None => self.set(values, &own),
            },
            (Domain::Bool, Some(only)) => self.yes_or_no(only.cells == Cells::YES),
            (Domain::OneOf(values), Some(only)) => self.one_of(values, only.cells),
            (Domain::Int { .. }, Some(only)) => self.number(fact, only.cells),
            (_, None) => String::new(),
        };
        self.words.fill(
            "phrase-fact",
            &[
                ("question", self.question(fact).into()),
                ("answer", answer.into()),
            ],
        )
    }

    /// "yes" or "no".
    #[must_use]
    pub fn yes_or_no(&self, yes: bool) -> String {
        self.words.say(if yes { "phrase-yes" } else { "phrase-no" })
    }

    fn one_of(&self, values: &[Value], cells: Cells) -> String {
        let labels: Vec<String> = cells
            .iter()
            .filter_map(|cell| values.get(cell))
            .map(|value| self.label(value))
            .collect();
        self.words.any_of(&labels)
    }

    /// What the set holds, when all of it is known: shorter than what it does not hold.
    fn whole_set(&self, fact: FactId, values: &[Value]) -> Option<String> {
        let Answer::SomeOf { includes, excludes } = self.situation.answers.get(&fact)? else {
            return None;
        };
        if includes.is_empty() || includes.len() + excludes.len() < values.len() {
            return None;
        }
        let labels: Vec<String> = includes
            .iter()
            .filter_map(|position| values.get(*position))
            .map(|value| self.label(value))
            .collect();
        Some(labels.join("; "))
    }

    fn set(&self, values: &[Value], known: &[Known]) -> String {
        let labels = |cells: Cells| -> Vec<String> {
            let of = known.iter().filter(|each| each.cells == cells);
            let elements = of.filter_map(|each| self.lawbook.variables[each.variable].element);
            elements
                .filter_map(|element| values.get(element))
                .map(|value| self.label(value))
                .collect()
        };
        let included = self.words.all_of(&labels(Cells::YES));
        let out = self.some_names(labels(Cells::NO));
        match (included.is_empty(), out.is_empty()) {
            (_, true) => included,
            (true, false) => self.words.fill("phrase-not", &[("values", out.into())]),
            (false, false) => self.words.fill(
                "phrase-but-not",
                &[("values", included.into()), ("out", out.into())],
            ),
        }
    }

    fn some_names(&self, mut names: Vec<String>) -> String {
        let more = names.len().saturating_sub(MOST_NAMES);
        if more < 2 {
            return self.words.any_of(&names);
        }
        names.truncate(MOST_NAMES);
        self.words.fill(
            "phrase-and-more",
            &[("values", names.join(", ").into()), ("n", more.into())],
        )
    }

    fn number(&self, fact: FactId, cells: Cells) -> String {
        if let Some(Answer::Int { low, high }) = self.situation.answers.get(&fact) {
            return self.range(&self.lawbook.facts[fact], *low, *high);
        }
        let fact = &self.lawbook.facts[fact];
        let parts: Vec<String> = ranges(&fact.domain, cells)
            .into_iter()
            .map(|(low, high)| self.range(fact, low, high))
            .collect();
        self.words.any_of(&parts)
    }

    /// A range of the numbers that a fact can be.
    pub(crate) fn range(&self, fact: &Fact, low: i64, high: i64) -> String {
        let Domain::Int {
            low: least,
            high: most,
            ..
        } = fact.domain
        else {
            return String::new();
        };
        let gaps = [
            ("low", low.to_string().into()),
            ("high", high.to_string().into()),
        ];
        match (low <= least, high >= most) {
            _ if low == high => low.to_string(),
            (false, true) => self.words.fill("phrase-at-least", &gaps),
            (true, false) => self.words.fill("phrase-at-most", &gaps),
            _ => self.words.fill("phrase-between", &gaps),
        }
    }

    /// How people call a value.
    #[must_use]
    pub fn label(&self, value: &Value) -> String {
        let label = value.label.get(self.words.lang);
        if label.is_empty() {
            value.name.clone()
        } else {
            label.to_owned()
        }
    }
}
