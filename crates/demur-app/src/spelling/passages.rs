//! The texts of a file that people read, and in which language they stand.

use demur_syntax::tree::{
    Domain, Effect, FactClause, Item, ItemKind, Lang, NormClause, TestClause, Text, Texts,
    TogetherClause,
};
use demur_syntax::{Document, FileId, Source, Span};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// In which language a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    /// In this one.
    Of(Lang),
    /// In that of the file's prose.
    Prose,
}

/// A text in a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage {
    pub(super) tongue: Tongue,
    pub(super) span: Span,
}

/// All texts of a file.
pub(super) fn passages(file: FileId, source: &Source) -> Vec<Passage> {
    let (document, _) = demur_syntax::parse_document(file, &source.text);
    let mut found = Vec::new();
    front_matter(&document, &mut found);
    prose(&source.text, &mut found);
    for item in document.items() {
        of_item(item, &mut found);
    }
    found
}

fn front_matter(document: &Document, found: &mut Vec<Passage>) {
    for (key, lang) in [("title-en", Lang::En), ("title-pl", Lang::Pl)] {
        let tongue = Tongue::Of(lang);
        found.extend(document.entry(key).map(|entry| Passage {
            tongue,
            span: entry.value.span,
        }));
    }
}

/// The text of the Markdown, without code.
fn prose(text: &str, found: &mut Vec<Passage>) {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_TABLES;
    let mut skipping = false;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::MetadataBlock(_) | Tag::CodeBlock(_)) => skipping = true,
            Event::End(TagEnd::MetadataBlock(_) | TagEnd::CodeBlock) => skipping = false,
            Event::Text(_) if !skipping => found.push(Passage {
                tongue: Tongue::Prose,
                span: range.into(),
            }),
            _ => {}
        }
    }
}

fn of_item(item: &Item, found: &mut Vec<Passage>) {
    match &item.kind {
        ItemKind::Fact(fact) => {
            if let Domain::OneOf(values, _) | Domain::SomeOf(values, _) = &fact.domain {
                values.iter().for_each(|value| both(&value.texts, found));
            }
            for clause in &fact.clauses {
                if let FactClause::Ask(texts) | FactClause::Help(texts) = &clause.kind {
                    both(texts, found);
                }
            }
        }
        ItemKind::Together(together) => {
            together
                .facts
                .iter()
                .for_each(|fact| both(&fact.texts, found));
            for clause in &together.clauses {
                let (TogetherClause::Ask(texts) | TogetherClause::Help(texts)) = &clause.kind;
                both(texts, found);
            }
        }
        ItemKind::Ground(ground) => both(&ground.texts, found),
        ItemKind::Step(step) => both(&step.texts, found),
        ItemKind::Duty(duty) => both(&duty.texts, found),
        ItemKind::Measure(measure) => both(&measure.texts, found),
        ItemKind::Assume(assume) => both(&assume.because, found),
        ItemKind::Profile(profile) => both(&profile.texts, found),
        ItemKind::Norm(norm) => norm
            .clauses
            .iter()
            .for_each(|clause| of_norm(&clause.kind, found)),
        ItemKind::Test(test) => {
            found.push(of_prose(&test.title));
            for clause in &test.clauses {
                if let TestClause::Known(known) = &clause.kind {
                    found.push(of_prose(known));
                }
            }
        }
        ItemKind::Property(property) => found.push(of_prose(&property.title)),
        ItemKind::Group(_) | ItemKind::Define(_) | ItemKind::Param(_) => {}
    }
}

fn of_norm(clause: &NormClause, found: &mut Vec<Passage>) {
    match clause {
        NormClause::Title(texts)
        | NormClause::Note(texts)
        | NormClause::Effect(Effect::Caution(texts) | Effect::Consequence { texts, .. }) => {
            both(texts, found);
        }
        _ => {}
    }
}

fn both(texts: &Texts, found: &mut Vec<Passage>) {
    found.extend(texts.0.iter().map(|(lang, text)| Passage {
        tongue: Tongue::Of(*lang),
        span: text.span,
    }));
}

fn of_prose(text: &Text) -> Passage {
    Passage {
        tongue: Tongue::Prose,
        span: text.span,
    }
}
