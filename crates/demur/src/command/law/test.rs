//! `demur law test`: do the examples hold, and is the library sound?

mod report;

use std::io::Write;
use std::path::PathBuf;

use demur_app::lawbook::Test;
use demur_app::library::Library;
use demur_app::spelling::{Accepted, Dictionaries};
use demur_app::trial::{Books, CHECKS, Found, SPELLING, Tests};

use super::known_pack;
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use report::{Report, Spelling};

/// Run all examples and precedents, and check the whole library
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Only the tests of this pack, without the checks; may be given several times
    #[arg(long, value_name = "PACK")]
    pack: Vec<String>,
    /// Hunspell dictionaries `en_GB` and `pl_PL` [default: DICPATH, else /usr/share/hunspell]
    #[arg(long, value_name = "DIR")]
    spelling: Option<PathBuf>,
    /// Only the tests with this in their title, docket, file or the id of their provision,
    /// without the checks
    #[arg(value_name = "FILTER")]
    filter: Option<String>,
}

const AFTER_HELP: &str = "\
After the tests come the checks of the whole library: norms that apply in no
example, clashes, gaps, facts without use, misspelt words. The tests of law packs
run without the policy of `--policy`, the policy's own tests with it.

Example: demur law test pl.kw.135";

/// Runs them.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let books = Books::load(context.law.as_deref(), context.policy.as_deref())?;
    for pack in &args.pack {
        known_pack(&books.whole().lawbook, Some(pack), context)?;
    }
    let tests = books.run(|library, test| args.wants(library, test));
    args.some_ran(&tests, context)?;
    let mut report = Report::new(&books, &tests);
    if args.wants_all() {
        report.checks(&CHECKS, books.check(&tests));
        report.spelling = args.spell(&books, context, &mut report)?;
    }
    if context.wants_json() {
        report.write_json(out)?;
    } else {
        report.write(context, out)?;
    }
    Ok(if report.failed() == 0 {
        Outcome::Done
    } else {
        Outcome::Found
    })
}

impl Args {
    /// Whether the whole library is meant.
    fn wants_all(&self) -> bool {
        self.pack.is_empty() && self.filter.is_none()
    }

    fn wants(&self, library: &Library, test: &Test) -> bool {
        let of = &library.lawbook.packs[test.pack].id;
        (self.pack.is_empty() || self.pack.contains(of))
            && self
                .filter
                .as_ref()
                .is_none_or(|filter| fits(test, path(library, test), filter))
    }

    /// A filter that fits nothing is probably mistyped.
    fn some_ran(&self, tests: &Tests, context: &Context) -> Result<(), Failure> {
        let ran = tests.sum(|report| report.examples + report.precedents + report.failed);
        match &self.filter {
            Some(filter) if ran == 0 => Err(Failure::Said(
                context
                    .words
                    .fill("law-no-tests", &[("filter", filter.as_str().into())]),
            )),
            _ => Ok(()),
        }
    }

    fn spell<'b>(
        &self,
        books: &'b Books,
        context: &Context,
        report: &mut Report<'b>,
    ) -> Result<Spelling, Failure> {
        let folders = match &self.spelling {
            Some(folder) => std::slice::from_ref(folder),
            None => context.dictionaries.as_slice(),
        };
        let Some(dictionaries) = first(folders)? else {
            return match &self.spelling {
                // Whoever names a folder relies on it.
                Some(_) => Err(Failure::Said(report::no_dictionary(folders, context))),
                None => Ok(Spelling::NoDictionary(folders.to_vec())),
            };
        };
        let accepted = Accepted::load(context.law.as_deref(), context.policy.as_deref())?;
        let found: Vec<Found<'_>> = vec![books.spell(&dictionaries, &accepted)];
        report.checks(&[SPELLING], found);
        Ok(Spelling::Checked)
    }
}

/// The dictionaries of the first folder that has them.
fn first(folders: &[PathBuf]) -> Result<Option<Dictionaries>, Failure> {
    for folder in folders {
        if let Some(dictionaries) = Dictionaries::load(folder)? {
            return Ok(Some(dictionaries));
        }
    }
    Ok(None)
}

fn path<'l>(library: &'l Library, test: &Test) -> &'l str {
    library
        .sources
        .source(test.declared.0)
        .map_or("", |source| source.path.as_str())
}

/// Whether a test is meant. The id of a provision is the path of its file, with dots.
fn fits(test: &Test, path: &str, filter: &str) -> bool {
    let docket = test.docket.as_deref().unwrap_or_default();
    let case = test.case.as_deref().unwrap_or_default();
    let id = path.strip_suffix(".md").unwrap_or(path).replace('/', ".");
    [test.title.as_str(), docket, case, path, &id]
        .into_iter()
        .any(|text| text.contains(filter))
}
