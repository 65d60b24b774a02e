//! Texts of packs to a lawbook.

use demur_syntax::{Diagnostic, Sources};

use crate::hash;
use crate::lawbook::Lawbook;
use crate::resolve::{self, Builder, Origin};

/// One Markdown file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Its path with `/` between the parts; the part below the folder of `pack.md`
    /// is the id of the provision.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// What became of a set of packs.
#[derive(Debug)]
pub struct Compiled {
    /// The texts, for showing diagnostics.
    pub sources: Sources,
    /// The lawbook; absent when there is an error.
    pub lawbook: Option<Lawbook>,
    /// What was found, in the order of files and places.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks and compiles packs. The order of `files` does not matter.
#[must_use]
pub fn compile(files: Vec<PackFile>) -> Compiled {
    compile_with_policy(files, Vec::new())
}

/// Checks and compiles packs together with the packs of a firm's own policy, which
/// may stand on the layer of the house only.
#[must_use]
pub fn compile_with_policy(files: Vec<PackFile>, policy: Vec<PackFile>) -> Compiled {
    let mut files: Vec<(PackFile, Origin)> = files
        .into_iter()
        .map(|file| (file, Origin::Library))
        .chain(policy.into_iter().map(|file| (file, Origin::Policy)))
        .collect();
    files.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
    let mut sources = Sources::default();
    let mut diagnostics = Vec::new();
    let mut documents = Vec::new();
    for (PackFile { path, text }, origin) in files {
        let file = sources.add(path.clone(), text.clone());
        let (document, found) = demur_syntax::parse_document(file, &text);
        diagnostics.extend(found);
        documents.push((path, document, origin));
    }
    let units = resolve::units(documents, &mut diagnostics);
    let mut builder = Builder::new(&units, &mut diagnostics);
    builder.build();
    let mut lawbook = builder.finish();
    lawbook.hash = hash::hash(&units, &lawbook);
    diagnostics.sort_by_key(|diagnostic| {
        diagnostic
            .place
            .as_ref()
            .map(|place| (place.file, place.span))
    });
    let failed = diagnostics.iter().any(Diagnostic::is_error);
    Compiled {
        sources,
        lawbook: (!failed).then_some(lawbook),
        diagnostics,
    }
}
