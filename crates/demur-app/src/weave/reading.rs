//! Conditions read back in plain words: each fact by its question and answer.
//!
//! A question and its answer are never bent into a sentence, so that the words are
//! right in both languages whatever a pack asks. Negations are carried down to the
//! facts; `not (a or b)` is read as "no to both".

mod answer;

use demur_lawbook::Texts;
use demur_syntax::tree::{Atom, AtomTest, Expr};

use super::markup::{Html, escape, link, tagged, texts};
use super::names::Kind;
use super::site::Site;

/// A condition in plain words.
#[derive(Debug, Clone)]
pub(super) enum Reading {
    /// A question and its answer, as HTML in both languages.
    Fact(Texts),
    /// Several that hold together, or of which one has to hold.
    Several {
        /// Whether all have to hold.
        all: bool,
        /// The name that a pack gives to this condition, with its link.
        name: Option<String>,
        /// The conditions.
        parts: Vec<Self>,
    },
}

/// Reads conditions for a page that lies at `root`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) root: &'a str,
}

impl Reader<'_> {
    /// The condition in plain words.
    pub(super) fn read(&self, expr: &Expr) -> Reading {
        self.turned(expr, false)
    }

    fn turned(&self, expr: &Expr, opposite: bool) -> Reading {
        match expr {
            Expr::Not(inner, _) => self.turned(inner, !opposite),
            Expr::All(parts, _) => self.several(parts, !opposite, opposite),
            Expr::Any(parts, _) => self.several(parts, opposite, opposite),
            Expr::Atom(atom) => self.atom(atom, opposite),
        }
    }

    fn several(&self, exprs: &[Expr], all: bool, opposite: bool) -> Reading {
        let mut parts = Vec::new();
        for expr in exprs {
            match self.turned(expr, opposite) {
                Reading::Several {
                    all: same,
                    name: None,
                    parts: inner,
                } if same == all => parts.extend(inner),
                part => parts.push(part),
            }
        }
        Reading::Several {
            all,
            name: None,
            parts,
        }
    }

    fn atom(&self, atom: &Atom, opposite: bool) -> Reading {
        let name = &atom.path.text;
        let defined = self
            .site
            .define(name)
            .filter(|_| atom.test == AtomTest::Holds);
        if let Some(define) = defined {
            let mut reading = self.turned(&define.expr, opposite);
            if let Reading::Several { name: named, .. } = &mut reading {
                *named = Some(self.named(Kind::Define, name));
            }
            return reading;
        }
        let answer = answer::answer(self, atom, opposite);
        let question = self.question(name);
        Reading::Fact(texts(
            format!("{} {}", question.en, answer.en),
            format!("{} {}", question.pl, answer.pl),
        ))
    }

    /// A fact's question in both languages, each a link to the vocabulary.
    pub(super) fn question(&self, name: &str) -> Texts {
        let fact = self
            .site
            .lawbook
            .fact_named(name)
            .map(|fact| &self.site.lawbook.facts[fact]);
        let ask = fact
            .map(|fact| fact.ask.clone())
            .filter(|ask| !ask.is_empty());
        let Some(ask) = ask else {
            let named = self.named(Kind::Fact, name);
            return texts(named.clone(), named);
        };
        let target = self
            .site
            .names
            .target(Kind::Fact, name)
            .unwrap_or("vocabulary.html");
        let linked = |text: &str| {
            let inner = format!(
                "<span class=\"question\">{}</span>",
                escape(first_question(text))
            );
            link(self.root, target, &inner)
        };
        texts(
            linked(ask.get(demur_syntax::tree::Lang::En)),
            linked(ask.get(demur_syntax::tree::Lang::Pl)),
        )
    }

    /// A name as it is written, linked to where it is explained.
    pub(super) fn named(&self, kind: Kind, name: &str) -> String {
        let code = format!("<code>{}</code>", escape(name));
        match self.site.names.target(kind, name) {
            Some(target) => link(self.root, target, &code),
            None => code,
        }
    }
}

/// A question without the remarks that follow it.
fn first_question(ask: &str) -> &str {
    ask.find('?').and_then(|end| ask.get(..=end)).unwrap_or(ask)
}

impl Reading {
    /// What holds always or never, as far as it is empty.
    fn is_empty(&self) -> bool {
        matches!(self, Self::Several { parts, .. } if parts.is_empty())
    }

    /// The facts as items of a list, in both languages; the outermost "all" is left
    /// to the words before it.
    fn items(&self) -> Texts {
        match self {
            Self::Fact(line) => texts(
                format!("<li>{}</li>", line.en),
                format!("<li>{}</li>", line.pl),
            ),
            Self::Several { parts, .. } => {
                let items: Vec<Texts> = parts.iter().map(Self::item).collect();
                texts(
                    joined(&items, |each| &each.en),
                    joined(&items, |each| &each.pl),
                )
            }
        }
    }

    fn item(&self) -> Texts {
        match self {
            Self::Fact(_) => self.items(),
            Self::Several { .. } => {
                let (lead, items) = (self.lead(), self.items());
                texts(
                    format!("<li>{}<ul>{}</ul></li>", lead.en, items.en),
                    format!("<li>{}<ul>{}</ul></li>", lead.pl, items.pl),
                )
            }
        }
    }

    /// The words before the list.
    fn lead(&self) -> Texts {
        let (words, name) = match self {
            Self::Several {
                all: true,
                parts,
                name,
            } if parts.len() > 1 => (
                texts("all of these hold", "zachodzi każda z tych okoliczności"),
                name,
            ),
            Self::Several {
                all: false,
                parts,
                name,
            } if parts.len() > 1 => (
                texts(
                    "at least one of these holds",
                    "zachodzi co najmniej jedna z tych okoliczności",
                ),
                name,
            ),
            Self::Several { name, .. } => (texts("this holds", "zachodzi ta okoliczność"), name),
            Self::Fact(_) => (texts("this holds", "zachodzi ta okoliczność"), &None),
        };
        let name = name
            .as_ref()
            .map(|name| format!(" ({name})"))
            .unwrap_or_default();
        texts(
            format!("{}{name}:", words.en),
            format!("{}{name}:", words.pl),
        )
    }

    /// `before`, the lead and the list, as HTML in both languages.
    pub(super) fn after(&self, before: &Texts) -> Texts {
        let (lead, items) = (self.lead(), self.items());
        let written = |before: &str, lead: &str, items: &str| {
            format!("<p>{before} {lead}</p><ul>{items}</ul>")
        };
        texts(
            written(&before.en, &lead.en, &items.en),
            written(&before.pl, &lead.pl, &items.pl),
        )
    }

    /// The whole condition as a block in both languages.
    pub(super) fn block(&self) -> Html {
        if self.is_empty() {
            return tagged("div", &texts("<p>always</p>", "<p>zawsze</p>"));
        }
        tagged("div", &self.after(&texts("When", "Gdy")))
    }

    /// Only the facts, as a list in each language.
    pub(super) fn list(&self) -> Texts {
        match self {
            Self::Several { all: false, .. } => self.item(),
            Self::Several { .. } | Self::Fact(_) => self.items(),
        }
    }
}

fn joined(items: &[Texts], lang: impl Fn(&Texts) -> &str) -> String {
    items.iter().map(lang).collect()
}
