//! Where a service can be had.

use super::super::element::Element;
use super::super::{Importer, cells};
use super::{contact, languages, schedules};
use crate::directory::Place;
use crate::hours::Hours;
use crate::position::Position;

/// The places of a service; one that cannot be read is kept apart.
pub(super) fn of(importer: &mut Importer, service: &Element<'_>) -> Vec<Place> {
    let links = service.all("service_at_locations");
    let found = links
        .iter()
        .filter_map(|link| at_location(importer, link, service));
    found.collect()
}

/// The place of a service at a location.
pub(super) fn at_location(
    importer: &mut Importer,
    link: &Element<'_>,
    service: &Element<'_>,
) -> Option<Place> {
    let Some(location) = link.get("location") else {
        importer.reject(
            link.origin.clone(),
            format!(
                "`{}` is offered at a location that is not there",
                service.text("name")
            ),
            "add the `location`",
        );
        return None;
    };
    let position = position(importer, &location)?;
    let address = location.all("addresses").into_iter().next();
    let of_address = |name: &str| {
        let address = address.as_ref();
        address.map(|each| each.text(name)).unwrap_or_default()
    };
    Some(Place {
        name: location.text("name"),
        street: of_address("address_1"),
        town: of_address("city"),
        position,
        remote: location.text("location_type") == "virtual",
        contact: contact(link).or(&contact(&location)),
        languages: languages(&location),
        accessibility: accessibility(&location),
        hours: hours(importer, [link, service, &location]),
        origin: location.origin.clone(),
    })
}

/// The hours that are most particular: those of the service at this location, else those
/// of the service, else those of the location.
fn hours(importer: &mut Importer, holders: [&Element<'_>; 3]) -> Vec<Hours> {
    let with = holders.iter().find(|each| each.get("schedules").is_some());
    with.map(|each| schedules::read(importer, each))
        .unwrap_or_default()
}

fn accessibility(location: &Element<'_>) -> Vec<String> {
    let all = location.all("accessibility");
    let texts = all
        .iter()
        .flat_map(|each| [each.text("description"), each.text("details")]);
    texts.filter(|text| !text.is_empty()).collect()
}

/// The outer `None` is a mistake.
fn position(importer: &mut Importer, location: &Element<'_>) -> Option<Option<Position>> {
    let (latitude, longitude) = (location.text("latitude"), location.text("longitude"));
    if latitude.is_empty() && longitude.is_empty() {
        return Some(None);
    }
    let numbers = cells::number(&latitude).zip(cells::number(&longitude));
    let position = numbers.and_then(|(latitude, longitude)| Position::new(latitude, longitude));
    if position.is_none() {
        importer.reject(
            location.origin.clone(),
            format!("`{latitude}`, `{longitude}` is no position on the earth"),
            "write degrees: latitude -90 to 90, longitude -180 to 180",
        );
        return None;
    }
    Some(position)
}
