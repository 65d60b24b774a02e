//! Conditions of case files are said as the facts of an opinion are.

use demur_app::engine::{Known, Situation};
use demur_app::lawbook::{Cells, Domain};
use demur_app::words::{known, list};
use demur_words::Words;
use demur_words::condition::{condition, conditions};
use demur_words::phrase::Phrases;
use jiff::civil::Date;

use crate::support::{LANGS, lawbook};

#[test]
fn every_condition_about_one_variable_is_said_like_an_opinion_says_it() {
    let situation = Situation::on(Date::default());
    let mut compared = 0;
    for lang in LANGS {
        let words = Words::new(lang);
        let phrases = Phrases {
            lawbook: lawbook(),
            words: &words,
            situation: &situation,
        };
        for (variable, info) in lawbook().variables.iter() {
            let cells = match &lawbook().facts[info.fact].domain {
                Domain::Bool | Domain::SomeOf(_) => 2,
                Domain::OneOf(values) => values.len(),
                Domain::Int { cells, .. } => cells.len(),
            };
            let singles = (0..cells).map(Cells::single);
            let pairs = (2..cells).map(|cell| Cells(Cells::single(0).0 | Cells::single(cell).0));
            for cells in singles.chain(pairs) {
                let fact = Known { variable, cells };
                let text = known(lawbook(), fact);
                let said = condition(lawbook(), &words, &text);
                assert_eq!(said, phrases.known(&[fact]).concat(), "{text}");
                compared += 1;
            }
        }
    }
    assert!(compared > 500, "{compared}");
}

#[test]
fn what_a_set_does_not_hold_is_said_once() {
    let words = Words::new(LANGS[0]);
    let reasons = lawbook().reasons.expect("the reasons");
    let variables = &lawbook().facts[reasons].variables;
    let facts: Vec<Known> = variables
        .iter()
        .take(3)
        .enumerate()
        .map(|(number, variable)| Known {
            variable: *variable,
            cells: if number == 0 { Cells::YES } else { Cells::NO },
        })
        .collect();
    let texts = list(lawbook(), &facts);
    assert_eq!(texts.len(), 2, "{texts:?}");
    let said = conditions(lawbook(), &words, &texts);
    let situation = Situation::on(Date::default());
    let phrases = Phrases {
        lawbook: lawbook(),
        words: &words,
        situation: &situation,
    };
    assert_eq!(said, phrases.known(&facts));
}

#[test]
fn what_is_not_kept_is_not_said() {
    let words = Words::new(LANGS[0]);
    let age = condition(lawbook(), &words, "customer.age (withheld)");
    assert!(age.ends_with("(the answer is not kept)"), "{age}");
    let some = condition(lawbook(), &words, "refusal.reasons includes trait");
    assert!(some.ends_with("a protected trait"), "{some}");
}

#[test]
fn limits_of_another_day_stay_as_they_were() {
    let words = Words::new(LANGS[0]);
    let said = |text: &str| condition(lawbook(), &words, text);
    assert!(said("customer.age between 13 and 17").ends_with("13 to 17"));
    assert!(said("customer.age = 13").ends_with(" 13"));
    let two = said("customer.age between 0 and 12 or customer.age = 40");
    assert!(two.ends_with("at most 12 or 40"), "{two}");
}

#[test]
fn what_this_lawbook_does_not_know_stays_as_it_was_written() {
    let words = Words::new(LANGS[0]);
    for text in [
        "customer.shoe_size = 43",
        "not customer.left_handed",
        "request.object is thunder",
        "customer.age around 40",
    ] {
        assert_eq!(condition(lawbook(), &words, text), text);
    }
}
