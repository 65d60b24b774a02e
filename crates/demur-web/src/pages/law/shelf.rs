//! The library laid out for readers, once for each change of the law or the house policy.

use std::sync::{Arc, Mutex, PoisonError};

use demur_app::lawbook::{Effect, Lawbook, NormId};
use demur_app::library::Library;
use demur_app::refer::providers::folded;
use demur_app::weave::Readings;

use crate::app::App;

/// The library with what readers look for.
pub(crate) struct Shelf {
    pub(crate) library: Arc<Library>,
    pub(crate) readings: Readings,
    /// Each norm with everything by which it can be found, without capitals and accents.
    words: Vec<(NormId, String)>,
}

/// What was laid out last.
#[derive(Default)]
pub(crate) struct Kept(Mutex<Option<Arc<Shelf>>>);

impl Shelf {
    fn new(library: Arc<Library>) -> Self {
        let lawbook = &library.lawbook;
        Self {
            readings: Readings::new(&library),
            words: lawbook
                .norms
                .iter()
                .map(|(id, _)| (id, words(lawbook, id)))
                .collect(),
            library,
        }
    }

    /// The norms in which every word begins one of theirs, or stands in their id.
    pub(super) fn find(&self, sought: &str) -> Vec<NormId> {
        let sought = folded(sought);
        let wanted: Vec<&str> = sought.split_whitespace().collect();
        let has = |words: &str, wanted: &str| {
            words.match_indices(wanted).any(|(at, _)| {
                let before = words
                    .get(..at)
                    .and_then(|before| before.chars().next_back());
                before.is_none_or(|before| !before.is_alphanumeric())
            })
        };
        let found = self
            .words
            .iter()
            .filter(|(_, words)| wanted.iter().all(|each| has(words, each)));
        found.map(|(id, _)| *id).collect()
    }
}

fn words(lawbook: &Lawbook, id: NormId) -> String {
    let norm = &lawbook.norms[id];
    let said = match &norm.effect {
        Effect::Caution(text) | Effect::Consequence { text, .. } => Some(text),
        _ => None,
    };
    let texts = [Some(&norm.title), Some(&norm.note), said];
    let texts = texts
        .into_iter()
        .flatten()
        .flat_map(|text| [text.en.as_str(), text.pl.as_str()]);
    let all = [norm.id.as_str(), norm.citation.cite.as_str()]
        .into_iter()
        .chain(texts);
    folded(&all.collect::<Vec<_>>().join(" \n "))
}

/// The library as it is now. Takes a moment after a change.
pub(crate) fn shelf(app: &App) -> Arc<Shelf> {
    app.desk().refresh(false);
    let library = app.desk().library();
    let mut kept = app.shelf().0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(shelf) = kept
        .as_ref()
        .filter(|shelf| Arc::ptr_eq(&shelf.library, &library))
    {
        return Arc::clone(shelf);
    }
    let shelf = Arc::new(Shelf::new(library));
    *kept = Some(Arc::clone(&shelf));
    shelf
}
