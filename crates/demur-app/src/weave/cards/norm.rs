//! A norm as a card.

use askama::Template;
use demur_lawbook::Texts;
use demur_syntax::tree::{self, Item};

use super::{Card, Cards};
use crate::weave::markup::{Html, both, href, label, paragraphs};
use crate::weave::page::{NormLink, html, norm_links};
use crate::weave::{says, wording};

#[derive(Template)]
#[template(path = "weave/card_norm.html")]
struct NormCard<'a> {
    card: Card,
    id: &'a str,
    titles: &'a Texts,
    badge: Html,
    effect: Texts,
    in_force: Html,
    layer: Texts,
    yielding: bool,
    said: Html,
    note: &'a Texts,
    overrides: Vec<NormLink>,
    overridden_by: Vec<NormLink>,
    tests: Vec<TestLink>,
}

/// A link to an example or precedent that shows the norm at work.
struct TestLink {
    href: String,
    title: String,
    docket: Option<String>,
}

pub(super) fn card(cards: &Cards<'_>, item: &Item, written: &tree::Norm, card: Card) -> Html {
    let site = cards.site;
    let Some((id, norm)) = site.norm((cards.leaf.document.file, item.span)) else {
        return Html::default();
    };
    let overridden_by = site
        .usage
        .overridden_by
        .get(&id)
        .into_iter()
        .flatten()
        .copied();
    html(&NormCard {
        card,
        id: &norm.id,
        titles: &norm.title,
        badge: wording::badge(norm.confidence),
        effect: wording::effect(&norm.effect),
        in_force: wording::in_force(norm.from, norm.to),
        layer: wording::tier(norm.layer.tier),
        yielding: norm.yielding,
        said: says::norm(&cards.reader, norm, written),
        note: &norm.note,
        overrides: norm_links(site, cards.reader.root, norm.overrides.iter().copied()),
        overridden_by: norm_links(site, cards.reader.root, overridden_by),
        tests: tests(cards, &norm.id),
    })
}

fn tests(cards: &Cards<'_>, id: &str) -> Vec<TestLink> {
    let positions = cards.site.usage.tests.get(id).into_iter().flatten();
    let tests = positions.filter_map(|position| cards.site.lawbook.tests.get(*position));
    let links = tests.filter_map(|test| {
        let target = cards.site.target(test.declared)?;
        Some(TestLink {
            href: href(cards.reader.root, target),
            title: test.title.clone(),
            docket: test.docket.clone(),
        })
    });
    links.collect()
}
