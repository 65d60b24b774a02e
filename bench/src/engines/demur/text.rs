//! A norm set in the rule language.

use std::fmt::Write as _;

use demur_lawbook::PackFile;

use super::names;
use crate::norms::generated::{GROUNDS, STEPS};
use crate::norms::{Effect, Formula, Kind, Norm, NormSet, Test};

const PACK: &str = "gen";

/// The name of a fact in the pack.
pub(super) fn fact(position: usize) -> String {
    format!("x.{}", names::fact(position))
}

fn derived(position: usize) -> String {
    format!("x.{}", names::derived(position))
}

/// `pack.md`, the vocabulary, and one file for each norm.
pub(super) fn files(set: &NormSet) -> Vec<PackFile> {
    let mut files = vec![file("pack.md", &pack()), file("facts.md", &vocabulary(set))];
    let norms = set.norms.iter().enumerate();
    files.extend(norms.map(|(index, norm)| {
        let name = names::norm(index);
        file(&format!("{name}.md"), &provision(set, &name, norm))
    }));
    files
}

fn file(path: &str, text: &str) -> PackFile {
    PackFile {
        path: format!("{PACK}/{path}"),
        text: text.to_owned(),
    }
}

fn pack() -> String {
    format!(
        "---\npack: {PACK}\nlayer: law\nplace: any\nversion: 2026.11.1\n\
         text-as-of: 2026-11-22\nstatus: draft\ntitle-en: Generated\ntitle-pl: Wygenerowane\n\
         ---\n# Generated\n"
    )
}

fn vocabulary(set: &NormSet) -> String {
    let mut text = "# Vocabulary\n\n```demur\n".to_owned();
    for (index, kind) in set.facts.iter().enumerate() {
        let name = fact(index);
        let _ = writeln!(
            text,
            "fact {name} : {}\n  ask en \"What of {name}?\"\n  ask pl \"Co z {name}?\"\n",
            domain(*kind)
        );
    }
    for (index, formula) in set.derived.iter().enumerate() {
        let _ = writeln!(
            text,
            "define {} = {}\n",
            derived(index),
            condition(set, formula)
        );
    }
    for ground in 0..GROUNDS {
        let _ = writeln!(text, "ground g{ground} en \"ground\" pl \"podstawa\"\n");
    }
    for step in 0..STEPS {
        let done = fact(step);
        let _ = writeln!(
            text,
            "step s{step} done when {done}\n  en \"step\" pl \"krok\"\n"
        );
    }
    text + "```\n"
}

fn domain(kind: Kind) -> String {
    let values = |count: usize| {
        let values: Vec<String> = (0..count)
            .map(|each| format!("    {0} en \"{0}\" pl \"{0}\"", names::value(each)))
            .collect();
        values.join(",\n")
    };
    match kind {
        Kind::Bool => "bool".to_owned(),
        Kind::OneOf(count) => format!("one of {{\n{}\n  }}", values(count)),
        Kind::SomeOf(count) => format!("some of {{\n{}\n  }}", values(count)),
        Kind::Int(low, high) => format!("{low}..{high}"),
    }
}

fn provision(set: &NormSet, name: &str, norm: &Norm) -> String {
    let unless: Vec<String> = norm
        .unless
        .iter()
        .map(|unless| format!("    unless {}\n", condition(set, unless)))
        .collect();
    format!(
        "---\ncite: Generated provision {name}\nurl: https://example.org/{name}\n\
         confidence: recalled\n---\n# {name}\n\nMade up for measuring.\n\n```demur\n\
         norm {PACK}.{name}\n  title en \"Norm {name}\"\n  title pl \"Norma {name}\"\n  \
         in force from 2020-01-01\n  {}\n    when {}\n{}```\n",
        effect(norm.effect),
        condition(set, &norm.when),
        unless.concat()
    )
}

fn effect(effect: Effect) -> String {
    match effect {
        Effect::Ground(ground) => format!("permit refusing as g{ground}"),
        Effect::ForbidServing => "forbid serving".to_owned(),
        Effect::Step(step) => format!("require s{step} before refusing"),
        Effect::ForbidRefusing | Effect::Caution | Effect::Other => "forbid refusing".to_owned(),
    }
}

/// `and` and `or` are never mixed without brackets, so every inner list gets them.
fn condition(set: &NormSet, formula: &Formula) -> String {
    let joined = |parts: &[Formula], joint: &str| {
        let parts: Vec<String> = parts.iter().map(|part| inner(set, part)).collect();
        parts.join(joint)
    };
    match formula {
        Formula::Fact(position, test) => atom(set, *position, test),
        Formula::Derived(position) => derived(*position),
        Formula::All(parts) => joined(parts, " and "),
        Formula::Any(parts) => joined(parts, " or "),
    }
}

fn inner(set: &NormSet, formula: &Formula) -> String {
    match formula {
        Formula::All(parts) | Formula::Any(parts) if parts.len() > 1 => {
            format!("({})", condition(set, formula))
        }
        _ => condition(set, formula),
    }
}

fn atom(set: &NormSet, position: usize, test: &Test) -> String {
    let name = fact(position);
    let list = |values: &[usize]| {
        let values: Vec<String> = values.iter().copied().map(names::value).collect();
        values.join(", ")
    };
    match test {
        Test::Yes => name,
        Test::No => format!("not {name}"),
        Test::In(values) => match values.as_slice() {
            [only] => format!("{name} is {}", names::value(*only)),
            _ => format!("{name} is one of {{{}}}", list(values)),
        },
        Test::NotIn(values) => match values.as_slice() {
            [only] => format!("{name} is not {}", names::value(*only)),
            _ => format!("{name} is not one of {{{}}}", list(values)),
        },
        Test::Has(value) => format!("{name} includes {}", names::value(*value)),
        Test::HasNot(value) => format!("not {name} includes {}", names::value(*value)),
        Test::Between(low, high) => match names::bounds(set.facts.get(position), *low, *high) {
            (Some(low), Some(high)) => format!("{name} between {low} and {high}"),
            (Some(low), None) => format!("{name} >= {low}"),
            (None, Some(high)) => format!("{name} <= {high}"),
            (None, None) => format!("{name} >= {low}"),
        },
    }
}
