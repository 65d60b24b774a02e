//! HSDS as a tabular data package: tables whose rows point at each other. The rows are put
//! into each other, as HSDS has them in JSON, and read as such.

use std::collections::BTreeMap;
use std::io::Read;

use serde_json::{Map, Value, json};

use super::element::{Element, LINE};
use super::{Importer, hsds};
use crate::origin::Origin;

/// A table of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What its rows are, such as `service`.
    pub name: String,
    /// Its file, relative to the descriptor.
    pub file: String,
    /// The package's path with which its own begins.
    pub path: String,
    delimiter: u8,
}

/// Tables from which something is taken.
const USED: [&str; 14] = [
    "organization",
    "service",
    "attribute",
    "taxonomy_term",
    "service_at_location",
    "location",
    "address",
    "phone",
    "contact",
    "schedule",
    "service_area",
    "language",
    "accessibility",
    "service_capacity",
];

/// The tables that a descriptor names and of which something is used.
pub(super) fn tables(importer: &mut Importer, path: &str, descriptor: &[u8]) -> Vec<Table> {
    let origin = Origin::whole(path);
    let folder = path
        .rsplit_once('/')
        .map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let read: Value = match serde_json::from_slice(descriptor) {
        Ok(read) => read,
        Err(error) => {
            let why = format!("this is not JSON from column {} on", error.column());
            let line = u64::try_from(error.line()).unwrap_or(1).max(1);
            importer.reject(Origin::line(path, line), why, "mend it there");
            return Vec::new();
        }
    };
    let element = Element::new(&read, origin.clone());
    let mut found = Vec::new();
    for resource in element.all("resources") {
        let (name, file) = (resource.text("name"), resource.text("path"));
        if !USED.contains(&name.as_str()) {
            continue;
        }
        let outside = file.is_empty()
            || file.starts_with('/')
            || file.contains("://")
            || file.split(['/', '\\']).any(|part| part == "..");
        if outside {
            let why = format!("the table `{name}` has no file inside the package");
            importer.reject(resource.origin, why, "give it a `path` below this folder");
            continue;
        }
        let delimiter = resource
            .get("dialect")
            .map(|dialect| dialect.text("delimiter"));
        found.push(Table {
            path: format!("{folder}{file}"),
            delimiter: match delimiter.as_deref().map(str::as_bytes) {
                Some([only]) => *only,
                _ => b',',
            },
            name,
            file,
        });
    }
    if !found.iter().any(|table| table.name == "service") {
        importer.reject(
            origin,
            "this package has no table `service`",
            "name its resources as HSDS does: organization, service, location ..",
        );
    }
    found
}

type Rows = Vec<Map<String, Value>>;

/// Reads tables and adds their services.
pub(super) fn read<R: Read>(importer: &mut Importer, tables: Vec<(Table, R)>) {
    let mut all: BTreeMap<String, Rows> = BTreeMap::new();
    for (table, input) in tables {
        let rows = rows(importer, &table, input);
        all.entry(table.name).or_default().extend(rows);
    }
    let mut package = Package { all };
    for service in package.nested() {
        hsds::read(importer, &Element::new(&service, Origin::whole("")));
    }
}

fn rows(importer: &mut Importer, table: &Table, input: impl Read) -> Rows {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(table.delimiter)
        .flexible(true)
        .from_reader(input);
    let names = match reader.headers() {
        Ok(names) => names.clone(),
        Err(_) => {
            let why = "the names of the columns cannot be read";
            importer.reject(Origin::line(&table.path, 1), why, "save the table as UTF-8");
            return Vec::new();
        }
    };
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        let line = reader.position().line();
        match reader.read_record(&mut record) {
            Ok(false) => return rows,
            Ok(true) => {
                let line = record.position().map_or(line, csv::Position::line);
                let origin = Origin::line(&table.path, line);
                if let Some((why, mend)) = uneven(record.len(), names.len()) {
                    importer.reject(origin, why, mend);
                    continue;
                }
                let cells = names.iter().zip(record.iter());
                let filled = cells.filter(|(_, cell)| !cell.trim().is_empty());
                let mut row: Map<String, Value> = filled
                    .map(|(name, cell)| (name.trim().to_owned(), json!(cell.trim())))
                    .collect();
                row.insert(LINE.to_owned(), json!({"file": table.path, "line": line}));
                rows.push(row);
            }
            Err(error) => {
                let line = error.position().map_or(line, csv::Position::line);
                let origin = Origin::line(&table.path, line);
                importer.reject(
                    origin,
                    "this row is not UTF-8 text",
                    "save the table as UTF-8",
                );
                if !matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) {
                    return rows;
                }
            }
        }
    }
}

