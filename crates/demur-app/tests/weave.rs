//! The woven library: whole, linked, safe and the same every time.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a broken assumption should stop the test"
)]

use std::collections::{BTreeMap, BTreeSet};

use demur_app::lawbook::PackFile;
use demur_app::library::{self, Library};
use demur_app::weave::{Page, weave};

fn built_in() -> (Library, Vec<PackFile>) {
    let files = library::built_in();
    let library =
        library::compile(files.clone(), Vec::new()).expect("the built-in library compiles");
    (library, files)
}

fn pages() -> BTreeMap<String, String> {
    let (library, files) = built_in();
    texts(weave(&library, &files))
}

fn texts(pages: Vec<Page>) -> BTreeMap<String, String> {
    pages
        .into_iter()
        .map(|page| {
            (
                page.path,
                String::from_utf8(page.bytes).expect("pages are text"),
            )
        })
        .collect()
}

fn is_html(path: &str) -> bool {
    path.ends_with(".html")
}

/// The values of an attribute, wherever it stands in a tag.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str())
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

/// A pack of one provision with this text below its front matter.
fn one_provision(body: &str) -> (Library, Vec<PackFile>) {
    let file = |path: &str, text: String| PackFile {
        path: path.to_owned(),
        text,
    };
    let files = vec![
        file(
            "law/zz/pack.md",
            "---\npack: zz\nlayer: law\nplace: zz\nversion: 1\ntext-as-of: 2026-01-01\nstatus: draft\n\
             title-en: Zed\ntitle-pl: Zet\n---\n# Zed\n"
                .to_owned(),
        ),
        file(
            "law/zz/facts.md",
            "# Words\n\n```demur\nfact a.b : bool\n  ask en \"Is <it> so?\"\n  ask pl \"Czy <tak> jest?\"\n  cost seen\n\
             \nfact a.n : 0..120\n  ask en \"How many?\"\n  ask pl \"Ile?\"\n  cost ask\n\
             \nparam limit : 0..120 = 16 from 2000-01-01 = 18 from 2010-01-01\n\ndefine a.both = a.b and a.n < limit\n```\n"
                .to_owned(),
        ),
        file(
            "law/zz/x/1.md",
            format!(
                "---\ncite: Zed Act, s. 1\nurl: https://example.org/1\nconfidence: verified\nseen: 2026-01-01\n\
                 sources: https://example.org/1\n---\n# Title\n\n{body}\n"
            ),
        ),
    ];
    match library::compile(files.clone(), Vec::new()) {
        Ok(library) => (library, files),
        Err(library::LoadError::Broken { diagnostics, .. }) => panic!("{diagnostics:#?}"),
        Err(error) => panic!("{error}"),
    }
}

fn woven_provision(body: &str) -> String {
    let (library, files) = one_provision(body);
    texts(weave(&library, &files))
        .remove("law/zz/x/1.html")
        .expect("the provision has a page")
}

const NORM: &str = "```demur\nnorm zz.x.1\n  title en \"T\"\n  title pl \"P\"\n  in force from 2001-01-01\n  \
                    forbid refusing\n    when a.b\n```\n";

