//! Bytes to text.

use demur_syntax::{Diagnostic, Sources, Span};

use super::MAX_BYTES;
use super::wording::quoted;

/// The text, when it is one and not too large. Boxed, because errors are rare
/// and a diagnostic is large.
pub(super) fn decode<'a>(
    sources: &mut Sources,
    path: &str,
    bytes: &'a [u8],
) -> Result<&'a str, Box<Diagnostic>> {
    if bytes.len() > MAX_BYTES {
        return Err(Box::new(too_large(path)));
    }
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            return Err(Box::new(not_utf8(
                sources,
                path,
                bytes,
                error.valid_up_to(),
            )));
        }
    };
    // INVARIANT: the YAML parser takes this character for the end of the text and
    // would leave out, without a word, whatever follows it.
    match text.find('\0') {
        None => Ok(text),
        Some(at) => Err(Box::new(zero(sources, path, text, at))),
    }
}

pub(super) fn too_large(path: &str) -> Diagnostic {
    let message = format!("{} is larger than {} MiB", quoted(path), MAX_BYTES >> 20);
    Diagnostic::error("S002", message)
        .help("a situation has a few lines; give many situations as JSON lines, one on each line")
}

fn not_utf8(sources: &mut Sources, path: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let help = if wide {
        "it looks like UTF-16; save it as UTF-8"
    } else {
        "save it as UTF-8, the encoding that editors call Unicode or UTF-8"
    };
    let file = sources.add(path, String::from_utf8_lossy(bytes));
    let message = format!(
        "{} cannot be read as text: byte {at} is not UTF-8",
        quoted(path)
    );
    // The replacement character takes three bytes.
    Diagnostic::error("S001", message)
        .at(file, Span::new(at, at + 3), "not UTF-8 from here")
        .help(help)
}

fn zero(sources: &mut Sources, path: &str, text: &str, at: usize) -> Diagnostic {
    let file = sources.add(path, text);
    let message = format!("{} cannot be read as text: byte {at} is zero", quoted(path));
    Diagnostic::error("S001", message)
        .at(file, Span::new(at, at + 1), "no text holds this character")
        .help("the file is damaged or not a text; write it again as UTF-8")
}
