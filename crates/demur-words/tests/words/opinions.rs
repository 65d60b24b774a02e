//! Opinions over the examples of the repository.

use demur_app::engine::Engine;
use demur_words::opinion::{PartKind, Told, View, headlines, speech, told};
use demur_words::{Tone, Words};

use crate::support::{LANGS, is_for_a_page, lawbook, situation, situations, texts};

fn of(name: &str, words: &Words, explain: bool) -> Told {
    let situation = situation(name);
    let opinion = Engine::new(lawbook()).decide(&situation);
    told(View {
        lawbook: lawbook(),
        opinion: &opinion.expect("an opinion"),
        situation: &situation,
        words,
        explain,
    })
}

#[test]
fn an_opinion_for_a_page_names_its_norms_and_no_command() {
    let all = situations();
    assert!(all.len() >= 8, "{} examples", all.len());
    for (name, situation) in &all {
        let opinion = Engine::new(lawbook()).decide(situation).expect(name);
        for lang in LANGS {
            let words = Words::new(lang);
            for explain in [false, true] {
                let view = View {
                    lawbook: lawbook(),
                    opinion: &opinion,
                    situation,
                    words: &words,
                    explain,
                };
                let told = told(view);
                texts(&told.sheet())
                    .iter()
                    .for_each(|text| is_for_a_page(text));
                let items = told.parts.iter().flat_map(|part| &part.items);
                for norm in items.filter_map(|item| item.norm.as_ref()) {
                    let known = lawbook().norms.iter().any(|(_, known)| known.id == *norm);
                    assert!(known, "{name}: {norm}");
                }
                let why = told.part(PartKind::Why).expect("why");
                let cited: Vec<_> = why
                    .items
                    .iter()
                    .filter_map(|item| item.norm.as_ref())
                    .collect();
                if explain {
                    assert_eq!(cited.len(), opinion.because.len(), "{name}");
                }
                let say = told.part(PartKind::Say).expect("what to say");
                assert_eq!(say.items[0].text, speech(view), "{name}");
                let shown: Vec<_> = told.alarm.iter().chain([&told.headline]).cloned().collect();
                assert_eq!(headlines(view), shown, "{name}");
            }
        }
    }
}

#[test]
fn a_refusal_after_the_warning_is_allowed() {
    for lang in LANGS {
        let told = of("gabinet-warned", &Words::new(lang), false);
        assert_eq!(told.headline.tone, Tone::May);
        assert_eq!(told.alarm, None);
    }
}

#[test]
fn danger_comes_before_the_verdict() {
    for lang in LANGS {
        let told = of("nieprzytomny", &Words::new(lang), false);
        let alarm = told.alarm.expect("an alarm");
        assert_eq!(alarm.tone, Tone::Alarm);
        assert!(alarm.head.contains("112"), "{alarm:?}");
    }
}

#[test]
fn what_is_left_out_is_counted_and_told_when_explained() {
    let words = Words::new(LANGS[0]);
    let short = of("polowa-faktow", &words, false);
    let long = of("polowa-faktow", &words, true);
    let others = |told: &Told| told.part(PartKind::Others).expect("others").clone();
    assert!(others(&short).items.is_empty() && others(&short).more.is_some());
    assert!(!others(&long).items.is_empty() && others(&long).more.is_none());
    let change = |told: &Told| {
        told.part(PartKind::Change)
            .map_or(0, |part| part.items.len())
    };
    assert!(change(&long) > change(&short));
}
