//! The guard of free text: the rules of the notice lint, in every language that staff may write.

use demur_notice::Lang;
use demur_notice::lint::{Rewrite, guard};
use demur_store::TextGuard;

/// Languages in which free texts of the record are written.
const WRITTEN_IN: [Lang; 3] = [Lang::Pl, Lang::En, Lang::De];

/// The lint as the store asks for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guard {
    /// The language in which it explains itself.
    pub(super) lang: Lang,
}

impl TextGuard for Guard {
    fn objection(&self, field: &str, text: &str) -> Option<String> {
        let limit = if field == "note_to_reviewer" {
            300
        } else {
            600
        };
        let mut said: Vec<String> = Vec::new();
        for written in WRITTEN_IN {
            let Err(findings) = guard(text, written, limit) else {
                continue;
            };
            for finding in findings {
                let message = finding.message.say(self.lang);
                let advice = match &finding.suggestion {
                    Some(Rewrite::Advise(advice)) => advice.say(self.lang),
                    Some(Rewrite::Replace(words)) => words.as_str(),
                    None => finding.why.say(self.lang),
                };
                let sentence = format!("{} ({advice}) [{}]", message.trim(), finding.rule);
                if !said.contains(&sentence) {
                    said.push(sentence);
                }
            }
        }
        (!said.is_empty()).then(|| said.join("; "))
    }
}
