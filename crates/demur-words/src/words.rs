//! The words of one language (Project Fluent).
//!
//! Texts of packs are not here: they stand in both languages beside each fact
//! and norm.

use std::fmt;

use demur_app::syntax::tree::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const ENGLISH: [&str; 10] = [
    include_str!("../locales/en/lint.ftl"),
    include_str!("../locales/en/norm.ftl"),
    include_str!("../locales/en/notice.ftl"),
    include_str!("../locales/en/opinion.ftl"),
    include_str!("../locales/en/proof.ftl"),
    include_str!("../locales/en/question.ftl"),
    include_str!("../locales/en/record.ftl"),
    include_str!("../locales/en/refer.ftl"),
    include_str!("../locales/en/store.ftl"),
    include_str!("../locales/en/words.ftl"),
];

const POLISH: [&str; 10] = [
    include_str!("../locales/pl/lint.ftl"),
    include_str!("../locales/pl/norm.ftl"),
    include_str!("../locales/pl/notice.ftl"),
    include_str!("../locales/pl/opinion.ftl"),
    include_str!("../locales/pl/proof.ftl"),
    include_str!("../locales/pl/question.ftl"),
    include_str!("../locales/pl/record.ftl"),
    include_str!("../locales/pl/refer.ftl"),
    include_str!("../locales/pl/store.ftl"),
    include_str!("../locales/pl/words.ftl"),
];

/// Where the words are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// At a terminal: what to do is said in commands.
    Terminal,
    /// On a page.
    Page,
}

/// The words of one language.
pub struct Words {
    /// The language.
    pub lang: Lang,
    medium: Medium,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("lang", &self.lang)
            .field("medium", &self.medium)
            .finish_non_exhaustive()
    }
}

/// The Fluent texts of this crate in one language.
#[must_use]
pub fn texts(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Pl => &POLISH,
    }
}

impl Words {
    /// The words of this language for pages.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self::with(lang, &[])
    }

    /// The same with further texts in the same language, which may have messages of the same name.
    #[must_use]
    pub fn with(lang: Lang, extra: &[&'static str]) -> Self {
        Self::of(lang, Medium::Page, extra)
    }

    /// The words of this language for a terminal, with further texts.
    #[must_use]
    pub fn for_terminal(lang: Lang, extra: &[&'static str]) -> Self {
        Self::of(lang, Medium::Terminal, extra)
    }

    fn of(lang: Lang, medium: Medium, extra: &[&'static str]) -> Self {
        // Both codes are well formed; the plurals in the tests would show it if not.
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        Self {
            lang,
            medium,
            bundle: bundle(id, texts(lang).iter().chain(extra)),
        }
    }

    /// The text with this key.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// The text with this key, its gaps filled. A key that does not exist is
    /// shown as it is: a test keeps that from happening.
    #[must_use]
    pub fn fill(&self, key: &str, gaps: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let mut args: FluentArgs<'_> = gaps
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        let medium = match self.medium {
            Medium::Terminal => "terminal",
            Medium::Page => "page",
        };
        args.set("medium", medium);
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// "A", "A and B", "A, B and C".
    #[must_use]
    pub fn all_of(&self, parts: &[String]) -> String {
        self.joined(parts, "list-and")
    }

    /// "A", "A or B", "A, B or C".
    #[must_use]
    pub fn any_of(&self, parts: &[String]) -> String {
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

fn bundle<'a>(
    id: LanguageIdentifier,
    texts: impl Iterator<Item = &'a &'static str>,
) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
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

#[cfg(test)]
mod tests;
