//! A net under the two free texts of a case file.

use super::draft::Draft;
use super::{Context, Finding, Lint, check};
use crate::{Lang, Text};

/// Protected characteristics, health, offences, third persons, identifiers, labels, profanity.
const RULES: [&str; 7] = [
    "RM-L01", "RM-L02", "RM-L04", "RM-L06", "RM-L07", "RM-T04", "RM-T05",
];
const LENGTH: &str = "RM-F01";

/// Whether a free text may be stored: it is short, and names nothing that a case file must not
/// hold. `limit` counts characters.
///
/// It is a net, not a proof: it finds words, not allusions.
///
/// # Errors
///
/// All findings, each with advice how to write it instead.
pub fn guard(text: &str, lang: Lang, limit: usize) -> Result<(), Vec<Finding>> {
    let lint = Lint::built_in();
    let mut context = Context::new(lang);
    // No contact belongs into it, so none is known.
    context.contacts = Some(Vec::new());
    let whole = Text::plain(text);
    let draft = Draft::new(&whole, &context);
    let rules = RULES.iter().filter_map(|id| lint.rule(id));
    let mut found: Vec<Finding> = rules
        .flat_map(|rule| check::run(lint, rule, &draft))
        .collect();
    found.sort_by_key(|finding| finding.place.range.start);
    let length = text.chars().count();
    if length > limit
        && let Some(rule) = lint.rule(LENGTH)
    {
        let job = check::Job {
            lint,
            rule,
            level: rule.level(),
            draft: &draft,
        };
        let mut long = job.counted(&length.to_string(), &limit.to_string());
        let unit = check::measure::unit_words("sms_units");
        long.message.en = long.message.en.replace("{unit}", &unit.en);
        long.message.pl = long.message.pl.replace("{unit}", &unit.pl);
        found.push(long);
    }
    if found.is_empty() { Ok(()) } else { Err(found) }
}
