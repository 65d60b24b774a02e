//! A referral as JSON.

use demur_lawbook::{FactId, Lawbook, Verdict};
use demur_referral::{
    Candidate, Contact, Depth, Doubt, Freshness, LeftOut, Provider, Reason, Rejected, Room,
    Service, Status, Why,
};
use demur_syntax::tree::Lang;
use jiff::civil::DateTime;
use serde_json::{Value, json};

use super::{Lawful, Met, Referral};

/// The JSON shape of a referral, with texts in this language. Members are the same on
/// every run.
#[must_use]
pub fn document(
    lawbook: &Lawbook,
    referral: &Referral<'_>,
    rejected: &[Rejected],
    at: DateTime,
    lang: Lang,
) -> Value {
    let writer = Writer { lawbook, lang };
    let search = referral.search.as_ref();
    let candidates = search.map_or(&[][..], |search| &search.candidates);
    let left_out = search.map_or(&[][..], |search| &search.left_out);
    let registers = &referral.registers;
    let (lawful, norms, open) = match &referral.lawful {
        Lawful::Yes => ("yes", &[][..], &[][..]),
        Lawful::No(norms) => ("no", norms.as_slice(), &[][..]),
        Lawful::Open(facts) => ("open", &[][..], facts.as_slice()),
    };
    let measures = referral.opinion.measures.iter().map(|each| {
        let measure = &lawbook.measures[each.measure];
        json!({"measure": measure.name, "label": measure.label.get(lang)})
    });
    json!({
        "at": at.to_string(),
        "verdict": referral.opinion.verdict.map_or("undetermined", Verdict::name),
        "lawful": lawful,
        "unlawful_by": norms.iter().map(|norm| writer.norm(*norm)).collect::<Vec<_>>(),
        "ask_first": open.iter().map(|fact| writer.fact(*fact)).collect::<Vec<_>>(),
        "instead": measures.collect::<Vec<_>>(),
        "from": search.map(|search| {
            json!({"latitude": search.from.latitude(), "longitude": search.from.longitude()})
        }),
        "providers": candidates.iter().map(|each| writer.candidate(each)).collect::<Vec<_>>(),
        "duties": referral.duties.iter().map(|each| writer.duty(each)).collect::<Vec<_>>(),
        "left_out": left_out.iter().map(left_out_value).collect::<Vec<_>>(),
        "registers": registers.iter().map(|(provider, service)| json!({
            "provider": provider.name,
            "service": service.name,
            "contact": contact(&service.contact.or(&provider.contact)),
        })).collect::<Vec<_>>(),
        "rejected": rejected.iter().map(|each| json!({
            "place": each.origin.to_string(), "why": each.why, "mend": each.mend,
        })).collect::<Vec<_>>(),
        "lawbook": {"hash": lawbook.hash},
    })
}

#[derive(Clone, Copy)]
struct Writer<'l> {
    lawbook: &'l Lawbook,
    lang: Lang,
}

