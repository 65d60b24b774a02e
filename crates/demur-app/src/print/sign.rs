//! Which words of a notice go where on a sign for the counter.

use demur_letter::Poster;
use demur_notice::{Notice, Part};
use jiff::civil::Date;

/// The rule first and large, what follows from it below, basis and contact at the foot.
pub(super) fn sign(notice: &Notice, day: Date) -> Poster {
    let mut firm = Vec::new();
    let mut said = Vec::new();
    let mut foot = Vec::new();
    for block in &notice.blocks {
        for runs in block.runs.chunk_by(|a, b| a.part == b.part) {
            let words: String = runs.iter().map(|run| run.words.as_str()).collect();
            let Some(part) = runs.first().map(|run| run.part) else {
                continue;
            };
            match part {
                Part::Identity => firm.push(words),
                Part::Rule | Part::Review | Part::Contact | Part::Data => foot.push(words),
                _ => said.push(words),
            }
        }
    }
    let mut lines = sentences(&said).into_iter();
    Poster {
        lang: super::lang(notice.lang),
        firm: firm.concat().trim().to_owned(),
        day,
        heading: lines.next().unwrap_or_default(),
        lines: lines.collect(),
        foot: sentences(&foot),
    }
}

/// What was said, in whole sentences: a part may go on where another one stopped.
fn sentences(said: &[String]) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for words in said {
        let words = words.trim();
        match sentences.last_mut() {
            Some(last) if !last.ends_with(['.', '!', '?']) => {
                last.push(' ');
                last.push_str(words);
            }
            _ => sentences.push(words.to_owned()),
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}
