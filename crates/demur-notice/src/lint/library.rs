//! All rules together.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::draft::Draft;
use super::rule::Check;
use super::{
    Context, Finding, Level, Place, Report, Rule, RuleError, Suppression, WordList, check,
};
use crate::{Lang, Text};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../notices/lint");
static BUILT_IN: LazyLock<Lint> = LazyLock::new(built_in);

/// Sentences on which the lists are tried out: clean ones, and those of bad notices.
pub(crate) const TRAPS: &str = "traps";
pub(crate) const CAUGHT: &str = "caught";

/// Rules with their word lists.
#[derive(Debug, Default)]
pub struct Lint {
    rules: Vec<Rule>,
    lists: BTreeMap<(String, &'static str), WordList>,
}

impl Lint {
    /// The rules that come with Demur.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// These rules, with the word lists that come with Demur.
    ///
    /// # Errors
    ///
    /// If a rule names a word list that does not exist.
    pub fn new(rules: Vec<Rule>) -> Result<Self, RuleError> {
        let lint = Self {
            rules,
            lists: lists(),
        };
        let missing = lint.rules.iter().find_map(|rule| {
            let mut names = rule.lists.iter();
            let unknown = names.find(|name| !lint.lists.keys().any(|(known, _)| known == *name))?;
            Some((rule, unknown))
        });
        match missing {
            None => Ok(lint),
            Some((rule, name)) => Err(RuleError::Name {
                rule: rule.id().to_owned(),
                name: name.clone(),
            }),
        }
    }

    /// All rules, by their id.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule with this id, whatever its case.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        let mut rules = self.rules.iter();
        rules.find(|rule| rule.id().eq_ignore_ascii_case(id))
    }

    pub(crate) fn list(&self, name: &str, lang: Lang) -> Option<&WordList> {
        self.lists.get(&(name.to_owned(), lang.code()))
    }

    /// Checks a text.
    #[must_use]
    pub fn check(&self, text: &Text, context: &Context) -> Report {
        let draft = Draft::new(text, context);
        let found = self
            .rules
            .iter()
            .flat_map(|rule| check::run(self, rule, &draft));
        let mut report = Report {
            readability: draft.readability(),
            ..Report::default()
        };
        for mut finding in found {
            finding.allowed = self.reason_to_allow(&finding, context);
            let stays =
                self.rule(&finding.rule).is_some_and(Rule::is_law) && finding.level == Level::Error;
            if finding.allowed.is_some() && !stays {
                report.allowed.push(finding);
            } else {
                report.findings.push(finding);
            }
        }
        let misused = context
            .suppressions
            .iter()
            .filter_map(|each| self.misuse(each, text));
        report.findings.extend(misused);
        let by_place = |finding: &Finding| (finding.place.range.start, finding.place.range.end);
        report.findings.sort_by_key(by_place);
        report.allowed.sort_by_key(by_place);
        report
    }

    /// Checks a file, in which comments may allow findings: see [`Suppression::in_text`].
    #[must_use]
    pub fn check_file(&self, content: &str, context: &Context) -> Report {
        let (suppressions, text) = Suppression::in_text(content);
        let mut context = context.clone();
        context.suppressions.extend(suppressions);
        self.check(&Text::plain(text), &context)
    }

    fn reason_to_allow(&self, finding: &Finding, context: &Context) -> Option<String> {
        let rule = self.rule(&finding.rule)?;
        let mut suppressions = context.suppressions.iter();
        let suppression = suppressions.find(|each| {
            each.rule.eq_ignore_ascii_case(&finding.rule) && !each.reason.trim().is_empty()
        })?;
        (!rule.is_binding()).then(|| suppression.reason.trim().to_owned())
    }

    /// A suppression that allows nothing: no reason, no such rule, or a rule that binds.
    fn misuse(&self, suppression: &Suppression, text: &Text) -> Option<Finding> {
        let allows = self
            .rule(&suppression.rule)
            .is_some_and(|rule| !rule.is_binding());
        if allows && !suppression.reason.trim().is_empty() {
            return None;
        }
        let mut rules = self.rules.iter();
        let rule = rules.find(|rule| rule.check == Check::Suppressions)?;
        let range = suppression.place.clone().unwrap_or(0..0);
        let place = Place::new(text.content(), range);
        let mut finding = check::finding(rule, rule.level(), place);
        finding.message = finding.message.fill(&[("hit", suppression.rule.clone())]);
        Some(finding)
    }
}

/// A rule that cannot be read is left out; a test reads each of them.
fn built_in() -> Lint {
    let texts = files().filter(|file| has_ending(file, "toml"));
    let mut rules: Vec<Rule> = texts
        .filter_map(|file| Rule::read(file.contents_utf8()?).ok())
        .collect();
    rules.sort_by(|a, b| a.order().cmp(&b.order()));
    Lint {
        rules,
        lists: lists(),
    }
}

/// The files of rules.
pub(crate) fn files() -> impl Iterator<Item = &'static include_dir::File<'static>> {
    FILES.files()
}

/// A file of the folder of rules.
#[cfg(test)]
pub(crate) fn file(path: &str) -> Option<&'static str> {
    FILES.get_file(path)?.contents_utf8()
}

pub(crate) fn has_ending(file: &include_dir::File<'_>, ending: &str) -> bool {
    file.path().extension().is_some_and(|found| found == ending)
}

/// `words/groups.pl.txt` is the list `groups` for Polish.
fn lists() -> BTreeMap<(String, &'static str), WordList> {
    let folder = FILES.get_dir("words");
    let files = folder.into_iter().flat_map(Dir::files);
    let lists = files.filter_map(|file| {
        let name = file.path().file_name()?.to_str()?;
        let mut pieces = name.split('.');
        let (list, code) = (pieces.next()?, pieces.next()?);
        let lang: Lang = code.parse().ok()?;
        let is_list = pieces.collect::<Vec<_>>() == ["txt"] && ![TRAPS, CAUGHT].contains(&list);
        is_list.then_some(())?;
        let ordinary = FILES.get_file(format!("words/{list}.{code}.not.txt"));
        let ordinary = ordinary
            .and_then(|file| file.contents_utf8())
            .unwrap_or_default();
        let words = WordList::parse(file.contents_utf8()?, ordinary);
        Some(((list.to_owned(), lang.code()), words))
    });
    lists.collect()
}
