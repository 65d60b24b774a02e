//! What a text message costs.

use super::{Job, forbid};
use crate::lint::{Finding, Rewrite, Wording};

/// Letters of the GSM 7-bit alphabet that are not ASCII.
const GSM: &str = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ ¡ÄÖÑÜ§¿äöñüà€\n\r";
/// Letters that take two places.
const GSM_DOUBLE: &str = "^{}\\[~]|€\u{c}";
/// ASCII that the alphabet has not.
const NOT_GSM: &str = "`";

/// How many parts a message of this text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cost {
    parts: usize,
    units: usize,
    is_gsm: bool,
}

/// Short links, and a message of several parts.
pub(super) fn parts(job: &Job<'_>) -> Vec<Finding> {
    let mut found = forbid::words(job);
    let cost = cost(job.draft.content().trim());
    if cost.parts > 1 {
        let alphabet = if cost.is_gsm { "GSM-7" } else { "UCS-2" };
        let gaps = [
            ("units", cost.units.to_string()),
            ("parts", cost.parts.to_string()),
            ("alphabet", alphabet.to_owned()),
        ];
        let words = Wording {
            en: "The message costs {parts} parts: {units} units of {alphabet}".to_owned(),
            pl: "Wiadomość kosztuje kilka części ({parts}): {units} jednostek {alphabet}"
                .to_owned(),
        };
        let advice = Wording {
            en: "Shorten it if the cost matters; keep Polish letters, a text without them looks careless".to_owned(),
            pl: "Skróć, jeśli koszt ma znaczenie; zostaw polskie litery, bez nich tekst wygląda niedbale".to_owned(),
        };
        let mut message = job.whole();
        message.message = words.fill(&gaps);
        message.suggestion = Some(Rewrite::Advise(advice));
        found.push(message);
    }
    found
}

fn cost(text: &str) -> Cost {
    let is_gsm = text
        .chars()
        .all(|c| (c.is_ascii() && !NOT_GSM.contains(c)) || GSM.contains(c));
    let double = text.chars().filter(|c| GSM_DOUBLE.contains(*c)).count();
    let (units, single, several) = if is_gsm {
        (text.chars().count() + double, 160, 153)
    } else {
        (text.encode_utf16().count(), 70, 67)
    };
    let parts = if units <= single {
        1
    } else {
        units.div_ceil(several)
    };
    Cost {
        parts,
        units,
        is_gsm,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_as_the_networks_count_them() {
        let parts = |text: &str| cost(text).parts;
        assert_eq!(
            [70, 71, 134, 135].map(|n| parts(&"ą".repeat(n))),
            [1, 2, 2, 3]
        );
        assert_eq!(
            [160, 161, 306, 307].map(|n| parts(&"a".repeat(n))),
            [1, 2, 2, 3]
        );
        assert_eq!(parts(&"[".repeat(81)), 2);
        assert_eq!(parts(&"ą".repeat(320)), 5);
    }
}
