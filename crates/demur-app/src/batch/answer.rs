//! One row of the output.

use demur_engine::Opinion;
use demur_lawbook::{Confidence, GroundStatus, Id, Lawbook, NormId, Verdict};
use serde::Serialize;

/// The opinion on one row, in names. Lists are in the order of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer<'l> {
    /// The line, or the position of the row, from 1.
    pub row: u64,
    /// What the row calls itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The day whose law was applied.
    pub at: String,
    /// The verdict, or `undetermined`.
    pub verdict: &'static str,
    /// Every verdict that is possible.
    pub possible: Vec<&'static str>,
    /// What breaks no rule, however unknown facts turn out: `serve`, `refuse`.
    pub safe: Vec<&'static str>,
    /// `strong` or `weak`, of a permission.
    pub strength: Option<&'static str>,
    /// The weakest norm that it rests on.
    pub confidence: Option<&'static str>,
    /// Norms that carry the verdict.
    pub because: Vec<&'l str>,
    /// Norms whose forbidden reasons are in play.
    pub tainted: Vec<&'l str>,
    /// Grounds on which refusing is open.
    pub open_grounds: Vec<&'l str>,
    /// Steps that are not known to be done.
    pub steps: Vec<&'l str>,
    /// Duties when refusing.
    pub duties: Vec<&'l str>,
    /// What must not be done when refusing.
    pub must_not: Vec<&'l str>,
    /// What would do instead of refusing, least restrictive first.
    pub measures: Vec<&'l str>,
    /// Norms whose caution applies.
    pub cautions: Vec<&'l str>,
}

impl<'l> Answer<'l> {
    /// The answer on a row. The opinion must come from an engine of the same lawbook.
    #[must_use]
    pub fn new(lawbook: &'l Lawbook, row: u64, id: Option<String>, opinion: &Opinion) -> Self {
        let norms = |norms: &mut dyn Iterator<Item = NormId>| -> Vec<&'l str> {
            norms.map(|norm| lawbook.norms[norm].id.as_str()).collect()
        };
        let safe = [
            ("serve", opinion.serving_is_safe),
            ("refuse", opinion.refusing_is_safe),
        ];
        let open = opinion
            .grounds
            .iter()
            .filter(|each| each.status == GroundStatus::Open);
        let undone = opinion.steps.iter().filter(|each| each.done != Some(true));
        let mut steps: Vec<_> = undone.map(|each| each.step).collect();
        steps.sort_by_key(|step| step.position());
        steps.dedup();
        Self {
            row,
            id,
            at: opinion.day.to_string(),
            verdict: opinion.verdict.map_or("undetermined", Verdict::name),
            possible: opinion.possible.iter().map(|each| each.name()).collect(),
            safe: safe
                .into_iter()
                .filter_map(|(name, is)| is.then_some(name))
                .collect(),
            strength: opinion.strength.map(crate::opinion_json::strength),
            confidence: opinion.confidence.map(Confidence::name),
            because: norms(&mut opinion.because.iter().map(|each| each.norm)),
            tainted: norms(&mut opinion.tainted.iter().map(|each| each.norm)),
            open_grounds: open
                .map(|each| lawbook.grounds[each.ground].name.as_str())
                .collect(),
            steps: steps
                .into_iter()
                .map(|step| lawbook.steps[step].name.as_str())
                .collect(),
            duties: names_of_duties(lawbook, &opinion.duties),
            must_not: names_of_duties(lawbook, &opinion.must_not),
            measures: opinion
                .measures
                .iter()
                .map(|each| lawbook.measures[each.measure].name.as_str())
                .collect(),
            cautions: norms(&mut opinion.cautions.iter().copied()),
        }
    }
}

fn names_of_duties<'l>(lawbook: &'l Lawbook, duties: &[demur_engine::DutyOpinion]) -> Vec<&'l str> {
    let mut ids: Vec<_> = duties.iter().map(|each| each.duty).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter()
        .map(|duty| lawbook.duties[duty].name.as_str())
        .collect()
}
