//! Declarations of a vocabulary as cards.

use std::collections::BTreeSet;

use askama::Template;
use demur_lawbook::{Fact, NormId, Texts};
use demur_syntax::tree::{self, FactClause, Literal, TogetherClause};

use super::test::{append, given};
use super::{Card, Cards};
use crate::weave::markup::{Html, both, escape, label, paragraphs, tagged, texts};
use crate::weave::names::Kind;
use crate::weave::page::{NormLink, html, norm_links};
use crate::weave::wording;

#[derive(Template)]
#[template(path = "weave/card_fact.html")]
struct FactCard<'a> {
    card: Card,
    fact: &'a Fact,
    kind: Texts,
    cost: Texts,
    typical: Option<Texts>,
    marks: Vec<Texts>,
    used_by: Vec<NormLink>,
}

/// Any other declaration: its kind, name and label, and what there is to say.
#[derive(Template)]
#[template(path = "weave/card_entry.html")]
struct EntryCard<'a> {
    card: Card,
    kind: Texts,
    name: &'a str,
    label: Texts,
    body: Html,
    used_by: Vec<NormLink>,
}

pub(super) fn fact(cards: &Cards<'_>, written: &tree::Fact, card: Card) -> Html {
    let lawbook = cards.site.lawbook;
    let Some(id) = lawbook.fact_named(&written.name.text) else {
        return Html::default();
    };
    let fact = &lawbook.facts[id];
    let typical = written
        .clauses
        .iter()
        .find_map(|clause| match &clause.kind {
            FactClause::Typical(literal) => Some(literal_words(fact, literal)),
            _ => None,
        });
    html(&FactCard {
        card,
        fact,
        kind: kind(written),
        cost: wording::cost(fact.cost),
        typical,
        marks: marks(cards, fact),
        used_by: used_by(cards, cards.site.usage.of_fact.get(&id)),
    })
}

fn kind(written: &tree::Fact) -> Texts {
    match &written.domain {
        tree::Domain::Bool(_) => texts("yes or no", "tak lub nie"),
        tree::Domain::OneOf(..) => texts("one of these", "jedno z tych"),
        tree::Domain::SomeOf(..) => texts("any of these", "dowolne z tych"),
        tree::Domain::Int { low, high } => texts(
            format!("a whole number from {} to {}", low.value, high.value),
            format!("liczba całkowita od {} do {}", low.value, high.value),
        ),
    }
}

fn literal_words(fact: &Fact, literal: &Literal) -> Texts {
    let value = |name: &str| {
        let value = fact.domain.values().iter().find(|value| value.name == name);
        let label = value
            .map(|value| value.label.clone())
            .filter(|label| !label.is_empty());
        label.unwrap_or_else(|| texts(name, name))
    };
    match literal {
        Literal::Bool(true, _) => texts("yes", "tak"),
        Literal::Bool(false, _) => texts("no", "nie"),
        Literal::Int(int) => texts(int.value.to_string(), int.value.to_string()),
        Literal::Name(word) => value(&word.text),
        Literal::Set(words, _) if words.is_empty() => texts("nothing", "nic"),
        Literal::Set(words, _) => {
            let all: Vec<Texts> = words.iter().map(|word| value(&word.text)).collect();
            let english: Vec<&str> = all.iter().map(|text| text.en.as_str()).collect();
            let polish: Vec<&str> = all.iter().map(|text| text.pl.as_str()).collect();
            texts(english.join("; "), polish.join("; "))
        }
    }
}

fn marks(cards: &Cards<'_>, fact: &Fact) -> Vec<Texts> {
    let lawbook = cards.site.lawbook;
    let is = |id: Option<demur_lawbook::FactId>| {
        id.is_some_and(|id| lawbook.facts[id].name == fact.name)
    };
    let all = [
        (
            fact.actionable,
            texts("Staff can change it.", "Personel może to zmienić."),
        ),
        (
            fact.avoidable,
            texts(
                "Staff can offer a way round it.",
                "Personel może zaproponować inne wyjście.",
            ),
        ),
        (
            fact.never_ask,
            texts("It is never asked.", "Nigdy o to nie pytamy."),
        ),
        (
            is(lawbook.reasons),
            texts(
                "It holds the reasons for refusing.",
                "Zawiera powody odmowy.",
            ),
        ),
        (
            is(lawbook.comparator),
            texts(
                "It tells whether anyone else would be refused for the same.",
                "Mówi, czy każdej innej osobie odmówiono by z tego samego powodu.",
            ),
        ),
    ];
    all.into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, text)| text)
        .collect()
}

