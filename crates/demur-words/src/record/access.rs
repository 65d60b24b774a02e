//! Everything that is held about a person, for that person to read (GDPR, article 15).

use demur_app::lawbook::Lawbook;
use demur_app::record::explain;
use demur_app::store::{AccessCase, AccessExport, Viewed};

use super::file;
use super::texts;
use crate::names;
use crate::sheet::Sheet;
use crate::words::Words;

/// The answer to somebody who asked what is held about them.
#[must_use]
pub fn sheet(export: &AccessExport, lawbook: &Lawbook, words: &Words) -> Sheet {
    let mut sheet = Sheet::new();
    sheet.title(&words.say("record-access"));
    let gaps = [
        ("day", export.made_on.to_string().into()),
        ("n", export.cases.len().into()),
    ];
    sheet.paragraph(&words.fill("record-access-lead", &gaps));
    for case in &export.cases {
        sheet.gap();
        about(case, lawbook, words, &mut sheet);
    }
    sheet.gap();
    sheet.part(&words.say("record-access-recipients"));
    if export.recipients.is_empty() {
        sheet.item(&words.say("record-access-nobody"));
    }
    export.recipients.iter().for_each(|who| sheet.item(who));
    sheet.part(&words.say("record-access-sources"));
    for source in &export.sources {
        sheet.item(&words.say(match *source {
            "the_person" => "record-access-from-you",
            _ => "record-access-from-staff",
        }));
    }
    sheet.part(&words.say("record-access-rights"));
    for right in export.rights {
        sheet.item(&words.say(match *right {
            "access" => "record-right-access",
            "rectification" => "record-right-rectification",
            "erasure" => "record-right-erasure",
            "restriction" => "record-right-restriction",
            "objection" => "record-right-objection",
            _ => "record-right-complaint",
        }));
    }
    let gaps = [("day", export.delete_on.to_string().into())];
    sheet.paragraph(&words.fill("record-access-copy", &gaps));
    sheet
}

fn about(case: &AccessCase, lawbook: &Lawbook, words: &Words, sheet: &mut Sheet) {
    let explained = explain(&case.file);
    let shown = file::Shown {
        file: &case.file,
        explained: &explained,
        texts: None,
        lawbook,
    };
    sheet.append(file::sheet(&shown, words));
    sheet.append(texts::titled(&case.texts, "record-access-texts", words));
    sheet.part(&words.say("record-access-viewed"));
    if case.viewed.is_empty() {
        sheet.item(&words.say("record-access-unseen"));
    }
    for look in &case.viewed {
        sheet.item(&viewed(look, words));
    }
}

fn viewed(look: &Viewed, words: &Words) -> String {
    let what = words.say(match look.event.as_str() {
        "superseded_read" => "record-look-superseded",
        "access_exported" => "record-look-access",
        "packet_built" => "record-look-packet",
        _ => "record-look-texts",
    });
    let gaps = [
        ("when", look.utc.as_str().into()),
        ("role", names::role_named(words, &look.role).into()),
        ("what", what.into()),
    ];
    words.fill("record-look", &gaps)
}
