//! What the lint found in texts, for people.

use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Drawn, Renderer, Snippet};
use demur_app::lint::{Checked, count};
use demur_app::notices::Lang;
use demur_app::notices::lint::{Finding, Level, Rewrite, Rule};

use crate::context::{Context, Look};
use crate::show::page::Page;
use demur_words::Words;

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
    let mut page = Page::new(context.look);
    for file in files {
        summary(file, &context.words, &mut page);
    }
    let gaps = [
        ("errors", count(files, Level::Error).into()),
        ("warnings", count(files, Level::Warn).into()),
        ("infos", count(files, Level::Info).into()),
    ];
    page.paragraph(&context.words.fill("lint-found", &gaps));
    out.write_all(page.finish().as_bytes())
}

fn summary(file: &Checked, words: &Words, page: &mut Page) {
    if let Some(measured) = file.report.readability {
        let gaps = [
            ("path", file.path.as_str().into()),
            ("formula", measured.formula.name().into()),
            ("value", format!("{:.1}", measured.value).into()),
            ("limit", format!("{:.0}", measured.formula.limit()).into()),
        ];
        page.paragraph(&words.fill("lint-reads", &gaps));
    }
}

/// A finding about to be shown.
struct View<'a> {
    found: &'a Finding,
    file: &'a Checked,
    lang: Lang,
    words: &'a Words,
}

impl View<'_> {
    fn level(&self) -> String {
        self.words.say(match self.found.level {
            Level::Error => "lint-error",
            Level::Warn => "lint-warning",
            Level::Info => "lint-info",
        })
    }

    /// What to write instead, why it matters, and why it is allowed.
    fn remarks(&self) -> Vec<(String, String)> {
        let words = self.words;
        let mut remarks = Vec::new();
        match &self.found.suggestion {
            Some(Rewrite::Replace(put)) => {
                let gaps = [("words", put.as_str().into())];
                remarks.push((words.say("lint-help"), words.fill("lint-replace", &gaps)));
            }
            Some(Rewrite::Advise(advice)) => {
                remarks.push((words.say("lint-help"), advice.say(self.lang).to_owned()));
            }
            None => {}
        }
        remarks.push((
            words.say("lint-why"),
            self.found.why.say(self.lang).to_owned(),
        ));
        if let Some(reason) = &self.found.allowed {
            remarks.push((words.say("lint-allowed"), reason.clone()));
        }
        remarks
    }

    /// One statement a line.
    fn lines(&self) -> String {
        let Finding { rule, place, .. } = self.found;
        let message = self.found.message.say(self.lang);
        let mut lines = format!("{} {rule}: {message}", self.level());
        let path = &self.file.path;
        lines += &if place.is_whole() {
            format!("\n  {path}")
        } else {
            format!("\n  {path}:{}:{}", place.line, place.column)
        };
        for (name, words) in self.remarks() {
            lines += &format!("\n  {name}: {words}");
        }
        lines
    }

    /// The words with a line below them.
    fn drawn(&self, look: Look) -> String {
        let name = self.level();
        let level = match self.found.level {
            Level::Error => Drawn::ERROR,
            Level::Warn => Drawn::WARNING,
            Level::Info => Drawn::INFO,
        };
        let level = level.with_name(name.as_str());
        let message = self.found.message.say(self.lang);
        let title = level.primary_title(message).id(self.found.rule.as_str());
        let label = self.label();
        let range = self.found.place.range.clone();
        let remarks = self.remarks();
        let mut group = Group::with_title(title);
        if self.found.place.is_whole() {
            group = group.element(annotate_snippets::Origin::path(self.file.path.as_str()));
        } else {
            let annotation = AnnotationKind::Primary.span(range).label(label.as_str());
            let snippet = Snippet::source(self.file.text.as_str()).path(self.file.path.as_str());
            group = group.element(snippet.annotation(annotation));
        }
        for (name, words) in &remarks {
            group = group.element(Drawn::NOTE.with_name(name.as_str()).message(words.as_str()));
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

    fn label(&self) -> String {
        let slot = self.found.slot.as_deref();
        slot.map_or_else(String::new, |slot| {
            self.words.fill("lint-slot", &[("slot", slot.into())])
        })
    }
}

/// A rule with its reason and its examples.
pub(crate) fn rule(rule: &Rule, lang: Lang, context: &Context) -> String {
    let words = &context.words;
    let mut page = Page::new(context.look);
    page.paragraph(&format!("{}: {}", rule.id(), rule.title().say(lang)));
    let level = words.say(match rule.level() {
        Level::Error => "lint-error",
        Level::Warn => "lint-warning",
        Level::Info => "lint-info",
    });
    for (key, value) in [
        ("lint-rule-level", level.as_str()),
        ("lint-rule-scope", &rule.scope()),
        ("lint-rule-why", rule.why().say(lang)),
        ("lint-rule-source", rule.source()),
        ("lint-rule-hint", rule.hint().say(lang)),
    ] {
        page.detail(&words.fill(key, &[("value", value.into())]));
    }
    if rule.is_binding() {
        page.detail(&words.say("lint-rule-binding"));
    }
    for lang in Lang::ALL {
        for (key, example) in [
            ("lint-rule-bad", rule.bad(lang)),
            ("lint-rule-good", rule.good(lang)),
        ] {
            if let Some(example) = example {
                let text = example.text.replace('\n', " ⏎ ");
                let gaps = [("lang", lang.code().into()), ("text", text.into())];
                page.detail(&words.fill(key, &gaps));
            }
        }
    }
    page.finish()
}
