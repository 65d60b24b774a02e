//! Entries of schema.org: a `LocalBusiness` or any other organization with an address.

use jiff::civil::Date;

use super::element::Element;
use super::{Importer, Who, cells, opening_hours};
use crate::directory::{Area, Contact, Language, NotFor, Place, Service, Status, Term};
use crate::hours::{Hours, Rule};
use crate::position::Position;

type Wrong = (String, String);

/// Reads one entry; what holds other entries is read through.
pub(super) fn read(importer: &mut Importer, element: &Element<'_>) {
    let inner = ["itemListElement", "@graph", "dataFeedElement"];
    if let Some(list) = inner.iter().find(|name| element.get(name).is_some()) {
        for each in element.all(list) {
            let item = each.get("item").unwrap_or(each);
            read(importer, &item);
        }
        return;
    }
    if element.text("name").is_empty() {
        let why = "this entry has no name".to_owned();
        return importer.reject(element.origin.clone(), why, "give it a `name`");
    }
    let offered = offered(element);
    if let Err((why, mend)) = business(importer, element, &offered) {
        importer.reject(element.origin.clone(), why, mend);
    }
}

/// What a business offers: each service of its catalogue, else the business itself.
fn offered<'v>(element: &Element<'v>) -> Vec<Element<'v>> {
    let mut found = Vec::new();
    for name in ["makesOffer", "hasOfferCatalog", "availableService"] {
        for each in element.all(name) {
            let items = each.all("itemListElement");
            let items = if items.is_empty() { vec![each] } else { items };
            found.extend(
                items
                    .into_iter()
                    .map(|item| item.get("itemOffered").unwrap_or(item)),
            );
        }
    }
    found.retain(|each| !each.text("name").is_empty());
    found
}

fn business(
    importer: &mut Importer,
    element: &Element<'_>,
    offered: &[Element<'_>],
) -> Result<(), Wrong> {
    let who = Who {
        id: element.text("@id"),
        name: element.text("name"),
        contact: Contact {
            phone: element.text("telephone"),
            email: element.text("email"),
            url: element.text("url"),
        },
    };
    let place = place(importer, element)?;
    let service = |each: &Element<'_>, own: bool| Service {
        id: each.text("@id"),
        name: each.text("name"),
        other_names: if own {
            texts(each, "alternateName")
        } else {
            Vec::new()
        },
        description: each.text("description"),
        terms: terms(element, each),
        status: Status::Active,
        contact: Contact::default(),
        languages: languages(element),
        areas: areas(element),
        capacity: None,
        checked: cells::day(&element.text("dateModified")),
        youngest: None,
        oldest: None,
        not_for: not_for(element),
        places: vec![place.clone()],
        fictional: texts(element, "keywords")
            .iter()
            .any(|word| word.contains("fictional")),
        register: false,
        origin: each.origin.clone(),
    };
    let services: Vec<Service> = if offered.is_empty() {
        vec![service(element, true)]
    } else {
        offered.iter().map(|each| service(each, false)).collect()
    };
    for service in services {
        importer.add(who.clone(), service);
    }
    Ok(())
}

fn texts(element: &Element<'_>, name: &str) -> Vec<String> {
    let all = element.all(name);
    let texts = all.iter().map(Element::own_text);
    texts.filter(|text| !text.is_empty()).collect()
}

