//! Duties that depend on what was not asked.

use demur_app::engine::ConditionalDuty;
use demur_app::lawbook::Lawbook;

use super::{Item, PartKind, TitledPart};
use crate::norm::label;
use crate::words::Words;

/// More duties than this are counted instead of listed.
const MOST: usize = 3;

/// What has to be done, too, if something applies that was not asked; the most certain first.
#[must_use]
pub fn conditional(
    lawbook: &Lawbook,
    duties: &[ConditionalDuty],
    words: &Words,
) -> Option<TitledPart> {
    let mut duties: Vec<&ConditionalDuty> = duties.iter().collect();
    duties.sort_by_key(|duty| duty.facts.len());
    duties.dedup_by_key(|duty| duty.duty);
    if duties.is_empty() {
        return None;
    }
    let statement = |each: &&ConditionalDuty| {
        let duty = &lawbook.duties[each.duty];
        let asked = each.facts.first().map(|fact| &lawbook.facts[*fact].ask);
        let question = asked.map(|ask| ask.get(words.lang)).unwrap_or_default();
        let gaps = [
            ("duty", label(words, &duty.label, &duty.name).into()),
            ("question", question.into()),
        ];
        Item::plain(words.fill("ask-conditional-duty", &gaps))
    };
    let more = duties.len().saturating_sub(MOST);
    Some(TitledPart {
        kind: PartKind::Conditional,
        title: words.say("ask-conditional"),
        items: duties.iter().take(MOST).map(statement).collect(),
        more: (more > 0).then(|| words.fill("ask-conditional-more", &[("n", more.into())])),
    })
}
