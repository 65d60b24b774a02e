//! `demur law list`: packs and norms.

use std::io::Write;

use demur_app::lawbook::{Confidence, Lawbook, NormId, PackId};
use demur_app::vocabulary_json::pack_with_norms;

use super::known_pack;
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page::Page;
use demur_words::names;
use demur_words::norm::{in_force, label};

/// Packs and their norms, with layer, days and confidence
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only this pack
    #[arg(long, value_name = "PACK")]
    pack: Option<String>,
}

/// Lists them.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let library = context.library()?;
    let lawbook = &library.lawbook;
    known_pack(lawbook, args.pack.as_deref(), context)?;
    let packs: Vec<PackId> = lawbook
        .packs
        .iter()
        .filter(|(_, pack)| args.pack.as_ref().is_none_or(|wanted| *wanted == pack.id))
        .map(|(id, _)| id)
        .collect();
    if context.wants_json() {
        let packs: Vec<_> = packs
            .into_iter()
            .map(|pack| pack_with_norms(lawbook, pack))
            .collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&packs)?)?;
        return Ok(Outcome::Done);
    }
    let mut page = Page::new(context.look);
    for pack in packs {
        add(lawbook, pack, context, &mut page);
    }
    out.write_all(page.finish().as_bytes())?;
    Ok(Outcome::Done)
}

fn norms_of(lawbook: &Lawbook, pack: PackId) -> Vec<NormId> {
    lawbook
        .norms
        .iter()
        .filter(|(_, norm)| norm.pack == pack)
        .map(|(id, _)| id)
        .collect()
}

fn add(lawbook: &Lawbook, id: PackId, context: &Context, page: &mut Page) {
    let words = &context.words;
    let pack = &lawbook.packs[id];
    let norms = norms_of(lawbook, id);
    let place = pack
        .place
        .clone()
        .unwrap_or_else(|| words.say("law-everywhere"));
    page.gap();
    page.title(&words.fill(
        "law-pack",
        &[
            ("id", pack.id.as_str().into()),
            ("title", label(words, &pack.titles, &pack.id).into()),
            ("layer", names::tier(words, pack.layer.tier).into()),
            ("place", place.into()),
            ("version", pack.version.as_str().into()),
            ("n", norms.len().into()),
        ],
    ));
    let width = norms
        .iter()
        .map(|norm| lawbook.norms[*norm].id.chars().count())
        .max()
        .unwrap_or_default();
    for norm in norms {
        let norm = &lawbook.norms[norm];
        let text = words.fill(
            "law-norm",
            &[
                ("layer", names::tier(words, norm.layer.tier).into()),
                ("force", in_force(words, norm).into()),
                ("confidence", confidence(context, norm.confidence).into()),
                ("title", label(words, &norm.title, &norm.id).into()),
            ],
        );
        page.row(&norm.id, width, &text);
    }
}

/// The first word of what confidence means.
fn confidence(context: &Context, confidence: Confidence) -> String {
    let long = names::confidence(&context.words, confidence);
    long.split(':').next().unwrap_or_default().to_owned()
}
