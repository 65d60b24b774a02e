//! `demur config`: every setting, its value in force, and where it comes from.

use std::io::Write;

use demur_app::record::Master;
use demur_app::store::Location;
use demur_words::Words;
use serde::Serialize;

use super::keeping::{house_of, place_of};
use super::serve::SettingArgs;
use crate::configuration::{
    Configuration, Fault, InForce, Kind, Origin, SETTINGS, Setting, without_password,
};
use crate::context::{Context, Folders, Outcome};
use crate::failure::Failure;
use crate::show::page::Page;

/// Longest name of a setting, with a gap.
const NAMES: usize = 22;

/// Shows every setting, its value in force, and where it comes from
///
/// A flag beats the environment, the environment beats the file, the file beats what is built in.
/// Secrets are never shown.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    settings: SettingArgs,
}

#[derive(Serialize)]
struct Document<'a> {
    file: Option<String>,
    settings: Vec<SettingDocument<'a>>,
    not_settings: &'a [String],
}

#[derive(Serialize)]
struct SettingDocument<'a> {
    name: &'static str,
    variable: String,
    value: Option<String>,
    from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    set_by: Option<&'a str>,
}

/// Writes the settings.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let said = |fault: Fault| Failure::Said(fault.said(&context.words));
    let configuration = context.configuration.clone().with(args.settings.flags());
    let mut configuration = configuration.map_err(said)?;
    if let Some(folders) = &context.folders {
        add_places(&mut configuration, folders).map_err(said)?;
    }
    let file = configuration
        .file
        .as_ref()
        .map(|path| path.display().to_string());
    if context.wants_json() {
        let settings = SETTINGS
            .iter()
            .map(|setting| document(setting, configuration.get(setting.name)));
        let document = Document {
            file,
            settings: settings.collect(),
            not_settings: &configuration.strangers,
        };
        writeln!(out, "{}", serde_json::to_string_pretty(&document)?)?;
        return Ok(Outcome::Done);
    }
    let words = &context.words;
    let mut page = Page::new(context.look);
    for setting in &SETTINGS {
        let value = configuration.get(setting.name);
        page.row(setting.name, NAMES, &shown(setting, value, words));
    }
    page.gap();
    page.paragraph(&match file {
        Some(path) => words.fill("config-file", &[("path", path.into())]),
        None => words.say("config-no-file"),
    });
    for name in &configuration.strangers {
        page.paragraph(&words.fill("config-stranger", &[("name", name.as_str().into())]));
    }
    out.write_all(page.finish().as_bytes())?;
    Ok(Outcome::Done)
}

/// Databases and the master key have places also when nobody names any.
fn add_places(configuration: &mut Configuration, folders: &Folders) -> Result<(), Fault> {
    let place = place_of(configuration, folders)?;
    let house = house_of(configuration, &place)?;
    for (name, location) in [
        ("db", &place.record),
        ("keys", &place.keys),
        ("house", &house),
    ] {
        let text = match location {
            Location::File(path) => path.display().to_string(),
            Location::Server(url) => url.clone(),
        };
        configuration.usually(name, text);
    }
    if let Master::File(path) = &place.master
        && configuration.text("master_key_file").is_none()
    {
        configuration.usually("master_key_file", path.display().to_string());
    }
    Ok(())
}

/// The value as anybody may see it.
fn visible(setting: &Setting, value: &InForce) -> Option<String> {
    match setting.kind {
        Kind::Secret => None,
        Kind::Place => Some(without_password(&value.text)),
        _ => Some(value.text.clone()),
    }
}

fn shown(setting: &Setting, value: Option<&InForce>, words: &Words) -> String {
    let Some(value) = value else {
        return words.say("config-not-set");
    };
    let text = visible(setting, value).unwrap_or_else(|| words.say("config-set"));
    let origin = match &value.origin {
        Origin::Flag => words.fill("config-from-flag", &[("flag", setting.flag().into())]),
        Origin::Environment(name) => name.clone(),
        Origin::File => words.say("config-from-file"),
        Origin::BuiltIn => words.say("config-built-in"),
    };
    format!("{text}  ({origin})")
}

fn document<'a>(setting: &Setting, value: Option<&'a InForce>) -> SettingDocument<'a> {
    let (from, set_by) = match value.map(|value| &value.origin) {
        None => ("not_set", None),
        Some(Origin::Flag) => ("flag", None),
        Some(Origin::Environment(name)) => ("environment", Some(name.as_str())),
        Some(Origin::File) => ("file", None),
        Some(Origin::BuiltIn) => ("built_in", None),
    };
    let hidden = || "set".to_owned();
    SettingDocument {
        name: setting.name,
        variable: setting.variable(),
        value: value.map(|value| visible(setting, value).unwrap_or_else(hidden)),
        from,
        set_by,
    }
}
