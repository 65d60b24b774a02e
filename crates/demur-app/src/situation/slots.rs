//! What a notice is filled in with: `notice:` in a situation, or a file of its own.

use demur_notice::{Slot, Values};
use demur_syntax::{Diagnostic, Sources};

use super::report::Report;
use super::tree::{Entry, Node, Tree};
use super::wording::quoted;
use super::{text, tree};

/// Reads a file of values for notices, such as the firm's name and address.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of the text.
pub fn read_values(
    sources: &mut Sources,
    path: &str,
    bytes: &[u8],
) -> Result<Values, Vec<Diagnostic>> {
    let text = text::decode(sources, path, bytes).map_err(|diagnostic| vec![*diagnostic])?;
    let file = sources.add(path, text);
    let mut report = Report::new(file);
    let mut values = Values::default();
    if let Some(root) = tree::parse(text, &mut report) {
        slots(&root, &mut values, &mut report);
    }
    match report.finish() {
        found if found.is_empty() => Ok(values),
        found => Err(found),
    }
}

/// Fills in what a mapping gives; what is wrong with it is reported.
pub(super) fn slots(node: &Node, values: &mut Values, report: &mut Report) {
    if node.is_null() {
        return;
    }
    let Tree::Map(entries) = &node.value else {
        let message = format!("what a notice says cannot be {}", node.shown());
        let diagnostic = report
            .error(
                "S013",
                message,
                node.span,
                "expected names with their words",
            )
            .help("write each on a line of its own, such as `request: pedicure on Friday`");
        return report.add(diagnostic);
    };
    for entry in entries {
        slot(entry, values, report);
    }
}

fn slot(entry: &Entry, values: &mut Values, report: &mut Report) {
    let node = &entry.value;
    if node.is_null() {
        return;
    }
    let Some(text) = node.text() else {
        let message = format!("{} cannot be {}", quoted(&entry.key), node.shown());
        let diagnostic = report
            .error("S013", message, node.span, "expected words")
            .help("a notice takes one piece of text for each place");
        return report.add(diagnostic);
    };
    if let Err(unknown) = values.set(&entry.key, &text.text) {
        let message = format!("a notice has no place called {}", quoted(&entry.key));
        let names: Vec<&str> = Slot::all().iter().map(|slot| slot.name).collect();
        let diagnostic = report
            .error("S013", message, entry.key_span, "not a place of a notice")
            .did_you_mean(unknown.near)
            .help(format!("places: {}", names.join(", ")));
        report.add(diagnostic);
    }
}
