//! The pages, one module for each room.

pub(crate) mod apology;
mod cases;
mod components;
mod counter;
mod danger;
mod firm_form;
pub(crate) mod law;
mod notice;
mod policy;
mod providers;
mod settings;
mod sign_in;
mod start;

use axum::Router;

use crate::app::App;
use crate::ways::Way;

pub use start::first_start;

/// All pages.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(counter::routes())
        .merge(cases::routes())
        .merge(notice::routes())
        .merge(danger::routes())
        .merge(components::routes())
        .merge(law::routes())
        .merge(policy::routes())
        .merge(providers::routes())
        .merge(start::routes())
        .merge(sign_in::routes())
        .merge(settings::routes())
}

/// What each of them asks of whoever comes.
const WAYS: &[&[Way]] = &[
    counter::WAYS,
    cases::WAYS,
    notice::WAYS,
    danger::WAYS,
    components::WAYS,
    law::WAYS,
    policy::WAYS,
    providers::WAYS,
    start::WAYS,
    sign_in::WAYS,
    settings::WAYS,
];

/// Every way to a page, with what it asks of whoever comes.
pub fn ways() -> impl Iterator<Item = Way> {
    WAYS.iter().copied().flatten().copied()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{routes, ways};

    /// What axum shows of its routes in debug output: methods by number, and paths by number.
    fn routed() -> BTreeSet<(String, String)> {
        let shown = format!("{:?}", routes());
        let shown = shown.split("fallback_router").next().unwrap();
        let (methods, paths) = shown.split_once("node: Node").unwrap();
        let mut paths: BTreeMap<&str, String> = numbered(paths)
            .map(|(number, rest)| {
                let path = rest.trim_start_matches(": \"").split('"').next().unwrap();
                (number, path.to_owned())
            })
            .collect();
        let mut found = BTreeSet::new();
        for (number, rest) in numbered(methods) {
            let path = paths.remove(number).unwrap();
            for (field, method) in
                [("get", "GET"), ("post", "POST"), ("put", "PUT"), ("delete", "DELETE"), ("patch", "PATCH")]
            {
                if !rest.contains(&format!("{field}: None")) {
                    found.insert((method.to_owned(), path.clone()));
                }
            }
        }
        assert!(paths.is_empty(), "{paths:?}");
        found
    }

    fn numbered(shown: &str) -> impl Iterator<Item = (&str, &str)> {
        shown.split("RouteId(").skip(1).map(|part| part.split_once(')').unwrap())
    }

    #[test]
    fn every_route_says_what_it_asks_of_whoever_comes() {
        let said: Vec<_> = ways().map(|way| (way.method.to_owned(), way.path.to_owned())).collect();
        let once: BTreeSet<_> = said.iter().cloned().collect();
        assert_eq!(once.len(), said.len(), "something is said twice");
        assert_eq!(once, routed());
    }
}
