//! Checks an exported packet by itself: no record, no key and no network are needed.

use demur_store::canonical;
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

/// What a check of a packet found.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct PacketChecked {
    /// Number of the case file.
    pub case: String,
    /// Events that the journal proves.
    pub proved: usize,
    /// Events of the timeline.
    pub events: usize,
    /// The letter in the packet fits the skeleton; `None` without a letter.
    pub letter: Option<bool>,
    /// What is not as it was written, by the part of the packet.
    pub problems: Vec<Problem>,
}

/// A part of a packet that is not as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The journal does not lead from its start to its head.
    Journal,
    /// An event is not the one that the journal has.
    Timeline,
    /// The situation or the opinion is not the one of the skeleton.
    Documents,
    /// The skeleton or its commitment is not the one that the decision names.
    Skeleton,
    /// The letter does not fit the skeleton.
    Letter,
}

/// Checks a packet; `None` when it is none of this version.
#[must_use]
pub fn check_packet(packet: &Json) -> Option<PacketChecked> {
    if text(packet, "version")? != "demur-packet/v1" {
        return None;
    }
    let mut checked = PacketChecked {
        case: text(packet, "case")?.to_owned(),
        ..PacketChecked::default()
    };
    let entries = journal(packet, &mut checked)?;
    timeline(packet, &entries, &mut checked)?;
    if let Some(skeleton) = packet.get("skeleton").and_then(Json::as_object) {
        documents(packet, skeleton, &mut checked)?;
        letter(packet, skeleton, &mut checked);
    }
    checked.problems.dedup();
    Some(checked)
}

/// Walks the chain and gives the entries about this case.
fn journal<'a>(packet: &'a Json, checked: &mut PacketChecked) -> Option<Vec<&'a Json>> {
    let mut last = unhex(text(packet, "before")?)?;
    let mut entries = Vec::new();
    for link in packet.get("journal")?.as_array()? {
        if let Some(digest) = text(link, "digest") {
            last = sha(&[&last, &unhex(digest)?]);
            continue;
        }
        let entry = link.get("entry")?;
        last = sha(&[&last, &entry_digest(entry)?]);
        if hex(&last) != text(entry, "hash")? {
            checked.problems.push(Problem::Journal);
            last = unhex(text(entry, "hash")?)?;
        }
        entries.push(entry);
    }
    if hex(&last) != text(packet, "head")? {
        checked.problems.push(Problem::Journal);
    }
    Some(entries)
}

fn entry_digest(entry: &Json) -> Option<Vec<u8>> {
    let seq = entry.get("seq")?.as_i64()?.to_string();
    let fields = [
        "demur/journal/v1",
        &seq,
        text(entry, "utc")?,
        text(entry, "actor")?,
        text(entry, "role")?,
        text(entry, "event")?,
        text(entry, "case").unwrap_or_default(),
        text(entry, "object")?,
    ];
    Some(sha(&[fields.join("\n").as_bytes()]))
}

fn timeline(packet: &Json, entries: &[&Json], checked: &mut PacketChecked) -> Option<()> {
    let events = packet.get("timeline")?.as_array()?;
    checked.events = events.len();
    for event in events {
        let seq = event.get("seq")?;
        let Some(entry) = entries.iter().find(|entry| entry.get("seq") == Some(seq)) else {
            continue;
        };
        let salt = unhex(text(event, "salt")?)?;
        let bound = sha(&[&salt, canonical(event.get("data")?).as_bytes()]);
        let object = hex(&sha(&[b"demur/object/v1", &bound]));
        let same = object == text(entry, "object")?
            && text(entry, "event") == text(event, "kind")
            && text(entry, "role") == text(event, "role");
        if same {
            checked.proved += 1;
        } else {
            checked.problems.push(Problem::Timeline);
        }
    }
    Some(())
}

fn documents(
    packet: &Json,
    skeleton: &Map<String, Json>,
    checked: &mut PacketChecked,
) -> Option<()> {
    for name in ["situation", "opinion"] {
        let hash = hex(&sha(&[text(packet, name)?.as_bytes()]));
        let named = skeleton.get(&format!("{name}_sha256"));
        if named.and_then(Json::as_str) != Some(hash.as_str()) {
            checked.problems.push(Problem::Documents);
        }
    }
    let events = packet.get("timeline")?.as_array()?.iter();
    for event in events.filter(|event| text(event, "kind") == Some("decided")) {
        let data = event.get("data")?;
        let hash = hex(&sha(&[canonical(packet.get("skeleton")?).as_bytes()]));
        let named = text(data, "skeleton_sha256") == Some(hash.as_str())
            && text(data, "commitment") == text(packet, "commitment");
        if !named {
            checked.problems.push(Problem::Skeleton);
        }
    }
    Some(())
}

fn letter(packet: &Json, skeleton: &Map<String, Json>, checked: &mut PacketChecked) {
    let Some(letter) = packet.get("letter").filter(|letter| letter.is_object()) else {
        return;
    };
    let fits = letter_fits(packet, letter, skeleton).unwrap_or(false);
    checked.letter = Some(fits);
    if !fits {
        checked.problems.push(Problem::Letter);
    }
}

fn letter_fits(packet: &Json, letter: &Json, skeleton: &Map<String, Json>) -> Option<bool> {
    let code: String = text(letter, "code")?
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let mut bound = skeleton.clone();
    for key in ["day", "band"] {
        bound.insert(key.to_owned(), letter.get(key)?.clone());
    }
    let bound = canonical(&Json::Object(bound));
    let computed = hex(&sha(&[
        b"demur/v1",
        code.to_uppercase().as_bytes(),
        bound.as_bytes(),
    ]));
    Some(
        Some(computed.as_str()) == text(packet, "commitment")
            && text(packet, "commitment") == text(letter, "commitment")
            && text(letter, "case") == text(packet, "case"),
    )
}

fn text<'a>(value: &'a Json, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Json::as_str)
}

fn sha(parts: &[&[u8]]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(16)).collect();
    let pairs = digits?;
    let whole = pairs.len().is_multiple_of(2);
    let bytes = pairs.chunks(2).map(|pair| match pair {
        [high, low] => u8::try_from(high * 16 + low).ok(),
        _ => None,
    });
    whole.then(|| bytes.collect()).flatten()
}
