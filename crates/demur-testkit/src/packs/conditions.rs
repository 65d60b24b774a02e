//! Conditions.

use super::recipe::Recipe;
use super::vocabulary::{KINDS, Vocabulary};

const NUMBERS: [&str; 3] = ["10", "18", "limit"];

/// A condition as written after `when` or `unless`.
pub(super) fn condition(vocabulary: &Vocabulary, recipe: &mut Recipe<'_>) -> String {
    match recipe.below(8) {
        0..=3 => atom(vocabulary, recipe),
        4 => format!("not {}", nested(vocabulary, recipe, 1)),
        5 => joined(vocabulary, recipe, " and "),
        6 => joined(vocabulary, recipe, " or "),
        _ => {
            let (first, second) = (nested(vocabulary, recipe, 1), nested(vocabulary, recipe, 1));
            let word = if recipe.chance(8) { "all" } else { "any" };
            format!("{word} of:\n      - {first}\n      - {second}")
        }
    }
}

fn joined(vocabulary: &Vocabulary, recipe: &mut Recipe<'_>, word: &str) -> String {
    let parts: Vec<String> = (0..2 + recipe.below(2))
        .map(|_| nested(vocabulary, recipe, 1))
        .collect();
    parts.join(word)
}

/// A condition that stands inside another one.
fn nested(vocabulary: &Vocabulary, recipe: &mut Recipe<'_>, depth: usize) -> String {
    if depth > 2 {
        return atom(vocabulary, recipe);
    }
    match recipe.below(8) {
        0..=4 => atom(vocabulary, recipe),
        5 => format!("(not {})", nested(vocabulary, recipe, depth + 1)),
        other => {
            let word = if other == 6 { "and" } else { "or" };
            let (first, second) = (
                nested(vocabulary, recipe, depth + 1),
                nested(vocabulary, recipe, depth + 1),
            );
            format!("({first} {word} {second})")
        }
    }
}

fn atom(vocabulary: &Vocabulary, recipe: &mut Recipe<'_>) -> String {
    let mut kinds: Vec<fn(&Vocabulary, &mut Recipe<'_>) -> String> = vec![yes_or_no, yes_or_no];
    if vocabulary.kind {
        kinds.push(kind);
    }
    if vocabulary.number {
        kinds.push(number);
    }
    if vocabulary.reasons > 0 {
        kinds.push(reasons);
    }
    match recipe.pick(&kinds) {
        Some(kind) => kind(vocabulary, recipe),
        None => String::new(),
    }
}

fn yes_or_no(vocabulary: &Vocabulary, recipe: &mut Recipe<'_>) -> String {
    let mut names = vocabulary.bools.clone();
    if vocabulary.conditions_see_actionable {
        names.extend(vocabulary.actionable.iter().cloned());
    }
    if vocabulary.comparator {
        names.push("refusing.anyone".to_owned());
    }
    names.push("in_short".to_owned());
    let name = recipe.pick(&names).unwrap_or_default();
    if recipe.chance(5) {
        format!("not {name}")
    } else {
        name
    }
}

fn kind(_: &Vocabulary, recipe: &mut Recipe<'_>) -> String {
    let not = if recipe.chance(4) { "not " } else { "" };
    let values = recipe.some(&KINDS);
    match values.as_slice() {
        [only] => format!("request.kind is {not}{only}"),
        _ => format!("request.kind is {not}one of {{{}}}", values.join(", ")),
    }
}

fn number(_: &Vocabulary, recipe: &mut Recipe<'_>) -> String {
    let comparison = recipe
        .pick(&["<", "<=", ">", ">=", "=", "between"])
        .unwrap_or_default();
    if comparison == "between" {
        return "customer.age between 10 and 17".to_owned();
    }
    format!(
        "customer.age {comparison} {}",
        recipe.pick(&NUMBERS).unwrap_or_default()
    )
}

fn reasons(vocabulary: &Vocabulary, recipe: &mut Recipe<'_>) -> String {
    let set = recipe.some(vocabulary.reasons()).join(", ");
    match recipe.below(6) {
        0 => format!(
            "refusing.reasons includes {}",
            recipe.pick(vocabulary.reasons()).unwrap_or_default()
        ),
        1 => format!("refusing.reasons includes any of {{{set}}}"),
        2 => format!("refusing.reasons includes all of {{{set}}}"),
        3 => format!("refusing.reasons includes none of {{{set}}}"),
        4 => format!("refusing.reasons includes only {{{set}}}"),
        _ => "refusing.reasons includes any of traits".to_owned(),
    }
}
