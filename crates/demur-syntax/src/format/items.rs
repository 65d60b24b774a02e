//! Canonical lines of each kind of item.

use crate::source::Span;
use crate::tree::{
    Clause, Domain, Effect, Expectation, Fact, FactClause, Given, Item, ItemKind, Lang, Literal,
    Norm, NormClause, Period, Property, PropertyClause, Test, TestClause, Texts, Together,
    TogetherClause, Value, Within, Word,
};

use super::pieces::{
    Piece, condition, inline, names, quoted, set, set_ref, texts, with_texts, wrapped,
};

/// Whether the item stands apart from its neighbours by a blank line.
pub(super) fn is_large(item: &Item) -> bool {
    matches!(
        item.kind,
        ItemKind::Fact(_)
            | ItemKind::Together(_)
            | ItemKind::Norm(_)
            | ItemKind::Test(_)
            | ItemKind::Property(_)
            | ItemKind::Profile(_)
    )
}

pub(super) fn pieces(item: &Item) -> Vec<Piece> {
    let whole = |text: String| {
        vec![Piece {
            span: item.span,
            text,
        }]
    };
    match &item.kind {
        ItemKind::Fact(each) => fact(item.span, each),
        ItemKind::Together(each) => together(item.span, each),
        ItemKind::Norm(each) => norm(item.span, each),
        ItemKind::Test(each) => test(item.span, each),
        ItemKind::Property(each) => property(item.span, each),
        ItemKind::Group(each) => {
            let head = format!("group {} of {} =", each.name.text, each.fact.text);
            let line = format!("{head} {}", set(&each.values));
            let elements: Vec<String> = each.values.iter().map(|word| word.text.clone()).collect();
            let long = line.chars().count() > super::WIDTH;
            whole(if long {
                format!("{head} {{\n{}\n}}", wrapped(" ", &elements, 2))
            } else {
                line
            })
        }
        ItemKind::Ground(each) => {
            let weak = if each.weak { " weak" } else { "" };
            whole(with_texts(
                &format!("ground {}{weak}", each.name.text),
                &each.texts,
                2,
            ))
        }
        ItemKind::Step(each) => {
            let head = format!("step {} done when {}", each.name.text, inline(&each.done));
            let lines = texts(&each.texts)
                .into_iter()
                .map(|text| format!("\n  {text}"));
            whole(head + &lines.collect::<String>())
        }
        ItemKind::Duty(each) => whole(with_texts(
            &format!("duty {}", each.name.text),
            &each.texts,
            2,
        )),
        ItemKind::Measure(each) => whole(with_texts(
            &format!("measure {} rank {}", each.name.text, each.rank.value),
            &each.texts,
            2,
        )),
        ItemKind::Define(each) => whole(condition(
            &format!("define {} =", each.name.text),
            &each.expr,
        )),
        ItemKind::Param(each) => {
            let head = format!(
                "param {} : {}..{}",
                each.name.text, each.low.value, each.high.value
            );
            let values = each
                .values
                .iter()
                .map(|(int, day)| format!(" = {} from {}", int.value, day.date));
            whole(head + &values.collect::<String>())
        }
        ItemKind::Assume(each) => {
            let implied = each
                .implied
                .as_ref()
                .map(|expr| format!(" implies {}", inline(expr)));
            let head = format!(
                "assume {}{}",
                inline(&each.premise),
                implied.unwrap_or_default()
            );
            whole(format!(
                "{head}\n{}",
                with_texts("  because", &each.because, 4)
            ))
        }
        ItemKind::Profile(each) => {
            let head = with_texts(&format!("profile {}", each.name.text), &each.texts, 2);
            whole(format!("{head}\n{}", given("  given", &each.given)))
        }
    }
}

fn header(item: Span, text: String) -> Piece {
    Piece {
        span: Span::new(item.start, item.start + 1),
        text,
    }
}

