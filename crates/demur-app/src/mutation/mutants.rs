//! Every mutant of a norm.

use demur_lawbook::{Condition, Lawbook, Norm, NormId};
use jiff::civil::Date;

use super::{Change, Kind, Mutant, conditions, effects, wording};

/// The norms that differ from this one in one place.
pub(super) fn of(lawbook: &Lawbook, norm: NormId) -> Vec<Mutant> {
    let original = &lawbook.norms[norm];
    let mut found = Found {
        norm,
        original,
        mutants: Vec::new(),
    };
    found.add(Change::without(Kind::DropNorm, String::new()), |norm| {
        norm.when = Condition::Any(Vec::new());
    });
    found.when(lawbook);
    found.unless(lawbook);
    found.days();
    for (change, effect) in effects::variants(lawbook, &original.effect) {
        found.add(change, |norm| norm.effect = effect.clone());
    }
    for overridden in unique(&original.overrides, |id| lawbook.norms[*id].id.as_str()) {
        let text = format!("overrides {overridden}");
        found.add(Change::without(Kind::DropOverride, text), |norm| {
            norm.overrides
                .retain(|each| lawbook.norms[*each].id != overridden);
        });
    }
    found.mutants
}

fn unique<'t, T>(elements: &'t [T], name: impl Fn(&'t T) -> &'t str) -> Vec<&'t str> {
    let mut names: Vec<&str> = elements.iter().map(name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

struct Found<'l> {
    norm: NormId,
    original: &'l Norm,
    mutants: Vec<Mutant>,
}

impl Found<'_> {
    fn add(&mut self, change: Change, alter: impl FnOnce(&mut Norm)) {
        let mut changed = self.original.clone();
        alter(&mut changed);
        self.mutants.push(Mutant {
            norm: self.norm,
            change,
            changed,
        });
    }

    /// The places of its pack stand first and are not the norm's own.
    fn when(&mut self, lawbook: &Lawbook) {
        let Condition::All(parts) = &self.original.when else {
            return;
        };
        for (index, part) in parts.iter().enumerate().skip(1) {
            let with = |variant: Condition| {
                let mut parts = parts.clone();
                if let Some(place) = parts.get_mut(index) {
                    *place = variant;
                }
                Condition::All(parts)
            };
            let is_one = wording::named(lawbook, part).is_some()
                || wording::set(lawbook, part).is_some_and(|(_, any)| !any)
                || wording::is_whole_set(lawbook, part)
                || !matches!(part, Condition::All(parts) if parts.len() > 1);
            if is_one {
                let change = Change::without(Kind::DropCondition, wording::text(lawbook, part));
                self.add(change, |norm| norm.when = with(Condition::always()));
            }
            for (change, variant) in conditions::variants(lawbook, part) {
                self.add(change, |norm| norm.when = with(variant));
            }
        }
    }

    fn unless(&mut self, lawbook: &Lawbook) {
        for (index, exception) in self.original.unless.iter().enumerate() {
            let text = format!("unless {}", wording::text(lawbook, exception));
            self.add(Change::without(Kind::DropException, text), |norm| {
                norm.unless.remove(index);
            });
            for (change, variant) in conditions::variants(lawbook, exception) {
                self.add(change.in_exception(), |norm| {
                    if let Some(place) = norm.unless.get_mut(index) {
                        *place = variant;
                    }
                });
            }
        }
    }

    fn days(&mut self) {
        let (from, to) = (self.original.from, self.original.to);
        if let Some(day) = from {
            self.day(
                "from",
                day,
                Kind::FromEarlier,
                Some(day.yesterday()),
                |norm, day| norm.from = day,
            );
            self.day(
                "from",
                day,
                Kind::FromLater,
                Some(day.tomorrow()),
                |norm, day| norm.from = day,
            );
            self.day("from", day, Kind::FromRemoved, None, |norm, day| {
                norm.from = day
            });
        }
        if let Some(day) = to {
            self.day(
                "to",
                day,
                Kind::ToEarlier,
                Some(day.yesterday()),
                |norm, day| norm.to = day,
            );
            self.day(
                "to",
                day,
                Kind::ToLater,
                Some(day.tomorrow()),
                |norm, day| norm.to = day,
            );
            self.day("to", day, Kind::ToRemoved, None, |norm, day| norm.to = day);
        }
    }

    fn day(
        &mut self,
        word: &str,
        was: Date,
        kind: Kind,
        moved: Option<Result<Date, jiff::Error>>,
        set: fn(&mut Norm, Option<Date>),
    ) {
        match moved {
            Some(Ok(moved)) => {
                let change =
                    Change::instead(kind, format!("{word} {was}"), format!("{word} {moved}"));
                self.add(change, |norm| set(norm, Some(moved)));
            }
            // The calendar ends there.
            Some(Err(_)) => {}
            None => {
                let change = Change::without(kind, format!("{word} {was}"));
                self.add(change, |norm| set(norm, None));
            }
        }
    }
}
