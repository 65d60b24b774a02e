//! The places of a notice that somebody fills in.

use demur_app::notices::{Notice, Slot, SlotKind, Values};
use demur_words::Words;
use demur_words::notice::lang;

/// Places that a written notice leaves out when they are empty, and that are worth asking for.
const WORTH_ASKING: [&str; 2] = ["customer_name", "customer_address"];

/// A place with what stands in it.
pub(super) struct Place {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) value: String,
    /// What stands in the text when nothing is filled in.
    pub(super) otherwise: Option<String>,
    pub(super) is_day: bool,
    pub(super) is_long: bool,
}

/// The places of a notice.
pub(super) struct Places {
    /// Still in brackets.
    pub(super) open: Vec<Place>,
    /// In the text, or worth asking for.
    pub(super) filled: Vec<Place>,
    /// Filled in and of no use for this notice; another one may need them.
    pub(super) aside: Vec<(&'static str, String)>,
}

/// Sorts the places for a page.
pub(super) fn places(notice: Option<&Notice>, values: &Values, words: &Words) -> Places {
    let open: Vec<&str> = notice.map_or_else(Vec::new, |notice| notice.missing.clone());
    let text = notice.map(Notice::text);
    let mut shown: Vec<(&str, Option<String>)> = Vec::new();
    for span in text.iter().flat_map(|text| text.slots()) {
        let known = shown.iter().any(|(name, _)| *name == span.name);
        if !known && !open.contains(&span.name.as_str()) {
            let content = text.as_ref().map_or("", |text| text.content());
            let words = content.get(span.range.clone()).unwrap_or_default();
            shown.push((&span.name, Some(words.to_owned())));
        }
    }
    if notice.is_some_and(|notice| notice.channel.is_framed()) {
        for name in WORTH_ASKING {
            let known = open.contains(&name) || shown.iter().any(|(shown, _)| *shown == name);
            shown.extend((!known).then_some((name, None)));
        }
    }
    let place = |name: &str, words_in_text: Option<String>| {
        let slot = Slot::find(name)?;
        let value = values.get(name).unwrap_or_default().to_owned();
        Some(Place {
            name: slot.name,
            label: sentence_case(slot.label(lang(words))),
            otherwise: words_in_text.filter(|_| value.is_empty()),
            is_day: slot.kind == SlotKind::Date && (value.is_empty() || is_day(&value)),
            is_long: slot.kind == SlotKind::Sentences,
            value,
        })
    };
    let filled: Vec<Place> = shown
        .iter()
        .filter_map(|(name, text)| place(name, text.clone()))
        .collect();
    let open: Vec<Place> = open.iter().filter_map(|name| place(name, None)).collect();
    let is_shown = |name: &str| open.iter().chain(&filled).any(|place| place.name == name);
    let aside = values.iter().filter(|(name, _)| !is_shown(name));
    let aside = aside
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    Places {
        open,
        filled,
        aside,
    }
}

/// A label stands alone on the page.
fn sentence_case(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// What a field for days can show.
fn is_day(text: &str) -> bool {
    text.parse::<jiff::civil::Date>().is_ok()
}

/// The places that still stand in brackets in a text, by their labels there.
pub(super) fn brackets(notice: Option<&Notice>, text: &str) -> Vec<String> {
    let Some(notice) = notice else {
        return Vec::new();
    };
    let labels = notice.missing.iter().filter_map(|name| Slot::find(name));
    let labels = labels.map(|slot| slot.label(notice.lang));
    let open = labels.filter(|label| text.contains(&format!("[{label}]")));
    open.map(str::to_owned).collect()
}
