//! Duties to send the customer somewhere, and who meets them.

use demur_engine::Opinion;
use demur_lawbook::{DutyId, Lawbook, NormId};
use demur_referral::{
    Candidate, Depth, Index, NearError, Provider, Query, Ruling, Search, Service, Wanted, search,
};

/// A duty of the opinion that is met by naming somebody.
#[derive(Debug)]
pub struct DutyToRefer<'d> {
    /// The duty.
    pub duty: DutyId,
    /// The norm that requires it.
    pub norm: NormId,
    /// Who meets it.
    pub met: Met<'d>,
}

/// Who meets a duty.
#[derive(Debug)]
pub enum Met<'d> {
    /// This service.
    By(&'d Provider, &'d Service, Option<f64>),
    /// Perhaps this service: something has to be asked first.
    Perhaps(&'d Provider, &'d Service, Option<f64>),
    /// Nobody in the directory.
    Nobody,
}

/// Duties that are met by naming somebody, with the words by which a service that meets
/// them calls itself; without words every service does that the customer asks for.
const DUTIES: [(&str, &[&str]); 5] = [
    (
        "refer_to_doctor",
        &["lekarz", "doctor", "physician", "medical clinic"],
    ),
    (
        "debt_advice",
        &["poradnictwo dla zadłużonych", "debt advice"],
    ),
    ("show_other_care", &[]),
    ("name_alternative_service", &[]),
    ("offer_alternative", &[]),
];

struct Due {
    duty: DutyId,
    norm: NormId,
    words: &'static [&'static str],
}

/// The duties of an opinion, each once.
fn due(lawbook: &Lawbook, opinion: &Opinion) -> Vec<Due> {
    let mut found: Vec<Due> = Vec::new();
    for each in &opinion.duties {
        let name = lawbook.duties[each.duty].name.as_str();
        let known = DUTIES.iter().find(|(duty, _)| *duty == name);
        let told = found.iter().any(|due| due.duty == each.duty);
        if let (Some((_, words)), false) = (known, told) {
            found.push(Due {
                duty: each.duty,
                norm: each.norm,
                words,
            });
        }
    }
    found
}

fn words(due: &Due) -> Vec<Wanted> {
    let words = due.words.iter();
    words.filter_map(|word| Wanted::new(word)).collect()
}

/// What the duties ask for, where they say it.
pub(super) fn wanted(lawbook: &Lawbook, opinion: &Opinion) -> Vec<Wanted> {
    due(lawbook, opinion).iter().flat_map(words).collect()
}

/// The duties when nobody may be named.
pub(super) fn unmet<'d>(lawbook: &Lawbook, opinion: &Opinion) -> Vec<DutyToRefer<'d>> {
    let due = due(lawbook, opinion).into_iter();
    due.map(|due| DutyToRefer {
        duty: due.duty,
        norm: due.norm,
        met: Met::Nobody,
    })
    .collect()
}

/// A public list of services.
type Register<'d> = (&'d Provider, &'d Service);

/// Who meets each duty, and public lists for those that nobody meets: the best of those who were found, else of those who call
/// themselves what it asks for.
pub(super) fn met<'d>(
    lawbook: &Lawbook,
    opinion: &Opinion,
    index: &Index<'d>,
    query: &Query,
    found: &Search<'d>,
    judge: &mut dyn FnMut(&Service) -> Ruling,
) -> Result<(Vec<DutyToRefer<'d>>, Vec<Register<'d>>), NearError> {
    let mut duties = Vec::new();
    let mut registers = Vec::new();
    for due in due(lawbook, opinion) {
        let met = if due.words.is_empty() {
            best(&found.candidates)
        } else {
            let query = Query {
                service: words(&due),
                depth: Depth::Name,
                ..query.clone()
            };
            let found = search(index, &query, judge)?;
            let met = best(&found.candidates);
            if matches!(met, Met::Nobody) {
                registers.extend(found.registers);
            }
            met
        };
        duties.push(DutyToRefer {
            duty: due.duty,
            norm: due.norm,
            met,
        });
    }
    Ok((duties, registers))
}

/// The first candidate: those about whom something has to be asked come last.
fn best<'d>(candidates: &[Candidate<'d>]) -> Met<'d> {
    match candidates.first() {
        None => Met::Nobody,
        Some(first) if first.ask_first.is_empty() => {
            Met::By(first.provider, first.service, first.kilometres)
        }
        Some(first) => Met::Perhaps(first.provider, first.service, first.kilometres),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_duty_is_one_of_the_built_in_library_and_has_words() {
        let library = crate::library::load(None, None).expect("the library");
        for (name, words) in DUTIES {
            let duty = library.lawbook.duties.find(|duty| duty.name == name);
            assert!(duty.is_some(), "{name}");
            assert!(words.iter().all(|word| Wanted::new(word).is_some()));
        }
    }
}
