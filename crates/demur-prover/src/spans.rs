//! Spans of days in which the law is one and the same.

use demur_engine::Engine;
use jiff::civil::Date;

/// Days between two changes of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First day; absent for the time before the first change.
    pub from: Option<Date>,
    /// First day after it; absent when it lasts.
    pub to: Option<Date>,
    /// The day that stands for it.
    pub day: Date,
}

impl Span {
    /// Whether it has a day in the half-open period.
    #[must_use]
    pub fn meets(&self, from: Option<Date>, to: Option<Date>) -> bool {
        let starts = |to: Option<Date>, from: Option<Date>| match (to, from) {
            (Some(to), Some(from)) => from < to,
            _ => true,
        };
        starts(self.to, from) && starts(to, self.from)
    }

    /// Whether the day lies in it.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }
}

/// The spans between `changes`, which ascend: the one with the day `first`, then later
/// ones, then earlier ones back in time. What is found first is nearest to today.
#[must_use]
pub fn spans(changes: &[Date], first: Date) -> Vec<Span> {
    let mut all = Vec::new();
    for index in 0..=changes.len() {
        let from = index
            .checked_sub(1)
            .and_then(|index| changes.get(index))
            .copied();
        let to = changes.get(index).copied();
        let mut span = Span {
            from,
            to,
            day: first,
        };
        if !span.holds(first) {
            span.day = from
                .or_else(|| to.and_then(|to| to.yesterday().ok()))
                .unwrap_or(first);
        }
        all.push(span);
    }
    let present = all.partition_point(|span| span.to.is_some_and(|to| to <= first));
    let mut earlier: Vec<Span> = all.drain(..present).collect();
    earlier.reverse();
    all.extend(earlier);
    all
}

/// The spans of an engine's law.
pub(crate) fn of(engine: &Engine<'_>, first: Date) -> Vec<Span> {
    spans(engine.changes(), first)
}

#[cfg(test)]
mod tests {
    use super::spans;
    use jiff::civil::date;

    #[test]
    fn the_present_comes_first_and_the_past_last() {
        let (a, b) = (date(2010, 1, 1), date(2027, 1, 1));
        let found = spans(&[a, b], date(2026, 11, 22));
        let days: Vec<_> = found.iter().map(|span| span.day).collect();
        assert_eq!(days, [date(2026, 11, 22), b, date(2009, 12, 31)]);
        assert!(found[0].meets(None, Some(date(2010, 1, 2))));
        assert!(!found[0].meets(None, Some(a)));
        assert!(found[2].meets(Some(date(1900, 1, 1)), None) && !found[2].meets(Some(a), None));
    }
}
