//! What the typesetter can see: one template, one file of data, four fonts, nothing else.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::error::Error;
use crate::fonts;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// A template and the data that it prints. The data reach the template as values of a JSON
/// file, so that no word of a user is ever parsed as markup or code.
pub(crate) struct Sheet {
    template: Source,
    data_id: FileId,
    data: Bytes,
}

impl Sheet {
    pub(crate) fn new(template: &'static str, data: &str) -> Result<Self, Error> {
        Ok(Self {
            template: Source::new(file("main.typ")?, template.to_owned()),
            data_id: file("data.json")?,
            data: Bytes::from_string(data.to_owned()),
        })
    }

    fn missing<T>(id: FileId) -> FileResult<T> {
        Err(FileError::NotFound(id.vpath().get_without_slash().into()))
    }
}

/// The same two paths every time: the typesetter remembers each path for ever.
fn file(path: &str) -> Result<FileId, Error> {
    let path = VirtualPath::new(path).map_err(|error| Error::Typesetting {
        message: format!("{error:?}"),
    })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Self::missing(id)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id {
            Ok(self.data.clone())
        } else {
            Self::missing(id)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::face(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
