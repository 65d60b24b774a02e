//! `demur law prove`: what holds in every situation?

mod story;

use std::io::Write;

use demur_app::proof::{self, Proved, prover::Kind};
use jiff::civil::Date;
use serde_json::json;

use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::diagnostics;
use crate::show::page::Page;

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
    for finding in open {
        let mut place = proof::diagnostic(lawbook, finding);
        place.help.clear();
        diagnostics::write(&[place], &proved.library.sources, context.look, out)?;
        let mut page = Page::new(context.look);
        page.paragraph(&story::story(lawbook, words, finding));
        if let Some(scene) = &finding.scene {
            for norm in scene.policy.iter().flat_map(|policy| &policy.norms) {
                page.verbatim(norm);
            }
            page.verbatim(&proof::example(
                lawbook,
                &story::title(lawbook, words, finding),
                scene,
            ));
        }
        page.gap();
        out.write_all(page.finish().as_bytes())?;
    }
    let mut page = Page::new(context.look);
    for dependence in &proved.proof.dependences {
        let norms: Vec<String> = dependence
            .norms
            .iter()
            .map(|norm| lawbook.norms[*norm].id.clone())
            .collect();
        let gaps = [
            (
                "reason",
                story::reason(lawbook, words, dependence.reason).into(),
            ),
            ("norms", norms.join(", ").into()),
            ("n", norms.len().into()),
        ];
        page.paragraph(&words.fill("proof-dependence", &gaps));
    }
    for mismatch in &proved.proof.mismatches {
        let gaps = [
            ("what", mismatch.what.as_str().into()),
            ("said", mismatch.said.as_str().into()),
        ];
        page.paragraph(&words.fill("proof-mismatch", &gaps));
    }
    out.write_all(page.finish().as_bytes())?;
    let gaps = [
        ("norms", proved.proof.norms.into()),
        ("spans", proved.proof.spans.len().into()),
        ("properties", proved.proof.properties_proved.into()),
        (
            "findings",
            (proved.proof.findings.len() - accepted.len()).into(),
        ),
        ("accepted", accepted.len().into()),
    ];
    writeln!(out, "{}", words.fill("proof-counts", &gaps))?;
    Ok(())
}

fn write_json(proved: &Proved, context: &Context, out: &mut dyn Write) -> Result<(), Failure> {
    let lawbook = &proved.library.lawbook;
    let id = |norm: &demur_app::lawbook::NormId| lawbook.norms[*norm].id.clone();
    let ids =
        |norms: &[demur_app::lawbook::NormId]| -> Vec<String> { norms.iter().map(id).collect() };
    let day = |day: Date| day.to_string();
    let mut findings = Vec::new();
    for finding in &proved.proof.findings {
        let diagnostic = [proof::diagnostic(lawbook, finding)];
        let document = diagnostics::documents(&diagnostic, &proved.library.sources);
        let title = story::title(lawbook, &context.words, finding);
        let scene = finding.scene.as_ref().map(|scene| {
            json!({
                "day": scene.day.to_string(), "verdict": scene.verdict.map(|verdict| verdict.name()),
                "example": proof::example(lawbook, &title, scene),
                "policy": scene.policy.as_ref().map(|policy| json!({
                    "norms": policy.norms, "replaces": ids(&policy.replaced),
                })),
            })
        });
        let when: Vec<_> = finding
            .when
            .iter()
            .map(|(from, to)| json!({ "from": from.map(day), "to": to.map(day) }))
            .collect();
        findings.push(json!({
            "code": finding.kind.code(), "norms": ids(&finding.kind.norms()),
            "key": proof::key(lawbook, finding), "accepted": proved.reason(finding),
            "through": ids(&finding.through), "when": when, "situation": scene,
            "story": story::story(lawbook, &context.words, finding), "diagnostic": document,
            "property": match finding.kind {
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
