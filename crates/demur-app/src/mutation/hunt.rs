//! Finds for each mutant a test that fails on it.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{OnceLock, mpsc};
use std::thread;

use demur_engine::{Assay, Case, Closer, Engine, Notice, Pair, Scene};
use demur_lawbook::{Condition, Expectation, Lawbook, Norm, NormId, Test};
use demur_syntax::Span;
use jiff::civil::Date;

use super::sample::Sample;
use super::{Fate, Finding, Mutant, Survival, mutants};
use crate::examples;

/// Which mutants to look for, and how.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scope {
    /// Only so many of them.
    pub sample: Option<Sample>,
    /// How many threads may work; as many as there are cores when absent.
    pub threads: Option<usize>,
}

/// Runs the tests on the mutants of the norms that are `wanted`. The tests are those that
/// are meant for this set of packs, and they have to pass. `progress` hears how many of
/// how many are done.
pub fn hunt(
    lawbook: &Lawbook,
    wanted: impl Fn(NormId, &Norm) -> bool,
    scope: Scope,
    mut progress: impl FnMut(usize, usize),
) -> Vec<Finding> {
    let norms = lawbook.norms.iter().filter(|(id, norm)| wanted(*id, norm));
    let mut all: Vec<Mutant> = norms.flat_map(|(id, _)| mutants::of(lawbook, id)).collect();
    if let Some(sample) = scope.sample {
        all = sample.choose(all);
    }
    let groups: Vec<&[Mutant]> = all.chunk_by(|one, other| one.norm == other.norm).collect();
    let rehearsed = rehearse(lawbook);
    let next = AtomicUsize::new(0);
    let threads = scope
        .threads
        .or_else(|| thread::available_parallelism().ok().map(usize::from))
        .unwrap_or(1);
    let (send, receive) = mpsc::channel();
    let mut fates: Vec<(usize, Vec<Fate>)> = thread::scope(|threads_of| {
        for _ in 0..threads {
            let send = send.clone();
            let (next, groups, rehearsed) = (&next, &groups, &rehearsed);
            threads_of.spawn(move || {
                let mut changed = lawbook.clone();
                while let Some((index, group)) = take(next, groups) {
                    let fates = Hunter::new(lawbook, rehearsed, group).fates(&mut changed);
                    // Nobody listens any more only when the whole hunt is over.
                    let _ = send.send((index, fates));
                }
            });
        }
        drop(send);
        let mut done = 0;
        let mut fates = Vec::new();
        for (index, found) in receive {
            done += found.len();
            progress(done, all.len());
            fates.push((index, found));
        }
        fates
    });
    fates.sort_by_key(|(index, _)| *index);
    let fates = fates.into_iter().flat_map(|(_, fates)| fates);
    all.iter()
        .cloned()
        .zip(fates)
        .map(|(mutant, fate)| Finding { mutant, fate })
        .collect()
}

fn take<'g, 'm>(
    next: &AtomicUsize,
    groups: &'g [&'m [Mutant]],
) -> Option<(usize, &'g &'m [Mutant])> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, groups.get(index)?))
}

/// A test with its situation.
struct Rehearsed<'l> {
    position: usize,
    test: &'l Test,
    scene: Scene,
    /// Whether it passes on the lawbook as it is, once somebody asked.
    passes: OnceLock<bool>,
}

fn rehearse(lawbook: &Lawbook) -> Vec<Rehearsed<'_>> {
    let mut assay = Assay::new(lawbook);
    let tests = lawbook.tests.iter().enumerate();
    tests
        .filter(|(_, test)| examples::belongs(lawbook, test))
        .filter_map(|(position, test)| {
            Some(Rehearsed {
                position,
                test,
                scene: assay.scene(lawbook, test)?,
                passes: OnceLock::new(),
            })
        })
        .collect()
}

/// Looks for tests that fail on the mutants of one norm.
struct Hunter<'a> {
    original: &'a Lawbook,
    mutants: &'a [Mutant],
    /// The tests, those of the norm's own file first.
    tests: Vec<&'a Rehearsed<'a>>,
    assay: Assay,
}