fn used_by(cards: &Cards<'_>, norms: Option<&BTreeSet<NormId>>) -> Vec<NormLink> {
    norm_links(
        cards.site,
        cards.reader.root,
        norms.into_iter().flatten().copied(),
    )
}

fn entry(
    card: Card,
    kind: Texts,
    name: &str,
    label: Texts,
    body: Html,
    used_by: Vec<NormLink>,
) -> Html {
    html(&EntryCard {
        card,
        kind,
        name,
        label,
        body,
        used_by,
    })
}

/// The texts of a declaration.
fn spoken(of: &tree::Texts) -> Texts {
    let text = |lang| {
        of.lang(lang)
            .map(|text| text.value.clone())
            .unwrap_or_default()
    };
    texts(text(tree::Lang::En), text(tree::Lang::Pl))
}

pub(super) fn ground(cards: &Cards<'_>, ground: &tree::Ground, card: Card) -> Html {
    let found = cards
        .site
        .lawbook
        .grounds
        .find(|each| each.name == ground.name.text);
    let norms = used_by(
        cards,
        found.and_then(|id| cards.site.usage.of_ground.get(&id)),
    );
    let weak = texts(
        "Weak: the law merely leaves it open. It never meets a demand for a ground.",
        "Słaba: prawo tylko jej nie wyklucza. Nigdy nie spełnia wymogu podstawy.",
    );
    let body = if ground.weak {
        paragraphs(&weak)
    } else {
        Html::default()
    };
    entry(
        card,
        texts("ground", "podstawa odmowy"),
        &ground.name.text,
        spoken(&ground.texts),
        body,
        norms,
    )
}

pub(super) fn step(cards: &Cards<'_>, step: &tree::Step, card: Card) -> Html {
    let found = cards
        .site
        .lawbook
        .steps
        .find(|each| each.name == step.name.text);
    let norms = used_by(
        cards,
        found.and_then(|id| cards.site.usage.of_step.get(&id)),
    );
    let done = cards
        .reader
        .read(&step.done)
        .after(&texts("Done when", "Wykonany, gdy"));
    let body = tagged("div", &done);
    entry(
        card,
        texts("step before refusing", "krok przed odmową"),
        &step.name.text,
        spoken(&step.texts),
        body,
        norms,
    )
}

pub(super) fn duty(cards: &Cards<'_>, duty: &tree::Duty, card: Card) -> Html {
    let found = cards
        .site
        .lawbook
        .duties
        .find(|each| each.name == duty.name.text);
    let norms = used_by(
        cards,
        found.and_then(|id| cards.site.usage.of_duty.get(&id)),
    );
    let kind = texts("duty when refusing", "obowiązek przy odmowie");
    entry(
        card,
        kind,
        &duty.name.text,
        spoken(&duty.texts),
        Html::default(),
        norms,
    )
}

pub(super) fn measure(cards: &Cards<'_>, measure: &tree::Measure, card: Card) -> Html {
    let found = cards
        .site
        .lawbook
        .measures
        .find(|each| each.name == measure.name.text);
    let norms = used_by(
        cards,
        found.and_then(|id| cards.site.usage.of_measure.get(&id)),
    );
    let rank = measure.rank.value;
    let body = paragraphs(&texts(
        format!("How much it restricts the customer, from 1 to 9: {rank}."),
        format!("Jak bardzo ogranicza klienta, od 1 do 9: {rank}."),
    ));
    entry(
        card,
        texts("measure instead of refusing", "środek zamiast odmowy"),
        &measure.name.text,
        spoken(&measure.texts),
        body,
        norms,
    )
}

