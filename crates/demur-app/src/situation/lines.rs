//! Many situations, one on each line.

use std::io::{self, BufRead, Read as _};

use demur_lawbook::Lawbook;
use demur_syntax::{Diagnostic, Sources};

use super::{Defaults, MAX_BYTES, Read, read, text};

/// One situation of many.
#[derive(Debug)]
pub struct Line {
    /// The number of its line, from 1; empty lines count too.
    pub number: usize,
    /// Its text, under the name of the input with the line number; the places of
    /// its diagnostics are counted within the line.
    pub sources: Sources,
    /// The situation, or what is wrong with it.
    pub read: Result<Read, Vec<Diagnostic>>,
}

/// Iterates over the situations of an input and keeps no more than one line of it.
#[derive(Debug)]
pub struct Lines<'a, R> {
    input: R,
    path: &'a str,
    lawbook: &'a Lawbook,
    defaults: &'a Defaults,
    number: usize,
    /// The input broke; there is nothing more to get from it.
    failed: bool,
}

/// Reads JSON lines: each line that is not empty holds one situation. A line that
/// is wrong does not stop the others.
pub fn read_lines<'a, R: BufRead>(
    input: R,
    path: &'a str,
    lawbook: &'a Lawbook,
    defaults: &'a Defaults,
) -> Lines<'a, R> {
    Lines {
        input,
        path,
        lawbook,
        defaults,
        number: 0,
        failed: false,
    }
}

impl<R: BufRead> Lines<'_, R> {
    /// The next line without its end; of a line that is too large only the beginning.
    fn take_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let limit = u64::try_from(MAX_BYTES)
            .unwrap_or(u64::MAX)
            .saturating_add(2);
        let mut line = Vec::new();
        if self
            .input
            .by_ref()
            .take(limit)
            .read_until(b'\n', &mut line)?
            == 0
        {
            return Ok(None);
        }
        match line.strip_suffix(b"\n") {
            Some(whole) => line.truncate(whole.len()),
            None => drop(self.input.skip_until(b'\n')?),
        }
        self.number += 1;
        Ok(Some(line))
    }

    fn situation(&self, line: &[u8]) -> Line {
        let path = format!("{} line {}", self.path, self.number);
        let mut sources = Sources::default();
        // INVARIANT: untrimmed, because a line that is too large has lost its end.
        let read = if line.len() > MAX_BYTES {
            Err(vec![text::too_large(&path)])
        } else {
            read(
                &mut sources,
                &path,
                line.trim_ascii_end(),
                self.lawbook,
                self.defaults,
            )
        };
        Line {
            number: self.number,
            sources,
            read,
        }
    }
}

impl<R: BufRead> Iterator for Lines<'_, R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed {
            match self.take_line() {
                Ok(None) => return None,
                Ok(Some(line)) if line.trim_ascii().is_empty() => {}
                Ok(Some(line)) => return Some(Ok(self.situation(&line))),
                Err(error) => {
                    self.failed = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}
