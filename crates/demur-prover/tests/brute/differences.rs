//! What two lawbooks answer differently.

use demur_lawbook::{Lawbook, Verdict};
use demur_prover::{NormChange, Semver, diff};
use demur_testkit::{reference, survey};
use jiff::civil::Date;
use proptest::{prop_assert, prop_assert_eq};

use crate::planted::{file, norms, pack};
use crate::{check, compile};

#[test]
fn every_changed_verdict_has_an_example_and_every_example_is_true() {
    check(30, |packs, day| {
        let old = compile(packs.without_house().files());
        let new = compile(packs.files());
        let found = diff(&old, &new, day);
        prop_assert_eq!(&found.mismatches, &[]);
        prop_assert_eq!(&found.narrowed, &Vec::<String>::new());
        // Worlds are numbered by cells: they mean the same only where numbers are cut alike.
        let cells = |book: &Lawbook| -> Vec<u32> {
            book.variables
                .iter()
                .map(|(_, variable)| variable.cells)
                .collect()
        };
        if cells(&old) != cells(&new) {
            return Ok(());
        }
        for world in survey::worlds(&new, day, &survey::nothing(&new)) {
            let before = reference::verdict(&old, day, &world).verdict;
            let after = reference::verdict(&new, day, &world).verdict;
            let known = found.changes.iter().any(|change| {
                let here = |(from, to): &(Option<Date>, Option<Date>)| {
                    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day < to)
                };
                (change.from, change.to) == (before, after) && change.when.iter().any(here)
            });
            prop_assert!(
                before == after || known,
                "{before:?} to {after:?} in {world:?}"
            );
        }
        Ok(())
    });
}

fn library(law: &str, facts: &str) -> Lawbook {
    compile(vec![
        pack("law", "law"),
        file("law/facts.md", format!("# f\n\n```demur\n{facts}\n```\n")),
        norms("law/a.md", law),
    ])
}

const FACTS: &str = r#"
fact customer.age : 0..120
  ask en "Age?" pl "Wiek?"
fact customer.kind : one of { guest en "g" pl "g", member en "m" pl "m" }
  ask en "Kind?" pl "Kto?"
"#;

#[test]
fn numbers_cut_elsewhere_and_new_facts_are_compared() {
    let old = library(
        "norm law.a.adult\n  forbid serving\n    when customer.age < 18 and customer.kind is guest\n",
        FACTS,
    );
    let more = format!("{FACTS}\nfact customer.calm : bool\n  ask en \"Calm?\" pl \"Spokój?\"\n");
    let new = library(
        "norm law.a.adult\n  forbid serving\n    when customer.age < 21 and customer.kind is guest\n    unless customer.calm\n",
        &more,
    );
    let found = diff(&old, &new, jiff::civil::date(2026, 11, 22));
    assert_eq!(found.mismatches, []);
    let mut pairs: Vec<_> = found
        .changes
        .iter()
        .map(|change| (change.from, change.to))
        .collect();
    pairs.sort_unstable();
    let expected = [
        (Verdict::MayRefuse, Verdict::MustRefuse),
        (Verdict::MustRefuse, Verdict::MayRefuse),
    ];
    assert_eq!(pairs, expected);
    assert_eq!(found.semver, Semver::Major);
    assert_eq!(found.norms, [NormChange::Changed("law.a.adult".to_owned())]);
    assert_eq!(found.narrowed, Vec::<String>::new());
    assert_eq!(
        diff(&new, &old, jiff::civil::date(2026, 11, 22)).narrowed,
        ["customer.calm"]
    );
}

#[test]
fn the_future_is_minor_and_nothing_is_a_patch() {
    let text = "norm law.a.adult\n  forbid serving\n    when customer.age < 18\n";
    let old = library(text, FACTS);
    let later = "norm law.a.adult\n  forbid serving\n    when customer.age < 18\nnorm law.a.all\n  forbid refusing\n    when customer.age > 80\n";
    let mut new = library(later, FACTS);
    let mut norms = demur_lawbook::Table::default();
    for (_, norm) in new.norms.iter() {
        let mut norm = norm.clone();
        if norm.id == "law.a.all" {
            norm.from = Some(jiff::civil::date(2027, 1, 1));
        }
        norms.push(norm);
    }
    new.norms = norms;
    let today = jiff::civil::date(2026, 11, 22);
    assert_eq!(diff(&old, &new, today).semver, Semver::Minor);
    assert_eq!(
        diff(&old, &new, jiff::civil::date(2027, 1, 1)).semver,
        Semver::Major
    );
    let same = diff(&old, &old, today);
    assert_eq!((same.semver, same.changes.len()), (Semver::Patch, 0));
}
