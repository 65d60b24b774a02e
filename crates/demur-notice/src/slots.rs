//! What can be filled in, and the values that were.

use std::collections::BTreeMap;

use crate::Lang;

/// What kind of words a slot takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    /// A phrase in its basic form; it is never inflected.
    Phrase,
    /// One or two whole sentences.
    Sentences,
    /// A clause that can stand after "because".
    Clause,
    /// A day: `2026-12-06` is written out, anything else is taken as it is.
    Date,
}

/// A place in a template that is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// As written in templates.
    pub name: &'static str,
    /// What it takes.
    pub kind: SlotKind,
    pl: &'static str,
    en: &'static str,
    de: &'static str,
}

impl Slot {
    /// What to fill in, in a few words.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Pl => self.pl,
            Lang::En => self.en,
            Lang::De => self.de,
        }
    }

    /// The slot of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        SLOTS.iter().find(|slot| slot.name == name)
    }

    /// All slots that templates may name.
    #[must_use]
    pub fn all() -> &'static [Self] {
        SLOTS
    }
}

/// Values by the names of their slots. An empty value counts as none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<&'static str, String>);

impl Values {
    /// Fills a slot in. Control characters and private-use characters are left out: no keyboard
    /// writes them, and the composer marks places with them.
    ///
    /// # Errors
    /// When no slot has this name; the error says which one is near.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), UnknownSlot> {
        let slot = Slot::find(name).ok_or_else(|| UnknownSlot::of(name))?;
        let clean: String = value
            .trim()
            .chars()
            .filter(|c| (*c == '\n' || !c.is_control()) && !is_private(*c))
            .collect();
        if clean.is_empty() {
            self.0.remove(slot.name);
        } else {
            self.0.insert(slot.name, clean);
        }
        Ok(())
    }

    /// Fills a slot in unless it has a value.
    pub(crate) fn suggest(&mut self, slot: &'static str, value: String) {
        if !value.is_empty() {
            self.0.entry(slot).or_insert(value);
        }
    }

    /// The value of a slot.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Slots that have a value, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }
}

pub(crate) fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

/// A name that no slot has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownSlot {
    /// What was written.
    pub given: String,
    /// The slot that was probably meant.
    pub near: Option<&'static str>,
}

impl UnknownSlot {
    pub(crate) fn of(given: &str) -> Self {
        let best = SLOTS
            .iter()
            .map(|slot| (strsim::jaro_winkler(slot.name, given), slot.name))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        let near = best.filter(|(score, _)| *score > 0.8).map(|(_, name)| name);
        Self {
            given: given.to_owned(),
            near,
        }
    }
}

