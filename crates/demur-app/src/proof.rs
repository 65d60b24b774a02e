//! What holds in every situation of a library, told as diagnostics and examples.

use std::path::Path;

use demur_engine::Known;
use demur_lawbook::{Cells, Domain, Expectation, FactId, Lawbook, PackFile};
use demur_prover::{Finding, Kind, Proof, Request, Scene};
use demur_syntax::{Diagnostic, FileId, Span};
use jiff::civil::Date;

use crate::accepted::{Accepted, FINDINGS};
use crate::library::{self, Library, LoadError};
use crate::words;

/// The prover, for the programs that show what it found.
pub use demur_prover as prover;

/// A library with what was proved of it.
#[derive(Debug)]
pub struct Proved {
    /// The library.
    pub library: Library,
    /// What was proved and refuted.
    pub proof: Proof,
    /// What may be found, with the reason.
    pub accepted: Accepted,
}

impl Proved {
    /// Why a finding may stand, when its authors say so.
    #[must_use]
    pub fn reason(&self, finding: &Finding) -> Option<&str> {
        self.accepted.reason(&key(&self.library.lawbook, finding))
    }
}

/// By what a finding is accepted in `findings.txt`: its code, and the norms that it is about or
/// that lead to it.
#[must_use]
pub fn key(lawbook: &Lawbook, finding: &Finding) -> String {
    let about = match finding.kind.norms() {
        norms if norms.is_empty() => finding.through.clone(),
        norms => norms,
    };
    let norms = about.iter().map(|norm| lawbook.norms[*norm].id.as_str());
    let words: Vec<&str> = std::iter::once(finding.kind.code()).chain(norms).collect();
    words.join(" ")
}

/// Proves the library in `law`, or the built-in one; with a policy only what concerns the
/// firm's own norms.
///
/// # Errors
///
/// A file cannot be read, or a pack has an error.
pub fn prove(
    law: Option<&Path>,
    policy: Option<&Path>,
    pack: Option<&str>,
    at: Option<Date>,
    today: Date,
) -> Result<Proved, LoadError> {
    let files = match law {
        Some(folder) => library::read_folder(folder)?,
        None => library::built_in(),
    };
    let own = policy
        .map(library::read_folder)
        .transpose()?
        .unwrap_or_default();
    let library = library::compile(files.clone(), own.clone())?;
    let all: Vec<PackFile> = [files, own].concat();
    let proof = demur_prover::prove(&Request {
        lawbook: &library.lawbook,
        files: &all,
        today,
        at,
        policy_only: policy.is_some() && pack.is_none(),
        pack,
    });
    let accepted = Accepted::load(FINDINGS, law, policy)?;
    Ok(Proved {
        library,
        proof,
        accepted,
    })
}

/// A finding as a diagnostic, its situation in the words of the rule language.
#[must_use]
pub fn diagnostic(lawbook: &Lawbook, finding: &Finding) -> Diagnostic {
    let mut found = Diagnostic::error(finding.kind.code(), message(lawbook, &finding.kind));
    for (index, (file, span, label)) in places(lawbook, finding).into_iter().enumerate() {
        found = match index {
            0 => found.at(file, span, label),
            _ => found.see(file, span, label),
        };
    }
    if let Some(scene) = &finding.scene {
        found = found.help(situation(lawbook, scene));
        if let Some(policy) = &scene.policy {
            found = found.help(format!("under this policy:\n{}", policy.norms.join("\n")));
        }
    }
    found.help(mend(&finding.kind))
}

fn message(lawbook: &Lawbook, kind: &Kind) -> String {
    let norm = |norm: &demur_lawbook::NormId| &lawbook.norms[*norm].id;
    match kind {
        Kind::Property(position) => {
            let title = lawbook
                .properties
                .get(*position)
                .map_or("", |each| each.title.as_str());
            format!("the property does not hold: {title}")
        }
        Kind::TraitOpens(reason) => format!(
            "with `{}` among the reasons, refusing is allowed that was not allowed without",
            reason_name(lawbook, *reason)
        ),
        Kind::Clash(one, other) => {
            format!(
                "`{}` and `{}` forbid both refusing and serving",
                norm(one),
                norm(other)
            )
        }
        Kind::Dead(id) => format!("`{}` can never apply", norm(id)),
        Kind::Shadowed(id) => format!("`{}` changes nothing that an opinion shows", norm(id)),
        Kind::Gap => "refusing is allowed although no norm says so".to_owned(),
        Kind::Futile(id) => format!(
            "`{}` never takes effect: a higher norm decides first",
            norm(id)
        ),
        Kind::Idle(fact) => format!(
            "the answer to `{}` never matters",
            lawbook.facts[*fact].name
        ),
        Kind::AgainstLaw(id) => format!("`{}` says refuse where the law forbids it", norm(id)),
    }
}

/// The name of a value of the reasons.
#[must_use]
pub fn reason_name(lawbook: &Lawbook, reason: demur_lawbook::VarId) -> &str {
    let info = lawbook.variables[reason];
    let values = lawbook.facts[info.fact].domain.values();
    let value = info.element.and_then(|element| values.get(element));
    value.map_or("", |value| value.name.as_str())
}

