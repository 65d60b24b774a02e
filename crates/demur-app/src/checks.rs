//! Checks of a whole library that no single norm can make of itself.

use demur_engine::{Engine, Known, Situation};
use demur_lawbook::{Answer, Lawbook, NormId};
use demur_syntax::Diagnostic;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::words;

/// First day that is surveyed.
const FROM: Date = jiff::civil::date(2010, 1, 1);
/// First day that is no longer surveyed.
const TO: Date = jiff::civil::date(2028, 1, 1);

/// Norms that apply in no example, as diagnostics.
#[must_use]
pub fn never_applied(lawbook: &Lawbook, norms: &[NormId]) -> Vec<Diagnostic> {
    let diagnostics = norms.iter().map(|norm| {
        let norm = &lawbook.norms[*norm];
        Diagnostic::error("T003", format!("no example shows `{}` at work", norm.id))
            .at(norm.declared.0, norm.declared.1, "applies in no example and no precedent")
            .help(format!("add an example with `expect applies {}`", norm.id))
    });
    diagnostics.collect()
}

/// Looks at every quarter-day from 2010 to 2027, in every place, for situations in
/// which norms of one layer forbid both serving and refusing, and for situations in
/// which refusing is allowed although no norm says so. Days between two changes of
/// the law are alike, so each period is reported once.
#[must_use]
pub fn survey(lawbook: &Lawbook) -> Vec<Diagnostic> {
    let mut engine = Engine::new(lawbook);
    let mut found = Vec::new();
    let mut seen = Vec::new();
    for day in quarter_days() {
        let period = engine.changes().partition_point(|change| *change <= day);
        if seen.contains(&period) {
            continue;
        }
        seen.push(period);
        for place in 0..lawbook.facts[lawbook.place].domain.values().len() {
            let within = Situation::on(day).with(lawbook.place, Answer::OneOf(vec![place]));
            if let Ok(survey) = engine.survey(&within) {
                let clash = survey.clash.map(|case| finding(lawbook, "T004", "norms of one layer forbid both serving and refusing", day, &case));
                let gap = survey.gap.map(|case| finding(lawbook, "T005", "refusing is allowed although no norm says so", day, &case));
                found.extend(clash.into_iter().chain(gap));
            }
        }
    }
    found
}

fn quarter_days() -> impl Iterator<Item = Date> {
    FROM.series(3.months()).take_while(|day| *day < TO)
}

fn finding(lawbook: &Lawbook, code: &'static str, message: &str, day: Date, case: &[Known]) -> Diagnostic {
    let facts: Vec<String> = case.iter().map(|known| words::known(lawbook, *known)).collect();
    Diagnostic::error(code, format!("{message}, for example on {day}"))
        .help(format!("the situation: {}", facts.join(", ")))
        .help("say which norm yields: `overrides`, `except` or an `unless`")
}
