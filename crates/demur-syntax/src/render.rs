//! Diagnostics for people to read.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::source::{FileId, Source, Sources, Span};

/// How a diagnostic is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Source lines with coloured marks.
    Coloured,
    /// Source lines with marks, no colour.
    Monochrome,
    /// Sentences only, one fact per line: for screen readers and logs.
    Lines,
}

/// Draws one diagnostic; the result has no trailing line break.
#[must_use]
pub fn render(diagnostic: &Diagnostic, sources: &Sources, style: Style) -> String {
    match style {
        Style::Lines => lines(diagnostic, sources),
        Style::Coloured => snippet(
            diagnostic,
            sources,
            &Renderer::styled().decor_style(DecorStyle::Unicode),
        ),
        Style::Monochrome => snippet(
            diagnostic,
            sources,
            &Renderer::plain().decor_style(DecorStyle::Unicode),
        ),
    }
}

fn lines(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let mut out = format!(
        "{} {}: {}",
        severity(diagnostic),
        diagnostic.code.0,
        diagnostic.message
    );
    let places = diagnostic.place.iter().map(|place| ("at", place));
    for (word, place) in places.chain(diagnostic.related.iter().map(|place| ("see", place))) {
        if let Some(source) = sources.source(place.file) {
            let position = source.line_column(place.span.start);
            out += &format!(
                "\n  {word} {}:{}:{}",
                source.path, position.line, position.column
            );
            if !place.label.is_empty() {
                out += &format!(": {}", place.label);
            }
        }
    }
    for help in &diagnostic.help {
        out += &format!("\n  help: {help}");
    }
    out
}

fn severity(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn snippet(diagnostic: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = one_line(&diagnostic.message);
    let mut group = Group::with_title(level.primary_title(message.as_str()).id(diagnostic.code.0));
    for (source, places) in by_file(diagnostic, sources) {
        let annotations = places.into_iter().map(|(kind, place)| {
            kind.span(drawable(source, place.span))
                .label(one_line(&place.label))
        });
        group = group.element(
            Snippet::source(source.text.as_str())
                .path(source.path.as_str())
                .annotations(annotations),
        );
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(one_line(help)));
    }
    renderer.render(&[group])
}

/// The places grouped by file, the file of the primary place first.
fn by_file<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
) -> Vec<(&'a Source, Vec<(AnnotationKind, &'a Place)>)> {
    let primary = diagnostic
        .place
        .iter()
        .map(|place| (AnnotationKind::Primary, place));
    let all = primary.chain(
        diagnostic
            .related
            .iter()
            .map(|place| (AnnotationKind::Context, place)),
    );
    let mut files: Vec<(FileId, Vec<(AnnotationKind, &Place)>)> = Vec::new();
    for (kind, place) in all {
        match files.iter_mut().find(|(file, _)| *file == place.file) {
            Some((_, places)) => places.push((kind, place)),
            None => files.push((place.file, vec![(kind, place)])),
        }
    }
    files
        .into_iter()
        .filter_map(|(file, places)| Some((sources.source(file)?, places)))
        .collect()
}

fn drawable(source: &Source, span: Span) -> std::ops::Range<usize> {
    let span = source.clamp(span);
    span.start..span.end
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
