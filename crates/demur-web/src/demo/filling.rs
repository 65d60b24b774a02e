//! Fills house and record of the salon by the ways by which people fill theirs.

use std::collections::BTreeSet;

use demur_app::engine::Engine;
use demur_app::library::Library;
use demur_app::notices::{self, Address, Order, Scenario, Templates, Values};
use demur_app::record::{Decided, Details, Judged, judge, notice_for};
use demur_app::situation::{self, Defaults, Read};
use demur_app::store::{
    Actor, Channel, Choice, Contact, DocumentKind, House, Identity, NewPerson, Notice, Person, Role,
};
use demur_app::syntax::Sources;
use demur_app::syntax::tree::Lang;
use jiff::civil::{DateTime, Time};
use jiff::{Span, ToSpan};

use super::DemoError;
use super::clock::TurnedClock;
use super::salon::{CaseMade, NoticeMade, POLICY, PROVIDERS, Salon};
use crate::app::App;
use crate::firm::{Firm, Site};

fn broken(what: &str) -> DemoError {
    DemoError::Broken(what.to_owned())
}

/// People, firm, policy and providers.
pub(super) fn house(house: &House, salon: &Salon, lang: Lang) -> Result<Vec<Person>, DemoError> {
    let mut people = Vec::new();
    for person in &salon.people {
        let roles: Option<BTreeSet<Role>> =
            person.roles.iter().map(|role| Role::parse(role)).collect();
        people.push(house.add_person(NewPerson {
            login: person.login.of(lang).to_owned(),
            roles: roles.ok_or_else(|| broken("a role"))?,
            site: None,
            lang: None,
            password: None,
        })?);
    }
    let owner = people.first().ok_or_else(|| broken("nobody works there"))?;
    for (kind, files) in [
        (DocumentKind::Policy, POLICY.as_slice()),
        (DocumentKind::Providers, PROVIDERS.as_slice()),
    ] {
        for (name, text) in files {
            house.put_document(kind, name, None, text, &owner.pseudonym)?;
        }
    }
    firm(salon, lang).write(house, None)?;
    Ok(people)
}

fn firm(salon: &Salon, lang: Lang) -> Firm {
    let made = &salon.firm;
    Firm {
        name: made.name.clone(),
        profile: "gabinet".to_owned(),
        place: "pl".to_owned(),
        periods: "pl".to_owned(),
        sites: vec![Site {
            code: made.site_code.clone(),
            name: made.site.of(lang).to_owned(),
        }],
        address: made.address.clone(),
        contact: made.contact.clone(),
        complaint_contact: made.complaint_contact.clone(),
        ..Firm::default()
    }
}

/// What a case file is made with.
struct Filling<'a> {
    app: &'a App,
    salon: &'a Salon,
    people: &'a [Person],
    library: &'a Library,
    templates: Templates,
    lang: Lang,
}

/// The case files, the oldest first.
pub(super) fn record(
    app: &App,
    salon: &Salon,
    people: &[Person],
    clock: &TurnedClock,
    lang: Lang,
) -> Result<(), DemoError> {
    let library = app.desk().library();
    let filling = Filling {
        app,
        salon,
        people,
        library: &library,
        templates: Templates::built_in().map_err(|_| broken("the templates"))?,
        lang,
    };
    let mut engine = Engine::new(&library.lawbook);
    let today = app.today();
    for (number, case) in salon.cases.iter().enumerate() {
        let ago: Span = case.days.days();
        let time: Time = case.time.parse().map_err(|_| broken("a time"))?;
        let moment = today.saturating_sub(ago).to_datetime(time);
        clock.turn_to(moment);
        filling.case(&mut engine, number, case, moment)?;
    }
    clock.let_go();
    Ok(())
}

