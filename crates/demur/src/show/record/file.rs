//! A case file for people: what was decided, why, what would have changed it, and what happened.

use demur_app::lawbook::Lawbook;
use demur_app::record::{Explained, NormChecked, Turning, WITHHELD};
use demur_app::store::{CaseFile, Happened, Texts};

use super::{names, texts};
use crate::context::Context;
use crate::show::page::Page;
use demur_words::Words;
use demur_words::{Headline, Tone};

/// What is shown.
pub(crate) struct Shown<'a> {
    /// The case file.
    pub(crate) file: &'a CaseFile,
    /// Why it was decided as it was.
    pub(crate) explained: &'a Explained,
    /// Contact and texts, when they were asked for.
    pub(crate) texts: Option<&'a Texts>,
    /// Names of grounds and questions.
    pub(crate) lawbook: &'a Lawbook,
}

/// The page.
pub(crate) fn page(shown: &Shown<'_>, context: &Context) -> String {
    let words = &context.words;
    let mut page = Page::new(context.look);
    head(&mut page, shown, words);
    if let Some(opened) = shown.texts {
        texts::write(&mut page, opened, words);
    }
    why(&mut page, shown, words);
    turning(&mut page, shown, words);
    page.part(&words.say("record-timeline"));
    for happened in &shown.file.timeline {
        page.item(&step(happened, words));
    }
    kept(&mut page, shown.file, words);
    page.finish()
}

fn head(page: &mut Page, shown: &Shown<'_>, words: &Words) {
    let file = shown.file;
    let decision = match &file.choice {
        Some(choice) => names::choice_named(words, choice),
        None => words.say("record-undecided"),
    };
    let gaps = [
        ("decision", decision.into()),
        ("when", file.when.as_str().into()),
    ];
    let rest = words.fill("record-head", &gaps);
    page.headline(&Headline {
        label: words.say("record-case"),
        tone: tone(file),
        head: file.number.clone(),
        rest,
    });
    if file.against_must_serve {
        page.part(&words.say("record-warning"));
        page.item(&words.say("record-against-must-serve"));
    } else if file.deviation.as_deref() == Some("towards_refusing") {
        page.part(&words.say("record-warning"));
        page.item(&words.say("record-towards-refusing"));
    }
    page.part(&words.say("record-facts"));
    let verdict = names::verdict(words, &file.verdict);
    page.item(&words.fill("record-opinion", &[("verdict", verdict.into())]));
    if let Some(role) = &file.decided_role {
        let role = names::role_named(words, role);
        page.item(&words.fill("record-decided-by", &[("role", role.into())]));
    }
    if let Some(ground) = names::ground(shown.lawbook, words.lang, &file.ground) {
        page.item(&words.fill("record-ground", &[("ground", ground.into())]));
    }
    let state = names::state(words, file.state);
    page.item(&words.fill("record-stands", &[("state", state.into())]));
    if let Some(deadline) = &file.deadline {
        page.item(&words.fill("record-due", &[("day", deadline.to_string().into())]));
    }
}

fn tone(file: &CaseFile) -> Tone {
    match file.choice.as_deref() {
        _ if file.against_must_serve => Tone::Alarm,
        Some("refuse") => Tone::Refuse,
        Some(_) => Tone::Serve,
        None => Tone::Open,
    }
}

fn why(page: &mut Page, shown: &Shown<'_>, words: &Words) {
    page.part(&words.say("record-norms"));
    for norm in &shown.explained.norms {
        page.item(&norm_line(norm));
        if !norm.facts.is_empty() {
            let facts = conditions(&norm.facts, shown.lawbook, words);
            page.detail(&words.fill("record-because", &[("facts", facts.into())]));
        }
    }
    if shown.explained.norms.is_empty() {
        page.item(&words.say("record-no-norm"));
    }
    for not in &shown.explained.not_met {
        let fails = condition(&not.fails, shown.lawbook, words);
        let gaps = [
            ("title", not.title.as_str().into()),
            ("norm", not.norm.as_str().into()),
            ("fact", fails.into()),
        ];
        page.item(&words.fill("record-not-met", &gaps));
    }
    page.part(&words.say("record-rests-on"));
    for fact in &shown.explained.facts {
        page.item(&condition(fact, shown.lawbook, words));
    }
}

