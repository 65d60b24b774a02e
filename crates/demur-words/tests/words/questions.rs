//! A whole interview by the built-in law, told question by question.

use demur_app::engine::{Engine, Situation};
use demur_app::interview::{Interview, Question, Reply, Turn, Unknown};
use demur_app::lawbook::{Answer, Domain};
use demur_words::Words;
use demur_words::question::{Kind, QuestionTold, alarm, clash, is_alarm, told};
use jiff::civil::date;

use crate::support::{LANGS, is_for_a_page, lawbook};

/// Questions after which every kind that comes early was asked.
const ENOUGH: usize = 8;

fn interview() -> Interview {
    let day = date(2026, 11, 22);
    let place = lawbook().facts[lawbook().place].value_named("pl");
    let mut start = Situation::on(day);
    let here = Answer::OneOf(vec![place.expect("Poland")]);
    start.answers.insert(lawbook().place, here);
    Interview::new(start)
}

fn ask(interview: &mut Interview, engine: &mut Engine<'_>) -> Option<Question> {
    match interview.next(engine).expect("no clash") {
        Turn::Ask(question) => Some(*question),
        Turn::Done(_) => None,
    }
}

/// Every name of an option leads back to what it stands for.
fn options_are_names(question: &Question, told: &QuestionTold) {
    let names: Vec<&str> = told.options.iter().map(|each| each.name.as_str()).collect();
    match told.kind {
        Kind::YesNo => assert_eq!(names, ["true", "false"]),
        Kind::Number { low, high } => assert!(low < high && names.is_empty()),
        Kind::Profile => names.iter().for_each(|name| {
            assert!(lawbook().profile_named(name).is_some(), "{name}");
        }),
        Kind::OneOf | Kind::SomeOf => {
            let fact = &lawbook().facts[question.facts[0]];
            for (position, name) in names.iter().enumerate() {
                assert_eq!(fact.value_named(name), Some(position), "{name}");
            }
            assert_eq!(told.fact.as_deref(), Some(fact.name.as_str()));
        }
        Kind::Boxes => {
            let facts = names.iter().map(|name| lawbook().fact_named(name));
            let facts: Option<Vec<_>> = facts.collect();
            assert_eq!(facts.as_ref(), Some(&question.facts));
        }
    }
}

#[test]
fn every_question_of_an_interview_is_told_whole() {
    let mut engine = Engine::new(lawbook());
    let mut interview = interview();
    let mut asked = 0;
    while let Some(question) = ask(&mut interview, &mut engine) {
        asked += 1;
        for lang in LANGS {
            let told = told(lawbook(), &question, &Words::new(lang));
            let labels = told.options.iter().map(|option| &option.label);
            let texts = [&told.title].into_iter().chain(labels);
            texts
                .chain(&told.why)
                .chain(&told.why_long)
                .chain(&told.to_go)
                .for_each(|text| is_for_a_page(text));
            assert_eq!(told.at_most.is_some(), question.at_most <= 20);
            assert_eq!(told.earlier, None);
            options_are_names(&question, &told);
        }
        let reply = Reply::Unknown(Unknown::Declined);
        interview
            .answer(&mut engine, &question, reply)
            .expect("nothing is said");
    }
    assert!(asked > 3, "{asked} questions");
}

#[test]
fn the_answer_before_is_told_by_the_names_of_its_options() {
    let words = Words::new(LANGS[0]);
    let mut engine = Engine::new(lawbook());
    let mut interview = interview();
    let mut seen = Vec::new();
    while seen.len() < ENOUGH {
        let Some(question) = ask(&mut interview, &mut engine) else {
            break;
        };
        let told = told(lawbook(), &question, &words);
        let (reply, names) = match told.kind {
            Kind::YesNo => (Reply::Known(Answer::Bool(false)), vec!["false".to_owned()]),
            Kind::Boxes => {
                let (so, unsure) = (vec![], vec![]);
                (Reply::Ticked { so, unsure }, vec![])
            }
            Kind::Profile => {
                let name = told.options[0].name.clone();
                (Reply::Profile(Some(name.clone())), vec![name])
            }
            Kind::OneOf => {
                let last = told.options.len() - 1;
                let name = told.options[last].name.clone();
                (Reply::Known(Answer::OneOf(vec![last])), vec![name])
            }
            Kind::SomeOf => {
                let excludes = (1..told.options.len()).collect();
                let includes = vec![0];
                let answer = Answer::SomeOf { includes, excludes };
                (Reply::Known(answer), vec![told.options[0].name.clone()])
            }
            Kind::Number { high, .. } => {
                let answer = Answer::Int { low: high, high };
                (Reply::Known(answer), vec![high.to_string()])
            }
        };
        if interview.answer(&mut engine, &question, reply).is_err() {
            break;
        }
        assert!(interview.back());
        let again = ask(&mut interview, &mut engine).expect("the same question");
        let retold = self::told(lawbook(), &again, &words);
        let earlier = retold.earlier.expect("an answer before");
        assert_eq!((retold.title, earlier.chosen), (told.title, names));
        is_for_a_page(&earlier.text);
        seen.push(told.kind);
        let reply = again.earlier.clone().expect("an answer before");
        interview
            .answer(&mut engine, &again, reply)
            .expect("the same answer");
    }
    assert!(
        seen.contains(&Kind::YesNo) && seen.contains(&Kind::Profile),
        "{seen:?}"
    );
}

#[test]
fn danger_is_an_alarm_only_when_it_is_so() {
    let mut engine = Engine::new(lawbook());
    let mut interview = interview();
    let danger = lawbook().fact_named("danger.life").expect("danger");
    assert_eq!(lawbook().facts[danger].domain, Domain::Bool);
    let question = ask(&mut interview, &mut engine).expect("a question");
    let about = question.facts.contains(&danger);
    let yes = Reply::Known(Answer::Bool(true));
    let no = Reply::Known(Answer::Bool(false));
    assert_eq!(is_alarm(lawbook(), &question, &yes), about);
    assert!(about, "danger is asked first");
    assert!(!is_alarm(lawbook(), &question, &no));
    for lang in LANGS {
        assert!(alarm(&Words::new(lang)).head.contains("112"));
    }
}

#[test]
fn a_clash_says_what_and_why() {
    let situation = crate::support::situation("sprzeczne");
    let found = Engine::new(lawbook())
        .decide(&situation)
        .expect_err("a clash");
    for lang in LANGS {
        let told = clash(lawbook(), &situation, &found, &Words::new(lang));
        is_for_a_page(&told.what);
        assert!(!told.because.is_empty());
        told.because.iter().for_each(|text| is_for_a_page(text));
    }
}
