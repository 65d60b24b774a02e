//! What the lint of notices found, in words.

use demur_app::lint::{Checked, count};
use demur_app::notices::Lang;
use demur_app::notices::lint::{Finding, Level, Rewrite, Rule};

use crate::sheet::Sheet;
use crate::words::Words;

/// How heavy a finding is.
#[must_use]
pub fn level(words: &Words, level: Level) -> String {
    words.say(match level {
        Level::Error => "lint-error",
        Level::Warn => "lint-warning",
        Level::Info => "lint-info",
    })
}

/// Something about a finding: what kind of remark it is, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What kind of remark it is.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// What to write instead, why it matters, and why it is allowed, in the language of the notice.
#[must_use]
pub fn remarks(words: &Words, found: &Finding, lang: Lang) -> Vec<Remark> {
    let remark = |key: &str, text: String| Remark {
        name: words.say(key),
        text,
    };
    let mut remarks = Vec::new();
    match &found.suggestion {
        Some(Rewrite::Replace(put)) => {
            let gaps = [("words", put.as_str().into())];
            remarks.push(remark("lint-help", words.fill("lint-replace", &gaps)));
        }
        Some(Rewrite::Advise(advice)) => {
            remarks.push(remark("lint-help", advice.say(lang).to_owned()));
        }
        None => {}
    }
    remarks.push(remark("lint-why", found.why.say(lang).to_owned()));
    if let Some(reason) = &found.allowed {
        remarks.push(remark("lint-allowed", reason.clone()));
    }
    remarks
}

/// What was filled in where the finding stands.
#[must_use]
pub fn slot(words: &Words, found: &Finding) -> Option<String> {
    let slot = found.slot.as_deref()?;
    Some(words.fill("lint-slot", &[("slot", slot.into())]))
}

/// How each text reads, then how much was found.
#[must_use]
pub fn summary(words: &Words, files: &[Checked]) -> Sheet {
    let mut sheet = Sheet::new();
    for file in files {
        if let Some(measured) = file.report.readability {
            let gaps = [
                ("path", file.path.as_str().into()),
                ("formula", measured.formula.name().into()),
                ("value", format!("{:.1}", measured.value).into()),
                ("limit", format!("{:.0}", measured.limit).into()),
            ];
            sheet.paragraph(&words.fill("lint-reads", &gaps));
        }
    }
    let gaps = [
        ("errors", count(files, Level::Error).into()),
        ("warnings", count(files, Level::Warn).into()),
        ("infos", count(files, Level::Info).into()),
    ];
    sheet.paragraph(&words.fill("lint-found", &gaps));
    sheet
}

/// A rule with its reason and its examples.
#[must_use]
pub fn rule(words: &Words, rule: &Rule, lang: Lang) -> Sheet {
    let mut sheet = Sheet::new();
    sheet.paragraph(&format!("{}: {}", rule.id(), rule.title().say(lang)));
    for (key, value) in [
        ("lint-rule-level", level(words, rule.level()).as_str()),
        ("lint-rule-scope", &rule.scope()),
        ("lint-rule-why", rule.why().say(lang)),
        ("lint-rule-source", rule.source()),
        ("lint-rule-hint", rule.hint().say(lang)),
    ] {
        sheet.detail(&words.fill(key, &[("value", value.into())]));
    }
    if rule.is_binding() {
        sheet.detail(&words.say("lint-rule-binding"));
    }
    for lang in Lang::ALL {
        for (key, example) in [
            ("lint-rule-bad", rule.bad(lang)),
            ("lint-rule-good", rule.good(lang)),
        ] {
            if let Some(example) = example {
                let text = example.text.replace('\n', " ⏎ ");
                let gaps = [("lang", lang.code().into()), ("text", text.into())];
                sheet.detail(&words.fill(key, &gaps));
            }
        }
    }
    sheet
}
