//! How a customer was reached, and the one way to find that again (PR-09, PR-32).

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::coded::coded;
use crate::crypto::Key;
use crate::error::{Result, StoreError};

coded! {
    /// Kind of a contact.
    Channel {
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// A postal address.
        Post = "post",
        /// The number of an account or loyalty card.
        Account = "account",
    }
}

/// One contact value.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its kind.
    pub channel: Channel,
    /// The address or number, as people write it.
    pub value: String,
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Contact({}, ..)", self.channel)
    }
}

/// Who the customer is, as far as a message needs it. No copy of a document, ever.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Name used in the message, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Contacts known when the message was written; only the one used is kept.
    pub contacts: Vec<Contact>,
    /// The channel that carries the message.
    pub used: Channel,
    /// A document was looked at, and that is all that is noted about it.
    #[serde(default)]
    pub checked: bool,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Identity({}, ..)", self.used)
    }
}

const LONGEST: usize = 200;

impl Identity {
    /// Without the contacts that did not carry the message (PR-09).
    pub(crate) fn reduced(mut self) -> Result<Self> {
        let used = self.used;
        self.contacts.retain(|contact| contact.channel == used);
        self.contacts.truncate(1);
        let Some(contact) = self.contacts.first() else {
            return Err(StoreError::invalid(
                "identity.used",
                "no contact of this channel was given",
            ));
        };
        let name = self.name.as_deref().unwrap_or("");
        if contact.value.chars().count() > LONGEST || name.chars().count() > LONGEST {
            return Err(StoreError::invalid("identity", "at most 200 characters"));
        }
        Ok(self)
    }
}

/// The form of a contact in which equal contacts are equal.
///
/// `country` is the calling code that numbers without one belong to, such as `48`.
///
/// # Errors
/// When the value cannot be a contact of its kind.
pub fn normalise(contact: &Contact, country: &str) -> Result<String> {
    let text: String = contact.value.nfc().collect();
    match contact.channel {
        Channel::Email => email(&text),
        Channel::Phone => phone(&text, country),
        Channel::Post | Channel::Account => {
            let words = text.to_lowercase();
            let words: Vec<&str> = words.split_whitespace().collect();
            if words.is_empty() {
                return Err(StoreError::invalid("contact", "empty"));
            }
            Ok(words.join(" "))
        }
    }
}

fn email(text: &str) -> Result<String> {
    let text = text.trim().to_lowercase();
    let parts = text.rsplit_once('@');
    let fits = parts.is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty());
    if !fits || text.contains(char::is_whitespace) {
        return Err(StoreError::invalid("contact", "not an e-mail address"));
    }
    Ok(text)
}

/// E.164: `+`, country code, number.
fn phone(text: &str, country: &str) -> Result<String> {
    let kept = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}'));
    let kept: String = kept.collect();
    let digits = match (kept.strip_prefix('+'), kept.strip_prefix("00")) {
        (Some(rest), _) | (None, Some(rest)) => rest.to_owned(),
        // A leading zero is dialled inside the country only.
        (None, None) => format!("{country}{}", kept.strip_prefix('0').unwrap_or(&kept)),
    };
    let coded = digits.bytes().all(|byte| byte.is_ascii_digit());
    if !coded || !(8..=15).contains(&digits.len()) {
        return Err(StoreError::invalid("contact", "not a telephone number"));
    }
    Ok(format!("+{digits}"))
}

/// The keyed hash by which a contact is found again.
pub(crate) fn tag(key: &Key, contact: &Contact, country: &str) -> Result<Vec<u8>> {
    let value = normalise(contact, country)?;
    let kind = contact.channel.as_str();
    Ok(key.tag(&[b"demur/contact/v1", kind.as_bytes(), value.as_bytes()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(channel: Channel, value: &str) -> String {
        let value = value.to_owned();
        normalise(&Contact { channel, value }, "48").unwrap()
    }

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for text in [
            "0048 600-100-200",
            "600 100 200",
            "+48 600.100.200",
            "(600) 100/200",
        ] {
            assert_eq!(normal(Channel::Phone, text), "+48600100200", "{text}");
        }
        for wrong in ["600", "sixty", "+48 600 100 200 300 400 500"] {
            let value = wrong.to_owned();
            let channel = Channel::Phone;
            assert!(normalise(&Contact { channel, value }, "48").is_err());
        }
    }

    #[test]
    fn an_address_loses_case_and_spaces() {
        let composed = normal(Channel::Email, " Zo\u{e9}@Example.ORG ");
        assert_eq!(composed, normal(Channel::Email, "zoe\u{301}@example.org"));
        assert_eq!(
            normal(Channel::Post, "Long  Street 1\n00-001 Town"),
            "long street 1 00-001 town"
        );
    }

    #[test]
    fn only_the_contact_that_was_used_stays() {
        let contact = |channel, value: &str| Contact {
            channel,
            value: value.to_owned(),
        };
        let identity = Identity {
            name: None,
            contacts: vec![
                contact(Channel::Email, "a@example.org"),
                contact(Channel::Phone, "600100200"),
            ],
            used: Channel::Phone,
            checked: false,
        };
        let kept = identity.reduced().unwrap().contacts;
        assert_eq!(kept, [contact(Channel::Phone, "600100200")]);
    }
}
