//! `demur explain`: what a name stands for.

use std::io::Write;

use demur_app::lawbook::{
    Condition, Effect, FactId, GroundId, Lawbook, MeasureId, NormId, StepId, Texts,
};
use demur_app::lint::rule_document;
use demur_app::notices::Lang;
use demur_app::notices::lint::Lint;
use demur_app::pages;
use demur_app::syntax::nearest;
use demur_app::syntax::tree;
use demur_app::vocabulary_json::{self as document, LabelDocument};
use serde_json::{Value, json};

use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page::Page;
use crate::show::{code, page};
use demur_words::norm::label;
use demur_words::{fact, lint, norm};

/// What a norm, fact, ground, step, duty, measure, message code or rule of the lint means
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples: demur explain pl.kw.135\n          demur explain conduct.insults_staff\n          demur explain E104"
)]
pub(crate) struct Args {
    /// A name, the code of a message, or a rule such as RM-L01
    #[arg(value_name = "NORM|FACT|CODE")]
    name: String,
}

/// Explains.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let upper = args.name.to_uppercase();
    if let Some(text) = pages::page(&upper) {
        if context.wants_json() {
            writeln!(out, "{}", json!({ "code": upper, "text": text }))?;
        } else {
            out.write_all(code::page(&upper, text, context.look).as_bytes())?;
        }
        return Ok(Outcome::Done);
    }
    let is_rule = upper.starts_with("RM-");
    if is_rule && let Some(rule) = Lint::built_in().rule(&upper) {
        let lang = match context.words.lang {
            tree::Lang::Pl => Lang::Pl,
            tree::Lang::En => Lang::En,
        };
        if context.wants_json() {
            let document = rule_document(rule);
            writeln!(out, "{}", serde_json::to_string_pretty(&document)?)?;
        } else {
            let sheet = lint::rule(&context.words, rule, lang);
            out.write_all(page::drawn(&sheet, context.look).as_bytes())?;
        }
        return Ok(Outcome::Done);
    }
    let library = context.library()?;
    let lawbook = &library.lawbook;
    let found = find(lawbook, &args.name);
    if found.is_empty() {
        return Err(unknown(lawbook, &args.name, context));
    }
    if context.wants_json() {
        let documents: Vec<Value> = found
            .iter()
            .map(|each| document(lawbook, each))
            .collect::<Result<_, serde_json::Error>>()?;
        writeln!(out, "{}", serde_json::to_string_pretty(&documents)?)?;
        return Ok(Outcome::Done);
    }
    let mut page = Page::new(context.look);
    for each in &found {
        show(lawbook, each, context, &mut page);
    }
    out.write_all(page.finish().as_bytes())?;
    Ok(Outcome::Done)
}

/// Something with a name.
enum Named {
    Norm(NormId),
    Fact(FactId),
    Ground(GroundId),
    Step(StepId),
    Duty(demur_app::lawbook::DutyId),
    Measure(MeasureId),
}

/// Everything with this name, and the parts of a provision.
fn find(lawbook: &Lawbook, name: &str) -> Vec<Named> {
    let below = format!("{name}.");
    let norms = lawbook
        .norms
        .iter()
        .filter(|(_, norm)| norm.id == name || norm.id.starts_with(&below));
    let mut found: Vec<Named> = norms.map(|(id, _)| Named::Norm(id)).collect();
    found.extend(lawbook.fact_named(name).map(Named::Fact));
    found.extend(
        lawbook
            .grounds
            .find(|ground| ground.name == name)
            .map(Named::Ground),
    );
    found.extend(
        lawbook
            .steps
            .find(|step| step.name == name)
            .map(Named::Step),
    );
    found.extend(
        lawbook
            .duties
            .find(|duty| duty.name == name)
            .map(Named::Duty),
    );
    found.extend(
        lawbook
            .measures
            .find(|measure| measure.name == name)
            .map(Named::Measure),
    );
    found
}

fn unknown(lawbook: &Lawbook, name: &str, context: &Context) -> Failure {
    let words = &context.words;
    let norms = lawbook.norms.iter().map(|(_, norm)| norm.id.as_str());
    let facts = lawbook.facts.iter().map(|(_, fact)| fact.name.as_str());
    let grounds = lawbook
        .grounds
        .iter()
        .map(|(_, ground)| ground.name.as_str());
    let steps = lawbook.steps.iter().map(|(_, step)| step.name.as_str());
    let duties = lawbook.duties.iter().map(|(_, duty)| duty.name.as_str());
    let measures = lawbook.measures.iter().map(|(_, each)| each.name.as_str());
    let near = nearest(
        name,
        norms
            .chain(facts)
            .chain(grounds)
            .chain(steps)
            .chain(duties)
            .chain(measures),
    );
    let help = match near {
        Some(near) => words.fill("error-did-you-mean", &[("near", near.into())]),
        None => words.say("error-see-lists"),
    };
    Failure::Said(format!(
        "{}; {help}",
        words.fill("error-unknown-name", &[("name", name.into())])
    ))
}

