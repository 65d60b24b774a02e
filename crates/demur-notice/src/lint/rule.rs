//! A rule, as it stands in its file under `notices/lint`.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use serde::Deserialize;

use super::applies::{Applies, Instead};
use super::folded::word_pattern;
use super::patterns::{BadPattern, Patterns, exact};
use super::{Context, Level, Wording};
use crate::{Channel, Lang, Part, Scenario};

/// A rule, as it stands in its file under `notices/lint`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    id: String,
    name: String,
    level: Level,
    pub(crate) check: Check,
    source: String,
    /// To any of these; to all notices if there are none.
    #[serde(default)]
    applies: Vec<Applies>,
    #[serde(default)]
    instead: Vec<Instead>,
    /// Nobody may allow what it finds.
    #[serde(default)]
    binding: bool,
    /// Values that are quoted rather than said are not looked at.
    #[serde(default)]
    pub(crate) mask: bool,
    /// What it finds in the values of these slots is none.
    #[serde(default)]
    spared_slots: Vec<String>,
    /// The words of its lists are sought in disguise too.
    #[serde(default)]
    disguises: bool,
    /// The plan may say that there is nothing to write.
    #[serde(default)]
    pub(crate) settled_by: Option<SettledBy>,
    /// These slots prove what a requiring rule wants, if they are filled.
    #[serde(default)]
    pub(crate) proof: Vec<String>,
    /// So do these parts.
    #[serde(default)]
    parts: Vec<String>,
    /// Word lists under `notices/lint/words`.
    #[serde(default)]
    pub(crate) lists: Vec<String>,
    /// Capitals matter.
    #[serde(default)]
    exact: bool,
    /// Numbers of measuring rules.
    #[serde(default)]
    limits: BTreeMap<String, f64>,
    #[serde(default)]
    pub(crate) exempt: Vec<Exempt>,
    #[serde(default)]
    example: ExampleContext,
    #[serde(default)]
    any: Words,
    en: Words,
    pl: Words,
    #[serde(default)]
    de: Words,
    #[serde(skip)]
    ready: [OnceLock<Ready>; 3],
}

/// How a rule looks at a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Check {
    Forbid,
    Require,
    RequireAll,
    DecisionEarly,
    ReviewDeadlines,
    ExclusionScope,
    Length,
    SentenceLength,
    Readability,
    PassiveShare,
    Reasons,
    OneAddress,
    SmsParts,
    Paragraphs,
    Identifiers,
    Contacts,
    Suppressions,
}

/// What in the plan of a notice settles a rule that requires something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SettledBy {
    NoAlternative,
    NoProvider,
}

/// Hits that are no fault in some scenarios.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exempt {
    /// In these scenarios, in all if there are none.
    #[serde(default)]
    pub(crate) scenarios: Vec<String>,
    /// What the whole hit must be, for each language.
    #[serde(default)]
    pl: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    de: Vec<String>,
}

/// In which channel and scenario the examples of a rule stand.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleContext {
    channel: Option<String>,
    scenario: Option<String>,
    /// Reasons that the case has, for the bad example.
    reasons: Option<usize>,
}

/// What a rule says and looks for in one language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Words {
    title: String,
    message: String,
    why: String,
    hint: String,
    /// Words, or stems with `*` for any ending.
    words: Vec<String>,
    /// Regular expressions, for what words cannot say.
    find: Vec<String>,
    guard: Vec<String>,
    rewrite: Vec<(String, String)>,
    bad: Option<String>,
    good: Option<String>,
}

impl Words {
    fn patterns(&self) -> Vec<String> {
        let words = self.words.iter().map(|words| word_pattern(words));
        words.chain(self.find.iter().cloned()).collect()
    }
}

/// The patterns of a rule for one language.
#[derive(Debug, Default)]
pub(crate) struct Ready {
    /// What it looks for.
    pub(crate) find: Patterns,
    /// The same one by one, for rules that require each.
    pub(crate) each: Vec<Patterns>,
    /// The same for rules to which capitals matter.
    pub(crate) exact: Option<regex::Regex>,
    /// A hit in a sentence with one of these is none.
    pub(crate) guard: Patterns,
    /// Hits that are none, with the index of their exemption.
    pub(crate) exempt: Vec<Patterns>,
    /// A hit that this covers becomes these words.
    pub(crate) rewrite: Vec<(Patterns, String)>,
}

