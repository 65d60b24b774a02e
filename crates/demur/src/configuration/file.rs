//! The file: TOML, every key of which is known.

use std::path::Path;

use demur_app::syntax::nearest;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::kind::{Needed, has_password};
use super::{Fault, Kind, SETTINGS, Setting, from_folder_of};

/// What the file sets, by the names of the settings.
pub(super) fn read(path: &Path) -> Result<Vec<(&'static str, String)>, Fault> {
    let text = std::fs::read_to_string(path);
    let text = text.map_err(|error| Fault::Unreadable(path.to_owned(), error.to_string()))?;
    let root = DeTable::parse(&text).map_err(|error| Fault::Wrong {
        place: place(path, &text, error.span().map_or(0, |span| span.start)),
        what: Needed {
            key: "config-need-toml",
            words: &[],
        },
    })?;
    let mut found = Vec::new();
    let reading = Reading { path, text: &text };
    reading.table(root.get_ref(), "", &mut found)?;
    Ok(found)
}

/// `file:line`, as editors open it.
fn place(path: &Path, text: &str, offset: usize) -> String {
    let before = text.get(..offset).unwrap_or(text);
    format!("{}:{}", path.display(), before.matches('\n').count() + 1)
}

struct Reading<'a> {
    path: &'a Path,
    text: &'a str,
}

impl Reading<'_> {
    fn table(
        &self,
        table: &DeTable<'_>,
        above: &str,
        found: &mut Vec<(&'static str, String)>,
    ) -> Result<(), Fault> {
        for (key, value) in table {
            let name = format!("{above}{}", key.get_ref());
            let place = place(self.path, self.text, key.span().start);
            match value.get_ref() {
                DeValue::Table(inner) if above.is_empty() && is_table(&name) => {
                    self.table(inner, &format!("{name}."), found)?;
                }
                _ => found.push(self.setting(name, value, place)?),
            }
        }
        Ok(())
    }

    fn setting(
        &self,
        name: String,
        value: &Spanned<DeValue<'_>>,
        place: String,
    ) -> Result<(&'static str, String), Fault> {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
            let near = nearest(&name, SETTINGS.iter().map(|setting| setting.name));
            return Err(Fault::Unknown {
                place,
                name,
                near: near.unwrap_or_default(),
            });
        };
        let text = written(setting, value.get_ref());
        let text = text.map_err(|what| Fault::Wrong {
            place: place.clone(),
            what,
        })?;
        if setting.kind == Kind::Secret || setting.kind == Kind::Place && has_password(&text) {
            return Err(Fault::Secret { place, name });
        }
        let is_file = setting.kind == Kind::Place && !text.contains("://");
        if is_file || setting.kind == Kind::Path {
            return Ok((setting.name, from_folder_of(self.path, &text)));
        }
        Ok((setting.name, text))
    }
}

fn is_table(name: &str) -> bool {
    let begins = |setting: &Setting| {
        let rest = setting.name.strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with('.'))
    };
    SETTINGS.iter().any(begins)
}

/// The value as the environment would have it.
fn written(setting: &Setting, value: &DeValue<'_>) -> Result<String, Needed> {
    let text = match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Boolean(on) => on.to_string(),
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_owned(),
        _ => String::new(),
    };
    setting.kind.check(&text).map(|()| text)
}
