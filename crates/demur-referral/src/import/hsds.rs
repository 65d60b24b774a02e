//! Entries of Open Referral HSDS 3.1: a service, a service at a location, or an
//! organization with its services. Tables of a package come here as nested entries, too.

mod places;
mod schedules;

use jiff::civil::Date;
use serde_json::Value;

use super::element::Element;
use super::{Importer, Who, cells};
use crate::directory::{Area, Capacity, Contact, Language, NotFor, Room, Service, Status, Term};

/// Reads one entry.
pub(super) fn read(importer: &mut Importer, element: &Element<'_>) {
    if let Some(service) = element.get("service") {
        // A service at a location holds its service, and not the other way round.
        let who = organization(importer, &service, None);
        let place = places::at_location(importer, element, &service);
        read_service(importer, &service, who, Some(place));
    } else if element.get("services").is_some() {
        let who = who(element);
        for service in element.all("services") {
            let who = organization(importer, &service, Some(&who));
            read_service(importer, &service, who, None);
        }
    } else if element.get("locations").is_some() && element.get("status").is_none() {
        importer.reject(
            element.origin.clone(),
            format!("`{}` offers no service here", element.text("name")),
            "list its services under `services`, or import the list of services",
        );
    } else {
        let who = organization(importer, element, None);
        read_service(importer, element, who, None);
    }
}

/// The organization of a service: its own, else the one that lists it.
fn organization(
    importer: &mut Importer,
    service: &Element<'_>,
    above: Option<&Who>,
) -> Option<Who> {
    let own = service.get("organization").map(|found| who(&found));
    let found = own
        .or_else(|| above.cloned())
        .filter(|who| !who.name.is_empty());
    if found.is_none() {
        let name = service.text("name");
        let why = if name.is_empty() {
            "this entry has neither a name nor a provider".to_owned()
        } else {
            format!("nobody offers `{name}`: its organization has no name")
        };
        importer.reject(
            service.origin.clone(),
            why,
            "give the service an `organization` with a `name`",
        );
    }
    found
}

fn who(organization: &Element<'_>) -> Who {
    let mut contact = contact(organization);
    if contact.url.is_empty() {
        contact.url = organization.text("website");
    }
    Who {
        id: organization.text("id"),
        name: organization.text("name"),
        contact,
    }
}

fn contact(element: &Element<'_>) -> Contact {
    let phone = |element: &Element<'_>| {
        let phones = element.all("phones");
        phones
            .iter()
            .map(|each| each.text("number"))
            .find(|number| !number.is_empty())
    };
    let contacts = element.all("contacts");
    let own = phone(element).or_else(|| contacts.iter().find_map(phone));
    Contact {
        phone: own.unwrap_or_default(),
        email: element.text("email"),
        url: element.text("url"),
    }
}

fn read_service(
    importer: &mut Importer,
    element: &Element<'_>,
    who: Option<Who>,
    place: Option<Option<crate::directory::Place>>,
) {
    let Some(who) = who else { return };
    let name = element.text("name");
    if name.is_empty() {
        let why = format!("a service of `{}` has no name", who.name);
        return importer.reject(element.origin.clone(), why, "give it a `name`");
    }
    let Some(not_for) = not_for(importer, element) else {
        return;
    };
    let (Some(youngest), Some(oldest)) = (
        age(importer, element, "minimum_age"),
        age(importer, element, "maximum_age"),
    ) else {
        return;
    };
    let status = status(importer, element);
    let terms = terms(element);
    let places = match place {
        Some(place) => place.into_iter().collect(),
        None => places::of(importer, element),
    };
    let service = Service {
        id: element.text("id"),
        name,
        other_names: some(element.text("alternate_name")),
        description: element.text("description"),
        register: terms.iter().any(|term| term.code == REGISTER),
        fictional: terms.iter().any(|term| term.code == FICTIONAL),
        terms,
        status,
        contact: contact(element),
        languages: languages(element),
        areas: areas(element),
        capacity: capacity(importer, element),
        checked: checked(importer, element),
        youngest,
        oldest,
        not_for,
        places,
        origin: element.origin.clone(),
    };
    importer.add(who, service);
}

/// Codes of classifications that mean something to us.
const REGISTER: &str = "public-register";
const FICTIONAL: &str = "fictional";

