//! Norms.

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::tree::{Clause, Effect, Expr, Norm, NormClause, Unit, Within, Word};

use super::expr::{expr, set_ref};
use super::tokens::Tokens;

const CLAUSES: [&str; 19] = [
    "title",
    "in",
    "confidence",
    "yielding",
    "forbid",
    "permit",
    "entitle",
    "refusing",
    "require",
    "suggest",
    "except",
    "caution",
    "consequence",
    "when",
    "unless",
    "overrides",
    "note",
    "cite",
    "if",
];

const EFFECTS: &str = "`forbid refusing`, `forbid serving`, `permit refusing as GROUND`, \
     `refusing needs a ground`, `require STEP before refusing`, `require DUTY when refusing`, \
     `suggest MEASURE instead of refusing`, `except NORM`, `caution ..`, `consequence ..`";

pub(crate) fn norm(tokens: &mut Tokens<'_>) -> Option<Norm> {
    let id = tokens.word("the norm's id")?;
    let errors = tokens.error_count();
    let clauses = tokens.clauses(&CLAUSES, clause);
    let flawless = tokens.error_count() == errors;
    check_clauses(tokens, &id, &clauses, flawless);
    Some(Norm { id, clauses })
}

fn clause(tokens: &mut Tokens<'_>) -> Option<NormClause> {
    let keyword = tokens.peek_word()?.to_owned();
    match keyword.as_str() {
        "title" | "note" => {
            tokens.advance();
            let texts = tokens.some_texts()?;
            Some(if keyword == "title" {
                NormClause::Title(texts)
            } else {
                NormClause::Note(texts)
            })
        }
        "in" => in_force(tokens),
        "confidence" => {
            tokens.advance();
            Some(NormClause::Confidence(
                tokens.word("verified, recalled or contested")?,
            ))
        }
        "yielding" => {
            tokens.advance();
            Some(NormClause::Yielding)
        }
        "when" => {
            tokens.advance();
            Some(NormClause::When(expr(tokens)?))
        }
        "unless" => {
            tokens.advance();
            Some(NormClause::Unless(expr(tokens)?))
        }
        "overrides" => {
            tokens.advance();
            Some(NormClause::Overrides(
                tokens.list(|tokens| tokens.word("a norm's id"))?,
            ))
        }
        "cite" | "if" => {
            tokens.unexpected("a clause of a norm", Some(&CLAUSES[..17]));
            None
        }
        _ => effect(tokens).map(NormClause::Effect),
    }
}

fn in_force(tokens: &mut Tokens<'_>) -> Option<NormClause> {
    tokens.expect_words(&["in", "force", "from"])?;
    let from = tokens.day()?;
    let to = if tokens.eat("to") {
        Some(tokens.day()?)
    } else {
        None
    };
    Some(NormClause::InForce { from, to })
}

fn effect(tokens: &mut Tokens<'_>) -> Option<Effect> {
    let keyword = tokens.word("an effect")?;
    match keyword.text.as_str() {
        "forbid" => forbid(tokens),
        "permit" => Some(Effect::Permit(refusing_as(tokens)?)),
        "entitle" => Some(Effect::Entitle(refusing_as(tokens)?)),
        "refusing" => needs_ground(tokens),
        "require" => require(tokens),
        "suggest" => suggest(tokens),
        "except" => Some(Effect::Except(tokens.word("a norm's id")?)),
        "caution" => Some(Effect::Caution(tokens.some_texts()?)),
        _ => {
            let of_serving = tokens.eat_all(&["of", "serving"]);
            Some(Effect::Consequence {
                of_serving,
                texts: tokens.some_texts()?,
            })
        }
    }
}

fn forbid(tokens: &mut Tokens<'_>) -> Option<Effect> {
    if tokens.eat("serving") {
        return Some(Effect::ForbidServing);
    }
    if tokens.eat("duty") {
        let duty = tokens.word("a duty")?;
        tokens.expect_words(&["when", "refusing"])?;
        return Some(Effect::ForbidDuty(duty));
    }
    if !tokens.eat("refusing") {
        tokens.unexpected(
            "`refusing`, `serving` or `duty`",
            Some(&["refusing", "serving", "duty"]),
        );
        return None;
    }
    if tokens.eat_all(&["because", "of"]) {
        return Some(Effect::ForbidRefusingBecause(set_ref(tokens)?));
    }
    Some(Effect::ForbidRefusing)
}

fn refusing_as(tokens: &mut Tokens<'_>) -> Option<Word> {
    tokens.expect_words(&["refusing", "as"])?;
    tokens.word("a ground")
}

fn needs_ground(tokens: &mut Tokens<'_>) -> Option<Effect> {
    tokens.expect_words(&["needs", "a", "ground"])?;
    if !tokens.eat("admitting") {
        return Some(Effect::NeedsGround(Vec::new()));
    }
    let (grounds, span) = tokens.word_set("a ground")?;
    if grounds.is_empty() {
        let file = tokens.file;
        tokens.report(
            Diagnostic::error("E001", "expected at least one ground, found none")
                .at(file, span, "no ground could ever meet this demand")
                .help("name the grounds, or write `forbid refusing` if there is none"),
        );
        return None;
    }
    Some(Effect::NeedsGround(grounds))
}

