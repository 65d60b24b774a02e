//! The firm's providers, read from the lists that it keeps, once for each change of them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use demur_app::lawbook::Lawbook;
use demur_app::refer::providers::{Directory, Index, Near, Rejected, folded};
use demur_app::refer::{self, Conditions};
use demur_app::store::{Document, DocumentKind, StoreError};

use crate::app::App;

/// Providers as they are known now.
pub(crate) struct Listed {
    /// Everybody who can be named.
    pub(crate) directory: Directory,
    /// Whom they do not take.
    pub(crate) conditions: Conditions,
    /// What of the lists could not be used.
    pub(crate) rejected: Vec<Rejected>,
    /// The lists themselves.
    pub(crate) lists: Vec<Document>,
    /// Of the lawbook over which the conditions were compiled.
    lawbook: String,
}

/// What was read last, with the revision of the lists.
#[derive(Default)]
pub(crate) struct Kept(Mutex<Option<(i64, Arc<Listed>)>>);

impl Listed {
    fn read(lists: Vec<Document>, lawbook: &Lawbook) -> Self {
        let texts: BTreeMap<&str, &str> = lists
            .iter()
            .map(|list| (list.name.as_str(), list.text.as_str()))
            .collect();
        let (mut directory, mut rejected) = refer::read(&texts);
        let (conditions, unread) = Conditions::compile(lawbook, &mut directory);
        rejected.extend(unread);
        Self {
            directory,
            conditions,
            rejected,
            lists,
            lawbook: lawbook.hash.clone(),
        }
    }

    /// The same for the lawbook of an engine, whose policy may have changed in the meantime.
    pub(crate) fn over(self: &Arc<Self>, lawbook: &Lawbook) -> Arc<Self> {
        if self.lawbook == lawbook.hash {
            Arc::clone(self)
        } else {
            Arc::new(Self::read(self.lists.clone(), lawbook))
        }
    }

    /// The town of the directory that stands in an address; the longest when there are several.
    pub(crate) fn town_in(&self, address: &str) -> Option<Near> {
        let words = folded_words(address);
        let index = Index::new(&self.directory);
        let towns = index.towns().map(|town| town.name.clone());
        let mut found: Vec<String> = towns
            .filter(|town| words.contains(&folded_words(town)))
            .collect();
        found.sort_by_key(|town| town.chars().count());
        found.pop().map(Near::Town)
    }
}

/// Words without capitals and accents, each with a space around it.
fn folded_words(text: &str) -> String {
    let plain = folded(text);
    let words = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// The providers as they are now. Blocks.
pub(crate) fn directory(app: &App) -> Result<Arc<Listed>, StoreError> {
    let revision = app.house().revision(DocumentKind::Providers)?;
    let library = app.desk().library();
    let mut kept = app
        .providers()
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    if let Some((known, listed)) = kept.as_ref()
        && *known == revision
        && listed.lawbook == library.lawbook.hash
    {
        return Ok(Arc::clone(listed));
    }
    let lists = app.house().documents(DocumentKind::Providers)?;
    let listed = Arc::new(Listed::read(lists, &library.lawbook));
    *kept = Some((revision, Arc::clone(&listed)));
    Ok(listed)
}
