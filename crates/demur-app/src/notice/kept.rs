//! What a notice has to know, out of an opinion as the record keeps it.
//!
//! The record leaves out facts such as an age, so the situation cannot be judged again. The opinion
//! of its day was kept, and the decision rests on that one, whatever law and policy say since.

use demur_lawbook::{Lawbook, NormId, Tier};
use demur_notice::{Age, Allows, Basis, Duty, Lang, Level, Rule, Step};
use demur_syntax::tree;
use serde_json::Value as Json;

/// The basis of a notice about a case file, but for the age, which only the file tells. Names that the lawbook no longer has keep the words of
/// the record.
#[must_use]
pub fn kept_basis(lawbook: &Lawbook, opinion: &Json, lang: Lang) -> Basis {
    let reader = Reader { lawbook, lang };
    Basis {
        day: text(opinion, "at").parse().ok(),
        allows: reader.allows(opinion),
        grounds: grounds(opinion),
        facts: facts(opinion),
        rules: reader.rules(opinion),
        duties: reader.duties(opinion, "duties"),
        forbidden: reader.duties(opinion, "must_not"),
        measures: reader.measures(opinion),
        age: Age::Adult,
    }
}

fn list<'a>(value: &'a Json, key: &str) -> impl Iterator<Item = &'a Json> {
    let found = value.get(key).and_then(Json::as_array);
    found.into_iter().flatten()
}

fn text<'a>(value: &'a Json, key: &str) -> &'a str {
    value.get(key).and_then(Json::as_str).unwrap_or_default()
}

fn grounds(opinion: &Json) -> Vec<String> {
    let held = list(opinion, "grounds")
        .filter(|ground| matches!(text(ground, "status"), "open" | "after_steps"));
    held.map(|ground| text(ground, "ground").to_owned())
        .collect()
}

fn facts(opinion: &Json) -> Vec<String> {
    let mut names: Vec<String> = list(opinion, "because")
        .flat_map(|because| list(because, "facts"))
        .filter_map(Json::as_str)
        .filter(|fact| !fact.starts_with("not "))
        .filter_map(|fact| fact.split(' ').find(|word| word.contains('.')))
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

struct Reader<'l> {
    lawbook: &'l Lawbook,
    lang: Lang,
}

impl Reader<'_> {
    /// Packs have no German.
    fn spoken(&self) -> tree::Lang {
        match self.lang {
            Lang::Pl => tree::Lang::Pl,
            Lang::En | Lang::De => tree::Lang::En,
        }
    }

    fn allows(&self, opinion: &Json) -> Allows {
        let verdict = text(opinion, "verdict").to_owned();
        match verdict.as_str() {
            "may_refuse" | "must_refuse" => Allows::Refusing,
            "may_refuse_after" => {
                let open = list(opinion, "steps")
                    .filter(|step| step.get("done").and_then(Json::as_bool) != Some(true));
                Allows::After(open.map(|step| self.step(step)).collect())
            }
            "must_serve" | "not_justified" => Allows::Nothing(verdict),
            _ => Allows::Open(verdict),
        }
    }

    fn step(&self, step: &Json) -> Step {
        let name = text(step, "step");
        let mut known = self.lawbook.steps.iter();
        let known = known.find(|(_, each)| each.name == name);
        Step {
            name: name.to_owned(),
            label: known
                .map_or(text(step, "label"), |(_, each)| {
                    each.label.get(self.spoken())
                })
                .to_owned(),
        }
    }

    fn norm(&self, id: &str) -> Option<NormId> {
        self.lawbook.norms_named(id).last()
    }

    fn rules(&self, opinion: &Json) -> Vec<Rule> {
        let carries = |because: &&Json| {
            let certain = because.get("certain").and_then(Json::as_bool) == Some(true);
            let effect = text(because, "effect");
            certain
                && matches!(
                    effect,
                    "forbid_serving" | "permit_refusing" | "entitle_refusing"
                )
        };
        list(opinion, "because")
            .filter(carries)
            .filter_map(|because| self.rule(because))
            .collect()
    }

    fn rule(&self, because: &Json) -> Option<Rule> {
        let norm = text(because, "norm");
        let title = match self.norm(norm) {
            Some(known) => self.lawbook.norms[known].title.get(self.spoken()),
            None => text(because, "title"),
        };
        let since = text(because, "in_force").split("..").next();
        Some(Rule {
            norm: norm.to_owned(),
            cite: because.get("cite")?.as_str()?.to_owned(),
            title: (self.lang != Lang::De).then(|| title.to_owned()),
            since: since.unwrap_or_default().parse().ok(),
            level: match text(because, "layer") {
                "law" => Level::Law,
                "code" => Level::Code,
                "house" => Level::House,
                _ => Level::Standard,
            },
            certain: text(because, "confidence") == "verified",
            demands: text(because, "effect") == "forbid_serving",
        })
    }

    fn duties(&self, opinion: &Json, key: &str) -> Vec<Duty> {
        let by_law = |norm: &str| {
            let mut norms = self.lawbook.norms_named(norm);
            norms.any(|norm| matches!(self.lawbook.norms[norm].layer.tier, Tier::Law | Tier::Code))
        };
        let duty = |duty: &Json| {
            let name = text(duty, "duty");
            let mut known = self.lawbook.duties.iter();
            let known = known.find(|(_, each)| each.name == name);
            Duty {
                name: name.to_owned(),
                label: known
                    .map_or(text(duty, "label"), |(_, each)| {
                        each.label.get(self.spoken())
                    })
                    .to_owned(),
                within: duty.get("within").and_then(Json::as_str).map(str::to_owned),
                by_law: by_law(text(duty, "norm")),
            }
        };
        list(opinion, key).map(duty).collect()
    }

    fn measures(&self, opinion: &Json) -> Vec<String> {
        let label = |measure: &Json| {
            let mut known = self.lawbook.measures.iter();
            let known = known.find(|(_, each)| each.name == text(measure, "measure"));
            known
                .map_or(text(measure, "label"), |(_, each)| {
                    each.label.get(self.spoken())
                })
                .to_owned()
        };
        list(opinion, "measures").map(label).collect()
    }
}
