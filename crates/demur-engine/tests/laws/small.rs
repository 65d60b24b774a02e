//! Small packs in which made-up ones once found a mistake.

use demur_engine::{Engine, Opinion, Situation};
use demur_lawbook::{GroundStatus, Lawbook, PackFile, Verdict};
use jiff::civil::date;

use crate::case::compile;

const VOCABULARY: &str = r#"
fact warned : bool
  ask en "Warned?" pl "Ostrzeżony?"
  actionable
fact rude : bool
  ask en "Rude?" pl "Niegrzeczny?"
fact reasons : some of { race en "race" pl "rasa", taste en "taste" pl "gust" }
  ask en "Why?" pl "Dlaczego?"
  reason
fact anyone : bool
  ask en "Anyone else?" pl "Każdemu?"
  comparator
step warn done when warned en "warn" pl "ostrzeż"
ground misconduct en "misconduct" pl "zachowanie"
ground inability en "inability" pl "niemożność"
ground free_choice weak en "free choice" pl "swoboda"
"#;

/// A pack at `layer` with these norms, each given as its last part and its body.
fn pack(name: &str, layer: &str, norms: &[(&str, &str)]) -> Vec<PackFile> {
    let head = format!(
        "---\npack: {name}\nlayer: {layer}\nplace: any\nversion: 2026.1.1\ntitle-en: {name}\ntitle-pl: {name}\n---\n"
    );
    let mut files = vec![PackFile {
        path: format!("{name}/pack.md"),
        text: head,
    }];
    for (id, body) in norms {
        let text = format!(
            "---\ncite: article\nurl: https://example.org\nconfidence: verified\n---\n```demur\nnorm {name}.{id}\n  title en \"{id}\" pl \"{id}\"\n  in force from 2000-01-01\n  {body}\n```\n"
        );
        files.push(PackFile {
            path: format!("{name}/{id}.md"),
            text,
        });
    }
    files
}

fn lawbook(packs: &[Vec<PackFile>]) -> Lawbook {
    let mut files = pack("standard", "standard", &[]);
    files.push(PackFile {
        path: "standard/facts.md".to_owned(),
        text: format!("```demur{VOCABULARY}```\n"),
    });
    // Some pack has to say where its law applies: `place` needs a value.
    let mut eu = pack("eu", "law", &[]);
    eu[0].text = eu[0].text.replace("place: any", "place: eu");
    files.extend(eu);
    files.extend(packs.iter().flatten().cloned());
    compile(files)
}

/// The opinion when every yes-or-no fact that is named is true and all others are false.
fn opinion(lawbook: &Lawbook, yes: &[&str]) -> Opinion {
    let mut situation = Situation::on(date(2026, 1, 1));
    for (id, fact) in lawbook.facts.iter().filter(|(id, _)| *id != lawbook.place) {
        for variable in &fact.variables {
            let element = lawbook.variables[*variable]
                .element
                .map(|element| fact.domain.values()[element].name.as_str());
            let holds = yes.contains(&element.unwrap_or(&fact.name));
            let cells = if holds {
                demur_lawbook::Cells::YES
            } else {
                demur_lawbook::Cells::NO
            };
            situation.profile.push((*variable, cells));
        }
        assert!(!situation.answers.contains_key(&id));
    }
    Engine::new(lawbook)
        .decide(&situation)
        .expect("nothing clashes")
}

fn status(lawbook: &Lawbook, opinion: &Opinion, ground: &str) -> GroundStatus {
    let found = opinion
        .grounds
        .iter()
        .find(|each| lawbook.grounds[each.ground].name == ground);
    found.map_or(GroundStatus::NotMet, |each| each.status)
}

fn ids(lawbook: &Lawbook, norms: impl IntoIterator<Item = demur_lawbook::NormId>) -> Vec<&str> {
    norms
        .into_iter()
        .map(|norm| lawbook.norms[norm].id.as_str())
        .collect()
}

#[test]
fn a_firm_alone_has_law_everywhere() {
    let mut files = pack(
        "standard",
        "standard",
        &[("rude", "permit refusing as misconduct\n    when rude")],
    );
    files.push(PackFile {
        path: "standard/facts.md".to_owned(),
        text: format!("```demur{VOCABULARY}```\n"),
    });
    let lawbook = compile(files);
    let opinion = Engine::new(&lawbook).decide(&Situation::on(date(2026, 1, 1)));
    assert!(opinion.is_ok(), "packs of no place at all: {opinion:?}");
}

