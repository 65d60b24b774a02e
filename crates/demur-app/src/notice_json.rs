//! A notice as JSON: one shape for the command line, the HTTP interface and tools.

use demur_notice::lint::{self, Lint};
use demur_notice::{Lang, Need, Notice, Remark, Source};
use serde_json::{Value, json};

/// The notice with its parts, what it lacks, and what the lint says of it, in this language.
#[must_use]
pub fn document(notice: &Notice, lang: Lang) -> Value {
    let text = notice.text();
    let parts = text.parts().iter().map(
        |span| json!({"part": span.part.name(), "start": span.range.start, "end": span.range.end}),
    );
    let slots = text
        .slots()
        .iter()
        .map(|span| json!({"slot": span.name, "start": span.range.start, "end": span.range.end}));
    let checked = Lint::built_in().check(&text, &lint::Context::of(notice));
    let plan = notice.plan.iter();
    json!({
        "scenario": notice.scenario.name(),
        "channel": notice.channel.name(),
        "lang": notice.lang.code(),
        "address": notice.address.name(),
        "text": text.content(),
        "parts": parts.collect::<Vec<_>>(),
        "slots": slots.collect::<Vec<_>>(),
        "missing": notice.missing,
        "lint": checked.findings.iter().map(|finding| json!({
            "rule": finding.rule, "level": finding.level.name(),
            "message": finding.message.say(lang),
            "start": finding.place.range.start, "end": finding.place.range.end,
        })).collect::<Vec<_>>(),
        "remarks": notice.remarks.iter().map(remark).collect::<Vec<_>>(),
        "plan": plan
            .map(|(part, need)| json!({"part": part.name(), "need": need_name(need)}))
            .collect::<Vec<_>>(),
    })
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
