//! Every way into the app has to say what it asks of whoever comes. The tests try each of them
//! with each role, and find those that say nothing.

use demur_app::store::{Operation, Role, permits};

use crate::{pages, server};

/// What somebody has to be to go a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing: it is open to everybody.
    Nothing,
    /// A password, but not yet a second factor.
    AtTheDoor,
    /// Being signed in.
    SignedIn,
    /// A role that may do this.
    May(Operation),
    /// The role that runs the app.
    Admin,
}

impl Need {
    /// Whether somebody with this role, or nobody, may go the way.
    #[must_use]
    pub fn is_met_by(self, role: Option<Role>) -> bool {
        match (self, role) {
            (Self::Nothing, _) | (Self::AtTheDoor | Self::SignedIn, Some(_)) => true,
            (Self::May(operation), Some(role)) => permits(role, operation),
            (Self::Admin, Some(role)) => role == Role::Admin,
            (_, None) => false,
        }
    }
}

/// One way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path, with names in braces where something stands in its place.
    pub path: &'static str,
    /// What it asks of whoever comes.
    pub need: Need,
}

impl Way {
    pub(crate) const fn get(path: &'static str, need: Need) -> Self {
        Self {
            method: "GET",
            path,
            need,
        }
    }

    pub(crate) const fn post(path: &'static str, need: Need) -> Self {
        Self {
            method: "POST",
            path,
            need,
        }
    }
}

/// Every way into the app, with what it asks of whoever comes.
pub fn ways() -> impl Iterator<Item = Way> {
    let groups = pages::WAYS.iter().copied().chain([server::WAYS]);
    groups.flatten().copied()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::ways;
    use crate::server::routes;

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
            for (field, method) in [
                ("get", "GET"),
                ("post", "POST"),
                ("put", "PUT"),
                ("delete", "DELETE"),
                ("patch", "PATCH"),
            ] {
                if !rest.contains(&format!("{field}: None")) {
                    found.insert((method.to_owned(), path.clone()));
                }
            }
        }
        assert!(paths.is_empty(), "{paths:?}");
        found
    }

    fn numbered(shown: &str) -> impl Iterator<Item = (&str, &str)> {
        shown
            .split("RouteId(")
            .skip(1)
            .map(|part| part.split_once(')').unwrap())
    }

    #[test]
    fn every_route_says_what_it_asks_of_whoever_comes() {
        let said: Vec<_> = ways()
            .map(|way| (way.method.to_owned(), way.path.to_owned()))
            .collect();
        let once: BTreeSet<_> = said.iter().cloned().collect();
        assert_eq!(once.len(), said.len(), "something is said twice");
        assert_eq!(once, routed());
    }
}
