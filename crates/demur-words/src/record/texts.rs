//! Contact and texts of a case file, once somebody may see them.

use demur_app::store::Texts;

use crate::names;
use crate::sheet::Sheet;
use crate::words::Words;

/// Contact and texts: everything that was sealed.
#[must_use]
pub fn sheet(texts: &Texts, words: &Words) -> Sheet {
    titled(texts, "record-texts", words)
}

/// The same under another title.
pub(super) fn titled(texts: &Texts, title: &str, words: &Words) -> Sheet {
    let mut sheet = Sheet::new();
    let page = &mut sheet;
    page.part(&words.say(title));
    if let Some(identity) = &texts.identity {
        let name = identity.name.clone().unwrap_or_default();
        let contacts: Vec<String> = identity
            .contacts
            .iter()
            .map(|contact| contact.value.clone())
            .collect();
        let gaps = [
            ("name", name.into()),
            ("contact", contacts.join(", ").into()),
        ];
        page.item(&words.fill("record-customer", &gaps));
    }
    let named = [
        ("record-text-facts", &texts.facts),
        ("record-text-words", &texts.words),
        ("record-text-reason", &texts.reason),
        ("record-text-note", &texts.note_to_reviewer),
    ];
    for (key, text) in named {
        if let Some(text) = text {
            page.item(&words.fill(key, &[("text", text.as_str().into())]));
        }
    }
    for statement in &texts.statements {
        page.item(&words.fill(
            "record-text-statement",
            &[("text", statement.as_str().into())],
        ));
    }
    for review in &texts.reviews {
        page.item(&words.fill("record-text-review", &[("text", review.as_str().into())]));
    }
    for notice in &texts.notices {
        page.part(&words.fill(
            "record-text-notice",
            &[(
                "channel",
                names::channel_named(words, &notice.channel).into(),
            )],
        ));
        page.verbatim(&notice.text);
    }
    sheet
}
