//! What the program says to people, in English and Polish (Project Fluent).
//!
//! Texts of packs are not here: they stand in both languages beside each fact
//! and norm.

use std::collections::BTreeMap;

use demur_app::syntax::tree::Lang;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const ENGLISH: [&str; 9] = [
    include_str!("../locales/en/app.ftl"),
    include_str!("../locales/en/ask.ftl"),
    include_str!("../locales/en/law.ftl"),
    include_str!("../locales/en/lint.ftl"),
    include_str!("../locales/en/notice.ftl"),
    include_str!("../locales/en/opinion.ftl"),
    include_str!("../locales/en/proof.ftl"),
    include_str!("../locales/en/record.ftl"),
    include_str!("../locales/en/refer.ftl"),
];

const POLISH: [&str; 9] = [
    include_str!("../locales/pl/app.ftl"),
    include_str!("../locales/pl/ask.ftl"),
    include_str!("../locales/pl/law.ftl"),
    include_str!("../locales/pl/lint.ftl"),
    include_str!("../locales/pl/notice.ftl"),
    include_str!("../locales/pl/opinion.ftl"),
    include_str!("../locales/pl/proof.ftl"),
    include_str!("../locales/pl/record.ftl"),
    include_str!("../locales/pl/refer.ftl"),
];

/// The words of one language.
pub(crate) struct Words {
    /// The language.
    pub(crate) lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of this language.
    pub(crate) fn new(lang: Lang) -> Self {
        let texts = match lang {
            Lang::En => ENGLISH,
            Lang::Pl => POLISH,
        };
        // Both codes are well formed; the plurals in the tests would show it if not.
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        Self {
            lang,
            bundle: bundle(id, &texts),
        }
    }

    /// The text with this key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// The text with this key, its gaps filled. A key that does not exist is
    /// shown as it is: a test keeps that from happening.
    pub(crate) fn fill(&self, key: &str, gaps: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let args: FluentArgs<'_> = gaps
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// "A", "A and B", "A, B and C".
    pub(crate) fn all_of(&self, parts: &[String]) -> String {
        self.joined(parts, "list-and")
    }

    /// "A", "A or B", "A, B or C".
    pub(crate) fn any_of(&self, parts: &[String]) -> String {
        self.joined(parts, "list-or")
    }

    fn joined(&self, parts: &[String], last: &str) -> String {
        match parts.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((end, start)) => self.fill(
                last,
                &[
                    ("start", start.join(", ").into()),
                    ("end", end.as_str().into()),
                ],
            ),
        }
    }
}

fn bundle(id: LanguageIdentifier, texts: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![id]);
    // Isolating marks would end up in files and in screen readers.
    bundle.set_use_isolating(false);
    for text in texts {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Whose texts the packs and the messages are, by the locale of the environment.
pub(crate) fn lang_of_locale(locales: &BTreeMap<&'static str, String>) -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| locales.get(name));
    let first = set
        .map(String::as_str)
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    let code = first.split(['_', '.', '@', '-']).next().unwrap_or_default();
    Lang::from_code(&code.to_ascii_lowercase()).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests;
