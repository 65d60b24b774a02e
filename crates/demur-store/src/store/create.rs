//! Opening a case file, with decision and notices at once where they are known.
//!
//! Checking, sealing and hashing happen on the caller's thread; the writing thread only writes.

use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use super::decide::decided;
use super::event::notified;
use super::step::{Step, receipt_of};
use super::{Context, Store};
use crate::access::{self, Operation};
use crate::actor::Actor;
use crate::basis::{Checked, RecordClass};
use crate::case::{EventKind, NewCase, Receipt, State};
use crate::clock::{Moment, month};
use crate::contact::{Identity, tag};
use crate::crypto::Key;
use crate::document::{canonical, check_coded, check_name, check_opinion, object};
use crate::error::{Result, StoreError};
use crate::guard::FreeText;
use crate::keys::{self, NewKey};
use crate::number;
use crate::pending::Pending;
use crate::row::{CaseRow, SEALED};
use crate::schedule;
use crate::sealed::{Part, Sealed};
use crate::why::Why;

/// A case file that only has to be written.
#[derive(Clone)]
struct Prepared {
    row: CaseRow,
    steps: Vec<Step>,
    tags: Vec<Vec<u8>>,
    key: NewKey,
    receipt: Receipt,
}

impl Store {
    /// Opens a case file. With a decision in it the actor needs the role that decides.
    pub fn create(&self, actor: &Actor, request: &str, new: NewCase) -> Pending<Receipt> {
        let operation = if new.decision.is_some() {
            Operation::Decide
        } else {
            Operation::Create
        };
        let prepared = access::check(actor, operation)
            .and_then(|()| match new.notices.is_empty() {
                true => Ok(()),
                false => access::check(actor, Operation::Notify),
            })
            .and_then(|()| Preparation::new(&self.context, actor).prepare(&new));
        match prepared {
            Ok(prepared) => self.put(actor, operation, request, new, prepared),
            Err(error) => Pending::ready(Err(error)),
        }
    }

    /// Two case files of one site and year may draw the same number. The database turns the second
    /// one down, and at the next try it gets another.
    fn put(
        &self,
        actor: &Actor,
        operation: Operation,
        request: &str,
        new: NewCase,
        mut prepared: Prepared,
    ) -> Pending<Receipt> {
        let input = Arc::new(new);
        let new = Arc::clone(&input);
        let mut tried_before = false;
        self.write(
            actor,
            operation,
            request,
            None,
            &*input,
            move |batch, context, actor| {
                if tried_before && batch.has_case(&prepared.row.number)? {
                    prepared = Preparation::new(context, actor).prepare(&new)?;
                }
                tried_before = true;
                let prepared = prepared.clone();
                let mut receipt = prepared.receipt;
                batch.keys.adopt(&prepared.key);
                for (version, step) in (1..).zip(&prepared.steps) {
                    receipt.seq =
                        super::step::put(batch, actor, &prepared.row.number, version, step)?;
                }
                for tag in prepared.tags {
                    batch.put_lookup(tag, &prepared.row.number);
                }
                batch.put_new_case(&prepared.row);
                Ok(receipt)
            },
        )
    }
}

struct Preparation<'a> {
    context: &'a Context,
    actor: &'a Actor,
    now: Moment,
}

impl<'a> Preparation<'a> {
    fn new(context: &'a Context, actor: &'a Actor) -> Self {
        Self {
            context,
            actor,
            now: context.now(),
        }
    }

