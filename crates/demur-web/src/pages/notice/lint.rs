//! What the lint says about the text as it stands, for the page beside it.

use askama::Template;
use demur_app::notices::lint::{Context, Finding, Level, Lint, Report};
use demur_app::notices::{Notice, Slot, Text};
use demur_app::syntax::tree;
use demur_words::Words;
use demur_words::lint::{self, Remark};
use demur_words::notice::lang;

use super::choices::Choices;
use super::words::Composed;

/// What was found, on the page and by itself for the script that puts it there.
#[derive(Template)]
#[template(path = "notice_lint.html")]
pub(super) struct Checked {
    words: std::sync::Arc<Words>,
    is_empty: bool,
    /// It must not go out like this.
    pub(super) blocked: bool,
    findings: Vec<Found>,
    reads: Option<String>,
}

/// A finding with its place.
struct Found {
    tone: &'static str,
    level: String,
    rule: String,
    message: String,
    help: Vec<Remark>,
    place: String,
    quoted: String,
    /// The place as browsers count: UTF-16 units; nothing when the whole text is meant.
    span: Option<(usize, usize)>,
}

/// Checks a text. What was written by the program knows its parts and places; what was changed by
/// hand is judged by its words, with what was filled in.
pub(super) fn checked(
    text: &str,
    choices: &Choices,
    composed: &Composed,
    words: &std::sync::Arc<Words>,
) -> Checked {
    let report = match &composed.notice {
        Some(notice) if is_as_written(notice, text) => {
            Lint::built_in().check(&notice.text(), &Context::of(notice))
        }
        _ => Lint::built_in().check(&Text::plain(text), &by_hand(choices, composed)),
    };
    let is_empty = text.trim().is_empty();
    let shown = report.findings.iter().filter(|_| !is_empty);
    Checked {
        is_empty,
        blocked: !is_empty && report.is_blocked(),
        findings: shown.map(|finding| found(finding, text, words)).collect(),
        reads: reads(&report, words),
        words: std::sync::Arc::clone(words),
    }
}

/// Whether nobody has changed the text.
pub(super) fn is_as_written(notice: &Notice, text: &str) -> bool {
    notice.text().content().trim_end() == text.trim_end()
}

fn by_hand(choices: &Choices, composed: &Composed) -> Context {
    let mut context = Context::new(choices.lang).channel(choices.channel);
    context.scenario = composed.scenario;
    context.address = Some(choices.address);
    for (name, value) in choices.values.iter() {
        context.slots.insert(name.to_owned(), value.to_owned());
    }
    // Days and rules that the program filled in stand in the text in its own words.
    if let Some(text) = composed.notice.as_ref().map(Notice::text) {
        for span in text.slots() {
            let value = text.content().get(span.range.clone()).unwrap_or_default();
            let open = Slot::find(&span.name)
                .is_some_and(|slot| value == format!("[{}]", slot.label(choices.lang)));
            if !open {
                context.slots.insert(span.name.clone(), value.to_owned());
            }
        }
    }
    let known = [
        "contact",
        "contact_short",
        "appeal_contact",
        "provider_contact",
        "privacy_link",
    ];
    let contacts = known.iter().filter_map(|name| choices.values.get(name));
    context.contacts = Some(contacts.map(str::to_owned).collect());
    let mut forbidden = composed.basis.forbidden.iter();
    context.plan.reasons_restricted = forbidden.any(|duty| duty.name == "state_reason");
    context
}

fn found(finding: &Finding, text: &str, words: &Words) -> Found {
    let spoken = lang(words);
    let range = finding.place.range.clone();
    let units = |end: usize| text.get(..end).map(|text| text.encode_utf16().count());
    let span = units(range.start).zip(units(range.end));
    let whole = finding.place.is_whole();
    Found {
        tone: match finding.level {
            Level::Error => "refuse",
            Level::Warn => "open",
            Level::Info => "may",
        },
        level: lint::level(words, finding.level),
        rule: finding.rule.clone(),
        message: finding.message.say(spoken).trim().to_owned(),
        help: lint::remarks(words, finding, spoken),
        place: if whole {
            words.say("tell-lint-whole")
        } else {
            words.fill("tell-lint-where", &[("line", finding.place.line.into())])
        },
        quoted: text.get(range).unwrap_or_default().to_owned(),
        span: span.filter(|_| !whole),
    }
}

fn reads(report: &Report, words: &Words) -> Option<String> {
    let measured = report.readability?;
    let value = format!("{:.1}", measured.value);
    let value = match words.lang {
        tree::Lang::Pl => value.replace('.', ","),
        tree::Lang::En => value,
    };
    let gaps = [
        ("words", measured.words.into()),
        ("value", value.into()),
        ("formula", measured.formula.name().into()),
        ("limit", format!("{:.0}", measured.limit).into()),
    ];
    Some(words.fill("tell-lint-reads", &gaps))
}
