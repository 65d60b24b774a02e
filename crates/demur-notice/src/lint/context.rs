//! What is known about a text besides its words.

use std::collections::BTreeMap;

use super::Suppression;
use crate::{Address, Channel, Lang, Notice, Scenario};

/// What is known about a text besides its words. Only the language has to be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The language of the text.
    pub lang: Lang,
    /// How it reaches the customer. A text without a channel is judged as an e-mail, but for
    /// its length.
    pub channel: Option<Channel>,
    /// What kind of refusal it explains. Without it, rules for single scenarios are silent.
    pub scenario: Option<Scenario>,
    /// How a Polish text addresses its reader.
    pub address: Option<Address>,
    /// Values of slots that the text should hold, by the name of the slot. For text that was
    /// edited by hand; a rendered [`Text`](crate::Text) knows its slots itself.
    pub slots: BTreeMap<String, String>,
    /// E-mail addresses, telephone numbers and links that may stand in the text; none if
    /// nothing is known about them.
    pub contacts: Option<Vec<String>>,
    /// What the plan of the notice knows.
    pub plan: Plan,
    /// Findings that somebody allowed, with the reason.
    pub suppressions: Vec<Suppression>,
}

/// What the plan of a notice knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The law forbids to give the reason.
    pub reasons_restricted: bool,
    /// How many reasons the case has.
    pub number_of_reasons: Option<usize>,
    /// Whether there is anything to offer here; `Some(false)` is a decision, not an omission.
    pub has_alternative: Option<bool>,
    /// Why no other provider is named.
    pub no_provider_because: Option<String>,
    /// The longest exclusion that the firm allows itself, in days.
    pub longest_exclusion: Option<u32>,
}

impl Context {
    /// A text of which only the language is known.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            channel: None,
            scenario: None,
            address: None,
            slots: BTreeMap::new(),
            contacts: None,
            plan: Plan::default(),
            suppressions: Vec::new(),
        }
    }

    /// A notice that Demur wrote: every contact in it comes from a slot.
    #[must_use]
    pub fn of(notice: &Notice) -> Self {
        Self {
            channel: Some(notice.channel),
            scenario: Some(notice.scenario),
            address: Some(notice.address),
            contacts: Some(Vec::new()),
            ..Self::new(notice.lang)
        }
    }

    /// The same, for a channel.
    #[must_use]
    pub fn channel(mut self, channel: Channel) -> Self {
        self.channel = Some(channel);
        self
    }

    /// The same, for a scenario.
    #[must_use]
    pub fn scenario(mut self, scenario: Scenario) -> Self {
        self.scenario = Some(scenario);
        self
    }

    /// Whether the reason may not be told.
    pub(crate) fn is_restricted(&self) -> bool {
        self.plan.reasons_restricted || self.scenario == Some(Scenario::DutyAmlRestricted)
    }
}
