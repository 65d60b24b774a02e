//! What can be read and is wrong: `S004` to `S011`, in full; contradictions that the
//! engine finds have their own file.

use super::refused;

#[test]
fn s004_unknown_key() {
    refused(
        "fact:\n  customer.age: 17\nnote: hello\nhistory:\n  warned: true\ndate: 2026-11-22\n",
        "\
error[S004]: a situation has no key `fact`
  ╭▸ situation.yaml:1:1
  │
1 │ fact:
  │ ━━━━ expected `at`, `place`, `profile`, `facts` or `notice`
  │
  ╰ help: did you mean `facts`?
error[S004]: a situation has no key `note`
  ╭▸ situation.yaml:3:1
  │
3 │ note: hello
  ╰╴━━━━ expected `at`, `place`, `profile`, `facts` or `notice`
error[S004]: a situation has no key `history`
  ╭▸ situation.yaml:4:1
  │
4 │ history:
  │ ━━━━━━━ expected `at`, `place`, `profile`, `facts` or `notice`
  │
  ╰ help: facts stand below `facts:`; move `history` there
error[S004]: a situation has no key `date`
  ╭▸ situation.yaml:6:1
  │
6 │ date: 2026-11-22
  │ ━━━━ expected `at`, `place`, `profile`, `facts` or `notice`
  │
  ╰ help: did you mean `at`?",
    );
}

#[test]
fn s004_unknown_key_of_a_value() {
    refused(
        "facts:\n  refusal.reasons: {include: [race]}\n  customer.age: {form: 17}\n",
        "\
error[S004]: the set `refusal.reasons` has no part `include`
  ╭▸ situation.yaml:2:21
  │
2 │   refusal.reasons: {include: [race]}
  │                     ━━━━━━━ expected `includes` or `excludes`
  │
  ╰ help: did you mean `includes`?
error[S004]: a range of `customer.age` has no end `form`
  ╭▸ situation.yaml:3:18
  │
3 │   customer.age: {form: 17}
  │                  ━━━━ expected `from` or `to`
  │
  ╰ help: did you mean `from`?",
    );
}

#[test]
fn s005_unknown_fact() {
    refused(
        "facts:\n  conduct.warned: true\n  weather: bad\n  custmer: {age: 17}\n  history: true\n",
        "\
error[S005]: there is no fact `conduct.warned`
  ╭▸ situation.yaml:2:3
  │
2 │   conduct.warned: true
  │   ━━━━━━━━━━━━━━ no fact has this name
  │
  ├ help: did you mean `history.warned`?
  ╰ help: `demur facts` lists all facts
error[S005]: there is no fact `weather`
  ╭▸ situation.yaml:3:3
  │
3 │   weather: bad
  │   ━━━━━━━ no fact has this name
  │
  ╰ help: `demur facts` lists all facts
error[S005]: there is no fact `custmer`
  ╭▸ situation.yaml:4:3
  │
4 │   custmer: {age: 17}
  │   ━━━━━━━ no fact has this name
  │
  ├ help: did you mean `customer`?
  ╰ help: `demur facts` lists all facts
error[S005]: `history` is a group of facts, not a fact
  ╭▸ situation.yaml:5:3
  │
5 │   history: true
  │   ━━━━━━━ expected facts below it
  │
  ╰ help: it holds `history.warned`",
    );
}

#[test]
fn s005_a_key_of_the_situation() {
    refused(
        "facts:\n  place: pl\n",
        "\
error[S005]: `place` is not one of the facts
  ╭▸ situation.yaml:2:3
  │
2 │   place: pl
  │   ━━━━━ stands one level too deep
  │
  ╰ help: write `place:` beside `facts:`, not below it",
    );
}

#[test]
fn s006_not_yes_or_no() {
    refused(
        "facts:\n  history.warned: maybe\n",
        "\
error[S006]: `history.warned` cannot be `maybe`
  ╭▸ situation.yaml:2:19
  │
2 │   history.warned: maybe
  │                   ━━━━━ expected `true` or `false`
  │
  ╰ help: leave the fact out, or write `unknown`, when it is not known",
    );
}

