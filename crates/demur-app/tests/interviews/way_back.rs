//! Unknown answers and changed answers.

use demur_app::interview::{Interview, Question, Reply, Subject, Turn, Unknown};
use demur_app::library;
use demur_engine::{Engine, Situation};
use demur_lawbook::{Answer, FactId, Lawbook};

use crate::person::{Otherwise, Person};

fn salon(lawbook: &Lawbook) -> Interview {
    let mut start = Situation::on("2026-11-24".parse().unwrap());
    start.answers.insert(lawbook.place, place(lawbook));
    start.profile = lawbook.profile_named("gabinet").unwrap().given.clone();
    Interview::new(start)
}

fn place(lawbook: &Lawbook) -> Answer {
    let poland = lawbook.facts[lawbook.place].value_named("pl").unwrap();
    Answer::OneOf(vec![poland])
}

fn someone(lawbook: &Lawbook) -> Person {
    let named = |name: &str| lawbook.fact_named(name).unwrap();
    let reasons = lawbook.reasons.unwrap();
    let values = lawbook.facts[reasons].domain.values().len();
    let conduct = lawbook.facts[reasons].value_named("conduct").unwrap();
    let knows = [
        (named("request.object"), Answer::OneOf(vec![0])),
        (named("conduct.insults_staff"), Answer::Bool(true)),
        (
            reasons,
            Answer::SomeOf {
                includes: vec![conduct],
                excludes: (0..values).filter(|each| *each != conduct).collect(),
            },
        ),
    ];
    Person {
        knows: knows.into_iter().collect(),
        otherwise: Otherwise::Typical,
    }
}

fn ask(interview: &mut Interview, engine: &mut Engine<'_>) -> Option<Question> {
    match interview.next(engine).unwrap() {
        Turn::Ask(question) => Some(*question),
        Turn::Done(_) => None,
    }
}

#[test]
fn what_stays_unknown_has_a_cause_and_is_not_asked_again() {
    let library = library::load(None, None).unwrap();
    let mut engine = Engine::new(&library.lawbook);
    for cause in [Unknown::Declined, Unknown::Withheld] {
        let mut interview = salon(&library.lawbook);
        let mut seen: Vec<FactId> = Vec::new();
        while let Some(question) = ask(&mut interview, &mut engine) {
            for fact in &question.facts {
                assert!(!seen.contains(fact), "asked again");
                assert_eq!(interview.unknown(*fact), Some(Unknown::Unasked));
            }
            interview
                .answer(&mut engine, &question, Reply::Unknown(cause))
                .unwrap();
            for fact in &question.facts {
                assert_eq!(interview.unknown(*fact), Some(cause));
            }
            seen.extend(question.facts);
        }
        assert!(seen.len() > 3, "{seen:?}");
        let Turn::Done(opinion) = interview.next(&mut engine).unwrap() else {
            panic!("it was done");
        };
        assert_eq!(opinion.verdict, None);
        assert!(!opinion.refusing_is_safe, "nothing is known");
    }
}

#[test]
fn a_changed_answer_keeps_those_that_still_apply() {
    let library = library::load(None, None).unwrap();
    let lawbook = &library.lawbook;
    let mut engine = Engine::new(lawbook);
    let mut person = someone(lawbook);
    let mut interview = salon(lawbook);
    let first = person.lead(&mut engine, &mut interview);
    let before = interview.situation(lawbook);
    let insult = lawbook.fact_named("conduct.insults_staff").unwrap();
    let warned = lawbook.fact_named("history.warned").unwrap();
    let about = first
        .questions
        .iter()
        .position(|question| question.facts.contains(&insult))
        .expect("conduct is asked about");
    for _ in about..first.questions.len() {
        assert!(interview.back());
    }
    let question = ask(&mut interview, &mut engine).unwrap();
    assert!(question.facts.contains(&insult));
    assert!(matches!(question.subject, Subject::Together(_)));
    let earlier = question.earlier.clone().expect("what was said before");
    assert_eq!(earlier, person.reply(lawbook, &question));
    person.knows.insert(warned, Answer::Bool(true));
    let reply = person.reply(lawbook, &question);
    interview.answer(&mut engine, &question, reply).unwrap();
    let rest = person.lead(&mut engine, &mut interview);
    let again = rest.questions.iter().flat_map(|question| &question.facts);
    for fact in again {
        assert!(!before.answers.contains_key(fact), "answered twice");
    }
    let after = interview.situation(lawbook);
    assert_eq!(after.answers.get(&warned), Some(&Answer::Bool(true)));
    assert_eq!(after.answers.get(&insult), before.answers.get(&insult));
    assert_ne!(first.opinion.verdict, rest.opinion.verdict);
}
