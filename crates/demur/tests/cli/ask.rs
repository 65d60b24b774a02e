//! `demur ask`, with its answers from a pipe.

use std::fmt::Write as _;

use crate::support::Desk;

const AT: &str = "ask --at 2026-11-22";

fn transcript(desk: &Desk, args: &str, answers: &str) -> String {
    let ran = desk.run_with(args, answers);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (0, ""),
        "{}",
        ran.transcript()
    );
    ran.transcript()
}

#[test]
fn from_the_first_question_to_the_answer() {
    let desk = Desk::new();
    insta::assert_snapshot!(transcript(&desk, AT, "2\nn\n1\ny\nn\nn\n40\nn\n"));
    insta::assert_snapshot!(transcript(
        &desk,
        &format!("{AT} --lang pl"),
        "2\nn\n1\ntak\nnie\nn\n40\nn\n"
    ));
    insta::assert_snapshot!(transcript(
        &desk,
        &format!("{AT} --plain"),
        "2\nn\n1\ny\nn\nn\n40\nn\n"
    ));
}

#[test]
fn danger_is_told_at_once() {
    let desk = Desk::new();
    insta::assert_snapshot!(transcript(
        &desk,
        &format!("{AT} --place pl --profile salon"),
        "y\n"
    ));
}

#[test]
fn help_why_nonsense_and_quit() {
    let desk = Desk::new();
    let answers = "?\nw\nmaybe\nn\n?\nw\nq\n";
    insta::assert_snapshot!(transcript(
        &desk,
        &format!("{AT} --place pl --profile stall"),
        answers
    ));
}

#[test]
fn the_end_of_the_input_says_what_is_known() {
    let desk = Desk::new();
    insta::assert_snapshot!(transcript(
        &desk,
        &format!("{AT} --place pl --profile stall"),
        "n\n1"
    ));
    insta::assert_snapshot!(transcript(&desk, AT, ""));
}

#[test]
fn back_changes_an_answer_and_keeps_the_others() {
    let desk = Desk::new();
    // Three times back from the age: there were insults after all, and what was answered
    // about the orders and the secret still holds.
    let answers = "n\n1\nn\nn\nn\nb\nb\nb\ny\n40\nn\n";
    insta::assert_snapshot!(transcript(
        &desk,
        &format!("{AT} --place pl --profile stall"),
        answers
    ));
    // Enter keeps the earlier answer; nothing is before the first question.
    insta::assert_snapshot!(transcript(
        &desk,
        &format!("{AT} --place pl --profile stall"),
        "n\nb\n\nb\nb\n"
    ));
}

#[test]
fn what_nobody_knows_is_not_asked_again() {
    let desk = Desk::new();
    insta::assert_snapshot!(transcript(
        &desk,
        &format!("{AT} --place pl --profile stall"),
        "d\nd\nd\nd\nd\nd\nd\nd\n"
    ));
}

#[test]
fn answers_that_clash_are_taken_back() {
    let desk = Desk::new();
    let known = "danger.life: false\n  order.clash: false\n  request.secret: false\n  customer.age: 40\n  \
        conduct.insults_staff: false\n  refusal.anyone_else: true\n";
    desk.write(
        "s.yaml",
        format!("at: 2026-11-22\nplace: pl\nprofile: salon\nfacts:\n  {known}"),
    );
    insta::assert_snapshot!(transcript(&desk, "ask s.yaml", "2\n1 2\n"));
}

#[test]
fn a_file_that_clashes_from_the_start() {
    let desk = Desk::new();
    desk.write(
        "s.yaml",
        "facts:\n  refusal.reasons: [dislike]\n  refusal.anyone_else: true\n",
    );
    let ran = desk.run("ask s.yaml");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (2, ""),
        "{}",
        ran.transcript()
    );
}

#[test]
fn what_is_saved_gives_the_same_answer() {
    let desk = Desk::new();
    let args = format!("{AT} --format json --save s.yaml");
    let ran = desk.run_with(&args, "2\nn\n1 3\ny\nn\nn\n40\ny\nn\n");
    assert_eq!(ran.json()["verdict"], "must_serve");
    insta::assert_snapshot!(desk.read("s.yaml"));
    assert_eq!(desk.run("decide s.yaml").out, ran.out);
    assert!(
        ran.err.contains("Which business is it?"),
        "the conversation is not part of the answer"
    );
}

#[test]
fn a_file_is_asked_only_for_what_it_lacks() {
    let desk = Desk::new();
    desk.write("s.yaml", "at: 2026-11-22\nplace: pl\nprofile: stall\nfacts:\n  danger.life: false\n  order.clash: false\n  \
        request.secret: false\n");
    let ran = desk.run_with("ask s.yaml", "2\n17\n");
    assert_eq!(ran.code, 0);
    assert!(
        ran.out.contains("✖ REFUSE: the law forbids serving here"),
        "{}",
        ran.transcript()
    );
    assert_eq!(ran.out.matches("> ").count(), 2, "{}", ran.transcript());
}

#[test]
fn only_a_small_number_of_questions_to_go_is_told() {
    let desk = Desk::new();
    // With the eight questions of the small law there are twenty-one.
    let (mut facts, mut when) = (String::new(), String::new());
    for number in 1..=13 {
        let _ = writeln!(
            facts,
            "fact rule.n{number} : bool\n  ask en \"Does rule {number} apply?\"\n  \
             ask pl \"Czy działa reguła {number}?\"\n  cost ask\n  typical no\n"
        );
        let or = if number == 1 { "" } else { " or " };
        let _ = write!(when, "{or}rule.n{number}");
    }
    desk.write(
        "law/t/many.md",
        format!(
            "---\ncite: Many Rules Act\nurl: https://law.example/many\nconfidence: verified\n\
             seen: 2026-11-22\nsources: https://law.example/many\n---\n# Many rules\n\n```demur\n{facts}\
             norm t.many\n  title en \"One rule is enough\"\n  title pl \"Wystarczy jedna reguła\"\n  \
             in force from 2000-01-01\n  forbid refusing\n    when {when}\n```\n"
        ),
    );
    let ran = desk.run_with(&format!("{AT} --place pl --profile stall"), "n\n");
    assert_eq!(ran.code, 0, "{}", ran.transcript());
    let told: Vec<&str> = ran
        .out
        .lines()
        .filter(|line| line.starts_with("  y yes, n no") || line.starts_with("  one or more"))
        .map(str::trim_start)
        .collect();
    assert_eq!(told.first(), Some(&"y yes, n no"), "{}", ran.transcript());
    assert!(
        told.get(1)
            .is_some_and(|line| line.ends_with("; at most 20 questions to go")),
        "{}",
        ran.transcript()
    );
}
