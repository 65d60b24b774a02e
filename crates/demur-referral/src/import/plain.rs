//! Plain CSV: one service at one place in each row. The columns are described in
//! `docs/referral.md`.

use std::io::{BufRead, BufReader, Read};

use super::package::uneven;
use super::{Importer, Who, cells, opening_hours};
use crate::directory::{
    Area, Capacity, Contact, Language, NotFor, Place, Room, Service, Status, Term,
};
use crate::origin::Origin;
use crate::position::Position;

/// The columns, in the order in which the page describes them.
const COLUMNS: [&str; 26] = [
    "provider",
    "service",
    "terms",
    "description",
    "town",
    "street",
    "latitude",
    "longitude",
    "remote",
    "phone",
    "email",
    "url",
    "languages",
    "accessibility",
    "hours",
    "areas",
    "capacity",
    "confirmed",
    "checked",
    "min_age",
    "max_age",
    "not_for",
    "status",
    "register",
    "fictional",
    "note",
];

pub(super) fn read(importer: &mut Importer, path: &str, input: impl Read) {
    let mut input = BufReader::new(input);
    let delimiter = delimiter(&mut input);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(input);
    let Some(columns) = columns(importer, path, &mut reader) else {
        return;
    };
    let mut record = csv::StringRecord::new();
    loop {
        let line = reader.position().line();
        let read = reader.read_record(&mut record);
        match read {
            Ok(false) => return,
            Ok(true) => {
                let line = record.position().map_or(line, csv::Position::line);
                let row = Row {
                    columns: &columns,
                    record: &record,
                    origin: Origin::line(path, line),
                };
                if let Err((why, mend)) = add(importer, &row) {
                    importer.reject(row.origin, why, mend);
                }
            }
            Err(error) => {
                let line = error.position().map_or(line, csv::Position::line);
                let origin = Origin::line(path, line);
                importer.reject(
                    origin,
                    "this row is not UTF-8 text",
                    "save the table as UTF-8",
                );
                if !matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) {
                    return;
                }
            }
        }
    }
}

/// Spreadsheets of countries with a decimal comma part cells by semicolons.
fn delimiter(input: &mut impl BufRead) -> u8 {
    let begin = input.fill_buf().unwrap_or_default();
    let first = begin
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let count = |wanted: u8| first.iter().filter(|byte| **byte == wanted).count();
    if count(b';') > count(b',') {
        b';'
    } else {
        b','
    }
}

fn columns<R: Read>(
    importer: &mut Importer,
    path: &str,
    reader: &mut csv::Reader<R>,
) -> Option<Vec<String>> {
    let header = Origin::line(path, 1);
    let names: Vec<String> = match reader.headers() {
        Ok(names) => names
            .iter()
            .map(|name| name.trim().to_lowercase())
            .collect(),
        Err(_) => {
            let why = "the names of the columns cannot be read";
            importer.reject(header, why, "save the table as UTF-8");
            return None;
        }
    };
    for needed in ["provider", "service"] {
        if !names.iter().any(|name| name == needed) {
            let why = format!("there is no column `{needed}`");
            importer.reject(
                header,
                why,
                "name the columns as docs/referral.md describes",
            );
            return None;
        }
    }
    for name in names
        .iter()
        .filter(|name| !COLUMNS.contains(&name.as_str()))
    {
        let why = format!("no column is called `{name}`; nothing is taken from it");
        let mend = format!("columns are {}", COLUMNS.join(", "));
        importer.reject(header.clone(), why, mend);
    }
    Some(names)
}

struct Row<'r> {
    columns: &'r [String],
    record: &'r csv::StringRecord,
    origin: Origin,
}

type Wrong = (String, String);

fn wrong(why: String, mend: &str) -> Wrong {
    (why, mend.to_owned())
}

impl Row<'_> {
    fn cell(&self, name: &str) -> &str {
        let index = self.columns.iter().position(|column| column == name);
        let cell = index.and_then(|index| self.record.get(index));
        cell.unwrap_or_default().trim()
    }

    fn text(&self, name: &str) -> String {
        self.cell(name).to_owned()
    }

    fn list(&self, name: &str) -> impl Iterator<Item = &str> {
        cells::list(self.cell(name))
    }

    fn day(&self, name: &str) -> Result<Option<jiff::civil::Date>, Wrong> {
        let text = self.cell(name);
        if text.is_empty() {
            return Ok(None);
        }
        let day = cells::day(text).map(Some);
        day.ok_or_else(|| {
            wrong(
                format!("`{text}` is not a day"),
                "write it as in 2026-11-22",
            )
        })
    }

    fn age(&self, name: &str) -> Result<Option<i64>, Wrong> {
        let text = self.cell(name);
        if text.is_empty() {
            return Ok(None);
        }
        let age = cells::age(text).map(Some);
        age.ok_or_else(|| wrong(format!("`{text}` is no age"), "write whole years, 0 to 150"))
    }
}

