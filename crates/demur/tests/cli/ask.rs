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

/// Answers by question, so that a test does not depend on the order of questions.
type Answers<'a> = &'a [(&'a str, &'a str)];

const INSULTED: Answers<'static> = &[
    ("Which business is it?", "2"),
    ("life in danger", "n"),
    ("why would you refuse?", "1"),
    ("insult staff?", "y"),
    ("Was the customer warned?", "n"),
    ("What does the customer want?", "1"),
    ("nobody learn why?", "n"),
    ("contradict each other?", "n"),
    ("How old is the customer?", "40"),
    ("refused for the same?", "y"),
];

const INSULTED_PL: Answers<'static> = &[
    ("Jaka to firma?", "2"),
    ("życie jest teraz zagrożone?", "n"),
    ("dlaczego chcesz odmówić?", "1"),
    ("obraża", "tak"),
    ("ostrzeżono", "nie"),
    ("Czego chce klient?", "1"),
    ("nikt nie może wiedzieć", "n"),
    ("sprzeczne", "n"),
    ("Ile lat", "40"),
    ("odmówiono by każdej", "tak"),
];

/// The question that waits for an answer after these lines, if one does.
fn open_question<'a>(
    desk: &Desk,
    args: &str,
    script: &[&str],
    answers: Answers<'a>,
) -> Option<(&'a str, &'a str)> {
    let ran = desk.run_with(args, lines(script));
    let said = format!("{}{}", ran.out, ran.err);
    if said.matches("> ").count() <= script.len() {
        return None;
    }
    let asked = said
        .rfind("> ")
        .and_then(|end| said.get(..end))
        .unwrap_or(&said);
    let last = answers
        .iter()
        .max_by_key(|(question, _)| asked.rfind(question).map_or(0, |at| at + 1));
    last.copied()
}

fn lines(script: &[&str]) -> String {
    script.iter().map(|line| format!("{line}\n")).collect()
}

/// Goes on from `script` until no question is open, or until `stop` is asked.
fn talk<'a>(
    desk: &Desk,
    args: &str,
    mut script: Vec<&'a str>,
    answers: Answers<'a>,
    stop: &str,
) -> Vec<&'a str> {
    while let Some((question, answer)) = open_question(desk, args, &script, answers) {
        if question == stop {
            break;
        }
        script.push(answer);
        assert!(script.len() < 30, "no end: {script:?}");
    }
    script
}

#[test]
fn from_the_first_question_to_the_answer() {
    let desk = Desk::new();
    for (flags, answers) in [
        ("", INSULTED),
        (" --lang pl", INSULTED_PL),
        (" --plain", INSULTED),
    ] {
        let args = format!("{AT}{flags}");
        let script = talk(&desk, &args, Vec::new(), answers, "");
        insta::assert_snapshot!(transcript(&desk, &args, &lines(&script)));
    }
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
        "n\nn"
    ));
    insta::assert_snapshot!(transcript(&desk, AT, ""));
}

#[test]
fn back_changes_an_answer_and_keeps_the_others() {
    let desk = Desk::new();
    // Two answers on and two back to the age, which was 41 after all: what was answered
    // in between still holds and is not asked again.
    let args = format!("{AT} --place pl --profile stall");
    let age = "How old is the customer?";
    let is_open = |script: &[&str]| open_question(&desk, &args, script, INSULTED);
    let mut script = talk(&desk, &args, Vec::new(), INSULTED, age);
    script.push("40");
    script.extend(is_open(&script).map(|(_, answer)| answer));
    while is_open(&script).is_some_and(|(question, _)| question != age) {
        script.push("b");
        assert!(script.len() < 30, "no way back: {script:?}");
    }
    script.push("41");
    let script = talk(&desk, &args, script, INSULTED, "");
    insta::assert_snapshot!(transcript(&desk, &args, &lines(&script)));
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
    let mixed: Vec<(&str, &str)> = INSULTED
        .iter()
        .map(|(question, answer)| match *question {
            "why would you refuse?" => (*question, "1 3"),
            "refused for the same?" => (*question, "n"),
            _ => (*question, *answer),
        })
        .collect();
    let script = talk(&desk, &args, Vec::new(), &mixed, "");
    let ran = desk.run_with(&args, lines(&script));
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
        request.secret: false\n  refusal.reasons: [dislike]\n");
    let ran = desk.run_with("ask s.yaml", "17\n");
    assert_eq!(ran.code, 0);
    assert!(
        ran.out.contains("✖ REFUSE: the law forbids serving here"),
        "{}",
        ran.transcript()
    );
    assert_eq!(ran.out.matches("> ").count(), 1, "{}", ran.transcript());
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