/// Where to look, the culprit first.
fn places(lawbook: &Lawbook, finding: &Finding) -> Vec<(FileId, Span, String)> {
    let mut places = Vec::new();
    match finding.kind {
        Kind::Property(position) => {
            let property = lawbook.properties.get(position);
            places.extend(property.map(|each| (each.declared.0, each.declared.1, String::new())));
        }
        Kind::Idle(fact) => {
            let declared = lawbook.facts[fact].declared;
            places.extend(declared.map(|(file, span)| (file, span, String::new())));
        }
        _ => {}
    }
    for norm in finding
        .kind
        .norms()
        .into_iter()
        .chain(finding.through.iter().copied())
    {
        let norm = &lawbook.norms[norm];
        places.push((norm.declared.0, norm.declared.1, format!("`{}`", norm.id)));
    }
    places
}

fn situation(lawbook: &Lawbook, scene: &Scene) -> String {
    let given = given(lawbook, &scene.given);
    let facts = if given.is_empty() {
        "nothing unusual".to_owned()
    } else {
        given.join(", ")
    };
    let verdict = scene.verdict.map_or("open", |verdict| verdict.name());
    format!("on {}: {facts}; the verdict is {verdict}", scene.day)
}

fn mend(kind: &Kind) -> &'static str {
    match kind {
        Kind::Property(_) => "change the norm that breaks it, or state the property as it is meant",
        Kind::TraitOpens(_) => "let the condition hold whatever else is among the reasons",
        Kind::Clash(..) => "say which norm yields: `overrides`, `except` or an `unless`",
        Kind::Dead(_) => {
            "its conditions contradict each other or an assumption, or another norm always takes it out"
        }
        Kind::Shadowed(_) => "remove it, or change it so that it says something of its own",
        Kind::Gap => {
            "code the norm that leaves the choice free (`permit refusing as` a weak ground) or the one that forbids refusing"
        }
        Kind::Futile(_) => "remove it, or restrict it to what the higher norms leave open",
        Kind::Idle(_) => "remove the fact, or the condition that was meant to look at it is wrong",
        Kind::AgainstLaw(_) => "change the norm, or add `unless` with what the law protects",
    }
}

/// Conditions of the rule language that say what is given; all reasons at once where all
/// are known.
fn given(lawbook: &Lawbook, known: &[Known]) -> Vec<String> {
    let whole = lawbook
        .reasons
        .and_then(|fact| Some((fact, only(lawbook, fact, known)?)));
    let Some((fact, only)) = whole else {
        return words::list(lawbook, known);
    };
    let rest: Vec<Known> = known
        .iter()
        .copied()
        .filter(|each| lawbook.variables[each.variable].fact != fact)
        .collect();
    let mut list = words::list(lawbook, &rest);
    list.push(only);
    list
}

fn only(lawbook: &Lawbook, fact: FactId, known: &[Known]) -> Option<String> {
    let own = known
        .iter()
        .filter(|each| lawbook.variables[each.variable].fact == fact);
    let (yes, no): (Vec<&Known>, Vec<&Known>) = own.partition(|each| each.cells == Cells::YES);
    let Domain::SomeOf(values) = &lawbook.facts[fact].domain else {
        return None;
    };
    if yes.is_empty() || yes.len() + no.len() < values.len() {
        return None;
    }
    let names: Vec<&str> = yes
        .iter()
        .map(|each| reason_name(lawbook, each.variable))
        .collect();
    Some(format!(
        "{} includes only {{{}}}",
        lawbook.facts[fact].name,
        names.join(", ")
    ))
}

/// The situation as an example that can be pasted into a pack.
#[must_use]
pub fn example(lawbook: &Lawbook, title: &str, scene: &Scene) -> String {
    let mut lines = vec![format!(
        "example \"{}\" on {}",
        title.replace('"', "'"),
        scene.day
    )];
    let given = given(lawbook, &scene.given);
    if !given.is_empty() {
        lines.push(format!("  given {}", given.join(",\n        ")));
    }
    if scene.otherwise_typical {
        lines.push("  otherwise typical".to_owned());
    }
    lines.extend(scene.expectations.iter().filter_map(expectation));
    lines.join("\n")
}

fn expectation(expectation: &Expectation) -> Option<String> {
    match expectation {
        Expectation::Verdict(verdict, by) if by.is_empty() => {
            Some(format!("  expect {}", verdict.name()))
        }
        Expectation::Verdict(verdict, by) => {
            Some(format!("  expect {} by {}", verdict.name(), by.join(", ")))
        }
        Expectation::Strong(strong) => Some(format!(
            "  expect strength {}",
            if *strong { "strong" } else { "weak" }
        )),
        Expectation::Live(id, true) => Some(format!("  expect applies {id}")),
        Expectation::Live(id, false) => Some(format!("  expect inapplicable {id}")),
        _ => None,
    }
}
