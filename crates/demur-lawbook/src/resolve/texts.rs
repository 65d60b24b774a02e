//! Texts in both languages.

use demur_syntax::tree::{self, Lang};
use demur_syntax::{Diagnostic, Span};

use super::{Builder, Unit};
use crate::lawbook::{Texts, Tier};

impl Builder<'_, '_> {
    /// Both languages, or a diagnostic that names the missing one. A firm may
    /// write its own policy in one language.
    pub(super) fn texts(
        &mut self,
        unit: &Unit,
        span: Span,
        what: &str,
        written: &tree::Texts,
    ) -> Texts {
        let text = |lang| {
            written
                .lang(lang)
                .map(|text| text.value.trim().to_owned())
                .unwrap_or_default()
        };
        let texts = Texts {
            en: text(Lang::En),
            pl: text(Lang::Pl),
        };
        let one_is_enough = unit.head.layer.tier == Tier::House && !texts.is_empty();
        for (lang, language, text) in [
            (Lang::En, "English", &texts.en),
            (Lang::Pl, "Polish", &texts.pl),
        ] {
            if text.is_empty() && !one_is_enough {
                self.report(
                    Diagnostic::error("E140", format!("{what} has no {language} text"))
                        .at(
                            unit.file,
                            span,
                            format!("expected `{} \"..\"`", lang.code()),
                        )
                        .help("packs are read in both languages; add the missing one"),
                );
            }
        }
        texts
    }

    /// The texts of several clauses joined, which may all be absent.
    pub(super) fn joined<'t>(written: impl Iterator<Item = &'t tree::Texts>) -> tree::Texts {
        tree::Texts(written.flat_map(|texts| texts.0.iter().cloned()).collect())
    }
}
