//! Fills lines of templates in and remembers where each value stands.

use std::sync::Arc;

use minijinja::value::{Object, ObjectRepr, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use crate::slots::{Slot, UnknownSlot, Values};
use crate::{Address, Lang};

/// Words and values, in the order of a rendered line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    Words(String),
    Filled(&'static str, String),
    /// A slot without a value.
    Blank(&'static str),
}

/// Fills lines of templates in. A value is never read as a template: the engine only ever sees
/// it as a value, and marks around it tell afterwards where it stands.
#[derive(Debug)]
pub(crate) struct Renderer {
    environment: Environment<'static>,
    context: Value,
}

// Private-use characters, which `Values` never contains.
const OPEN: char = '\u{e000}';
const NAMED: char = '\u{e001}';
const CLOSE: char = '\u{e002}';

impl Renderer {
    pub(crate) fn new(lang: Lang, address: Address, values: &Values) -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_formatter(|out, state, value| {
            match value.downcast_object_ref::<Filled>() {
                Some(filled) => {
                    write!(
                        out,
                        "{OPEN}{}{NAMED}{}{CLOSE}",
                        filled.slot.name, filled.value
                    )?;
                    Ok(())
                }
                None => minijinja::escape_formatter(out, state, value),
            }
        });
        environment.add_function("v", move |a: String, b: String| address.verb(a, b));
        environment.add_function("g", move |a: String, b: String, c: String| {
            address.gendered(a, b, c)
        });
        let slots = Slot::all().iter().map(|slot| {
            let value = values.get(slot.name).unwrap_or_default();
            let value = match slot.kind {
                crate::SlotKind::Date => crate::date::written_out(value, lang),
                _ => value.to_owned(),
            };
            (slot.name, Value::from_object(Filled { slot, value }))
        });
        let own = [("ty", address.pronouns())];
        let context = slots.chain(own).collect();
        Self {
            environment,
            context,
        }
    }

    /// The pieces of a line.
    pub(crate) fn pieces(&self, words: &str) -> Result<Vec<Piece>, minijinja::Error> {
        let marked = self.environment.render_str(words, &self.context)?;
        Ok(take_apart(&marked))
    }
}

/// Slots that a line names; an error when it names something that does not exist.
pub(crate) fn slots_of(words: &str) -> Result<Vec<&'static str>, LineFault> {
    let environment = Environment::new();
    let template = environment
        .template_from_str(words)
        .map_err(LineFault::Syntax)?;
    let mut names: Vec<String> = template.undeclared_variables(false).into_iter().collect();
    names.sort();
    names
        .iter()
        .filter(|name| !["ty", "v", "g"].contains(&name.as_str()))
        .map(|name| match Slot::find(name) {
            Some(slot) => Ok(slot.name),
            None => Err(LineFault::Slot(UnknownSlot::of(name))),
        })
        .collect()
}

/// Why a line cannot be filled in.
#[derive(Debug)]
pub(crate) enum LineFault {
    Syntax(minijinja::Error),
    Slot(UnknownSlot),
}

impl std::fmt::Display for LineFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Syntax(error) => write!(f, "{}", error.detail().unwrap_or("not a template")),
            Self::Slot(unknown) => write!(f, "{unknown}"),
        }
    }
}

fn take_apart(marked: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = marked;
    while let Some((before, inside)) = rest.split_once(OPEN) {
        push_words(&mut pieces, before);
        let (name, after) = inside.split_once(NAMED).unwrap_or((inside, ""));
        let (value, after) = after.split_once(CLOSE).unwrap_or((after, ""));
        if let Some(slot) = Slot::find(name) {
            pieces.push(if value.is_empty() {
                Piece::Blank(slot.name)
            } else {
                Piece::Filled(slot.name, value.to_owned())
            });
        }
        rest = after;
    }
    push_words(&mut pieces, rest);
    pieces
}

/// Adds words, without a second full stop after a value that ends with one.
fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    let doubled = matches!(pieces.last(), Some(Piece::Filled(_, value)) if value.ends_with('.'));
    let words = match words.strip_prefix('.') {
        Some(rest) if doubled => rest,
        _ => words,
    };
    if !words.is_empty() {
        pieces.push(Piece::Words(words.to_owned()));
    }
}

#[derive(Debug)]
struct Filled {
    slot: &'static Slot,
    value: String,
}

impl Object for Filled {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.value.is_empty()
    }

    fn render(self: &Arc<Self>, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(words: &str, values: &[(&str, &str)]) -> Vec<Piece> {
        let mut filled = Values::default();
        for (name, value) in values {
            filled.set(name, value).unwrap();
        }
        let renderer = Renderer::new(Lang::Pl, Address::Pani, &filled);
        renderer.pieces(words).unwrap()
    }

    fn words(text: &str) -> Piece {
        Piece::Words(text.to_owned())
    }

    #[test]
    fn a_value_is_printed_as_it_is() {
        let value = "{{ facts }} {% if %} <b>&\"";
        assert_eq!(
            pieces("„{{ request }}”.", &[("request", value)]),
            [
                words("„"),
                Piece::Filled("request", value.to_owned()),
                words("”.")
            ]
        );
    }

    #[test]
    fn a_full_stop_is_not_doubled() {
        assert_eq!(
            pieces("do {{ end_date }}. Dalej", &[("end_date", "2026-12-06")]),
            [
                words("do "),
                Piece::Filled("end_date", "6 grudnia 2026 r.".to_owned()),
                words(" Dalej")
            ]
        );
    }

    #[test]
    fn polish_forms_follow_the_address() {
        assert_eq!(
            pieces(
                r#"nie obsługujemy {{ ty.D }}; {{ v("może", "mogą") }} {{ ty.M }}"#,
                &[]
            ),
            [words("nie obsługujemy Pani; może Pani")]
        );
        assert_eq!(
            pieces(r#"{{ g("chciałaby", "chciałby", "chcieliby") }}"#, &[]),
            [words("chciałaby")]
        );
    }

    #[test]
    fn conditions_see_whether_a_slot_is_filled() {
        let line = "{% if deadline %}do {{ deadline }}{% else %}wkrótce{% endif %}";
        assert_eq!(pieces(line, &[]), [words("wkrótce")]);
        assert_eq!(pieces("{{ contact }}", &[]), [Piece::Blank("contact")]);
    }

    #[test]
    fn lines_that_name_no_slot_are_faulty() {
        assert_eq!(slots_of("{{ request }} {{ ty.B }}").unwrap(), ["request"]);
        let fault = slots_of("{{ reqest }}").unwrap_err().to_string();
        assert_eq!(
            fault,
            "a notice has no place called `reqest`; did you mean `request`?"
        );
        assert!(slots_of("{{ request ").is_err());
    }
}
