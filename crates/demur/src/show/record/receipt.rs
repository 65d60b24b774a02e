//! The answer to a write: the number, what the customer takes along, warnings.

use std::io::{self, Write};

use demur_app::store::{Choice, Deviation, Notice, Receipt};
use serde_json::{Value, json};

use super::names;
use crate::context::Context;
use crate::show::page::Page;

/// What was written.
pub(crate) struct Shown<'a> {
    /// The store's answer.
    pub(crate) receipt: &'a Receipt,
    /// What was decided, if it was now.
    pub(crate) choice: Option<Choice>,
    /// The verdict of the opinion.
    pub(crate) verdict: &'a str,
    /// The notice that was written now.
    pub(crate) notice: Option<&'a Notice>,
}

/// Writes the answer.
pub(crate) fn write(shown: &Shown<'_>, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    if context.wants_json() {
        return writeln!(out, "{}", document(shown)?);
    }
    let words = &context.words;
    let receipt = shown.receipt;
    let mut page = Page::new(context.look);
    let verdict = names::verdict(words, shown.verdict);
    let mut gaps = vec![
        ("case", receipt.case.as_str().into()),
        ("verdict", verdict.into()),
    ];
    let key = match (shown.choice, shown.notice) {
        (Some(choice), _) => {
            gaps.push(("choice", names::choice(words, choice).into()));
            "record-decided"
        }
        (None, None) if receipt.version == 1 => "record-opened",
        (None, _) => "record-told",
    };
    page.paragraph(&words.fill(key, &gaps));
    if receipt.against_must_serve {
        page.part(&words.say("record-warning"));
        page.item(&words.say("record-against-must-serve"));
    } else if receipt.deviation == Some(Deviation::TowardsRefusing) {
        page.part(&words.say("record-warning"));
        page.item(&words.say("record-towards-refusing"));
    } else if receipt.deviation == Some(Deviation::TowardsServing) {
        page.part(&words.say("record-warning"));
        page.item(&words.say("record-towards-serving"));
    }
    if let Some(letter) = &receipt.letter {
        page.part(&words.say("record-for-customer"));
        page.item(&words.fill(
            "record-letter-case",
            &[("case", letter.case.as_str().into())],
        ));
        page.item(&words.fill(
            "record-letter-code",
            &[("code", letter.code.as_str().into())],
        ));
        page.item(&words.say("record-letter-why"));
    }
    if let Some(notice) = shown.notice {
        page.part(&words.say("record-notice"));
        page.verbatim(&notice.text);
    }
    out.write_all(page.finish().as_bytes())
}

fn document(shown: &Shown<'_>) -> io::Result<Value> {
    let mut document = serde_json::to_value(shown.receipt)?;
    if let Some(map) = document.as_object_mut() {
        map.insert("verdict".to_owned(), json!(shown.verdict));
        if let Some(choice) = shown.choice {
            map.insert("choice".to_owned(), json!(choice));
        }
        if let Some(notice) = shown.notice {
            map.insert("notice".to_owned(), serde_json::to_value(notice)?);
        }
    }
    Ok(document)
}
