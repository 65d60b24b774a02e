//! What `demur law test` says.

use std::io::Write;
use std::path::PathBuf;

use demur_app::trial::{Books, Found, Tests};
use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::show::diagnostics;
use crate::show::page::Page;

/// What the tests and the checks found.
pub(super) struct Report<'b> {
    norms: usize,
    examples: usize,
    precedents: usize,
    failed_tests: usize,
    /// The code of each check that ran, and how much it found.
    checks: Vec<(&'static str, usize)>,
    found: Vec<Found<'b>>,
    pub(super) spelling: Spelling,
}

/// Whether words were looked up.
pub(super) enum Spelling {
    /// No check was wanted.
    Skipped,
    /// They were.
    Checked,
    /// None of these folders has a dictionary.
    NoDictionary(Vec<PathBuf>),
}

impl<'b> Report<'b> {
    /// The report of the tests, before any check.
    pub(super) fn new(books: &'b Books, tests: &Tests) -> Self {
        let libraries = [&books.law].into_iter().chain(&books.with_policy);
        let found = libraries
            .zip(tests.reports())
            .map(|(library, report)| Found {
                library,
                diagnostics: report.diagnostics.clone(),
            });
        Self {
            norms: books.whole().lawbook.norms.len(),
            examples: tests.sum(|report| report.examples),
            precedents: tests.sum(|report| report.precedents),
            failed_tests: tests.sum(|report| report.failed),
            checks: Vec::new(),
            found: found.collect(),
            spelling: Spelling::Skipped,
        }
    }

    /// Adds what the checks with these codes found.
    pub(super) fn checks(&mut self, codes: &[&'static str], found: Vec<Found<'b>>) {
        for code in codes {
            let all = found.iter().flat_map(|found| &found.diagnostics);
            let count = all.filter(|each| each.code.0 == *code).count();
            self.checks.push((code, count));
        }
        self.found.extend(found);
    }

    /// Tests and checks that failed.
    pub(super) fn failed(&self) -> usize {
        let checks = self.checks.iter().filter(|(_, found)| *found > 0);
        self.failed_tests + checks.count()
    }

    /// For people.
    pub(super) fn write(&self, context: &Context, out: &mut dyn Write) -> Result<(), Failure> {
        for found in &self.found {
            diagnostics::write(
                &found.diagnostics,
                &found.library.sources,
                context.look,
                out,
            )?;
        }
        let words = &context.words;
        let mut page = Page::new(context.look);
        match &self.spelling {
            Spelling::Skipped => page.paragraph(&words.say("law-checks-skipped")),
            Spelling::NoDictionary(folders) => page.paragraph(&no_dictionary(folders, context)),
            Spelling::Checked => {}
        }
        let sound = self.checks.iter().filter(|(_, found)| *found == 0).count();
        out.write_all(page.finish().as_bytes())?;
        // One line, so that it can be found and read by a script.
        let counts = words.fill(
            "law-tested",
            &[
                ("norms", self.norms.into()),
                ("examples", self.examples.into()),
                ("precedents", self.precedents.into()),
                ("checks", sound.into()),
                ("failed", self.failed().into()),
            ],
        );
        writeln!(out, "{counts}")?;
        Ok(())
    }

    /// For programs.
    pub(super) fn write_json(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let found: Vec<_> = self
            .found
            .iter()
            .flat_map(|found| diagnostics::documents(&found.diagnostics, &found.library.sources))
            .collect();
        let checks: Vec<_> = self
            .checks
            .iter()
            .map(|(code, found)| json!({ "code": code, "found": found }))
            .collect();
        let spelling = match self.spelling {
            Spelling::Skipped => "skipped",
            Spelling::Checked => "checked",
            Spelling::NoDictionary(_) => "no dictionary",
        };
        let document = json!({
            "norms": self.norms, "examples": self.examples, "precedents": self.precedents,
            "checks": checks, "spelling": spelling, "failed": self.failed(), "diagnostics": found,
        });
        writeln!(out, "{}", serde_json::to_string_pretty(&document)?)?;
        Ok(())
    }
}

/// That spelling was not checked, and how it can be.
pub(super) fn no_dictionary(folders: &[PathBuf], context: &Context) -> String {
    let folders: Vec<String> = folders
        .iter()
        .map(|folder| folder.display().to_string())
        .collect();
    let folders = context.words.any_of(&folders);
    context
        .words
        .fill("law-no-dictionary", &[("folders", folders.into())])
}