/// A text that a rule finds, or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example<'r> {
    /// Its language.
    pub lang: Lang,
    /// Its words.
    pub text: &'r str,
    /// Where it would stand.
    pub context: Context,
}

/// Why the file of a rule cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleError {
    /// It is not the TOML of a rule.
    Form(String),
    /// It names a channel, scenario, part, language or list that does not exist.
    Name {
        /// The rule.
        rule: String,
        /// The name.
        name: String,
    },
    /// A pattern is no regular expression.
    Pattern {
        /// The rule.
        rule: String,
        /// The pattern.
        pattern: BadPattern,
    },
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(message) => f.write_str(message),
            Self::Name { rule, name } => {
                write!(
                    f,
                    "{rule}: there is no channel, scenario, part, language or word list `{name}`"
                )
            }
            Self::Pattern { rule, pattern } => write!(
                f,
                "{rule}: the pattern `{}` cannot be used: {}",
                pattern.pattern, pattern.message
            ),
        }
    }
}

impl std::error::Error for RuleError {}

impl Rule {
    /// Reads the file of a rule.
    ///
    /// # Errors
    ///
    /// If it is not TOML, lacks a key or has one too many, names something that does not exist,
    /// or if a pattern is no regular expression.
    pub fn parse(toml: &str) -> Result<Self, RuleError> {
        let rule = Self::read(toml)?;
        rule.check_names()?;
        for lang in Lang::ALL {
            rule.compile(lang).map_err(|pattern| RuleError::Pattern {
                rule: rule.id.clone(),
                pattern,
            })?;
        }
        Ok(rule)
    }

    /// The same without a look at names and patterns, which are compiled when they are needed.
    pub(crate) fn read(toml: &str) -> Result<Self, RuleError> {
        toml::from_str(toml).map_err(|error| RuleError::Form(error.to_string()))
    }

    fn check_names(&self) -> Result<(), RuleError> {
        let applies = self.applies.iter().flat_map(Applies::unknown_names);
        let parts = self.parts.iter().map(String::as_str);
        let part = parts.filter(|name| name.parse::<Part>().is_err());
        match applies.chain(part).next() {
            None => Ok(()),
            Some(name) => Err(RuleError::Name {
                rule: self.id.clone(),
                name: name.to_owned(),
            }),
        }
    }

    /// Such as `RM-L01`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Such as `no-protected-characteristic`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it weighs where nothing else is said.
    #[must_use]
    pub fn level(&self) -> Level {
        self.level
    }

    /// On what it rests.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether nobody may allow what it finds.
    #[must_use]
    pub fn is_binding(&self) -> bool {
        self.binding
    }

    /// Whether it is about the law rather than about style.
    #[must_use]
    pub fn is_law(&self) -> bool {
        self.id.starts_with("RM-L")
    }

    /// What it is about, in a few words.
    #[must_use]
    pub fn title(&self) -> Wording {
        self.wording(|words| &words.title)
    }

    /// Why it matters.
    #[must_use]
    pub fn why(&self) -> Wording {
        self.wording(|words| &words.why)
    }

    /// What to write instead.
    #[must_use]
    pub fn hint(&self) -> Wording {
        self.wording(|words| &words.hint)
    }

    pub(crate) fn message(&self) -> Wording {
        self.wording(|words| &words.message)
    }

    /// To which channels, scenarios and languages it applies, in words of the rules.
    #[must_use]
    pub fn scope(&self) -> String {
        if self.applies.is_empty() {
            return "all".to_owned();
        }
        let each: Vec<String> = self.applies.iter().map(Applies::describe).collect();
        each.join(" / ")
    }

