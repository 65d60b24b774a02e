//! One form of address in a Polish text.

use super::Job;
use crate::Address;
use crate::lint::Finding;

/// The first form of a second kind, or the first that is not the form of the case.
///
/// The rule has one pattern for each of [`Address::ALL`], in this order.
pub(super) fn one(job: &Job<'_>) -> Vec<Finding> {
    let ready = job.rule.ready(job.draft.context.lang);
    let mut forms = Vec::new();
    for (address, patterns) in Address::ALL.iter().zip(&ready.each) {
        // What is quoted from the case may address somebody else.
        let found = patterns.find_in(&job.draft.folded).into_iter();
        let own = found.filter(|hit| job.draft.slot_at(hit).is_none());
        forms.extend(own.map(|hit| (hit.start, *address, hit)));
    }
    forms.sort_by_key(|(start, ..)| *start);
    let expected = job.draft.context.address.or_else(|| {
        let first = forms.first();
        first.map(|(_, address, _)| *address)
    });
    let other = forms
        .into_iter()
        .find(|(_, address, _)| Some(*address) != expected);
    other.map(|(.., hit)| job.at(hit)).into_iter().collect()
}