impl Filling<'_> {
    fn case(
        &self,
        engine: &mut Engine<'_>,
        number: usize,
        case: &CaseMade,
        moment: DateTime,
    ) -> Result<(), DemoError> {
        let read = self.read(case, moment)?;
        let written = notice_lang(self.lang);
        let judged = judge(engine, &read.situation, self.lang, written);
        let judged = judged.map_err(|_| broken("facts that clash"))?;
        if judged.verdict != case.verdict {
            let is = judged.verdict;
            return Err(DemoError::Broken(format!(
                "case {number} is judged as {is}"
            )));
        }
        let person = self.people.get(case.by).ok_or_else(|| broken("nobody"))?;
        let decided = self.decided(case)?;
        let actor = actor(person, decided.is_some())?;
        let record = self.app.record().at_site(&self.salon.firm.site_code);
        let details = Details {
            identity: identity(case),
            facts: case
                .happened
                .as_ref()
                .map(|said| said.of(self.lang).to_owned()),
            note_to_reviewer: None,
            decided,
        };
        let request = format!("demo-case-{number}");
        let receipt = record.record(&actor, &request, &judged, details)?;
        if let Some(made) = &case.notice {
            let notice = self.notice(made, &judged, read.notice, &receipt.case)?;
            let request = format!("demo-notice-{number}");
            let at = (receipt.case.as_str(), Some(receipt.version));
            record.notify(&actor, &request, at, notice)?;
        }
        Ok(())
    }

    fn read(&self, case: &CaseMade, moment: DateTime) -> Result<Read, DemoError> {
        let defaults = Defaults {
            day: moment.date(),
            place: None,
        };
        let text = case.situation();
        let mut sources = Sources::default();
        let lawbook = &self.library.lawbook;
        situation::read(
            &mut sources,
            "demo.yaml",
            text.as_bytes(),
            lawbook,
            &defaults,
        )
        .map_err(|found| {
            let said = found.iter().map(|found| found.message.as_str());
            DemoError::Broken(said.collect::<Vec<_>>().join("; "))
        })
    }

    fn decided(&self, case: &CaseMade) -> Result<Option<Decided>, DemoError> {
        let Some(choice) = &case.choice else {
            return Ok(None);
        };
        let words = case
            .words
            .as_ref()
            .ok_or_else(|| broken("a decision without words"))?;
        Ok(Some(Decided {
            choice: Choice::parse(choice).ok_or_else(|| broken("a choice"))?,
            words: words.of(self.lang).to_owned(),
            reason: None,
            ground: None,
            alternatives: Vec::new(),
            adjustment_offered: None,
        }))
    }

    fn notice(
        &self,
        made: &NoticeMade,
        judged: &Judged,
        mut values: Values,
        case: &str,
    ) -> Result<Notice, DemoError> {
        for (slot, said) in self.salon.firm.notice.iter().chain(&made.values) {
            let set = values.set(slot, said.of(self.lang));
            set.map_err(|_| DemoError::Broken(format!("no place `{slot}` in a notice")))?;
        }
        let lang = notice_lang(self.lang);
        let order = Order {
            scenario: Scenario::propose(&judged.basis).ok_or_else(|| broken("nothing to say"))?,
            channel: made.channel.parse().map_err(|_| broken("a channel"))?,
            lang,
            address: Address::default(),
            values,
            basis: judged.basis.clone(),
        };
        let composed = notice_for(case, &self.templates, order);
        let composed = composed.map_err(|fault| DemoError::Broken(format!("{fault:?}")))?;
        if !composed.missing.is_empty() {
            return Err(DemoError::Broken(format!(
                "a notice lacks {:?}",
                composed.missing
            )));
        }
        Ok(Notice {
            text: composed.text().content().to_owned(),
            channel: composed.channel.name().to_owned(),
            language: lang.code().to_owned(),
        })
    }
}

/// Whoever only opens a case file does so at the desk.
fn actor(person: &Person, decides: bool) -> Result<Actor, DemoError> {
    let role = if decides { Role::Decider } else { Role::Desk };
    Ok(Actor::new(role, &person.pseudonym)?)
}

fn identity(case: &CaseMade) -> Option<Identity> {
    let email = case.email.as_ref().map(|value| (Channel::Email, value));
    let phone = case.phone.as_ref().map(|value| (Channel::Phone, value));
    let (used, value) = email.or(phone)?;
    Some(Identity {
        name: case.name.clone(),
        contacts: vec![Contact {
            channel: used,
            value: value.clone(),
        }],
        used,
        checked: false,
    })
}

fn notice_lang(lang: Lang) -> notices::Lang {
    match lang {
        Lang::Pl => notices::Lang::Pl,
        Lang::En => notices::Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use demur_app::store::{Clock, Query, State, Timeouts};
    use jiff::Timestamp;

    use super::super::Demo;
    use super::*;

    struct Noon;

    impl Clock for Noon {
        fn now(&self) -> Timestamp {
            "2026-11-24T11:00:00Z".parse().unwrap_or_default()
        }
    }

    #[test]
    fn the_salon_fills_in_both_languages() {
        let hour = Duration::from_secs(3600);
        let timeouts = Timeouts {
            idle: hour,
            absolute: hour,
        };
        for lang in [Lang::Pl, Lang::En] {
            let demo = Demo::open(Arc::new(Noon), lang, timeouts);
            let demo = demo.unwrap_or_else(|error| unreachable!("{error}"));
            let privacy = Actor::new(Role::Privacy, "s-0001").unwrap_or_else(|_| unreachable!());
            let found = demo.app().record().find(&privacy, Query::default());
            let found = found.unwrap_or_else(|error| unreachable!("{error}"));
            let days: BTreeSet<String> = found.cases.iter().map(|case| case.when.clone()).collect();
            assert!(days.len() >= 5, "{days:?}");
            for state in [State::Open, State::Decided, State::Notified] {
                assert!(
                    found.cases.iter().any(|case| case.state == state.as_str()),
                    "{state}"
                );
            }
            let intact = demo.app().record().verify(&privacy);
            assert!(matches!(
                intact,
                Ok(demur_app::store::Verified::Intact { .. })
            ));
        }
    }
}
