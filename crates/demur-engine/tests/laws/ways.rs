//! Ways are the cheapest changes, and none is missing: against trying every change.

use demur_engine::{Engine, Goal, Known, Way};
use demur_lawbook::{Cells, Cost, Domain, Id, VarId, Verdict};
use demur_testkit::survey::{Knowledge, Survey};
use proptest::{prop_assert, prop_assert_eq};

use crate::case::{Case, Checked, check, one_less};

/// The most ways that an opinion lists for one goal.
const MOST: usize = 5;

/// A variable with one value that it can get, whether more of it is more of a change,
/// and what it costs.
type Choice = (VarId, usize, bool, u32);

fn choices(case: &Case<'_>, goal: Goal) -> Vec<Vec<Choice>> {
    let known = case.known();
    let mut found = Vec::new();
    for (_, fact) in case.lawbook.facts.iter() {
        let cost = match fact.cost {
            Cost::Seen => 1,
            Cost::Ask => 2,
            Cost::Lookup => 4,
            Cost::Intrusive => 8,
        };
        let avoidable = fact.avoidable && goal == Goal::Serve;
        for variable in &fact.variables {
            let cells = known[variable.position()];
            let first = cells.iter().next().unwrap_or_default();
            let wanted = |cell: &usize| match fact.domain {
                Domain::Bool => (*cell == 1 && fact.actionable) || (*cell == 0 && avoidable),
                Domain::OneOf(_) => fact.actionable,
                Domain::SomeOf(_) => *cell == 1 && fact.actionable,
                Domain::Int { .. } => *cell > first && fact.actionable,
            };
            let grows = matches!(fact.domain, Domain::Int { .. });
            let all = case.lawbook.variables[*variable].cells as usize;
            let open = (0..all)
                .filter(wanted)
                .filter(|cell| cells != Cells::single(*cell));
            found.push(open.map(|cell| (*variable, cell, grows, cost)).collect());
        }
    }
    found.retain(|choices: &Vec<Choice>| !choices.is_empty());
    found
}

/// Every way to choose for some of the variables.
fn changes(choices: &[Vec<Choice>]) -> Vec<Vec<Choice>> {
    choices.iter().fold(vec![Vec::new()], |before, own| {
        let with = |change: &Vec<Choice>, choice: &Choice| {
            change.iter().chain([choice]).copied().collect()
        };
        let more: Vec<Vec<Choice>> = before
            .iter()
            .flat_map(|change| own.iter().map(move |choice| with(change, choice)))
            .collect();
        before.into_iter().chain(more).collect()
    })
}

fn after(known: &Knowledge, change: &[Choice]) -> Knowledge {
    let mut after = known.clone();
    for (variable, cell, ..) in change {
        after[variable.position()] = Cells::single(*cell);
    }
    after
}

fn serves(verdict: &Verdict) -> bool {
    !matches!(verdict, Verdict::MustRefuse | Verdict::Conflict)
}

fn reached(goal: Goal, possible: &[Verdict], certain: bool) -> bool {
    match (goal, certain) {
        (Goal::Serve, true) => !possible.is_empty() && possible.iter().all(serves),
        (Goal::Serve, false) => possible.iter().any(serves),
        (Goal::Refuse, true) => possible == [Verdict::MayRefuse],
        (Goal::Refuse, false) => possible.contains(&Verdict::MayRefuse),
    }
}

fn asks_no_more(one: &[Choice], other: &[Choice]) -> bool {
    one.iter().all(|(variable, cell, grows, _)| {
        other.iter().any(|(also, target, ..)| {
            variable == also && (cell == target || *grows && cell < target)
        })
    })
}

/// All smallest changes that reach the goal.
fn smallest(survey: &Survey<'_>, case: &Case<'_>, goal: Goal, certain: bool) -> Vec<Vec<Choice>> {
    let known = case.known();
    let mut reaching = changes(&choices(case, goal));
    reaching.retain(|change| reached(goal, &survey.possible(&after(&known, change)), certain));
    let is_smallest = |change: &&Vec<Choice>| {
        let less = |other: &Vec<Choice>| other != *change && asks_no_more(other, change);
        !reaching.iter().any(less)
    };
    reaching.iter().filter(is_smallest).cloned().collect()
}

