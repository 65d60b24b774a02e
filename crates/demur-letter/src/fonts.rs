//! The fonts: Noto Sans, and DejaVu Sans for what it lacks.
//!
//! Both are part of the program, regular and bold, and no other font is ever looked for.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Height of a capital of Noto Sans, as part of the type size.
pub(crate) const CAPITAL: f64 = 0.714;

/// Regular and bold of each family, in the order in which the templates name the families.
static FACES: LazyLock<Vec<Font>> = LazyLock::new(|| {
    [
        notosans::REGULAR_TTF,
        notosans::BOLD_TTF,
        dejavu::sans::regular(),
        dejavu::sans::bold(),
    ]
    .into_iter()
    .filter_map(|file| Font::new(Bytes::new(file), 0))
    .collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FACES.iter())));

pub(crate) fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

pub(crate) fn face(index: usize) -> Option<Font> {
    FACES.get(index).cloned()
}

/// Whether the character has a shape in regular and in bold.
pub(crate) fn has(character: char) -> bool {
    let drawn = |weight: usize| {
        FACES
            .iter()
            .skip(weight)
            .step_by(2)
            .any(|face| face.info().coverage.contains(u32::from(character)))
    };
    drawn(0) && drawn(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use typst::layout::Abs;
    use typst::text::FontVariations;

    #[test]
    fn all_four_faces_are_there_and_in_order() {
        let found: Vec<_> = FACES
            .iter()
            .map(|face| {
                (
                    face.info().family.clone(),
                    face.info().variant.weight.to_number(),
                )
            })
            .collect();
        assert_eq!(
            found
                .iter()
                .map(|(family, weight)| (family.as_str(), *weight))
                .collect::<Vec<_>>(),
            [
                ("Noto Sans", 400),
                ("Noto Sans", 700),
                ("DejaVu Sans", 400),
                ("DejaVu Sans", 700)
            ]
        );
    }

    #[test]
    fn a_capital_is_as_high_as_stated() {
        for face in FACES.iter().take(2) {
            let variant = face.info().variant;
            let face = face
                .clone()
                .instantiate(variant, Abs::pt(11.0), &FontVariations::default());
            let height = face.metrics().cap_height.get();
            assert!((height - CAPITAL).abs() < 0.001, "{height}");
        }
    }

    #[test]
    fn the_three_languages_and_common_signs_have_shapes() {
        let needed = "ĄĆĘŁŃÓŚŹŻąćęłńóśźżÄÖÜẞäöüß§€£„”“’–—…°№²½☐✓→≥";
        assert!(needed.chars().all(has));
        assert!(!has('\u{1F642}'), "no emoji");
    }
}
