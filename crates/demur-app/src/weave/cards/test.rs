//! Examples, precedents and properties as cards.

use askama::Template;
use demur_lawbook::{GroundStatus, Texts, Tier, Verdict};
use demur_syntax::tree::{
    self, Expectation, Given, Part, Period, PropertyClause, TestClause, Word,
};

use super::{Card, Cards};
use crate::weave::markup::{Html, both, escape, label, link, tagged, texts};
use crate::weave::names::Kind;
use crate::weave::page::html;
use crate::weave::{says, wording};

#[derive(Template)]
#[template(path = "weave/card_test.html")]
struct TestCard<'a> {
    card: Card,
    title: &'a str,
    day: String,
    docket: Option<&'a str>,
    case: Option<&'a str>,
    known: Vec<&'a str>,
    given: Texts,
    typical: bool,
    expected: Texts,
}

pub(super) fn card(cards: &Cards<'_>, test: &tree::Test, card: Card) -> Html {
    let case = test.clauses.iter().find_map(|clause| match &clause.kind {
        TestClause::Case(word) => Some(word.text.as_str()),
        _ => None,
    });
    let read = read(cards, test);
    html(&TestCard {
        card,
        title: &test.title.value,
        day: test.on.date.to_string(),
        docket: test.docket.as_ref().map(|docket| docket.value.as_str()),
        case,
        known: read.known,
        given: read.given,
        typical: read.typical,
        expected: read.expected,
    })
}

/// A test read back in plain words.
#[derive(Default)]
pub(in crate::weave) struct Read<'t> {
    /// What was known at the time, as its author wrote it.
    pub(in crate::weave) known: Vec<&'t str>,
    /// Items of a list.
    pub(in crate::weave) given: Texts,
    /// Whether everything else is as usual.
    pub(in crate::weave) typical: bool,
    /// Items of a list.
    pub(in crate::weave) expected: Texts,
}

pub(in crate::weave) fn read<'t>(cards: &Cards<'_>, test: &'t tree::Test) -> Read<'t> {
    let mut shown = Read::default();
    for clause in &test.clauses {
        match &clause.kind {
            TestClause::Case(_) => {}
            TestClause::Known(text) => shown.known.push(&text.value),
            TestClause::Given(all) => all
                .iter()
                .for_each(|each| append(&mut shown.given, &given(cards, each))),
            TestClause::OtherwiseTypical => shown.typical = true,
            TestClause::Expect(expectation) => {
                let said = expected(cards, expectation);
                append(&mut shown.expected, &items(&said));
            }
        }
    }
    shown
}

pub(super) fn append(to: &mut Texts, more: &Texts) {
    to.en.push_str(&more.en);
    to.pl.push_str(&more.pl);
}

pub(super) fn items(said: &Texts) -> Texts {
    texts(
        format!("<li>{}</li>", said.en),
        format!("<li>{}</li>", said.pl),
    )
}

/// What a situation holds, as items of a list.
pub(super) fn given(cards: &Cards<'_>, given: &Given) -> Texts {
    match given {
        Given::Fact(expr) => cards.reader.read(expr).list(),
        Given::Profile(name, _) => {
            let profile = cards.site.lawbook.profile_named(&name.text);
            let label = profile
                .map(|profile| profile.label.clone())
                .unwrap_or_default();
            let named = says::named(&cards.reader, Kind::Profile, &name.text, &label);
            items(&about("The business:", "Firma:", &named))
        }
    }
}

fn about(en: &str, pl: &str, what: &Texts) -> Texts {
    texts(format!("{en} {}", what.en), format!("{pl} {}", what.pl))
}

