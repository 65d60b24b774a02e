//! The coded words of the record, as people say them.

use demur_app::lawbook::Lawbook;
use demur_app::notices::Channel;
use demur_app::store::{Choice, EventKind, Operation, Role, State};
use demur_app::syntax::tree::Lang;

use crate::words::Words;

/// A role.
#[must_use]
pub fn role(words: &Words, role: Role) -> String {
    words.say(match role {
        Role::Desk => "record-role-desk",
        Role::Decider => "record-role-decider",
        Role::Reviewer => "record-role-reviewer",
        Role::Privacy => "record-role-privacy",
        Role::Auditor => "record-role-auditor",
        Role::Admin => "record-role-admin",
        Role::System => "record-role-system",
    })
}

/// A role by its code.
#[must_use]
pub fn role_named(words: &Words, code: &str) -> String {
    Role::parse(code).map_or_else(|| code.to_owned(), |each| role(words, each))
}

/// Where a case file stands, by its code.
#[must_use]
pub fn state(words: &Words, code: &str) -> String {
    let Some(state) = State::parse(code) else {
        return code.to_owned();
    };
    words.say(match state {
        State::Open => "record-state-open",
        State::Decided => "record-state-decided",
        State::Notified => "record-state-notified",
        State::Appealed => "record-state-appealed",
        State::Objected => "record-state-objected",
        State::Closed => "record-state-closed",
    })
}

/// A choice.
#[must_use]
pub fn choice(words: &Words, choice: Choice) -> String {
    words.say(match choice {
        Choice::Serve => "record-choice-serve",
        Choice::ServeDifferently => "record-choice-serve-differently",
        Choice::Refuse => "record-choice-refuse",
    })
}

/// A choice by its code.
#[must_use]
pub fn choice_named(words: &Words, code: &str) -> String {
    Choice::parse(code).map_or_else(|| code.to_owned(), |each| choice(words, each))
}

/// A verdict by its code, in the middle of a sentence.
#[must_use]
pub fn verdict_named(words: &Words, code: &str) -> String {
    let key = match code {
        "must_serve" => "outcome-must-serve",
        "not_justified" => "outcome-not-justified",
        "may_refuse_after" => "outcome-may-refuse-after",
        "may_refuse" => "outcome-may-refuse",
        "must_refuse" => "outcome-must-refuse",
        "conflict" => "outcome-conflict",
        _ => "record-undetermined",
    };
    words.say(key)
}

/// Verdicts by their codes.
#[must_use]
pub fn verdicts_named(words: &Words, codes: &[String]) -> String {
    let said: Vec<String> = codes
        .iter()
        .map(|code| verdict_named(words, code))
        .collect();
    words.any_of(&said)
}

/// A ground by its name; `None` when there is none.
#[must_use]
pub fn ground(lawbook: &Lawbook, lang: Lang, name: &str) -> Option<String> {
    let found = lawbook
        .grounds
        .iter()
        .find(|(_, ground)| ground.name == name);
    match found {
        Some((_, ground)) => Some(ground.label.get(lang).to_owned()),
        None if name == "none" => None,
        None => Some(name.to_owned()),
    }
}

/// What happened, by its code.
#[must_use]
pub fn event(words: &Words, code: &str) -> String {
    let Some(kind) = EventKind::parse(code) else {
        return code.to_owned();
    };
    words.say(match kind {
        EventKind::Opened => "record-event-opened",
        EventKind::Decided => "record-event-decided",
        EventKind::Confirmed => "record-event-confirmed",
        EventKind::Notified => "record-event-notified",
        EventKind::Corrected => "record-event-corrected",
        EventKind::Stated => "record-event-stated",
        EventKind::AppealReceived => "record-event-appeal-received",
        EventKind::AppealDecided => "record-event-appeal-decided",
        EventKind::ObjectionReceived => "record-event-objection-received",
        EventKind::ObjectionDecided => "record-event-objection-decided",
        EventKind::ComplaintReceived => "record-event-complaint-received",
        EventKind::DebriefOffered => "record-event-debrief-offered",
        EventKind::DeadlineSet => "record-event-deadline-set",
        EventKind::Held => "record-event-held",
        EventKind::HoldReviewed => "record-event-hold-reviewed",
        EventKind::HoldEnded => "record-event-hold-ended",
        EventKind::HoldLapsed => "record-event-hold-lapsed",
        EventKind::Closed => "record-event-closed",
        EventKind::Erased => "record-event-erased",
    })
}

/// A field of free text, by its code.
#[must_use]
pub fn field(words: &Words, code: &str) -> String {
    words.say(match code {
        "words" => "record-field-words",
        "reason" => "record-field-reason",
        "note_to_reviewer" => "record-field-note",
        _ => "record-field-facts",
    })
}

/// What somebody may not do.
#[must_use]
pub fn operation(words: &Words, operation: Operation) -> String {
    words.say(match operation {
        Operation::Create => "record-may-create",
        Operation::Decide => "record-may-decide",
        Operation::Confirm => "record-may-confirm",
        Operation::Notify => "record-may-notify",
        Operation::Correct => "record-may-correct",
        Operation::Override => "record-may-override",
        Operation::Statement => "record-may-statement",
        Operation::Receive => "record-may-receive",
        Operation::Review => "record-may-review",
        Operation::Deadline => "record-may-deadline",
        Operation::Close => "record-may-close",
        Operation::Find => "record-may-find",
        Operation::Show => "record-may-show",
        Operation::Reveal => "record-may-reveal",
        Operation::RevealSuperseded => "record-may-reveal-superseded",
        Operation::Hold => "record-may-hold",
        Operation::Erase => "record-may-erase",
        Operation::ExportAccess => "record-may-export-access",
        Operation::Packet => "record-may-packet",
        Operation::Journal => "record-may-journal",
        Operation::Statistics => "record-may-statistics",
        Operation::Retention => "record-may-retention",
        Operation::Backup => "record-may-backup",
    })
}

/// How something is said to the customer.
#[must_use]
pub fn channel(words: &Words, channel: Channel) -> String {
    words.say(match channel {
        Channel::Spoken => "channel-spoken",
        Channel::SpokenAgitated => "channel-spoken-agitated",
        Channel::SpokenEnding => "channel-spoken-ending",
        Channel::Sms => "channel-sms",
        Channel::Email => "channel-email",
        Channel::Letter => "channel-letter",
        Channel::Counter => "channel-counter",
        Channel::Exclusion => "channel-exclusion",
        Channel::Agent => "channel-agent",
    })
}

/// A channel by its code.
#[must_use]
pub fn channel_named(words: &Words, code: &str) -> String {
    let known = Channel::ALL.into_iter().find(|each| each.name() == code);
    known.map_or_else(|| code.replace('_', " "), |each| channel(words, each))
}