    fn prepare(&self, new: &NewCase) -> Result<Prepared> {
        let basis = new.basis.check()?;
        check_name("site", &new.site)?;
        schedule::check_end(
            basis.class,
            self.now.day,
            new.runs_until,
            new.minor.is_some(),
        )?;
        self.check_person(new, &basis)?;
        let mut row = self.row(new, basis)?;
        let new_key = keys::take(&self.context.pool, &self.context.master)?;
        row.key_id.clone_from(&new_key.id);
        let key = &new_key.key;
        let mut steps = vec![self.opened(new, &row, key)?];
        let mut tags = Vec::new();
        if let Some(identity) = &new.identity
            && new.minor.is_none_or(|minor| minor.guardian_notified)
        {
            let secret = &self.context.secrets.contact;
            for contact in identity.clone().reduced()?.contacts {
                tags.push(tag(secret, &contact, &self.context.calling_code)?);
            }
        }
        let mut receipt = Receipt {
            case: row.number.clone(),
            version: 1,
            seq: 0,
            deviation: None,
            against_must_serve: false,
            letter: None,
        };
        if let Some(decision) = &new.decision {
            let (step, code) =
                decided(self.context, self.actor, &mut row, key, decision, self.now)?;
            steps.push(step);
            receipt = receipt_of(&row, Some(&code));
        }
        for notice in &new.notices {
            steps.push(notified(&mut row, key, notice)?);
        }
        receipt.version = row.version;
        Ok(Prepared {
            row,
            steps,
            tags,
            key: new_key,
            receipt,
        })
    }

    fn check_person(&self, new: &NewCase, basis: &Checked) -> Result<()> {
        if new.identity.is_some() && !basis.class.knows_the_person() {
            return Err(StoreError::invalid(
                "identity",
                "a record of this class holds nothing about who the person is",
            ));
        }
        if new.minor.is_some() && basis.class == RecordClass::R8 {
            let why = "no debt and no missed appointment is recorded";
            return Err(StoreError::Minor { why });
        }
        if let Some(facts) = &new.facts {
            FreeText::FACTS.check(facts, &*self.context.guard)?;
        }
        if let Some(note) = &new.note_to_reviewer {
            FreeText::NOTE.check(note, &*self.context.guard)?;
        }
        Ok(())
    }

    fn row(&self, new: &NewCase, basis: Checked) -> Result<CaseRow> {
        let mut situation = object("situation", new.situation.clone())?;
        let mut opinion = object("opinion", new.opinion.clone())?;
        opinion.remove("at");
        let day = self.day(situation.remove("at").as_ref())?;
        if let Some(Json::Object(facts)) = situation.get_mut("facts") {
            facts.retain(|name, _| !self.context.vocabulary.withheld_facts.contains(name));
        }
        let (situation, opinion) = (Json::Object(situation), Json::Object(opinion));
        check_coded("situation", &situation)?;
        check_opinion(&opinion)?;
        if let Some(deadline) = &new.deadline {
            check_name("deadline", &deadline.kind)?;
        }
        Ok(CaseRow {
            number: number::make(&new.site, self.now.day)?,
            version: 1,
            state: State::Open,
            site: new.site.clone(),
            class: basis.class.as_str().to_owned(),
            basis: basis.lawful_basis.as_str().to_owned(),
            purpose: basis.purpose.as_str().to_owned(),
            retention_rule: basis.retention_rule,
            month: month(day),
            day: Some(day),
            band: Some(self.now.band),
            ground: "none".to_owned(),
            verdict: text_of(&opinion, "/verdict", "opinion.verdict")?,
            choice: None,
            decided_role: None,
            deviation: None,
            against_must_serve: false,
            minor: new.minor.is_some(),
            adjustment_offered: None,
            seconds: None,
            runs_until: new.runs_until,
            deadline: new.deadline.as_ref().map(|deadline| deadline.day),
            deadline_kind: new.deadline.as_ref().map(|deadline| deadline.kind.clone()),
            created_by: Some(self.actor.pseudonym().to_owned()),
            decided_by: None,
            confirmed_by: None,
            identity: SEALED.to_owned(),
            key_id: String::new(),
            tier_a_until: Some(schedule::undecided(self.now.day)),
            tier_b_until: schedule::undecided(self.now.day),
            on_hold: false,
            lawbook: text_of(&opinion, "/lawbook/hash", "opinion.lawbook.hash")?,
            situation: canonical(&situation),
            opinion: canonical(&opinion),
            skeleton: None,
            commitment: None,
        })
    }

    fn day(&self, at: Option<&Json>) -> Result<Date> {
        let Some(at) = at else {
            return Ok(self.now.day);
        };
        let day: Option<Date> = at.as_str().and_then(|text| text.parse().ok());
        day.filter(|day| *day <= self.now.day)
            .ok_or_else(|| StoreError::Document {
                place: "situation.at".to_owned(),
                why: Why::NoDay,
            })
    }

