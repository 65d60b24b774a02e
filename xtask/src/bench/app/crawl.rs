//! Every page that can be reached by links from the first one, one for each kind of address, and
//! an interview up to its opinion.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::client::{Answer, Client};

/// So many kinds of pages there cannot be.
const MOST: usize = 80;
/// An interview does not ask that often.
const QUESTIONS: usize = 60;

/// A page that is measured.
pub(super) struct Page {
    /// Its address with what differs from page to page left out.
    pub(super) pattern: String,
    pub(super) path: String,
    /// What travels of it, compressed.
    pub(super) bytes: usize,
    /// What travels with it at the first visit: style, scripts, pictures.
    pub(super) assets: usize,
}

/// Follows links from the first page, and leads an interview.
pub(super) fn pages(client: &mut Client) -> Result<Vec<Page>, String> {
    let mut pages = Vec::new();
    let mut weights = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut queue = VecDeque::from(["/".to_owned()]);
    queue.extend(interview(client)?);
    while let Some(path) = queue.pop_front() {
        let pattern = pattern(&path);
        if pages.len() == MOST || !seen.insert(pattern.clone()) {
            continue;
        }
        let read = client.read(&path)?;
        if read.status != 200 {
            println!("   {pattern}: {}, left out", read.status);
            continue;
        }
        let html = String::from_utf8_lossy(&read.body).into_owned();
        queue.extend(quoted(&html, "href=\"").filter(|path| leads_on(path)));
        let assets = quoted(&html, "href=\"").chain(quoted(&html, "src=\""));
        let assets: BTreeSet<String> = assets.filter(|path| path.starts_with("/assets/")).collect();
        let mut sum = 0;
        for asset in assets {
            sum += match weights.get(&asset) {
                Some(known) => *known,
                None => {
                    let bytes = client.get(&asset)?.bytes;
                    weights.insert(asset, bytes);
                    bytes
                }
            };
        }
        let bytes = client.get(&path)?.bytes;
        pages.push(Page {
            pattern,
            path,
            bytes,
            assets: sum,
        });
    }
    pages.sort_by(|one, other| one.pattern.cmp(&other.pattern));
    Ok(pages)
}

/// Another page, and no file, no way out and no change of the language.
fn leads_on(path: &str) -> bool {
    let is_local = path.starts_with('/') && !path.starts_with("//");
    let beside = [
        "/assets/",
        "/language/",
        "/away",
        "/sign-out",
        "/demo",
        "/api/",
    ];
    is_local && !beside.iter().any(|other| path.starts_with(other))
}

fn quoted<'h>(html: &'h str, mark: &'h str) -> impl Iterator<Item = String> + 'h {
    let parts = html.split(mark).skip(1);
    parts.filter_map(|rest| {
        let text = rest.split('"').next()?;
        Some(text.split('#').next()?.replace("&amp;", "&"))
    })
}

/// `/cases/STOPA-2026-7K3M9QD2?page=2` is a page like any other case file.
fn pattern(path: &str) -> String {
    let path = path.split('?').next().unwrap_or(path);
    let part = |part: &str| {
        let differs = part.contains(|c: char| c.is_ascii_digit() || c.is_uppercase() || c == '.');
        if differs {
            "…".to_owned()
        } else {
            part.to_owned()
        }
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// A question of an interview, and the opinion of another one.
fn interview(client: &mut Client) -> Result<Vec<String>, String> {
    let first = client.read("/")?;
    let Some(begun) = begun(client, &first)? else {
        return Ok(Vec::new());
    };
    let Some(open) = self::begun(client, &first)? else {
        return Ok(Vec::new());
    };
    for _ in 0..QUESTIONS {
        let page = client.read(&begun)?;
        if let Some(opinion) = page.location {
            return Ok(vec![open, opinion]);
        }
        let mut fields = hidden(&page);
        fields.push(("answer".to_owned(), "unknown".to_owned()));
        client.post(&begun, &form(&fields))?;
    }
    Ok(vec![open])
}

fn begun(client: &mut Client, first: &Answer) -> Result<Option<String>, String> {
    let mut fields = hidden(first);
    fields.push(("opening".to_owned(), "insults".to_owned()));
    let answer = client.post("/interview", &form(&fields))?;
    Ok(answer
        .location
        .filter(|path| path.starts_with("/interview/")))
}

fn hidden(page: &Answer) -> Vec<(String, String)> {
    let html = String::from_utf8_lossy(&page.body).into_owned();
    let inputs = html.split("<input type=\"hidden\" name=\"").skip(1);
    let pairs = inputs.filter_map(|input| {
        let (name, rest) = input.split_once("\" value=\"")?;
        Some((name.to_owned(), rest.split('"').next()?.to_owned()))
    });
    let unique: BTreeMap<String, String> = pairs.collect();
    unique.into_iter().collect()
}

fn form(fields: &[(String, String)]) -> String {
    let encode = |text: &str| {
        let byte = |byte: u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        };
        text.bytes().map(byte).collect::<String>()
    };
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_one_kind_have_one_pattern() {
        assert_eq!(pattern("/cases/STOPA-2026-7K3M9QD2?x=1"), "/cases/…");
        assert_eq!(pattern("/law/pl.kw.135"), "/law/…");
        assert_eq!(pattern("/settings/people"), "/settings/people");
        assert!(leads_on("/cases") && !leads_on("//example.org") && !leads_on("/assets/x.css"));
        let links: Vec<String> = quoted("<a href=\"/a?b=1&amp;c=2#d\">", "href=\"").collect();
        assert_eq!(links, ["/a?b=1&c=2"]);
    }
}
