//! What a person decided, as it is typed.

use demur_app::record::Decided;
use demur_app::store::Choice;

/// How a person says what they decided.
#[derive(Debug, clap::Args)]
pub(super) struct DecisionArgs {
    /// Why, in your own words: 40 to 600 characters
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
    /// Why you refuse although the opinion does not carry it: 20 to 600 characters
    #[arg(long, value_name = "WORDS")]
    reason: Option<String>,
    /// The ground of the refusal [default: the one that the opinion found]
    #[arg(long, value_name = "GROUND", hide_default_value = true)]
    ground: Option<String>,
    /// What was offered instead, such as another_time; may be repeated
    #[arg(long, value_name = "NAME")]
    offered: Vec<String>,
    /// An adjustment was offered; which one is never kept
    #[arg(long)]
    adjustment_offered: bool,
}

/// A choice by its name, also with a hyphen.
pub(super) fn choice(text: &str) -> Result<Choice, String> {
    Choice::parse(&text.replace('-', "_")).ok_or_else(|| {
        let known = Choice::ALL
            .iter()
            .map(|each| each.as_str().replace('_', "-"));
        format!("one of {}", known.collect::<Vec<_>>().join(", "))
    })
}

impl DecisionArgs {
    /// The decision; its words are the person's or there are none, which the record refuses.
    pub(super) fn decided(&self, choice: Choice) -> Decided {
        Decided {
            choice,
            words: self.words.clone().unwrap_or_default(),
            reason: self.reason.clone(),
            ground: self.ground.clone(),
            alternatives: self.offered.clone(),
            adjustment_offered: self.adjustment_offered.then_some(true),
        }
    }
}
