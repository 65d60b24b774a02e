//! Letters and counter notices as a firm would send them; all names are made up.

use demur_letter::{Block, Lang, Letter, Poster, Reference};
use jiff::civil::date;

pub(crate) fn texts(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

pub(crate) fn says(text: &str) -> Block {
    Block::Paragraph {
        lead: None,
        text: text.to_owned(),
    }
}

pub(crate) fn labelled(lead: &str, text: &str) -> Block {
    Block::Paragraph {
        lead: Some(lead.to_owned()),
        text: text.to_owned(),
    }
}

fn reference(label: &str, value: &str) -> Reference {
    Reference {
        label: label.to_owned(),
        value: value.to_owned(),
    }
}

/// One page, with every part that a letter can have.
pub(crate) fn polish() -> Letter {
    Letter {
        lang: Lang::Pl,
        sender: texts(&[
            "Salon Pętla",
            "ul. Lipowa 4",
            "00-001 Warszawa",
            "biuro@petla.example",
            "22 555 01 00",
        ]),
        day: date(2026, 11, 22),
        date: "22 listopada 2026 r.".to_owned(),
        references: vec![reference("Sprawa", "D-2026-0147")],
        recipient: texts(&["Jan Kowalski", "ul. Długa 12 m. 7", "00-950 Warszawa"]),
        subject: Some("Odpowiedź na prośbę o nową wizytę".to_owned()),
        salutation: "Dzień dobry,".to_owned(),
        blocks: vec![
            says(
                "dziękujemy za prośbę o nową wizytę: wizyta w grudniu. Na zwykłych zasadach jej teraz nie zapiszemy.",
            ),
            labelled(
                "Powód:",
                "w kalendarzu są wizyty bez odwołania: 2.09, 14.10 i 6.11.2026. Podstawa: Regulamin, pkt 5. \
                 Po trzech wizytach bez odwołania nową zapisujemy z przedpłatą.",
            ),
            says("Jak się umówić:"),
            Block::List(texts(&[
                "wpłacić 50 zł przedpłaty, odliczymy ją od ceny",
                "poczekać do 6 maja 2027 r., wtedy licznik się wyzeruje",
            ])),
            says(
                "Jeśli to pomyłka albo coś ważnego uniemożliwiło przyjście, prosimy napisać na \
                 odwolania@petla.example do 6 grudnia 2026 r. Nie trzeba podawać szczegółów. Odpowiemy do \
                 20 grudnia 2026 r. Inne pytania: biuro@petla.example, 22 555 01 00.",
            ),
        ],
        closing: "Z poważaniem".to_owned(),
        signature: texts(&[
            "Kierownictwo salonu",
            "Salon Pętla, biuro@petla.example, 22 555 01 00",
        ]),
        foot: texts(&["Jak przetwarzamy dane w tej sprawie: petla.example/dane"]),
        mark: None,
    }
}

/// One page for a person whose address is not known, marked as a sample.
pub(crate) fn english() -> Letter {
    Letter {
        lang: Lang::En,
        sender: texts(&[
            "Harbour Street Print Works",
            "17 Harbour Street",
            "Leith EH6 7AB",
            "desk@harbour.example",
        ]),
        day: date(2026, 12, 1),
        date: "1 December 2026".to_owned(),
        references: vec![
            reference("Case", "R-2026-31"),
            reference("Concerning", "order of 24 November"),
        ],
        recipient: Vec::new(),
        subject: Some("Your order for posters".to_owned()),
        salutation: "Hello,".to_owned(),
        blocks: vec![
            says(
                "Thank you for your request. We will not produce this content: 200 posters with the text you sent us.",
            ),
            labelled(
                "Reason:",
                "it is the content, not you. Our rule: House rules, point 3. We do not print calls to harm a person. \
                 We apply it to everyone in the same way.",
            ),
            says("What we can offer:"),
            Block::List(texts(&[
                "the same posters without the last sentence, at the price we quoted",
                "another provider: Copy Corner, 5 Mill Lane, 0131 496 0000",
            ])),
            labelled(
                "If you think we misjudged it:",
                "please write to review@harbour.example by 15 December 2026. Another person will look at it and \
                 reply by 22 December 2026.",
            ),
        ],
        closing: "Yours sincerely".to_owned(),
        signature: texts(&["The duty manager", "Harbour Street Print Works"]),
        foot: texts(&["How we use data in this case: harbour.example/data"]),
        mark: Some("SAMPLE".to_owned()),
    }
}

/// Three pages.
pub(crate) fn german() -> Letter {
    let mut blocks = vec![says(
        "wir schreiben Ihnen wegen des Vorfalls am 14. November 2026. Dieses Schreiben ist eine Verwarnung. \
              Wir bedienen Sie weiter wie gewohnt.",
    )];
    for number in 1..=9 {
        blocks.push(labelled(
            &format!("Was geschah, Punkt {number}:"),
            "Am Tresen fielen im Gespräch über die Rückerstattungsbedingungen Beleidigungen. Unsere \
             Mitarbeiterinnen und Mitarbeiter haben darum gebeten, das Gespräch ohne Beleidigungen \
             weiterzuführen, z. B. schriftlich oder zu einer ruhigeren Uhrzeit. Die \
             Geschäftsbedingungen regeln das in Nr. 5: Wir bitten zuerst, und erst danach beenden wir \
             die Bedienung für den Tag.",
        ));
        blocks.push(says("Was Sie tun können:"));
        blocks.push(Block::List(texts(&[
            "eine andere Uhrzeit vereinbaren, montags bis freitags zwischen 8 und 9 Uhr ist es ruhig",
            "uns schreiben, wir antworten innerhalb von 5 Tagen",
        ])));
    }
    blocks.push(labelled(
        "War es anders?",
        "Schreiben Sie bis 6. Dezember 2026 an pruefung@werkstatt.example. Eine unbeteiligte Person prüft \
         den Fall. Wir antworten bis 20. Dezember 2026.",
    ));
    Letter {
        lang: Lang::De,
        sender: texts(&[
            "Fahrradwerkstatt Nord",
            "Hafenweg 3",
            "24103 Kiel",
            "info@werkstatt.example",
        ]),
        day: date(2026, 11, 22),
        date: "22. November 2026".to_owned(),
        references: vec![reference("Vorgang", "V-2026-88")],
        recipient: texts(&["Erika Mustermann", "Heidestraße 17", "24105 Kiel"]),
        subject: Some("Verwarnung nach dem Vorfall am 14. November 2026".to_owned()),
        salutation: "Guten Tag,".to_owned(),
        blocks,
        closing: "Mit freundlichen Grüßen".to_owned(),
        signature: texts(&["Werkstattleitung", "Fahrradwerkstatt Nord"]),
        foot: texts(&["Datenschutz in diesem Vorgang: werkstatt.example/daten"]),
        mark: None,
    }
}

pub(crate) fn conduct() -> Poster {
    Poster {
        lang: Lang::Pl,
        firm: "Salon Pętla".to_owned(),
        day: date(2026, 11, 22),
        heading: "Prosimy rozmawiać z nami bez wyzwisk, gróźb i krzyku.".to_owned(),
        lines: texts(&["Najpierw poprosimy. Potem możemy zakończyć obsługę w tym dniu."]),
        foot: texts(&[
            "Uwagi i odwołania: odwolania@petla.example, 22 555 01 00.",
            "Zasady: Regulamin salonu, pkt 7.",
        ]),
    }
}

pub(crate) fn age() -> Poster {
    Poster {
        lang: Lang::De,
        firm: "Spätkauf Anker".to_owned(),
        day: date(2026, 11, 22),
        heading: "Alkohol und Tabak verkaufen wir ab 18 Jahren.".to_owned(),
        lines: texts(&[
            "Bitte zeigen Sie Ihren Ausweis. Wir sehen ihn nur an und speichern nichts.",
        ]),
        foot: texts(&["Grundlage: Jugendschutzgesetz, §§ 9 und 10. Fragen: anker@laden.example"]),
    }
}

pub(crate) fn capacity() -> Poster {
    Poster {
        lang: Lang::En,
        firm: "Harbour Hall".to_owned(),
        day: date(2026, 11, 22),
        heading: "We cannot admit more people today.".to_owned(),
        lines: texts(&[
            "120 are inside, the limit under the fire certificate.",
            "Next entry: 21:30.",
        ]),
        foot: texts(&["To queue: 0131 496 0000. Thank you for your patience."]),
    }
}
