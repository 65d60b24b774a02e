//! A case file in words: what was decided, why, what would have changed it, and what happened.

mod told;

use demur_app::lawbook::Lawbook;
use demur_app::record::{Explained, NormChecked, NotMet, Turning};
use demur_app::store::{CaseFile, Happened, Texts};

use crate::condition::{condition, conditions, question};
use crate::item::Item;
use crate::names;
use crate::sheet::{Headline, Sheet, Tone};
use crate::words::Words;

pub use told::{Part, PartKind, Told};

/// What is told.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The case file.
    pub file: &'a CaseFile,
    /// Why it was decided as it was.
    pub explained: &'a Explained,
    /// Contact and texts, when they were asked for.
    pub texts: Option<&'a Texts>,
    /// Names of grounds and questions.
    pub lawbook: &'a Lawbook,
}

/// A case file in words.
#[must_use]
pub fn told(shown: &Shown<'_>, words: &Words) -> Told {
    let file = shown.file;
    let part = |kind: PartKind, title: &str, items: Vec<Item>| Part {
        kind,
        title: words.say(title),
        items,
    };
    let plain = |texts: Vec<String>| texts.into_iter().map(Item::plain).collect();
    let warning = warning(file, words).map(|text| vec![Item::plain(text)]);
    let mut parts: Vec<Part> = warning
        .map(|items| part(PartKind::Warning, "record-warning", items))
        .into_iter()
        .collect();
    let rests_on = conditions(shown.lawbook, words, &shown.explained.facts);
    parts.extend([
        part(PartKind::Facts, "record-facts", plain(facts(shown, words))),
        part(PartKind::Norms, "record-norms", norms(shown, words)),
        part(PartKind::RestsOn, "record-rests-on", plain(rests_on)),
        part(
            PartKind::Turning,
            "record-turning",
            plain(turning(shown, words)),
        ),
        part(PartKind::Timeline, "record-timeline", timeline(file, words)),
        part(PartKind::Kept, "record-kept", plain(kept(file, words))),
    ]);
    Told {
        headline: headline(file, words),
        parts,
    }
}

/// The whole case file on one sheet.
#[must_use]
pub fn sheet(shown: &Shown<'_>, words: &Words) -> Sheet {
    let told = told(shown, words);
    let mut sheet = Sheet::new();
    sheet.headline(told.headline);
    for part in &told.parts {
        sheet.part(&part.title);
        for item in &part.items {
            sheet.item(&item.text);
            item.details.iter().for_each(|detail| sheet.detail(detail));
        }
        if let (PartKind::Facts, Some(texts)) = (part.kind, shown.texts) {
            sheet.append(super::texts(texts, words));
        }
    }
    sheet
}

fn headline(file: &CaseFile, words: &Words) -> Headline {
    let decision = match &file.choice {
        Some(choice) => names::choice_named(words, choice),
        None => words.say("record-undecided"),
    };
    let gaps = [
        ("decision", decision.into()),
        ("when", file.when.as_str().into()),
    ];
    Headline {
        label: words.say("record-case"),
        tone: tone(file),
        head: file.number.clone(),
        rest: words.fill("record-head", &gaps),
    }
}

fn tone(file: &CaseFile) -> Tone {
    match file.choice.as_deref() {
        _ if file.against_must_serve => Tone::Alarm,
        Some("refuse") => Tone::Refuse,
        Some(_) => Tone::Serve,
        None => Tone::Open,
    }
}

fn warning(file: &CaseFile, words: &Words) -> Option<String> {
    if file.against_must_serve {
        Some(words.say("record-against-must-serve"))
    } else if file.deviation.as_deref() == Some("towards_refusing") {
        Some(words.say("record-towards-refusing"))
    } else {
        None
    }
}

fn facts(shown: &Shown<'_>, words: &Words) -> Vec<String> {
    let file = shown.file;
    let verdict = names::verdict_named(words, &file.verdict);
    let mut facts = vec![words.fill("record-opinion", &[("verdict", verdict.into())])];
    if let Some(role) = &file.decided_role {
        let role = names::role_named(words, role);
        facts.push(words.fill("record-decided-by", &[("role", role.into())]));
    }
    if let Some(ground) = names::ground(shown.lawbook, words.lang, &file.ground) {
        facts.push(words.fill("record-ground", &[("ground", ground.into())]));
    }
    let state = names::state(words, file.state);
    facts.push(words.fill("record-stands", &[("state", state.into())]));
    if let Some(deadline) = &file.deadline {
        facts.push(words.fill("record-due", &[("day", deadline.to_string().into())]));
    }
    facts
}

