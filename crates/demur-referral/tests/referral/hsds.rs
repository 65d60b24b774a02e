//! Open Referral HSDS 3.1. The documents have the shape of the published examples, with
//! texts of our own.

use demur_referral::{At, Importer, Index, Openness, Room, Status, openness};
use jiff::civil::date;

use crate::support::{found, json, names, query, told};

/// A service with all that HSDS nests in it and that we read, and more that we do not.
const SERVICE: &str = r#"{
  "id": "00000000-0000-4000-8000-000000000001",
  "name": "Pielęgnacja stóp",
  "alternate_name": "Foot care",
  "description": "Care for feet at risk.",
  "url": "https://example.com/feet",
  "additional_urls": [{"id": "u1", "label": "Booking", "url": "https://example.com/book"}],
  "status": "active",
  "interpretation_services": "none",
  "minimum_age": 12,
  "maximum_age": 100,
  "assured_date": "2026-10-01",
  "last_modified": "2026-10-02T08:00:00.123Z",
  "phones": [{"id": "p1", "number": "+48 000 000 001", "extension": 7, "type": "voice"}],
  "schedules": [
    {"id": "s1", "dtstart": "2026-01-05", "timezone": 1, "wkst": "MO", "freq": "WEEKLY",
     "interval": 1, "byday": "MO,TU,WE,TH,FR", "opens_at": "09:00:00", "closes_at": "17:00:00",
     "schedule_link": "https://example.com", "notes": "no break"}
  ],
  "service_areas": [{"id": "a1", "name": "Powiat poznański", "extent_type": "geojson"}],
  "service_at_locations": [
    {"id": "l1", "description": "ground floor",
     "phones": [{"id": "p2", "number": "+48 000 000 002"}],
     "location": {
       "id": "loc1", "location_type": "physical", "name": "Dom Zdrowia",
       "latitude": 52.41, "longitude": 16.93,
       "languages": [{"id": "g1", "name": "Polish", "code": "pl"}],
       "addresses": [{"id": "ad1", "address_1": "ul. Zmyślona 1", "city": "Poznań",
         "state_province": "wielkopolskie", "postal_code": "00-000", "country": "PL",
         "address_type": "physical"}],
       "accessibility": [{"id": "ac1", "description": "Ramp", "details": "door 90 cm wide"}]
     }}
  ],
  "languages": [{"id": "g2", "name": "Ukrainian", "code": "uk"}],
  "organization": {"id": "org1", "name": "Fundacja Krok", "description": "made up",
    "website": "https://example.org", "email": "krok@example.org"},
  "capacities": [
    {"id": "c0", "unit": {"id": "un", "name": "Visit"}, "available": 0,
     "updated": "2026-11-01T10:00:00+01:00"},
    {"id": "c1", "unit": {"id": "un", "name": "Visit"}, "available": 3, "maximum": 10,
     "updated": "2026-11-18T10:00:00+01:00"}
  ],
  "attributes": [{"id": "at1", "taxonomy_term": {"id": "t1", "code": "PODO",
    "name": "Podologia", "taxonomy": "own"}}]
}"#;

#[test]
fn a_service_is_read_with_all_its_parts() {
    let (directory, rejected) = json(SERVICE);
    assert_eq!(told(&rejected), Vec::<String>::new());
    let provider = &directory.providers[0];
    assert_eq!(provider.name, "Fundacja Krok");
    assert_eq!(provider.contact.url, "https://example.org");
    let service = &provider.services[0];
    assert_eq!(service.status, Status::Active);
    assert_eq!((service.youngest, service.oldest), (Some(12), Some(100)));
    assert_eq!(service.checked, Some(date(2026, 10, 1)));
    let capacity = service.capacity.as_ref().expect("the latest");
    assert_eq!(capacity.room, Room::Free);
    assert_eq!(service.confirmed(), Some(date(2026, 11, 18)));
    assert_eq!(service.terms[0].code, "PODO");
    assert_eq!(service.languages[0].code, "uk");
    assert_eq!(service.areas[0].name, "Powiat poznański");
    let place = &service.places[0];
    assert_eq!(
        (place.town.as_str(), place.street.as_str()),
        ("Poznań", "ul. Zmyślona 1")
    );
    assert_eq!(place.contact.phone, "+48 000 000 002");
    assert_eq!(place.accessibility, ["Ramp", "door 90 cm wide"]);
    let clock = query("x", "x").clock;
    let five = date(2026, 11, 20).at(17, 0, 0, 0);
    assert_eq!(openness(&place.hours, clock), Openness::Open(Some(five)));
}

