//! `demur` alone: what it is, and three things to try.

use std::io::Write;

use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page::Page;

const NAMES: usize = 30;

/// Writes the welcome.
pub(crate) fn run(context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let words = &context.words;
    let mut page = Page::new(context.look);
    page.paragraph(&format!(
        "{} {}",
        words.say("welcome-title"),
        words.say("welcome-what")
    ));
    page.part(&words.say("welcome-try"));
    page.row("demur ask", NAMES, &words.say("welcome-ask"));
    page.row("demur decide FILE", NAMES, &words.say("welcome-decide"));
    page.row(
        "demur explain pl.kw.135",
        NAMES,
        &words.say("welcome-explain"),
    );
    page.gap();
    page.paragraph(&words.say("welcome-help"));
    out.write_all(page.finish().as_bytes())?;
    Ok(Outcome::Done)
}