/// The norms that carry the opinion, then those that were looked at and did not apply.
fn norms(shown: &Shown<'_>, words: &Words) -> Vec<Item> {
    let explained = shown.explained;
    let mut items: Vec<Item> = explained
        .norms
        .iter()
        .map(|norm| checked(norm, shown.lawbook, words))
        .collect();
    if items.is_empty() {
        items.push(Item::plain(words.say("record-no-norm")));
    }
    let not_met = explained.not_met.iter();
    items.extend(not_met.map(|not| not_applied(not, shown.lawbook, words)));
    items
}

fn checked(norm: &NormChecked, lawbook: &Lawbook, words: &Words) -> Item {
    let text = match &norm.cite {
        Some(cite) => format!("{} ({cite}; {})", norm.title, norm.norm),
        None => format!("{} ({})", norm.title, norm.norm),
    };
    let mut item = Item::of_norm(text, &norm.norm);
    if !norm.facts.is_empty() {
        let facts = conditions(lawbook, words, &norm.facts).join("; ");
        let because = words.fill("record-because", &[("facts", facts.into())]);
        item.details.push(because);
    }
    item
}

fn not_applied(not: &NotMet, lawbook: &Lawbook, words: &Words) -> Item {
    let fails = condition(lawbook, words, &not.fails);
    let gaps = [
        ("title", not.title.as_str().into()),
        ("norm", not.norm.as_str().into()),
        ("fact", fails.into()),
    ];
    Item::of_norm(words.fill("record-not-met", &gaps), &not.norm)
}

fn turning(shown: &Shown<'_>, words: &Words) -> Vec<String> {
    let turning = shown.explained.turning.iter();
    let found: Vec<String> = turning
        .map(|each| turn(each, shown.lawbook, words))
        .collect();
    if found.is_empty() {
        return vec![words.say("record-nothing-turns")];
    }
    found
}

fn turn(turning: &Turning, lawbook: &Lawbook, words: &Words) -> String {
    let question = question(lawbook, words, &turning.fact);
    let verdicts = names::verdicts_named(words, &turning.verdicts);
    let gaps = [("fact", question.into()), ("verdicts", verdicts.into())];
    words.fill(
        match turning.otherwise {
            Some(true) => "record-turn-yes",
            Some(false) => "record-turn-no",
            None => "record-turn-other",
        },
        &gaps,
    )
}

fn timeline(file: &CaseFile, words: &Words) -> Vec<Item> {
    let happened = file.timeline.iter();
    happened
        .map(|happened| Item::plain(step(happened, words)))
        .collect()
}

/// A step in the life of a case file.
#[must_use]
pub fn step(happened: &Happened, words: &Words) -> String {
    let mut gaps = vec![
        ("when", happened.when.as_str().into()),
        ("event", names::event(words, &happened.kind).into()),
        ("role", names::role_named(words, &happened.role).into()),
    ];
    match detail(happened, words) {
        Some(detail) => {
            gaps.push(("detail", detail.into()));
            words.fill("record-step-more", &gaps)
        }
        None => words.fill("record-step", &gaps),
    }
}

/// What was chosen, how it was said, or why it was done.
#[must_use]
pub fn detail(happened: &Happened, words: &Words) -> Option<String> {
    ["choice", "channel", "reason"].into_iter().find_map(|key| {
        let value = happened.data.get(key)?.as_str()?;
        Some(match key {
            "choice" => names::choice_named(words, value),
            "channel" => names::channel_named(words, value),
            _ => value.replace('_', " "),
        })
    })
}

/// Until when what is kept.
fn kept(file: &CaseFile, words: &Words) -> Vec<String> {
    let mut kept = Vec::new();
    match (&file.texts_until, file.identity.as_str()) {
        (_, "destroyed") => kept.push(words.say("record-texts-gone")),
        (Some(day), _) => {
            kept.push(words.fill("record-texts-until", &[("day", day.to_string().into())]));
        }
        (None, _) => {}
    }
    let day = file.skeleton_until.to_string();
    kept.push(words.fill("record-skeleton-until", &[("day", day.into())]));
    if file.on_hold {
        kept.push(words.say("record-on-hold"));
    }
    kept.push(words.fill("record-lawbook", &[("hash", file.lawbook.as_str().into())]));
    let version = file.version.to_string();
    kept.push(words.fill("record-version", &[("version", version.into())]));
    kept
}
