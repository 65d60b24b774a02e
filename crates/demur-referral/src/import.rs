//! Directories as they are published: Open Referral HSDS 3.1 as JSON or as a package of
//! CSV tables, plain CSV, and schema.org as JSON-LD.
//!
//! A text never fails: what cannot be used is kept apart with its place, and everything
//! else is read.

mod cells;
mod element;
mod hsds;
mod json;
mod opening_hours;
mod package;
mod plain;
mod schema_org;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use crate::directory::{Contact, Directory, Provider, Service};
use crate::origin::{Origin, Rejected};
use crate::words::folded;

pub use package::Table;

/// Reads directories, one source after the other, into one.
#[derive(Debug, Default)]
pub struct Importer {
    directory: Directory,
    /// Providers by what makes them one: their source's identifier, else their name.
    known: BTreeMap<String, usize>,
    rejected: Vec<Rejected>,
}

impl Importer {
    /// A directory without anybody in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a table with one service at one place in each row. `path` is how people know
    /// it.
    pub fn csv(&mut self, path: &str, input: impl Read) {
        plain::read(self, path, input);
    }

    /// Reads a JSON document of HSDS or schema.org: one entry, a list of them, a page of
    /// an interface or a graph. Each entry says by its own members which it is.
    pub fn json(&mut self, path: &str, input: impl Read) {
        json::read(self, path, input);
    }

    /// The tables that a package of CSV tables has, by its descriptor `datapackage.json`.
    pub fn tables(&mut self, path: &str, descriptor: &[u8]) -> Vec<Table> {
        package::tables(self, path, descriptor)
    }

    /// Reads the tables of an HSDS package.
    pub fn package<R: Read>(&mut self, tables: Vec<(Table, R)>) {
        package::read(self, tables);
    }

    /// Keeps apart what the caller could not read or found to be wrong.
    pub fn reject(&mut self, origin: Origin, why: impl Into<String>, mend: impl Into<String>) {
        self.rejected.push(Rejected {
            origin,
            why: why.into(),
            mend: mend.into(),
        });
    }

    /// Everything that was read, and what could not be used, in the order of the sources.
    #[must_use]
    pub fn finish(mut self) -> (Directory, Vec<Rejected>) {
        // A row to which several others point is read once for each, and told once.
        let mut told = BTreeSet::new();
        self.rejected.retain(|each| told.insert(each.clone()));
        (self.directory, self.rejected)
    }

    fn add(&mut self, who: Who, service: Service) {
        let key = if who.id.is_empty() {
            format!("name:{}", folded(&who.name))
        } else {
            format!("id:{}", who.id)
        };
        let next = self.directory.providers.len();
        let index = *self.known.entry(key).or_insert(next);
        if index == next {
            self.directory.providers.push(Provider {
                id: if who.id.is_empty() {
                    folded(&who.name)
                } else {
                    who.id
                },
                name: who.name,
                contact: who.contact.clone(),
                services: Vec::new(),
            });
        }
        if let Some(provider) = self.directory.providers.get_mut(index) {
            provider.contact = provider.contact.or(&who.contact);
            provider.services.push(service);
        }
    }
}

/// The provider of a service that was read.
#[derive(Debug, Clone, Default)]
struct Who {
    id: String,
    name: String,
    contact: Contact,
}
