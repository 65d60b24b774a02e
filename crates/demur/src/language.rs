//! What this program alone says to people, in English and Polish, and which language it is.

use std::collections::BTreeMap;

use demur_app::syntax::tree::Lang;
use demur_words::Words;

const ENGLISH: [&str; 9] = [
    include_str!("../locales/en/app.ftl"),
    include_str!("../locales/en/ask.ftl"),
    include_str!("../locales/en/diff.ftl"),
    include_str!("../locales/en/law.ftl"),
    include_str!("../locales/en/lint.ftl"),
    include_str!("../locales/en/notice.ftl"),
    include_str!("../locales/en/record.ftl"),
    include_str!("../locales/en/refer.ftl"),
    include_str!("../locales/en/serve.ftl"),
];

const POLISH: [&str; 9] = [
    include_str!("../locales/pl/app.ftl"),
    include_str!("../locales/pl/ask.ftl"),
    include_str!("../locales/pl/diff.ftl"),
    include_str!("../locales/pl/law.ftl"),
    include_str!("../locales/pl/lint.ftl"),
    include_str!("../locales/pl/notice.ftl"),
    include_str!("../locales/pl/record.ftl"),
    include_str!("../locales/pl/refer.ftl"),
    include_str!("../locales/pl/serve.ftl"),
];

/// Everything that is said at a terminal.
pub(crate) fn words(lang: Lang) -> Words {
    let own = match lang {
        Lang::En => &ENGLISH,
        Lang::Pl => &POLISH,
    };
    Words::for_terminal(lang, own)
}

/// Whose texts the packs and the messages are, by the locale of the environment.
pub(crate) fn of_locale(locales: &BTreeMap<&'static str, String>) -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| locales.get(name));
    let first = set
        .map(String::as_str)
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    let code = first.split(['_', '.', '@', '-']).next().unwrap_or_default();
    Lang::from_code(&code.to_ascii_lowercase()).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use demur_testkit::texts::Texts;
    use demur_words::words::texts;

    use super::*;

    #[test]
    fn both_languages_say_the_same_and_all_of_it_is_used() {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let texts = Texts {
            english: &ENGLISH,
            polish: &POLISH,
            others: texts(Lang::En),
            sources: &[&sources],
        };
        let faults = texts.faults().expect("the sources");
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn the_environment_chooses_the_language() {
        let lang = |pairs: &[(&'static str, &str)]| {
            of_locale(
                &pairs
                    .iter()
                    .map(|(name, value)| (*name, (*value).to_owned()))
                    .collect(),
            )
        };
        assert_eq!(lang(&[]), Lang::En);
        assert_eq!(lang(&[("LANG", "pl_PL.UTF-8")]), Lang::Pl);
        assert_eq!(lang(&[("LANG", "pl_PL.UTF-8"), ("LC_ALL", "C")]), Lang::En);
        assert_eq!(lang(&[("LANG", "de_DE"), ("LC_MESSAGES", "pl")]), Lang::Pl);
        assert_eq!(lang(&[("LC_ALL", ""), ("LANG", "pl")]), Lang::Pl);
    }
}
