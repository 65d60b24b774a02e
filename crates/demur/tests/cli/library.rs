//! `demur law test` over a whole library: the checks that need no example, the
//! spelling, and tests with and without a policy.

use crate::support::{Desk, Ran};

const ENGLISH: &str = "sound law nothing in it clashes facts goods choice act examples before";
const POLISH: &str = "dobre prawo towar wybór";

/// A library in which nothing is wrong, with dictionaries of its words.
fn sound() -> Desk {
    let desk = Desk::empty();
    desk.copy("sound", "law");
    for (stem, words) in [("en_GB", ENGLISH), ("pl_PL", POLISH)] {
        let words: Vec<&str> = words.split(' ').collect();
        let list = format!("{}\n{}\n", words.len(), words.join("\n"));
        desk.write(&format!("words/{stem}.dic"), list);
        desk.write(&format!("words/{stem}.aff"), "SET UTF-8\nTRY eosicdg\n");
    }
    desk
}

/// The sound library with this instead of that in its act.
fn changed(from: &str, to: &str) -> Desk {
    let desk = sound();
    let act = desk.read("law/act.md");
    assert!(act.contains(from), "{act}");
    desk.write("law/act.md", act.replace(from, to));
    desk
}

fn found(desk: &Desk, code: &str) -> Ran {
    let ran = desk.run("law test --spelling words");
    assert_eq!(ran.code, 1, "{}", ran.transcript());
    assert!(ran.out.contains(&format!("error[{code}]")), "{}", ran.out);
    ran
}

#[test]
fn a_sound_library() {
    let desk = sound();
    let runs = ["", "--lang pl --plain", "--format json"]
        .map(|flags| desk.run(&format!("law test --spelling words {flags}")));
    assert!(
        runs.iter().all(|ran| ran.code == 0),
        "{}",
        runs.map(|ran| ran.transcript()).join("\n")
    );
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
}

#[test]
fn a_clash() {
    let desk = changed(
        "\n## Examples",
        "\n```demur\nnorm u.act.refuse\n  title en \"Goods\" pl \"Towar\"\n  in force from 2000-01-01\n  forbid serving\n    when goods.sold\n```\n\n## Examples",
    );
    let ran = found(&desk, "T004");
    assert!(ran.out.contains("u.act.refuse"), "{}", ran.out);
}

#[test]
fn a_gap() {
    let desk = changed(
        "norm u.act.choice\n  title en \"Choice\" pl \"Wybór\"\n  in force from 2000-01-01\n  permit refusing as choice\n    unless goods.sold\n",
        "",
    );
    let act = desk
        .read("law/act.md")
        .replace("  expect applies u.act.choice\n", "")
        .replace("  expect inapplicable u.act.choice\n", "");
    desk.write("law/act.md", act);
    let ran = found(&desk, "T005");
    insta::assert_snapshot!(ran.transcript());
}

#[test]
fn a_norm_that_never_applies() {
    let desk = changed(
        "  given not goods.sold\n  expect may_refuse\n  expect applies u.act.choice\n",
        "  expect undetermined {must_serve, may_refuse}\n",
    );
    insta::assert_snapshot!(found(&desk, "T003").transcript());
}

#[test]
fn a_fact_without_use() {
    let desk = sound();
    let facts = desk.read("law/facts.md");
    let unused = "fact goods.choice : bool\n  ask en \"Choice?\"\n  ask pl \"Wybór?\"\n  cost seen\n\nground";
    desk.write("law/facts.md", facts.replace("ground", unused));
    let ran = desk.run("law test --spelling words");
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("warning[W202]"), "{}", ran.out);
    assert!(ran.out.contains("5 checks; failed: 1"), "{}", ran.out);
}

#[test]
fn a_misspelt_word() {
    let desk = changed(
        "title en \"Goods\" pl \"Towar\"",
        "title en \"Gods\" pl \"Tiwar\"",
    );
    insta::assert_snapshot!(found(&desk, "T006").transcript());
    desk.write("law/spelling.txt", "# names\ngods\ntiwar\n");
    assert_eq!(desk.run("law test --spelling words").code, 0);
}

#[test]
fn nobody_is_told_that_words_are_right_without_a_dictionary() {
    let desk = sound();
    let ran = desk.run("law test");
    assert_eq!(ran.code, 0);
    insta::assert_snapshot!(ran.transcript());
    let ran = desk.run("law test --spelling law");
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.transcript());
    desk.write("words/pl_PL.aff", "SET KOI8-R\n");
    let ran = desk.run("law test --spelling words");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("KOI8-R"), "{}", ran.err);
}

const POLICY: &str = "---
pack: firm
layer: house
place: any
version: 2026.11.1
text-as-of: 2026-11-22
status: draft
title-en: Sound law
title-pl: Dobre prawo
---
# Dobre prawo
";

const RULES: &str = "---
cite: Rules, 1
confidence: verified
---
# Towar, towar

```demur
norm firm.rules
  title pl \"Wybór\"
  forbid refusing
```

```demur
example \"towar\" on 2026-11-22
  given not goods.sold
  expect must_serve by firm.rules
```
";

#[test]
fn the_tests_of_the_law_do_not_meet_the_policy() {
    let desk = sound();
    desk.write("policy/pack.md", POLICY);
    desk.write("policy/rules.md", RULES);
    let ran = desk.run("law test --spelling words --policy policy");
    assert_eq!(ran.code, 0, "{}", ran.transcript());
    assert!(
        ran.out.contains("3 norms; passed: 4 examples"),
        "{}",
        ran.out
    );
    let ran = desk.run("law test --policy policy --pack firm");
    assert!(ran.out.contains("passed: 1 example,"), "{}", ran.out);
    desk.write("policy/rules.md", RULES.replace("must_serve", "may_refuse"));
    let ran = desk.run("law test --spelling words --policy policy");
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("policy/rules.md"), "{}", ran.out);
}
