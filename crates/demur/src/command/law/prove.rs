//! `demur law prove`: what holds in every situation?

use std::io::Write;

use demur_app::proof::{self, Proved, prover::Kind};
use jiff::civil::Date;
use serde_json::json;

use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::diagnostics;
use crate::show::page::Page;
use demur_words::finding;

/// Prove what holds in every situation, and show situations in which it does not
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Only the norms and properties of this pack
    #[arg(long, value_name = "PACK")]
    pack: Option<String>,
    /// Only the law of this day [default: every day]
    #[arg(long, value_name = "DAY")]
    at: Option<Date>,
}

const AFTER_HELP: &str = "\
With --policy it looks at the firm's own norms, otherwise at the whole library. Each
finding has a situation that was replayed through the engine, as an example to paste.
What may stand is named in `findings.txt` beside the packs, with a reason.

Example: demur law prove --policy examples/policy";

/// Proves them.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let proved = proof::prove(
        context.law.as_deref(),
        context.policy.as_deref(),
        args.pack.as_deref(),
        args.at,
        context.today,
    )?;
    super::known_pack(&proved.library.lawbook, args.pack.as_deref(), context)?;
    if context.wants_json() {
        write_json(&proved, context, out)?;
    } else {
        write(&proved, context, out)?;
    }
    Ok(match &proved.proof {
        proof if !proof.mismatches.is_empty() => Outcome::Failed,
        proof
            if proof
                .findings
                .iter()
                .any(|each| proved.reason(each).is_none()) =>
        {
            Outcome::Found
        }
        _ => Outcome::Done,
    })
}

fn write(proved: &Proved, context: &Context, out: &mut dyn Write) -> Result<(), Failure> {
    let lawbook = &proved.library.lawbook;
    let words = &context.words;
    let (accepted, open): (Vec<_>, Vec<_>) = proved
        .proof
        .findings
        .iter()
        .partition(|finding| proved.reason(finding).is_some());
    for found in open {
        let mut place = proof::diagnostic(lawbook, found);
        place.help.clear();
        diagnostics::write(&[place], &proved.library.sources, context.look, out)?;
        let mut page = Page::new(context.look);
        page.paragraph(&finding::story(lawbook, words, found));
        if let Some(scene) = &found.scene {
            for norm in scene.policy.iter().flat_map(|policy| &policy.norms) {
                page.verbatim(norm);
            }
            page.verbatim(&proof::example(
                lawbook,
                &finding::title(lawbook, words, found),
                scene,
            ));
        }
        page.gap();
        out.write_all(page.finish().as_bytes())?;
    }
    let mut page = Page::new(context.look);
    for dependence in &proved.proof.dependences {
        page.paragraph(&finding::dependence(lawbook, words, dependence));
    }
    for mismatch in &proved.proof.mismatches {
        page.paragraph(&finding::mismatch(words, mismatch));
    }
    out.write_all(page.finish().as_bytes())?;
    let counts = finding::counts(words, &proved.proof, accepted.len());
    writeln!(out, "{counts}")?;
    Ok(())
}

fn write_json(proved: &Proved, context: &Context, out: &mut dyn Write) -> Result<(), Failure> {
    let lawbook = &proved.library.lawbook;
    let id = |norm: &demur_app::lawbook::NormId| lawbook.norms[*norm].id.clone();
    let ids =
        |norms: &[demur_app::lawbook::NormId]| -> Vec<String> { norms.iter().map(id).collect() };
    let day = |day: Date| day.to_string();
    let mut findings = Vec::new();
    for found in &proved.proof.findings {
        let diagnostic = [proof::diagnostic(lawbook, found)];
        let document = diagnostics::documents(&diagnostic, &proved.library.sources);
        let title = finding::title(lawbook, &context.words, found);
        let scene = found.scene.as_ref().map(|scene| {
            json!({
                "day": scene.day.to_string(), "verdict": scene.verdict.map(|verdict| verdict.name()),
                "example": proof::example(lawbook, &title, scene),
                "policy": scene.policy.as_ref().map(|policy| json!({
                    "norms": policy.norms, "replaces": ids(&policy.replaced),
                })),
            })
        });
        let when: Vec<_> = found
            .when
            .iter()
            .map(|(from, to)| json!({ "from": from.map(day), "to": to.map(day) }))
            .collect();
        findings.push(json!({
            "code": found.kind.code(), "norms": ids(&found.kind.norms()),
            "key": proof::key(lawbook, found), "accepted": proved.reason(found),
            "through": ids(&found.through), "when": when, "situation": scene,
            "story": finding::story(lawbook, &context.words, found), "diagnostic": document,
            "property": match found.kind {
                Kind::Property(position) => lawbook.properties.get(position).map(|each| each.title.as_str()),
                _ => None,
            },
        }));
    }
    let traits: Vec<_> = proved
        .proof
        .dependences
        .iter()
        .map(|each| {
            let norms: Vec<String> = each.norms.iter().map(id).collect();
            json!({ "reason": proof::reason_name(lawbook, each.reason), "norms": norms })
        })
        .collect();
    let faults: Vec<_> = proved
        .proof
        .mismatches
        .iter()
        .map(|each| json!({ "what": each.what, "said": each.said }))
        .collect();
    let document = json!({
        "norms": proved.proof.norms, "spans": proved.proof.spans.len(),
        "properties_proved": proved.proof.properties_proved, "findings": findings,
        "traits": traits, "internal_errors": faults,
    });
    writeln!(out, "{}", serde_json::to_string_pretty(&document)?)?;
    Ok(())
}
