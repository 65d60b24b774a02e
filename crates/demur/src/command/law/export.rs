//! `demur law export`: the library for other engines.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use demur_app::export::{self, Scope};
use demur_app::lawbook::Lawbook;

use super::known_pack;
use crate::command::given::{parse_day, place_named};
use crate::context::{Context, Format, Outcome};
use crate::failure::Failure;
use crate::show::page::Page;

/// Write the law of a day for other engines: Cedar policies, or JSON
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: demur law export --format cedar --place pl -o cedar")]
pub(crate) struct Args {
    // The same option as everywhere, with other values.
    /// cedar: policies of the norms, and with `-o` of the verdict, and their schema; json: the
    /// resolved lawbook
    #[arg(id = "format", long, value_name = "FORM", value_parser = form())]
    form: Option<Format>,
    /// The day whose law is meant [default: for cedar today; for json every day]
    #[arg(long, value_name = "DAY")]
    at: Option<String>,
    /// Only what applies in this place
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// Only norms of this pack; may be repeated
    #[arg(long = "pack", value_name = "PACK")]
    packs: Vec<String>,
    /// Folder for the files; without it the first of them is printed
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
}

fn form() -> impl clap::builder::TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["cedar", "json"]).map(|form| match form.as_str() {
        "cedar" => Format::Cedar,
        _ => Format::Json,
    })
}

/// Writes it.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let library = context.library()?;
    let lawbook = &library.lawbook;
    let scope = scope(args, lawbook, context)?;
    let at = args
        .at
        .as_deref()
        .map(|day| parse_day(day, context))
        .transpose()?;
    let files = match args.form {
        Some(Format::Cedar) => {
            let day = at.unwrap_or(context.today);
            let cedar = export::cedar(lawbook, day, &scope);
            vec![
                ("norms.cedar", cedar.norms),
                ("verdict.cedar", cedar.verdict),
                ("demur.cedarschema", cedar.schema),
            ]
        }
        Some(Format::Json) => {
            let document = export::json(lawbook, at, &scope);
            let text = serde_json::to_string_pretty(&document)?;
            vec![("lawbook.json", format!("{text}\n"))]
        }
        Some(Format::Human | Format::Sarif) | None => {
            return Err(Failure::Said(context.words.say("error-no-export-form")));
        }
    };
    match &args.out {
        Some(folder) => write(folder, &files, context, out)?,
        None => {
            let printed = files.first().map(|(_, text)| text.as_bytes());
            out.write_all(printed.unwrap_or_default())?;
        }
    }
    Ok(Outcome::Done)
}

fn scope(args: &Args, lawbook: &Lawbook, context: &Context) -> Result<Scope, Failure> {
    let place = args.place.as_deref();
    let mut scope = Scope {
        place: place
            .map(|place| place_named(lawbook, place, context))
            .transpose()?,
        ..Scope::default()
    };
    for wanted in &args.packs {
        known_pack(lawbook, Some(wanted), context)?;
        let packs = lawbook.packs.iter();
        scope.packs.extend(
            packs
                .filter(|(_, pack)| pack.id == *wanted)
                .map(|(id, _)| id),
        );
    }
    Ok(scope)
}

fn write(
    folder: &Path,
    files: &[(&str, String)],
    context: &Context,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error, context))?;
    let mut page = Page::new(context.look);
    for (name, text) in files {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| unwritable(&path, &error, context))?;
        let gaps = [("path", path.display().to_string().into())];
        page.paragraph(&context.words.fill("law-exported", &gaps));
    }
    out.write_all(page.finish().as_bytes())?;
    Ok(())
}

fn unwritable(path: &Path, error: &io::Error, context: &Context) -> Failure {
    let gaps = [
        ("path", path.display().to_string().into()),
        ("reason", error.to_string().into()),
    ];
    Failure::Said(context.words.fill("error-unwritable", &gaps))
}
