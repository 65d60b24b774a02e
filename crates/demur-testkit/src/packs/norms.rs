//! Norms of all layers, with every effect.

use super::conditions::condition;
use super::recipe::Recipe;
use super::vocabulary::{DUTIES, GROUNDS, STEPS, Vocabulary};
use super::{blocks, texts};

/// Packs beside the standard: name, layer, place, and the place around it.
pub(super) const PACKS: [(&str, &str, &str, &str); 3] = [
    ("pl", "law", "pl", "eu"),
    ("eu", "law 10", "eu", ""),
    ("firm", "house", "any", ""),
];

/// Where a norm stands: pack, layer of its file when it differs, and rank.
const HOMES: [(&str, &str, u8); 9] = [
    ("pl", "", 20),
    ("pl", "", 20),
    ("pl", "", 20),
    ("eu", "", 10),
    ("pl", "code", 30),
    ("firm", "", 40),
    ("firm", "", 40),
    ("standard", "", 50),
    ("standard", "", 50),
];

/// One file with all versions of its norm.
#[derive(Debug, Clone)]
pub(super) struct Provision {
    pub(super) path: String,
    layer: &'static str,
    pub(super) norms: Vec<String>,
}

/// What later norms need to know of earlier ones.
struct Earlier {
    id: String,
    rank: u8,
    yielding: bool,
}

impl Provision {
    pub(super) fn is_house(&self) -> bool {
        self.path.starts_with("firm/")
    }

    pub(super) fn text(&self) -> String {
        let layer = if self.layer.is_empty() {
            String::new()
        } else {
            format!("layer: {}\n", self.layer)
        };
        let head = format!(
            "---\ncite: article\nurl: https://example.org\nconfidence: verified\n{layer}---\n"
        );
        format!("{head}# A provision\n\n{}", blocks(&self.norms))
    }
}

pub(super) fn provisions(vocabulary: &Vocabulary, norms: &[Vec<u8>]) -> Vec<Provision> {
    let mut earlier: Vec<Earlier> = Vec::new();
    let mut provisions = Vec::new();
    for (index, bytes) in norms.iter().enumerate() {
        let mut recipe = Recipe::new(bytes);
        let (pack, layer, rank) = recipe.pick(&HOMES).unwrap_or_default();
        let id = format!("{pack}.n{index}");
        let mut writer = Writer {
            vocabulary,
            recipe,
            earlier: &earlier,
            pack,
            rank,
        };
        let yielding = writer.recipe.chance(3);
        let norms = writer.versions(&id, yielding);
        provisions.push(Provision {
            path: format!("{pack}/n{index}.md"),
            layer,
            norms,
        });
        earlier.push(Earlier { id, rank, yielding });
    }
    provisions
}

struct Writer<'a> {
    vocabulary: &'a Vocabulary,
    recipe: Recipe<'a>,
    earlier: &'a [Earlier],
    pack: &'static str,
    rank: u8,
}

impl Writer<'_> {
    /// The norm, sometimes in two versions.
    fn versions(&mut self, id: &str, yielding: bool) -> Vec<String> {
        let periods = match self.recipe.below(16) {
            0..=9 => vec!["from 2000-01-01"],
            10 => vec!["from 2010-01-01"],
            11 => vec!["from 2010-01-01 to 2020-01-01"],
            12 if self.rank >= 40 => vec![""],
            12 => vec!["from 2000-01-01"],
            _ => vec!["from 2000-01-01 to 2020-01-01", "from 2020-01-01"],
        };
        periods
            .into_iter()
            .map(|period| self.norm(id, period, yielding))
            .collect()
    }

    fn norm(&mut self, id: &str, period: &str, yielding: bool) -> String {
        let mut lines = vec![format!("norm {id}"), format!("  title {}", texts(id))];
        if !period.is_empty() {
            lines.push(format!("  in force {period}"));
        }
        if yielding {
            lines.push("  yielding".to_owned());
        }
        lines.push(format!("  {}", self.effect()));
        if self.recipe.chance(11) {
            lines.push(format!(
                "    when {}",
                condition(self.vocabulary, &mut self.recipe)
            ));
        }
        while self.recipe.chance(4) {
            lines.push(format!(
                "    unless {}",
                condition(self.vocabulary, &mut self.recipe)
            ));
        }
        let targets = self.targets();
        if !targets.is_empty() && self.recipe.chance(5) {
            lines.push(format!(
                "  overrides {}",
                self.recipe.some(&targets).join(", ")
            ));
        }
        lines.join("\n")
    }

    /// Norms that this one may override: earlier ones, so that it never goes
    /// round, and none of a firm's own, which other packs do not know.
    fn targets(&self) -> Vec<String> {
        let firm = self.pack == "firm";
        let may = |other: &&Earlier| {
            (other.rank >= self.rank || other.yielding) && (firm || !other.id.starts_with("firm."))
        };
        self.earlier
            .iter()
            .filter(may)
            .map(|other| other.id.clone())
            .collect()
    }

    fn effect(&mut self) -> String {
        let recipe = &mut self.recipe;
        let ground = recipe.pick(&GROUNDS).unwrap_or_default();
        let duty = recipe.pick(&DUTIES).unwrap_or_default();
        match recipe.below(20) {
            0..=1 => "forbid refusing".to_owned(),
            2..=3 => self.forbid_because(),
            4..=5 => "forbid serving".to_owned(),
            6..=9 => format!("permit refusing as {ground}"),
            10 => format!("entitle refusing as {ground}"),
            11 => "refusing needs a ground".to_owned(),
            12 => format!(
                "refusing needs a ground admitting {{{}}}",
                recipe.some(&GROUNDS).join(", ")
            ),
            13..=14 => self.require_step(ground),
            15 => format!("require {duty} within 3 working days when refusing"),
            16 => format!("forbid duty {duty} when refusing"),
            17 => match self.targets().as_slice() {
                [] => format!("require {duty} when refusing"),
                targets => format!("except {}", self.recipe.pick(targets).unwrap_or_default()),
            },
            18 => format!("caution {}", texts("mind it")),
            _ if recipe.chance(8) => format!("consequence of serving {}", texts("a fine")),
            _ => format!("consequence {}", texts("a fine")),
        }
    }

    fn forbid_because(&mut self) -> String {
        let reasons = self.vocabulary.reasons();
        match self.recipe.below(3) {
            _ if reasons.is_empty() => "forbid refusing".to_owned(),
            0 => "forbid refusing because of traits".to_owned(),
            _ => format!(
                "forbid refusing because of {{{}}}",
                self.recipe.some(reasons).join(", ")
            ),
        }
    }

    fn require_step(&mut self, ground: &str) -> String {
        let step = self.recipe.pick(&STEPS).unwrap_or_default();
        let steps = match self.recipe.below(4) {
            0 => format!("{step} and offer"),
            1 => format!("{step} or offer"),
            _ => step.to_owned(),
        };
        let on = if self.recipe.chance(9) {
            format!(" as {ground}")
        } else {
            String::new()
        };
        format!("require {steps} before refusing{on}")
    }
}
