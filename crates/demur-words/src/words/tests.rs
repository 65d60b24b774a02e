//! Both languages say the same things, everything that is said exists, and pages know no commands.

use std::path::Path;

use demur_app::syntax::tree::Lang;
use demur_testkit::texts::Texts;

use super::{Words, texts};

#[test]
fn both_languages_say_the_same_and_all_of_it_is_used() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let texts = Texts {
        english: texts(Lang::En),
        polish: texts(Lang::Pl),
        others: &[],
        sources: &[&sources],
    };
    let faults = texts.faults().expect("the sources");
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn polish_plurals_are_right() {
    let words = Words::new(Lang::Pl);
    let say = |n: usize| words.fill("ask-remaining", &[("n", n.into())]);
    assert_eq!(say(1), "zostało najwyżej 1 pytanie");
    assert_eq!(say(3), "zostały najwyżej 3 pytania");
    assert_eq!(say(5), "zostało najwyżej 5 pytań");
    assert_eq!(say(12), "zostało najwyżej 12 pytań");
    assert_eq!(say(22), "zostały najwyżej 22 pytania");
}

#[test]
fn further_texts_are_said_and_replace() {
    let words = Words::with(
        Lang::En,
        &["phrase-yes = indeed\nown-greeting = Good morning\n"],
    );
    assert_eq!(words.say("own-greeting"), "Good morning");
    assert_eq!(words.say("phrase-yes"), "indeed");
    assert_eq!(words.say("phrase-no"), "no");
}

#[test]
fn words_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Words::new(Lang::En));
}

#[test]
fn a_page_tells_nobody_to_type_a_command() {
    for lang in [Lang::En, Lang::Pl] {
        let (page, terminal) = (Words::new(lang), Words::for_terminal(lang, &[]));
        let mut commands = 0;
        for key in keys(lang) {
            let is_command = |text: &str| text.contains("--") || text.contains("demur ");
            assert!(!is_command(&page.say(&key)), "{key}: {}", page.say(&key));
            commands += usize::from(is_command(&terminal.say(&key)));
        }
        assert!(commands > 20, "{commands} messages have commands");
    }
}

/// The name of every message.
fn keys(lang: Lang) -> Vec<String> {
    let lines = texts(lang).iter().flat_map(|text| text.lines());
    let named = lines.filter_map(|line| line.split_once(" ="));
    named
        .filter(|(name, _)| name.starts_with(|first: char| first.is_ascii_lowercase()))
        .map(|(name, _)| name.to_owned())
        .collect()
}