fn some(text: String) -> Vec<String> {
    if text.is_empty() {
        Vec::new()
    } else {
        vec![text]
    }
}

fn status(importer: &mut Importer, element: &Element<'_>) -> Status {
    match element.text("status").to_lowercase().as_str() {
        "active" | "" => Status::Active,
        "inactive" | "temporarily closed" => Status::Paused,
        "defunct" => Status::Ended,
        other => {
            let why = format!("`{other}` is no status of a service; it counts as inactive");
            let mend = "write active, inactive, defunct or temporarily closed";
            importer.reject(element.origin.below("status"), why, mend);
            Status::Paused
        }
    }
}

fn terms(element: &Element<'_>) -> Vec<Term> {
    let attributes = element.all("attributes");
    let terms = attributes.iter().filter_map(|each| {
        let term = each.get("taxonomy_term")?;
        Some(Term {
            code: term.text("code"),
            name: term.text("name"),
        })
    });
    terms
        .filter(|term| !(term.code.is_empty() && term.name.is_empty()))
        .collect()
}

/// Languages of a service or a location.
fn languages(element: &Element<'_>) -> Vec<Language> {
    let languages = element.all("languages");
    let named = languages.iter().map(|each| {
        let code = each.text("code");
        if code.is_empty() {
            each.text("name")
        } else {
            code
        }
    });
    named
        .filter(|name| !name.is_empty())
        .map(|name| Language::named(&name))
        .collect()
}

fn areas(element: &Element<'_>) -> Vec<Area> {
    let areas = element.all("service_areas");
    let named = areas.iter().map(|each| Area {
        name: each.text("name"),
        circle: None,
    });
    named.filter(|area| !area.name.is_empty()).collect()
}

/// Who must not be sent there: `not_for`, an addition of ours to HSDS. `None` when it
/// cannot be read, so that nobody is sent there by mistake.
fn not_for(importer: &mut Importer, element: &Element<'_>) -> Option<Vec<NotFor>> {
    let mut found = Vec::new();
    for each in element.all("not_for") {
        match each.value {
            Value::String(condition) if !condition.trim().is_empty() => found.push(NotFor {
                condition: condition.trim().to_owned(),
                origin: each.origin,
            }),
            Value::String(_) => {}
            _ => {
                importer.reject(
                    each.origin,
                    "who must not be sent there is no text, so the service is kept apart",
                    "write a condition such as \"request.hygiene_risk\"",
                );
                return None;
            }
        }
    }
    Some(found)
}

/// The age in a member. The outer `None` is a mistake.
fn age(importer: &mut Importer, element: &Element<'_>, name: &str) -> Option<Option<i64>> {
    let text = element.text(name);
    if text.is_empty() {
        return Some(None);
    }
    let age = cells::age(&text);
    if age.is_none() {
        let why = format!("`{text}` is no age, so the service is kept apart");
        importer.reject(
            element.origin.below(name),
            why,
            "write whole years, 0 to 150",
        );
        return None;
    }
    Some(age)
}

/// The day in a member; none after a message, too.
fn day(importer: &mut Importer, element: &Element<'_>, name: &str) -> Option<Date> {
    let text = element.text(name);
    let day = cells::day(&text);
    if day.is_none() && !text.is_empty() {
        let why = format!("`{text}` is not a day");
        importer.reject(element.origin.below(name), why, "write it as in 2026-11-22");
    }
    day
}

fn checked(importer: &mut Importer, element: &Element<'_>) -> Option<Date> {
    day(importer, element, "assured_date")
}

/// The capacity that was confirmed last; what cannot be read says nothing.
fn capacity(importer: &mut Importer, element: &Element<'_>) -> Option<Capacity> {
    let mut found: Option<Capacity> = None;
    for each in element.all("capacities") {
        let text = each.text("available");
        let Some(available) = cells::number(&text) else {
            let why = format!("`{text}` is no number of free places");
            importer.reject(each.origin, why, "write how many are `available`");
            continue;
        };
        let confirmed = day(importer, &each, "updated");
        if found
            .as_ref()
            .is_none_or(|known| known.confirmed < confirmed)
        {
            found = Some(Capacity {
                room: if available > 0.0 {
                    Room::Free
                } else {
                    Room::Full
                },
                confirmed,
            });
        }
    }
    found
}
