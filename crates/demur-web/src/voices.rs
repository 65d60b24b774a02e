//! The words of the app, in both languages.

use std::sync::Arc;

use demur_app::syntax::tree::Lang;
use demur_words::Words;

const ENGLISH: &[&str] = &[
    include_str!("../locales/en/api.ftl"),
    include_str!("../locales/en/frame.ftl"),
    include_str!("../locales/en/counter.ftl"),
    include_str!("../locales/en/cases.ftl"),
    include_str!("../locales/en/house.ftl"),
    include_str!("../locales/en/library.ftl"),
];

const POLISH: &[&str] = &[
    include_str!("../locales/pl/api.ftl"),
    include_str!("../locales/pl/frame.ftl"),
    include_str!("../locales/pl/counter.ftl"),
    include_str!("../locales/pl/cases.ftl"),
    include_str!("../locales/pl/house.ftl"),
    include_str!("../locales/pl/library.ftl"),
];

/// Everything that the app says.
pub(crate) struct Voices {
    english: Arc<Words>,
    polish: Arc<Words>,
}

impl Voices {
    pub(crate) fn new() -> Self {
        Self {
            english: Arc::new(Words::with(Lang::En, ENGLISH)),
            polish: Arc::new(Words::with(Lang::Pl, POLISH)),
        }
    }

    pub(crate) fn of(&self, lang: Lang) -> Arc<Words> {
        Arc::clone(match lang {
            Lang::En => &self.english,
            Lang::Pl => &self.polish,
        })
    }
}