    /// A text in which it finds something.
    #[must_use]
    pub fn bad(&self, lang: Lang) -> Option<Example<'_>> {
        let mut example = self.example(lang, self.words(lang).bad.as_deref()?);
        example.context.plan.number_of_reasons = self.example.reasons;
        Some(example)
    }

    /// A text in which it finds nothing.
    #[must_use]
    pub fn good(&self, lang: Lang) -> Option<Example<'_>> {
        Some(self.example(lang, self.words(lang).good.as_deref()?))
    }

    fn example<'r>(&'r self, lang: Lang, text: &'r str) -> Example<'r> {
        let mut context = Context::new(lang);
        let channel = self.example.channel.as_deref();
        let scenario = self.example.scenario.as_deref();
        context.channel = channel.and_then(|name| Channel::from_str(name).ok());
        context.scenario = scenario.and_then(|name| Scenario::from_str(name).ok());
        Example {
            lang,
            text,
            context,
        }
    }

    pub(crate) fn seeks_disguises(&self) -> bool {
        self.disguises
    }

    pub(crate) fn spares_slot(&self, slot: &str) -> bool {
        self.spared_slots.iter().any(|each| each == slot)
    }

    /// Structure, tone, vagueness, law, form; then by number.
    pub(crate) fn order(&self) -> (usize, &str) {
        let family = self
            .id
            .strip_prefix("RM-")
            .and_then(|rest| rest.chars().next());
        let place = family.and_then(|family| "STVLFX".find(family));
        (place.unwrap_or(usize::MAX), &self.id)
    }

    /// Whether it has something to say about texts in this language.
    #[must_use]
    pub fn speaks(&self, lang: Lang) -> bool {
        self.applies.is_empty() || self.applies.iter().any(|each| each.speaks(lang))
    }

    /// What it weighs in this context, if it applies at all.
    pub(crate) fn level_in(&self, context: &Context) -> Option<Level> {
        let holds = self.applies.is_empty() || self.applies.iter().any(|each| each.holds(context));
        holds.then(|| {
            let other = self.instead.iter().find(|each| each.holds(context));
            other.map_or(self.level, |each| each.level)
        })
    }

    pub(crate) fn limit(&self, name: &str) -> f64 {
        self.limits.get(name).copied().unwrap_or(f64::INFINITY)
    }

    pub(crate) fn parts(&self) -> impl Iterator<Item = Part> {
        self.parts.iter().filter_map(|name| name.parse().ok())
    }

    pub(crate) fn ready(&self, lang: Lang) -> &Ready {
        let [pl, en, de] = &self.ready;
        let cell = match lang {
            Lang::Pl => pl,
            Lang::En => en,
            Lang::De => de,
        };
        cell.get_or_init(|| self.compile(lang).unwrap_or_default())
    }

    fn compile(&self, lang: Lang) -> Result<Ready, BadPattern> {
        let words = self.words(lang);
        let find: Vec<String> = [&self.any, words]
            .into_iter()
            .flat_map(Words::patterns)
            .collect();
        let exempt = self.exempt.iter().map(|each| {
            Patterns::new(match lang {
                Lang::Pl => &each.pl,
                Lang::En => &each.en,
                Lang::De => &each.de,
            })
        });
        let rewrite = self.any.rewrite.iter().chain(&words.rewrite);
        let rewrite = rewrite.map(|(find, put)| Ok((Patterns::new([find])?, put.clone())));
        let mut ready = Ready {
            guard: Patterns::new(self.any.guard.iter().chain(&words.guard))?,
            exempt: exempt.collect::<Result<_, _>>()?,
            rewrite: rewrite.collect::<Result<_, _>>()?,
            ..Ready::default()
        };
        if self.exact {
            ready.exact = exact(&find)?;
        } else {
            ready.find = Patterns::new(&find)?;
        }
        if matches!(
            self.check,
            Check::RequireAll | Check::ExclusionScope | Check::OneAddress
        ) {
            let each = find.iter().map(|pattern| Patterns::new([pattern]));
            ready.each = each.collect::<Result<_, _>>()?;
        }
        Ok(ready)
    }

    fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::Pl => &self.pl,
            Lang::En => &self.en,
            Lang::De => &self.de,
        }
    }

    fn wording(&self, pick: impl Fn(&Words) -> &String) -> Wording {
        Wording {
            en: pick(&self.en).clone(),
            pl: pick(&self.pl).clone(),
        }
    }
}
