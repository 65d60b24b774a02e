//! Why a question is asked: the provisions that need it, and the verdicts between which it decides.

use demur_app::engine::NextQuestion;
use demur_app::lawbook::Lawbook;

use crate::names;
use crate::norm::label;
use crate::words::Words;

/// Most provisions that are named beside a question unless the person wants them all.
const MOST_NORMS: usize = 3;

/// Between which verdicts it decides, and by which provisions; a few of them.
pub(super) fn in_short(lawbook: &Lawbook, why: &NextQuestion, words: &Words) -> Option<String> {
    let titles = titles(lawbook, why, words);
    let more = titles.len().saturating_sub(MOST_NORMS);
    let few: Vec<&str> = titles.iter().take(MOST_NORMS).map(String::as_str).collect();
    let norms = few.join("; ");
    let under = match more {
        0 => words.fill("ask-under", &[("norms", norms.into())]),
        more => words.fill(
            "ask-under-more",
            &[("norms", norms.into()), ("n", more.into())],
        ),
    };
    let decides = decides(why, words).map(|decides| format!("{decides} "));
    (!titles.is_empty()).then(|| format!("{}{under}", decides.unwrap_or_default()))
}

/// Everything that looks at the question.
pub(super) fn in_full(lawbook: &Lawbook, why: &NextQuestion, words: &Words) -> Vec<String> {
    let titles = titles(lawbook, why, words).join("; ");
    let norms = words.fill("ask-why-norm", &[("norms", titles.into())]);
    [norms].into_iter().chain(decides(why, words)).collect()
}

/// Between which verdicts it decides, when there are several.
pub(super) fn decides(why: &NextQuestion, words: &Words) -> Option<String> {
    let verdicts = why.decides.iter();
    let verdicts: Vec<String> = verdicts
        .map(|verdict| names::outcome(words, *verdict))
        .collect();
    (verdicts.len() > 1).then(|| {
        let gaps = [("verdicts", words.all_of(&verdicts).into())];
        words.fill("ask-why-decides", &gaps)
    })
}

/// Titles of the norms that look at the question, each once.
fn titles(lawbook: &Lawbook, why: &NextQuestion, words: &Words) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for norm in &why.norms {
        let norm = &lawbook.norms[*norm];
        let title = label(words, &norm.title, &norm.id);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}
