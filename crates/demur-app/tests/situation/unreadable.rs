//! What cannot be read at all: `S001` to `S003` and `S012`, in full.

use super::{read_bytes, refused, refused_bytes};

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
fn s002_too_large() {
    refused_bytes(
        &vec![b' '; demur_app::situation::MAX_BYTES + 1],
        "\
error[S002]: `situation.yaml` is larger than 1 MiB
 │
 ╰ help: a situation has a few lines; give many situations as JSON lines, one on each line",
    );
    let found = read_bytes(format!("facts: [{}]", "1, ".repeat(10_001)).as_bytes()).unwrap_err();
    let first = found.lines().next();
    assert_eq!(
        first,
        Some("error[S002]: there are more than 10000 values in this text")
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
  │ ━━━━━━━━━━━ expected `at`, `place`, `profile`, `facts` or `notice`
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
  │ ━━━━━ expected `at`, `place`, `profile`, `facts` or `notice`
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
