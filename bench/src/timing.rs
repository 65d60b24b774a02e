//! Times single decisions: engines take turns in one run, so that noise hits all alike.

use std::time::{Duration, Instant};

use crate::engines::Engine;

/// Each situation is timed so often by each engine; its time is the median.
const ROUNDS: usize = 5;
/// Engines take turns after so many situations.
const BLOCK: usize = 25;
/// An engine that needs longer for all situations decides fewer of them.
const BUDGET: Duration = Duration::from_secs(10);
/// Fewest situations, whatever they take.
const FEWEST: usize = 20;

/// Times of one engine, in nanoseconds.
#[derive(Debug, Clone)]
pub struct Times {
    /// How many situations were timed.
    pub situations: usize,
    /// Median over the situations.
    pub median: f64,
    /// Ninety-ninth hundredth of the situations.
    pub p99: f64,
}

/// Times every engine on the same situations.
pub fn measure(engines: &mut [Box<dyn Engine + '_>], situations: usize) -> Vec<Times> {
    let counts: Vec<usize> = engines
        .iter_mut()
        .map(|engine| affordable(engine.as_mut(), situations))
        .collect();
    let mut samples: Vec<Vec<Vec<u64>>> = counts
        .iter()
        .map(|count| vec![Vec::with_capacity(ROUNDS); *count])
        .collect();
    for _ in 0..ROUNDS {
        for first in (0..situations).step_by(BLOCK) {
            for (engine, samples) in engines.iter_mut().zip(&mut samples) {
                let block = samples.iter_mut().enumerate().skip(first).take(BLOCK);
                for (situation, times) in block {
                    let start = Instant::now();
                    engine.decide(situation);
                    times.push(nanoseconds(start.elapsed()));
                }
            }
        }
    }
    samples.into_iter().map(summed_up).collect()
}

/// Warms the engine up and tells how many situations fit into its budget.
fn affordable(engine: &mut dyn Engine, situations: usize) -> usize {
    engine.decide(0);
    let start = Instant::now();
    let trials = 10.min(situations);
    for situation in 0..trials {
        engine.decide(situation);
    }
    let each = start.elapsed().as_secs_f64() / trials.max(1) as f64;
    let rounds = ROUNDS as f64;
    let count = (BUDGET.as_secs_f64() / rounds / each.max(1e-9)) as usize;
    count.clamp(FEWEST.min(situations), situations)
}

fn summed_up(samples: Vec<Vec<u64>>) -> Times {
    let mut medians: Vec<u64> = samples
        .into_iter()
        .map(|mut times| {
            times.sort_unstable();
            quantile(&times, 50)
        })
        .collect();
    medians.sort_unstable();
    Times {
        situations: medians.len(),
        median: quantile(&medians, 50) as f64,
        p99: quantile(&medians, 99) as f64,
    }
}

fn quantile(sorted: &[u64], percent: usize) -> u64 {
    let position = sorted.len().saturating_sub(1) * percent / 100;
    sorted.get(position).copied().unwrap_or(0)
}

/// A duration in whole nanoseconds.
pub fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// What reading the clock twice costs, which is part of every time.
pub fn clock() -> f64 {
    let mut times: Vec<u64> = (0..10_001)
        .map(|_| nanoseconds(Instant::now().elapsed()))
        .collect();
    times.sort_unstable();
    quantile(&times, 50) as f64
}

/// Shortest of a few runs, in seconds, and what the last of them gave.
pub fn best_of<T>(runs: usize, mut run: impl FnMut() -> T) -> (f64, Option<T>) {
    let mut best = f64::INFINITY;
    let mut given = None;
    for _ in 0..runs {
        // What the run before gave is dropped outside the time.
        drop(given.take());
        let start = Instant::now();
        given = Some(run());
        best = best.min(start.elapsed().as_secs_f64());
    }
    (best, given)
}