impl std::fmt::Display for UnknownSlot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a notice has no place called `{}`", self.given)?;
        match self.near {
            Some(near) => write!(f, "; did you mean `{near}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UnknownSlot {}

const fn slot(
    name: &'static str,
    kind: SlotKind,
    pl: &'static str,
    en: &'static str,
    de: &'static str,
) -> Slot {
    Slot {
        name,
        kind,
        pl,
        en,
        de,
    }
}

use SlotKind::{Clause, Date, Phrase, Sentences};

#[rustfmt::skip]
static SLOTS: &[Slot] = &[
    slot("business_name", Phrase, "nazwa firmy", "name of the firm", "Name der Firma"),
    slot("business_address", Phrase, "adres firmy", "address of the firm", "Anschrift der Firma"),
    slot("signatory_role", Phrase, "stanowisko osoby, która decyduje", "role of the person who decides", "Funktion der entscheidenden Person"),
    slot("contact", Phrase, "e-mail i telefon", "e-mail and phone", "E-Mail und Telefon"),
    slot("contact_short", Phrase, "telefon", "phone", "Telefon"),
    slot("customer_name", Phrase, "imię i nazwisko", "name", "Name"),
    slot("customer_address", Phrase, "adres odbiorcy", "address of the recipient", "Anschrift"),
    slot("case_id", Phrase, "numer sprawy", "case number", "Vorgangsnummer"),
    slot("date", Date, "data", "date", "Datum"),
    slot("request", Phrase, "o co chodziło", "what was asked for", "worum es ging"),
    slot("facts", Sentences, "co się stało: kiedy, gdzie, co", "what happened: when, where, what", "was geschah: wann, wo, was"),
    slot("facts_short", Clause, "powód po „bo”", "the reason after \"because\"", "der Grund nach „weil“"),
    slot("rule_name", Phrase, "przepis albo punkt regulaminu", "statute or point of the house rules", "Vorschrift oder Punkt der Hausordnung"),
    slot("rule_plain", Sentences, "co ta zasada znaczy, jednym zdaniem", "what the rule means, in one sentence", "was die Regel bedeutet, in einem Satz"),
    slot("alternative_1", Phrase, "co możemy zrobić zamiast tego", "what we can do instead", "was wir stattdessen anbieten"),
    slot("alternative_2", Phrase, "druga możliwość", "a second possibility", "zweite Möglichkeit"),
    slot("provider", Phrase, "inna firma", "another provider", "anderer Anbieter"),
    slot("provider_contact", Phrase, "kontakt do innej firmy", "contact of the other provider", "Kontakt des anderen Anbieters"),
    slot("provider_confirmed", Sentences, "zdanie: kiedy potwierdzono miejsce", "a sentence: when a place was confirmed", "Satz: wann ein Platz bestätigt wurde"),
    slot("provider_none_reason", Phrase, "dlaczego nikogo nie polecamy (tylko do akt)", "why nobody is recommended (for the file only)", "warum niemand empfohlen wird (nur für die Akte)"),
    slot("next_date", Date, "najbliższy wolny termin", "next free date", "nächster freier Termin"),
    slot("return_date", Date, "od kiedy obsłużymy", "from when we serve again", "ab wann wieder bedient wird"),
    slot("reset_date", Date, "kiedy licznik się zeruje", "when the count starts anew", "wann neu gezählt wird"),
    slot("refund_date", Date, "do kiedy zwrot pieniędzy", "by when the money is paid back", "bis wann erstattet wird"),
    slot("deadline", Date, "termin, którego nie można przegapić", "a deadline not to be missed", "Frist"),
    slot("appeal_contact", Phrase, "adres dla odwołań", "where to send an appeal", "Adresse für die Überprüfung"),
    slot("appeal_deadline", Date, "do kiedy odwołanie", "by when to appeal", "Frist für die Überprüfung"),
    slot("appeal_reply_by", Date, "do kiedy odpowiemy", "by when we reply", "bis wann geantwortet wird"),
    slot("external_body", Phrase, "kto jeszcze pomaga, na zewnątrz", "who outside can help", "Stelle außerhalb"),
    slot("incident_date", Date, "dzień zdarzenia", "day of the incident", "Tag des Vorfalls"),
    slot("incident_time", Phrase, "godzina zdarzenia", "time of the incident", "Uhrzeit des Vorfalls"),
    slot("start_date", Date, "od kiedy", "from when", "von"),
    slot("end_date", Date, "do kiedy", "until when", "bis"),
    slot("review_date", Date, "kiedy sami to sprawdzimy", "when we review it ourselves", "wann wir selbst prüfen"),
    slot("places", Phrase, "których miejsc dotyczy", "which places", "welche Orte"),
    slot("open_matters_route", Phrase, "jak załatwić sprawy w toku", "how to settle open matters", "Weg für offene Anliegen"),
    slot("earlier_warning", Sentences, "kiedy i jak ostrzegliśmy", "when and how we warned", "wann und wie gewarnt wurde"),
    slot("lawful_consequence", Sentences, "skutek prawny, jednym prawdziwym zdaniem", "legal effect, in one true sentence", "Rechtsfolge, in einem wahren Satz"),
    slot("warning_until", Date, "do kiedy ostrzeżenie jest ważne", "until when the warning counts", "bis wann die Verwarnung gilt"),
    slot("invoice_no", Phrase, "numer faktury", "invoice number", "Rechnungsnummer"),
    slot("amount", Phrase, "kwota", "amount", "Betrag"),
    slot("due_date", Date, "termin płatności", "due date", "Fälligkeit"),
    slot("as_of_date", Date, "stan na dzień", "as of", "Stand"),
    slot("missed_dates", Phrase, "wizyty bez odwołania", "missed visits", "versäumte Termine"),
    slot("missing_items", Phrase, "czego brakuje", "what is missing", "was fehlt"),
    slot("min_age", Phrase, "wiek", "age", "Alter"),
    slot("max_people", Phrase, "ile osób", "how many people", "Personenzahl"),
    slot("next_time", Phrase, "godzina następnego wejścia", "time of the next entry", "Uhrzeit des nächsten Einlasses"),
    slot("order_date", Date, "data zamówienia", "date of the order", "Bestelldatum"),
    slot("documents_status", Sentences, "co z dokumentami", "what happens with the papers", "was mit den Unterlagen geschieht"),
    slot("continuity", Sentences, "opieka do czasu zmiany", "care until the change", "Versorgung bis zum Wechsel"),
    slot("records_how", Phrase, "jak dostać dokumentację", "how to get the records", "wie man die Akten erhält"),
    slot("privacy_link", Phrase, "gdzie opisujemy dane", "where we describe the use of data", "wo der Datenschutz steht"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_name_is_answered_with_the_slot_that_was_meant() {
        let error = Values::default().set("busines_name", "x").unwrap_err();
        assert_eq!(
            error.to_string(),
            "a notice has no place called `busines_name`; did you mean `business_name`?"
        );
    }

    #[test]
    fn values_lose_only_what_no_keyboard_writes() {
        let mut values = Values::default();
        values
            .set("request", " a\u{e000}b\u{7}\nc {{ d }} ")
            .unwrap();
        assert_eq!(values.get("request"), Some("ab\nc {{ d }}"));
        values.set("request", "  ").unwrap();
        assert_eq!(values.get("request"), None);
    }
}
