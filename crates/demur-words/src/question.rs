//! A question of the interview in words: what is asked, what can be answered, why it is asked.

mod answer;
mod why;

use demur_app::engine::{Contradiction, Situation};
use demur_app::interview::{Question, Reply, Subject};
use demur_app::lawbook::{Answer, Cost, Domain, FactId, Lawbook, Together};

use crate::norm::{label, text};
use crate::phrase::Phrases;
use crate::sheet::{Headline, Tone};
use crate::words::Words;

pub use answer::{Earlier, answer, unknown};

/// A larger number of questions to go is not told: it frightens, and most answers settle
/// more than one of them.
const MOST_TO_GO: usize = 20;

/// The fact that means danger for somebody's life.
const DANGER: &str = "danger.life";

/// A question in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionTold {
    /// The question.
    pub title: String,
    /// What is good to know before answering.
    pub help: Option<String>,
    /// How it is answered.
    pub kind: Kind,
    /// What can be answered; empty for numbers.
    pub options: Vec<QuestionOption>,
    /// How "none of these" is called where that is an answer.
    pub none: Option<String>,
    /// Why it is asked, in a line.
    pub why: Option<String>,
    /// Everything that needs the answer.
    pub why_long: Vec<String>,
    /// Between which verdicts it decides.
    pub decides: Option<String>,
    /// How many questions remain at most, this one included, when they are few.
    pub at_most: Option<usize>,
    /// The same in words.
    pub to_go: Option<String>,
    /// What was answered before the person went back.
    pub earlier: Option<Earlier>,
    /// The name of the fact, when the question is about one.
    pub fact: Option<String>,
    /// Whether it goes so far into somebody's life that it is asked only when nothing else
    /// decides.
    pub intrusive: bool,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// By one of the named businesses, or none of them.
    Profile,
    /// By yes or no.
    YesNo,
    /// By one of the options.
    OneOf,
    /// By any of the options.
    SomeOf,
    /// By a whole number.
    Number {
        /// The smallest.
        low: i64,
        /// The largest.
        high: i64,
    },
    /// By those of several yes-or-no facts that are so.
    Boxes,
}

/// Something that can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionOption {
    /// Its stable name: of a value, a profile or a fact; `true` and `false` for yes and no.
    pub name: String,
    /// How people call it.
    pub label: String,
    /// What is good to know about it.
    pub help: Option<String>,
}

/// A question in words.
#[must_use]
pub fn told(lawbook: &Lawbook, question: &Question, words: &Words) -> QuestionTold {
    let at_most = (question.at_most <= MOST_TO_GO).then_some(question.at_most);
    let why = question.why.as_ref();
    QuestionTold {
        title: title(lawbook, question.subject, words),
        help: help(lawbook, question.subject, words),
        kind: kind(lawbook, question.subject),
        options: options(lawbook, question, words),
        none: none(lawbook, question.subject, words),
        why: why.and_then(|why| why::in_short(lawbook, why, words)),
        why_long: why.map_or_else(
            || vec![words.say("ask-why-profile")],
            |why| why::in_full(lawbook, why, words),
        ),
        decides: why.and_then(|why| why::decides(why, words)),
        at_most,
        to_go: at_most.map(|n| words.fill("ask-remaining", &[("n", n.into())])),
        earlier: question
            .earlier
            .as_ref()
            .map(|earlier| answer::earlier(lawbook, question, earlier, words)),
        fact: match question.subject {
            Subject::Fact(fact) => Some(lawbook.facts[fact].name.clone()),
            Subject::Profile | Subject::Together(_) => None,
        },
        intrusive: question
            .facts
            .iter()
            .any(|fact| lawbook.facts[*fact].cost == Cost::Intrusive),
    }
}

fn title(lawbook: &Lawbook, subject: Subject, words: &Words) -> String {
    match subject {
        Subject::Profile => words.say("ask-profile"),
        Subject::Fact(fact) => text(words, &lawbook.facts[fact].ask),
        Subject::Together(together) => lawbook
            .together
            .get(together)
            .map_or_else(String::new, |each| text(words, &each.ask)),
    }
}

