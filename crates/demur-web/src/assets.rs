//! Style, scripts and pictures, built into the program. Their addresses carry their hash, so that
//! browsers keep them for good and never use an old one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets");
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// One file with its address.
pub(crate) struct Asset {
    hash: String,
    bytes: &'static [u8],
    kind: &'static str,
}

static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let mut assets = BTreeMap::new();
    for file in FILES.files() {
        let name = file.path().display().to_string();
        let digest = Sha256::digest(file.contents());
        let hash: String = digest
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let kind = kind_of(&name);
        let bytes = file.contents();
        assets.insert(name, Asset { hash, bytes, kind });
    }
    assets
});

fn kind_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// The address of a file.
pub(crate) fn href(name: &str) -> String {
    let hash = ASSETS.get(name).map_or("0", |asset| asset.hash.as_str());
    format!("/assets/{hash}/{name}")
}

/// Gives out a file. An address of an older program gets the newest file, kept for no time.
pub(crate) async fn serve(Path((hash, name)): Path<(String, String)>) -> Response {
    let Some(asset) = ASSETS.get(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = if asset.hash == hash {
        FOR_GOOD
    } else {
        "no-cache"
    };
    (
        [(CONTENT_TYPE, asset.kind), (CACHE_CONTROL, keep)],
        asset.bytes,
    )
        .into_response()
}

impl Asset {
    /// The markup of a picture; it takes the colour of the text around it.
    pub(crate) fn icon(name: &str) -> &'static str {
        let file = FILES.get_file(format!("{name}.svg"));
        file.and_then(|file| file.contents_utf8())
            .unwrap_or_default()
    }
}