fn require(tokens: &mut Tokens<'_>) -> Option<Effect> {
    let step = expr(tokens)?;
    if tokens.eat_all(&["before", "refusing"]) {
        let ground = if tokens.eat("as") {
            Some(tokens.word("a ground")?)
        } else {
            None
        };
        check_step(tokens, &step);
        return Some(Effect::RequireStep { step, ground });
    }
    let within = if tokens.eat("within") {
        Some(within(tokens)?)
    } else {
        None
    };
    if !tokens.eat_all(&["when", "refusing"]) {
        tokens.unexpected(
            "`before refusing` (a step) or `when refusing` (a duty)",
            None,
        );
        return None;
    }
    match step {
        Expr::Atom(atom) => Some(Effect::RequireDuty {
            duty: atom.path,
            within,
        }),
        other => {
            let file = tokens.file;
            tokens.report(
                Diagnostic::error("E001", "expected one duty, found a combination")
                    .at(file, other.span(), "one duty at a time")
                    .help("write one norm for each duty"),
            );
            None
        }
    }
}

fn suggest(tokens: &mut Tokens<'_>) -> Option<Effect> {
    let measure = tokens.word("a measure")?;
    tokens.expect_words(&["instead", "of", "refusing"])?;
    let ground = if tokens.eat("as") {
        Some(tokens.word("a ground")?)
    } else {
        None
    };
    Some(Effect::Suggest { measure, ground })
}

/// Doing more must never make matters worse, so a step is never negated.
pub(crate) fn check_step(tokens: &mut Tokens<'_>, step: &Expr) {
    match step {
        Expr::Atom(_) => {}
        Expr::All(parts, _) | Expr::Any(parts, _) => {
            parts.iter().for_each(|part| check_step(tokens, part))
        }
        Expr::Not(_, span) => {
            let (file, span) = (tokens.file, *span);
            tokens.report(
                Diagnostic::error("E130", "a required step cannot be negated")
                    .at(file, span, "`not` is not allowed here")
                    .help("doing more must never make matters worse; put the condition under `unless`"),
            );
        }
    }
}

fn within(tokens: &mut Tokens<'_>) -> Option<Within> {
    let count = tokens.int("a number of days")?;
    let units = [
        Unit::Hours,
        Unit::Days,
        Unit::WorkingDays,
        Unit::Weeks,
        Unit::Months,
    ];
    for unit in units {
        let words: Vec<&str> = unit.keyword().split(' ').collect();
        if tokens.eat_all(&words) {
            return Some(Within { count, unit });
        }
    }
    tokens.unexpected(
        "a unit of time",
        Some(&["hours", "days", "working", "weeks", "months"]),
    );
    None
}

fn check_clauses(
    tokens: &mut Tokens<'_>,
    id: &Word,
    clauses: &[Clause<NormClause>],
    flawless: bool,
) {
    let file = tokens.file;
    let effects = clauses
        .iter()
        .filter(|clause| matches!(clause.kind, NormClause::Effect(_)));
    let spans: Vec<Span> = effects.map(|clause| clause.span).collect();
    if let [first, second, ..] = spans.as_slice() {
        tokens.report(
            Diagnostic::error("E007", format!("the norm `{}` has two effects", id.text))
                .at(file, *second, "a second effect")
                .see(file, *first, "the first effect")
                .help(
                    "give each effect a norm of its own, for example `".to_owned()
                        + &id.text
                        + ".duty`",
                ),
        );
    }
    if spans.is_empty() && flawless {
        tokens.report(
            Diagnostic::error("E006", format!("the norm `{}` has no effect", id.text))
                .at(file, id.span, "says nothing about refusing or serving")
                .help(format!("add one of {EFFECTS}")),
        );
    }
    check_once(tokens, clauses, "in force", |kind| {
        matches!(kind, NormClause::InForce { .. })
    });
    check_once(tokens, clauses, "when", |kind| {
        matches!(kind, NormClause::When(_))
    });
    check_once(tokens, clauses, "confidence", |kind| {
        matches!(kind, NormClause::Confidence(_))
    });
}

fn check_once(
    tokens: &mut Tokens<'_>,
    clauses: &[Clause<NormClause>],
    name: &str,
    is: impl Fn(&NormClause) -> bool,
) {
    let mut found = clauses.iter().filter(|clause| is(&clause.kind));
    if let (Some(first), Some(second)) = (found.next(), found.next()) {
        let file = tokens.file;
        tokens.report(
            Diagnostic::error("E011", format!("`{name}` is given twice"))
                .at(file, second.span, "again here")
                .see(file, first.span, "first given here")
                .help("join the two, or write a second norm"),
        );
    }
}