pub(super) fn group(cards: &Cards<'_>, group: &tree::Group, card: Card) -> Html {
    let lawbook = cards.site.lawbook;
    let fact = lawbook
        .fact_named(&group.fact.text)
        .map(|fact| &lawbook.facts[fact]);
    let mut values = Texts::default();
    for word in &group.values {
        let said = fact
            .map(|fact| literal_words(fact, &Literal::Name(word.clone())))
            .unwrap_or_default();
        append(
            &mut values,
            &super::test::items(&texts(escape(&said.en), escape(&said.pl))),
        );
    }
    let of = cards.reader.named(Kind::Fact, &group.fact.text);
    let body = tagged(
        "div",
        &texts(
            format!("<p>Answers of {of}:</p><ul>{}</ul>", values.en),
            format!("<p>Odpowiedzi na {of}:</p><ul>{}</ul>", values.pl),
        ),
    );
    entry(
        card,
        texts("group of answers", "grupa odpowiedzi"),
        &group.name.text,
        Texts::default(),
        body,
        Vec::new(),
    )
}

pub(super) fn together(cards: &Cards<'_>, together: &tree::Together, card: Card) -> Html {
    let mut boxes = Texts::default();
    for fact in &together.facts {
        let said = spoken(&fact.texts);
        let of = cards.reader.named(Kind::Fact, &fact.name.text);
        let item = |said: &str| format!("{} ({of})", escape(said));
        append(
            &mut boxes,
            &super::test::items(&texts(item(&said.en), item(&said.pl))),
        );
    }
    let asked: Vec<_> = together
        .clauses
        .iter()
        .filter_map(|clause| match &clause.kind {
            TogetherClause::Ask(texts) => Some(texts.0.clone()),
            TogetherClause::Help(_) => None,
        })
        .flatten()
        .collect();
    entry(
        card,
        texts("question about several facts", "pytanie o kilka faktów"),
        &together.name.text,
        spoken(&tree::Texts(asked)),
        tagged("ul", &boxes),
        Vec::new(),
    )
}

pub(super) fn define(cards: &Cards<'_>, define: &tree::Define, card: Card) -> Html {
    let body = cards.reader.read(&define.expr).block();
    entry(
        card,
        texts("definition", "definicja"),
        &define.name.text,
        Texts::default(),
        body,
        Vec::new(),
    )
}

pub(super) fn param(_cards: &Cards<'_>, param: &tree::Param, card: Card) -> Html {
    let mut values = Texts::default();
    for (int, day) in &param.values {
        let said = |since: &str| format!("{} {since} <time>{}</time>", int.value, day.date);
        append(
            &mut values,
            &super::test::items(&texts(said("since"), said("od"))),
        );
    }
    let body = tagged("ul", &values);
    entry(
        card,
        texts("number of the law", "liczba z przepisu"),
        &param.name.text,
        Texts::default(),
        body,
        Vec::new(),
    )
}

pub(super) fn assume(cards: &Cards<'_>, assume: &tree::Assume, card: Card) -> Html {
    let said = match &assume.implied {
        None => cards
            .reader
            .read(&assume.premise)
            .after(&texts("Always,", "Zawsze")),
        Some(implied) => {
            let mut said = cards
                .reader
                .read(&assume.premise)
                .after(&texts("If", "Jeżeli"));
            append(
                &mut said,
                &cards.reader.read(implied).after(&texts("then", "to")),
            );
            said
        }
    };
    let why = spoken(&assume.because);
    entry(
        card,
        texts("what cannot be otherwise", "co nie może być inaczej"),
        "",
        why,
        tagged("div", &said),
        Vec::new(),
    )
}

pub(super) fn profile(cards: &Cards<'_>, profile: &tree::Profile, card: Card) -> Html {
    let mut facts = Texts::default();
    profile
        .given
        .iter()
        .for_each(|each| append(&mut facts, &given(cards, each)));
    let body = tagged("ul", &facts);
    entry(
        card,
        texts("profile of a business", "profil firmy"),
        &profile.name.text,
        spoken(&profile.texts),
        body,
        Vec::new(),
    )
}
