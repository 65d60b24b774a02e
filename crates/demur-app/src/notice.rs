//! Notices about an opinion: what `demur-notice` has to know, from opinion and lawbook.

mod kept;

use std::fs;
use std::io;
use std::path::Path;

use demur_engine::{Opinion, Situation};
use demur_lawbook::{Answer, Lawbook, Tier};
use demur_notice::{
    Address, Age, Allows, Basis, Channel, Duty, Lang, Level, Order, Rule, Scenario, Step,
    Templates, Values, compose,
};
use demur_syntax::tree;

use crate::opinion_json::{BecauseDocument, DutyDocument, OpinionDocument, document};

pub use kept::kept_basis;

/// What situation and opinion say that a notice has to know.
///
/// Packs have no German, so a German notice gets no sentences from them: what the rule means
/// stays open for staff.
#[must_use]
pub fn basis(lawbook: &Lawbook, situation: &Situation, opinion: &Opinion, lang: Lang) -> Basis {
    Basis {
        age: age(lawbook, situation),
        ..of_opinion(lawbook, opinion, lang)
    }
}

fn age(lawbook: &Lawbook, situation: &Situation) -> Age {
    let fact = lawbook.fact_named("customer.age");
    match fact.and_then(|fact| situation.answers.get(&fact)) {
        Some(Answer::Int { high, .. }) if *high < 13 => Age::Child,
        Some(Answer::Int { high, .. }) if *high < 18 => Age::Minor,
        _ => Age::Adult,
    }
}

fn of_opinion(lawbook: &Lawbook, opinion: &Opinion, lang: Lang) -> Basis {
    let spoken = match lang {
        Lang::Pl => tree::Lang::Pl,
        Lang::En | Lang::De => tree::Lang::En,
    };
    let document = document(lawbook, opinion, spoken);
    let translated = lang != Lang::De;
    let measures = document.measures.iter();
    Basis {
        day: document.at.parse().ok(),
        allows: allows(&document),
        grounds: grounds(&document),
        facts: facts(&document),
        rules: rules(&document, translated),
        duties: duties(&document.duties, lawbook),
        forbidden: duties(&document.must_not, lawbook),
        measures: measures.map(|measure| measure.label.to_owned()).collect(),
        age: Age::Adult,
    }
}

/// What to say now to a calm customer, when the opinion lets something be said; names that staff
/// would fill in stay open. Violence and threats have no script: staff leave and get
/// help. A rule of the firm has none either, since the words for limits would not be true of it.
#[must_use]
pub fn script(lawbook: &Lawbook, opinion: &Opinion, lang: Lang) -> Option<String> {
    let basis = of_opinion(lawbook, opinion, lang);
    let violence = ["conduct.violent", "conduct.threatens"];
    if basis
        .facts
        .iter()
        .any(|fact| violence.contains(&fact.as_str()))
    {
        return None;
    }
    let scenario = Scenario::propose(&basis)?;
    let limits = ["inability", "safety", "medicine_safety"];
    let is_limit = basis
        .grounds
        .iter()
        .any(|ground| limits.contains(&ground.as_str()));
    if scenario == Scenario::LimitTechnical && !is_limit {
        return None;
    }
    let order = Order {
        scenario,
        channel: Channel::Spoken,
        lang,
        address: Address::default(),
        values: Values::default(),
        basis,
    };
    let notice = compose(&Templates::built_in().ok()?, &order).ok()?;
    Some(notice.text().content().to_owned())
}

fn allows(document: &OpinionDocument<'_>) -> Allows {
    let verdict = document.verdict.to_owned();
    match document.verdict {
        "may_refuse" | "must_refuse" => Allows::Refusing,
        "may_refuse_after" => {
            let open = document.steps.iter().filter(|step| step.done != Some(true));
            let steps = open.map(|step| Step {
                name: step.step.to_owned(),
                label: step.label.to_owned(),
            });
            Allows::After(steps.collect())
        }
        "must_serve" | "not_justified" => Allows::Nothing(verdict),
        _ => Allows::Open(verdict),
    }
}

fn grounds(document: &OpinionDocument<'_>) -> Vec<String> {
    let held = document
        .grounds
        .iter()
        .filter(|ground| matches!(ground.status, "open" | "after_steps"));
    held.map(|ground| ground.ground.to_owned()).collect()
}

/// The names of the facts on which the norms rest that carry the verdict.
fn facts(document: &OpinionDocument<'_>) -> Vec<String> {
    let mut names: Vec<String> = document
        .because
        .iter()
        .flat_map(|because| &because.facts)
        .filter(|fact| !fact.starts_with("not "))
        .filter_map(|fact| fact.split(' ').find(|word| word.contains('.')))
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

fn rules(document: &OpinionDocument<'_>, translated: bool) -> Vec<Rule> {
    let carries = |because: &&BecauseDocument<'_>| {
        because.certain
            && matches!(
                because.effect,
                "forbid_serving" | "permit_refusing" | "entitle_refusing"
            )
    };
    document
        .because
        .iter()
        .filter(carries)
        .filter_map(|because| rule(because, translated))
        .collect()
}

fn rule(because: &BecauseDocument<'_>, translated: bool) -> Option<Rule> {
    let since = because.in_force.split("..").next().unwrap_or_default();
    Some(Rule {
        norm: because.norm.to_owned(),
        cite: because.cite?.to_owned(),
        title: translated.then(|| because.title.to_owned()),
        since: since.parse().ok(),
        level: match because.layer {
            "law" => Level::Law,
            "code" => Level::Code,
            "house" => Level::House,
            _ => Level::Standard,
        },
        certain: because.confidence == "verified",
        demands: because.effect == "forbid_serving",
    })
}

fn duties(listed: &[DutyDocument<'_>], lawbook: &Lawbook) -> Vec<Duty> {
    let by_law = |norm: &str| {
        let mut norms = lawbook.norms_named(norm);
        norms.any(|norm| matches!(lawbook.norms[norm].layer.tier, Tier::Law | Tier::Code))
    };
    let duty = |duty: &DutyDocument<'_>| Duty {
        name: duty.duty.to_owned(),
        label: duty.label.to_owned(),
        within: duty.within.clone(),
        by_law: by_law(duty.norm),
    };
    listed.iter().map(duty).collect()
}

/// A firm's own templates: `LANGUAGE/SCENARIO.md` with the text, from its folder, in order.
///
/// # Errors
/// When the folder or one of the files cannot be read.
pub fn template_files(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for lang in Lang::ALL {
        let inside = folder.join(lang.code());
        if !inside.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&inside)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.ends_with(".md") {
                files.push((format!("{lang}/{name}"), fs::read_to_string(&path)?));
            }
        }
    }
    files.sort();
    Ok(files)
}