#[test]
fn the_same_pack_twice_is_reported() {
    let files = pack("standard", "standard", &[]);
    let twice = demur_lawbook::compile([files.clone(), files].concat());
    assert!(twice.lawbook.is_none());
    assert!(
        twice.diagnostics.iter().any(|each| each.code.0 == "E106"),
        "{:?}",
        twice.diagnostics
    );
}

#[test]
fn a_weak_ground_waits_for_its_own_step() {
    let law = pack(
        "pl",
        "law",
        &[
            ("free", "permit refusing as free_choice"),
            ("warn", "require warn before refusing as free_choice"),
        ],
    );
    let lawbook = lawbook(&[law]);
    assert_eq!(
        opinion(&lawbook, &[]).verdict,
        Some(Verdict::MayRefuseAfter)
    );
    assert_eq!(
        opinion(&lawbook, &["warned"]).verdict,
        Some(Verdict::MayRefuse)
    );
}

#[test]
fn a_weak_ground_is_no_way_around_the_step_of_a_strong_one() {
    let law = pack(
        "pl",
        "law",
        &[
            ("free", "permit refusing as free_choice"),
            ("rude", "permit refusing as misconduct\n    when rude"),
            ("warn", "require warn before refusing as misconduct"),
        ],
    );
    let lawbook = lawbook(&[law]);
    assert_eq!(
        opinion(&lawbook, &["rude"]).verdict,
        Some(Verdict::MayRefuseAfter)
    );
    assert_eq!(opinion(&lawbook, &[]).verdict, Some(Verdict::MayRefuse));
}

#[test]
fn a_ground_that_a_demand_does_not_admit_is_barred_by_it() {
    let law = pack(
        "pl",
        "law",
        &[
            ("demand", "refusing needs a ground"),
            ("free", "permit refusing as free_choice"),
            ("rude", "permit refusing as misconduct"),
        ],
    );
    let firm = pack(
        "firm",
        "house",
        &[("unable", "permit refusing as inability")],
    );
    let lawbook = lawbook(&[law, firm]);
    let opinion = opinion(&lawbook, &[]);
    assert_eq!(opinion.verdict, Some(Verdict::MayRefuse));
    assert_eq!(status(&lawbook, &opinion, "misconduct"), GroundStatus::Open);
    assert_eq!(
        status(&lawbook, &opinion, "free_choice"),
        GroundStatus::Barred
    );
    assert_eq!(
        status(&lawbook, &opinion, "inability"),
        GroundStatus::Barred
    );
    let barred = opinion
        .grounds
        .iter()
        .filter(|each| each.status == GroundStatus::Barred);
    for ground in barred {
        assert_eq!(
            ids(&lawbook, ground.barred_by.iter().copied()),
            ["pl.demand"]
        );
    }
    assert_eq!(
        ids(&lawbook, opinion.because.iter().map(|each| each.norm)),
        ["pl.rude"]
    );
}

#[test]
fn what_is_entitled_or_said_to_anyone_is_not_forbidden() {
    let law = pack(
        "pl",
        "law",
        &[
            ("race", "forbid refusing because of {race}"),
            ("own", "entitle refusing as misconduct\n    when rude"),
        ],
    );
    let firm = pack("firm", "house", &[("always", "forbid refusing")]);
    let lawbook = lawbook(&[law, firm]);
    let entitled = opinion(&lawbook, &["rude"]);
    assert_eq!(entitled.verdict, Some(Verdict::MayRefuse));
    assert_eq!(ids(&lawbook, entitled.forbids_refusing), [""; 0]);
    let anyone = opinion(&lawbook, &["race", "anyone"]);
    assert_eq!(anyone.verdict, Some(Verdict::MustServe));
    assert_eq!(ids(&lawbook, anyone.forbids_refusing), ["firm.always"]);
    assert_eq!(
        ids(&lawbook, anyone.because.iter().map(|each| each.norm)),
        ["firm.always"]
    );
    assert_eq!(
        ids(&lawbook, anyone.tainted.iter().map(|taint| taint.norm)),
        ["pl.race"]
    );
}
