//! An interview that waits between two questions goes on as if it had not.

use demur_app::interview::{Interview, Saved, Turn};
use demur_app::library;
use demur_engine::{Engine, Situation};
use demur_lawbook::Answer;

use crate::person::{Otherwise, Person};

#[test]
fn an_interview_that_waits_after_every_question_ends_alike() {
    let library = library::load(None, None).unwrap();
    let lawbook = &library.lawbook;
    let mut engine = Engine::new(lawbook);
    let day = "2026-11-24".parse().unwrap();
    let place = lawbook.facts[lawbook.place].value_named("pl").unwrap();
    let start = Situation::on(day).with(lawbook.place, Answer::OneOf(vec![place]));
    let danger = lawbook.fact_named("danger.life").unwrap();
    let person = Person {
        knows: [(danger, Answer::Bool(false))].into(),
        otherwise: Otherwise::Typical,
    };
    let mut kept = Interview::new(start.clone()).of_profile("gabinet");
    let mut waiting = kept.clone();
    for step in 0.. {
        let written = serde_json::to_string(&waiting.save(lawbook)).unwrap();
        let read: Saved = serde_json::from_str(&written).unwrap();
        waiting = Interview::resume(&read, lawbook, day);
        let turns = (
            kept.next(&mut engine).unwrap(),
            waiting.next(&mut engine).unwrap(),
        );
        let (Turn::Ask(one), Turn::Ask(other)) = &turns else {
            assert!(matches!(turns, (Turn::Done(_), Turn::Done(_))));
            break;
        };
        assert_eq!((one.subject, &one.facts), (other.subject, &other.facts));
        assert_eq!(one.earlier, other.earlier);
        if step == 2 {
            assert!(kept.back() && waiting.back());
            continue;
        }
        let reply = person.reply(lawbook, one);
        kept.answer(&mut engine, one, reply.clone()).unwrap();
        waiting.answer(&mut engine, other, reply).unwrap();
    }
    assert_eq!(kept.situation(lawbook), waiting.situation(lawbook));
    assert!(kept.answered() > 2);
}