fn help(lawbook: &Lawbook, subject: Subject, words: &Words) -> Option<String> {
    let help = match subject {
        Subject::Profile => words.say("ask-why-profile"),
        Subject::Fact(fact) if fact == lawbook.place => words.say("ask-help-place"),
        Subject::Fact(fact) => text(words, &lawbook.facts[fact].help),
        Subject::Together(together) => text(words, &lawbook.together.get(together)?.help),
    };
    some(help)
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn kind(lawbook: &Lawbook, subject: Subject) -> Kind {
    match subject {
        Subject::Profile => Kind::Profile,
        Subject::Together(_) => Kind::Boxes,
        Subject::Fact(fact) => match &lawbook.facts[fact].domain {
            Domain::Bool => Kind::YesNo,
            Domain::OneOf(_) => Kind::OneOf,
            Domain::SomeOf(_) => Kind::SomeOf,
            Domain::Int { low, high, .. } => Kind::Number {
                low: *low,
                high: *high,
            },
        },
    }
}

fn options(lawbook: &Lawbook, question: &Question, words: &Words) -> Vec<QuestionOption> {
    let option = |name: &str, label: String| QuestionOption {
        name: name.to_owned(),
        label,
        help: None,
    };
    match question.subject {
        Subject::Profile => lawbook
            .profiles
            .iter()
            .map(|profile| {
                let label = label(words, &profile.label, &profile.name);
                option(&profile.name, label)
            })
            .collect(),
        Subject::Fact(fact) if lawbook.facts[fact].domain == Domain::Bool => vec![
            option("true", words.say("phrase-yes")),
            option("false", words.say("phrase-no")),
        ],
        Subject::Fact(fact) => lawbook.facts[fact]
            .domain
            .values()
            .iter()
            .map(|value| option(&value.name, label(words, &value.label, &value.name)))
            .collect(),
        Subject::Together(_) => question
            .facts
            .iter()
            .map(|id| {
                let fact = &lawbook.facts[*id];
                QuestionOption {
                    help: some(text(words, &fact.help)),
                    ..option(&fact.name, box_label(lawbook, question.subject, *id, words))
                }
            })
            .collect(),
    }
}

fn none(lawbook: &Lawbook, subject: Subject, words: &Words) -> Option<String> {
    match kind(lawbook, subject) {
        Kind::Profile | Kind::SomeOf | Kind::Boxes => Some(words.say("ask-profile-none")),
        Kind::YesNo | Kind::OneOf | Kind::Number { .. } => None,
    }
}

/// What stands beside the box of a fact.
fn box_label(lawbook: &Lawbook, subject: Subject, fact: FactId, words: &Words) -> String {
    let together: Option<&Together> = match subject {
        Subject::Together(together) => lawbook.together.get(together),
        Subject::Profile | Subject::Fact(_) => None,
    };
    let boxes = together
        .map(|each| each.facts.as_slice())
        .unwrap_or_default();
    let own = boxes.iter().find(|(each, _)| *each == fact);
    own.map_or_else(String::new, |(_, label)| text(words, label))
}

/// Whether an answer means that somebody is in danger.
#[must_use]
pub fn is_alarm(lawbook: &Lawbook, question: &Question, reply: &Reply) -> bool {
    let Some(danger) = lawbook.fact_named(DANGER) else {
        return false;
    };
    match reply {
        Reply::Known(answer) => {
            question.subject == Subject::Fact(danger) && *answer == Answer::Bool(true)
        }
        Reply::Ticked { so, .. } => so.contains(&danger),
        Reply::Profile(_) | Reply::Unknown(_) => false,
    }
}

/// What comes before everything else when somebody is in danger.
#[must_use]
pub fn alarm(words: &Words) -> Headline {
    Headline {
        label: words.say("danger-label"),
        tone: Tone::Alarm,
        head: words.say("danger-now"),
        rest: words.say("danger-rest"),
    }
}

/// Why an answer cannot be, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What does not go together, and that the answer was taken back.
    pub what: String,
    /// Why it does not, a sentence each.
    pub because: Vec<String>,
}

/// An answer that clashes with what the situation says already.
#[must_use]
pub fn clash(
    lawbook: &Lawbook,
    situation: &Situation,
    found: &Contradiction,
    words: &Words,
) -> Clash {
    let phrases = Phrases {
        lawbook,
        words,
        situation,
    };
    let facts = phrases.known(&found.facts).join("; ");
    let assumptions = found.assumptions.iter();
    let reasons = assumptions.filter_map(|index| lawbook.assumptions.get(*index));
    let because = reasons.map(|reason| {
        let gaps = [("reason", text(words, &reason.because).into())];
        words.fill("ask-clash-why", &gaps)
    });
    Clash {
        what: words.fill("ask-clash", &[("facts", facts.into())]),
        because: because.collect(),
    }
}
