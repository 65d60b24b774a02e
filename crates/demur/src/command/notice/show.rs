//! What is told about a notice besides its words.

use std::io::Write;

use demur_app::notices::lint::{self, Lint, Report};
use demur_app::notices::{Basis, ComposeFault, Lang, Need, Notice, Order, Remark, Source};
use demur_words::notice;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::show::page;

/// The language of a notice when none is named.
pub(crate) fn lang_of(context: &Context) -> Lang {
    notice::lang(&context.words)
}

/// Why nothing can be written, when no scenario fits the opinion.
pub(crate) fn nothing(basis: &Basis, context: &Context) -> Failure {
    Failure::Said(notice::nothing(&context.words, basis))
}

/// Why a notice could not be written, with what to do.
pub(crate) fn fault(fault: &ComposeFault, order: &Order, context: &Context) -> Failure {
    Failure::Said(notice::fault(&context.words, fault, order))
}

/// What staff should know before they use it; empty when there is nothing.
pub(super) fn advice(written: &Notice, context: &Context) -> String {
    page::drawn(&notice::advice(&context.words, written), context.look)
}

fn checked(notice: &Notice) -> Report {
    Lint::built_in().check(&notice.text(), &lint::Context::of(notice))
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