impl<'a> Hunter<'a> {
    fn new(original: &'a Lawbook, rehearsed: &'a [Rehearsed<'a>], mutants: &'a [Mutant]) -> Self {
        let file = mutants
            .first()
            .map(|mutant| original.norms[mutant.norm].declared.0);
        let is_own = |each: &&Rehearsed<'_>| Some(each.test.declared.0) == file;
        let own = rehearsed.iter().filter(is_own);
        let others = rehearsed.iter().filter(|each| !is_own(each));
        Self {
            original,
            mutants,
            tests: own.chain(others).collect(),
            assay: Assay::new(original),
        }
    }

    /// Each mutant takes the place of its norm in `changed`, which is like the original
    /// before and after.
    fn fates(mut self, changed: &mut Lawbook) -> Vec<Fate> {
        let mut fates = Vec::new();
        for mutant in self.mutants {
            let _ = changed.norms.replace(mutant.norm, mutant.changed.clone());
            fates.push(self.fate(mutant, changed));
            let original = self.original.norms[mutant.norm].clone();
            let _ = changed.norms.replace(mutant.norm, original);
        }
        fates
    }

    fn fate(&mut self, mutant: &Mutant, changed: &Lawbook) -> Fate {
        let pair = Pair {
            original: self.original,
            changed,
            norm: mutant.norm,
        };
        let mut case = Case::new(pair);
        if let Some(test) = self.catching(pair, &mut case) {
            return Fate::Caught(test);
        }
        let only_effect = pair.only_effect_differs();
        let days = if only_effect {
            self.days_in_force(mutant)
        } else {
            self.days_of_change(mutant)
        };
        for day in days {
            let difference = match only_effect {
                true => pair.difference(day),
                false => self.assay.difference(&mut case, day),
            };
            if let Some(difference) = difference {
                return Fate::Survived(Box::new(Survival {
                    difference,
                    sharper: if only_effect {
                        self.sharper(pair)
                    } else {
                        None
                    },
                }));
            }
        }
        Fate::Equivalent
    }

    /// The first test that fails; the quick ones are asked first.
    fn catching(&mut self, pair: Pair<'_>, case: &mut Case<'_>) -> Option<usize> {
        let mut perhaps = Vec::new();
        for each in &self.tests {
            match self.assay.notice(case, each.test, &each.scene) {
                Notice::None => {}
                Notice::Fails => return Some(each.position),
                Notice::Perhaps => perhaps.push(*each),
            }
        }
        let mut closer = Closer::new(pair);
        let mut engine = Engine::new(pair.changed);
        let failing = perhaps.into_iter().find(|each| {
            closer.may_differ(each.test, &each.scene)
                && !engine.passes(each.test, &each.scene)
                && self.passes_before(each)
        });
        failing.map(|each| each.position)
    }

    /// A test of the norm's own file that would catch the mutant if it expected more.
    fn sharper(&self, pair: Pair<'_>) -> Option<(usize, Expectation)> {
        let file = self.original.norms[pair.norm].declared.0;
        let mut closer = Closer::new(pair);
        let own = self
            .tests
            .iter()
            .take_while(|each| each.test.declared.0 == file);
        own.filter(|each| each.test.docket.is_none())
            .find_map(|each| {
                let more = closer.could_expect(each.test, &each.scene);
                let catches = |more: &Expectation| {
                    let mut test = each.test.clone();
                    test.expectations = vec![(more.clone(), Span::default())];
                    Engine::new(self.original).passes(&test, &each.scene)
                        && !Engine::new(pair.changed).passes(&test, &each.scene)
                };
                let more = more.into_iter().find(catches)?;
                Some((each.position, more))
            })
    }

    /// Whether the test passes on the original: one that fails anyway catches nothing.
    fn passes_before(&self, each: &Rehearsed<'_>) -> bool {
        *each
            .passes
            .get_or_init(|| Engine::new(self.original).passes(each.test, &each.scene))
    }

    /// Days on which the whole law is compared when only what a norm does differs: the day
    /// of the library, and the first and the last on which the norm is in force.
    fn days_in_force(&self, mutant: &Mutant) -> Vec<Date> {
        let norm = &self.original.norms[mutant.norm];
        let last = norm.to.and_then(|to| to.yesterday().ok());
        let days = norm.from.into_iter().chain(last).collect();
        self.today_first(norm, days)
    }

    /// A day of each period in which the norms are the same that bear on whether this one
    /// is live.
    fn days_of_change(&self, mutant: &Mutant) -> Vec<Date> {
        let mut days = BTreeSet::new();
        let norms = &self.original.norms;
        let own = [&norms[mutant.norm], &mutant.changed];
        let mut bearing: Vec<&Norm> = own.to_vec();
        let mut queue: Vec<NormId> = vec![mutant.norm];
        queue.extend(own.iter().flat_map(|norm| &norm.overrides));
        let mut seen = BTreeSet::new();
        while let Some(id) = queue.pop() {
            if seen.insert(id) {
                bearing.push(&norms[id]);
                queue.extend(&norms[id].overrides);
                let overriding = norms
                    .iter()
                    .filter(|(_, norm)| norm.overrides.contains(&id));
                queue.extend(overriding.map(|(id, _)| id));
            }
        }
        for norm in bearing {
            days.extend(norm.from.into_iter().chain(norm.to));
            days_in(&norm.when, &mut days);
            norm.unless.iter().for_each(|each| days_in(each, &mut days));
        }
        let before = days.first().and_then(|day| day.yesterday().ok());
        days.extend(before);
        self.today_first(&norms[mutant.norm], days)
    }

    /// Where an author can choose, the example is of the day whose law was encoded.
    fn today_first(&self, norm: &Norm, days: BTreeSet<Date>) -> Vec<Date> {
        let today = self.original.packs[norm.pack].text_as_of;
        let today = today.filter(|day| norm.in_force(*day) || days.is_empty());
        // Without a day of its own a norm is the same on all days.
        let any = days.is_empty() && today.is_none();
        let any = any.then_some(jiff::civil::date(2026, 1, 1));
        today
            .into_iter()
            .chain(any)
            .chain(days.into_iter().rev())
            .collect()
    }
}

fn days_in(condition: &Condition, days: &mut BTreeSet<Date>) {
    match condition {
        Condition::Is { .. } => {}
        Condition::During { from, to } => days.extend(from.iter().chain(to)),
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| days_in(part, days));
        }
    }
}
