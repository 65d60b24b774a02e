//! Hunspell's dictionaries, as Debian installs them: `en_GB` and `pl_PL`.

use std::fmt;
use std::fs;
use std::path::Path;

use demur_syntax::tree::Lang;
use spellbook::Dictionary;

use crate::library::LoadError;

/// The letters of ISO 8859-2 from 0xA0 on.
#[rustfmt::skip]
const LATIN_2: [char; 96] = [
    '\u{a0}', 'Ą', '˘', 'Ł', '¤', 'Ľ', 'Ś', '§', '¨', 'Š', 'Ş', 'Ť', 'Ź', '\u{ad}', 'Ž', 'Ż',
    '°', 'ą', '˛', 'ł', '´', 'ľ', 'ś', 'ˇ', '¸', 'š', 'ş', 'ť', 'ź', '˝', 'ž', 'ż',
    'Ŕ', 'Á', 'Â', 'Ă', 'Ä', 'Ĺ', 'Ć', 'Ç', 'Č', 'É', 'Ę', 'Ë', 'Ě', 'Í', 'Î', 'Ď',
    'Đ', 'Ń', 'Ň', 'Ó', 'Ô', 'Ő', 'Ö', '×', 'Ř', 'Ů', 'Ú', 'Ű', 'Ü', 'Ý', 'Ţ', 'ß',
    'ŕ', 'á', 'â', 'ă', 'ä', 'ĺ', 'ć', 'ç', 'č', 'é', 'ę', 'ë', 'ě', 'í', 'î', 'ď',
    'đ', 'ń', 'ň', 'ó', 'ô', 'ő', 'ö', '÷', 'ř', 'ů', 'ú', 'ű', 'ü', 'ý', 'ţ', '˙',
];

/// A dictionary for each language.
pub struct Dictionaries {
    english: Dictionary,
    polish: Dictionary,
}

impl fmt::Debug for Dictionaries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionaries").finish_non_exhaustive()
    }
}

impl Dictionaries {
    /// The dictionaries in a folder; none unless it has both.
    ///
    /// # Errors
    ///
    /// A dictionary is there and cannot be read.
    pub fn load(folder: &Path) -> Result<Option<Self>, LoadError> {
        let (english, polish) = (folder.join("en_GB"), folder.join("pl_PL"));
        if !there(&english) || !there(&polish) {
            return Ok(None);
        }
        Ok(Some(Self {
            english: read(&english)?,
            polish: read(&polish)?,
        }))
    }

    pub(super) fn contains(&self, word: &str, lang: Lang) -> bool {
        self.of(lang).check(word)
    }

    /// The word that was probably meant.
    pub(super) fn nearest(&self, word: &str, lang: Lang) -> Option<String> {
        let mut near = Vec::new();
        self.of(lang).suggest(word, &mut near);
        near.into_iter().next()
    }

    fn of(&self, lang: Lang) -> &Dictionary {
        match lang {
            Lang::En => &self.english,
            Lang::Pl => &self.polish,
        }
    }
}

fn there(stem: &Path) -> bool {
    ["aff", "dic"]
        .iter()
        .all(|extension| stem.with_extension(extension).is_file())
}

fn read(stem: &Path) -> Result<Dictionary, LoadError> {
    let bytes = |extension: &str| {
        let path = stem.with_extension(extension);
        fs::read(&path).map_err(|error| LoadError::unreadable(&path, &error.to_string()))
    };
    let (affixes, words) = (bytes("aff")?, bytes("dic")?);
    let broken = |reason: &str| LoadError::unreadable(&stem.with_extension("aff"), reason);
    let encoding = encoding(&affixes);
    let text = |bytes: &[u8]| {
        decoded(bytes, &encoding).ok_or_else(|| {
            broken(&format!(
                "its encoding is `{encoding}`, expected UTF-8 or ISO8859-2"
            ))
        })
    };
    Dictionary::new(&text(&affixes)?, &text(&words)?)
        .map_err(|error| broken(&format!("it is no Hunspell dictionary: {error}")))
}

/// What the line `SET` says.
fn encoding(affixes: &[u8]) -> String {
    let text = String::from_utf8_lossy(affixes);
    let set = text
        .lines()
        .find_map(|line| line.trim_start_matches('\u{feff}').strip_prefix("SET "));
    set.unwrap_or("ISO8859-1").trim().to_owned()
}

fn decoded(bytes: &[u8], encoding: &str) -> Option<String> {
    match encoding.to_ascii_uppercase().as_str() {
        "UTF-8" => {
            let text = std::str::from_utf8(bytes).ok()?;
            Some(text.trim_start_matches('\u{feff}').to_owned())
        }
        "ISO8859-2" => Some(bytes.iter().map(|byte| latin_2(*byte)).collect()),
        _ => None,
    }
}

fn latin_2(byte: u8) -> char {
    let high = usize::from(byte)
        .checked_sub(0xA0)
        .and_then(|index| LATIN_2.get(index));
    high.copied().unwrap_or(char::from(byte))
}
