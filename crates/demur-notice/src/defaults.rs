//! Values that follow from the opinion and the day; what staff fill in goes before them.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::basis::Rule;
use crate::citation::{choose, cited, without_norm};
use crate::{Basis, Channel, Lang, Scenario, Values};

/// Days to ask for a review, and as many to answer: Demur's standard, of which a firm may make
/// what it wants.
const REVIEW_DAYS: i64 = 14;

/// Fills in what follows, and tells which norm is named.
pub(crate) fn fill_in<'a>(
    values: &mut Values,
    basis: &'a Basis,
    scenario: Scenario,
    channel: Channel,
    lang: Lang,
) -> Option<&'a Rule> {
    if let Some(day) = basis.day {
        days(values, day);
    }
    if let Some(contact) = values.get("contact").map(str::to_owned) {
        values.suggest("contact_short", contact);
    }
    if values.get("rule_name").is_some() {
        return None;
    }
    let rule = choose(basis, scenario);
    values.suggest(
        "rule_name",
        rule.map_or_else(
            || without_norm(scenario, lang).to_owned(),
            |rule| cited(rule, channel, lang),
        ),
    );
    if let Some(title) = rule.and_then(|rule| rule.title.as_ref()) {
        values.suggest("rule_plain", format!("{title}."));
    }
    rule
}

/// The day of the situation, the next one on which all is well again, and the days of a review.
fn days(values: &mut Values, day: Date) {
    let mut suggest = |slot, day: Date| values.suggest(slot, day.to_string());
    suggest("date", day);
    suggest("incident_date", day);
    suggest("return_date", day.saturating_add(1.day()));
    suggest("appeal_deadline", day.saturating_add(REVIEW_DAYS.days()));
    suggest(
        "appeal_reply_by",
        day.saturating_add((2 * REVIEW_DAYS).days()),
    );
    if let (Some(start), Some(end)) = (iso(values, "start_date"), iso(values, "end_date")) {
        let half = start.duration_until(end) / 2;
        values.suggest("review_date", start.saturating_add(half).to_string());
    }
}

fn iso(values: &Values, slot: &str) -> Option<Date> {
    values.get(slot)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_from_the_day_of_the_situation() {
        let mut values = Values::default();
        values.set("start_date", "2026-12-01").unwrap();
        values.set("end_date", "2027-06-01").unwrap();
        values.set("appeal_deadline", "do świąt").unwrap();
        days(&mut values, "2026-11-30".parse().unwrap());
        let shown = |slot| values.get(slot).unwrap().to_owned();
        assert_eq!(shown("incident_date"), "2026-11-30");
        assert_eq!(shown("return_date"), "2026-12-01");
        assert_eq!(shown("appeal_deadline"), "do świąt");
        assert_eq!(shown("appeal_reply_by"), "2026-12-28");
        assert_eq!(shown("review_date"), "2027-03-02");
    }
}
