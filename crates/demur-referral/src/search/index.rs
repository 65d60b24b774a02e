//! A directory laid out by where its places lie.

use std::collections::BTreeMap;

use rstar::RTree;
use rstar::primitives::GeomWithData;

use super::{Near, NearError};
use crate::directory::{Directory, Place, Provider, Service};
use crate::position::{Position, chord_squared};
use crate::words::{Wanted, folded};

/// A service by the positions of its provider and of itself.
pub(super) type Key = (usize, usize);

type Spot = GeomWithData<[f64; 3], (Key, usize, Position)>;

/// A town of a directory.
#[derive(Debug, Clone, PartialEq)]
pub struct Town {
    /// Its name.
    pub name: String,
    /// The middle of the places in it.
    pub middle: Position,
}

/// A directory that can be searched by place.
#[derive(Debug)]
pub struct Index<'d> {
    directory: &'d Directory,
    spots: RTree<Spot>,
    /// By folded name.
    towns: BTreeMap<String, Town>,
    /// Services that can be had without going to a known place.
    elsewhere: Vec<Key>,
}

impl<'d> Index<'d> {
    /// Lays out a directory. A place of which only the town is known lies in the middle of
    /// what is known of that town.
    #[must_use]
    pub fn new(directory: &'d Directory) -> Self {
        let towns = towns(directory);
        let mut spots = Vec::new();
        let mut elsewhere = Vec::new();
        for (key, service) in services(directory) {
            let mut lies = false;
            for (number, place) in service.places.iter().enumerate() {
                let middle = || Some(towns.get(&folded(&place.town))?.middle);
                let position = place.position.or_else(middle).filter(|_| !place.remote);
                if let Some(position) = position {
                    lies = true;
                    spots.push(Spot::new(position.on_the_sphere(), (key, number, position)));
                }
            }
            let remote = service.places.iter().any(|place| place.remote);
            if !lies || remote || !service.areas.is_empty() {
                elsewhere.push(key);
            }
        }
        Self {
            directory,
            spots: RTree::bulk_load(spots),
            towns,
            elsewhere,
        }
    }

    /// The towns of the directory, in alphabetical order.
    pub fn towns(&self) -> impl Iterator<Item = &Town> {
        self.towns.values()
    }

    pub(super) fn service(&self, (provider, service): Key) -> Option<(&'d Provider, &'d Service)> {
        let provider = self.directory.providers.get(provider)?;
        Some((provider, provider.services.get(service)?))
    }

    /// Where the customer is. A town may be written in another case or with an ending.
    pub(super) fn resolve(&self, near: &Near) -> Result<Position, NearError> {
        let name = match near {
            Near::Position(position) => return Ok(*position),
            Near::Town(name) => name,
        };
        let exact = self.towns.get(&folded(name.trim()));
        let alike = || {
            let wanted = Wanted::new(name)?;
            let mut with = self.towns.values().filter(|town| wanted.is_in(&town.name));
            // Two towns that are alike are none: nobody is sent to the wrong one.
            with.next().filter(|_| with.next().is_none())
        };
        let town = exact.or_else(alike).map(|town| town.middle);
        town.ok_or_else(|| NearError {
            towns: self.towns.values().map(|town| town.name.clone()).collect(),
        })
    }

    /// Places within this distance, in no particular order.
    pub(super) fn within(
        &self,
        from: Position,
        kilometres: f64,
    ) -> impl Iterator<Item = (Key, usize, f64)> {
        // A little more than asked, since the distance itself decides.
        let reach = chord_squared(kilometres) * (1.0 + 1e-9) + 1e-15;
        let spots = self
            .spots
            .locate_within_distance(from.on_the_sphere(), reach);
        spots
            .map(move |spot| {
                let (key, place, position) = spot.data;
                (key, place, from.kilometres_to(position))
            })
            .filter(move |(_, _, distance)| *distance <= kilometres)
    }

    /// All places, the nearest first.
    pub(super) fn nearest(&self, from: Position) -> impl Iterator<Item = (Key, usize, f64)> {
        let spots = self.spots.nearest_neighbor_iter(from.on_the_sphere());
        spots.map(move |spot| {
            let (key, place, position) = spot.data;
            (key, place, from.kilometres_to(position))
        })
    }

    /// Services that reach the customer: remote ones, those whose area has this place, and
    /// those of which nobody wrote down where they are.
    pub(super) fn serving(&self, from: Position, near: &Near) -> impl Iterator<Item = Key> {
        self.elsewhere.iter().copied().filter(move |key| {
            self.service(*key).is_some_and(|(_, service)| {
                let nowhere = service.places.iter().all(|place| {
                    !place.remote
                        && place.position.is_none()
                        && !self.towns.contains_key(&folded(&place.town))
                });
                service.places.iter().any(|place| place.remote)
                    || area(service, from, near).is_some()
                    || (nowhere && service.areas.is_empty())
            })
        })
    }
}

/// The area of a service in which the customer is.
pub(super) fn area(service: &Service, from: Position, near: &Near) -> Option<String> {
    let wanted = match near {
        Near::Town(name) => Wanted::new(name),
        Near::Position(_) => None,
    };
    let reaches = |area: &&crate::directory::Area| {
        let named = wanted.as_ref().is_some_and(|town| town.is_in(&area.name));
        let circle = area.circle;
        named || circle.is_some_and(|(middle, radius)| middle.kilometres_to(from) <= radius)
    };
    service
        .areas
        .iter()
        .find(reaches)
        .map(|area| area.name.clone())
}

fn services(directory: &Directory) -> impl Iterator<Item = (Key, &Service)> {
    let providers = directory.providers.iter().enumerate();
    providers.flat_map(|(number, provider)| {
        let services = provider.services.iter().enumerate();
        services.map(move |(service, each)| ((number, service), each))
    })
}

fn towns(directory: &Directory) -> BTreeMap<String, Town> {
    let mut known: BTreeMap<String, (String, Vec<Position>)> = BTreeMap::new();
    let places = services(directory).flat_map(|(_, service)| &service.places);
    let lying = places.filter_map(|place: &Place| Some((place, place.position?)));
    for (place, position) in lying.filter(|(place, _)| !place.town.is_empty()) {
        let (_, points) = known
            .entry(folded(&place.town))
            .or_insert_with(|| (place.town.clone(), Vec::new()));
        points.push(position);
    }
    let towns = known.into_iter().filter_map(|(key, (name, points))| {
        let middle = Position::middle(&points)?;
        Some((key, Town { name, middle }))
    });
    towns.collect()
}