#[test]
fn every_internal_link_resolves() {
    let pages = pages();
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .filter(|(path, _)| is_html(path))
        .map(|(path, html)| (path.as_str(), attributes(html, "id").into_iter().collect()))
        .collect();
    let mut broken = Vec::new();
    for (path, html) in pages.iter().filter(|(path, _)| is_html(path)) {
        let links = ["href", "src", "action"]
            .map(|name| attributes(html, name))
            .concat();
        for link in links
            .into_iter()
            .filter(|link| !link.contains("://") && *link != "data:,")
        {
            let (to, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target = if to.is_empty() {
                path.clone()
            } else {
                resolved(path, to)
            };
            let found = match fragment {
                "" => pages.contains_key(&target),
                id => ids.get(target.as_str()).is_some_and(|ids| ids.contains(id)),
            };
            if !found {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

fn resolved(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts.pop().expect("no link leaves the library");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn ids_are_unique_and_references_to_them_hold() {
    for (path, html) in pages().iter().filter(|(path, _)| is_html(path)) {
        let ids = attributes(html, "id");
        let set: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), set.len(), "{path} has an id twice");
        for name in ["for", "aria-labelledby"] {
            for id in attributes(html, name) {
                assert!(set.contains(id), "{path}: {name}={id}");
            }
        }
    }
}

#[test]
fn every_norm_has_a_page_and_can_be_found() {
    let (library, files) = built_in();
    let pages = texts(weave(&library, &files));
    let listed = unescaped(&pages["all.html"]);
    for (_, norm) in library.lawbook.norms.iter() {
        let anchor = format!("id=\"{}\"", norm.id);
        let homes = pages
            .iter()
            .filter(|(path, html)| path.starts_with("law/") && html.contains(&anchor));
        assert_eq!(homes.count(), 1, "{}", norm.id);
        for list in ["all.html", "search.json", "search.html", "index.html"] {
            assert!(
                pages[list].contains(&norm.id),
                "{} is not in {list}",
                norm.id
            );
        }
        assert!(
            listed.contains(&norm.citation.cite),
            "{}",
            norm.citation.cite
        );
    }
}

fn unescaped(html: &str) -> String {
    let pairs = [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
    ];
    pairs
        .iter()
        .fold(html.to_owned(), |html, (from, to)| html.replace(from, to))
}

#[test]
fn every_version_of_a_norm_is_shown_with_its_days() {
    let (library, files) = built_in();
    let pages = texts(weave(&library, &files));
    let uzl = &pages["law/pl/uzl/30.html"];
    assert!(uzl.contains("class=\"versions\""));
    assert!(uzl.contains("id=\"pl.uzl.30\"") && uzl.contains("id=\"pl.uzl.30~2\""));
}

#[test]
fn a_norm_is_found_by_the_answers_that_it_asks_for() {
    let index: Vec<serde_json::Value> =
        serde_json::from_str(&pages()["search.json"]).expect("the index is JSON");
    let shelf = index
        .iter()
        .find(|entry| entry["id"] == "pl.kw.135")
        .expect("the shelf law is there");
    assert!(shelf["words"].as_str().unwrap().contains("sklep"));
    assert_eq!(shelf["href"], "law/pl/kw/135.html#pl.kw.135");
}

#[test]
fn every_fact_is_explained_and_linked() {
    let (library, files) = built_in();
    let pages = texts(weave(&library, &files));
    let all: String = pages.values().map(String::as_str).collect();
    for (_, fact) in library.lawbook.facts.iter() {
        let anchor = format!("id=\"fact:{}\"", fact.name);
        assert_eq!(all.matches(&anchor).count(), 1, "{}", fact.name);
    }
    assert!(
        pages["law/pl/kw/135.html"]
            .contains("../../../law/standard/facts.html#fact:request.object")
    );
}

#[test]
fn nothing_is_asked_of_other_sites() {
    for (path, html) in pages().iter().filter(|(path, _)| is_html(path)) {
        assert!(!html.contains("src=\"http"), "{path}");
        assert!(
            !html.contains("@import") && !html.contains("<img"),
            "{path}"
        );
        let sheets = html
            .split("<link")
            .skip(1)
            .filter(|rest| rest.split('>').next().unwrap().contains("http"));
        assert_eq!(sheets.count(), 0, "{path}");
        let handlers = html
            .split('<')
            .filter(|tag| tag.split('>').next().unwrap().contains(" onclick="));
        assert_eq!(handlers.count(), 0, "{path}");
    }
}

#[test]
fn html_in_markdown_is_shown_as_text() {
    let page = woven_provision(&format!(
        "<script>alert(1)</script>\n\nA <b onclick=\"x()\">bold</b> word, [a trap](javascript:alert(1)), \
         ![picture](https://example.org/p.png).\n\n{NORM}"
    ));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!page.contains("<script>"));
    assert!(page.contains("&lt;b onclick="));
    assert!(!page.contains("href=\"javascript"));
    assert!(!page.contains("<img"));
    assert!(page.contains("Is &lt;it&gt; so?"));
}

#[test]
fn texts_of_a_pack_cannot_break_out_of_the_index() {
    let norm = NORM.replace("\"T\"", "\"</script><script>alert(1)</script>\"");
    let (library, files) = one_provision(&norm);
    let pages = texts(weave(&library, &files));
    assert!(!pages["search.html"].contains("<script>alert"));
    assert!(!pages["all.html"].contains("<script>alert"));
}

#[test]
fn links_between_files_become_links_between_pages() {
    let page = woven_provision(&format!(
        "See [words](../facts.md), [nowhere](../gone.md).\n\n{NORM}"
    ));
    assert!(page.contains("<a href=\"../../../law/zz/facts.html\">words</a>"));
    assert!(page.contains("nowhere") && !page.contains("gone.md\""));
}

#[test]
fn a_norm_is_read_back_in_both_languages() {
    let page = woven_provision(NORM);
    let text = plain(&page);
    assert!(
        text.contains("Refusing is forbidden, if this holds: Is &lt;it&gt; so? yes"),
        "{text}"
    );
    assert!(
        text.contains(
            "Odmowa jest zakazana, jeżeli zachodzi ta okoliczność: Czy &lt;tak&gt; jest? tak"
        ),
        "{text}"
    );
}

#[test]
fn what_a_set_includes_is_named() {
    let text = plain(&pages()["law/pl/kw/135.html"]);
    let reason = "among others what is asked for: illegal, harmful, impossible, beyond us";
    assert!(text.contains(reason));
}

#[test]
fn a_negation_is_carried_down_to_the_facts() {
    let norm = NORM.replace(
        "when a.b",
        "when not (a.b or a.n between 3 and 5)\n    unless a.n >= 7",
    );
    let text = plain(&woven_provision(&norm));
    assert!(
        text.contains("if all of these hold: Is &lt;it&gt; so? no How many? not from 3 to 5"),
        "{text}"
    );
    assert!(
        text.contains("unless this holds: How many? at least 7"),
        "{text}"
    );
}

#[test]
fn a_definition_is_read_through_and_named() {
    let norm = NORM.replace("when a.b", "when a.both");
    let text = plain(&woven_provision(&norm));
    assert!(
        text.contains(
            "if all of these hold ( a.both ): Is &lt;it&gt; so? yes How many? less than limit \
             ( 16 since 2000-01-01, 18 since 2010-01-01)"
        ),
        "{text}"
    );
    // Before its first value no comparison with a parameter holds, so "not" stays.
    let norm = NORM.replace("when a.b", "when not a.both");
    let text = plain(&woven_provision(&norm));
    assert!(text.contains("at least one of these holds ( a.both ): Is &lt;it&gt; so? no How many? not less than limit"), "{text}");
}

/// The page without its tags and with single spaces.
fn plain(html: &str) -> String {
    let spaced: String = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .fold(String::new(), |mut out, text| {
            out.push(' ');
            out.push_str(text);
            out
        });
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ").replace(" ,", ",")
}

#[test]
fn the_order_of_files_changes_nothing() {
    let (library, mut files) = built_in();
    let first = weave(&library, &files);
    files.reverse();
    assert_eq!(first, weave(&library, &files));
    let mut reversed = library::built_in();
    reversed.reverse();
    let again =
        library::compile(reversed.clone(), Vec::new()).expect("the built-in library compiles");
    assert_eq!(first, weave(&again, &reversed));
    assert!(first.is_sorted_by(|a, b| a.path < b.path));
}
