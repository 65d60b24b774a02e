//! The usual rules of a house: what a firm ticks becomes norms that it can read.
//!
//! The file that is written says in a comment what was chosen, so that the form can be shown
//! again; a file that was changed by hand is recognised because it differs from what it says.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::posted::Fields;

/// The file that the form writes.
pub(super) const FILE: &str = "form.md";
const MARK: &str = "<!-- form:";

/// A rule that can be chosen.
pub(super) struct Rule {
    pub(super) id: &'static str,
    text: &'static str,
    /// Numbers that the firm chooses.
    pub(super) gaps: &'static [Gap],
    /// Whether the firm chooses ways of paying.
    pub(super) has_ways: bool,
}

/// A number that the firm chooses.
pub(super) struct Gap {
    pub(super) name: &'static str,
    pub(super) low: i64,
    pub(super) high: i64,
    pub(super) usual: i64,
}

const fn gap(name: &'static str, low: i64, high: i64, usual: i64) -> Gap {
    Gap {
        name,
        low,
        high,
        usual,
    }
}

const fn rule(id: &'static str, text: &'static str, gaps: &'static [Gap]) -> Rule {
    Rule {
        id,
        text,
        gaps,
        has_ways: false,
    }
}

/// All rules, in the order of the form.
pub(super) const RULES: [Rule; 11] = [
    rule("food", include_str!("../../../rules/food.md"), &[]),
    rule("dress", include_str!("../../../rules/dress.md"), &[]),
    rule(
        "quiet",
        include_str!("../../../rules/quiet.md"),
        &[gap("begins", 0, 23, 22), gap("ends", 0, 23, 6)],
    ),
    rule("photos", include_str!("../../../rules/photos.md"), &[]),
    rule(
        "warnings",
        include_str!("../../../rules/warnings.md"),
        &[gap("warnings", 2, 5, 2)],
    ),
    rule(
        "intoxicated",
        include_str!("../../../rules/intoxicated.md"),
        &[],
    ),
    rule(
        "prepayment",
        include_str!("../../../rules/prepayment.md"),
        &[gap("visits", 1, 10, 2)],
    ),
    Rule {
        id: "payment",
        text: include_str!("../../../rules/payment.md"),
        gaps: &[],
        has_ways: true,
    },
    rule(
        "age",
        include_str!("../../../rules/age.md"),
        &[gap("age", 18, 30, 25)],
    ),
    rule("manager", include_str!("../../../rules/manager.md"), &[]),
    rule(
        "writing",
        include_str!("../../../rules/writing.md"),
        &[gap("days", 1, 30, 7)],
    ),
];

/// Ways of paying beside cash, which is always one: name, English, Polish.
pub(super) const WAYS: [(&str, &str, &str); 3] = [
    ("card", "card", "karta"),
    ("phone", "telephone", "telefon"),
    ("transfer", "bank transfer", "przelew"),
];

/// What a firm chose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Chosen(BTreeMap<&'static str, Choice>);

/// One rule as it was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// The day since which the rule holds.
    from: Date,
    numbers: BTreeMap<&'static str, i64>,
    ways: Vec<&'static str>,
}

/// A field that cannot be taken.
pub(super) struct Wrong {
    pub(super) rule: &'static str,
    pub(super) gap: &'static str,
}

impl Chosen {
    /// What the file of the form says was chosen.
    pub(super) fn of(text: &str) -> Self {
        let said = text
            .lines()
            .find_map(|line| line.strip_prefix(MARK)?.strip_suffix("-->"));
        let rules = said.unwrap_or_default().split(';');
        Self(rules.filter_map(|said| read(said.trim())).collect())
    }

    /// What was ticked and typed; a rule that held before keeps its day.
    pub(super) fn sent(fields: &Fields, before: &Self, today: Date) -> Result<Self, Vec<Wrong>> {
        let mut chosen = Self::default();
        let mut wrong = Vec::new();
        for rule in RULES
            .iter()
            .filter(|rule| fields.all("rule").any(|id| id == rule.id))
        {
            let mut numbers = BTreeMap::new();
            for gap in rule.gaps {
                match fields.text(gap.name).parse::<i64>() {
                    Ok(number) if (gap.low..=gap.high).contains(&number) => {
                        numbers.insert(gap.name, number);
                    }
                    _ => wrong.push(Wrong {
                        rule: rule.id,
                        gap: gap.name,
                    }),
                }
            }
            let ticked = |way: &&'static str| fields.all("way").any(|each| each == *way);
            let ways = WAYS.iter().map(|(way, ..)| *way).filter(ticked);
            let ways = if rule.has_ways {
                ways.collect()
            } else {
                Vec::new()
            };
            let from = before.0.get(rule.id).map_or(today, |choice| choice.from);
            chosen.0.insert(
                rule.id,
                Choice {
                    from,
                    numbers,
                    ways,
                },
            );
        }
        if wrong.is_empty() {
            Ok(chosen)
        } else {
            Err(wrong)
        }
    }

    pub(super) fn has(&self, rule: &str) -> bool {
        self.0.contains_key(rule)
    }

    pub(super) fn has_way(&self, way: &str) -> bool {
        self.0.values().any(|choice| choice.ways.contains(&way))
    }

