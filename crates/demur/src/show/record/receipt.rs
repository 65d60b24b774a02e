//! The answer to a write, for people or for programs.

use std::io::{self, Write};

use demur_words::record::receipt::{Shown, sheet};
use serde_json::{Value, json};

use crate::context::Context;
use crate::show::page;

/// Writes the answer.
pub(crate) fn write(shown: &Shown<'_>, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    if context.wants_json() {
        return writeln!(out, "{}", document(shown)?);
    }
    let page = page::drawn(&sheet(shown, &context.words), context.look);
    out.write_all(page.as_bytes())
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
