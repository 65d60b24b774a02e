//! The record: what was asked, what a person decided, what the customer was told.
//!
//! The only place that joins engine, notices, store and clock. An opinion never decides: nothing
//! here records a decision without a role, own words and a choice. Facts that the record has no
//! place for are taken out before the store sees them.

mod coded;
mod explained;
mod guard;
mod heads;
mod judged;
mod later;
mod packet;
mod place;
mod turning;
mod withheld;

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use demur_lawbook::Lawbook;
use demur_notice::{ComposeFault, Lang, Notice as Composed, Order, Templates, compose};
use demur_store::{
    AccessExport, Actor, BackupSummary, Basis, CaseFile, Choice, Clock, Contact, Decision,
    EraseReason, Identity, LawfulBasis, Letter, LetterVerdict, NewCase, Notice, Options, Packet,
    Page, Profile, Purpose, Query, Receipt, RecordClass, RetentionReport, Schedule, Store,
    StoreError, Texts, Verified, Vocabulary,
};
use jiff::civil::Date;

pub use explained::{Explained, NormChecked, NotMet, Turning, explain};
pub use heads::{HeadsError, HeadsFound, NotedHead};
pub use judged::{Judged, judge};
pub use packet::{PacketChecked, Problem, check_packet};
pub use place::{Master, Place};
pub use withheld::{SOME_TRAIT, WITHHELD, vocabulary};

/// What a firm sets for its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How long things are kept.
    pub schedule: Schedule,
    /// Calling code of telephone numbers that are written without one.
    pub calling_code: String,
    /// Name of the site, as it leads the numbers of its case files.
    pub site: String,
    /// The language in which the guard of free text explains itself.
    pub lang: Lang,
}

impl Settings {
    /// The periods and the calling code of a country, for one site.
    #[must_use]
    pub fn of(profile: Profile, site: &str, lang: Lang) -> Self {
        let calling_code = match profile {
            Profile::Pl => "48",
            Profile::Gb => "44",
            Profile::De => "49",
            Profile::UsCredit => "1",
            Profile::Other => "",
        };
        Self {
            schedule: Schedule::of(profile),
            calling_code: calling_code.to_owned(),
            site: site.to_owned(),
            lang,
        }
    }
}

/// What a person decided. There is no default for choice and words: a person has both.
#[derive(Clone, PartialEq, Eq)]
pub struct Decided {
    /// What they decided.
    pub choice: Choice,
    /// Why, in their own words.
    pub words: String,
    /// Why they refuse although the opinion does not carry it.
    pub reason: Option<String>,
    /// The ground, when it is not the one that the opinion found.
    pub ground: Option<String>,
    /// What was offered instead, by names of the vocabulary.
    pub alternatives: Vec<String>,
    /// Whether an adjustment was offered; never which.
    pub adjustment_offered: Option<bool>,
}

impl fmt::Debug for Decided {
    /// What people wrote does not get into a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decided({}, ..)", self.choice)
    }
}

/// What goes into a case file besides situation and opinion.
#[derive(Clone, Default)]
pub struct Details {
    /// Name and contact that carry the message, if any.
    pub identity: Option<Identity>,
    /// What happened.
    pub facts: Option<String>,
    /// For whoever looks at an appeal.
    pub note_to_reviewer: Option<String>,
    /// What was decided, if it was.
    pub decided: Option<Decided>,
}

impl fmt::Debug for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Details({:?}, ..)", self.decided)
    }
}

/// The record of a firm, open.
#[derive(Debug, Clone)]
pub struct Record {
    store: Store,
    vocabulary: Vocabulary,
    reasons: String,
    settings: Settings,
}

