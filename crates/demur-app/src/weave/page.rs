//! What every page has: its way to the root, and links to norms.

use askama::Template;
use demur_lawbook::{Confidence, NormId, Texts};

use super::Page;
use super::markup::{Html, href};
use super::names::Kind;
use super::site::Site;
use super::wording;

/// Head and foot of a page.
#[derive(Debug, Clone)]
pub(super) struct Chrome {
    /// The way up to the folder of the library, empty or ending in `/`.
    pub(super) root: String,
    /// The lawbook's hash.
    pub(super) hash: String,
}

impl Chrome {
    pub(super) fn new(site: &Site<'_>, root: &str) -> Self {
        Self {
            root: root.to_owned(),
            hash: site.lawbook.hash.chars().take(12).collect(),
        }
    }
}

/// A link to a norm.
#[derive(Debug, Clone)]
pub(super) struct NormLink {
    pub(super) href: String,
    pub(super) id: String,
    pub(super) titles: Texts,
    pub(super) confidence: Confidence,
}

impl NormLink {
    pub(super) fn badge(&self) -> Html {
        wording::badge(self.confidence)
    }

    /// Whether its confidence is worth a word beside the link.
    pub(super) fn unsure(&self) -> bool {
        self.confidence != Confidence::Verified
    }
}

/// Links to norms, the versions of one norm as one.
pub(super) fn norm_links(
    site: &Site<'_>,
    root: &str,
    norms: impl IntoIterator<Item = NormId>,
) -> Vec<NormLink> {
    let mut links: Vec<NormLink> = Vec::new();
    for norm in norms.into_iter().map(|norm| &site.lawbook.norms[norm]) {
        if links.iter().any(|link| link.id == norm.id) {
            continue;
        }
        let target = site
            .names
            .target(Kind::Norm, &norm.id)
            .unwrap_or("all.html");
        links.push(NormLink {
            href: href(root, target),
            id: norm.id.clone(),
            titles: norm.title.clone(),
            confidence: norm.confidence,
        });
    }
    links
}

/// The page that a template gives. Writing to memory does not fail; if it did, the
/// page would say so instead of being empty.
pub(super) fn rendered(path: &str, template: &impl Template) -> Page {
    Page::new(path, text(template))
}

/// The HTML that a template gives.
pub(super) fn html(template: &impl Template) -> Html {
    Html(text(template))
}

fn text(template: &impl Template) -> String {
    template
        .render()
        .unwrap_or_else(|error| format!("this page could not be written: {error}"))
}
