//! What staff should know about a notice besides its words, and why one could not be written.

use demur_app::notices::lint::{self, Finding, Level, Lint};
use demur_app::notices::{Allows, Basis, Channel, ComposeFault, Lang, Notice, Order, Remark, Slot};
use demur_app::syntax::tree;

use crate::sheet::Sheet;
use crate::words::Words;

/// The language of notices that belongs to the language of these words.
#[must_use]
pub fn lang(words: &Words) -> Lang {
    match words.lang {
        tree::Lang::Pl => Lang::Pl,
        tree::Lang::En => Lang::En,
    }
}

/// Why nothing can be written, when no scenario fits the opinion.
#[must_use]
pub fn nothing(words: &Words, basis: &Basis) -> String {
    match &basis.allows {
        Allows::Nothing(verdict) => by_verdict(words, "notice-nothing-to-refuse", verdict),
        Allows::Open(verdict) => by_verdict(words, "notice-not-decided", verdict),
        Allows::Unasked | Allows::Refusing | Allows::After(_) => words.say("notice-no-scenario"),
    }
}

fn by_verdict(words: &Words, key: &str, verdict: &str) -> String {
    let verdict = words.say(&format!("verdict-{}", verdict.replace('_', "-")));
    words.fill(key, &[("verdict", verdict.into())])
}

/// Why a notice could not be written, with what to do.
#[must_use]
pub fn fault(words: &Words, fault: &ComposeFault, order: &Order) -> String {
    match fault {
        ComposeFault::NothingToRefuse(verdict) => {
            by_verdict(words, "notice-nothing-to-refuse", verdict)
        }
        ComposeFault::NotDecided(verdict) => by_verdict(words, "notice-not-decided", verdict),
        ComposeFault::StepsFirst(steps) => {
            let steps: Vec<String> = steps.iter().map(|step| step.label.clone()).collect();
            let gaps = [("steps", words.all_of(&steps).into())];
            words.fill("notice-steps-first", &gaps)
        }
        ComposeFault::SaysTooMuch(scenario) => {
            let gaps = [("scenario", scenario.name().into())];
            words.fill("notice-says-too-much", &gaps)
        }
        ComposeFault::TooYoung => words.say("notice-too-young"),
        ComposeFault::NoWords(channels) => no_words(words, order, channels),
        ComposeFault::LacksPart(part) => {
            let gaps = [
                ("scenario", order.scenario.name().into()),
                ("part", part.name().into()),
            ];
            words.fill("notice-lacks-part", &gaps)
        }
        ComposeFault::BrokenLine { line, message } => {
            let gaps = [
                ("scenario", order.scenario.name().into()),
                ("line", (*line).into()),
                ("message", message.as_str().into()),
            ];
            words.fill("notice-broken-line", &gaps)
        }
    }
}

fn no_words(words: &Words, order: &Order, channels: &[Channel]) -> String {
    let names: Vec<String> = channels.iter().map(ToString::to_string).collect();
    let gaps = [
        ("scenario", order.scenario.name().into()),
        ("channel", order.channel.name().into()),
        ("lang", order.lang.code().into()),
        ("channels", words.any_of(&names).into()),
        ("n", names.len().into()),
    ];
    words.fill("notice-no-words", &gaps)
}

/// Something that still has to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its name.
    pub name: String,
    /// What belongs there.
    pub label: String,
}

/// What still has to be filled in.
#[must_use]
pub fn missing(words: &Words, notice: &Notice) -> Vec<Missing> {
    let names = notice.missing.iter();
    names
        .map(|name| Missing {
            name: (*name).to_owned(),
            label: Slot::find(name)
                .map_or(*name, |slot| slot.label(lang(words)))
                .to_owned(),
        })
        .collect()
}

/// What the lint says of it, but for what an SMS costs.
#[must_use]
pub fn findings(notice: &Notice) -> Vec<Finding> {
    let report = Lint::built_in().check(&notice.text(), &lint::Context::of(notice));
    let heavy = report.findings.into_iter();
    heavy.filter(|found| found.level > Level::Info).collect()
}

/// What staff should know before they use it; empty when there is nothing.
#[must_use]
pub fn advice(words: &Words, notice: &Notice) -> Sheet {
    let mut sheet = Sheet::new();
    let missing = missing(words, notice);
    if !missing.is_empty() {
        sheet.part(&words.say("notice-missing"));
        for Missing { name, label } in &missing {
            sheet.item(&format!("{name}: {label}"));
        }
    }
    if !notice.remarks.is_empty() {
        sheet.part(&words.say("notice-remarks"));
        for remark in &notice.remarks {
            sheet.item(&self::remark(words, remark));
        }
    }
    let heavy = findings(notice);
    if !heavy.is_empty() {
        sheet.part(&words.say("notice-lint"));
        for found in &heavy {
            sheet.item(&format!(
                "{}: {}",
                found.rule,
                found.message.say(lang(words))
            ));
        }
    }
    sheet
}

/// What staff should know about it.
#[must_use]
pub fn remark(words: &Words, remark: &Remark) -> String {
    match remark {
        Remark::UncertainRule { norm, cite } => {
            let gaps = [
                ("norm", norm.as_str().into()),
                ("cite", cite.as_str().into()),
            ];
            words.fill("notice-uncertain-rule", &gaps)
        }
        Remark::AlsoDo { label, .. } => {
            words.fill("notice-also-do", &[("label", label.as_str().into())])
        }
        Remark::WantsWriting { label } => {
            words.fill("notice-wants-writing", &[("label", label.as_str().into())])
        }
        Remark::NeverSay { label } => {
            words.fill("notice-never-say", &[("label", label.as_str().into())])
        }
        Remark::NobodyNamed => words.say("notice-nobody-named"),
        Remark::CouldOffer(ways) => {
            words.fill("notice-could-offer", &[("ways", words.any_of(ways).into())])
        }
    }
}
