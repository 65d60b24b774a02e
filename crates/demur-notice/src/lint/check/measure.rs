//! Rules that count.

use std::ops::Range;

use super::{Job, filled};
use crate::Channel;
use crate::lint::syllables::syllables;
use crate::lint::tokens::sentences as split;
use crate::lint::{Finding, Wording};

/// How long a text may be in its channel; nothing without one.
pub(super) fn length(job: &Job<'_>) -> Vec<Finding> {
    let Some(channel) = job.draft.context.channel else {
        return Vec::new();
    };
    let (unit, value, least) = match channel {
        Channel::Spoken | Channel::SpokenAgitated | Channel::SpokenEnding => {
            ("syllables", spoken(job), None)
        }
        Channel::Sms => ("sms_units", units(job), None),
        Channel::Agent => ("agent_units", units(job), None),
        Channel::Counter => ("counter_words", job.draft.words(), None),
        Channel::Email | Channel::Letter => {
            ("letter_words", job.draft.words(), Some("letter_words_min"))
        }
        Channel::Exclusion => (
            "exclusion_words",
            job.draft.words(),
            Some("exclusion_words_min"),
        ),
    };
    let most = job.rule.limit(unit);
    let least = least.map_or(0.0, |name| job.rule.limit(name));
    let value = number(value);
    let limit = if value > most { most } else { least };
    if (least..=most).contains(&value) {
        return Vec::new();
    }
    let words = unit_words(unit);
    let mut found = filled(job.whole(), &format!("{value:.0}"), &format!("{limit:.0}"));
    found.message.en = found.message.en.replace("{unit}", &words.en);
    found.message.pl = found.message.pl.replace("{unit}", &words.pl);
    vec![found]
}

/// What the limit of this name counts, in words.
pub(crate) fn unit_words(unit: &str) -> Wording {
    let (en, pl) = match unit {
        "syllables" => ("syllables", "sylab"),
        "sms_units" | "agent_units" => ("characters", "znaków"),
        _ => ("words", "słów"),
    };
    Wording {
        en: en.to_owned(),
        pl: pl.to_owned(),
    }
}

fn spoken(job: &Job<'_>) -> usize {
    let words = job.draft.sentences.iter().flat_map(|each| &each.words);
    let words = words.filter_map(|range| job.draft.content().get(range.clone()));
    words
        .map(|word| syllables(word, job.draft.context.lang))
        .sum()
}

fn units(job: &Job<'_>) -> usize {
    job.draft.content().trim().encode_utf16().count()
}

/// Sentences that are too long, and all of them if their mean is.
pub(super) fn sentences(job: &Job<'_>) -> Vec<Finding> {
    let lang = job.draft.context.lang.code();
    let longest = job.rule.limit(&format!("longest_{lang}"));
    let mean = job.rule.limit(&format!("mean_{lang}"));
    let with_words = || {
        job.draft
            .sentences
            .iter()
            .filter(|each| !each.words.is_empty())
    };
    let long = with_words().filter(|each| number(each.words.len()) > longest);
    let mut found: Vec<Finding> = long
        .map(|each| {
            let value = each.words.len().to_string();
            filled(job.at(each.range.clone()), &value, &format!("{longest:.0}"))
        })
        .collect();
    let count = with_words().count();
    let value = number(job.draft.words()) / number(count.max(1));
    if found.is_empty() && count > 1 && value > mean {
        found.push(job.counted(&format!("{value:.1}"), &format!("{mean:.0}")));
    }
    found
}

/// The formula of the language, on the text without quoted values.
pub(super) fn readability(job: &Job<'_>) -> Vec<Finding> {
    let Some(measured) = job.draft.readability() else {
        return Vec::new();
    };
    let limit = measured.limit;
    if measured.value <= limit {
        return Vec::new();
    }
    let value = format!("{} {:.1}", measured.formula.name(), measured.value);
    vec![job.counted(&value, &format!("{limit:.0}"))]
}

/// Paragraphs that are too long.
pub(super) fn paragraphs(job: &Job<'_>) -> Vec<Finding> {
    let (most_words, most_sentences) = (job.rule.limit("words"), job.rule.limit("sentences"));
    let content = job.draft.content();
    let long = blocks(content).into_iter().filter_map(|range| {
        let block = split(content.get(range.clone())?, job.draft.context.lang);
        let words: usize = block.iter().map(|each| each.words.len()).sum();
        let too_long = number(words) > most_words || number(block.len()) > most_sentences;
        too_long.then(|| {
            let value = words.to_string();
            filled(job.at(range), &value, &format!("{most_words:.0}"))
        })
    });
    long.collect()
}

/// What stands between empty lines.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end().len();
        match found.last_mut() {
            _ if line.trim().is_empty() => open = false,
            Some(last) if open => last.end = end,
            _ => {
                found.push(at..end);
                open = true;
            }
        }
        at += line.len();
    }
    found
}

/// Counts of a notice are far below the precision of a float.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_parted_by_empty_lines() {
        let text = "a b\nc\n\n \nd e\n";
        let found: Vec<&str> = blocks(text)
            .into_iter()
            .map(|range| text.get(range).unwrap())
            .collect();
        assert_eq!(found, ["a b\nc", "d e"]);
    }
}
