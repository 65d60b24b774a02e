//! Many situations, one on each line.

use std::io::{self, BufReader, Read as _};

use demur_app::situation::{Line, MAX_BYTES, read_lines};

use super::{defaults, lawbook, rendered};

fn lines(text: &str) -> Vec<Line> {
    read_lines(text.as_bytes(), "in.jsonl", &lawbook(), &defaults())
        .map(Result::unwrap)
        .collect()
}

#[test]
fn a_wrong_line_does_not_stop_the_others() {
    let text = "{\"facts\": {\"customer.age\": 17}}\r\n\n  {\"facts\": {\"customer.agee\": 17}}\n{\"facts\": {}}";
    let lines = lines(text);
    let numbers: Vec<usize> = lines.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [1, 3, 4]);
    assert!(lines[0].read.is_ok() && lines[2].read.is_ok());
    let found = lines[1].read.as_ref().unwrap_err();
    assert_eq!(
        rendered(&lines[1].sources, found),
        "\
error[S005]: there is no fact `customer.agee`
  ╭▸ in.jsonl line 3:1:14
  │
1 │   {\"facts\": {\"customer.agee\": 17}}
  │              ━━━━━━━━━━━━━━━ no fact has this name
  │
  ├ help: did you mean `customer.age`?
  ╰ help: `demur facts` lists all facts"
    );
}

#[test]
fn a_line_that_is_too_long_is_refused_whole() {
    let spaces = " ".repeat(3 * MAX_BYTES);
    let lines = lines(&format!(
        "{{\"facts\": {{}}}}{spaces}x\n{{\"facts\": {{}}}}\n"
    ));
    assert_eq!(lines.len(), 2);
    let found = lines[0].read.as_ref().unwrap_err();
    assert_eq!(found[0].code.0, "S002");
    assert_eq!(found[0].message, "`in.jsonl line 1` is larger than 1 MiB");
    assert!(lines[1].read.is_ok());
}

#[test]
fn an_input_that_breaks_ends_after_saying_so() {
    struct Broken;
    impl io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
    }
    let input = BufReader::new(b"{\"facts\": {}}\n".chain(Broken));
    let (lawbook, defaults) = (lawbook(), defaults());
    let found: Vec<bool> = read_lines(input, "in.jsonl", &lawbook, &defaults)
        .map(|line| line.is_ok())
        .collect();
    assert_eq!(found, [true, false]);
}
