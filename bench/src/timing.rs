//! Times single decisions: engines take turns in one run, so that noise hits all alike.

use std::time::{Duration, Instant};

use crate::engines::Engine;

/// Each situation is timed so often by each engine; its time is the median.
const ROUNDS: usize = 5;
/// Engines take turns after so many situations.
const BLOCK: usize = 25;
/// An engine that needs longer for all situations decides fewer of them.
const BUDGET: Duration = Duration::from_secs(5);
/// A decision longer than this is timed by the clock of the thread, which stands still while
/// another program has the core. Reading that clock costs too much for shorter ones, and those
/// are rarely interrupted.
const LONG: Duration = Duration::from_micros(50);
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
    let clocks: Vec<(Clock, usize)> = engines
        .iter_mut()
        .map(|engine| warmed_up(engine.as_mut(), situations))
        .collect();
    let mut samples: Vec<Vec<Vec<u64>>> = clocks
        .iter()
        .map(|(_, count)| vec![Vec::with_capacity(ROUNDS); *count])
        .collect();
    for _ in 0..ROUNDS {
        for first in (0..situations).step_by(BLOCK) {
            let turns = engines.iter_mut().zip(&clocks).zip(&mut samples);
            for ((engine, (clock, _)), samples) in turns {
                let block = samples.iter_mut().enumerate().skip(first).take(BLOCK);
                for (situation, times) in block {
                    times.push(clock.time(|| engine.decide(situation)));
                }
            }
        }
    }
    samples.into_iter().map(summed_up).collect()
}

/// Which clock an engine needs, and how many situations fit into its budget.
fn warmed_up(engine: &mut dyn Engine, situations: usize) -> (Clock, usize) {
    engine.decide(0);
    let trials = 10.min(situations);
    let nanos = Clock::Thread.time(|| (0..trials).for_each(|each| engine.decide(each)));
    let each = nanos / u64::try_from(trials.max(1)).unwrap_or(1);
    let clock = if each > nanoseconds(LONG) {
        Clock::Thread
    } else {
        Clock::Wall
    };
    let rounds = u64::try_from(ROUNDS).unwrap_or(1);
    let count = nanoseconds(BUDGET) / rounds / each.max(1);
    let count = usize::try_from(count).unwrap_or(situations);
    (clock, count.clamp(FEWEST.min(situations), situations))
}

/// What tells the time.
#[derive(Debug, Clone, Copy)]
enum Clock {
    /// Time as people know it.
    Wall,
    /// Time that this thread had on a core.
    Thread,
}

impl Clock {
    /// Nanoseconds that this took.
    fn time(self, run: impl FnOnce()) -> u64 {
        match self {
            Self::Wall => {
                let start = Instant::now();
                run();
                nanoseconds(start.elapsed())
            }
            Self::Thread => {
                let start = on_core();
                run();
                nanoseconds(on_core().saturating_sub(start))
            }
        }
    }
}

/// How long this thread has had a core so far.
pub fn on_core() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
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

/// Shortest of a few runs, in seconds on the core, and what the last of them gave.
pub fn best_of<T>(runs: usize, mut run: impl FnMut() -> T) -> (f64, Option<T>) {
    let mut best = f64::INFINITY;
    let mut given = None;
    for _ in 0..runs {
        // What the run before gave is dropped outside the time.
        drop(given.take());
        let start = on_core();
        given = Some(run());
        best = best.min(on_core().saturating_sub(start).as_secs_f64());
    }
    (best, given)
}