fn expected(cards: &Cards<'_>, expectation: &Expectation) -> Texts {
    match expectation {
        Expectation::Verdict { verdict, by } => by_norms(
            cards,
            &about("Verdict:", "Werdykt:", &verdict_of(verdict)),
            by,
        ),
        Expectation::Undetermined(verdicts) => {
            let each: Vec<Texts> = verdicts.iter().map(verdict_of).collect();
            let all = joined(&each, " or ", " lub ");
            about(
                "Facts are missing; still possible:",
                "Brakuje faktów; nadal możliwe:",
                &all,
            )
        }
        Expectation::Strength(word) if word.text == "strong" => texts(
            "A recognised ground carries it.",
            "Stoi za tym uznana podstawa.",
        ),
        Expectation::Strength(_) => texts(
            "No recognised ground carries it: the law is silent.",
            "Nie stoi za tym uznana podstawa: prawo milczy.",
        ),
        Expectation::DecidedBy(word) => about("Decided by:", "Rozstrzyga:", &tier_of(word)),
        Expectation::Ground { ground, status } => {
            let label = labelled(cards, Kind::Ground, ground);
            let status = status_of(status);
            let said = texts(
                format!("{}: {}", label.en, status.en),
                format!("{}: {}", label.pl, status.pl),
            );
            about("Ground", "Podstawa", &said)
        }
        Expectation::Part {
            part,
            absent,
            name,
            by,
        } => part_of(cards, *part, *absent, name, by),
        Expectation::Measures(words) => {
            let each: Vec<Texts> = words
                .iter()
                .map(|word| labelled(cards, Kind::Measure, word))
                .collect();
            about(
                "Instead of refusing:",
                "Zamiast odmowy:",
                &joined(&each, "; ", "; "),
            )
        }
        Expectation::Tainted(by) => by_norms(
            cards,
            &texts(
                "A forbidden reason is in play",
                "W grę wchodzi zakazany powód",
            ),
            by,
        ),
        Expectation::NotTainted => texts(
            "No forbidden reason is in play.",
            "Żaden zakazany powód nie wchodzi w grę.",
        ),
        Expectation::Ask(word) => about(
            "Next question:",
            "Następne pytanie:",
            &cards.reader.question(&word.text),
        ),
        Expectation::Applies(word) => about(
            "Applies:",
            "Ma zastosowanie:",
            &labelled(cards, Kind::Norm, word),
        ),
        Expectation::Inapplicable(word) => about(
            "Does not apply:",
            "Nie ma zastosowania:",
            &labelled(cards, Kind::Norm, word),
        ),
    }
}

fn part_of(cards: &Cards<'_>, part: Part, absent: bool, name: &Word, by: &[Word]) -> Texts {
    let (kind, (en, pl)) = match (part, absent) {
        (Part::Step, false) => (Kind::Step, ("First:", "Najpierw:")),
        (Part::Step, true) => (Kind::Step, ("Not needed first:", "Najpierw nie trzeba:")),
        (Part::Duty, false) => (Kind::Duty, ("When refusing:", "Przy odmowie:")),
        (Part::Duty, true) => (
            Kind::Duty,
            ("Not due when refusing:", "Przy odmowie nie trzeba:"),
        ),
        (Part::Caution, false) => (Kind::Norm, ("Caution shown:", "Pokazane ostrzeżenie:")),
        (Part::Caution, true) => (
            Kind::Norm,
            ("Caution not shown:", "Ostrzeżenie niepokazane:"),
        ),
        (Part::Consequence, false) => (Kind::Norm, ("Consequence shown:", "Pokazany skutek:")),
        (Part::Consequence, true) => (
            Kind::Norm,
            ("Consequence not shown:", "Skutek niepokazany:"),
        ),
    };
    by_norms(cards, &about(en, pl, &labelled(cards, kind, name)), by)
}

/// The label of what is named, linked.
fn labelled(cards: &Cards<'_>, kind: Kind, word: &Word) -> Texts {
    let (lawbook, name) = (cards.site.lawbook, word.text.as_str());
    let label = match kind {
        Kind::Norm => Some(cards.site.norm_title(name)),
        Kind::Ground => lawbook
            .grounds
            .iter()
            .find(|(_, each)| each.name == name)
            .map(|(_, each)| each.label.clone()),
        Kind::Step => lawbook
            .steps
            .iter()
            .find(|(_, each)| each.name == name)
            .map(|(_, each)| each.label.clone()),
        Kind::Duty => lawbook
            .duties
            .iter()
            .find(|(_, each)| each.name == name)
            .map(|(_, each)| each.label.clone()),
        Kind::Measure => lawbook
            .measures
            .iter()
            .find(|(_, each)| each.name == name)
            .map(|(_, each)| each.label.clone()),
        Kind::Fact | Kind::Group | Kind::Together | Kind::Define | Kind::Param | Kind::Profile => {
            None
        }
    };
    let mut named = says::named(&cards.reader, kind, name, &label.unwrap_or_default());
    if kind == Kind::Norm {
        let id = texts(
            format!(" <code>{}</code>", escape(name)),
            format!(" <code>{}</code>", escape(name)),
        );
        append(&mut named, &id);
    }
    named
}

