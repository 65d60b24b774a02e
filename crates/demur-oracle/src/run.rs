//! A whole run: every stretch of days between two changes of the law, every place.

mod job;
mod report;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use demur_engine::Engine;
use demur_lawbook::Lawbook;
use jiff::ToSpan as _;
use jiff::civil::Date;

use self::job::Job;
pub use self::report::{Difference, Report};

/// Share of the newest law, in percent: it is what people ask about.
const NEWEST: u64 = 20;

/// How much to compare.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Complete situations.
    pub situations: u64,
    /// About how many of these also go through Cedar, which takes milliseconds for each;
    /// with 0 nothing is exported.
    pub cedar: u64,
    /// About how many of these also go the whole way to an opinion.
    pub opinions: u64,
    /// Situations with unknown facts.
    pub partial: u64,
    /// The same seed gives the same situations.
    pub seed: u64,
    /// Threads; they change nothing in what is found.
    pub threads: usize,
}

/// Compares every form with the reference.
#[must_use]
pub fn run(lawbook: &Lawbook, plan: Plan) -> Report {
    let started = Instant::now();
    let jobs = jobs(lawbook, plan);
    let next = AtomicUsize::new(0);
    let reports: Mutex<Vec<(usize, Report)>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..plan.threads.max(1) {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(index) else { break };
                    let report = job.run(lawbook);
                    if let Ok(mut reports) = reports.lock() {
                        reports.push((index, report));
                    }
                }
            });
        }
    });
    let mut reports = reports.into_inner().unwrap_or_default();
    reports.sort_by_key(|(index, _)| *index);
    let mut whole = Report::new(plan.seed);
    // A job that came to no report found at least that.
    whole.unfinished = jobs.len() - reports.len();
    for (_, report) in reports {
        whole.add(report);
    }
    whole.seconds = started.elapsed().as_secs_f64();
    whole
}

fn jobs(lawbook: &Lawbook, plan: Plan) -> Vec<Job> {
    let stretches = stretches(lawbook);
    let places = lawbook.facts[lawbook.place].domain.values().len().max(1);
    let count = (stretches.len() * places) as u64;
    let newest = stretches.len().saturating_sub(1);
    let mut jobs = Vec::new();
    for (index, days) in stretches.into_iter().enumerate() {
        for place in 0..places {
            let part = jobs.len() as u64;
            let own = |total: u64| {
                let spread = total - total * NEWEST / 100;
                let extra = if index == newest {
                    total * NEWEST / 100 / places as u64
                } else {
                    0
                };
                spread * (part + 1) / count - spread * part / count + extra
            };
            jobs.push(Job {
                part,
                seed: plan.seed,
                place,
                days: days.clone(),
                situations: own(plan.situations),
                partial: own(plan.partial),
                cedar_every: every(plan.situations, plan.cedar),
                opinion_every: every(plan.situations, plan.opinions),
            });
        }
    }
    jobs
}

/// One of every so many; none when none is wanted.
fn every(all: u64, wanted: u64) -> Option<u64> {
    all.checked_div(wanted).map(|every| every.max(1))
}

/// First, middle and last day of each stretch in which the law stays as it is.
#[must_use]
pub fn stretches(lawbook: &Lawbook) -> Vec<Vec<Date>> {
    let engine = Engine::new(lawbook);
    let changes = engine.changes();
    let mut firsts: Vec<Date> = changes
        .first()
        .and_then(|first| first.checked_sub(400.days()).ok())
        .into_iter()
        .collect();
    firsts.extend(changes);
    let mut stretches = Vec::new();
    for (index, first) in firsts.iter().enumerate() {
        let next = firsts.get(index + 1).copied();
        let last = match next {
            Some(next) => next.yesterday().unwrap_or(next),
            None => first.saturating_add(400.days()),
        };
        let length = first.duration_until(last).as_hours() / 24;
        let middle = first.saturating_add((length / 2).days());
        let mut days = vec![*first, middle, last];
        days.dedup();
        stretches.push(days);
    }
    stretches
}
