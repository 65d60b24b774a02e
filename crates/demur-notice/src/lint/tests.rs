//! The rules that come with Demur: each can be read, finds its bad examples and spares its good.

use std::collections::BTreeSet;

use include_dir::File;

use super::*;
use crate::{Channel, Lang, Scenario, Text};

/// Rules that concern one language, or one that has another form.
const FEWER_LANGUAGES: [&str; 3] = ["RM-T08", "RM-F06", "RM-F07"];

fn rules_of(report: &Report) -> BTreeSet<&str> {
    let found = report.findings.iter().chain(&report.allowed);
    found.map(|each| each.rule.as_str()).collect()
}

#[test]
fn every_file_is_a_rule() {
    let files = library::files().filter(|file| library::has_ending(file, "toml"));
    let files: Vec<&File<'_>> = files.collect();
    for file in &files {
        let text = file.contents_utf8().unwrap();
        let rule = Rule::parse(text).unwrap_or_else(|error| panic!("{:?}: {error}", file.path()));
        assert_eq!(
            file.path().file_stem().unwrap().to_str().unwrap(),
            rule.id()
        );
        for words in [rule.title(), rule.message(), rule.why(), rule.hint()] {
            assert!(
                !words.en.is_empty() && !words.pl.is_empty(),
                "{}: {words:?}",
                rule.id()
            );
        }
    }
    assert_eq!(Lint::built_in().rules().len(), files.len());
    assert_eq!(files.len(), 54);
}

#[test]
fn every_list_that_a_rule_names_exists() {
    for rule in Lint::built_in().rules() {
        for name in &rule.lists {
            for lang in Lang::ALL {
                let list = Lint::built_in().list(name, lang);
                assert!(
                    list.is_some_and(|list| !list.is_empty()),
                    "{name}.{lang} of {}",
                    rule.id()
                );
            }
        }
    }
}

