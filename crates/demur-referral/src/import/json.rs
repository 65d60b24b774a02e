//! JSON documents, one entry at a time: a list of a hundred thousand is never in memory.

use std::fmt;
use std::io::Read;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::element::Element;
use super::{Importer, hsds, schema_org};
use crate::origin::Origin;

/// Members under which documents keep their entries.
const LISTS: [&str; 6] = [
    "contents",
    "@graph",
    "services",
    "organizations",
    "service_at_locations",
    "itemListElement",
];

pub(super) fn read(importer: &mut Importer, path: &str, input: impl Read) {
    let origin = Origin::whole(path);
    let mut json = serde_json::Deserializer::from_reader(std::io::BufReader::new(input));
    let seed = Document {
        importer,
        origin: origin.clone(),
    };
    let read = seed.deserialize(&mut json);
    if let Err(error) = read.and_then(|()| json.end()) {
        importer.reject(
            Origin::line(path, u64::try_from(error.line()).unwrap_or(1).max(1)),
            format!("this is not JSON from column {} on", error.column()),
            "mend it there; what stands before it was read",
        );
    }
}

fn entry(importer: &mut Importer, value: &Value, origin: Origin) {
    let element = Element::new(value, origin);
    if element.members().is_none() {
        importer.reject(
            element.origin,
            "this is no entry of a directory",
            "put an object with a name here",
        );
    } else if element.get("@type").is_some() {
        schema_org::read(importer, &element);
    } else if let Some(item) = element.get("item") {
        schema_org::read(importer, &item);
    } else {
        hsds::read(importer, &element);
    }
}

struct Document<'i> {
    importer: &'i mut Importer,
    origin: Origin,
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entry of a directory, or a list of them")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut index = 0_usize;
        while let Some(value) = list.next_element::<Value>()? {
            entry(self.importer, &value, self.origin.below(&index.to_string()));
            index += 1;
        }
        Ok(())
    }

    /// An entry, or a document that holds a list of them. The members of an entry are kept
    /// until it is whole; a list is read as it comes, unless it belongs to an entry, which
    /// says its name before its lists.
    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut own: Map<String, Value> = Map::new();
        let mut listed = false;
        while let Some(name) = members.next_key::<String>()? {
            let is_entry = own.contains_key("name") || own.contains_key("id");
            if LISTS.contains(&name.as_str()) && !is_entry {
                listed = true;
                members.next_value_seed(Document {
                    importer: &mut *self.importer,
                    origin: self.origin.below(&name),
                })?;
            } else if listed && !is_entry {
                members.next_value::<IgnoredAny>()?;
            } else {
                own.insert(name, members.next_value()?);
            }
        }
        if !listed {
            entry(self.importer, &Value::Object(own), self.origin);
        }
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        self.nothing();
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        self.nothing();
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        self.nothing();
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        self.nothing();
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        self.nothing();
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.nothing();
        Ok(())
    }
}

impl Document<'_> {
    fn nothing(self) {
        self.importer.reject(
            self.origin,
            "there is no entry of a directory here",
            "put an object, or a list of objects, here",
        );
    }
}