/// That a row has another number of cells than there are columns.
pub(super) fn uneven(cells: usize, columns: usize) -> Option<(String, &'static str)> {
    (cells != columns).then(|| {
        (
            format!("this row has {cells} cells, the table {columns} columns"),
            "put cells that hold the separator into double quotes",
        )
    })
}

/// Rows by the table to which they belong; each is taken once.
struct Package {
    all: BTreeMap<String, Rows>,
}

impl Package {
    fn take(&mut self, table: &str) -> Rows {
        self.all.remove(table).unwrap_or_default()
    }

    /// The services with everything that points at them inside.
    fn nested(&mut self) -> Vec<Value> {
        let phones = self.take("phone");
        let languages = self.take("language");
        let schedules = self.take("schedule");
        let contacts = self.take("contact");
        let areas = self.take("service_area");
        let mut locations = self.take("location");
        put_into(
            &mut locations,
            "addresses",
            "location_id",
            self.take("address"),
        );
        put_into(
            &mut locations,
            "accessibility",
            "location_id",
            self.take("accessibility"),
        );
        put_into(
            &mut locations,
            "languages",
            "location_id",
            languages.clone(),
        );
        put_into(&mut locations, "phones", "location_id", phones.clone());
        put_into(
            &mut locations,
            "schedules",
            "location_id",
            only(&schedules, &["service_id", "service_at_location_id"]),
        );
        let mut links = self.take("service_at_location");
        put_at(&mut links, "location", "location_id", locations);
        put_into(
            &mut links,
            "phones",
            "service_at_location_id",
            phones.clone(),
        );
        put_into(
            &mut links,
            "contacts",
            "service_at_location_id",
            contacts.clone(),
        );
        put_into(
            &mut links,
            "schedules",
            "service_at_location_id",
            schedules.clone(),
        );
        let mut organizations = self.take("organization");
        put_into(
            &mut organizations,
            "phones",
            "organization_id",
            only(
                &phones,
                &["service_id", "location_id", "service_at_location_id"],
            ),
        );
        let mut attributes = self.take("attribute");
        put_at(
            &mut attributes,
            "taxonomy_term",
            "taxonomy_term_id",
            self.take("taxonomy_term"),
        );
        let mut services = self.take("service");
        put_at(
            &mut services,
            "organization",
            "organization_id",
            organizations,
        );
        put_into(&mut services, "attributes", "link_id", attributes);
        put_into(&mut services, "phones", "service_id", phones);
        put_into(&mut services, "contacts", "service_id", contacts);
        put_into(&mut services, "languages", "service_id", languages);
        put_into(
            &mut services,
            "schedules",
            "service_id",
            only(&schedules, &["service_at_location_id"]),
        );
        put_into(&mut services, "service_areas", "service_id", areas);
        put_into(
            &mut services,
            "capacities",
            "service_id",
            self.take("service_capacity"),
        );
        put_into(&mut services, "service_at_locations", "service_id", links);
        services.into_iter().map(Value::Object).collect()
    }
}

/// Rows that do not point at any of these more particular things.
fn only(rows: &Rows, without: &[&str]) -> Rows {
    let general = rows
        .iter()
        .filter(|row| !without.iter().any(|name| row.contains_key(*name)));
    general.cloned().collect()
}

fn key(row: &Map<String, Value>, name: &str) -> Option<String> {
    row.get(name).and_then(Value::as_str).map(str::to_owned)
}

/// Puts each child into the list `name` of the parent whose id stands in its `pointer`.
fn put_into(parents: &mut Rows, name: &str, pointer: &str, children: Rows) {
    let mut by_parent: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for child in children {
        if let Some(parent) = key(&child, pointer) {
            by_parent
                .entry(parent)
                .or_default()
                .push(Value::Object(child));
        }
    }
    for parent in parents {
        let own = key(parent, "id").and_then(|id| by_parent.remove(&id));
        if let Some(own) = own {
            parent.insert(name.to_owned(), Value::Array(own));
        }
    }
}

/// Puts the row to which each parent points under `name`.
fn put_at(parents: &mut Rows, name: &str, pointer: &str, targets: Rows) {
    let by_id: BTreeMap<String, Map<String, Value>> = targets
        .into_iter()
        .filter_map(|target| Some((key(&target, "id")?, target)))
        .collect();
    for parent in parents {
        let target = key(parent, pointer).and_then(|id| by_id.get(&id).cloned());
        if let Some(target) = target {
            parent.insert(name.to_owned(), Value::Object(target));
        }
    }
}
