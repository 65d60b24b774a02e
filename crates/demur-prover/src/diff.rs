//! What two lawbooks answer differently.

mod merge;

use std::collections::{BTreeMap, BTreeSet};

use demur_engine::{Claim, Engine, Known, Space, Twist};
use demur_lawbook::{Expectation, Lawbook, Verdict};
use jiff::civil::Date;

use crate::field::Field;
use crate::finding::{Mismatch, Scene};
use crate::scene::{agrees, forcing, is_usual, plainest};
use crate::spans::spans;
use merge::{Merged, merged};

/// What the change of a lawbook asks of its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Semver {
    /// No opinion changes.
    Patch,
    /// Verdicts change only for days to come, or only grounds, steps or duties change.
    Minor,
    /// A verdict of the past or of today changes, or the vocabulary got narrower.
    Major,
}

impl Semver {
    /// As it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// A verdict that turns into another one.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// By the old lawbook.
    pub from: Verdict,
    /// By the new one.
    pub to: Verdict,
    /// A smallest situation that forces both; it was replayed through both engines. Its
    /// ids are those of [`Difference::vocabulary`].
    pub scene: Scene,
    /// Spans of days in which this very situation changes so.
    pub when: Vec<(Option<Date>, Option<Date>)>,
}

/// A norm that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum NormChange {
    /// There was none with this id.
    Added(String),
    /// There is none any more.
    Removed(String),
    /// Its days, conditions or effect are others.
    Changed(String),
}

/// What two lawbooks answer differently.
#[derive(Debug)]
pub struct Difference {
    /// A lawbook with the facts of both, for showing situations.
    pub vocabulary: Lawbook,
    /// For each pair of verdicts that occurs the fewest situations that show it in each
    /// span.
    pub changes: Vec<Change>,
    /// Norms.
    pub norms: Vec<NormChange>,
    /// Facts and values that are no longer there.
    pub narrowed: Vec<String>,
    /// Whether grounds, steps, duties or taints change somewhere.
    pub shown_changes: bool,
    /// What the new version has to be called.
    pub semver: Semver,
    /// Faults of this program.
    pub mismatches: Vec<Mismatch>,
}

/// Compares two lawbooks over all situations that both can tell, in every span of days.
/// `released` is the last day that counts as past.
#[must_use]
pub fn diff(old: &Lawbook, new: &Lawbook, released: Date) -> Difference {
    let both = merged(old, new);
    let mut days: BTreeSet<Date> = Engine::new(old).changes().iter().copied().collect();
    days.extend(Engine::new(new).changes());
    let days: Vec<Date> = days.into_iter().collect();
    let mut comparison = Comparison {
        old,
        new,
        both: &both,
        engines: (Engine::new(old), Engine::new(new)),
        changes: Vec::new(),
        mismatches: Vec::new(),
        shown_changes: false,
    };
    for span in spans(&days, released) {
        comparison.look(span.day, (span.from, span.to));
    }
    let Comparison {
        changes,
        mismatches,
        shown_changes,
        ..
    } = comparison;
    let past = |change: &Change| {
        let mut when = change.when.iter();
        when.any(|(from, _)| from.is_none_or(|from| from <= released))
    };
    let semver = if !both.narrowed.is_empty() || changes.iter().any(past) {
        Semver::Major
    } else if !changes.is_empty() || shown_changes {
        Semver::Minor
    } else {
        Semver::Patch
    };
    let norms = merge::norm_changes(&both);
    Difference {
        vocabulary: both.new,
        changes,
        norms,
        narrowed: both.narrowed,
        shown_changes,
        semver,
        mismatches,
    }
}

struct Comparison<'a> {
    old: &'a Lawbook,
    new: &'a Lawbook,
    both: &'a Merged,
    engines: (Engine<'a>, Engine<'a>),
    changes: Vec<Change>,
    mismatches: Vec<Mismatch>,
    shown_changes: bool,
}

impl Comparison<'_> {
    fn look(&mut self, day: Date, span: (Option<Date>, Option<Date>)) {
        let both = self.both;
        let mut field = Field::on(Space::new(&both.new), &both.new, day);
        let old = field.space.law(&both.old, day, &Twist::none());
        let possible = field.space.possible(&old);
        let common = field.space.known(&both.common);
        field.possible = field.space.all([field.possible, possible, common]);
        if !self.shown_changes {
            let before = field.space.shown(&both.old, &old);
            let after = field.space.shown(&both.new, &field.law);
            let differs = field.space.differ_in_any(&before, &after);
            self.shown_changes = field.find(&[differs], &[]).is_some();
            if !self.shown_changes {
                return;
            }
        }
        for from in Verdict::ALL {
            for to in Verdict::ALL {
                if from != to {
                    let goals = [old.verdict(from), field.law.verdict(to)];
                    self.pair(&mut field, (from, to), &goals, span);
                }
            }
        }
    }

    fn pair(
        &mut self,
        field: &mut Field<'_>,
        (from, to): (Verdict, Verdict),
        goals: &[Claim],
        span: (Option<Date>, Option<Date>),
    ) {
        if field.find(goals, &[]).is_none() {
            return;
        }
        let goal = field.space.all(goals.iter().copied());
        let not = field.space.not(goal);
        for change in &mut self.changes {
            let same = (change.from, change.to) == (from, to) && !change.scene.otherwise_typical;
            let given = &change.scene.given;
            if same && field.find(&[goal], given).is_some() && field.find(&[not], given).is_none() {
                change.when.push(span);
                return;
            }
        }
        let Some(world) = plainest(field, goals, &[]) else {
            return;
        };
        let mut given = forcing(field, goal, &world);
        given.sort_by_key(|known| (is_usual(field.lawbook, *known), known.variable));
        let scene = Scene {
            day: field.day,
            given,
            otherwise_typical: false,
            verdict: Some(to),
            expectations: vec![Expectation::Verdict(to, Vec::new())],
            policy: None,
        };
        let replays = [
            (
                merge::projected(&self.both.new, self.old, &scene.given),
                from,
            ),
            (merge::projected(&self.both.new, self.new, &scene.given), to),
        ];
        let engines = [&mut self.engines.0, &mut self.engines.1];
        for (engine, (given, verdict)) in engines.into_iter().zip(replays) {
            let replay = Scene {
                given: given.into_iter().collect::<Vec<Known>>(),
                expectations: vec![Expectation::Verdict(verdict, Vec::new())],
                ..scene.clone()
            };
            if let Err(said) = agrees(engine, &replay) {
                let what = format!("{} becomes {} on {}", from.name(), to.name(), field.day);
                self.mismatches.push(Mismatch { what, said });
                return;
            }
        }
        self.changes.push(Change {
            from,
            to,
            scene,
            when: vec![span],
        });
    }
}

/// Values by name, first those of `first`.
fn union<T: Clone>(first: &[T], second: &[T], name: impl Fn(&T) -> &str) -> Vec<T> {
    let known: BTreeMap<&str, ()> = first.iter().map(|value| (name(value), ())).collect();
    let more = second
        .iter()
        .filter(|value| !known.contains_key(name(value)));
    first.iter().chain(more).cloned().collect()
}