    pub(super) fn number(&self, rule: &Rule, gap: &Gap) -> i64 {
        let choice = self.0.get(rule.id);
        choice
            .and_then(|choice| choice.numbers.get(gap.name))
            .copied()
            .unwrap_or(gap.usual)
    }

    /// The file with the norms. `firm` is the name under which customers know the firm,
    /// `pack` the id of the pack to which the file belongs.
    pub(super) fn text(&self, firm: &str, pack: &str) -> String {
        let firm: String = firm.chars().filter(|letter| !letter.is_control()).collect();
        let seen = self.0.values().map(|choice| choice.from).max();
        let seen = seen.map(|day| format!("seen: {day}\n")).unwrap_or_default();
        let said: Vec<String> = self.0.iter().map(|(id, choice)| choice.said(id)).collect();
        let mut text = format!(
            "---\ncite: House rules of {firm}\nconfidence: verified\n{seen}---\n# Usual rules\n\n\
             {MARK} {} -->\n\n\
             Written by the form. Changes that are made here are lost when the form is saved again.\n",
            said.join("; ")
        );
        for rule in &RULES {
            if let Some(choice) = self.0.get(rule.id) {
                text.push('\n');
                text.push_str(&choice.filled(rule, pack));
            }
        }
        text
    }
}

impl Choice {
    fn said(&self, id: &str) -> String {
        let mut said = format!("{id} from={}", self.from);
        for (name, number) in &self.numbers {
            said.push_str(&format!(" {name}={number}"));
        }
        if !self.ways.is_empty() {
            said.push_str(&format!(" ways={}", self.ways.join("+")));
        }
        said
    }

    fn filled(&self, rule: &Rule, pack: &str) -> String {
        let mut text = rule
            .text
            .replace("{pack}", pack)
            .replace("{from}", &self.from.to_string());
        for (name, number) in &self.numbers {
            text = text.replace(&format!("{{{name}}}"), &number.to_string());
        }
        let known = WAYS.iter().filter(|(way, ..)| self.ways.contains(way));
        let english: Vec<&str> = std::iter::once("cash")
            .chain(known.clone().map(|way| way.1))
            .collect();
        let polish: Vec<&str> = std::iter::once("gotówka")
            .chain(known.map(|way| way.2))
            .collect();
        text.replace("{ways_en}", &english.join(", "))
            .replace("{ways_pl}", &polish.join(", "))
    }
}

/// One rule as the comment says it.
fn read(said: &str) -> Option<(&'static str, Choice)> {
    let mut words = said.split_whitespace();
    let id = words.next()?;
    let rule = RULES.iter().find(|rule| rule.id == id)?;
    let pairs: BTreeMap<&str, &str> = words.filter_map(|word| word.split_once('=')).collect();
    let number = |gap: &Gap| {
        let number = pairs.get(gap.name)?.parse().ok()?;
        (gap.low..=gap.high)
            .contains(&number)
            .then_some((gap.name, number))
    };
    let ways = pairs.get("ways").copied().unwrap_or_default();
    let ways = WAYS
        .iter()
        .map(|(way, ..)| *way)
        .filter(|way| ways.split('+').any(|each| each == *way));
    let choice = Choice {
        from: pairs.get("from")?.parse().ok()?,
        numbers: rule.gaps.iter().map(number).collect::<Option<_>>()?,
        ways: ways.collect(),
    };
    Some((rule.id, choice))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn all() -> Fields {
        let rules = RULES.iter().map(|rule| ("rule", rule.id.to_owned()));
        let gaps = RULES.iter().flat_map(|rule| rule.gaps);
        let gaps = gaps.map(|gap| (gap.name, gap.usual.to_string()));
        let pairs = rules.chain(gaps).chain([("way", "card".to_owned())]);
        pairs
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    fn chosen() -> Chosen {
        let sent = Chosen::sent(&all(), &Chosen::default(), date(2026, 11, 24));
        sent.unwrap_or_else(|_| Chosen::default())
    }

    #[test]
    fn what_was_chosen_is_read_back_from_the_file() {
        let text = chosen().text("Gabinet\nStopa", "firm");
        assert!(RULES.iter().all(|rule| chosen().has(rule.id)));
        assert_eq!(Chosen::of(&text), chosen());
        assert_eq!(Chosen::of(&text).text("GabinetStopa", "firm"), text);
        assert!(
            !text.contains('{') || !text.contains("{from}"),
            "a gap was left open"
        );
        assert_eq!(Chosen::of("# something else"), Chosen::default());
    }

    #[test]
    fn a_rule_keeps_the_day_on_which_it_began() {
        let later = Chosen::sent(&all(), &chosen(), date(2027, 3, 1));
        assert_eq!(later.ok(), Some(chosen()));
    }

    #[test]
    fn numbers_beyond_reason_are_named() {
        let fields = [("rule", "warnings"), ("warnings", "99")];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let sent = Chosen::sent(
            &fields.into_iter().collect(),
            &Chosen::default(),
            date(2026, 11, 24),
        );
        let wrong = sent.err().unwrap_or_default();
        assert_eq!(
            wrong.first().map(|wrong| (wrong.rule, wrong.gap)),
            Some(("warnings", "warnings"))
        );
    }
}
