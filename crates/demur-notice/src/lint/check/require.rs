//! What must stand in a notice.

use super::Job;
use crate::lint::Finding;
use crate::lint::rule::SettledBy;

/// One of the words, or a slot or part that proves it.
pub(super) fn any(job: &Job<'_>) -> Vec<Finding> {
    let ready = job.rule.ready(job.draft.context.lang);
    let is_there =
        is_settled(job) || is_proved(job) || ready.find.first_in(&job.draft.folded).is_some();
    missing(job, is_there)
}

/// Each of the words, or the slot at the same place in the list of proofs.
pub(super) fn all(job: &Job<'_>) -> Vec<Finding> {
    missing(job, has_all(job))
}

pub(super) fn has_all(job: &Job<'_>) -> bool {
    let ready = job.rule.ready(job.draft.context.lang);
    let mut proofs = job.rule.proof.iter().map(|slot| job.draft.shows(slot));
    let is_there = ready.each.iter().all(|patterns| {
        proofs.next().unwrap_or_default() || patterns.first_in(&job.draft.folded).is_some()
    });
    is_there || job.rule.parts().any(|part| job.draft.has(part))
}

/// The plan says that there is nothing to write, and why.
fn is_settled(job: &Job<'_>) -> bool {
    let plan = &job.draft.context.plan;
    match job.rule.settled_by {
        Some(SettledBy::NoAlternative) => plan.has_alternative == Some(false),
        Some(SettledBy::NoProvider) => plan.no_provider_because.is_some(),
        None => false,
    }
}

fn is_proved(job: &Job<'_>) -> bool {
    let by_slot = job.rule.proof.iter().any(|slot| job.draft.shows(slot));
    by_slot || job.rule.parts().any(|part| job.draft.has(part))
}

/// Words alone may have said it otherwise.
fn missing(job: &Job<'_>, is_there: bool) -> Vec<Finding> {
    if is_there {
        return Vec::new();
    }
    let mut found = job.whole();
    if job.draft.is_plain() {
        found.level = found.level.lighter();
    }
    vec![found]
}
