//! A house to begin with, and people to put into it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use crate::support::Place;
use demur_store::*;

pub(crate) const HOUR: Duration = Duration::from_secs(3_600);
pub(crate) const TIMEOUTS: Timeouts = Timeouts {
    idle: Duration::from_secs(1_800),
    absolute: Duration::from_secs(12 * 3_600),
};
pub(crate) const PASSWORD: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaGVkaGFzaGVk";
pub(crate) const SECRET: &[u8] = b"a-second-factor-secret";

pub(crate) fn options(place: &Place, location: Location) -> HouseOptions {
    HouseOptions {
        location,
        master: place.master.clone(),
        clock: Arc::clone(&place.clock) as Arc<dyn Clock>,
    }
}

/// The house of a place; opened again, it is the same one.
pub(crate) fn house(place: &Place) -> House {
    House::open(options(place, place.record.clone())).unwrap()
}

pub(crate) fn roles(roles: &[Role]) -> BTreeSet<Role> {
    roles.iter().copied().collect()
}

pub(crate) fn new(login: &str, given: &[Role]) -> NewPerson {
    NewPerson {
        login: login.to_owned(),
        roles: roles(given),
        site: Some("shop1".to_owned()),
        lang: Some("pl".to_owned()),
        password: Some(PASSWORD.to_owned()),
    }
}

/// Pseudonym of somebody who was added.
pub(crate) fn add(house: &House, login: &str, given: &[Role]) -> String {
    house.add_person(new(login, given)).unwrap().pseudonym
}

/// What several at once were answered.
pub(crate) fn at_once<T: Send>(houses: &[House], run: impl Fn(&House) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = houses
            .iter()
            .map(|house| scope.spawn(|| run(house)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    })
}
