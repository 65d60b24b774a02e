//! Planted faults are found, and nothing else is.

use demur_lawbook::{Lawbook, PackFile};
use demur_prover::{Kind, Proof};
use jiff::civil::date;

use crate::{compile, proof};

const FACTS: &str = r#"
fact shop.open : bool
  ask en "Open?" pl "Otwarte?"
  typical yes
fact customer.rude : bool
  ask en "Rude?" pl "Niegrzeczny?"
  typical no
fact customer.age : 0..120
  ask en "Age?" pl "Wiek?"
  typical 40
fact refusal.reasons : some of { race en "race" pl "rasa", conduct en "conduct" pl "zachowanie" }
  ask en "Why?" pl "Dlaczego?"
  reason
ground misconduct en "misconduct" pl "zachowanie"
ground choice weak en "choice" pl "wybór"
assume customer.rude implies shop.open because en "a closed shop has no customers" pl "zamknięty sklep nie ma klientów"
"#;

/// Norms without any fault.
const SOUND: &str = r"
norm law.a.race
  forbid refusing because of {race}
norm law.a.child
  forbid refusing
    when customer.age < 10
norm law.a.rude
  permit refusing as misconduct
    when customer.rude
norm law.a.choice
  permit refusing as choice
    unless customer.rude
norm law.a.closed
  forbid serving
    when not shop.open and customer.age >= 10
";

pub(crate) fn file(path: &str, text: String) -> PackFile {
    PackFile {
        path: path.to_owned(),
        text,
    }
}

pub(crate) fn pack(name: &str, layer: &str) -> PackFile {
    file(
        &format!("{name}/pack.md"),
        format!(
            "---\npack: {name}\nlayer: {layer}\nplace: any\nversion: 2026.1.1\ntitle-en: x\ntitle-pl: x\n---\n# x\n"
        ),
    )
}

pub(crate) fn norms(path: &str, text: &str) -> PackFile {
    let titled = text.replace(
        "\n  forbid",
        "\n  title en \"x\" pl \"x\"\n  in force from 2000-01-01\n  forbid",
    );
    let titled = titled.replace(
        "\n  permit",
        "\n  title en \"x\" pl \"x\"\n  in force from 2000-01-01\n  permit",
    );
    file(
        path,
        format!(
            "---\ncite: x\nurl: https://example.org\nconfidence: recalled\n---\n# x\n\n```demur\n{titled}\n```\n"
        ),
    )
}

fn library(law: &str, house: &str) -> (Lawbook, Proof) {
    let mut files = vec![
        pack("law", "law"),
        pack("firm", "house"),
        file("law/facts.md", format!("# f\n\n```demur\n{FACTS}\n```\n")),
        norms("law/a.md", &format!("{SOUND}{law}")),
    ];
    if !house.is_empty() {
        files.push(norms("firm/b.md", house));
    }
    let lawbook = compile(files.clone());
    let proof = proof(&lawbook, &files, date(2026, 11, 22));
    assert_eq!(proof.mismatches, []);
    (lawbook, proof)
}

