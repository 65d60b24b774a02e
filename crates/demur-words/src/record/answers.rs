//! Answers to somebody whose request about their data is refused: why, when it is looked at again,
//! and where to complain (GDPR, articles 12(4), 17(3)(e) and 21).

use demur_app::store::{CaseFile, EventKind, Happened, HoldFact, ReviewOutcome, Texts};

use crate::words::Words;

/// Who answers.
#[derive(Debug, Clone, Copy)]
pub struct Answering<'a> {
    /// Where the person can object to the answer.
    pub contact: &'a str,
    /// The country whose authority for data protection is competent, such as `pl`.
    pub place: &'a str,
}

/// Why contact and texts are not erased yet; nothing when no dispute holds the case file.
#[must_use]
pub fn erasure_held(file: &CaseFile, by: Answering<'_>, words: &Words) -> Option<String> {
    let held = last(file, &[EventKind::Held]).filter(|_| file.on_hold)?;
    let looked_at = last(file, &[EventKind::Held, EventKind::HoldReviewed])?;
    let fact = HoldFact::parse(coded(held, "fact")?)?;
    Some(words.fill(
        "answer-erasure-held",
        &[
            ("case", file.number.as_str().into()),
            ("fact", words.say(showing_a_dispute(fact)).into()),
            ("day", coded(held, "fact_day")?.into()),
            ("review", coded(looked_at, "review_by")?.into()),
            ("contact", by.contact.into()),
            ("authority", authority(by, words).into()),
        ],
    ))
}

/// Why an objection was not accepted, in the words of whoever reviewed it; nothing when that was
/// not the last review.
#[must_use]
pub fn objection_rejected(
    file: &CaseFile,
    texts: &Texts,
    by: Answering<'_>,
    words: &Words,
) -> Option<String> {
    let reviews = [EventKind::AppealDecided, EventKind::ObjectionDecided];
    let review = last(file, &reviews)?;
    let is_rejected = review.kind == EventKind::ObjectionDecided.as_str()
        && coded(review, "outcome")? == ReviewOutcome::Upheld.as_str();
    let why = texts.reviews.last().filter(|_| is_rejected)?;
    Some(words.fill(
        "answer-objection-rejected",
        &[
            ("case", file.number.as_str().into()),
            ("why", why.trim_end_matches('.').into()),
            ("contact", by.contact.into()),
            ("authority", authority(by, words).into()),
        ],
    ))
}

fn showing_a_dispute(fact: HoldFact) -> &'static str {
    match fact {
        HoldFact::Complaint => "hold-complaint",
        HoldFact::Appeal => "hold-appeal",
        HoldFact::LawyersLetter => "hold-lawyers-letter",
        HoldFact::AuthoritysLetter => "hold-authoritys-letter",
        HoldFact::Injury => "hold-injury",
        HoldFact::ThreatOfClaim => "hold-threat-of-claim",
    }
}

fn authority(by: Answering<'_>, words: &Words) -> String {
    words.say(match by.place {
        "pl" => "answer-authority-pl",
        _ => "answer-authority",
    })
}

/// The last step of one of these kinds.
fn last<'f>(file: &'f CaseFile, kinds: &[EventKind]) -> Option<&'f Happened> {
    let mut latest_first = file.timeline.iter().rev();
    latest_first.find(|happened| kinds.iter().any(|kind| happened.kind == kind.as_str()))
}

fn coded<'h>(happened: &'h Happened, key: &str) -> Option<&'h str> {
    happened.data.get(key)?.as_str()
}
