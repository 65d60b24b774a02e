//! Words that must not stand in a notice.

use std::ops::Range;
use std::str::FromStr as _;
use std::sync::LazyLock;

use regex::Regex;

use super::Job;
use crate::Scenario;
use crate::lint::{Finding, Level, Rewrite};

/// Addresses and numbers by which somebody can be reached.
static CONTACT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[\w.+-]+@[\w-]+\.[\w.]*\w|\+?\d[\d ()-]{7,}\d").ok());

/// A firm's number has nine digits and more; a date has eight.
const FEWEST_DIGITS: usize = 9;

/// The words of the rule and of its lists.
pub(super) fn words(job: &Job<'_>) -> Vec<Finding> {
    let mut found = hits(job, false)
        .into_iter()
        .map(|hit| hit_at(job, hit))
        .collect::<Vec<_>>();
    if job.rule.mask {
        found.extend(quoted(job));
    }
    found
}

/// The same, and contacts that are not among those of the firm.
pub(super) fn persons(job: &Job<'_>) -> Vec<Finding> {
    let mut found = words(job);
    if let Some(allowed) = &job.draft.context.contacts {
        let strange = contacts(job.draft.content()).into_iter().filter(|place| {
            let contact = job.draft.content().get(place.clone()).unwrap_or_default();
            let is_known = allowed.iter().any(|known| same_contact(known, contact));
            let is_slot = job.draft.slot_at(place).is_some_and(|slot| slot != "facts");
            !is_known && !is_slot
        });
        found.extend(strange.map(|place| job.at(place)));
    }
    found
}

fn contacts(text: &str) -> Vec<Range<usize>> {
    let hits = CONTACT.iter().flat_map(|regex| regex.find_iter(text));
    let real = hits.filter(|hit| {
        let digits = hit.as_str().chars().filter(char::is_ascii_digit).count();
        hit.as_str().contains('@') || (FEWEST_DIGITS..=13).contains(&digits)
    });
    real.map(|hit| hit.range()).collect()
}

/// Numbers are the same whatever stands between their digits.
fn same_contact(known: &str, found: &str) -> bool {
    let core = |text: &str| -> String {
        let kept = text.chars().filter(|c| c.is_alphanumeric() || *c == '@');
        kept.flat_map(char::to_lowercase).collect()
    };
    core(known).contains(&core(found))
}

fn hit_at(job: &Job<'_>, hit: Range<usize>) -> Finding {
    let ready = job.rule.ready(job.draft.context.lang);
    let letters = job.draft.folded.slice(&hit);
    let put = ready.rewrite.iter().find(|(find, _)| find.covers(letters));
    let mut found = job.at(hit.clone());
    if let Some((_, put)) = put {
        let old = job.draft.content().get(hit).unwrap_or_default();
        found.suggestion = Some(Rewrite::Replace(as_capital(put, old)));
    }
    found
}

/// A sentence keeps its capital.
fn as_capital(put: &str, old: &str) -> String {
    let mut letters = put.chars();
    match letters.next() {
        Some(first) if old.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => put.to_owned(),
    }
}

/// What the customer asked for is looked at too, by somebody: it may name what must not decide.
fn quoted(job: &Job<'_>) -> Vec<Finding> {
    let light = Job {
        level: Level::Info,
        ..*job
    };
    let requests = job.draft.slots.iter().filter(|slot| slot.name == "request");
    let ranges: Vec<Range<usize>> = requests.map(|slot| slot.range.clone()).collect();
    let within = |hit: &Range<usize>| {
        let mut ranges = ranges.iter();
        ranges.any(|range| range.start <= hit.start && hit.end <= range.end)
    };
    if ranges.is_empty() {
        return Vec::new();
    }
    let found = hits(job, true).into_iter().filter(within);
    found.map(|hit| hit_at(&light, hit)).collect()
}

/// The places of forbidden words; in `raw` text, nothing is masked.
fn hits(job: &Job<'_>, raw: bool) -> Vec<Range<usize>> {
    let lang = job.draft.context.lang;
    let ready = job.rule.ready(lang);
    let is_masked = job.rule.mask && !raw;
    let (content, folded) = if is_masked {
        let masked = job.draft.masked();
        (masked.content.as_str(), &masked.folded)
    } else {
        (job.draft.content(), &job.draft.folded)
    };
    let mut hits = ready.find.find_in(folded);
    if let Some(exact) = &ready.exact {
        hits.extend(exact.find_iter(content).map(|hit| hit.range()));
    }
    for name in &job.rule.lists {
        if let Some(list) = job.lint.list(name, lang) {
            hits.extend(list.find_in(folded, content));
            if job.rule.seeks_disguises() {
                hits.extend(list.find_disguised(content));
            }
        }
    }
    hits.retain(|hit| !is_exempt(job, hit));
    without_overlaps(hits)
}

fn is_exempt(job: &Job<'_>, hit: &Range<usize>) -> bool {
    let draft = job.draft;
    let ready = job.rule.ready(draft.context.lang);
    let slot = draft.slot_at(hit);
    if slot.is_some_and(|slot| job.rule.spares_slot(slot)) {
        return true;
    }
    let letters = draft.folded.slice(hit);
    let exempt = job
        .rule
        .exempt
        .iter()
        .zip(&ready.exempt)
        .any(|(exempt, patterns)| {
            let in_scenario = draft.context.scenario.is_some_and(|scenario| {
                let named = exempt.scenarios.iter();
                named
                    .map(|name| Scenario::from_str(name))
                    .any(|each| each == Ok(scenario))
            });
            (exempt.scenarios.is_empty() || in_scenario) && patterns.covers(letters)
        });
    exempt
        || ready
            .guard
            .matches(draft.folded.slice(&draft.sentence_at(hit)))
}

/// Of overlapping hits the first and longest.
fn without_overlaps(mut hits: Vec<Range<usize>>) -> Vec<Range<usize>> {
    hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    let mut end = 0;
    hits.retain(|hit| {
        let is_new = hit.start >= end;
        end = end.max(hit.end);
        is_new
    });
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_are_the_same_whatever_their_spaces() {
        assert!(same_contact("tel. 22 555 01 02", "22-555-01-02"));
        assert!(same_contact("Biuro@petla.example", "biuro@petla.example"));
        assert!(!same_contact("22 555 01 02", "22 555 01 03"));
    }

    #[test]
    fn dates_are_no_contacts() {
        let text = "Od 2026-11-22 do 22.05.2027, tel. 22 555 01 02 lub a@b.example.";
        let found: Vec<&str> = contacts(text)
            .into_iter()
            .map(|range| text.get(range).unwrap())
            .collect();
        assert_eq!(found, ["22 555 01 02", "a@b.example"]);
    }

    #[test]
    fn the_longest_of_overlapping_hits_stays() {
        assert_eq!(without_overlaps(vec![3..5, 0..4, 0..2, 6..7]), [0..4, 6..7]);
    }
}
