//! The parts of a page.

use std::fs;
use std::path::PathBuf;

/// A page of `docs/diagnostics`.
pub(crate) struct Page {
    pub(crate) path: PathBuf,
    pub(crate) code: String,
    text: String,
    pub(crate) example: Vec<Block>,
    /// What Demur says, according to the page.
    pub(crate) said: String,
    pub(crate) mend: Vec<Block>,
}

/// A fenced block.
#[derive(Clone)]
pub(crate) struct Block {
    /// The file that it is; a situation when absent.
    pub(crate) file: Option<String>,
    pub(crate) bytes: Vec<u8>,
}

/// A fenced block as it stands in the page.
struct Fenced<'t> {
    section: &'t str,
    info: &'t str,
    text: String,
}

impl Page {
    pub(crate) fn read(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).unwrap();
        let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let title = text.lines().next().unwrap_or_default();
        assert!(
            title.starts_with(&format!("# {code}: ")),
            "{}: the title is `{title}`",
            path.display()
        );
        let fences = fences(&text);
        let blocks = |section: &str| {
            fences
                .iter()
                .filter(|each| each.section == section)
                .map(block)
                .collect()
        };
        let said = fences
            .iter()
            .find(|each| each.section == "What Demur says" && each.info == "text");
        let said = said
            .map(|each| each.text.trim_end().to_owned())
            .unwrap_or_default();
        let (example, mend) = (blocks("Example"), blocks("Mend"));
        Self {
            path,
            code,
            example,
            said,
            mend,
            text,
        }
    }

    /// The page with this instead of what it says now.
    pub(crate) fn saying(&self, rendered: &str) -> String {
        let heading = "## What Demur says\n\n```text\n";
        let (before, rest) = self
            .text
            .split_once(heading)
            .unwrap_or_else(|| panic!("{} lacks {heading}", self.code));
        let (_, after) = rest.split_once("```\n").unwrap();
        format!("{before}{heading}{rendered}\n```\n{after}")
    }
}

fn fences(text: &str) -> Vec<Fenced<'_>> {
    let mut found = Vec::new();
    let mut section = "";
    let mut open: Option<(usize, Fenced<'_>)> = None;
    for line in text.split_inclusive('\n') {
        let ticks = line.chars().take_while(|letter| *letter == '`').count();
        match &mut open {
            Some((length, _)) if ticks >= *length && line.trim().len() == ticks => {
                found.extend(open.take().map(|(_, fenced)| fenced));
            }
            Some((_, fenced)) => fenced.text += line,
            None if ticks >= 3 => {
                open = Some((
                    ticks,
                    Fenced {
                        section,
                        info: line[ticks..].trim(),
                        text: String::new(),
                    },
                ));
            }
            None => section = line.strip_prefix("## ").map_or(section, str::trim),
        }
    }
    assert!(open.is_none(), "a block is not closed");
    found
}

fn block(fenced: &Fenced<'_>) -> Block {
    let option = |name: &str| {
        fenced
            .info
            .split_whitespace()
            .find_map(|word| word.strip_prefix(name))
    };
    let times: usize = option("times=").map_or(1, |times| times.parse().unwrap());
    let text = fenced.text.repeat(times);
    let bytes = if option("bytes") == Some("") {
        bytes(&text)
    } else {
        text.into_bytes()
    };
    Block {
        file: option("file=").map(str::to_owned),
        bytes,
    }
}

/// The text with `\xE9` for the byte of this number.
fn bytes(text: &str) -> Vec<u8> {
    let mut pieces = text.split("\\x");
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).unwrap());
        bytes.extend(piece[2..].bytes());
    }
    bytes
}
