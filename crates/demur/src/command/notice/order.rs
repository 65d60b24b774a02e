//! What the command line adds to a notice.

use std::fs;
use std::path::Path;

use demur_app::notices::{Templates, Values};
use demur_app::situation::read_values;
use demur_app::syntax::Sources;

use crate::command::given;
use crate::context::Context;
use crate::failure::Failure;

/// Puts the values of files and of `--set` over those of the situation; the later ones win.
pub(crate) fn values(
    values: &mut Values,
    files: &[String],
    set: &[String],
    context: &Context,
) -> Result<(), Failure> {
    for path in files {
        let read = from_file(path, context)?;
        read.iter()
            .try_for_each(|(name, value)| put(values, name, value))?;
    }
    for pair in set {
        let Some((name, value)) = pair.split_once('=') else {
            let gaps = [("pair", pair.as_str().into())];
            return Err(Failure::Said(context.words.fill("notice-bad-pair", &gaps)));
        };
        put(values, name.trim(), value)?;
    }
    Ok(())
}

fn put(values: &mut Values, name: &str, value: &str) -> Result<(), Failure> {
    values
        .set(name, value)
        .map_err(|unknown| Failure::Said(unknown.to_string()))
}

fn from_file(path: &str, context: &Context) -> Result<Values, Failure> {
    let bytes = fs::read(path).map_err(|error| given::unreadable(path, &error, context))?;
    let mut sources = Sources::default();
    read_values(&mut sources, path, &bytes).map_err(|diagnostics| Failure::Situation {
        sources,
        diagnostics,
    })
}

/// The built-in templates, with the firm's own in their place.
pub(crate) fn templates(folder: Option<&Path>, context: &Context) -> Result<Templates, Failure> {
    let said = |fault: demur_app::notices::TemplateFault| Failure::Said(fault.to_string());
    let mut templates = Templates::built_in().map_err(said)?;
    let Some(folder) = folder else {
        return Ok(templates);
    };
    let files = demur_app::notice::template_files(folder).map_err(|error| {
        let path = folder.display().to_string();
        given::unreadable(&path, &error, context)
    })?;
    if files.is_empty() {
        let gaps = [("path", folder.display().to_string().into())];
        return Err(Failure::Said(
            context.words.fill("notice-no-templates", &gaps),
        ));
    }
    for (path, text) in files {
        templates.replace(&path, &text).map_err(said)?;
    }
    Ok(templates)
}
