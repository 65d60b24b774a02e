//! Every way into the app has to say what it asks of whoever comes. The tests try each of them
//! with each role, and find those that say nothing.

use demur_app::store::{Operation, Role, permits};

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
        Self { method: "GET", path, need }
    }

    pub(crate) const fn post(path: &'static str, need: Need) -> Self {
        Self { method: "POST", path, need }
    }
}