#[test]
fn s006_not_a_value() {
    refused(
        "facts:\n  request.object: good\n  business.kind: usługi\n",
        "\
error[S006]: `request.object` cannot be `good`
  ╭▸ situation.yaml:2:19
  │
2 │   request.object: good
  │                   ━━━━ expected `service`, `goods` or `entry`
  │
  ╰ help: did you mean `goods`?
error[S006]: `business.kind` cannot be `usługi`
  ╭▸ situation.yaml:3:18
  │
3 │   business.kind: usługi
  │                  ━━━━━━ expected `shop` or `services`
  │
  ╰ help: did you mean `services`?",
    );
    refused(
        "facts:\n  request.object: []\n  business.kind: {is: shop}\n",
        "\
error[S006]: no value is left for `request.object`
  ╭▸ situation.yaml:2:19
  │
2 │   request.object: []
  │                   ━━ an empty list
  │
  ╰ help: list the values that are possible, or leave the fact out
error[S006]: `business.kind` cannot be a mapping
  ╭▸ situation.yaml:3:18
  │
3 │   business.kind: {is: shop}
  │                  ━━━━━━━━━━ expected `shop` or `services`
  │
  ╰ help: write the value, or a list of those that are possible",
    );
}

#[test]
fn s006_not_a_set() {
    refused(
        "facts:\n  refusal.reasons: race\n",
        "\
error[S006]: `refusal.reasons` cannot be `race`
  ╭▸ situation.yaml:2:20
  │
2 │   refusal.reasons: race
  │                    ━━━━ expected a list
  │
  ├ help: write `[race]` for exactly that
  ╰ help: write `{includes: [race]}` when the others are not known",
    );
    refused(
        "facts:\n  refusal.reasons: {includes: [race, age], excludes: [age]}\n",
        "\
error[S006]: `refusal.reasons` both includes and excludes `age`
  ╭▸ situation.yaml:2:20
  │
2 │   refusal.reasons: {includes: [race, age], excludes: [age]}
  │                    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ cannot be both
  │
  ╰ help: keep one of them, or neither when it is not known",
    );
}

#[test]
fn s006_not_a_number() {
    refused(
        "facts:\n  customer.age: \"17\"\n",
        r##"error[S006]: `customer.age` cannot be a number in quotes
  ╭▸ situation.yaml:2:17
  │
2 │   customer.age: "17"
  │                 ━━━━ expected a whole number from 0 to 120
  │
  ╰ help: write `17` without quotes"##,
    );
    refused(
        "facts:\n  customer.age: 200\n",
        "\
error[S006]: `customer.age` cannot be `200`
  ╭▸ situation.yaml:2:17
  │
2 │   customer.age: 200
  │                 ━━━ expected a whole number from 0 to 120
  │
  ╰ help: a range is written as `16..17`, `18..` (or more) or `..15` (or less)",
    );
    refused(
        "facts:\n  customer.age: 17..16\n",
        "\
error[S006]: the range of `customer.age` runs backwards
  ╭▸ situation.yaml:2:17
  │
2 │   customer.age: 17..16
  │                 ━━━━━━ no number is both 17 or more and 16 or less
  │
  ╰ help: write the smaller number first",
    );
}

#[test]
fn s006_facts_that_are_none() {
    refused(
        "facts: [customer.age]\n",
        "\
error[S006]: `facts` cannot be a list
  ╭▸ situation.yaml:1:8
  │
1 │ facts: [customer.age]
  │        ━━━━━━━━━━━━━━ expected names of facts with their values
  │
  ╰ help: write each fact on a line of its own, such as `customer.age: 17`",
    );
}

#[test]
fn s007_no_such_day() {
    refused(
        "at: 2026-02-30\n",
        "\
error[S007]: there is no day `2026-02-30`
  ╭▸ situation.yaml:1:5
  │
1 │ at: 2026-02-30
  │     ━━━━━━━━━━ month 2 of 2026 has 28 days
  │
  ╰ help: write the day as year-month-day, such as `2026-11-22`",
    );
    refused(
        "at: 2026-13-01\n",
        "\
error[S007]: there is no day `2026-13-01`
  ╭▸ situation.yaml:1:5
  │
1 │ at: 2026-13-01
  │     ━━━━━━━━━━ there is no month 13
  │
  ╰ help: write the day as year-month-day, such as `2026-11-22`",
    );
    refused(
        "at: today\n",
        "\
error[S007]: `today` is not a day
  ╭▸ situation.yaml:1:5
  │
1 │ at: today
  │     ━━━━━ expected a day
  │
  ╰ help: write the day as year-month-day, such as `2026-11-22`",
    );
}

