//! Diagnostics for people, or as JSON.

use std::io::{self, Write};

use demur_app::diagnostic_json::{DiagnosticDocument, document};
use demur_app::syntax::render::{Style, render};
use demur_app::syntax::{Diagnostic, Sources};

use crate::context::Look;

/// Writes each diagnostic, with an empty line after it where it is drawn.
pub(crate) fn write(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let style = match look {
        Look { plain: true, .. } => Style::Lines,
        Look { colour: true, .. } => Style::Coloured,
        Look { .. } => Style::Monochrome,
    };
    for diagnostic in diagnostics {
        writeln!(out, "{}", render(diagnostic, sources, style))?;
        if !look.plain {
            writeln!(out)?;
        }
    }
    Ok(())
}

/// The JSON shape of each.
pub(crate) fn documents<'a>(
    diagnostics: &'a [Diagnostic],
    sources: &'a Sources,
) -> Vec<DiagnosticDocument<'a>> {
    diagnostics
        .iter()
        .map(|diagnostic| document(diagnostic, sources))
        .collect()
}
