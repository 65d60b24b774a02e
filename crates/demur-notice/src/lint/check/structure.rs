//! Where things stand in a notice, and what belongs together.

use std::ops::Range;

use super::{Job, require};
use crate::Part;
use crate::lint::Finding;
use crate::lint::dates;

/// The rule whose words say the decision, and the one whose words name the review.
const DECISION: &str = "RM-S01";
const REVIEW: &str = "RM-S09";

/// The decision comes within the first words of the body.
pub(super) fn decision_early(job: &Job<'_>) -> Vec<Finding> {
    let draft = job.draft;
    let Some(place) = decision(job) else {
        return Vec::new();
    };
    let body = body(job);
    let before = draft.sentences.iter().flat_map(|each| &each.words);
    let before = before
        .filter(|word| (body..place.start).contains(&word.start))
        .count();
    let limit = job.rule.limit("words");
    if before < least(limit) {
        return Vec::new();
    }
    vec![super::filled(
        job.at(place),
        &before.to_string(),
        &format!("{limit:.0}"),
    )]
}

fn decision(job: &Job<'_>) -> Option<Range<usize>> {
    let mut parts = job.draft.text.parts().iter();
    if let Some(part) = parts.find(|span| span.part == Part::Decision) {
        return Some(part.range.clone());
    }
    let rule = job.lint.rule(DECISION)?;
    rule.ready(job.draft.context.lang)
        .find
        .first_in(&job.draft.folded)
}

/// Where the body begins: with the first part, else after the salutation.
fn body(job: &Job<'_>) -> usize {
    if let Some(part) = job.draft.text.parts().first() {
        return part.range.start;
    }
    let salutation = job
        .rule
        .ready(job.draft.context.lang)
        .find
        .first_in(&job.draft.folded);
    salutation.map_or(0, |place| place.end)
}

/// Two days near the words about review: until when to write, until when the answer comes.
pub(super) fn review_deadlines(job: &Job<'_>) -> Vec<Finding> {
    let draft = job.draft;
    if draft.shows("appeal_deadline") && draft.shows("appeal_reply_by") {
        return Vec::new();
    }
    let lang = draft.context.lang;
    let Some(review) = job.lint.rule(REVIEW) else {
        return Vec::new();
    };
    let named = review.ready(lang).find.find_in(&draft.folded);
    let Some(first) = named.first() else {
        return Vec::new();
    };
    let sentence_of = |at: usize| {
        draft
            .sentences
            .iter()
            .position(|each| each.range.contains(&at))
    };
    let named_in: Vec<usize> = named
        .iter()
        .filter_map(|hit| sentence_of(hit.start))
        .collect();
    let deadlines = job.rule.ready(lang).find.find_in(&draft.folded);
    let near = deadlines.iter().filter(|hit| {
        let sentence = sentence_of(hit.start);
        let close = |named: &usize| sentence.is_some_and(|each| each.abs_diff(*named) <= 2);
        named_in.iter().any(close)
    });
    if near.count() >= 2 {
        return Vec::new();
    }
    vec![job.at(first.clone())]
}

/// Place, first and last day, in this order, and not for longer than the firm allows itself.
pub(super) fn exclusion_scope(job: &Job<'_>) -> Vec<Finding> {
    let draft = job.draft;
    let lang = draft.context.lang;
    if !require::has_all(job) {
        return require::all(job);
    }
    let of_slot = |slot: &str| {
        draft
            .value(slot)
            .and_then(|value| dates::first_in(value, lang))
    };
    let from_to = job
        .rule
        .ready(lang)
        .each
        .first()
        .and_then(|each| each.first_in(&draft.folded));
    let words = from_to.clone().and_then(|place| draft.content().get(place));
    let mut named = words
        .map(|words| dates::all_in(words, lang))
        .unwrap_or_default()
        .into_iter();
    let start = of_slot("start_date").or_else(|| named.next());
    let end = of_slot("end_date").or_else(|| named.next());
    let (Some(start), Some(end)) = (start, end) else {
        return Vec::new();
    };
    let days = dates::days_between(start, end);
    let longest = draft.context.plan.longest_exclusion.map(i64::from);
    let review_late =
        of_slot("review_date").is_some_and(|day| dates::days_between(start, day) * 2 > days + 1);
    if days > 0 && longest.is_none_or(|longest| i64::from(days) <= longest) && !review_late {
        return Vec::new();
    }
    vec![from_to.map_or_else(|| job.whole(), |place| job.at(place))]
}

/// More reasons than help.
pub(super) fn reasons(job: &Job<'_>) -> Vec<Finding> {
    let limit = job.rule.limit("reasons");
    let in_words = listed_reasons(job);
    let planned = job
        .draft
        .context
        .plan
        .number_of_reasons
        .map(|count| (count, 0..0));
    let Some((count, place)) = planned.or(in_words) else {
        return Vec::new();
    };
    if count < least(limit) + 1 {
        return Vec::new();
    }
    vec![super::filled(
        job.at(place),
        &count.to_string(),
        &format!("{limit:.0}"),
    )]
}

/// The items of the list after a heading that names reasons.
fn listed_reasons(job: &Job<'_>) -> Option<(usize, Range<usize>)> {
    let heading = job
        .rule
        .ready(job.draft.context.lang)
        .find
        .first_in(&job.draft.folded)?;
    let after = job.draft.content().get(heading.end..)?;
    let is_item = |line: &&str| {
        let line = line.trim_start();
        let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
        line.starts_with(['-', '•', '*', '–'])
            || numbered.len() < line.len() && numbered.starts_with(['.', ')'])
    };
    let lines = after.lines().skip(1).filter(|line| !line.trim().is_empty());
    Some((lines.take_while(is_item).count(), heading))
}

fn least(limit: f64) -> usize {
    // Limits are small whole numbers written in a rule.
    let digits = format!("{:.0}", limit.clamp(0.0, 1e6));
    digits.parse().unwrap_or(usize::MAX)
}