/// The types and specialities; `https://schema.org/Podiatric` counts as `Podiatric`.
fn terms(business: &Element<'_>, service: &Element<'_>) -> Vec<Term> {
    let mut names = texts(business, "@type");
    for each in [business, service] {
        names.extend(texts(each, "medicalSpecialty"));
        names.extend(texts(each, "serviceType"));
        names.extend(texts(each, "keywords").iter().flat_map(|all| {
            all.split(',')
                .map(|word| word.trim().to_owned())
                .collect::<Vec<_>>()
        }));
    }
    let short = |name: String| {
        name.rsplit(['/', ':'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let mut terms: Vec<Term> = Vec::new();
    for name in names.into_iter().map(short).filter(|name| !name.is_empty()) {
        let term = Term {
            code: name.clone(),
            name: parted(&name),
        };
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// `MedicalClinic` as words.
fn parted(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && words.ends_with(char::is_lowercase) {
            words.push(' ');
        }
        words.push(letter);
    }
    words
}

fn languages(element: &Element<'_>) -> Vec<Language> {
    let mut all: Vec<Element<'_>> = element.all("knowsLanguage");
    for point in element
        .all("contactPoint")
        .into_iter()
        .chain([element.clone()])
    {
        all.extend(point.all("availableLanguage"));
    }
    let named = all.iter().map(|each| match each.get("name") {
        Some(name) => name.own_text(),
        None => each.own_text(),
    });
    named
        .filter(|name| !name.is_empty())
        .map(|name| Language::named(&name))
        .collect()
}

fn areas(element: &Element<'_>) -> Vec<Area> {
    let all = element.all("areaServed");
    let areas = all.iter().map(|each| {
        let middle = each
            .get("geoMidpoint")
            .and_then(|middle| geo(&middle).ok().flatten());
        // A radius is in metres unless it says otherwise.
        let radius = cells::number(&each.text("geoRadius"));
        Area {
            name: match each.get("name") {
                Some(name) => name.own_text(),
                None => each.own_text(),
            },
            circle: middle
                .zip(radius)
                .map(|(middle, metres)| (middle, metres / 1000.0)),
        }
    });
    areas
        .filter(|area| !area.name.is_empty() || area.circle.is_some())
        .collect()
}

/// Who must not be sent there: `demur:notFor`, an addition of ours to schema.org.
fn not_for(element: &Element<'_>) -> Vec<NotFor> {
    let all = element.all("demur:notFor");
    let conditions = all.iter().map(|each| NotFor {
        condition: each.own_text(),
        origin: each.origin.clone(),
    });
    conditions
        .filter(|each| !each.condition.is_empty())
        .collect()
}

fn place(importer: &mut Importer, element: &Element<'_>) -> Result<Place, Wrong> {
    let location = element.get("location").unwrap_or_else(|| element.clone());
    let address = location.get("address").or_else(|| element.get("address"));
    let of_address = |name: &str| {
        let address = address.as_ref();
        address.map(|each| each.text(name)).unwrap_or_default()
    };
    let position = match location.get("geo").or_else(|| element.get("geo")) {
        Some(found) => geo(&found)?,
        None => None,
    };
    Ok(Place {
        name: location.text("name"),
        street: of_address("streetAddress"),
        town: of_address("addressLocality"),
        position,
        remote: location.text("@type") == "VirtualLocation",
        contact: Contact::default(),
        languages: Vec::new(),
        accessibility: accessibility(element),
        hours: hours(importer, element),
        origin: element.origin.clone(),
    })
}

fn geo(element: &Element<'_>) -> Result<Option<Position>, Wrong> {
    let (latitude, longitude) = (element.text("latitude"), element.text("longitude"));
    if latitude.is_empty() && longitude.is_empty() {
        return Ok(None);
    }
    let numbers = cells::number(&latitude).zip(cells::number(&longitude));
    let position = numbers.and_then(|(latitude, longitude)| Position::new(latitude, longitude));
    position.map(Some).ok_or_else(|| {
        (
            format!("`{latitude}`, `{longitude}` is no position on the earth"),
            "write degrees: latitude -90 to 90, longitude -180 to 180".to_owned(),
        )
    })
}

/// Features that are there, by name.
fn accessibility(element: &Element<'_>) -> Vec<String> {
    let features = element.all("amenityFeature").into_iter();
    let there = features.filter(|each| {
        let value = each.text("value");
        value.is_empty() || cells::yes(&value)
    });
    let named = there.map(|each| each.text("name"));
    named.filter(|name| !name.is_empty()).collect()
}

/// When one of the hours cannot be read there are none, since a part of them misleads.
fn hours(importer: &mut Importer, element: &Element<'_>) -> Vec<Hours> {
    let mut all = Vec::new();
    let mut broken = false;
    let mut keep =
        |importer: &mut Importer, each: &Element<'_>, read: Result<Vec<Hours>, Wrong>| match read {
            Ok(hours) => all.extend(hours),
            Err((why, mend)) => {
                broken = true;
                importer.reject(each.origin.clone(), why, mend);
            }
        };
    for each in element.all("openingHours") {
        let read = opening_hours::read(&each.own_text());
        keep(importer, &each, read);
    }
    for (name, instead) in [
        ("openingHoursSpecification", false),
        ("specialOpeningHoursSpecification", true),
    ] {
        for each in element.all(name) {
            let read = specification(&each, instead).map(|hours| vec![hours]);
            keep(importer, &each, read);
        }
    }
    if broken { Vec::new() } else { all }
}

fn specification(element: &Element<'_>, instead: bool) -> Result<Hours, Wrong> {
    let time = |name: &str| {
        let text = element.text(name);
        if text.is_empty() {
            return Ok((jiff::civil::Time::midnight(), None));
        }
        cells::time(&text).ok_or_else(|| {
            (
                format!("`{text}` is not a time of day"),
                "write it as in 09:00".to_owned(),
            )
        })
    };
    let ((opens, offset), (closes, _)) = (time("opens")?, time("closes")?);
    let mut days = Vec::new();
    for name in texts(element, "dayOfWeek") {
        let short = name.rsplit(['/', ':', '#']).next().unwrap_or_default();
        // A special day is given by its dates; "public holidays" is no day of the week.
        if short != "PublicHolidays" {
            days.push(opening_hours::weekday(short)?);
        }
    }
    let rule = if days.is_empty() {
        Rule::every_day()
    } else {
        Rule::weekly(&days)
    };
    let mut hours = Hours {
        valid_from: valid(element, "validFrom")?,
        valid_to: valid(element, "validThrough")?,
        instead,
        offset,
        ..Hours::new(rule, opens, closes)
    };
    // The vocabulary writes "closed" as opening and closing at the same time.
    if opens == closes {
        hours.minutes = 0;
    }
    Ok(hours)
}

fn valid(element: &Element<'_>, name: &str) -> Result<Option<Date>, Wrong> {
    let text = element.text(name);
    if text.is_empty() {
        return Ok(None);
    }
    let day = cells::day(&text).map(Some);
    day.ok_or_else(|| {
        (
            format!("`{text}` is not a day"),
            "write it as in 2026-12-24".to_owned(),
        )
    })
}
