//! What the lint found in texts, for people.

use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Drawn, Renderer, Snippet};
use demur_app::lint::Checked;
use demur_app::notices::Lang;
use demur_app::notices::lint::{Finding, Level};

use crate::context::{Context, Look};
use crate::show::page;
use demur_words::Words;
use demur_words::lint::{self, Remark};

/// Writes every finding with its place, then how each text reads, then the count.
pub(crate) fn write(
    files: &[Checked],
    lang: Lang,
    context: &Context,
    out: &mut dyn Write,
) -> io::Result<()> {
    for file in files {
        let findings = file.report.findings.iter();
        for found in findings.chain(&file.report.allowed) {
            let view = View {
                found,
                file,
                lang,
                words: &context.words,
            };
            if context.look.plain {
                writeln!(out, "{}", view.lines())?;
            } else {
                writeln!(out, "{}\n", view.drawn(context.look))?;
            }
        }
    }
    let page = page::drawn(&lint::summary(&context.words, files), context.look);
    out.write_all(page.as_bytes())
}

/// A finding about to be shown.
struct View<'a> {
    found: &'a Finding,
    file: &'a Checked,
    lang: Lang,
    words: &'a Words,
}

impl View<'_> {
    /// One statement a line.
    fn lines(&self) -> String {
        let Finding { rule, place, .. } = self.found;
        let message = self.found.message.say(self.lang);
        let level = lint::level(self.words, self.found.level);
        let mut lines = format!("{level} {rule}: {message}");
        let path = &self.file.path;
        lines += &if place.is_whole() {
            format!("\n  {path}")
        } else {
            format!("\n  {path}:{}:{}", place.line, place.column)
        };
        for Remark { name, text } in lint::remarks(self.words, self.found, self.lang) {
            lines += &format!("\n  {name}: {text}");
        }
        lines
    }

    /// The words with a line below them.
    fn drawn(&self, look: Look) -> String {
        let name = lint::level(self.words, self.found.level);
        let level = match self.found.level {
            Level::Error => Drawn::ERROR,
            Level::Warn => Drawn::WARNING,
            Level::Info => Drawn::INFO,
        };
        let level = level.with_name(name.as_str());
        let message = self.found.message.say(self.lang);
        let title = level.primary_title(message).id(self.found.rule.as_str());
        let label = lint::slot(self.words, self.found).unwrap_or_default();
        let range = self.found.place.range.clone();
        let remarks = lint::remarks(self.words, self.found, self.lang);
        let mut group = Group::with_title(title);
        if self.found.place.is_whole() {
            group = group.element(annotate_snippets::Origin::path(self.file.path.as_str()));
        } else {
            let annotation = AnnotationKind::Primary.span(range).label(label.as_str());
            let snippet = Snippet::source(self.file.text.as_str()).path(self.file.path.as_str());
            group = group.element(snippet.annotation(annotation));
        }
        for Remark { name, text } in &remarks {
            group = group.element(Drawn::NOTE.with_name(name.as_str()).message(text.as_str()));
        }
        let renderer = if look.colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        renderer
            .decor_style(DecorStyle::Unicode)
            .term_width(look.width)
            .render(&[group])
    }
}
