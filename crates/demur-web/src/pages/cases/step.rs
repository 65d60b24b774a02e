//! What somebody does to a case file, read from a form.

use demur_app::lawbook::Lawbook;
use demur_app::record::{Decided, Record};
use demur_app::store::{
    Actor, Choice, Correction, Deadline, EventKind, HoldFact, NewEvent, Operation, Receipt, Review,
    ReviewOutcome, StoreError,
};
use demur_words::Words;
use jiff::civil::Date;
use serde_json::Map;

use crate::posted::Fields;

/// What can be noted without the words of a lawbook.
pub(super) const USUAL_DEADLINES: [&str; 3] = ["answer", "review", "other"];

/// What came in.
pub(super) const RECEIVED: [EventKind; 4] = [
    EventKind::AppealReceived,
    EventKind::ObjectionReceived,
    EventKind::ComplaintReceived,
    EventKind::DebriefOffered,
];

/// A step with what it needs.
#[derive(Clone)]
pub(super) enum Step {
    Decide(Decided),
    Confirm,
    Receive(NewEvent),
    State(String),
    Correct(Correction),
    Review(Review),
    SetDeadline(Option<Deadline>),
    Close,
    Hold(Option<HoldFact>, Option<Date>),
    ReviewHold,
    EndHold,
}

/// A field that cannot be taken, and the key of the sentence that says why.
pub(super) type Unread = (&'static str, &'static str);

impl Step {
    /// Reads the step of this name; nothing when there is none.
    pub(super) fn read(name: &str, fields: &Fields) -> Option<Result<Self, Unread>> {
        Some(match name {
            "decide" => decided(fields).map(Self::Decide),
            "confirm" => Ok(Self::Confirm),
            "receive" => received(fields).map(Self::Receive),
            "statement" => Ok(Self::State(fields.raw("statement").trim().to_owned())),
            "correct" => Ok(Self::Correct(Correction {
                facts: fields.raw("facts").trim().to_owned(),
                pass: None,
            })),
            "review" => reviewed(fields).map(Self::Review),
            "deadline" if fields.has("none") => Ok(Self::SetDeadline(None)),
            "deadline" => match deadline(fields) {
                Ok(None) => Err(("day", "step-no-day")),
                read => read.map(Self::SetDeadline),
            },
            "close" => Ok(Self::Close),
            "hold" => day(fields, "fact_day")
                .map(|day| Self::Hold(HoldFact::parse(fields.text("fact")), day)),
            "review-hold" => Ok(Self::ReviewHold),
            "end-hold" => Ok(Self::EndHold),
            _ => return None,
        })
    }

    /// What the role has to be permitted.
    pub(super) fn operation(&self) -> Operation {
        match self {
            Self::Decide(_) => Operation::Decide,
            Self::Confirm => Operation::Confirm,
            Self::Receive(_) => Operation::Receive,
            Self::State(_) => Operation::Statement,
            Self::Correct(_) => Operation::Correct,
            Self::Review(_) => Operation::Review,
            Self::SetDeadline(_) => Operation::Deadline,
            Self::Close => Operation::Close,
            Self::Hold(..) | Self::ReviewHold | Self::EndHold => Operation::Hold,
        }
    }

    /// Does it to the version that somebody has read.
    pub(super) fn take(
        self,
        record: &Record,
        actor: &Actor,
        request: &str,
        case: (&str, i64),
    ) -> Result<Receipt, StoreError> {
        match self {
            Self::Decide(decided) => record.decide(actor, request, (case.0, Some(case.1)), decided),
            Self::Confirm => record.confirm(actor, request, case),
            Self::Receive(event) => record.receive(actor, request, case, event),
            Self::State(statement) => record.state(actor, request, case, statement),
            Self::Correct(correction) => record.correct(actor, request, case, correction),
            Self::Review(review) => record.review(actor, request, case, review),
            Self::SetDeadline(deadline) => record.set_deadline(actor, request, case, deadline),
            Self::Close => record.close(actor, request, case),
            Self::Hold(fact, day) => record.hold(actor, request, case, (fact, day)),
            Self::ReviewHold => record.review_hold(actor, request, case),
            Self::EndHold => record.end_hold(actor, request, case),
        }
    }
}

fn decided(fields: &Fields) -> Result<Decided, Unread> {
    let choice = Choice::parse(fields.text("choice")).ok_or(("choice", "step-no-choice"))?;
    let adjustment_offered = match fields.text("adjustment") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    Ok(Decided {
        choice,
        words: fields.raw("words").trim().to_owned(),
        reason: fields.some("reason").map(str::to_owned),
        ground: None,
        alternatives: Vec::new(),
        adjustment_offered,
    })
}

fn received(fields: &Fields) -> Result<NewEvent, Unread> {
    let kind = EventKind::parse(fields.text("kind")).filter(|kind| RECEIVED.contains(kind));
    Ok(NewEvent {
        kind: kind.ok_or(("kind", "step-no-kind"))?,
        data: Map::new(),
        deadline: deadline(fields)?,
    })
}

fn reviewed(fields: &Fields) -> Result<Review, Unread> {
    let outcome = ReviewOutcome::parse(fields.text("outcome"));
    Ok(Review {
        outcome: outcome.ok_or(("outcome", "step-no-outcome"))?,
        words: fields.raw("words").trim().to_owned(),
        deadline: deadline(fields)?,
    })
}

fn day(fields: &Fields, name: &'static str) -> Result<Option<Date>, Unread> {
    match fields.some(name) {
        None => Ok(None),
        Some(text) => text.parse().map(Some).map_err(|_| (name, "step-bad-day")),
    }
}

fn deadline(fields: &Fields) -> Result<Option<Deadline>, Unread> {
    let kind = match fields.text("due_kind") {
        "" => "answer",
        kind => kind,
    };
    let day = day(fields, "day")?;
    Ok(day.map(|day| Deadline {
        day,
        kind: kind.to_owned(),
    }))
}

/// What has to be done by a day, in words.
pub(super) fn due(lawbook: &Lawbook, words: &Words, day: &str, kind: &str) -> String {
    let what = deadline_kind(lawbook, words, kind);
    words.fill(
        "register-due",
        &[("day", day.into()), ("what", what.into())],
    )
}

/// The name of what has to be done.
pub(super) fn deadline_kind(lawbook: &Lawbook, words: &Words, kind: &str) -> String {
    if USUAL_DEADLINES.contains(&kind) {
        return words.say(&format!("deadline-{kind}"));
    }
    let mut duties = lawbook.duties.iter();
    let duty = duties.find(|(_, duty)| duty.name == kind);
    duty.map_or_else(
        || kind.replace('_', " "),
        |(_, duty)| duty.label.get(words.lang).to_owned(),
    )
}