impl Record {
    /// Opens the record, and makes it and its keys at the first start.
    ///
    /// # Errors
    /// When a database or the master key cannot be opened, or a period is too long.
    pub fn open(
        place: &Place,
        lawbook: &Lawbook,
        settings: Settings,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, StoreError> {
        place.prepare()?;
        let options = options(place, lawbook, &settings, clock)?;
        let vocabulary = options.vocabulary.clone();
        let reasons = lawbook.reasons.map(|fact| lawbook.facts[fact].name.clone());
        Ok(Self {
            store: Store::open(options)?,
            vocabulary,
            reasons: reasons.unwrap_or_default(),
            settings,
        })
    }

    /// The same record for another site of the firm: its name leads the numbers of new case files.
    #[must_use]
    pub fn at_site(&self, site: &str) -> Self {
        let mut record = self.clone();
        site.clone_into(&mut record.settings.site);
        record
    }

    /// Opens a case file of a situation that was judged, with a decision when there is one.
    ///
    /// # Errors
    /// What the store or the guard of free text does not accept; nothing is written then.
    pub fn record(
        &self,
        actor: &Actor,
        request: &str,
        judged: &Judged,
        details: Details,
    ) -> Result<Receipt, StoreError> {
        let suggested = &judged.suggested;
        let decision = details.decided.map(|decided| {
            let ground = judged.ground.clone();
            decision(decided, ground, suggested, judged.tests.clone())
        });
        let new = NewCase {
            site: self.settings.site.clone(),
            basis: self.basis(details.identity.is_some()),
            situation: judged.situation.clone(),
            opinion: judged.opinion.clone(),
            identity: details.identity,
            facts: details.facts,
            note_to_reviewer: details.note_to_reviewer,
            minor: None,
            runs_until: None,
            deadline: None,
            decision,
            notices: Vec::new(),
        };
        self.store.create(actor, request, new).wait()
    }

    /// Writes down what a person decided about a case file that was opened before. Without
    /// `version` the newest is meant.
    ///
    /// # Errors
    /// As [`Record::record`], and when a trait plays a part in a refusal.
    pub fn decide(
        &self,
        actor: &Actor,
        request: &str,
        case: (&str, Option<i64>),
        decided: Decided,
    ) -> Result<Receipt, StoreError> {
        let file = self.show(actor, case.0)?;
        let tests = coded::kept_ground_tests(&self.vocabulary, &self.reasons, &file.situation);
        if tests.is_none() && decided.choice == Choice::Refuse {
            let ground = SOME_TRAIT.to_owned();
            return Err(StoreError::GroundStop { ground });
        }
        let ground = judged::held_ground(&file.opinion);
        let suggested = judged::suggested(&file.opinion);
        let decision = decision(decided, ground, &suggested, tests.unwrap_or_default());
        let at = (file.number.as_str(), case.1.unwrap_or(file.version));
        self.store.decide(actor, request, at, decision).wait()
    }

    /// Keeps what the customer was told. Without `version` the newest is meant.
    ///
    /// # Errors
    /// When the role may not, or the case file was changed or erased in the meantime.
    pub fn notify(
        &self,
        actor: &Actor,
        request: &str,
        case: (&str, Option<i64>),
        notice: Notice,
    ) -> Result<Receipt, StoreError> {
        let (number, version) = self.at(actor, case)?;
        self.store
            .notify(actor, request, (&number, version), notice)
            .wait()
    }

    /// Case files, a page at a time.
    ///
    /// # Errors
    /// When the role may not look for case files, or the question is not one.
    pub fn find(&self, actor: &Actor, query: Query) -> Result<Page, StoreError> {
        self.store.find(actor, query).wait()
    }

    /// A case file with its timeline.
    ///
    /// # Errors
    /// When there is none that this role sees.
    pub fn show(&self, actor: &Actor, case: &str) -> Result<CaseFile, StoreError> {
        self.store.show(actor, case).wait()
    }

    /// Contact and texts of a case file. The look stands in the journal.
    ///
    /// # Errors
    /// When the role may not see them, or they were erased.
    pub fn reveal(&self, actor: &Actor, case: &str) -> Result<Texts, StoreError> {
        self.store.reveal(actor, case).wait()
    }

    /// The evidence of a case, to be checked by somebody else's program.
    ///
    /// # Errors
    /// When the role may not, or there is no such case.
    pub fn packet(&self, actor: &Actor, case: &str) -> Result<Packet, StoreError> {
        self.store.packet(actor, case).wait()
    }

    /// Everything held about the person behind a contact, for the person.
    ///
    /// # Errors
    /// When the role may not, or it is no contact.
    pub fn access(&self, actor: &Actor, contact: &Contact) -> Result<AccessExport, StoreError> {
        self.store.export_access(actor, contact).wait()
    }

    /// Erases contact and texts of a case file. Without `version` the newest is meant.
    ///
    /// # Errors
    /// When the role may not, the case file is held, or it was erased before.
    pub fn erase(
        &self,
        actor: &Actor,
        request: &str,
        case: (&str, Option<i64>),
        reason: EraseReason,
    ) -> Result<Receipt, StoreError> {
        let (number, version) = self.at(actor, case)?;
        let receipt = self
            .store
            .erase(actor, request, (&number, version), reason)
            .wait()?;
        self.store.scrub().wait()?;
        Ok(receipt)
    }

    /// Walks the whole journal and everything that it binds.
    ///
    /// # Errors
    /// When the role may not, or the database fails.
    pub fn verify(&self, actor: &Actor) -> Result<Verified, StoreError> {
        self.store.verify(actor).wait()
    }

    /// How many entries the journal has.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn journal_length(&self) -> Result<i64, StoreError> {
        self.store.head().wait().map(|head| head.seq)
    }

