//! Documents: house policy files, lists of providers, templates, with the history of each.

use jiff::civil::Date;

use super::House;
use super::tables::{DOCUMENT, REVISION};
use crate::actor::check_pseudonym;
use crate::coded::coded;
use crate::database::{Connection, Put, Row};
use crate::error::{Result, StoreError};

/// Largest document, in bytes.
const LARGEST: usize = 1 << 20;
/// How many versions of a document are kept.
const KEPT: i64 = 50;
const LONGEST_NAME: usize = 120;

coded! {
    /// What a document is.
    DocumentKind {
        /// A file of the house policy.
        Policy = "policy",
        /// A list of providers.
        Providers = "providers",
        /// A template of a notice.
        Templates = "templates",
    }
}

/// One version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its path among those of its kind.
    pub name: String,
    /// Rises with every change, from 1, also when it was removed in between.
    pub version: i64,
    /// The whole text; empty when it was removed.
    pub text: String,
    /// The day of the change.
    pub changed: Date,
    /// Pseudonym of who changed it.
    pub by: String,
    /// Whether this change removed the document.
    pub removed: bool,
}

const COLUMNS: &str = "d.name, d.version, d.content, d.changed, d.author, d.removed";

fn read(row: &mut Row) -> Result<Document> {
    Ok(Document {
        name: row.text()?,
        version: row.int()?,
        text: row.text()?,
        changed: row
            .maybe_day()?
            .ok_or_else(|| StoreError::damaged("a document without a day"))?,
        by: row.text()?,
        removed: row.int()? != 0,
    })
}

/// A change that is to be written.
struct Change<'a> {
    kind: DocumentKind,
    name: &'a str,
    expected: Option<i64>,
    /// `None`: the document is removed.
    text: Option<&'a str>,
    by: &'a str,
}

impl House {
    /// The documents of a kind as they are now, in the order of their names.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn documents(&self, kind: DocumentKind) -> Result<Vec<Document>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM demur_house_document d WHERE d.kind = $1 AND d.removed = 0 \
             AND d.version = (SELECT MAX(n.version) FROM demur_house_document n \
             WHERE n.kind = d.kind AND n.name = d.name)"
        );
        let mut documents: Vec<Document> = self.read(|database| {
            let rows = database.rows(&sql, &[kind.as_str().into()])?;
            rows.into_iter().map(|mut row| read(&mut row)).collect()
        })?;
        // The order of a server depends on its locale.
        documents.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(documents)
    }

    /// Writes a document; its new version. `expected` is the version that the caller has read,
    /// `None` when there was no such document.
    ///
    /// # Errors
    /// [`StoreError::Stale`], when it has another version; when its name is no path of words of
    /// `a-z`, `0-9`, `-`, `_` and `.`, its text is larger than 1 MiB, or `by` is no pseudonym.
    pub fn put_document(
        &self,
        kind: DocumentKind,
        name: &str,
        expected: Option<i64>,
        text: &str,
        by: &str,
    ) -> Result<i64> {
        check_name(name)?;
        if text.len() > LARGEST || text.contains('\0') {
            let why = "at most 1 MiB of text without null characters";
            return Err(StoreError::invalid("document", why));
        }
        self.change(&Change {
            kind,
            name,
            expected,
            text: Some(text),
            by,
        })
    }

    /// Removes a document; the version that says so. Its history stays.
    ///
    /// # Errors
    /// [`StoreError::Stale`], when it has another version; when `by` is no pseudonym.
    pub fn remove_document(
        &self,
        kind: DocumentKind,
        name: &str,
        expected: i64,
        by: &str,
    ) -> Result<i64> {
        check_name(name)?;
        self.change(&Change {
            kind,
            name,
            expected: Some(expected),
            text: None,
            by,
        })
    }

    fn change(&self, change: &Change<'_>) -> Result<i64> {
        check_pseudonym(change.by)?;
        let today = self.now().day;
        self.write_alone(|database| write(database, change, today))
    }

    /// Rises with every change of a document of this kind, so that other processes notice; 0 when
    /// there never was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn revision(&self, kind: DocumentKind) -> Result<i64> {
        self.read(|database| revision(database, kind))
    }

    /// The last 50 versions of a document, the newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn history(&self, kind: DocumentKind, name: &str) -> Result<Vec<Document>> {
        check_name(name)?;
        let sql = format!(
            "SELECT {COLUMNS} FROM demur_house_document d WHERE d.kind = $1 AND d.name = $2 \
             ORDER BY d.version DESC"
        );
        self.read(|database| {
            let rows = database.rows(&sql, &[kind.as_str().into(), name.into()])?;
            rows.into_iter().map(|mut row| read(&mut row)).collect()
        })
    }
}

fn revision(database: &mut Connection, kind: DocumentKind) -> Result<i64> {
    let sql = "SELECT number FROM demur_house_revision WHERE kind = $1";
    let row = database.row(sql, &[kind.as_str().into()])?;
    row.map_or(Ok(0), |mut row| row.int())
}

/// The caller holds the house.
fn write(database: &mut Connection, change: &Change<'_>, today: Date) -> Result<i64> {
    let (kind, name) = (change.kind.as_str(), change.name);
    let sql = "SELECT version, removed FROM demur_house_document \
        WHERE kind = $1 AND name = $2 ORDER BY version DESC LIMIT 1";
    let mut last = 0;
    let mut actual = None;
    if let Some(mut row) = database.row(sql, &[kind.into(), name.into()])? {
        last = row.int()?;
        actual = (row.int()? == 0).then_some(last);
    }
    if actual != change.expected {
        return Err(StoreError::Stale {
            what: "document",
            name: name.to_owned(),
            expected: change.expected,
            actual,
        });
    }
    let next = last + 1;
    let row = vec![
        kind.into(),
        name.into(),
        next.into(),
        change.text.is_none().into(),
        change.text.unwrap_or_default().into(),
        today.into(),
        change.by.into(),
    ];
    database.put(&DOCUMENT, Put::New, &[row])?;
    let sql = "DELETE FROM demur_house_document WHERE kind = $1 AND name = $2 AND version <= $3";
    database.run(sql, &[kind.into(), name.into(), (next - KEPT).into()])?;
    let number = revision(database, change.kind)? + 1;
    database.put(&REVISION, Put::Replace, &[vec![kind.into(), number.into()]])?;
    Ok(next)
}

/// A path that stays where it is put, whatever the system.
fn check_name(name: &str) -> Result<()> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
    let fine = |word: &str| {
        !word.is_empty()
            && !word.starts_with('.')
            && !word.ends_with('.')
            && word.chars().all(allowed)
    };
    if name.len() > LONGEST_NAME || !name.split('/').all(fine) {
        let why = "a path of words of `a-z`, `0-9`, `-`, `_` and `.`, such as `shop/warnings.md`";
        return Err(StoreError::invalid("name", why));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_where_they_are_put() {
        for fine in ["a", "house.md", "shop/warn_first.md", "a-1/b.c/d"] {
            assert!(check_name(fine).is_ok(), "{fine}");
        }
        let long = "a".repeat(121);
        for wrong in [
            "", "/a", "a/", "a//b", "..", "a/../b", ".hidden", "a/.b", "a.", "A", "a b", "a\\b",
            "ł", "c:a", &long,
        ] {
            assert!(check_name(wrong).is_err(), "{wrong}");
        }
    }
}
