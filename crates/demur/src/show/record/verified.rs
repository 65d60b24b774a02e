//! What a verification found.

use std::io::{self, Write};

use demur_app::record::{HeadsFound, PacketChecked, Problem};
use demur_app::store::{Letter, LetterVerdict, Verified};
use serde_json::json;

use crate::context::Context;

/// The journal of the record, and what a file of heads says about it.
pub(crate) fn journal(
    found: &Verified,
    heads: Option<&HeadsFound>,
    context: &Context,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = &context.words;
    match found {
        Verified::Intact { entries, head } if context.wants_json() => {
            let mut document = json!({"intact": true, "entries": entries, "head": head});
            if let (Some(heads), Some(document)) = (heads, document.as_object_mut()) {
                let (kept, left) = match heads {
                    HeadsFound::Kept { heads } => (json!(heads), json!(null)),
                    HeadsFound::Left(noted) => (json!(null), json!(noted)),
                };
                document.insert("heads_kept".to_owned(), kept);
                document.insert("head_left".to_owned(), left);
            }
            writeln!(out, "{document}")
        }
        Verified::Broken { seq, why } if context.wants_json() => {
            writeln!(out, "{}", json!({"intact": false, "seq": seq, "why": why}))
        }
        Verified::Intact { entries, head } => {
            // The head has its hash in its document only.
            let document = serde_json::to_value(head)?;
            let hash = document.get("hash").and_then(|hash| hash.as_str());
            let gaps = [
                ("n", (*entries).into()),
                ("seq", head.seq.to_string().into()),
                ("hash", hash.unwrap_or_default().into()),
            ];
            writeln!(out, "{}", words.fill("record-intact", &gaps))?;
            match heads {
                None => Ok(()),
                Some(HeadsFound::Kept { heads }) => {
                    let gaps = [("n", (*heads).into())];
                    writeln!(out, "{}", words.fill("record-heads-kept", &gaps))
                }
                Some(HeadsFound::Left(noted)) => {
                    let gaps = [
                        ("day", noted.day.to_string().into()),
                        ("seq", noted.head.seq.to_string().into()),
                    ];
                    writeln!(out, "{}", words.fill("record-head-left", &gaps))
                }
            }
        }
        Verified::Broken { seq, why } => {
            let gaps = [
                ("seq", seq.to_string().into()),
                ("why", why.as_str().into()),
            ];
            writeln!(out, "{}", words.fill("record-broken", &gaps))
        }
    }
}

/// A customer's letter.
pub(crate) fn letter(
    letter: &Letter,
    verdict: LetterVerdict,
    context: &Context,
    out: &mut dyn Write,
) -> io::Result<()> {
    if context.wants_json() {
        let document = json!({"case": letter.case, "verdict": verdict.to_string()});
        return writeln!(out, "{document}");
    }
    let key = match verdict {
        LetterVerdict::Match => "record-letter-match",
        LetterVerdict::Altered => "record-letter-altered",
        LetterVerdict::Unknown => "record-letter-unknown",
    };
    let gaps = [("case", letter.case.as_str().into())];
    writeln!(out, "{}", context.words.fill(key, &gaps))
}

/// An exported packet.
pub(crate) fn packet(
    checked: &PacketChecked,
    context: &Context,
    out: &mut dyn Write,
) -> io::Result<()> {
    if context.wants_json() {
        return writeln!(out, "{}", serde_json::to_string(checked)?);
    }
    let words = &context.words;
    for problem in &checked.problems {
        let key = match problem {
            Problem::Journal => "record-packet-journal",
            Problem::Timeline => "record-packet-timeline",
            Problem::Documents => "record-packet-documents",
            Problem::Skeleton => "record-packet-skeleton",
            Problem::Letter => "record-packet-letter",
        };
        writeln!(out, "{}", words.say(key))?;
    }
    if checked.problems.is_empty() {
        let gaps = [
            ("case", checked.case.as_str().into()),
            ("proved", checked.proved.to_string().into()),
            ("events", checked.events.to_string().into()),
        ];
        writeln!(out, "{}", words.fill("record-packet-fine", &gaps))?;
    }
    if checked.letter.is_none() {
        writeln!(out, "{}", words.say("record-packet-no-letter"))?;
    }
    Ok(())
}