#[test]
fn every_shape_of_a_document_gives_the_same_service() {
    let inner = |name: &str| {
        let value: serde_json::Value = serde_json::from_str(SERVICE).expect("JSON");
        value[name].clone()
    };
    let mut bare: serde_json::Value = serde_json::from_str(SERVICE).expect("JSON");
    let organization = bare
        .as_object_mut()
        .expect("an object")
        .remove("organization");
    let mut organization = organization.expect("there");
    organization["services"] = serde_json::json!([bare]);
    let mut at_location = inner("service_at_locations")[0].clone();
    let mut service: serde_json::Value = serde_json::from_str(SERVICE).expect("JSON");
    service
        .as_object_mut()
        .expect("an object")
        .remove("service_at_locations");
    at_location["service"] = service;
    let documents = [
        SERVICE.to_owned(),
        format!("[{SERVICE}]"),
        format!(
            r#"{{"total_items": 1, "page_number": 1, "empty": false, "contents": [{SERVICE}]}}"#
        ),
        organization.to_string(),
        format!("[{organization}]"),
        at_location.to_string(),
    ];
    for document in documents {
        let (directory, rejected) = json(&document);
        assert_eq!(told(&rejected), Vec::<String>::new(), "{document}");
        let index = Index::new(&directory);
        assert_eq!(
            names(&found(&index, &query("podo", "Poznań"))),
            ["Fundacja Krok"]
        );
        let service = &directory.providers[0].services[0];
        assert_eq!(service.places[0].hours.len(), 1, "{document}");
    }
}

const DESCRIPTOR: &str = r#"{"name": "human_services_data", "resources": [
  {"name": "organization", "path": "organizations.csv"},
  {"name": "service", "path": "services.csv"},
  {"name": "location", "path": "locations.csv"},
  {"name": "address", "path": "addresses.csv"},
  {"name": "service_at_location", "path": "service_at_location.csv"},
  {"name": "schedule", "path": "schedules.csv"},
  {"name": "language", "path": "languages.csv"},
  {"name": "attribute", "path": "attributes.csv"},
  {"name": "taxonomy_term", "path": "taxonomy_terms.csv"},
  {"name": "service_capacity", "path": "service_capacity.csv"},
  {"name": "funding", "path": "funding.csv"}
]}"#;

fn package(broken: &[(&str, &str)]) -> (demur_referral::Directory, Vec<demur_referral::Rejected>) {
    let tables = [
        (
            "organizations.csv",
            "id,name,description\no1,Fundacja Krok,made up\n",
        ),
        (
            "services.csv",
            "id,organization_id,name,status,assured_date,minimum_age,not_for\n\
            s1,o1,Pielęgnacja stóp,active,2026-10-01,12,request.hygiene_risk\n",
        ),
        (
            "locations.csv",
            "id,location_type,name,latitude,longitude\nl1,physical,Dom,52.41,16.93\n\
            l2,physical,Filia,52.53,17.60\n",
        ),
        (
            "addresses.csv",
            "id,location_id,address_1,city,country\na1,l1,ul. Zmyślona 1,Poznań,PL\n\
            a2,l2,ul. Zmyślona 2,Gniezno,PL\n",
        ),
        (
            "service_at_location.csv",
            "id,service_id,location_id\nx1,s1,l1\nx2,s1,l2\n",
        ),
        (
            "schedules.csv",
            "id,service_at_location_id,freq,byday,opens_at,closes_at\n\
            h1,x1,WEEKLY,\"MO,FR\",09:00,17:00\nh2,x2,WEEKLY,SA,09:00,12:00\n",
        ),
        (
            "languages.csv",
            "id,service_id,location_id,code\ng1,s1,,uk\n",
        ),
        ("attributes.csv", "id,link_id,taxonomy_term_id\nat1,s1,t1\n"),
        ("taxonomy_terms.csv", "id,code,name\nt1,PODO,Podologia\n"),
        (
            "service_capacity.csv",
            "id,service_id,unit_id,available,updated\nc1,s1,u1,2,2026-11-18T10:00:00Z\n",
        ),
    ];
    let mut importer = Importer::new();
    let named = importer.tables("set/datapackage.json", DESCRIPTOR.as_bytes());
    let open = |file: &str| {
        let changed = broken.iter().find(|(name, _)| *name == file);
        let whole = tables.iter().find(|(name, _)| *name == file);
        changed.or(whole).expect(file).1.as_bytes()
    };
    let inputs = named.into_iter().map(|table| {
        let input = open(&table.file);
        (table, input)
    });
    importer.package(inputs.collect());
    importer.finish()
}