/// The findings, each as its code and the norms at fault.
fn found(law: &str, house: &str) -> Vec<String> {
    let (lawbook, proof) = library(law, house);
    let told = proof.findings.iter().map(|finding| {
        let norms: Vec<&str> = finding
            .kind
            .norms()
            .iter()
            .map(|norm| lawbook.norms[*norm].id.as_str())
            .collect();
        format!("{} {}", finding.kind.code(), norms.join(" "))
    });
    told.map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn a_sound_library_has_no_finding() {
    assert_eq!(found("", ""), Vec::<String>::new());
}

#[test]
fn each_planted_fault_is_found_alone() {
    let planted: [(&str, &str, &[&str]); 6] = [
        (
            "norm law.a.dead\n  forbid refusing\n    when customer.rude and not shop.open\n",
            "",
            &["P004 law.a.dead"],
        ),
        (
            "norm law.a.twice\n  forbid refusing\n    when customer.age < 5\n",
            "",
            &["P005 law.a.twice"],
        ),
        (
            "norm law.a.baby\n  forbid serving\n    when customer.age < 2\n",
            "",
            &["P003 law.a.child law.a.baby"],
        ),
        (
            "",
            "norm firm.b.child\n  forbid serving\n    when customer.age < 10\n",
            &["P007 firm.b.child"],
        ),
        (
            "",
            "norm firm.b.race\n  forbid serving\n    when refusal.reasons includes race\n",
            &["P007 firm.b.race"],
        ),
        (
            "norm law.a.trait\n  forbid serving\n    when refusal.reasons includes race and customer.age > 90\nnorm law.a.old\n  forbid refusing\n    when customer.age > 90 and not customer.rude and refusal.reasons includes none of {race} and shop.open\n",
            "",
            &["P002"],
        ),
    ];
    for (law, house, expected) in planted {
        assert_eq!(found(law, house), expected, "{law}{house}");
    }
}

/// What is asked for has no ordinary value; the law looks at it, the norm of the house does not.
#[test]
fn a_house_norm_against_the_law_is_found() {
    let law = r"
norm law.a.race_of_guests
  forbid refusing because of {race}
    when shop.asked is one of {goods, service}
norm law.a.goods
  forbid refusing
    when shop.asked is goods and customer.age >= 10
";
    let planted: [(&str, &[&str]); 3] = [
        (
            "norm firm.b.race\n  forbid serving\n    when refusal.reasons includes race\n",
            &["P009 firm.b.race"],
        ),
        (
            "norm firm.b.rude\n  forbid serving\n    when customer.rude\n",
            &[],
        ),
        (
            "norm firm.b.goods\n  forbid serving\n    when customer.rude or shop.asked is goods\n",
            &["P009 firm.b.goods"],
        ),
    ];
    for (house, expected) in planted {
        let asked = "fact shop.asked : one of { goods en \"goods\" pl \"towar\", service en \"service\" pl \"usługa\", entry en \"entry\" pl \"wstęp\" }\n  ask en \"What?\" pl \"Co?\"\n";
        let sound = SOUND.replace("norm law.a.race\n  forbid refusing because of {race}\n", "");
        let files = vec![
            pack("law", "law"),
            pack("firm", "house"),
            file(
                "law/facts.md",
                format!("# f\n\n```demur\n{FACTS}{asked}\n```\n"),
            ),
            norms("law/a.md", &format!("{sound}{law}")),
            norms("firm/b.md", house),
        ];
        let lawbook = compile(files.clone());
        let proof = proof(&lawbook, &files, date(2026, 11, 22));
        assert_eq!(proof.mismatches, []);
        let against = proof
            .findings
            .iter()
            .filter_map(|finding| match finding.kind {
                Kind::AgainstLaw(norm) => Some(format!("P009 {}", lawbook.norms[norm].id)),
                _ => None,
            });
        assert_eq!(against.collect::<Vec<_>>(), expected, "{house}");
    }
}

#[test]
fn a_gap_is_found_with_its_situation() {
    let files = vec![
        pack("law", "law"),
        file("law/facts.md", format!("# f\n\n```demur\n{FACTS}\n```\n")),
        norms(
            "law/a.md",
            &SOUND.replace(
                "unless customer.rude",
                "unless customer.rude or customer.age > 60",
            ),
        ),
    ];
    let lawbook = compile(files.clone());
    let silent = proof(&lawbook, &files, date(2026, 11, 22));
    let gap = silent
        .findings
        .iter()
        .find(|finding| finding.kind == Kind::Gap);
    let scene = gap.and_then(|finding| finding.scene.as_ref()).unwrap();
    assert!(
        scene.otherwise_typical && scene.given.len() <= 4,
        "{scene:?}"
    );
}
