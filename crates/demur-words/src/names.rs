//! Verdicts, layers and other words of the engine as people say them.

use demur_app::lawbook::{Confidence, Cost, Tier, Verdict, Within};
use demur_app::syntax::tree::Unit;

use crate::sheet::Tone;
use crate::words::Words;

mod record;

pub use record::*;

/// A verdict as a headline.
#[must_use]
pub fn verdict(words: &Words, verdict: Verdict) -> String {
    words.say(match verdict {
        Verdict::MustServe => "verdict-must-serve",
        Verdict::NotJustified => "verdict-not-justified",
        Verdict::MayRefuseAfter => "verdict-may-refuse-after",
        Verdict::MayRefuse => "verdict-may-refuse",
        Verdict::MustRefuse => "verdict-must-refuse",
        Verdict::Conflict => "verdict-conflict",
    })
}

/// A verdict in the middle of a sentence.
#[must_use]
pub fn outcome(words: &Words, verdict: Verdict) -> String {
    words.say(match verdict {
        Verdict::MustServe => "outcome-must-serve",
        Verdict::NotJustified => "outcome-not-justified",
        Verdict::MayRefuseAfter => "outcome-may-refuse-after",
        Verdict::MayRefuse => "outcome-may-refuse",
        Verdict::MustRefuse => "outcome-must-refuse",
        Verdict::Conflict => "outcome-conflict",
    })
}

/// How a verdict sounds.
#[must_use]
pub fn tone(verdict: Option<Verdict>) -> Tone {
    match verdict {
        Some(Verdict::MustServe | Verdict::NotJustified) => Tone::Serve,
        Some(Verdict::MayRefuseAfter | Verdict::MayRefuse) => Tone::May,
        Some(Verdict::MustRefuse) => Tone::Refuse,
        Some(Verdict::Conflict) | None => Tone::Open,
    }
}

/// Who speaks on a layer.
#[must_use]
pub fn tier(words: &Words, tier: Tier) -> String {
    words.say(match tier {
        Tier::Law => "tier-law",
        Tier::Code => "tier-code",
        Tier::House => "tier-house",
        Tier::Standard => "tier-standard",
    })
}

/// How sure the author of a norm was.
#[must_use]
pub fn confidence(words: &Words, confidence: Confidence) -> String {
    words.say(match confidence {
        Confidence::Verified => "confidence-verified",
        Confidence::Recalled => "confidence-recalled",
        Confidence::Contested => "confidence-contested",
    })
}

/// What asking costs.
#[must_use]
pub fn cost(words: &Words, cost: Cost) -> String {
    words.say(match cost {
        Cost::Seen => "cost-seen",
        Cost::Ask => "cost-ask",
        Cost::Lookup => "cost-lookup",
        Cost::Intrusive => "cost-intrusive",
    })
}

/// A time limit.
#[must_use]
pub fn within(words: &Words, within: Within) -> String {
    let key = match within.unit {
        Unit::Hours => "within-hours",
        Unit::Days => "within-days",
        Unit::WorkingDays => "within-working-days",
        Unit::Weeks => "within-weeks",
        Unit::Months => "within-months",
    };
    words.fill(key, &[("n", within.count.into())])
}