impl Writer<'_> {
    fn norm(self, norm: demur_lawbook::NormId) -> Value {
        let norm = &self.lawbook.norms[norm];
        json!({
            "norm": norm.id,
            "title": norm.title.get(self.lang),
            "cite": norm.citation.cite,
        })
    }

    fn fact(self, fact: FactId) -> Value {
        let fact = &self.lawbook.facts[fact];
        json!({"fact": fact.name, "question": fact.ask.get(self.lang)})
    }

    fn candidate(self, each: &Candidate<'_>) -> Value {
        let place = each
            .place
            .and_then(|number| each.service.places.get(number));
        let own = each.service.contact.or(&each.provider.contact);
        let (freshness, days) = match each.freshness {
            Freshness::Fresh(days) => ("fresh", Some(days)),
            Freshness::Stale(days) => ("stale", Some(days)),
            Freshness::Never => ("never", None),
        };
        json!({
            "provider": each.provider.name,
            "service": each.service.name,
            "place": place.map(|place| json!({
                "name": place.name, "street": place.street, "town": place.town,
            })),
            "contact": contact(&place.map_or(own.clone(), |place| place.contact.or(&own))),
            "kilometres": each.kilometres.map(tenths),
            "reasons": each.reasons.iter().map(reason).collect::<Vec<_>>(),
            "ask_first": each.ask_first.iter().map(|doubt| self.doubt(doubt)).collect::<Vec<_>>(),
            "confirmed": {"state": freshness, "days": days},
            "fictional": each.service.fictional,
            "from": each.service.origin.to_string(),
        })
    }

    fn doubt(self, doubt: &Doubt) -> Value {
        match doubt {
            Doubt::Facts(names) => {
                let known = names.iter().map(|name| {
                    let fact = self.lawbook.fact_named(name);
                    fact.map_or_else(|| json!({"fact": name}), |fact| self.fact(fact))
                });
                json!({"kind": "facts", "facts": known.collect::<Vec<_>>()})
            }
            Doubt::Language(code) => json!({"kind": "language", "language": code}),
            Doubt::Accessibility(text) => json!({"kind": "accessibility", "wanted": text}),
            Doubt::Place => json!({"kind": "place"}),
            Doubt::Room(days) => json!({"kind": "room", "full_days_ago": days}),
        }
    }

    fn duty(self, each: &super::DutyToRefer<'_>) -> Value {
        let duty = &self.lawbook.duties[each.duty];
        let by = |provider: &Provider, service: &Service, kilometres: Option<f64>| {
            json!({
                "provider": provider.name,
                "service": service.name,
                "kilometres": kilometres.map(tenths),
            })
        };
        let (met, by) = match each.met {
            Met::By(provider, service, far) => ("yes", Some(by(provider, service, far))),
            Met::Perhaps(provider, service, far) => ("perhaps", Some(by(provider, service, far))),
            Met::Nobody => ("no", None),
        };
        json!({
            "duty": duty.name,
            "label": duty.label.get(self.lang),
            "norm": self.lawbook.norms[each.norm].id,
            "met": met,
            "by": by,
        })
    }
}

fn contact(contact: &Contact) -> Value {
    json!({"phone": contact.phone, "email": contact.email, "url": contact.url})
}

/// Distances are not known better than that.
fn tenths(kilometres: f64) -> f64 {
    (kilometres * 10.0).round() / 10.0
}

fn reason(reason: &Reason) -> Value {
    match reason {
        Reason::Offers { depth, text } => {
            let depth = match depth {
                Depth::Code => "code",
                Depth::Name => "name",
                Depth::Description => "description",
                Depth::Provider => "provider",
            };
            json!({"kind": "offers", "in": depth, "text": text})
        }
        Reason::Distance { kilometres, about } => {
            json!({"kind": "distance", "kilometres": tenths(*kilometres), "about": about})
        }
        Reason::Remote => json!({"kind": "remote"}),
        Reason::Serves(area) => json!({"kind": "serves", "area": area}),
        Reason::Open(until) => json!({"kind": "open", "until": until.map(|each| each.to_string())}),
        Reason::Opens(at) => json!({"kind": "opens", "at": at.to_string()}),
        Reason::Closed => json!({"kind": "closed"}),
        Reason::HoursUnknown => json!({"kind": "hours_unknown"}),
        Reason::Speaks(code) => json!({"kind": "speaks", "language": code}),
        Reason::Accessible(text) => json!({"kind": "accessible", "text": text}),
        Reason::Room(room) => json!({"kind": "room", "room": match room {
            Room::Free => "free",
            Room::Waiting => "waiting",
            Room::Full => "full",
        }}),
    }
}

fn left_out_value(each: &LeftOut<'_>) -> Value {
    let why = match &each.why {
        Why::Status(Status::Active | Status::Paused) => json!({"kind": "paused"}),
        Why::Status(Status::Ended) => json!({"kind": "ended"}),
        Why::Full(days) => json!({"kind": "full", "days": days}),
        Why::Language(code) => json!({"kind": "language", "language": code}),
        Why::Accessibility(text) => json!({"kind": "accessibility", "wanted": text}),
        Why::TakesNot(condition) => json!({"kind": "takes_not", "condition": condition}),
        Why::TooFar => json!({"kind": "too_far"}),
    };
    json!({
        "provider": each.provider.name,
        "service": each.service.name,
        "kilometres": each.kilometres.map(tenths),
        "why": why,
        "from": each.service.origin.to_string(),
    })
}