#[test]
fn a_package_of_tables_is_put_together() {
    let (directory, rejected) = package(&[]);
    assert_eq!(told(&rejected), Vec::<String>::new());
    let service = &directory.providers[0].services[0];
    assert_eq!(service.origin.at, At::Line(2));
    assert_eq!(service.not_for[0].condition, "request.hygiene_risk");
    let towns: Vec<&str> = service
        .places
        .iter()
        .map(|place| place.town.as_str())
        .collect();
    assert_eq!(towns, ["Poznań", "Gniezno"]);
    assert!(service.places.iter().all(|place| place.hours.len() == 1));
    let index = Index::new(&directory);
    let found = found(&index, &query("podologia", "Poznań"));
    assert_eq!(names(&found), ["Fundacja Krok"]);
    assert_eq!(
        found.candidates[0].place,
        Some(0),
        "the open place, and not the nearer table"
    );
}

#[test]
fn bad_rows_of_tables_are_kept_apart_with_their_line() {
    let (directory, rejected) = package(&[
        (
            "locations.csv",
            "id,location_type,name,latitude,longitude\nl1,physical,Dom,52.41,16.93\n\
            l2,physical,Filia,152.53,17.60\n",
        ),
        (
            "schedules.csv",
            "id,service_at_location_id,freq,byday,opens_at,closes_at\n\
            h1,x1,WEEKLY,\"MO,FX\",09:00,17:00\nh2,x2,WEEKLY,SA,09:00\n",
        ),
    ]);
    let told = told(&rejected);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(
        told[0].starts_with("set/schedules.csv:3: this row has 5 cells"),
        "{told:?}"
    );
    assert!(
        told[1].starts_with("set/schedules.csv:2: `FX` is not a day of the week"),
        "{told:?}"
    );
    assert!(
        told[2].starts_with("set/locations.csv:3: `152.53`, `17.60` is no position"),
        "{told:?}"
    );
    let service = &directory.providers[0].services[0];
    assert_eq!(service.places.len(), 1);
    assert!(
        service.places[0].hours.is_empty(),
        "half of the hours would mislead"
    );
}

#[test]
fn a_row_to_which_several_point_is_told_once() {
    let (_, rejected) = package(&[
        (
            "services.csv",
            "id,organization_id,name,status\ns1,o1,Podologia,active\ns2,o1,Masaż,active\n",
        ),
        (
            "service_at_location.csv",
            "id,service_id,location_id\nx1,s1,l1\nx2,s2,l1\n",
        ),
        (
            "locations.csv",
            "id,location_type,name,latitude,longitude\nl1,physical,Dom,52.41,216.93\n",
        ),
    ]);
    let told = told(&rejected);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("set/locations.csv:2: "), "{told:?}");
}

#[test]
fn tables_outside_the_package_are_not_read() {
    let descriptor = r#"{"resources": [{"name": "service", "path": "../services.csv"},
        {"name": "organization", "path": "https://example.com/o.csv"}]}"#;
    let mut importer = Importer::new();
    assert!(
        importer
            .tables("datapackage.json", descriptor.as_bytes())
            .is_empty()
    );
    let (_, rejected) = importer.finish();
    assert_eq!(rejected.len(), 3, "{rejected:?}");
    assert_eq!(
        rejected[0].origin.at,
        At::Pointer("/resources/0".to_owned())
    );
}