#[test]
fn no_list_finds_anything_in_clean_sentences() {
    let lint = Lint::built_in();
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        let path = format!("words/{}.{lang}.txt", library::TRAPS);
        let traps = library::file(&path).unwrap();
        let sentences = traps
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty());
        for sentence in sentences {
            let found = guard(sentence, lang, usize::MAX).err().unwrap_or_default();
            let listed = |id: &str| !lint.rule(id).unwrap().lists.is_empty();
            let found = found.iter().filter(|each| listed(&each.rule));
            faults.extend(found.map(|each| format!("{}: {sentence}", each.message.en)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_list_finds_what_it_has_to() {
    let mut missed = Vec::new();
    for lang in Lang::ALL {
        let path = format!("words/{}.{lang}.txt", library::CAUGHT);
        let lines = library::file(&path).unwrap().lines();
        for line in lines.filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (name, sentence) = line.split_once(':').unwrap();
            let list = Lint::built_in().list(name.trim(), lang).unwrap();
            if list
                .find_in(&folded::Folded::new(sentence), sentence)
                .is_empty()
            {
                missed.push(line);
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn bad_examples_are_found_and_good_ones_are_not() {
    let lint = Lint::built_in();
    let mut faults = Vec::new();
    for rule in lint.rules() {
        for lang in Lang::ALL {
            let (bad, good) = (rule.bad(lang), rule.good(lang));
            let complete = bad.is_some() && good.is_some();
            if !complete && (rule.speaks(lang) || !FEWER_LANGUAGES.contains(&rule.id())) {
                faults.push(format!("{} has no examples in {lang}", rule.id()));
            }
            let found = |example: Example<'_>| {
                let report = lint.check_file(example.text, &example.context);
                rules_of(&report).contains(rule.id())
            };
            if bad.is_some_and(|example| !found(example)) {
                faults.push(format!("{} misses its bad example in {lang}", rule.id()));
            }
            if good.is_some_and(found) {
                faults.push(format!("{} finds its good example in {lang}", rule.id()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn good_examples_hold_no_forbidden_words() {
    let lint = Lint::built_in();
    let forbidding = |id: &str| {
        let rule = lint.rule(id).unwrap();
        rule.check == rule::Check::Forbid && rule.id() != "RM-F09"
    };
    let mut faults = Vec::new();
    for rule in lint.rules() {
        for example in Lang::ALL.into_iter().filter_map(|lang| rule.good(lang)) {
            let report = lint.check_file(example.text, &example.context);
            let found = report.findings.iter().filter(|each| forbidding(&each.rule));
            faults.extend(found.map(|each| {
                format!(
                    "{} ({}): {} {}",
                    rule.id(),
                    example.lang,
                    each.rule,
                    each.message.en
                )
            }));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn context() -> Context {
    Context::new(Lang::Pl)
        .channel(Channel::Letter)
        .scenario(Scenario::LimitCapacity)
}

#[test]
fn filled_slots_prove_what_words_would_have_to() {
    let text = Text::plain("Nie przyjmiemy zlecenia: komplet. Serwis Dwa Koła.");
    let lint = Lint::built_in();
    let bare = lint.check(&text, &context());
    assert!(
        rules_of(&bare).is_superset(&["RM-S03", "RM-S06", "RM-S07"].into()),
        "{bare:?}"
    );
    let mut known = context();
    known.slots.insert("facts".to_owned(), "komplet".to_owned());
    known
        .slots
        .insert("provider".to_owned(), "Serwis Dwa Koła".to_owned());
    let report = lint.check(&text, &known);
    assert!(
        rules_of(&report).is_disjoint(&["RM-S03", "RM-S04", "RM-S06", "RM-S07"].into()),
        "{report:?}"
    );
    // What is missing weighs more when the slots are known.
    let level = |report: &Report| {
        let mut found = report.findings.iter();
        found
            .find(|each| each.rule == "RM-S08")
            .map(|each| each.level)
    };
    assert_eq!(
        (level(&bare), level(&report)),
        (Some(Level::Warn), Some(Level::Error))
    );
}

#[test]
fn a_plan_may_settle_what_is_missing() {
    let text = Text::plain("Nie przyjmiemy zlecenia.");
    let mut known = context();
    known.plan.no_provider_because = Some("żaden w promieniu 50 km".to_owned());
    known.plan.has_alternative = Some(false);
    let report = Lint::built_in().check(&text, &known);
    assert!(
        rules_of(&report).is_disjoint(&["RM-S06", "RM-S07"].into()),
        "{report:?}"
    );
}

#[test]
fn quoted_values_are_only_noted() {
    let text = Text::plain("Nie przyjmiemy zlecenia „portret w ciąży”.");
    let mut known = context();
    known
        .slots
        .insert("request".to_owned(), "portret w ciąży".to_owned());
    let report = Lint::built_in().check(&text, &known);
    let found: Vec<_> = report
        .findings
        .iter()
        .filter(|each| each.rule == "RM-L01")
        .collect();
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].level, found[0].slot.as_deref()),
        (Level::Info, Some("request"))
    );
}

#[test]
fn a_reason_allows_but_the_law_stays_visible() {
    let text = Text::plain("Pan nie zapłacił. Skargę złożyła Pani Nowak. Nie obsłużymy pijanych.");
    let mut known = context();
    for rule in ["RM-T03", "RM-L06", "RM-L02"] {
        known
            .suppressions
            .push(Suppression::new(rule, "tak chce sąd"));
    }
    let report = Lint::built_in().check(&text, &known);
    let in_list = |list: &[Finding], rule: &str| {
        let mut found = list.iter().filter(|each| each.rule == rule);
        found
            .next()
            .map(|each| (each.allowed.is_some(), each.blocks()))
    };
    assert_eq!(in_list(&report.allowed, "RM-T03"), Some((true, false)));
    assert_eq!(in_list(&report.findings, "RM-L06"), Some((true, false)));
    assert_eq!(in_list(&report.findings, "RM-L02"), Some((false, true)));
    assert!(in_list(&report.findings, "RM-X01").is_some());
}

#[test]
fn places_count_lines_and_letters() {
    let text = Text::plain("Dzień dobry,\nżółw: odpowiemy niebawem.");
    let report = Lint::built_in().check(&text, &Context::new(Lang::Pl));
    let found = report
        .findings
        .iter()
        .find(|each| each.rule == "RM-V02")
        .unwrap();
    assert_eq!((found.place.line, found.place.column), (2, 17));
    assert_eq!(
        text.content().get(found.place.range.clone()),
        Some("niebawem")
    );
}

#[test]
fn free_text_is_guarded() {
    assert_eq!(
        guard(
            "12 maja o 14:20 towar opuścił salon bez zapłaty.",
            Lang::Pl,
            600
        ),
        Ok(())
    );
    let found = guard(
        "Pani Nowak była pijana, tel. 600 100 200. To złodziejka.",
        Lang::Pl,
        40,
    )
    .unwrap_err();
    let rules: Vec<&str> = found.iter().map(|each| each.rule.as_str()).collect();
    assert_eq!(rules, ["RM-L06", "RM-L02", "RM-L06", "RM-L04", "RM-F01"]);
}
