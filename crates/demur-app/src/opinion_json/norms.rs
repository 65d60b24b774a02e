//! What an opinion says of single norms: duties, cautions, consequences, reasons.

use demur_engine::{Because, DutyOpinion};
use demur_lawbook::{Effect, Norm, NormId, Within};
use demur_syntax::tree::Unit;

use super::convert::{Writer, some};
use super::document::{BecauseDocument, CautionDocument, ConsequenceDocument, DutyDocument};

impl<'l> Writer<'l> {
    pub(super) fn duty(self, opinion: &DutyOpinion) -> DutyDocument<'l> {
        let duty = &self.lawbook.duties[opinion.duty];
        let norm = &self.lawbook.norms[opinion.norm];
        let within = match norm.effect {
            Effect::RequireDuty { within, .. } => within,
            _ => None,
        };
        DutyDocument {
            duty: &duty.name,
            label: duty.label.get(self.lang),
            norm: &norm.id,
            within: within.map(duration),
            working_days: within.is_some_and(|within| within.unit == Unit::WorkingDays),
        }
    }

    pub(super) fn caution(self, norm: NormId) -> Option<CautionDocument<'l>> {
        let norm = &self.lawbook.norms[norm];
        let Effect::Caution(text) = &norm.effect else {
            return None;
        };
        Some(CautionDocument {
            norm: &norm.id,
            text: text.get(self.lang),
            cite: some(&norm.citation.cite),
            confidence: norm.confidence.name(),
        })
    }

    pub(super) fn consequence(self, norm: NormId) -> Option<ConsequenceDocument<'l>> {
        let norm = &self.lawbook.norms[norm];
        let Effect::Consequence { of_serving, text } = &norm.effect else {
            return None;
        };
        Some(ConsequenceDocument {
            norm: &norm.id,
            of: if *of_serving { "serving" } else { "refusing" },
            text: text.get(self.lang),
            cite: some(&norm.citation.cite),
            confidence: norm.confidence.name(),
        })
    }

    pub(super) fn because(self, because: &Because) -> BecauseDocument<'l> {
        let norm = &self.lawbook.norms[because.norm];
        BecauseDocument {
            norm: &norm.id,
            title: norm.title.get(self.lang),
            layer: norm.layer.tier.name(),
            effect: norm.effect.name(),
            cite: some(&norm.citation.cite),
            url: some(&norm.citation.url),
            in_force: in_force(norm),
            confidence: norm.confidence.name(),
            certain: because.certain,
            facts: self.facts(&because.facts),
            note: some(norm.note.get(self.lang)),
            doubts: &norm.doubts,
        }
    }
}

fn in_force(norm: &Norm) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}..{}", day(norm.from), day(norm.to))
}

/// An ISO 8601 duration.
fn duration(within: Within) -> String {
    let count = within.count;
    match within.unit {
        Unit::Hours => format!("PT{count}H"),
        Unit::Days | Unit::WorkingDays => format!("P{count}D"),
        Unit::Weeks => format!("P{count}W"),
        Unit::Months => format!("P{count}M"),
    }
}
