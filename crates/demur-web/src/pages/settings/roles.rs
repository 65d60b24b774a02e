//! Which role may do what: the same table that decides about it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use demur_app::store::{self, Operation, permits};

use super::framed;
use super::people::ROLES;
use crate::app::App;
use crate::frame::{Frame, show};
use crate::signed_in::SignedIn;

#[derive(Template)]
#[template(path = "settings/roles.html")]
struct Page {
    frame: Frame,
    roles: Vec<Role>,
    rows: Vec<Row>,
}

struct Role {
    name: String,
    text: String,
    own: bool,
}

struct Row {
    what: String,
    /// Whether each role may, in their order.
    cells: Vec<bool>,
}

pub(super) async fn page(State(app): State<App>, who: SignedIn) -> Response {
    let frame = framed(&app, &who);
    let name = |role| demur_words::names::role(&frame.words, role);
    let roles = ROLES.into_iter().map(|role| Role {
        name: name(role),
        text: frame.t(&format!("role-{}", role.as_str())),
        own: who.person.roles.contains(&role),
    });
    let row = |operation: &Operation| Row {
        what: frame.t(what(*operation)),
        cells: ROLES
            .iter()
            .map(|role| permits(*role, *operation))
            .collect(),
    };
    let mut rows: Vec<Row> = Operation::ALL.iter().map(row).collect();
    rows.push(Row {
        what: frame.t("may-run"),
        cells: ROLES
            .iter()
            .map(|role| *role == store::Role::Admin)
            .collect(),
    });
    show(&Page {
        roles: roles.collect(),
        rows,
        frame,
    })
}

/// What may be done, as a line of the table.
fn what(operation: Operation) -> &'static str {
    match operation {
        Operation::Create => "may-create",
        Operation::Decide => "may-decide",
        Operation::Confirm => "may-confirm",
        Operation::Notify => "may-notify",
        Operation::Correct => "may-correct",
        Operation::Override => "may-override",
        Operation::Statement => "may-statement",
        Operation::Receive => "may-receive",
        Operation::Review => "may-review",
        Operation::Deadline => "may-deadline",
        Operation::Close => "may-close",
        Operation::Find => "may-find",
        Operation::Show => "may-show",
        Operation::Reveal => "may-reveal",
        Operation::RevealSuperseded => "may-reveal-superseded",
        Operation::Hold => "may-hold",
        Operation::Erase => "may-erase",
        Operation::ExportAccess => "may-export-access",
        Operation::Packet => "may-packet",
        Operation::Journal => "may-journal",
        Operation::Statistics => "may-statistics",
        Operation::Retention => "may-retention",
        Operation::Backup => "may-backup",
    }
}