    /// Whether a customer's letter belongs to an unaltered case.
    ///
    /// # Errors
    /// When it is no letter.
    pub fn verify_letter(&self, letter: &Letter) -> Result<LetterVerdict, StoreError> {
        self.store.verify_letter(letter).wait()
    }

    /// Looks whether the journal leads through every head in a file, and writes its newest one
    /// down there. The file belongs where nobody who can change the record can change it; it is
    /// made when there is none. `day` is the one on which this is done.
    ///
    /// # Errors
    /// When the record does not answer, or the file cannot be used.
    pub fn note_head(&self, file: &Path, day: Date) -> Result<HeadsFound, HeadsError> {
        heads::note(&self.store, file, day)
    }

    /// Writes a backup while everybody goes on working. Keys are not in it.
    ///
    /// # Errors
    /// When the role may not, or the file cannot be written.
    pub fn backup(&self, actor: &Actor, path: &Path) -> Result<BackupSummary, StoreError> {
        self.store.backup(actor, path).wait()
    }

    /// Applies the periods as of today; asked again the same day it finds nothing to do.
    ///
    /// # Errors
    /// When the database fails; what was done before stays done.
    pub fn daily_round(&self) -> Result<RetentionReport, StoreError> {
        self.store.run_retention(&Actor::system())
    }

    fn at(
        &self,
        actor: &Actor,
        (case, version): (&str, Option<i64>),
    ) -> Result<(String, i64), StoreError> {
        let file = self.show(actor, case)?;
        Ok((file.number, version.unwrap_or(file.version)))
    }

    /// Somebody known is a refusal to a person, somebody unknown is none about anybody.
    fn basis(&self, known: bool) -> Basis {
        let (class, lawful_basis) = if known {
            (RecordClass::R2, LawfulBasis::LegitimateInterest)
        } else {
            (RecordClass::R1, LawfulBasis::NoPersonalData)
        };
        let profile = self.settings.schedule.profile;
        Basis {
            class: Some(class),
            lawful_basis: Some(lawful_basis),
            purpose: Some(Purpose::AnswerAndAppeal),
            retention_rule: Some(format!("{profile}.{class}")),
        }
    }
}

/// Puts a backup into an empty database and repeats the erasures made since.
///
/// # Errors
/// When the role may not, the file is damaged, or the database has something in it.
pub fn restore(
    actor: &Actor,
    path: &Path,
    place: &Place,
    lawbook: &Lawbook,
    settings: &Settings,
    clock: Arc<dyn Clock>,
) -> Result<BackupSummary, StoreError> {
    if !demur_store::permits(actor.role(), demur_store::Operation::Backup) {
        return Err(StoreError::Forbidden {
            role: actor.role().as_str(),
            operation: demur_store::Operation::Backup.as_str(),
        });
    }
    place.check_keys()?;
    place.prepare()?;
    let options = options(place, lawbook, settings, clock)?;
    demur_store::restore(path, &options)
}

/// Writes the notice of a case file, with its number in it.
///
/// # Errors
/// When the opinion does not allow what the notice would say, or no template says it.
pub fn notice_for(
    case: &str,
    templates: &Templates,
    mut order: Order,
) -> Result<Composed, ComposeFault> {
    // The slot is one of the built-in ones; a test composes with it.
    let _known = order.values.set("case_id", case);
    compose(templates, &order)
}

fn options(
    place: &Place,
    lawbook: &Lawbook,
    settings: &Settings,
    clock: Arc<dyn Clock>,
) -> Result<Options, StoreError> {
    Ok(Options {
        record: place.record.clone(),
        keys: place.keys.clone(),
        master: place.master()?,
        clock,
        guard: Arc::new(guard::Guard {
            lang: settings.lang,
        }),
        schedule: settings.schedule.clone(),
        vocabulary: vocabulary(lawbook),
        calling_code: settings.calling_code.clone(),
    })
}

fn decision(
    decided: Decided,
    ground: Option<String>,
    suggested: &[String],
    grounds_tested: Vec<demur_store::GroundTest>,
) -> Decision {
    let refuses = decided.choice == Choice::Refuse;
    let same = |text: &&String| plain(text) == plain(&decided.words);
    Decision {
        choice: decided.choice,
        suggestion: suggested.iter().find(same).cloned(),
        words: decided.words,
        reason: decided.reason,
        ground: decided.ground.or(ground).filter(|_| refuses),
        grounds_tested,
        alternatives: decided.alternatives,
        adjustment_offered: decided.adjustment_offered,
        seconds: None,
    }
}

/// Words alone, so that a full stop makes no text one's own.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}