fn check_ways(ways: &[&Way], expected: &[Vec<Choice>]) -> Checked {
    let cost = |change: &Vec<Choice>| change.iter().map(|choice| choice.3).sum::<u32>();
    let known = |change: &Vec<Choice>| -> Vec<Known> {
        let mut known: Vec<Known> = change
            .iter()
            .map(|choice| Known {
                variable: choice.0,
                cells: Cells::single(choice.1),
            })
            .collect();
        known.sort_unstable();
        known
    };
    let mut costs: Vec<u32> = expected.iter().map(cost).collect();
    costs.sort_unstable();
    costs.truncate(MOST);
    let found: Vec<u32> = ways.iter().map(|way| way.cost).collect();
    prop_assert_eq!(found, costs, "{:?} instead of {:?}", ways, expected);
    for (index, way) in ways.iter().enumerate() {
        let mut change = way.change.clone();
        change.sort_unstable();
        let same = |each: &Vec<Choice>| known(each) == change && cost(each) == way.cost;
        prop_assert!(expected.iter().any(same), "{way:?} is not a smallest one");
        prop_assert!(
            ways.iter()
                .skip(index + 1)
                .all(|other| other.change != way.change)
        );
    }
    Ok(())
}

fn check_goal(goal: Goal) {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let survey = case.survey();
        let ways: Vec<&Way> = opinion.ways.iter().filter(|way| way.goal == goal).collect();
        let safe = match goal {
            Goal::Serve => opinion.serving_is_safe,
            Goal::Refuse => opinion.refusing_is_safe,
        };
        if safe {
            prop_assert!(ways.is_empty());
            return Ok(());
        }
        let certain = smallest(&survey, case, goal, true);
        let expected = if !certain.is_empty() {
            certain.clone()
        } else if reached(goal, &opinion.possible, false) {
            Vec::new()
        } else {
            smallest(&survey, case, goal, false)
        };
        prop_assert!(ways.iter().all(|way| way.certain != certain.is_empty()));
        check_ways(&ways, &expected)
    });
}

#[test]
fn ways_to_serve_are_the_cheapest_changes_after_which_serving_is_safe() {
    check_goal(Goal::Serve);
}

#[test]
fn ways_to_refuse_are_the_cheapest_changes_after_which_refusing_is_allowed() {
    check_goal(Goal::Refuse);
}

#[test]
fn a_way_says_what_is_possible_then_and_what_else_it_takes() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let survey = case.survey();
        for way in &opinion.ways {
            let mut known = case.known();
            for change in &way.change {
                known[change.variable.position()] = change.cells;
            }
            prop_assert_eq!(&survey.possible(&known), &way.possible);
            prop_assert!(!way.certain || way.provided.is_empty());
            for more in &way.provided {
                known[more.variable.position()] = known[more.variable.position()].and(more.cells);
            }
            let reached = reached(way.goal, &survey.possible(&known), true);
            prop_assert!(reached || way.depends_on_reasons, "{way:?}");
        }
        Ok(())
    });
}

#[test]
fn no_way_changes_why_somebody_would_refuse() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        for known in opinion
            .ways
            .iter()
            .flat_map(|way| way.change.iter().chain(&way.provided))
        {
            let fact = case.lawbook.variables[known.variable].fact;
            prop_assert!(Some(fact) != case.lawbook.reasons);
            prop_assert!(Some(fact) != case.lawbook.comparator);
        }
        Ok(())
    });
}

#[test]
fn what_would_settle_a_verdict_settles_it_and_nothing_less_does() {
    check(|case| {
        let full = Engine::new(&case.lawbook).decide_in_full(&case.situation());
        let Ok(opinion) = full else {
            return Ok(());
        };
        let verdicts: Vec<Verdict> = opinion.would_be.iter().map(|would| would.verdict).collect();
        if opinion.verdict.is_some() {
            prop_assert!(verdicts.is_empty());
            return Ok(());
        }
        prop_assert_eq!(&verdicts, &opinion.possible);
        let survey = case.survey();
        let with = |facts: &[Known]| {
            let mut known = case.known();
            for fact in facts {
                known[fact.variable.position()] = known[fact.variable.position()].and(fact.cells);
            }
            survey.possible(&known)
        };
        for would in &opinion.would_be {
            let possible = with(&would.facts);
            prop_assert!(possible.contains(&would.verdict));
            if would.depends_on_reasons {
                prop_assert!(possible.len() > 1, "reasons decide nothing in {would:?}");
                continue;
            }
            prop_assert_eq!(&possible, &[would.verdict]);
            for fewer in one_less(&would.facts) {
                prop_assert!(with(&fewer).len() > 1, "{fewer:?} would do in {would:?}");
            }
        }
        Ok(())
    });
}