/// One line for each language, `  ask en ".."`.
fn per_language(keyword: &str, of: &Texts) -> String {
    texts(of)
        .into_iter()
        .map(|text| format!("  {keyword} {text}"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn each(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.text.clone()).collect()
}

fn language(texts: &Texts) -> Option<Lang> {
    texts.0.iter().map(|(lang, _)| *lang).min()
}

fn sorted<K, R: Ord>(clauses: &[Clause<K>], rank: impl Fn(&K) -> R) -> Vec<&Clause<K>> {
    let mut sorted: Vec<_> = clauses.iter().collect();
    sorted.sort_by_key(|clause| rank(&clause.kind));
    sorted
}

fn given(head: &str, given: &[Given]) -> String {
    let elements: Vec<String> = given
        .iter()
        .map(|each| match each {
            Given::Profile(name, _) => format!("profile {}", name.text),
            Given::Fact(expr) => inline(expr),
        })
        .collect();
    wrapped(head, &elements, head.len() + 1)
}

fn fact(span: Span, fact: &Fact) -> Vec<Piece> {
    let head = format!("fact {} : {}", fact.name.text, domain(&fact.domain));
    let mut pieces = vec![header(span, head)];
    let rank = |kind: &FactClause| match kind {
        FactClause::Ask(texts) => (0, language(texts)),
        FactClause::Help(texts) => (1, language(texts)),
        FactClause::Cost(_) => (2, None),
        FactClause::Typical(_) => (3, None),
        FactClause::Actionable | FactClause::Avoidable => (4, None),
        FactClause::NeverAsk | FactClause::Urgent => (5, None),
        FactClause::Reason => (6, None),
        FactClause::Comparator => (7, None),
    };
    for clause in sorted(&fact.clauses, rank) {
        let text = match &clause.kind {
            FactClause::Ask(texts) => per_language("ask", texts),
            FactClause::Help(texts) => per_language("help", texts),
            FactClause::Cost(word) => format!("  cost {}", word.text),
            FactClause::Typical(literal) => format!("  typical {}", self::literal(literal)),
            FactClause::Actionable => "  actionable".to_owned(),
            FactClause::Avoidable => "  avoidable".to_owned(),
            FactClause::NeverAsk => "  never ask".to_owned(),
            FactClause::Urgent => "  urgent".to_owned(),
            FactClause::Reason => "  reason".to_owned(),
            FactClause::Comparator => "  comparator".to_owned(),
        };
        pieces.push(Piece {
            span: clause.span,
            text,
        });
    }
    pieces
}

fn together(span: Span, together: &Together) -> Vec<Piece> {
    let head = format!(
        "together {} of {}",
        together.name.text,
        values(&together.facts)
    );
    let mut pieces = vec![header(span, head)];
    let rank = |kind: &TogetherClause| match kind {
        TogetherClause::Ask(texts) => (0, language(texts)),
        TogetherClause::Help(texts) => (1, language(texts)),
    };
    for clause in sorted(&together.clauses, rank) {
        let text = match &clause.kind {
            TogetherClause::Ask(texts) => per_language("ask", texts),
            TogetherClause::Help(texts) => per_language("help", texts),
        };
        pieces.push(Piece {
            span: clause.span,
            text,
        });
    }
    pieces
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Bool(true, _) => "yes".to_owned(),
        Literal::Bool(false, _) => "no".to_owned(),
        Literal::Int(int) => int.value.to_string(),
        Literal::Name(word) => word.text.clone(),
        Literal::Set(words, _) => set(words),
    }
}

fn domain(domain: &Domain) -> String {
    match domain {
        Domain::Bool(_) => "bool".to_owned(),
        Domain::OneOf(values, _) => format!("one of {}", self::values(values)),
        Domain::SomeOf(values, _) => format!("some of {}", self::values(values)),
        Domain::Int { low, high } => format!("{}..{}", low.value, high.value),
    }
}

fn values(values: &[Value]) -> String {
    let lines: Vec<String> = values
        .iter()
        .map(|value| with_texts(&format!("    {}", value.name.text), &value.texts, 6))
        .collect();
    format!("{{\n{}\n  }}", lines.join(",\n"))
}

fn norm(span: Span, norm: &Norm) -> Vec<Piece> {
    let mut pieces = vec![header(span, format!("norm {}", norm.id.text))];
    let rank = |kind: &NormClause| match kind {
        NormClause::Title(texts) => (0, language(texts)),
        NormClause::InForce { .. } => (1, None),
        NormClause::Confidence(_) => (2, None),
        NormClause::Yielding => (3, None),
        NormClause::Effect(_) => (4, None),
        NormClause::When(_) => (5, None),
        NormClause::Unless(_) => (6, None),
        NormClause::Overrides(_) => (7, None),
        NormClause::Note(texts) => (8, language(texts)),
    };
    for clause in sorted(&norm.clauses, rank) {
        let text = match &clause.kind {
            NormClause::Title(texts) => per_language("title", texts),
            NormClause::Note(texts) => per_language("note", texts),
            NormClause::InForce { from, to } => {
                let to = to
                    .map(|day| format!(" to {}", day.date))
                    .unwrap_or_default();
                format!("  in force from {}{to}", from.date)
            }
            NormClause::Confidence(word) => format!("  confidence {}", word.text),
            NormClause::Yielding => "  yielding".to_owned(),
            NormClause::Effect(each) => effect(each),
            NormClause::When(expr) => condition("    when", expr),
            NormClause::Unless(expr) => condition("    unless", expr),
            NormClause::Overrides(ids) => wrapped("  overrides", &each(ids), 4),
        };
        pieces.push(Piece {
            span: clause.span,
            text,
        });
    }
    pieces
}

fn effect(effect: &Effect) -> String {
    match effect {
        Effect::ForbidRefusing => "  forbid refusing".to_owned(),
        Effect::ForbidRefusingBecause(reasons) => {
            format!("  forbid refusing because of {}", set_ref(reasons))
        }
        Effect::ForbidServing => "  forbid serving".to_owned(),
        Effect::Permit(ground) => format!("  permit refusing as {}", ground.text),
        Effect::Entitle(ground) => format!("  entitle refusing as {}", ground.text),
        Effect::NeedsGround(admitting) if admitting.is_empty() => {
            "  refusing needs a ground".to_owned()
        }
        Effect::NeedsGround(admitting) => {
            format!("  refusing needs a ground admitting {}", set(admitting))
        }
        Effect::RequireStep { step, ground } => {
            let ground = ground
                .as_ref()
                .map(|ground| format!(" as {}", ground.text))
                .unwrap_or_default();
            format!("  require {} before refusing{ground}", inline(step))
        }
        Effect::RequireDuty { duty, within } => {
            format!(
                "  require {}{} when refusing",
                duty.text,
                within.map(self::within).unwrap_or_default()
            )
        }
        Effect::ForbidDuty(duty) => format!("  forbid duty {} when refusing", duty.text),
        Effect::Suggest { measure, ground } => {
            let ground = ground
                .as_ref()
                .map(|ground| format!(" as {}", ground.text))
                .unwrap_or_default();
            format!("  suggest {} instead of refusing{ground}", measure.text)
        }
        Effect::Except(norm) => format!("  except {}", norm.text),
        Effect::Caution(texts) => with_texts("  caution", texts, 4),
        Effect::Consequence { of_serving, texts } => {
            let head = if *of_serving {
                "  consequence of serving"
            } else {
                "  consequence"
            };
            with_texts(head, texts, 4)
        }
    }
}

fn within(within: Within) -> String {
    format!(" within {} {}", within.count.value, within.unit.keyword())
}

fn test(span: Span, test: &Test) -> Vec<Piece> {
    let head = match &test.docket {
        None => format!("example {} on {}", quoted(&test.title), test.on.date),
        Some(docket) => {
            format!(
                "precedent {} from {} on {}",
                quoted(&test.title),
                quoted(docket),
                test.on.date
            )
        }
    };
    let mut pieces = vec![header(span, head)];
    let rank = |kind: &TestClause| match kind {
        TestClause::Case(_) => 0,
        TestClause::Known(_) => 1,
        TestClause::Given(_) => 2,
        TestClause::OtherwiseTypical => 3,
        TestClause::Expect(_) => 4,
    };
    for clause in sorted(&test.clauses, rank) {
        let text = match &clause.kind {
            TestClause::Case(word) => format!("  case {}", word.text),
            TestClause::Known(text) => format!("  known {}", quoted(text)),
            TestClause::Given(each) => given("  given", each),
            TestClause::OtherwiseTypical => "  otherwise typical".to_owned(),
            TestClause::Expect(expectation) => {
                format!("  expect {}", self::expectation(expectation))
            }
        };
        pieces.push(Piece {
            span: clause.span,
            text,
        });
    }
    pieces
}

fn expectation(expectation: &Expectation) -> String {
    let by = |norms: &[Word]| {
        if norms.is_empty() {
            String::new()
        } else {
            format!(" by {}", names(norms))
        }
    };
    match expectation {
        Expectation::Verdict { verdict, by: norms } => format!("{}{}", verdict.text, by(norms)),
        Expectation::Undetermined(verdicts) => format!("undetermined {}", set(verdicts)),
        Expectation::Strength(word) => format!("strength {}", word.text),
        Expectation::DecidedBy(word) => format!("decided by {}", word.text),
        Expectation::Ground { ground, status } => format!("ground {} {}", ground.text, status.text),
        Expectation::Part {
            part,
            absent,
            name,
            by: norms,
        } => {
            let no = if *absent { "no " } else { "" };
            format!("{no}{} {}{}", part.keyword(), name.text, by(norms))
        }
        Expectation::Measures(words) => format!("measures {}", set(words)),
        Expectation::Tainted(norms) => format!("tainted{}", by(norms)),
        Expectation::NotTainted => "not tainted".to_owned(),
        Expectation::Ask(word) => format!("ask {}", word.text),
        Expectation::Applies(word) => format!("applies {}", word.text),
        Expectation::Inapplicable(word) => format!("inapplicable {}", word.text),
    }
}

fn property(span: Span, property: &Property) -> Vec<Piece> {
    let period = match property.period {
        Period::Always => "at all times".to_owned(),
        Period::From(day) => format!("on or after {}", day.date),
        Period::Between(from, to) => format!("from {} to {}", from.date, to.date),
    };
    let mut pieces = vec![header(
        span,
        format!("property {}\n  {period}", quoted(&property.title)),
    )];
    let rank = |kind: &PropertyClause| match kind {
        PropertyClause::EveryPolicyBelow(_) => 0,
        PropertyClause::Whenever(_) => 1,
        PropertyClause::Never(_) => 2,
        PropertyClause::Always(_) => 3,
        PropertyClause::ExceptBy(_) => 4,
    };
    for clause in sorted(&property.clauses, rank) {
        let text = match &clause.kind {
            PropertyClause::EveryPolicyBelow(layer) => {
                format!("  for every policy below {}", layer.text)
            }
            PropertyClause::Whenever(expr) => condition("  whenever", expr),
            PropertyClause::Never(verdicts) => format!("  never {}", names(verdicts)),
            PropertyClause::Always(verdicts) => format!("  always {}", names(verdicts)),
            PropertyClause::ExceptBy(norms) => wrapped("  except by", &each(norms), 4),
        };
        pieces.push(Piece {
            span: clause.span,
            text,
        });
    }
    pieces
}
