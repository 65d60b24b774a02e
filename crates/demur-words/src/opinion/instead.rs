//! What could be done instead of refusing: ways to serve, and milder measures; then
//! what would make refusing allowed.

use demur_app::engine::{Goal, Way};
use demur_app::lawbook::Verdict;

use super::{Item, View};

/// More than this is not read at a counter.
const MOST: usize = 3;

/// One statement a line: serving first, refusing last.
pub(super) fn items(view: View<'_>) -> Vec<Item> {
    let most = if view.explain { usize::MAX } else { MOST };
    let ways = |goal: Goal| {
        let found = view.opinion.ways.iter().filter(move |way| way.goal == goal);
        found
            .take(most)
            .map(move |way| Item::plain(self::way(view, way)))
    };
    let mut found: Vec<Item> = ways(Goal::Serve).collect();
    found.extend(measures(view, most));
    // The steps that are outstanding say the same, and stand there already.
    if view.explain || view.opinion.verdict != Some(Verdict::MayRefuseAfter) {
        found.extend(ways(Goal::Refuse));
    }
    found
}

fn way(view: View<'_>, way: &Way) -> String {
    let phrases = view.phrases();
    let changes = phrases.known(&way.change).join("; ");
    let key = match (way.goal, way.certain) {
        (Goal::Serve, true) => "instead-serve",
        (Goal::Serve, false) => "instead-serve-perhaps",
        (Goal::Refuse, true) => "instead-refuse",
        (Goal::Refuse, false) => "instead-refuse-perhaps",
    };
    let provided = phrases.unusual(&way.provided);
    let usual = phrases.known(&way.provided).len() > provided.len();
    view.words.fill(
        key,
        &[
            ("changes", changes.into()),
            ("n", provided.len().into()),
            ("provided", provided.join("; ").into()),
            ("usual", usual.to_string().into()),
        ],
    )
}

/// The least restrictive measures in one line; each with its source when explained.
fn measures(view: View<'_>, most: usize) -> Vec<Item> {
    let label = |measure: demur_app::lawbook::MeasureId| {
        let measure = &view.lawbook.measures[measure];
        view.label(&measure.label, &measure.name)
    };
    let measures = &view.opinion.measures;
    if view.explain {
        let cited = |each: &demur_app::engine::MeasureOpinion| {
            let cites: Vec<&str> = each.norms.iter().map(|norm| view.cite(*norm)).collect();
            let gaps = [
                ("measure", label(each.measure).into()),
                ("cite", cites.join("; ").into()),
            ];
            let text = view.words.fill("instead-measure-cited", &gaps);
            match each.norms.as_slice() {
                [norm] => Item::of_norm(text, &view.norm(*norm).id),
                _ => Item::plain(text),
            }
        };
        return measures.iter().map(cited).collect();
    }
    let labels: Vec<String> = measures
        .iter()
        .take(most)
        .map(|each| label(each.measure))
        .collect();
    if labels.is_empty() {
        return Vec::new();
    }
    let more = measures.len().saturating_sub(most);
    let gaps = [("measures", labels.join("; ").into()), ("n", more.into())];
    vec![Item::plain(view.words.fill("instead-measures", &gaps))]
}
