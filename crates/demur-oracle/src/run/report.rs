//! What a run found, in numbers and words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use demur_lawbook::{NormId, Verdict};

use crate::form::Judged;
use crate::partial::Compared;

/// More differences than these tell nothing new.
const MOST_SHOWN: usize = 5;

/// What a run found.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The seed that gives the same situations again.
    pub seed: u64,
    /// Complete situations.
    pub situations: u64,
    /// How many of them each form judged.
    pub asked: BTreeMap<&'static str, u64>,
    /// How often each verdict came.
    pub verdicts: BTreeMap<Verdict, u64>,
    /// Norms that could have held on some day.
    pub in_force: BTreeSet<NormId>,
    /// Norms that held at least once.
    pub held: BTreeSet<NormId>,
    /// Norms that were live at least once.
    pub live: BTreeSet<NormId>,
    /// Situations with unknown facts, and all of their completions.
    pub partial: u64,
    /// Completions of these.
    pub completions: u64,
    /// How many of them leave more than one verdict possible.
    pub undetermined: u64,
    /// Sketches that no repair made possible.
    pub given_up: u64,
    /// How often a form disagreed with the reference.
    pub disagreed: u64,
    /// Some of these, with the smallest situation.
    pub differences: Vec<Difference>,
    /// Forms that could not be made.
    pub faults: Vec<String>,
    /// Jobs that ended without a report.
    pub unfinished: usize,
    /// How long it took.
    pub seconds: f64,
}

/// A form that disagrees with the reference.
#[derive(Debug, Clone)]
pub struct Difference {
    /// Its name.
    pub form: &'static str,
    /// About what, in words.
    pub says: Vec<String>,
    /// The smallest situation found in which it does, as a file.
    pub situation: String,
}

impl Report {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            seed,
            ..Self::default()
        }
    }

    pub(super) fn count(&mut self, judged: &Judged) {
        self.situations += 1;
        self.held.extend(judged.own.iter().flatten());
        self.live.extend(judged.live.iter().flatten());
        if let Some(verdict) = judged.verdict {
            *self.verdicts.entry(verdict).or_default() += 1;
        }
    }

    pub(super) fn ask(&mut self, form: &'static str) {
        *self.asked.entry(form).or_default() += 1;
    }

    pub(super) fn partial(&mut self, compared: Compared) {
        self.partial += 1;
        self.completions += compared.completions;
        self.undetermined += u64::from(compared.undetermined);
        if let Some(difference) = compared.difference {
            self.disagreed += 1;
            self.differences.push(difference);
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.situations += other.situations;
        for (form, count) in other.asked {
            *self.asked.entry(form).or_default() += count;
        }
        for (verdict, count) in other.verdicts {
            *self.verdicts.entry(verdict).or_default() += count;
        }
        self.in_force.extend(other.in_force);
        self.held.extend(other.held);
        self.live.extend(other.live);
        self.partial += other.partial;
        self.completions += other.completions;
        self.undetermined += other.undetermined;
        self.given_up += other.given_up;
        self.disagreed += other.disagreed;
        self.differences.extend(other.differences);
        self.faults.extend(other.faults);
        self.unfinished += other.unfinished;
    }

    /// Whether every form agreed everywhere.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.disagreed == 0 && self.faults.is_empty() && self.unfinished == 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for difference in self.differences.iter().take(MOST_SHOWN) {
            writeln!(f, "# {} disagrees with the reference:", difference.form)?;
            for says in &difference.says {
                writeln!(f, "#   {says}")?;
            }
            writeln!(f, "{}", difference.situation)?;
        }
        for fault in &self.faults {
            writeln!(f, "fault: {fault}")?;
        }
        writeln!(f, "seed {}", self.seed)?;
        writeln!(f, "{} complete situations", self.situations)?;
        for (form, count) in &self.asked {
            writeln!(f, "  judged by {form}: {count}")?;
        }
        for (verdict, count) in &self.verdicts {
            writeln!(f, "  {}: {count}", verdict.name())?;
        }
        writeln!(
            f,
            "  norms that held: {} of {}, live: {}",
            self.held.len(),
            self.in_force.len(),
            self.live.len()
        )?;
        writeln!(f, "  sketches given up: {}", self.given_up)?;
        writeln!(
            f,
            "{} partial situations, {} completions, {} undetermined",
            self.partial, self.completions, self.undetermined
        )?;
        write!(
            f,
            "{} differences, {} unfinished, {:.0} s",
            self.disagreed + self.faults.len() as u64,
            self.unfinished,
            self.seconds
        )
    }
}
