//! How each kind of rule looks at a text.

mod address;
mod forbid;
mod identifiers;
pub(super) mod measure;
mod passive;
mod require;
mod sms;
mod structure;

use std::ops::Range;

use super::draft::Draft;
use super::rule::{Check, Rule};
use super::{Finding, Level, Lint, Place, Rewrite, Wording};

/// A rule at work on a text.
pub(crate) struct Job<'a> {
    pub(crate) lint: &'a Lint,
    pub(crate) rule: &'a Rule,
    pub(crate) level: Level,
    pub(crate) draft: &'a Draft<'a>,
}

/// What a rule finds, if it applies.
pub(crate) fn run(lint: &Lint, rule: &Rule, draft: &Draft<'_>) -> Vec<Finding> {
    let Some(level) = rule.level_in(draft.context) else {
        return Vec::new();
    };
    let job = Job {
        lint,
        rule,
        level,
        draft,
    };
    match rule.check {
        Check::Forbid => forbid::words(&job),
        Check::Contacts => forbid::persons(&job),
        Check::Require => require::any(&job),
        Check::RequireAll => require::all(&job),
        Check::DecisionEarly => structure::decision_early(&job),
        Check::ReviewDeadlines => structure::review_deadlines(&job),
        Check::ExclusionScope => structure::exclusion_scope(&job),
        Check::Reasons => structure::reasons(&job),
        Check::OneAddress => address::one(&job),
        Check::Length => measure::length(&job),
        Check::SentenceLength => measure::sentences(&job),
        Check::Readability => measure::readability(&job),
        Check::Paragraphs => measure::paragraphs(&job),
        Check::PassiveShare => passive::share(&job),
        Check::SmsParts => sms::parts(&job),
        Check::Identifiers => identifiers::find(&job),
        // The lint itself looks at suppressions, after all rules.
        Check::Suppressions => Vec::new(),
    }
}

impl Job<'_> {
    /// A finding at a place, with the words there in the gap `{hit}`.
    pub(crate) fn at(&self, place: Range<usize>) -> Finding {
        let hit = self.draft.content().get(place.clone()).unwrap_or_default();
        let slot = self.draft.slot_at(&place).map(str::to_owned);
        Finding {
            message: self.rule.message().fill(&[("hit", squeezed(hit))]),
            slot,
            ..finding(
                self.rule,
                self.level,
                Place::new(self.draft.content(), place),
            )
        }
    }

    /// A finding about the text as a whole.
    pub(crate) fn whole(&self) -> Finding {
        let message = self.rule.message();
        Finding {
            message,
            ..finding(
                self.rule,
                self.level,
                Place::new(self.draft.content(), 0..0),
            )
        }
    }

    /// A finding about the text as a whole that counts something.
    pub(crate) fn counted(&self, value: &str, limit: &str) -> Finding {
        filled(self.whole(), value, limit)
    }
}

/// The gaps `{value}` and `{limit}` of its message filled.
pub(crate) fn filled(finding: Finding, value: &str, limit: &str) -> Finding {
    let gaps = [("value", value.to_owned()), ("limit", limit.to_owned())];
    Finding {
        message: finding.message.fill(&gaps),
        ..finding
    }
}

pub(crate) fn finding(rule: &Rule, level: Level, place: Place) -> Finding {
    let hint = rule.hint();
    Finding {
        rule: rule.id().to_owned(),
        level,
        place,
        message: rule.message(),
        why: rule.why(),
        source: rule.source().to_owned(),
        suggestion: (hint != Wording::default()).then_some(Rewrite::Advise(hint)),
        slot: None,
        allowed: None,
    }
}

/// One line, not longer than a message bears.
fn squeezed(words: &str) -> String {
    const LONGEST: usize = 60;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    line.chars().take(LONGEST).chain(['…']).collect()
}
