//! Plain tables and schema.org.

use demur_referral::{Index, Language, Openness, Room, openness};
use jiff::civil::date;

use crate::support::{found, json, names, query, table, told};

#[test]
fn a_plain_table_with_semicolons_and_decimal_commas() {
    let columns = "provider;service;terms;town;latitude;longitude;languages;accessibility;hours;\
        capacity;confirmed;min_age;not_for;fictional";
    let row = "Gabinet Zmyślony;Podologia;PODO: Podologia|FOOT;Poznań;52,41;16,93;pl|ukraiński;\
        podjazd;Mo-Fr 09:00-17:00|Sa 10:00-13:00;free;2026-11-18;12;request.hygiene_risk;yes";
    let (directory, rejected) = table(columns, &[row]);
    assert_eq!(told(&rejected), Vec::<String>::new());
    let service = &directory.providers[0].services[0];
    assert!(service.fictional && !service.register);
    assert_eq!(service.terms[1].code, "FOOT");
    assert_eq!(
        service.languages[1],
        Language {
            code: "uk".to_owned()
        }
    );
    assert_eq!(service.places[0].hours.len(), 2);
    assert_eq!(service.capacity.as_ref().expect("one").room, Room::Free);
    assert_eq!(service.youngest, Some(12));
}

const BUSINESS: &str = r#"{
  "@context": ["https://schema.org", {"demur": "https://example.com/demur#"}],
  "@graph": [
    {"@type": ["MedicalClinic", "Physician"], "@id": "https://example.com/#clinic",
     "name": "Przychodnia Zmyślona", "telephone": "+48 000 000 003",
     "address": {"@type": "PostalAddress", "streetAddress": "ul. Zmyślona 3",
       "addressLocality": "Gniezno", "addressCountry": "PL"},
     "geo": {"@type": "GeoCoordinates", "latitude": "52.53", "longitude": 17.6},
     "areaServed": {"@type": "GeoCircle", "geoRadius": 20000,
       "geoMidpoint": {"@type": "GeoCoordinates", "latitude": 52.53, "longitude": 17.6}},
     "availableLanguage": [{"@type": "Language", "name": "English"}, "pl"],
     "amenityFeature": [
       {"@type": "LocationFeatureSpecification", "name": "Wheelchair ramp", "value": true},
       {"@type": "LocationFeatureSpecification", "name": "Lift", "value": false}],
     "openingHoursSpecification": [
       {"@type": "OpeningHoursSpecification", "dayOfWeek": ["https://schema.org/Monday", "Friday"],
        "opens": "08:00", "closes": "15:00"}],
     "specialOpeningHoursSpecification": {"@type": "OpeningHoursSpecification",
       "opens": "00:00", "closes": "00:00", "validFrom": "2026-11-20", "validThrough": "2026-11-20"},
     "hasOfferCatalog": {"@type": "OfferCatalog", "itemListElement": [
       {"@type": "Offer", "itemOffered": {"@type": "Service", "name": "Porada chirurgiczna"}}]},
     "demur:notFor": "request.contraindicated",
     "dateModified": "2026-11-01"},
    {"@type": "LocalBusiness", "name": "Podolog Mobilny", "openingHours": "Mo-Su 07:00-21:00",
     "areaServed": ["Poznań", "Gniezno"]}
  ]
}"#;

#[test]
fn businesses_of_schema_org() {
    let (directory, rejected) = json(BUSINESS);
    assert_eq!(told(&rejected), Vec::<String>::new());
    let clinic = &directory.providers[0];
    let service = &clinic.services[0];
    assert_eq!(service.name, "Porada chirurgiczna");
    assert_eq!(service.terms[0].name, "Medical Clinic");
    assert_eq!(service.checked, Some(date(2026, 11, 1)));
    assert_eq!(service.not_for[0].condition, "request.contraindicated");
    let place = &service.places[0];
    assert_eq!(place.accessibility, ["Wheelchair ramp"]);
    let clock = query("x", "x").clock;
    let monday = date(2026, 11, 23).at(8, 0, 0, 0);
    assert_eq!(
        openness(&place.hours, clock),
        Openness::Closed(Some(monday)),
        "a special day"
    );
    let index = Index::new(&directory);
    assert_eq!(
        names(&found(&index, &query("chirurg", "Gniezno"))),
        ["Przychodnia Zmyślona"]
    );
    assert_eq!(
        names(&found(&index, &query("physician", "Gniezno"))),
        ["Przychodnia Zmyślona"]
    );
    let mobile = found(&index, &query("podolog", "Gniezno"));
    assert_eq!(names(&mobile), ["Podolog Mobilny"]);
    assert!(
        mobile.candidates[0].ask_first.is_empty(),
        "{:?}",
        mobile.candidates
    );
}
