//! Sentences that hide who acts.

use super::{Job, filled};
use crate::lint::Finding;

/// The share of passive and impersonal sentences; the first of them is shown.
pub(super) fn share(job: &Job<'_>) -> Vec<Finding> {
    let ready = job.rule.ready(job.draft.context.lang);
    let sentences = job
        .draft
        .sentences
        .iter()
        .filter(|each| !each.words.is_empty());
    let all = sentences.clone().count();
    let hits = ready
        .find
        .find_in(&job.draft.folded)
        .into_iter()
        .filter(|hit| {
            let letters = job.draft.folded.slice(hit);
            let around = job.draft.folded.slice(&job.draft.sentence_at(hit));
            !ready.exempt.iter().any(|each| each.covers(letters)) && !ready.guard.matches(around)
        });
    let hits: Vec<_> = hits.collect();
    let passive = sentences.filter(|each| {
        let within = |at: usize| each.range.contains(&at);
        hits.iter().any(|hit| within(hit.start))
    });
    let passive = passive.count();
    let Some(first) = hits.first() else {
        return Vec::new();
    };
    let per_cent = passive * 100 / all.max(1);
    let limit = job.rule.limit("per_cent");
    let too_many = f64::from(u32::try_from(per_cent).unwrap_or(u32::MAX)) > limit;
    if passive < 2 || !too_many {
        return Vec::new();
    }
    let value = per_cent.to_string();
    vec![filled(
        job.at(first.clone()),
        &value,
        &format!("{limit:.0}"),
    )]
}
