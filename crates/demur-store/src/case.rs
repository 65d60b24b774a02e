//! What goes into a case file: the words of the interface, all of them closed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::basis::Basis;
use crate::coded::coded;
use crate::contact::Identity;

coded! {
    /// Where a case file stands.
    State {
        /// There is an opinion, and nobody has decided.
        Open = "open",
        /// Somebody decided.
        Decided = "decided",
        /// The customer was told.
        Notified = "notified",
        /// The customer asks for review.
        Appealed = "appealed",
        /// The customer objects to the record.
        Objected = "objected",
        /// Nothing is outstanding.
        Closed = "closed",
    }
}

coded! {
    /// What a person decided.
    Choice {
        /// Serve the customer.
        Serve = "serve",
        /// Serve, but another way: later, elsewhere, by somebody else, in another form.
        ServeDifferently = "serve_differently",
        /// Do not serve.
        Refuse = "refuse",
    }
}

coded! {
    /// How a decision stands to the opinion.
    Deviation {
        /// It does what the opinion allows.
        None = "none",
        /// It refuses although the opinion does not carry that.
        TowardsRefusing = "towards_refusing",
        /// It serves although the opinion says that serving is forbidden.
        TowardsServing = "towards_serving",
    }
}

coded! {
    /// The answer to a ground test; it is about the decision, never about the customer (PR-07).
    Outcome {
        /// The protected ground plays no part in the decision.
        NotTheReason = "not_the_reason",
        /// It does, or may: there is no refusal.
        Stop = "stop",
    }
}

coded! {
    /// What happens in the life of a case file.
    EventKind {
        /// It was opened.
        Opened = "opened",
        /// Somebody decided.
        Decided = "decided",
        /// Somebody else confirmed the decision.
        Confirmed = "confirmed",
        /// The customer was told something.
        Notified = "notified",
        /// The facts were mended.
        Corrected = "corrected",
        /// The customer's statement was added.
        Stated = "stated",
        /// An appeal came in.
        AppealReceived = "appeal_received",
        /// An appeal was decided.
        AppealDecided = "appeal_decided",
        /// An objection came in.
        ObjectionReceived = "objection_received",
        /// An objection was decided.
        ObjectionDecided = "objection_decided",
        /// A complaint came in.
        ComplaintReceived = "complaint_received",
        /// An offer of a talk after abuse was made to staff.
        DebriefOffered = "debrief_offered",
        /// A deadline was set or done with.
        DeadlineSet = "deadline_set",
        /// The case file was held because of a dispute.
        Held = "held",
        /// The reason of a hold was looked at again.
        HoldReviewed = "hold_reviewed",
        /// A hold ended.
        HoldEnded = "hold_ended",
        /// A hold that nobody looked at again ended by itself.
        HoldLapsed = "hold_lapsed",
        /// Nothing is outstanding any more.
        Closed = "closed",
        /// Contact and texts were erased.
        Erased = "erased",
    }
}

/// One ground of the applicable act, and the answer of whoever decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroundTest {
    /// Name of the ground, out of the vocabulary that the store was opened with.
    pub ground: String,
    /// The answer.
    pub outcome: Outcome,
}

/// What a person decided, and why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What they decided.
    pub choice: Choice,
    /// Why, in their own words: 40 to 600 characters. Sealed.
    pub words: String,
    /// What was suggested to them, so that a mere copy is noticed. Not kept.
    #[serde(default)]
    pub suggestion: Option<String>,
    /// Why they refuse although the opinion does not carry it: 20 to 600 characters. Sealed.
    #[serde(default)]
    pub reason: Option<String>,
    /// The recognised ground on which a refusal rests.
    #[serde(default)]
    pub ground: Option<String>,
    /// Answers to the ground tests; a refusal needs them.
    #[serde(default)]
    pub grounds_tested: Vec<GroundTest>,
    /// What was offered instead, by names of the vocabulary.
    #[serde(default)]
    pub alternatives: Vec<String>,
    /// Whether an adjustment was offered; never which.
    #[serde(default)]
    pub adjustment_offered: Option<bool>,
    /// Seconds between the opinion and the decision, to notice rubber stamps.
    #[serde(default)]
    pub seconds: Option<i64>,
}

/// What the customer was told.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The text as it was said or sent. Sealed.
    pub text: String,
    /// Channel, by its name in the notices: `letter`, `spoken`.
    pub channel: String,
    /// Language, as in BCP 47: `pl`.
    pub language: String,
}

/// A day by which something has to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The last day.
    pub day: Date,
    /// What, by its name in the vocabulary: `reasons_on_request`.
    pub kind: String,
}

/// Protection of somebody who may be a child. No age (PR-38).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minor {
    /// A guardian knows; without that the child's contact is not looked up.
    pub guardian_notified: bool,
}

/// A new case file, with as much of its life as is known already.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewCase {
    /// Name of the site, as it leads the number of the case file.
    pub site: String,
    /// Why the record may be kept.
    pub basis: Basis,
    /// The situation, as a document of coded values.
    pub situation: Json,
    /// The opinion, with the hash of its lawbook.
    pub opinion: Json,
    /// Who the customer is, if that is known and needed.
    #[serde(default)]
    pub identity: Option<Identity>,
    /// What happened: up to 600 characters. Sealed and guarded.
    #[serde(default)]
    pub facts: Option<String>,
    /// For whoever looks at an appeal: up to 300 characters. Sealed and guarded.
    #[serde(default)]
    pub note_to_reviewer: Option<String>,
    /// The customer may be a child.
    #[serde(default)]
    pub minor: Option<Minor>,
    /// Last day of a warning or an exclusion, day of payment of a debt.
    #[serde(default)]
    pub runs_until: Option<Date>,
    /// What has to be done next.
    #[serde(default)]
    pub deadline: Option<Deadline>,
    /// What was decided, if it was.
    #[serde(default)]
    pub decision: Option<Decision>,
    /// What the customer was told, if anything.
    #[serde(default)]
    pub notices: Vec<Notice>,
}

/// The answer to a write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Number of the case file.
    pub case: String,
    /// Its version now; the next change names it.
    pub version: i64,
    /// Position of the entry in the journal.
    pub seq: i64,
    /// How the decision stands to the opinion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<Deviation>,
    /// The refusal goes against a duty to serve. It is the decision of the firm, and no law may be
    /// named as its reason.
    #[serde(default)]
    pub against_must_serve: bool,
    /// What the customer takes along: number, code and day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<crate::letter::Letter>,
}

/// What people wrote does not get into a log by way of `{:?}`.
macro_rules! hide {
    ($($name:ident: $shown:ident),+) => {
        $(impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name))
                    .field(stringify!($shown), &self.$shown)
                    .finish_non_exhaustive()
            }
        })+
    };
}
pub(crate) use hide;

hide!(Decision: choice, Notice: channel, NewCase: site);
