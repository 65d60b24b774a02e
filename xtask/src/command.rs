//! Starting other programs, with one way to say that it did not work.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

/// The command as a person would type it, for headings and messages.
pub(crate) fn shown(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

/// Runs to the end with the terminal's own output; true when it succeeded.
pub(crate) fn succeeds(command: &mut Command) -> Result<bool, String> {
    let status = command
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    Ok(status.success())
}

/// True when the program exists and answers with success, whatever it prints.
pub(crate) fn answers(command: &mut Command) -> bool {
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Standard output of a command that has to succeed.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let output = command
        .output()
        .map_err(|error| cannot_start(command, &error))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!(
            "`{}` failed\n{}",
            shown(command),
            complaint.trim_end()
        ));
    }
    String::from_utf8(output.stdout)
        .map_err(|_| format!("`{}` printed something that is not text", shown(command)))
}

/// Runs to the end, passing each line of standard output on and showing it to `see`.
pub(crate) fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool, String> {
    let spawned = command.stdout(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|error| cannot_start(command, &error))?;
    if let Some(pipe) = child.stdout.take() {
        for line in BufReader::new(pipe).split(b'\n') {
            let line = line.map_err(|error| format!("`{}`: {error}", shown(command)))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(&line);
        }
    }
    let status = child
        .wait()
        .map_err(|error| format!("`{}`: {error}", shown(command)))?;
    Ok(status.success())
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}", shown(command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named() {
        let message = output(&mut Command::new("no-such-program-here")).unwrap_err();
        assert!(
            message.starts_with("`no-such-program-here` could not be started"),
            "{message}"
        );
    }

    #[test]
    fn every_line_is_seen() {
        let mut lines = Vec::new();
        let done = watch(Command::new("echo").arg("one\ntwo"), |line| {
            lines.push(line.to_owned())
        });
        assert_eq!(done, Ok(true));
        assert_eq!(lines, ["one", "two"]);
    }
}
