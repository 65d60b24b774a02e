//! The law library as a folder of static HTML pages, for people who read law.
//!
//! Owns how packs look as pages: contents, provisions with their norms read back
//! in plain words, vocabularies, lists and search. It writes no file: the caller
//! gets every page as bytes. Pages ask nothing of a server or of other sites and
//! may be opened from a disk; only the search needs a script.

mod cards;
mod highlight;
mod index;
mod lists;
mod markup;
mod names;
mod page;
mod prose;
mod provision;
mod reading;
mod readings;
mod says;
mod search;
mod site;
mod usage;
mod wording;

use demur_lawbook::PackFile;

pub use readings::{NormRead, Readings, TestRead};

use crate::library::Library;
use site::Site;

/// One file of the woven library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its path below the folder of the library, with `/` between the parts.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Page {
    fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            bytes: text.into().into_bytes(),
        }
    }
}

/// The pages of `library`, sorted by path. `files` are those from which it was
/// compiled; their order changes nothing.
#[must_use]
pub fn weave(library: &Library, files: &[PackFile]) -> Vec<Page> {
    let site = Site::new(library, files);
    let mut pages = vec![
        index::page(&site),
        lists::all_norms(&site),
        lists::vocabulary(&site),
        Page::new("style.css", include_str!("../static/weave/style.css")),
        Page::new("search.js", include_str!("../static/weave/search.js")),
    ];
    pages.extend(search::pages(&site));
    pages.extend(site.leaves.iter().map(|leaf| provision::page(&site, leaf)));
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    pages
}
