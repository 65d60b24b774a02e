//! The binary `demur`: reads the command line, runs one command, says what went
//! wrong. Exit codes: 0 done, 1 a check found something, 2 could not run.

mod args;
mod clock;
mod command;
mod configuration;
mod context;
mod failure;
mod language;
mod show;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use args::{Cli, Command};
use context::{Context, Outcome};
use failure::Failure;

fn main() -> ExitCode {
    let cli = Cli::read();
    let mut context = cli.context();
    let asked = cli.asked();
    let mut out = BufWriter::new(io::stdout().lock());
    let configured = context.configure(asked);
    let result = configured
        .and_then(|()| run(cli.command, &context, &mut out))
        .and_then(|outcome| {
            out.flush()?;
            Ok(outcome)
        });
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            // Whoever closed the error stream does not want to hear it.
            let _ = show::failure::write(&failure, &context, &mut io::stderr().lock());
            ExitCode::from(2)
        }
    }
}

fn run(
    command: Option<Command>,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    match command {
        None => command::welcome::run(context, out),
        Some(Command::Backup(args)) => command::backup::run(&args, context, out),
        Some(Command::Case(args)) => {
            command::case::run(&args, context, &mut io::stdin().lock(), out)
        }
        Some(Command::Config(args)) => command::config::run(&args, context, out),
        Some(Command::Serve(args)) => command::serve::run(&args, context, out),
        Some(Command::Restore(args)) => command::restore::run(&args, context, out),
        Some(Command::Verify(args)) => {
            command::verify::run(&args, context, &mut io::stdin().lock(), out)
        }
        Some(Command::Ask(args)) => command::ask::run(&args, context, &mut io::stdin().lock(), out),
        Some(Command::Decide(args)) => {
            command::decide::run(&args, context, &mut io::stdin().lock(), out)
        }
        Some(Command::Explain(args)) => command::explain::run(&args, context, out),
        Some(Command::Facts(args)) => command::facts::run(&args, context, out),
        Some(Command::Refer(args)) => {
            command::refer::run(&args, context, &mut io::stdin().lock(), out)
        }
        Some(Command::Law(args)) => command::law::run(&args, context, out),
        Some(Command::Lint(args)) => {
            command::lint::run(&args, context, &mut io::stdin().lock(), out)
        }
        Some(Command::Notice(args)) => {
            command::notice::run(&args, context, &mut io::stdin().lock(), out)
        }
    }
}