fn show(lawbook: &Lawbook, named: &Named, context: &Context, page: &mut Page) {
    let words = &context.words;
    let mut labelled = |key: &str, texts: &Texts, name: &str| {
        page.gap();
        page.paragraph(&words.fill(
            key,
            &[(
                "label",
                format!("{} ({name})", label(words, texts, name)).into(),
            )],
        ));
        let norms = speaking_of(lawbook, named).join(", ");
        page.detail(&words.fill("explain-norms", &[("norms", norms.into())]));
    };
    match named {
        Named::Norm(id) => page.add(&norm::told(lawbook, *id, words).sheet(words)),
        Named::Fact(id) => {
            page.add(&fact::sheet(lawbook, *id, words));
            let norms = speaking_of(lawbook, named).join(", ");
            page.detail(&words.fill("explain-norms", &[("norms", norms.into())]));
        }
        Named::Ground(id) => labelled(
            "explain-ground",
            &lawbook.grounds[*id].label,
            &lawbook.grounds[*id].name,
        ),
        Named::Step(id) => labelled(
            "explain-step",
            &lawbook.steps[*id].label,
            &lawbook.steps[*id].name,
        ),
        Named::Duty(id) => labelled(
            "explain-duty",
            &lawbook.duties[*id].label,
            &lawbook.duties[*id].name,
        ),
        Named::Measure(id) => labelled(
            "explain-measure",
            &lawbook.measures[*id].label,
            &lawbook.measures[*id].name,
        ),
    }
}

fn document(lawbook: &Lawbook, named: &Named) -> Result<Value, serde_json::Error> {
    let norms = speaking_of(lawbook, named);
    let labelled = |kind, name, label| LabelDocument {
        kind,
        name,
        label: document::texts(label),
        norms,
    };
    match named {
        Named::Norm(id) => serde_json::to_value(document::norm(lawbook, *id)),
        Named::Fact(id) => serde_json::to_value(document::fact(lawbook, *id)),
        Named::Ground(id) => {
            let ground = &lawbook.grounds[*id];
            serde_json::to_value(labelled("ground", &ground.name, &ground.label))
        }
        Named::Step(id) => {
            let step = &lawbook.steps[*id];
            serde_json::to_value(labelled("step", &step.name, &step.label))
        }
        Named::Duty(id) => {
            let duty = &lawbook.duties[*id];
            serde_json::to_value(labelled("duty", &duty.name, &duty.label))
        }
        Named::Measure(id) => {
            let measure = &lawbook.measures[*id];
            serde_json::to_value(labelled("measure", &measure.name, &measure.label))
        }
    }
}

/// The norms that look at a fact, or whose effect names a ground, a step, a duty or a measure.
fn speaking_of<'l>(lawbook: &'l Lawbook, named: &Named) -> Vec<&'l str> {
    let mut found: Vec<&str> = Vec::new();
    for (_, norm) in lawbook.norms.iter() {
        let speaks = match (named, &norm.effect) {
            (Named::Norm(_), _) => false,
            (Named::Fact(fact), effect) => {
                looks_at(lawbook, &norm.when, *fact)
                    || norm
                        .unless
                        .iter()
                        .any(|unless| looks_at(lawbook, unless, *fact))
                    || effect_looks_at(lawbook, effect, *fact)
            }
            (Named::Ground(ground), Effect::Permit(each) | Effect::Entitle(each)) => each == ground,
            (Named::Ground(ground), Effect::NeedsGround(admitted)) => admitted.contains(ground),
            (Named::Step(step), Effect::RequireStep { step: steps, .. }) => {
                steps.leaves().contains(step)
            }
            (
                Named::Duty(duty),
                Effect::RequireDuty { duty: each, .. } | Effect::ForbidDuty(each),
            ) => each == duty,
            (Named::Measure(measure), Effect::Suggest { measure: each, .. }) => each == measure,
            (Named::Ground(_) | Named::Step(_) | Named::Duty(_) | Named::Measure(_), _) => false,
        };
        if speaks && !found.contains(&norm.id.as_str()) {
            found.push(&norm.id);
        }
    }
    found
}

fn looks_at(lawbook: &Lawbook, condition: &Condition, fact: FactId) -> bool {
    let mut found = false;
    condition.each_variable(&mut |variable, _| found |= lawbook.variables[variable].fact == fact);
    found
}

/// Reasons stand in an effect, and so do the facts that tell whether a step is done.
fn effect_looks_at(lawbook: &Lawbook, effect: &Effect, fact: FactId) -> bool {
    match effect {
        Effect::ForbidRefusingBecause(reasons) => reasons
            .iter()
            .any(|reason| lawbook.variables[*reason].fact == fact),
        Effect::RequireStep { step, .. } => step
            .leaves()
            .into_iter()
            .any(|step| looks_at(lawbook, &lawbook.steps[step].done, fact)),
        _ => false,
    }
}
