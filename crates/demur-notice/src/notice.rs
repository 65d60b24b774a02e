//! A notice, block by block, and what staff have to know about it.

use crate::need::Plan;
use crate::{Address, Channel, Lang, Part, Scenario, Text};

/// What is said to the customer, ready to be said, sent or printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What kind of refusal it explains.
    pub scenario: Scenario,
    /// How it reaches the customer.
    pub channel: Channel,
    /// Its language.
    pub lang: Lang,
    /// How it addresses the customer, in Polish.
    pub address: Address,
    /// Its words, block by block.
    pub blocks: Vec<Block>,
    /// Slots without a value, each once, in the order of the text.
    pub missing: Vec<&'static str>,
    /// What staff have to know before they use it.
    pub remarks: Vec<Remark>,
    /// What it had to contain.
    pub plan: Plan,
}

/// A piece of a notice that stands on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub kind: BlockKind,
    /// Its words, in order.
    pub runs: Vec<Run>,
}

/// Where a block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// One line above the salutation.
    Head,
    /// The salutation.
    Salutation,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// One line of the closing and the signature.
    Closing,
    /// One line below the signature.
    Foot,
}

/// Words that serve one part and come from one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The part.
    pub part: Part,
    /// The slot that was filled in; `None` for the words of the template.
    pub slot: Option<&'static str>,
    /// The words.
    pub words: String,
}

impl Block {
    /// Its words as one string.
    #[must_use]
    pub fn words(&self) -> String {
        self.runs.iter().map(|run| run.words.as_str()).collect()
    }

    /// Whether it shows this slot.
    #[must_use]
    pub fn shows(&self, slot: &str) -> bool {
        self.runs.iter().any(|run| run.slot == Some(slot))
    }
}

/// What staff have to know before they use a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The norm that is named was not seen, or is in dispute.
    UncertainRule {
        /// Its id.
        norm: String,
        /// Where it is written.
        cite: String,
    },
    /// A duty that the notice itself does not meet: another thing to do.
    AlsoDo {
        /// In words.
        label: String,
        /// By when, as an ISO 8601 duration.
        within: Option<String>,
    },
    /// A duty that wants writing, while the channel is speech.
    WantsWriting {
        /// In words.
        label: String,
    },
    /// Something that must not be said.
    NeverSay {
        /// In words.
        label: String,
    },
    /// Nobody is named who could help instead.
    NobodyNamed,
    /// Nothing else is offered yet, and this could be; in words for staff.
    CouldOffer(Vec<String>),
}

impl Notice {
    /// Its words, with the places of slots and parts.
    #[must_use]
    pub fn text(&self) -> Text {
        let mut text = Text::default();
        let mut before: Option<&Block> = None;
        for block in &self.blocks {
            if let Some(before) = before {
                text.push(self.gap(before.kind, block.kind));
            }
            if block.kind == BlockKind::Item {
                text.push("- ");
            }
            push_runs(&mut text, &block.runs);
            before = Some(block);
        }
        text
    }

    fn gap(&self, before: BlockKind, after: BlockKind) -> &'static str {
        use BlockKind::{Item, Paragraph};
        match (before, after) {
            _ if self.channel == Channel::Sms || self.channel.is_spoken() => " ",
            (Paragraph | Item, Item) => "\n",
            (Paragraph, Paragraph) if self.channel == Channel::Counter => "\n",
            (before, after) if before == after && before != Paragraph => "\n",
            _ => "\n\n",
        }
    }
}

/// Neighbouring runs of one part are one place of that part.
fn push_runs(text: &mut Text, runs: &[Run]) {
    for group in runs.chunk_by(|a, b| a.part == b.part) {
        let mut place: Option<std::ops::Range<usize>> = None;
        for run in group {
            let range = match run.slot {
                Some(slot) => text.push_slot(slot, &run.words),
                None => text.push(&run.words),
            };
            let start = place.map_or(range.start, |place| place.start);
            place = Some(start..range.end);
        }
        if let (Some(place), Some(run)) = (place, group.first()) {
            text.mark(run.part, place);
        }
    }
}
