//! What somebody may do to a case file, and what the forms for it let them choose.

use demur_app::lawbook::Lawbook;
use demur_app::store::{CaseFile, Choice, EventKind, Happened, HoldFact, Operation, ReviewOutcome};
use demur_words::{Words, names};
use serde_json::Value as Json;

use super::acting::actor;
use super::step::{RECEIVED, USUAL_DEADLINES, deadline_kind};
use crate::signed_in::SignedIn;

/// What may be done, by role and by where the case file stands.
#[derive(Default)]
pub(super) struct May {
    pub(super) decide: bool,
    pub(super) needs_reason: bool,
    pub(super) confirm: bool,
    pub(super) notify: bool,
    pub(super) reveal: bool,
    pub(super) receive: bool,
    pub(super) appeal: bool,
    pub(super) state: bool,
    pub(super) correct: bool,
    pub(super) review: bool,
    pub(super) deadline: bool,
    pub(super) close: bool,
    pub(super) hold: bool,
    pub(super) end_hold: bool,
    pub(super) erase: bool,
    pub(super) packet: bool,
}

impl May {
    /// Whether the form of a step stands on the page.
    pub(super) fn offers(&self, step: &str) -> bool {
        match step {
            "decide" => self.decide,
            "receive" => self.receive,
            "statement" => self.state,
            "correct" => self.correct,
            "review" => self.review,
            _ => true,
        }
    }
}

/// What can be chosen in the forms, as code and name.
pub(super) struct Options {
    pub(super) choices: Vec<(&'static str, String)>,
    pub(super) received: Vec<(&'static str, String)>,
    pub(super) outcomes: Vec<(&'static str, String)>,
    pub(super) holds: Vec<(&'static str, String)>,
    pub(super) deadlines: Vec<(String, String)>,
}

/// What this person may do to it now.
pub(super) fn may(who: &SignedIn, file: &CaseFile) -> May {
    let can = |operation| actor(who, operation).is_ok();
    let open = file.state == "open";
    let decided = matches!(file.state, "decided" | "notified");
    let disputed = matches!(file.state, "appealed" | "objected");
    // After the erasure there is no key with which anything could be sealed.
    let sealed = file.identity != "destroyed";
    let carries = matches!(file.verdict.as_str(), "may_refuse" | "must_refuse");
    May {
        decide: open && sealed && can(Operation::Decide),
        needs_reason: !carries,
        confirm: decided && can(Operation::Confirm) && !file.timeline.iter().any(is_confirmation),
        notify: !open && sealed && can(Operation::Notify),
        reveal: sealed && can(Operation::Reveal),
        receive: can(Operation::Receive),
        appeal: !open,
        state: sealed && can(Operation::Statement),
        correct: sealed && can(Operation::Correct),
        review: disputed && sealed && can(Operation::Review),
        deadline: can(Operation::Deadline),
        close: decided && can(Operation::Close),
        hold: sealed && !file.on_hold && can(Operation::Hold),
        end_hold: file.on_hold && can(Operation::Hold),
        erase: sealed && can(Operation::Erase),
        packet: can(Operation::Packet),
    }
}

fn is_confirmation(happened: &Happened) -> bool {
    happened.kind == EventKind::Confirmed.as_str()
}

/// What the forms let one choose.
pub(super) fn options(file: &CaseFile, lawbook: &Lawbook, words: &Words) -> Options {
    let said =
        |prefix: &str, code: &str| words.say(&format!("{prefix}-{}", code.replace('_', "-")));
    let duties = file
        .opinion
        .get("duties")
        .and_then(Json::as_array)
        .into_iter()
        .flatten();
    let duties = duties.filter_map(|duty| duty.get("duty").and_then(Json::as_str));
    let mut kinds: Vec<&str> = USUAL_DEADLINES.to_vec();
    kinds.extend(duties);
    kinds.dedup();
    let received = RECEIVED
        .iter()
        .filter(|kind| file.state != "open" || **kind != EventKind::AppealReceived);
    Options {
        choices: Choice::ALL
            .iter()
            .map(|choice| (choice.as_str(), said("decision", choice.as_str())))
            .collect(),
        received: received
            .map(|kind| (kind.as_str(), names::event(words, kind.as_str())))
            .collect(),
        outcomes: ReviewOutcome::ALL
            .iter()
            .map(|outcome| (outcome.as_str(), said("outcome", outcome.as_str())))
            .collect(),
        holds: HoldFact::ALL
            .iter()
            .map(|fact| (fact.as_str(), said("hold", fact.as_str())))
            .collect(),
        deadlines: kinds
            .into_iter()
            .map(|kind| (kind.to_owned(), deadline_kind(lawbook, words, kind)))
            .collect(),
    }
}