fn add(importer: &mut Importer, row: &Row<'_>) -> Result<(), Wrong> {
    if let Some((why, mend)) = uneven(row.record.len(), row.columns.len()) {
        return Err(wrong(why, mend));
    }
    for needed in ["provider", "service"] {
        if row.cell(needed).is_empty() {
            let why = format!("the cell `{needed}` is empty");
            return Err(wrong(why, "say who offers what"));
        }
    }
    let who = Who {
        id: String::new(),
        name: row.text("provider"),
        contact: Contact::default(),
    };
    importer.add(who, service(row)?);
    Ok(())
}

fn service(row: &Row<'_>) -> Result<Service, Wrong> {
    let contact = Contact {
        phone: row.text("phone"),
        email: row.text("email"),
        url: row.text("url"),
    };
    let condition = row.text("not_for");
    let not_for = NotFor {
        condition,
        origin: row.origin.clone(),
    };
    Ok(Service {
        id: String::new(),
        name: row.text("service"),
        other_names: Vec::new(),
        description: row.text("description"),
        terms: row.list("terms").map(term).collect(),
        status: status(row.cell("status"))?,
        contact,
        languages: row.list("languages").map(Language::named).collect(),
        areas: row.list("areas").map(area).collect(),
        capacity: capacity(row)?,
        checked: row.day("checked")?,
        youngest: row.age("min_age")?,
        oldest: row.age("max_age")?,
        not_for: Some(not_for)
            .filter(|each| !each.condition.is_empty())
            .into_iter()
            .collect(),
        places: place(row)?.into_iter().collect(),
        fictional: cells::yes(row.cell("fictional")),
        register: cells::yes(row.cell("register")),
        origin: row.origin.clone(),
    })
}

/// `code: name`, or one of the two.
fn term(text: &str) -> Term {
    let (code, name) = text.split_once(':').unwrap_or((text, text));
    Term {
        code: code.trim().to_owned(),
        name: name.trim().to_owned(),
    }
}

fn area(name: &str) -> Area {
    Area {
        name: name.to_owned(),
        circle: None,
    }
}

fn status(text: &str) -> Result<Status, Wrong> {
    match text.to_lowercase().as_str() {
        "" | "active" => Ok(Status::Active),
        "inactive" | "temporarily closed" => Ok(Status::Paused),
        "defunct" => Ok(Status::Ended),
        _ => Err(wrong(
            format!("`{text}` is no status"),
            "write active, inactive, defunct or temporarily closed",
        )),
    }
}

fn capacity(row: &Row<'_>) -> Result<Option<Capacity>, Wrong> {
    let text = row.cell("capacity").to_lowercase();
    let room = match text.as_str() {
        "" => return Ok(None),
        "free" | "yes" => Room::Free,
        "waiting" => Room::Waiting,
        "full" | "no" => Room::Full,
        other => match cells::number(other) {
            Some(places) if places > 0.0 => Room::Free,
            Some(_) => Room::Full,
            None => {
                let why = format!("`{other}` does not say whether there is room");
                return Err(wrong(
                    why,
                    "write free, waiting, full or how many places are free",
                ));
            }
        },
    };
    Ok(Some(Capacity {
        room,
        confirmed: row.day("confirmed")?,
    }))
}

fn place(row: &Row<'_>) -> Result<Option<Place>, Wrong> {
    let mut hours = Vec::new();
    for line in row
        .cell("hours")
        .split('|')
        .filter(|line| !line.trim().is_empty())
    {
        hours.extend(opening_hours::read(line)?);
    }
    let place = Place {
        name: String::new(),
        street: row.text("street"),
        town: row.text("town"),
        position: position(row)?,
        remote: cells::yes(row.cell("remote")),
        contact: Contact::default(),
        languages: Vec::new(),
        accessibility: row.list("accessibility").map(str::to_owned).collect(),
        hours,
        origin: row.origin.clone(),
    };
    let known = place.remote
        || !place.town.is_empty()
        || place.position.is_some()
        || !place.hours.is_empty();
    Ok(known.then_some(place))
}

fn position(row: &Row<'_>) -> Result<Option<Position>, Wrong> {
    let (latitude, longitude) = (row.cell("latitude"), row.cell("longitude"));
    if latitude.is_empty() && longitude.is_empty() {
        return Ok(None);
    }
    let numbers = cells::number(latitude).zip(cells::number(longitude));
    let position = numbers.and_then(|(latitude, longitude)| Position::new(latitude, longitude));
    position.map(Some).ok_or_else(|| {
        wrong(
            format!("`{latitude}`, `{longitude}` is no position on the earth"),
            "write degrees: latitude -90 to 90, longitude -180 to 180",
        )
    })
}
