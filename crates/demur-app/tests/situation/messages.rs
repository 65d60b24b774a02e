//! Every message, in full. `S002` and `S011` of the engine have tests of their own.

use super::read_bytes;

fn refused(text: &str, expected: &str) {
    refused_bytes(text.as_bytes(), expected);
}

fn refused_bytes(bytes: &[u8], expected: &str) {
    assert_eq!(read_bytes(bytes).unwrap_err(), expected);
}

#[test]
fn s001_not_utf8() {
    refused_bytes(
        b"facts:\n  a: \xff\xfe\n",
        "\
error[S001]: `situation.yaml` cannot be read as text: byte 12 is not UTF-8
  ╭▸ situation.yaml:2:6
  │
2 │   a: ��
  │      ━ not UTF-8 from here
  │
  ╰ help: save it as UTF-8, the encoding that editors call Unicode or UTF-8",
    );
    refused_bytes(
        b"\xff\xfef\0a\0",
        "\
error[S001]: `situation.yaml` cannot be read as text: byte 0 is not UTF-8
  ╭▸ situation.yaml:1:1
  │
1 │ ��f␀a␀
  │ ━ not UTF-8 from here
  │
  ╰ help: it looks like UTF-16; save it as UTF-8",
    );
}

#[test]
fn s001_a_zero_byte() {
    refused_bytes(
        b"facts:\n  customer.age: 17\0\n",
        "\
error[S001]: `situation.yaml` cannot be read as text: byte 25 is zero
  ╭▸ situation.yaml:2:19
  │
2 │   customer.age: 17␀
  │                   ━ no text holds this character
  │
  ╰ help: the file is damaged or not a text; write it again as UTF-8",
    );
}

#[test]
fn s003_nothing_to_read() {
    refused(
        "",
        "\
error[S003]: there is no situation in this text
  ╭▸ situation.yaml:1:1
  │
1 │
  │ ━ nothing to read
  │
  ╰ help: a situation needs at least `facts: {}`, which says that nothing is known",
    );
    refused(
        "# nothing yet\n",
        "\
error[S003]: there is no situation in this text
  ╭▸ situation.yaml:1:1
  │
1 │ # nothing yet
  │ ━━━━━━━━━━━━━ nothing to read
  │
  ╰ help: a situation needs at least `facts: {}`, which says that nothing is known",
    );
}

#[test]
fn s003_not_a_mapping() {
    refused(
        "- facts: {}\n",
        "\
error[S003]: a situation has keys with values, not a list
  ╭▸ situation.yaml:1:1
  │
1 │ - facts: {}
  │ ━━━━━━━━━━━ expected `at`, `place`, `profile` or `facts`
  │
  ╰ help: give one situation; many are given as JSON lines, one on each line",
    );
    refused(
        "facts\n",
        "\
error[S003]: a situation has keys with values, not `facts`
  ╭▸ situation.yaml:1:1
  │
1 │ facts
  │ ━━━━━ expected `at`, `place`, `profile` or `facts`
  │
  ╰ help: begin with `facts:` and give each fact below it",
    );
}

