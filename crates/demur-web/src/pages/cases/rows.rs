//! Case files as they stand in the register, and what its filters let one choose.

use demur_app::lawbook::Lawbook;
use demur_app::store::{Choice, Found, Page as Listed, State as Stands};
use demur_words::{Words, names};
use jiff::civil::Date;

use crate::firm::Firm;

/// What can be chosen in the filters, as code and name.
pub(super) struct Options {
    pub(super) states: Vec<(&'static str, String)>,
    pub(super) choices: Vec<(&'static str, String)>,
    pub(super) verdicts: Vec<(&'static str, String)>,
    pub(super) grounds: Vec<(String, String)>,
    pub(super) sites: Vec<(String, String)>,
}

/// A pile of case files for which somebody has to do something.
pub(super) struct Attention {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) rows: Vec<Row>,
    pub(super) more: bool,
}

/// A case file in a list.
pub(super) struct Row {
    pub(super) number: String,
    pub(super) href: String,
    pub(super) when: String,
    pub(super) state: String,
    pub(super) decision: String,
    /// Class of the badge.
    pub(super) tone: &'static str,
    /// Its ground, or what the opinion is while nobody has decided.
    pub(super) about: String,
    pub(super) site: String,
    pub(super) due: Option<String>,
    pub(super) overdue: bool,
    pub(super) notes: Vec<String>,
}

/// What case files are told with.
pub(super) struct Teller<'a> {
    pub(super) words: &'a Words,
    pub(super) lawbook: &'a Lawbook,
    pub(super) firm: &'a Firm,
    pub(super) today: Date,
}

impl Teller<'_> {
    pub(super) fn pile(
        &self,
        (title, href, listed): (&'static str, String, Listed),
    ) -> Option<Attention> {
        if listed.cases.is_empty() {
            return None;
        }
        Some(Attention {
            title: self.words.say(title),
            href,
            rows: listed.cases.iter().map(|case| self.row(case)).collect(),
            more: listed.next.is_some(),
        })
    }

    pub(super) fn row(&self, case: &Found) -> Row {
        let words = self.words;
        let (decision, about) = match &case.choice {
            Some(choice) => {
                let ground = names::ground(self.lawbook, words.lang, &case.ground);
                (
                    names::choice_named(words, choice),
                    ground.unwrap_or_default(),
                )
            }
            None => {
                let verdict = names::verdict_named(words, &case.verdict);
                let about = words.fill("register-opinion", &[("verdict", verdict.into())]);
                (words.say("register-undecided"), about)
            }
        };
        let mut notes = Vec::new();
        if case.identity == "destroyed" {
            notes.push(words.say("record-texts-gone-short"));
        }
        if case.on_hold {
            notes.push(words.say("record-held-short"));
        }
        let due = case.deadline.as_ref().map(|day| {
            let kind = case.deadline_kind.as_deref().unwrap_or_default();
            super::step::due(self.lawbook, words, day, kind)
        });
        let day = case
            .deadline
            .as_ref()
            .and_then(|day| day.parse::<Date>().ok());
        Row {
            href: super::address(&case.number),
            number: case.number.clone(),
            when: case.when.clone(),
            state: names::state(words, &case.state),
            decision,
            tone: match case.choice.as_deref() {
                Some("refuse") => "refuse",
                Some(_) => "serve",
                None => "open",
            },
            about,
            site: self.site(&case.site),
            due,
            overdue: day.is_some_and(|day| day < self.today),
            notes,
        }
    }

    fn site(&self, code: &str) -> String {
        let mut sites = self.firm.sites.iter();
        let known = sites.find(|site| site.code == code);
        known.map_or_else(|| code.to_owned(), |site| site.name.clone())
    }

    pub(super) fn options(&self) -> Options {
        let words = self.words;
        let state = |state: &Stands| (state.as_str(), names::state(words, state.as_str()));
        let choice = |choice: &Choice| (choice.as_str(), names::choice(words, *choice));
        let verdicts = [
            "must_serve",
            "not_justified",
            "may_refuse_after",
            "may_refuse",
            "must_refuse",
            "conflict",
            "undetermined",
        ];
        let grounds = self
            .lawbook
            .grounds
            .iter()
            .map(|(_, ground)| (ground.name.clone(), ground.label.get(words.lang).to_owned()));
        let mut grounds: Vec<(String, String)> = grounds.collect();
        grounds.sort_by(|one, other| one.1.cmp(&other.1));
        let sites = self.firm.sites.iter();
        Options {
            states: Stands::ALL.iter().map(state).collect(),
            choices: Choice::ALL.iter().map(choice).collect(),
            verdicts: verdicts
                .map(|code| (code, names::verdict_named(words, code)))
                .to_vec(),
            grounds,
            sites: sites
                .map(|site| (site.code.clone(), site.name.clone()))
                .collect(),
        }
    }
}
