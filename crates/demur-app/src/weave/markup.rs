//! Pieces of HTML that are already safe to print, and texts in two languages.

use std::fmt;

use demur_lawbook::Texts;

/// HTML that needs no more escaping.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Html(pub(super) String);

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

/// The text with everything that HTML would take for markup written out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A text in English and Polish.
pub(super) fn texts(en: impl Into<String>, pl: impl Into<String>) -> Texts {
    Texts {
        en: en.into(),
        pl: pl.into(),
    }
}

/// Both languages side by side, in line. What is missing in one is left out.
pub(super) fn both(of: &Texts) -> Html {
    tagged("span", &texts(escape(&of.en), escape(&of.pl)))
}

/// Both languages, each as a paragraph.
pub(super) fn paragraphs(of: &Texts) -> Html {
    tagged("p", &texts(escape(&of.en), escape(&of.pl)))
}

/// Both languages of what is HTML already, each in an element of this name.
pub(super) fn tagged(tag: &str, of: &Texts) -> Html {
    let each = [("en", &of.en), ("pl", &of.pl)];
    let written = each
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(lang, text)| format!("<{tag} class=\"l\" lang=\"{lang}\">{text}</{tag}>"));
    Html(written.collect::<Vec<_>>().join(" "))
}

/// A label that the weave itself writes.
pub(super) fn label(en: &str, pl: &str) -> Html {
    both(&texts(en, pl))
}

/// A link inside the library.
pub(super) fn link(root: &str, target: &str, inner: &str) -> String {
    format!("<a href=\"{}\">{inner}</a>", escape(&href(root, target)))
}

/// The address of `target`, a path in the library, seen from a page at `root`.
pub(super) fn href(root: &str, target: &str) -> String {
    let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
    let mut out = root.to_owned();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    if !fragment.is_empty() {
        out.push('#');
        out.push_str(fragment);
    }
    out
}
