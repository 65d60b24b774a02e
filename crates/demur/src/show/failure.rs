//! What went wrong, on the error stream.

use std::io::{self, IsTerminal, Write};

use demur_app::syntax::Diagnostic;
use serde_json::json;

use super::diagnostics;
use crate::context::{Context, Format, Look};
use crate::failure::Failure;

/// Whoever broke a whole library sees the first mistakes and a count.
const MOST: usize = 20;

/// Says what went wrong, and how to mend it.
pub(crate) fn write(failure: &Failure, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    if context.format == Some(Format::Json) {
        return write_json(failure, context, out);
    }
    // The two streams need not end at the same place.
    let look = Look {
        colour: context.look.colour && io::stderr().is_terminal(),
        ..context.look
    };
    match failure {
        Failure::Said(message) | Failure::Record { message, .. } => said(context, message, out),
        Failure::Output(error) => said(
            context,
            &context
                .words
                .fill("error-output", &[("reason", error.to_string().into())]),
            out,
        ),
        Failure::Situation {
            sources,
            diagnostics,
        } => diagnostics::write(diagnostics, sources, look, out),
        Failure::Packs {
            sources,
            diagnostics,
        } => {
            let errors: Vec<Diagnostic> = diagnostics
                .iter()
                .filter(|each| each.is_error())
                .cloned()
                .collect();
            diagnostics::write(errors.get(..MOST).unwrap_or(&errors), sources, look, out)?;
            said(
                context,
                &context
                    .words
                    .fill("error-broken-packs", &[("n", errors.len().into())]),
                out,
            )
        }
    }
}

fn said(context: &Context, message: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}: {message}", context.words.say("error-word"))
}

fn write_json(failure: &Failure, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    let document = match failure {
        Failure::Said(message) => json!({ "message": message }),
        Failure::Record { code, message } => json!({ "code": code, "message": message }),
        Failure::Output(error) => {
            json!({ "message": context.words.fill("error-output", &[("reason", error.to_string().into())]) })
        }
        Failure::Situation {
            sources,
            diagnostics,
        }
        | Failure::Packs {
            sources,
            diagnostics,
        } => {
            json!({ "diagnostics": diagnostics::documents(diagnostics, sources) })
        }
    };
    writeln!(out, "{}", json!({ "error": document }))
}