#[test]
fn s003_broken_brackets_and_quotes() {
    refused(
        "{\"facts\": {\"history.warned\": true}\n",
        r##"error[S003]: line 1 cannot be read: a `,` or a `}` is missing
  ╭▸ situation.yaml:1:35
  │
1 │ {"facts": {"history.warned": true}
  │                                   ━ the text ends here
  │
  ╰ help: check the brackets and commas before this place"##,
    );
    refused(
        "facts: [a, b\nplace: pl\n",
        "\
error[S003]: line 2 cannot be read: a `:` stands where no key is expected
  ╭▸ situation.yaml:2:6
  │
2 │ place: pl
  │      ━ noticed here
  │
  ╰ help: write `key: value` on a line of its own; put a text that holds a `:` in quotes",
    );
    refused(
        "facts:\n  customer.age: \"17\n",
        r##"error[S003]: line 2 cannot be read: a closing quote is missing
  ╭▸ situation.yaml:2:17
  │
2 │   customer.age: "17
  │                 ━ noticed here
  │
  ╰ help: close the quote; inside double quotes a quote is written `\"`"##,
    );
    refused(
        "{\"facts\": {}} x\n",
        r##"error[S003]: line 1 cannot be read: more text follows the end of the situation
  ╭▸ situation.yaml:1:15
  │
1 │ {"facts": {}} x
  │               ━ noticed here
  │
  ╰ help: remove it, or give one situation on each line as JSON lines"##,
    );
}

#[test]
fn s003_broken_lines() {
    refused(
        "facts:\n\tcustomer.age: 17\n",
        "\
error[S003]: line 2 cannot be read: a tab is used for indentation
  ╭▸ situation.yaml:2:2
  │
2 │     customer.age: 17
  │     ━ noticed here
  │
  ╰ help: indent with spaces, the same number for lines of one level",
    );
    refused(
        "facts:\n  customer.age: 17\n history.warned: no\n",
        "\
error[S003]: line 3 cannot be read: this line is indented in another way than the lines of its level
  ╭▸ situation.yaml:3:2
  │
3 │  history.warned: no
  │  ━ noticed here
  │
  ╰ help: indent with spaces, the same number for lines of one level",
    );
    refused(
        "facts:\n  customer.age 17\n  history.warned: no\n",
        "\
error[S003]: line 3 cannot be read: a `:` stands where no key is expected
  ╭▸ situation.yaml:3:17
  │
3 │   history.warned: no
  │                 ━ noticed here
  │
  ╰ help: write `key: value` on a line of its own; put a text that holds a `:` in quotes",
    );
    refused(
        "facts: {a: @x}\n",
        "\
error[S003]: line 1 cannot be read: a text cannot begin with this character
  ╭▸ situation.yaml:1:12
  │
1 │ facts: {a: @x}
  │            ━ noticed here
  │
  ╰ help: put the text in quotes",
    );
}

#[test]
fn s004_unknown_key() {
    refused(
        "fact:\n  customer.age: 17\nnote: hello\nhistory:\n  warned: true\ndate: 2026-11-22\n",
        "\
error[S004]: a situation has no key `fact`
  ╭▸ situation.yaml:1:1
  │
1 │ fact:
  │ ━━━━ expected `at`, `place`, `profile` or `facts`
  │
  ╰ help: did you mean `facts`?
error[S004]: a situation has no key `note`
  ╭▸ situation.yaml:3:1
  │
3 │ note: hello
  ╰╴━━━━ expected `at`, `place`, `profile` or `facts`
error[S004]: a situation has no key `history`
  ╭▸ situation.yaml:4:1
  │
4 │ history:
  │ ━━━━━━━ expected `at`, `place`, `profile` or `facts`
  │
  ╰ help: facts stand below `facts:`; move `history` there
error[S004]: a situation has no key `date`
  ╭▸ situation.yaml:6:1
  │
6 │ date: 2026-11-22
  │ ━━━━ expected `at`, `place`, `profile` or `facts`
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

#[test]
fn s012_features_of_yaml() {
    refused(
        "place: &here pl\n",
        "\
error[S012]: a situation cannot use the anchors of YAML
  ╭▸ situation.yaml:1:8
  │
1 │ place: &here pl
  │        ━━━━━━━━ not supported
  │
  ╰ help: write the value itself; a situation must mean the same to every reader",
    );
    refused(
        "place: *here\n",
        "\
error[S012]: a situation cannot use the anchors and aliases of YAML
  ╭▸ situation.yaml:1:8
  │
1 │ place: *here
  │        ━ not supported
  │
  ╰ help: write the value itself; a situation must mean the same to every reader",
    );
    refused(
        "at: !!str 2026-11-22\n",
        "\
error[S012]: a situation cannot use the tags of YAML
  ╭▸ situation.yaml:1:5
  │
1 │ at: !!str 2026-11-22
  │     ━━━━━━━━━━━━━━━━ not supported
  │
  ╰ help: write the value itself; a situation must mean the same to every reader",
    );
    refused(
        "<<: {place: pl}\n",
        "\
error[S012]: a situation cannot use the merge keys of YAML
  ╭▸ situation.yaml:1:1
  │
1 │ <<: {place: pl}
  │ ━━ not supported
  │
  ╰ help: write the value itself; a situation must mean the same to every reader",
    );
    refused(
        "? [place]\n: pl\n",
        "\
error[S012]: a situation cannot use the lists and mappings as keys of YAML
  ╭▸ situation.yaml:1:3
  │
1 │ ? [place]
  │   ━━━━━━━ not supported
  │
  ╰ help: write the value itself; a situation must mean the same to every reader",
    );
}

#[test]
fn s012_two_situations_and_deep_ones() {
    refused(
        "facts: {}\n---\nfacts: {}\n",
        "\
error[S012]: there is more than one situation in this text
  ╭▸ situation.yaml:2:1
  │
2 │ ---
  │ ━━━ the second one begins here
  │
  ╰ help: put each situation in a file of its own, or give JSON lines",
    );
    refused(
        "facts: [[[[[[[[[[[[[[[[[[[[\n",
        "\
error[S012]: values are nested more than 16 deep
  ╭▸ situation.yaml:1:23
  │
1 │ facts: [[[[[[[[[[[[[[[[[[[[
  │                       ━ too deep
  │
  ╰ help: a fact has a name such as `customer.age` and a value; nothing is deeper",
    );
}
