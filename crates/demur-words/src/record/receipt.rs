//! The answer to a write: the number, what the customer takes along, warnings.

use demur_app::store::{Choice, Deviation, Notice, Receipt};

use crate::names;
use crate::sheet::Sheet;
use crate::words::Words;

/// What was written.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The store's answer.
    pub receipt: &'a Receipt,
    /// What was decided, if it was now.
    pub choice: Option<Choice>,
    /// The verdict of the opinion, by its code.
    pub verdict: &'a str,
    /// The notice that was written now.
    pub notice: Option<&'a Notice>,
}

/// What was written, in a line.
#[must_use]
pub fn headline(shown: &Shown<'_>, words: &Words) -> String {
    let receipt = shown.receipt;
    let verdict = names::verdict_named(words, shown.verdict);
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
    words.fill(key, &gaps)
}

/// What has to be thought of when the decision is not what the opinion says.
#[must_use]
pub fn warning(receipt: &Receipt, words: &Words) -> Option<String> {
    let key = match receipt.deviation {
        _ if receipt.against_must_serve => "record-against-must-serve",
        Some(Deviation::TowardsRefusing) => "record-towards-refusing",
        Some(Deviation::TowardsServing) => "record-towards-serving",
        _ => return None,
    };
    Some(words.say(key))
}

/// The whole answer.
#[must_use]
pub fn sheet(shown: &Shown<'_>, words: &Words) -> Sheet {
    let receipt = shown.receipt;
    let mut sheet = Sheet::new();
    sheet.paragraph(&headline(shown, words));
    if let Some(warning) = warning(receipt, words) {
        sheet.part(&words.say("record-warning"));
        sheet.item(&warning);
    }
    if let Some(letter) = &receipt.letter {
        sheet.part(&words.say("record-for-customer"));
        let case = [("case", letter.case.as_str().into())];
        sheet.item(&words.fill("record-letter-case", &case));
        let code = [("code", letter.code.as_str().into())];
        sheet.item(&words.fill("record-letter-code", &code));
        sheet.item(&words.say("record-letter-why"));
    }
    if let Some(notice) = shown.notice {
        sheet.part(&words.say("record-notice"));
        sheet.verbatim(&notice.text);
    }
    sheet
}
