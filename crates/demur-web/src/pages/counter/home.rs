//! The first page: what is happening?

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::openings::{GROUNDS, Opening, of_trade};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show};
use crate::signed_in::SignedIn;

#[derive(Deserialize)]
pub(super) struct Sought {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    frame: Frame,
    groups: Vec<Group>,
    sought: String,
    nothing: bool,
}

struct Group {
    ground: &'static str,
    title: String,
    tiles: Vec<Tile>,
}

struct Tile {
    id: &'static str,
    title: &'static str,
    text: &'static str,
    words: &'static str,
}

/// What is happening?
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Query(sought): Query<Sought>,
) -> Response {
    let shown = shown(&app, &who, sought.q.trim().to_owned()).await;
    or_page(&app, &who, shown)
}

async fn shown(app: &App, who: &SignedIn, sought: String) -> Result<Response, Fault> {
    let firm = app.firm().await?;
    let frame = Frame::of(app, who).in_room(Room::Counter);
    let found: Vec<&Opening> = of_trade(&firm.profile)
        .filter(|opening| opening.answers_to(&sought))
        .collect();
    let nothing = found.is_empty();
    let found = if nothing {
        of_trade(&firm.profile).collect()
    } else {
        found
    };
    let groups = GROUNDS
        .into_iter()
        .map(|ground| group(&frame, ground, &found));
    Ok(show(&Home {
        groups: groups.filter(|group| !group.tiles.is_empty()).collect(),
        frame,
        sought,
        nothing,
    }))
}

fn group(frame: &Frame, ground: &'static str, found: &[&'static Opening]) -> Group {
    let own = found.iter().filter(|opening| opening.ground == ground);
    let tiles = own.map(|opening| {
        let said = opening.said(frame.lang);
        Tile {
            id: &opening.id,
            title: &said.title,
            text: &said.text,
            words: &said.words,
        }
    });
    Group {
        ground,
        title: frame.t(match ground {
            "ethics" => "home-ethics",
            "inability" => "home-inability",
            "interest" => "home-interest",
            _ => "home-none",
        }),
        tiles: tiles.collect(),
    }
}