fn norm_line(norm: &NormChecked) -> String {
    match &norm.cite {
        Some(cite) => format!("{} ({cite}; {})", norm.title, norm.norm),
        None => format!("{} ({})", norm.title, norm.norm),
    }
}

fn turning(page: &mut Page, shown: &Shown<'_>, words: &Words) {
    page.part(&words.say("record-turning"));
    for each in &shown.explained.turning {
        page.item(&turn(each, shown.lawbook, words));
    }
    if shown.explained.turning.is_empty() {
        page.item(&words.say("record-nothing-turns"));
    }
}

fn turn(turning: &Turning, lawbook: &Lawbook, words: &Words) -> String {
    let question = question(&turning.fact, lawbook, words);
    let verdicts = names::verdicts(words, &turning.verdicts);
    let gaps = [("fact", question.into()), ("verdicts", verdicts.into())];
    words.fill(
        match turning.otherwise {
            Some(true) => "record-turn-yes",
            Some(false) => "record-turn-no",
            None => "record-turn-other",
        },
        &gaps,
    )
}

/// A condition as it was kept, as question and answer where it is one of yes or no.
fn condition(text: &str, lawbook: &Lawbook, words: &Words) -> String {
    if let Some(name) = text.strip_suffix(WITHHELD) {
        let gaps = [("question", question(name, lawbook, words).into())];
        return words.fill("record-withheld", &gaps);
    }
    let (name, answer) = match text.strip_prefix("not ") {
        Some(name) => (name, "phrase-no"),
        None => (text, "phrase-yes"),
    };
    let Some(fact) = lawbook.fact_named(name) else {
        return text.to_owned();
    };
    let fact = &lawbook.facts[fact];
    let ask = fact.ask.get(words.lang);
    if !matches!(fact.domain, demur_app::lawbook::Domain::Bool) {
        return text.to_owned();
    }
    let gaps = [
        ("question", ask.into()),
        ("answer", words.say(answer).into()),
    ];
    words.fill("phrase-fact", &gaps)
}

fn conditions(list: &[String], lawbook: &Lawbook, words: &Words) -> String {
    let said: Vec<String> = list
        .iter()
        .map(|text| condition(text, lawbook, words))
        .collect();
    said.join("; ")
}

fn question(name: &str, lawbook: &Lawbook, words: &Words) -> String {
    let fact = lawbook.fact_named(name).map(|fact| &lawbook.facts[fact]);
    fact.map_or_else(
        || name.to_owned(),
        |fact| fact.ask.get(words.lang).to_owned(),
    )
}

fn step(happened: &Happened, words: &Words) -> String {
    let detail = ["choice", "channel", "reason"].into_iter().find_map(|key| {
        let value = happened.data.get(key)?.as_str()?;
        Some(if key == "choice" {
            names::choice_named(words, value)
        } else {
            value.replace('_', " ")
        })
    });
    let mut gaps = vec![
        ("when", happened.when.as_str().into()),
        ("event", names::event(words, &happened.kind).into()),
        ("role", names::role_named(words, &happened.role).into()),
    ];
    match detail {
        Some(detail) => {
            gaps.push(("detail", detail.into()));
            words.fill("record-step-more", &gaps)
        }
        None => words.fill("record-step", &gaps),
    }
}

/// Until when what is kept.
fn kept(page: &mut Page, file: &CaseFile, words: &Words) {
    page.part(&words.say("record-kept"));
    match (&file.texts_until, file.identity.as_str()) {
        (_, "destroyed") => page.item(&words.say("record-texts-gone")),
        (Some(day), _) => {
            page.item(&words.fill("record-texts-until", &[("day", day.to_string().into())]));
        }
        (None, _) => {}
    }
    let day = file.skeleton_until.to_string();
    page.item(&words.fill("record-skeleton-until", &[("day", day.into())]));
    if file.on_hold {
        page.item(&words.say("record-on-hold"));
    }
    page.item(&words.fill("record-lawbook", &[("hash", file.lawbook.as_str().into())]));
    page.item(&words.fill(
        "record-version",
        &[("version", file.version.to_string().into())],
    ));
}
