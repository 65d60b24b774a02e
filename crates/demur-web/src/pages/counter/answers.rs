//! What a form says to a question.

use demur_app::interview::{Question, Reply, Subject, Unknown};
use demur_app::lawbook::{Answer, Domain, Fact, FactId, Lawbook};

use crate::posted::Fields;

/// Why a form is no answer, as the key of the sentence that says so.
pub(super) type NoAnswer = &'static str;

/// Reads an answer: `answer` is a pressed button or a chosen value, `value` are ticked values,
/// `so` and `unsure` are facts.
pub(super) fn read(
    lawbook: &Lawbook,
    question: &Question,
    fields: &Fields,
) -> Result<Reply, NoAnswer> {
    match fields.text("answer") {
        "unknown" => return Ok(Reply::Unknown(Unknown::Declined)),
        "withheld" => return Ok(Reply::Unknown(Unknown::Withheld)),
        _ => {}
    }
    match question.subject {
        Subject::Profile => profile(lawbook, fields.text("answer")),
        Subject::Fact(fact) => known(&lawbook.facts[fact], fields).map(Reply::Known),
        Subject::Together(_) => ticked(lawbook, question, fields),
    }
}

fn profile(lawbook: &Lawbook, answer: &str) -> Result<Reply, NoAnswer> {
    match answer {
        "" => Err("interview-choose"),
        "none" => Ok(Reply::Profile(None)),
        name => match lawbook.profile_named(name) {
            Some(_) => Ok(Reply::Profile(Some(name.to_owned()))),
            None => Err("interview-choose"),
        },
    }
}

fn known(fact: &Fact, fields: &Fields) -> Result<Answer, NoAnswer> {
    let answer = fields.text("answer");
    match &fact.domain {
        Domain::Bool => match answer {
            "true" => Ok(Answer::Bool(true)),
            "false" => Ok(Answer::Bool(false)),
            _ => Err("interview-choose"),
        },
        Domain::OneOf(_) => {
            let value = fact.value_named(answer).ok_or("interview-choose")?;
            Ok(Answer::OneOf(vec![value]))
        }
        Domain::SomeOf(values) => {
            let chosen: Option<Vec<usize>> = fields
                .all("value")
                .map(|name| fact.value_named(name))
                .collect();
            let includes = chosen.ok_or("interview-choose")?;
            if includes.is_empty() && answer != "none" {
                return Err("interview-tick");
            }
            let rest = (0..values.len()).filter(|each| !includes.contains(each));
            let excludes = rest.collect();
            Ok(Answer::SomeOf { includes, excludes })
        }
        Domain::Int { low, high, .. } => {
            let number: i64 = fields
                .text("number")
                .parse()
                .map_err(|_| "interview-number")?;
            if (*low..=*high).contains(&number) {
                Ok(Answer::Int {
                    low: number,
                    high: number,
                })
            } else {
                Err("interview-number")
            }
        }
    }
}

/// That none of it is so has a button of its own, so that nobody says it by mistake.
fn ticked(lawbook: &Lawbook, question: &Question, fields: &Fields) -> Result<Reply, NoAnswer> {
    let facts = |name: &str| -> Vec<FactId> {
        let named = fields.all(name).filter_map(|name| lawbook.fact_named(name));
        named.filter(|fact| question.facts.contains(fact)).collect()
    };
    let so = facts("so");
    let unsure: Vec<FactId> = facts("unsure")
        .into_iter()
        .filter(|fact| !so.contains(fact))
        .collect();
    if so.is_empty() && unsure.is_empty() && fields.text("answer") != "none" {
        return Err("interview-tick");
    }
    Ok(Reply::Ticked { so, unsure })
}
