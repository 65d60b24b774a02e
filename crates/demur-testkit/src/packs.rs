//! Small packs made up at random, as text, and situations for them.
//!
//! Every pack that comes out of here is without error: what is checked is what
//! the lawbook means, not what the checker refuses.

mod conditions;
mod norms;
mod recipe;
mod situations;
mod vocabulary;

use std::fmt;

use demur_lawbook::PackFile;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

use norms::Provision;
pub use recipe::Recipe;
pub use situations::{day, situation};
use vocabulary::Vocabulary;

/// Fewest and most norms.
const NORMS: std::ops::RangeInclusive<usize> = 3..=14;
/// Bytes that one norm, or the vocabulary, is made of.
const BYTES: usize = 48;

/// Packs of all four layers that share one vocabulary.
#[derive(Clone)]
pub struct Packs {
    vocabulary: Vec<String>,
    provisions: Vec<Provision>,
}

/// Packs, at most a few thousand worlds large.
pub fn packs() -> impl Strategy<Value = Packs> {
    let vocabulary = vec(any::<u8>(), BYTES);
    let norms = vec(vec(any::<u8>(), BYTES), NORMS);
    (vocabulary, norms).prop_map(|(vocabulary, norms)| Packs::new(&vocabulary, &norms))
}

/// Bytes for [`Recipe`]s of situations and shuffles.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), BYTES)
}

impl Packs {
    fn new(vocabulary: &[u8], norms: &[Vec<u8>]) -> Self {
        let vocabulary = Vocabulary::new(&mut Recipe::new(vocabulary));
        let provisions = norms::provisions(&vocabulary, norms);
        Self {
            vocabulary: vocabulary.items(),
            provisions,
        }
    }

    /// The texts.
    #[must_use]
    pub fn files(&self) -> Vec<PackFile> {
        let mut files = vec![pack("standard", "standard", "any", "")];
        files.push(file(
            "standard/facts.md",
            &format!("# Vocabulary\n\n{}", blocks(&self.vocabulary)),
        ));
        for (name, layer, place, within) in norms::PACKS {
            let prefix = format!("{name}/");
            if self
                .provisions
                .iter()
                .any(|provision| provision.path.starts_with(&prefix))
            {
                files.push(pack(name, layer, place, within));
            }
        }
        files.extend(
            self.provisions
                .iter()
                .map(|provision| file(&provision.path, &provision.text())),
        );
        files
    }

    /// The same packs without the firm's own.
    #[must_use]
    pub fn without_house(&self) -> Self {
        let mut packs = self.clone();
        packs.provisions.retain(|provision| !provision.is_house());
        packs
    }

    /// The same packs with files, blocks and declarations in another order.
    #[must_use]
    pub fn shuffled(&self, recipe: &mut Recipe<'_>) -> Self {
        let mut packs = self.clone();
        recipe.shuffle(&mut packs.vocabulary);
        recipe.shuffle(&mut packs.provisions);
        packs
            .provisions
            .iter_mut()
            .for_each(|provision| recipe.shuffle(&mut provision.norms));
        packs
    }
}

impl fmt::Debug for Packs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for file in self.files() {
            write!(f, "\n==> {} <==\n{}", file.path, file.text)?;
        }
        Ok(())
    }
}

fn file(path: &str, text: &str) -> PackFile {
    PackFile {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

fn pack(name: &str, layer: &str, place: &str, within: &str) -> PackFile {
    let within = if within.is_empty() {
        String::new()
    } else {
        format!("within: {within}\n")
    };
    let text = format!(
        "---\npack: {name}\nlayer: {layer}\nplace: {place}\n{within}version: 2026.1.1\ntitle-en: {name}\ntitle-pl: {name}\n---\n# {name}\n"
    );
    file(&format!("{name}/pack.md"), &text)
}

fn blocks(items: &[String]) -> String {
    items
        .iter()
        .map(|item| format!("```demur\n{item}\n```\n\n"))
        .collect()
}

/// Both languages.
fn texts(text: &str) -> String {
    format!("en \"{text}\" pl \"{text}\"")
}

fn days() -> [Date; 4] {
    [2000, 2010, 2020, 2026].map(|year| Date::new(year, 1, 1).unwrap_or_default())
}
