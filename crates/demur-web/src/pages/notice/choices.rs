//! What somebody chose and filled in for a notice.

use demur_app::notices::{Address, Channel, Lang, Scenario, Slot, Values};
use demur_app::syntax::tree;

use crate::firm::Firm;
use crate::posted::Fields;

/// Fields of places begin so.
pub(super) const PLACE: &str = "place.";

/// How a notice is to be written.
pub(super) struct Choices {
    pub(super) channel: Channel,
    pub(super) lang: Lang,
    pub(super) address: Address,
    /// Nothing: what the opinion calls for.
    pub(super) scenario: Option<Scenario>,
    pub(super) values: Values,
}

impl Choices {
    /// As the page is opened: said to a calm customer, in the language of whoever reads.
    pub(super) fn first(firm: &Firm, number: Option<&str>, lang: tree::Lang) -> Self {
        let mut values = Values::default();
        let complaints = match firm.complaint_contact.as_str() {
            "" => &firm.contact,
            own => own,
        };
        for (place, value) in [
            ("business_name", firm.name.as_str()),
            ("business_address", &firm.address),
            ("contact", &firm.contact),
            ("appeal_contact", complaints),
            ("case_id", number.unwrap_or_default()),
        ] {
            fill(&mut values, place, value);
        }
        Self {
            channel: Channel::Spoken,
            lang: match lang {
                tree::Lang::Pl => Lang::Pl,
                tree::Lang::En => Lang::En,
            },
            address: Address::default(),
            scenario: None,
            values,
        }
    }

    /// As they were sent; what cannot be read stays as it is on the first page.
    pub(super) fn sent(fields: &Fields, first: Self) -> Self {
        let mut values = Values::default();
        for (place, value) in fields.under(PLACE) {
            fill(&mut values, place, &value.replace("\r\n", "\n"));
        }
        Self {
            channel: fields.text("channel").parse().unwrap_or(first.channel),
            lang: fields.text("lang").parse().unwrap_or(first.lang),
            address: fields.text("address").parse().unwrap_or(first.address),
            scenario: fields.text("scenario").parse().ok(),
            values,
        }
    }

    /// Puts somebody who can help into the places for that.
    pub(super) fn name_provider(&mut self, name: &str, contact: &str) {
        fill(&mut self.values, "provider", name);
        fill(&mut self.values, "provider_contact", contact);
        fill(&mut self.values, "provider_none_reason", "");
    }
}

/// A form that names a place that no notice has was not made by a page of ours.
fn fill(values: &mut Values, place: &str, value: &str) {
    if Slot::find(place).is_some() {
        let _known = values.set(place, value);
    }
}
