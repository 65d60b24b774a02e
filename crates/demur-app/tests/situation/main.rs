//! Situations as people and programs write them, right and wrong.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what breaks in a helper of the tests should stop the test"
)]

mod any_bytes;
mod contradictions;
mod diagnostics_as_json;
mod lines;
mod mistakes;
mod published_schema;
mod unreadable;
mod values;

use demur_app::situation::{self, Defaults, Read};
use demur_lawbook::{Lawbook, PackFile};
use demur_syntax::render::{Style, render};
use demur_syntax::{Diagnostic, Sources};
use jiff::civil::date;

const PACK: &str = "---
pack: pl
layer: law
place: pl
version: 2026.11.1
title-en: Poland
title-pl: Polska
---
# Poland
";

const FACTS: &str = r#"# Vocabulary

```demur
fact danger.life : bool
  ask en "Is anyone in danger?" ask pl "Czy ktoś jest zagrożony?"
fact danger.helper_at_risk : bool
  ask en "Is the helper in danger?" ask pl "Czy pomagający jest zagrożony?"
assume danger.helper_at_risk implies danger.life
  because en "helpers are in danger only where someone is" pl "pomagający jest zagrożony tylko tam, gdzie ktoś"
fact business.kind : one of {
    shop en "a shop" pl "sklep",
    services en "services" pl "usługi"
  }
  ask en "What business is it?" ask pl "Co to za działalność?"
fact request.object : one of {
    service en "a service" pl "usługa",
    goods en "goods" pl "towar",
    entry en "to come in" pl "wejście"
  }
  ask en "What is asked for?" ask pl "O co chodzi?"
fact refusal.reasons : some of {
    race en "race" pl "rasa",
    age en "age" pl "wiek",
    conduct en "conduct" pl "zachowanie"
  }
  ask en "Why refuse?" ask pl "Dlaczego odmowa?"
  reason
fact customer.age : 0..120
  ask en "How old?" ask pl "Ile lat?"
fact history.warned : bool
  ask en "Warned?" ask pl "Ostrzeżono?"
profile gabinet en "Salon" pl "Gabinet"
  given business.kind is services, not danger.life
profile sklep en "Shop" pl "Sklep"
  given business.kind is shop
```
"#;

const NORM: &str = r#"---
cite: Act, art. 1
url: https://example.org/1
confidence: verified
seen: 2026-11-22
sources: https://example.org/1
---
# One

```demur
norm pl.one
  title en "One" title pl "Jeden"
  in force from 2000-01-01
  forbid refusing
    when all of:
      - danger.life
      - danger.helper_at_risk
      - business.kind is shop
      - request.object is goods
      - refusal.reasons includes none of {race, age, conduct}
      - customer.age < 18
      - history.warned
```
"#;

fn lawbook() -> Lawbook {
    let file = |path: &str, text: &str| PackFile {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let files = vec![
        file("pl/pack.md", PACK),
        file("pl/facts.md", FACTS),
        file("pl/one.md", NORM),
    ];
    let compiled = demur_lawbook::compile(files);
    let found = rendered(&compiled.sources, &compiled.diagnostics);
    compiled.lawbook.unwrap_or_else(|| panic!("{found}"))
}

fn defaults() -> Defaults {
    Defaults {
        day: date(2026, 11, 22),
        place: None,
    }
}

fn read(text: &str) -> Result<Read, String> {
    read_bytes(text.as_bytes())
}

fn read_bytes(bytes: &[u8]) -> Result<Read, String> {
    let mut sources = Sources::default();
    situation::read(
        &mut sources,
        "situation.yaml",
        bytes,
        &lawbook(),
        &defaults(),
    )
    .map_err(|found| rendered(&sources, &found))
}

fn rendered(sources: &Sources, found: &[Diagnostic]) -> String {
    let shown: Vec<String> = found
        .iter()
        .map(|each| render(each, sources, Style::Monochrome))
        .collect();
    shown.join("\n")
}

fn refused(text: &str, expected: &str) {
    refused_bytes(text.as_bytes(), expected);
}

fn refused_bytes(bytes: &[u8], expected: &str) {
    assert_eq!(read_bytes(bytes).unwrap_err(), expected);
}
