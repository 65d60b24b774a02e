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
            .at(
                norm.declared.0,
                norm.declared.1,
                "applies in no example and no precedent",
            )
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
        for place in places(lawbook) {
            let anywhere = Situation::on(day);
            let within = match place {
                Some(place) => anywhere.with(lawbook.place, Answer::OneOf(vec![place])),
                None => anywhere,
            };
            if let Ok(survey) = engine.survey(&within) {
                let clash = survey
                    .clash
                    .map(|case| clash(lawbook, &mut engine, day, case));
                let gap = survey.gap.map(|case| gap(lawbook, day, &case));
                found.extend(clash.into_iter().chain(gap));
            }
        }
    }
    found
}

/// Every place that a pack speaks of; none in particular where no pack speaks of any.
fn places(lawbook: &Lawbook) -> Vec<Option<usize>> {
    match lawbook.facts[lawbook.place].domain.values().len() {
        0 => vec![None],
        count => (0..count).map(Some).collect(),
    }
}

fn quarter_days() -> impl Iterator<Item = Date> {
    FROM.series(3.months()).take_while(|day| *day < TO)
}

fn clash(lawbook: &Lawbook, engine: &mut Engine<'_>, day: Date, case: Vec<Known>) -> Diagnostic {
    let profile = case
        .iter()
        .map(|known| (known.variable, known.cells))
        .collect();
    let opinion = engine.decide(&Situation {
        profile,
        ..Situation::on(day)
    });
    let norms = opinion.map(|opinion| [opinion.forbids_refusing, opinion.forbids_serving].concat());
    let message =
        format!("norms of one layer forbid both serving and refusing, for example on {day}");
    let mut diagnostic = Diagnostic::error("T004", message).help(situation(lawbook, &case));
    for (index, norm) in norms.unwrap_or_default().into_iter().enumerate() {
        let norm = &lawbook.norms[norm];
        let label = format!("`{}` applies", norm.id);
        diagnostic = match index {
            0 => diagnostic.at(norm.declared.0, norm.declared.1, label),
            _ => diagnostic.see(norm.declared.0, norm.declared.1, label),
        };
    }
    diagnostic.help("say which norm yields: `overrides`, `except` or an `unless`")
}

fn gap(lawbook: &Lawbook, day: Date, case: &[Known]) -> Diagnostic {
    Diagnostic::error("T005", format!("refusing is allowed although no norm says so, for example on {day}"))
        .help(situation(lawbook, case))
        .help("code the norm that leaves the choice free (`permit refusing as` a weak ground) or the one that forbids refusing")
}

fn situation(lawbook: &Lawbook, case: &[Known]) -> String {
    format!("the situation: {}", words::list(lawbook, case).join(", "))
}
