//! The answer that one comparison asks for, in both languages.

use demur_lawbook::{Fact, Texts};
use demur_syntax::tree::{Atom, AtomTest, Comparison, Lang, Operand, Quantifier, SetRef, Word};

use super::Reader;
use crate::weave::markup::{escape, texts};
use crate::weave::names::Kind;

/// What the fact of `atom` has to be; the contrary when `opposite`.
pub(super) fn answer(reader: &Reader<'_>, atom: &Atom, opposite: bool) -> Texts {
    let fact = reader.site.lawbook.fact_named(&atom.path.text);
    let fact = fact.map(|fact| &reader.site.lawbook.facts[fact]);
    match &atom.test {
        AtomTest::Holds if opposite => strong("no", "nie"),
        AtomTest::Holds => strong("yes", "tak"),
        AtomTest::Is {
            negated, values, ..
        } => is(&labels(fact, values), *negated != opposite),
        AtomTest::Compare(comparison, operand) => compared(reader, *comparison, operand, opposite),
        AtomTest::Between(low, high) => between(reader, low, high, opposite),
        AtomTest::Includes(quantifier, set) => {
            let (values, group) = members(reader, set);
            includes(*quantifier, &labels(fact, &values), &group, opposite)
        }
    }
}

/// The values of a set and, where it is a group, its name with a link. As in the
/// lawbook, a bare word is a group or else a value.
fn members(reader: &Reader<'_>, set: &SetRef) -> (Vec<Word>, String) {
    match set {
        SetRef::Values(values, _) => (values.clone(), String::new()),
        SetRef::Group(word) => match reader.site.group(&word.text) {
            Some(group) => (
                group.values.clone(),
                format!(" ({})", reader.named(Kind::Group, &word.text)),
            ),
            None => (vec![word.clone()], String::new()),
        },
    }
}

fn strong(en: &str, pl: &str) -> Texts {
    texts(value(en), value(pl))
}

fn value(text: &str) -> String {
    format!("<b class=\"answer\">{}</b>", escape(text))
}

/// How people call the values; the name where a pack has no label.
fn labels(fact: Option<&Fact>, values: &[Word]) -> Vec<Texts> {
    let label = |word: &Word| {
        let values = fact.map(|fact| fact.domain.values()).unwrap_or_default();
        let found = values.iter().find(|value| value.name == word.text);
        let label = found
            .map(|value| value.label.clone())
            .filter(|label| !label.is_empty());
        label.unwrap_or_else(|| texts(word.text.as_str(), word.text.as_str()))
    };
    values.iter().map(label).collect()
}

fn listed(labels: &[Texts], en: &str, pl: &str) -> Texts {
    let of = |lang: Lang| {
        labels
            .iter()
            .map(move |label| value(label.get(lang)))
            .collect::<Vec<_>>()
    };
    texts(of(Lang::En).join(en), of(Lang::Pl).join(pl))
}

fn prefixed(en: &str, pl: &str, rest: &Texts) -> Texts {
    texts(format!("{en} {}", rest.en), format!("{pl} {}", rest.pl))
}

fn is(labels: &[Texts], negated: bool) -> Texts {
    match (negated, labels.len()) {
        (false, _) => listed(labels, " or ", " lub "),
        (true, 0 | 1) => prefixed("anything but", "coś innego niż", &listed(labels, "", "")),
        (true, _) => prefixed("none of:", "żadne z:", &listed(labels, "; ", "; ")),
    }
}

fn includes(quantifier: Quantifier, labels: &[Texts], group: &str, opposite: bool) -> Texts {
    let single = labels.len() == 1;
    let several = listed(labels, "; ", "; ");
    let words = match (quantifier, opposite) {
        (Quantifier::One | Quantifier::Any | Quantifier::All, false) | (Quantifier::None, true)
            if single =>
        {
            ("among others", "między innymi")
        }
        (Quantifier::One | Quantifier::Any, false) | (Quantifier::None, true) => {
            ("at least one of:", "co najmniej jedno z:")
        }
        (Quantifier::None, false) | (Quantifier::One | Quantifier::Any, true) if single => {
            ("not", "nie")
        }
        (Quantifier::None, false) | (Quantifier::One | Quantifier::Any, true) => {
            ("none of:", "żadne z:")
        }
        (Quantifier::All, false) => ("all of:", "wszystkie z:"),
        (Quantifier::All, true) => ("not all of:", "nie wszystkie z:"),
        (Quantifier::Only, false) if labels.is_empty() => return strong("nothing", "nic"),
        (Quantifier::Only, true) if labels.is_empty() => return strong("something", "coś"),
        (Quantifier::Only, false) if single => ("only", "tylko"),
        (Quantifier::Only, false) => ("exactly these:", "dokładnie te:"),
        (Quantifier::Only, true) => ("not exactly:", "nie dokładnie:"),
    };
    let said = prefixed(words.0, words.1, &several);
    texts(format!("{}{group}", said.en), format!("{}{group}", said.pl))
}

fn compared(
    reader: &Reader<'_>,
    comparison: Comparison,
    operand: &Operand,
    opposite: bool,
) -> Texts {
    // Before the first value of a parameter no comparison with it holds, so only a
    // comparison with a number may be turned round.
    let turn = opposite && matches!(operand, Operand::Int(_));
    let (en, pl) = match (comparison, turn) {
        (Comparison::Less, false) | (Comparison::AtLeast, true) => ("less than", "mniej niż"),
        (Comparison::AtMost, false) | (Comparison::More, true) => ("at most", "najwyżej"),
        (Comparison::More, false) | (Comparison::AtMost, true) => ("more than", "więcej niż"),
        (Comparison::AtLeast, false) | (Comparison::Less, true) => ("at least", "co najmniej"),
        (Comparison::Equal, false) => ("exactly", "dokładnie"),
        (Comparison::Equal, true) => ("any number but", "każda liczba oprócz"),
    };
    let said = prefixed(en, pl, &number(reader, operand));
    if opposite && !turn {
        prefixed("not", "nie", &said)
    } else {
        said
    }
}

fn between(reader: &Reader<'_>, low: &Operand, high: &Operand, opposite: bool) -> Texts {
    let (low, high) = (number(reader, low), number(reader, high));
    let said = texts(
        format!("from {} to {}", low.en, high.en),
        format!("od {} do {}", low.pl, high.pl),
    );
    if opposite {
        prefixed("not", "nie", &said)
    } else {
        said
    }
}

/// A number, or a parameter with all its values.
fn number(reader: &Reader<'_>, operand: &Operand) -> Texts {
    let word = match operand {
        Operand::Int(int) => return strong(&int.value.to_string(), &int.value.to_string()),
        Operand::Param(word) => word,
    };
    let param = reader.site.param(&word.text);
    let values = |since: &str| {
        let each = param.iter().flat_map(|param| &param.values);
        let each: Vec<String> = each
            .map(|(int, day)| format!("{} {since} {}", value(&int.value.to_string()), day.date))
            .collect();
        format!(
            "{} ({})",
            reader.named(Kind::Param, &word.text),
            each.join(", ")
        )
    };
    texts(values("since"), values("od"))
}
