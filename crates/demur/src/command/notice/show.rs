//! What is told about a notice besides its words.

use std::io::Write;

use demur_app::notices::lint::{self, Level, Lint, Report};
use demur_app::notices::{
    Allows, Basis, ComposeFault, Lang, Need, Notice, Order, Remark, Slot, Source,
};
use demur_app::syntax::tree;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::show::page::Page;
use demur_words::Words;

/// The language of a notice when none is named.
pub(crate) fn lang_of(context: &Context) -> Lang {
    match context.words.lang {
        tree::Lang::Pl => Lang::Pl,
        tree::Lang::En => Lang::En,
    }
}

/// Why nothing can be written, when no scenario fits the opinion.
pub(crate) fn nothing(basis: &Basis, context: &Context) -> Failure {
    let words = &context.words;
    Failure::Said(match &basis.allows {
        Allows::Nothing(verdict) => nothing_to_refuse(verdict, words),
        Allows::Open(verdict) => not_decided(verdict, words),
        Allows::Unasked | Allows::Refusing | Allows::After(_) => words.say("notice-no-scenario"),
    })
}

fn nothing_to_refuse(verdict: &str, words: &Words) -> String {
    let verdict = words.say(&format!("verdict-{}", verdict.replace('_', "-")));
    words.fill("notice-nothing-to-refuse", &[("verdict", verdict.into())])
}

fn not_decided(verdict: &str, words: &Words) -> String {
    let verdict = words.say(&format!("verdict-{}", verdict.replace('_', "-")));
    words.fill("notice-not-decided", &[("verdict", verdict.into())])
}

/// Why a notice could not be written, with what to do.
pub(crate) fn fault(fault: &ComposeFault, order: &Order, context: &Context) -> Failure {
    let words = &context.words;
    Failure::Said(match fault {
        ComposeFault::NothingToRefuse(verdict) => nothing_to_refuse(verdict, words),
        ComposeFault::NotDecided(verdict) => not_decided(verdict, words),
        ComposeFault::StepsFirst(steps) => {
            let steps: Vec<String> = steps.iter().map(|step| step.label.clone()).collect();
            words.fill(
                "notice-steps-first",
                &[("steps", words.all_of(&steps).into())],
            )
        }
        ComposeFault::SaysTooMuch(scenario) => words.fill(
            "notice-says-too-much",
            &[("scenario", scenario.name().into())],
        ),
        ComposeFault::NoWords(channels) => no_words(order, channels, words),
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
    })
}

fn no_words(order: &Order, channels: &[demur_app::notices::Channel], words: &Words) -> String {
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

/// What staff should know before they use it; empty when there is nothing.
pub(super) fn advice(notice: &Notice, context: &Context) -> String {
    let words = &context.words;
    let mut page = Page::new(context.look);
    if !notice.missing.is_empty() {
        page.part(&words.say("notice-missing"));
        for name in &notice.missing {
            let label = Slot::find(name).map_or(*name, |slot| slot.label(lang_of(context)));
            page.item(&format!("{name}: {label}"));
        }
    }
    if !notice.remarks.is_empty() {
        page.part(&words.say("notice-remarks"));
        for remark in &notice.remarks {
            page.item(&remark_in_words(remark, words));
        }
    }
    lint(notice, context, &mut page);
    page.finish()
}

/// What the lint says of it, but for what an SMS costs.
fn lint(notice: &Notice, context: &Context, page: &mut Page) {
    let report = checked(notice);
    let heavy: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.level > Level::Info)
        .collect();
    if heavy.is_empty() {
        return;
    }
    page.part(&context.words.say("notice-lint"));
    for finding in heavy {
        let said = finding.message.say(lang_of(context));
        page.item(&format!("{}: {said}", finding.rule));
    }
}

fn checked(notice: &Notice) -> Report {
    Lint::built_in().check(&notice.text(), &lint::Context::of(notice))
}

fn remark_in_words(remark: &Remark, words: &Words) -> String {
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

/// The notice for programs.
pub(super) fn json(notice: &Notice, context: &Context, out: &mut dyn Write) -> Result<(), Failure> {
    let text = notice.text();
    let parts = text.parts().iter().map(
        |span| json!({"part": span.part.name(), "start": span.range.start, "end": span.range.end}),
    );
    let slots = text
        .slots()
        .iter()
        .map(|span| json!({"slot": span.name, "start": span.range.start, "end": span.range.end}));
    let document = json!({
        "scenario": notice.scenario.name(),
        "channel": notice.channel.name(),
        "lang": notice.lang.code(),
        "address": notice.address.name(),
        "text": text.content(),
        "parts": parts.collect::<Vec<_>>(),
        "slots": slots.collect::<Vec<_>>(),
        "missing": notice.missing,
        "lint": checked(notice).findings.iter().map(|finding| json!({
            "rule": finding.rule, "level": finding.level.name(),
            "message": finding.message.say(lang_of(context)),
            "start": finding.place.range.start, "end": finding.place.range.end,
        })).collect::<Vec<_>>(),
        "remarks": notice.remarks.iter().map(remark).collect::<Vec<_>>(),
        "plan": notice.plan.iter().map(|(part, need)| json!({"part": part.name(), "need": need_name(need)})).collect::<Vec<_>>(),
    });
    writeln!(out, "{document}")?;
    Ok(())
}

fn need_name(need: &Need) -> Value {
    match need {
        Need::Must(Source::Manners) => json!("must"),
        Need::Must(Source::Duty(label)) => json!({"must": label}),
        Need::May => json!("may"),
        Need::Not(Source::Manners) => json!("not"),
        Need::Not(Source::Duty(label)) => json!({"not": label}),
    }
}

fn remark(remark: &Remark) -> Value {
    match remark {
        Remark::UncertainRule { norm, cite } => {
            json!({"remark": "uncertain_rule", "norm": norm, "cite": cite})
        }
        Remark::AlsoDo { label, within } => {
            json!({"remark": "also_do", "label": label, "within": within})
        }
        Remark::WantsWriting { label } => json!({"remark": "wants_writing", "label": label}),
        Remark::NeverSay { label } => json!({"remark": "never_say", "label": label}),
        Remark::NobodyNamed => json!({"remark": "nobody_named"}),
        Remark::CouldOffer(ways) => json!({"remark": "could_offer", "ways": ways}),
    }
}
