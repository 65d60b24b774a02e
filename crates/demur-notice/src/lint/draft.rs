//! A text prepared for all rules at once.

use std::cell::OnceCell;
use std::ops::Range;

use super::folded::Folded;
use super::readability::measure;
use super::tokens::{Sentence, sentences};
use super::{Context, Readability};
use crate::text::SlotSpan;
use crate::{Part, Scenario, Text};

/// Values that are quoted rather than said: titles of statutes, names of goods.
const QUOTED: [&str; 3] = ["rule_name", "rule_plain", "request"];

/// A text prepared for all rules at once.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    pub(crate) text: &'a Text,
    pub(crate) context: &'a Context,
    pub(crate) folded: Folded,
    pub(crate) sentences: Vec<Sentence>,
    /// Values of slots, those of a text edited by hand too.
    pub(crate) slots: Vec<SlotSpan>,
    masked: OnceCell<Masked>,
}

/// The text with each quoted value in place of one short word, of the same length.
#[derive(Debug)]
pub(crate) struct Masked {
    pub(crate) content: String,
    pub(crate) folded: Folded,
    pub(crate) sentences: Vec<Sentence>,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(text: &'a Text, context: &'a Context) -> Self {
        Self {
            text,
            context,
            folded: Folded::new(text.content()),
            sentences: sentences(text.content(), context.lang),
            slots: slots(text, context),
            masked: OnceCell::new(),
        }
    }

    pub(crate) fn content(&self) -> &'a str {
        self.text.content()
    }

    pub(crate) fn words(&self) -> usize {
        self.sentences.iter().map(|each| each.words.len()).sum()
    }

    /// Whether nothing but the words is known.
    pub(crate) fn is_plain(&self) -> bool {
        self.text.parts().is_empty() && self.slots.is_empty()
    }

    /// Whether the slot is filled and its value stands in the text.
    pub(crate) fn shows(&self, slot: &str) -> bool {
        self.value(slot).is_some()
    }

    /// The value of a slot, as it stands in the text.
    pub(crate) fn value(&self, slot: &str) -> Option<&'a str> {
        let found = self.slots.iter().filter(|each| each.name == slot);
        let mut values = found.filter_map(|each| self.content().get(each.range.clone()));
        values.find(|value| !value.trim().is_empty())
    }

    pub(crate) fn has(&self, part: Part) -> bool {
        let mut spans = self.text.parts().iter().filter(|span| span.part == part);
        spans.any(|span| {
            let words = self.content().get(span.range.clone()).unwrap_or_default();
            words.chars().any(char::is_alphanumeric)
        })
    }

    /// The slot whose value covers this place.
    pub(crate) fn slot_at(&self, place: &Range<usize>) -> Option<&str> {
        let covers =
            |each: &&SlotSpan| each.range.start <= place.start && place.end <= each.range.end;
        let found = self.slots.iter().filter(|each| !each.range.is_empty());
        found.clone().find(covers).map(|each| each.name.as_str())
    }

    pub(crate) fn masked(&self) -> &Masked {
        self.masked.get_or_init(|| self.mask())
    }

    /// How it reads without quoted values.
    pub(crate) fn readability(&self) -> Option<Readability> {
        let masked = self.masked();
        let to_a_minor = self.context.scenario == Some(Scenario::AbuseBanMinor);
        measure(
            &masked.content,
            &masked.sentences,
            self.context.lang,
            to_a_minor,
        )
    }

    fn mask(&self) -> Masked {
        let quoted = self
            .slots
            .iter()
            .filter(|each| QUOTED.contains(&each.name.as_str()));
        let mut ranges: Vec<Range<usize>> = quoted.map(|each| each.range.clone()).collect();
        ranges.sort_by_key(|range| range.start);
        let mut content = String::with_capacity(self.content().len());
        for range in ranges {
            if range.start >= content.len() && !range.is_empty() {
                let between = content.len()..range.start;
                content.push_str(self.content().get(between).unwrap_or_default());
                content.push('x');
                content.extend(std::iter::repeat_n(' ', range.len() - 1));
            }
        }
        let rest = self.content().get(content.len()..).unwrap_or_default();
        content.push_str(rest);
        Masked {
            folded: Folded::new(&content),
            sentences: sentences(&content, self.context.lang),
            content,
        }
    }

    /// The sentence around a place; the place itself if there is none.
    pub(crate) fn sentence_at(&self, place: &Range<usize>) -> Range<usize> {
        let covers =
            |each: &&Sentence| each.range.start <= place.start && place.start < each.range.end;
        let found = self.sentences.iter().find(covers);
        found.map_or_else(
            || place.clone(),
            |each| each.range.start..each.range.end.max(place.end),
        )
    }
}

fn slots(text: &Text, context: &Context) -> Vec<SlotSpan> {
    let mut found = text.slots().to_vec();
    let known = context
        .slots
        .iter()
        .filter(|(_, value)| !value.trim().is_empty());
    for (name, value) in known {
        let hits = text.content().match_indices(value.trim());
        let spans = hits.map(|(start, words)| SlotSpan {
            name: name.clone(),
            range: start..start + words.len(),
        });
        let new: Vec<SlotSpan> = spans.filter(|span| !found.contains(span)).collect();
        found.extend(new);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn quoted_values_are_masked_and_keep_their_places() {
        let text = Text::plain("Zabrania tego ustawa o wychowaniu w trzeźwości. Żal.");
        let mut context = Context::new(Lang::Pl);
        let law = "ustawa o wychowaniu w trzeźwości".to_owned();
        context.slots.insert("rule_name".to_owned(), law);
        let draft = Draft::new(&text, &context);
        let masked = &draft.masked().content;
        assert_eq!(masked.len(), text.content().len());
        assert_eq!(masked.find("Żal"), text.content().find("Żal"));
        assert!(masked.starts_with("Zabrania tego x   "));
        assert_eq!(draft.slot_at(&(20..24)), Some("rule_name"));
    }
}