    fn opened(&self, new: &NewCase, row: &CaseRow, key: &Key) -> Result<Step> {
        let mut sealed = Vec::new();
        let version = row.version;
        if let Some(identity) = &new.identity {
            let identity: Identity = identity.clone().reduced()?;
            let part = (version, 0);
            sealed.push(Sealed::new(
                key,
                &row.number,
                part,
                Part::Identity,
                &identity,
            )?);
        }
        let texts = [
            (Part::Facts, &new.facts),
            (Part::Note, &new.note_to_reviewer),
        ];
        for (index, (kind, text)) in (1..).zip(texts) {
            if let Some(text) = text {
                sealed.push(Sealed::new(key, &row.number, (version, index), kind, text)?);
            }
        }
        let mut data = Map::new();
        data.insert("verdict".to_owned(), json!(row.verdict));
        data.insert("lawbook".to_owned(), json!(row.lawbook));
        Ok(Step {
            kind: EventKind::Opened,
            data,
            sealed,
        })
    }
}

fn text_of(document: &Json, pointer: &str, place: &str) -> Result<String> {
    let found = document.pointer(pointer).and_then(Json::as_str);
    found
        .filter(|text| !text.is_empty() && text.len() <= 200)
        .map(str::to_owned)
        .ok_or_else(|| StoreError::Document {
            place: place.to_owned(),
            why: Why::NotNamed,
        })
}

#[cfg(test)]
mod tests {
    use crate::{
        Basis, Clock, LawfulBasis, Location, MasterKey, Options, Profile, Purpose, Role, Schedule,
        Vocabulary,
    };

    use super::*;

    struct Today;

    impl Clock for Today {
        fn now(&self) -> jiff::Timestamp {
            jiff::Timestamp::now()
        }
    }

    fn store(folder: &std::path::Path) -> Store {
        let master = folder.join("master.key");
        MasterKey::create(&master).unwrap();
        let file = |name: &str| Location::parse(&folder.join(name).display().to_string());
        let options = Options {
            record: file("record.db"),
            keys: file("keys.db"),
            master: MasterKey::read(&master).unwrap(),
            clock: Arc::new(Today),
            guard: Arc::new(|_: &str, _: &str| None),
            schedule: Schedule::of(Profile::Pl),
            vocabulary: Vocabulary::default(),
            calling_code: "48".to_owned(),
        };
        Store::open(options).unwrap()
    }

    fn undecided() -> NewCase {
        let case = json!({
            "site": "shop",
            "basis": {},
            "situation": {"place": "pl", "facts": {}},
            "opinion": {"verdict": "may_refuse", "lawbook": {"hash": "5f1c0a77d2b94e3c"}},
        });
        NewCase {
            basis: Basis {
                class: Some(RecordClass::R2),
                lawful_basis: Some(LawfulBasis::LegitimateInterest),
                purpose: Some(Purpose::AnswerAndAppeal),
                retention_rule: Some("pl.r2".to_owned()),
            },
            ..serde_json::from_value(case).unwrap()
        }
    }

    #[test]
    fn a_number_that_is_taken_is_drawn_again() {
        let folder = tempfile::tempdir().unwrap();
        let store = store(folder.path());
        let actor = Actor::new(Role::Decider, "s-7k3m9q").unwrap();
        let first = store
            .create(&actor, "request-one", undecided())
            .wait()
            .unwrap();
        let preparation = Preparation::new(&store.context, &actor);
        let mut taken = preparation.prepare(&undecided()).unwrap();
        taken.row.number.clone_from(&first.case);
        taken.receipt.case.clone_from(&first.case);
        let second = store.put(&actor, Operation::Create, "request-two", undecided(), taken);
        let second = second.wait().unwrap();
        assert_ne!(second.case, first.case);
        for case in [first.case, second.case] {
            assert_eq!(store.show(&actor, &case).wait().unwrap().number, case);
        }
    }
}