#[test]
fn s008_place_not_covered() {
    refused(
        "place: de\n",
        "\
error[S008]: the place `de` is not covered by the law packs
  ╭▸ situation.yaml:1:8
  │
1 │ place: de
  │        ━━ no law of this place is known
  │
  ├ help: covered: `pl`
  ╰ help: a place that is not covered gets no answer: the law there is not known",
    );
    refused(
        "place: PL-MA\n",
        "\
error[S008]: the place `PL-MA` is not covered by the law packs
  ╭▸ situation.yaml:1:8
  │
1 │ place: PL-MA
  │        ━━━━━ no law of this place is known
  │
  ├ help: did you mean `pl`?
  ├ help: covered: `pl`
  ╰ help: a place that is not covered gets no answer: the law there is not known",
    );
    refused(
        "place: [pl]\n",
        "\
error[S008]: `place` cannot be a list
  ╭▸ situation.yaml:1:8
  │
1 │ place: [pl]
  │        ━━━━ expected one place
  │
  ├ help: covered: `pl`
  ╰ help: a place that is not covered gets no answer: the law there is not known",
    );
}

#[test]
fn s009_unknown_profile() {
    refused(
        "profile: gabinett\n",
        "\
error[S009]: there is no profile `gabinett`
  ╭▸ situation.yaml:1:10
  │
1 │ profile: gabinett
  │          ━━━━━━━━ no profile has this name
  │
  ├ help: did you mean `gabinet`?
  ╰ help: known profiles: `gabinet` and `sklep`",
    );
    refused(
        "profile: {name: sklep}\n",
        "\
error[S009]: a profile cannot be a mapping
  ╭▸ situation.yaml:1:10
  │
1 │ profile: {name: sklep}
  │          ━━━━━━━━━━━━━ expected the name of a profile
  │
  ╰ help: known profiles: `gabinet` and `sklep`",
    );
}

#[test]
fn s010_given_twice() {
    refused(
        "at: 2026-11-22\nat: 2026-11-23\n",
        "\
error[S010]: `at` is given twice
  ╭▸ situation.yaml:2:1
  │
1 │ at: 2026-11-22
  │ ── first here
2 │ at: 2026-11-23
  │ ━━ again
  │
  ╰ help: keep one of them: which one counts is not guessed",
    );
    refused(
        "facts:\n  history.warned: true\n  customer.age: 17\n  history:\n    warned: true\n",
        "\
error[S010]: the fact `history.warned` is given twice
  ╭▸ situation.yaml:5:5
  │
2 │   history.warned: true
  │   ──────────────────── first here
  ┆
5 │     warned: true
  │     ━━━━━━━━━━━━ again
  │
  ╰ help: keep one of them: which one counts is not guessed",
    );
    refused(
        "profile: [gabinet, gabinet]\nfacts:\n  refusal.reasons: [race, race]\n",
        "\
error[S010]: the profile `gabinet` is given twice
  ╭▸ situation.yaml:1:20
  │
1 │ profile: [gabinet, gabinet]
  │           ┬──────  ━━━━━━━ again
  │           │
  │           first here
  │
  ╰ help: keep one of them: which one counts is not guessed
error[S010]: the value `race` is given twice
  ╭▸ situation.yaml:3:27
  │
3 │   refusal.reasons: [race, race]
  │                     ┬───  ━━━━ again
  │                     │
  │                     first here
  │
  ╰ help: keep one of them: which one counts is not guessed",
    );
}

#[test]
fn s011_profiles_that_contradict_each_other() {
    refused(
        "profile: [gabinet, sklep]\n",
        "\
error[S011]: the profiles `gabinet` and `sklep` contradict each other
  ╭▸ situation.yaml:1:10
  │
1 │ profile: [gabinet, sklep]
  │          ━━━━━━━━━━━━━━━━ gabinet says `business.kind is services`, sklep says `business.kind is shop`
  │
  ╰ help: keep one profile, or say below `facts` what holds for `business.kind`",
    );
}