fn by_norms(cards: &Cards<'_>, said: &Texts, by: &[Word]) -> Texts {
    if by.is_empty() {
        return said.clone();
    }
    let linked = |word: &Word| {
        let code = format!("<code>{}</code>", escape(&word.text));
        let target = cards.site.names.target(Kind::Norm, &word.text);
        target.map_or_else(
            || code.clone(),
            |target| link(cards.reader.root, target, &code),
        )
    };
    let norms: Vec<String> = by.iter().map(linked).collect();
    let norms = norms.join(", ");
    texts(
        format!("{}, according to {norms}", said.en),
        format!("{}, na podstawie {norms}", said.pl),
    )
}

fn joined(each: &[Texts], en: &str, pl: &str) -> Texts {
    let english: Vec<&str> = each.iter().map(|text| text.en.as_str()).collect();
    let polish: Vec<&str> = each.iter().map(|text| text.pl.as_str()).collect();
    texts(english.join(en), polish.join(pl))
}

fn marked(of: &Texts) -> Texts {
    let strong = |text: &str| format!("<strong class=\"verdict\">{}</strong>", escape(text));
    texts(strong(&of.en), strong(&of.pl))
}

fn verdict_of(word: &Word) -> Texts {
    let known = Verdict::from_name(&word.text).map(wording::verdict);
    marked(&known.unwrap_or_else(|| texts(word.text.as_str(), word.text.as_str())))
}

fn tier_of(word: &Word) -> Texts {
    let known = Tier::ALL
        .into_iter()
        .find(|tier| tier.name() == word.text)
        .map(wording::tier);
    known.unwrap_or_else(|| texts(escape(&word.text), escape(&word.text)))
}

fn status_of(word: &Word) -> Texts {
    let known = GroundStatus::ALL
        .into_iter()
        .find(|status| status.name() == word.text)
        .map(wording::status);
    known.unwrap_or_else(|| texts(escape(&word.text), escape(&word.text)))
}

#[derive(Template)]
#[template(path = "weave/card_property.html")]
struct PropertyCard<'a> {
    card: Card,
    title: &'a str,
    in_force: Html,
    below: Option<Texts>,
    whenever: Vec<Html>,
    claims: Texts,
}

/// What the prover has to show, as a card.
pub(super) fn property(cards: &Cards<'_>, property: &tree::Property, card: Card) -> Html {
    let mut shown = PropertyCard {
        card,
        title: &property.title.value,
        in_force: match property.period {
            Period::Always => wording::in_force(None, None),
            Period::From(from) => wording::in_force(Some(from.date), None),
            Period::Between(from, to) => wording::in_force(Some(from.date), Some(to.date)),
        },
        below: None,
        whenever: Vec::new(),
        claims: Texts::default(),
    };
    for clause in &property.clauses {
        match &clause.kind {
            PropertyClause::EveryPolicyBelow(word) => shown.below = Some(tier_of(word)),
            PropertyClause::Whenever(expr) => shown.whenever.push(cards.reader.read(expr).block()),
            PropertyClause::Never(words) => claim(&mut shown.claims, "Never:", "Nigdy:", words),
            PropertyClause::Always(words) => claim(&mut shown.claims, "Always:", "Zawsze:", words),
            PropertyClause::ExceptBy(words) => {
                let said = by_norms(cards, &texts("Except", "Wyjątek"), words);
                append(&mut shown.claims, &items(&said));
            }
        }
    }
    html(&shown)
}

fn claim(claims: &mut Texts, en: &str, pl: &str, words: &[Word]) {
    let each: Vec<Texts> = words.iter().map(verdict_of).collect();
    append(claims, &items(&about(en, pl, &joined(&each, ", ", ", "))));
}
