//! Examples, precedents and properties.

use crate::tree::{Expectation, Part, Period, Property, PropertyClause, Test, TestClause, Word};

use super::expr::expr;
use super::tokens::Tokens;
use super::vocabulary::given;

const TEST_CLAUSES: [&str; 5] = ["case", "known", "given", "otherwise", "expect"];
const PROPERTY_CLAUSES: [&str; 5] = ["for", "whenever", "never", "always", "except"];

pub(crate) fn test(tokens: &mut Tokens<'_>, precedent: bool) -> Option<Test> {
    let title = tokens.text("the test's title in quotes")?;
    let docket = if precedent {
        tokens.expect_words(&["from"])?;
        Some(tokens.text("the docket in quotes")?)
    } else {
        None
    };
    tokens.expect_words(&["on"])?;
    let on = tokens.day()?;
    let clauses = tokens.clauses(&TEST_CLAUSES, test_clause);
    Some(Test {
        title,
        docket,
        on,
        clauses,
    })
}

fn test_clause(tokens: &mut Tokens<'_>) -> Option<TestClause> {
    let keyword = tokens.word("a clause")?;
    Some(match keyword.text.as_str() {
        "case" => TestClause::Case(tokens.word("the case's name")?),
        "known" => TestClause::Known(tokens.text("a text in quotes")?),
        "given" => TestClause::Given(tokens.list(given)?),
        "otherwise" => {
            tokens.expect_words(&["typical"])?;
            TestClause::OtherwiseTypical
        }
        _ => TestClause::Expect(expectation(tokens)?),
    })
}

fn expectation(tokens: &mut Tokens<'_>) -> Option<Expectation> {
    let first = tokens.word("a verdict or a part of the opinion")?;
    Some(match first.text.as_str() {
        "undetermined" if tokens.at_mark("{") => {
            Expectation::Undetermined(tokens.word_set("a verdict")?.0)
        }
        "strength" => Expectation::Strength(tokens.word("strong or weak")?),
        "decided" => {
            tokens.expect_words(&["by"])?;
            Expectation::DecidedBy(tokens.word("a layer")?)
        }
        "ground" => Expectation::Ground {
            ground: tokens.word("a ground")?,
            status: tokens.word("open, after_steps, not_met, barred or unknown")?,
        },
        "measures" => Expectation::Measures(tokens.word_set("a measure")?.0),
        "tainted" => Expectation::Tainted(by(tokens)?),
        "not" => {
            tokens.expect_words(&["tainted"])?;
            Expectation::NotTainted
        }
        "ask" => Expectation::Ask(tokens.word("a fact")?),
        "applies" => Expectation::Applies(tokens.word("a norm's id")?),
        "inapplicable" => Expectation::Inapplicable(tokens.word("a norm's id")?),
        "no" => {
            let kind = tokens.word("step, duty, caution or consequence")?;
            part(tokens, &kind, true)?
        }
        "step" | "duty" | "caution" | "consequence" => part(tokens, &first, false)?,
        _ => Expectation::Verdict {
            verdict: first,
            by: by(tokens)?,
        },
    })
}

fn part(tokens: &mut Tokens<'_>, kind: &Word, absent: bool) -> Option<Expectation> {
    let all = [Part::Step, Part::Duty, Part::Caution, Part::Consequence];
    let Some(part) = all.into_iter().find(|part| part.keyword() == kind.text) else {
        tokens.unexpected("step, duty, caution or consequence after `no`", None);
        return None;
    };
    let name = tokens.word("a name")?;
    Some(Expectation::Part {
        part,
        absent,
        name,
        by: by(tokens)?,
    })
}

fn by(tokens: &mut Tokens<'_>) -> Option<Vec<Word>> {
    if !tokens.eat("by") {
        return Some(Vec::new());
    }
    tokens.list(|tokens| tokens.word("a norm's id"))
}

pub(crate) fn property(tokens: &mut Tokens<'_>) -> Option<Property> {
    let title = tokens.text("the property's title in quotes")?;
    let period = period(tokens)?;
    let clauses = tokens.clauses(&PROPERTY_CLAUSES, property_clause);
    Some(Property {
        title,
        period,
        clauses,
    })
}

fn period(tokens: &mut Tokens<'_>) -> Option<Period> {
    if tokens.eat_all(&["at", "all", "times"]) {
        return Some(Period::Always);
    }
    if tokens.eat_all(&["on", "or", "after"]) {
        return tokens.day().map(Period::From);
    }
    if tokens.eat("from") {
        let from = tokens.day()?;
        tokens.expect_words(&["to"])?;
        return Some(Period::Between(from, tokens.day()?));
    }
    tokens.unexpected(
        "`at all times`, `on or after DAY` or `from DAY to DAY`",
        None,
    );
    None
}

fn property_clause(tokens: &mut Tokens<'_>) -> Option<PropertyClause> {
    let keyword = tokens.word("a clause")?;
    Some(match keyword.text.as_str() {
        "for" => {
            tokens.expect_words(&["every", "policy", "below"])?;
            PropertyClause::EveryPolicyBelow(tokens.word("a layer")?)
        }
        "whenever" => PropertyClause::Whenever(expr(tokens)?),
        "never" => PropertyClause::Never(tokens.list(|tokens| tokens.word("a verdict"))?),
        "always" => PropertyClause::Always(tokens.list(|tokens| tokens.word("a verdict"))?),
        _ => {
            tokens.expect_words(&["by"])?;
            PropertyClause::ExceptBy(tokens.list(|tokens| tokens.word("a norm's id"))?)
        }
    })
}
