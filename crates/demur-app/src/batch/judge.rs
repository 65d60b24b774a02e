//! Judges a wave of rows on all threads.

use std::thread;

use demur_engine::{Engine, Prepared};
use demur_syntax::render::Style;
use demur_syntax::{Diagnostic, Sources};
use serde::Serialize;

use super::read::Row;
use super::{Answer, Batch};
use crate::situation::{self, contradiction};

/// A row without an opinion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Rejected {
    pub(super) row: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    /// What is wrong, and how to mend it.
    pub(super) errors: Vec<String>,
    /// The row as it was read.
    pub(super) given: String,
}

/// Judges all rows; the results stand in the same order.
pub(super) fn judge_wave<'l>(
    batch: &Batch<'l>,
    engines: &mut [Engine<'l>],
    mut rows: Vec<Row>,
) -> Vec<Result<Answer<'l>, Rejected>> {
    let share = rows.len().div_ceil(engines.len().max(1)).max(1);
    let mut shares: Vec<Vec<Row>> = Vec::new();
    while !rows.is_empty() {
        let rest = rows.split_off(share.min(rows.len()));
        shares.push(std::mem::replace(&mut rows, rest));
    }
    thread::scope(|scope| {
        let workers: Vec<_> = shares
            .into_iter()
            .zip(engines)
            .map(|(rows, engine)| scope.spawn(|| judge_rows(batch, engine, rows)))
            .collect();
        let judged = workers.into_iter().flat_map(|worker| match worker.join() {
            Ok(judged) => judged,
            Err(panicked) => std::panic::resume_unwind(panicked),
        });
        judged.collect()
    })
}

fn judge_rows<'l>(
    batch: &Batch<'l>,
    engine: &mut Engine<'l>,
    rows: Vec<Row>,
) -> Vec<Result<Answer<'l>, Rejected>> {
    let read: Vec<Result<Prepared, Vec<String>>> =
        rows.iter().map(|row| prepare(batch, engine, row)).collect();
    let mut order: Vec<(usize, Prepared)> = read
        .iter()
        .enumerate()
        .filter_map(|(index, row)| Some((index, row.as_ref().ok()?.clone())))
        .collect();
    order.sort_by_key(|(_, situation)| situation.day());
    let (indices, situations): (Vec<usize>, Vec<Prepared>) = order.into_iter().unzip();
    let mut opinions: Vec<Option<_>> = rows.iter().map(|_| None).collect();
    for (index, opinion) in indices.into_iter().zip(engine.judge_many(&situations)) {
        if let Some(slot) = opinions.get_mut(index) {
            *slot = Some(opinion);
        }
    }
    let lawbook = batch.lawbook;
    let results = rows.into_iter().zip(read).zip(opinions);
    results
        .map(|((row, read), opinion)| match (read, opinion) {
            (_, Some(Ok(opinion))) => Ok(Answer::new(lawbook, row.number, row.id, &opinion)),
            (_, Some(Err(clash))) => {
                let found = contradiction(lawbook, &clash, None);
                Err(row.rejected(said(&[found], &Sources::default())))
            }
            (Err(errors), None) => Err(row.rejected(errors)),
            (Ok(_), None) => Err(row.rejected(Vec::new())),
        })
        .collect()
}

fn prepare(batch: &Batch<'_>, engine: &Engine<'_>, row: &Row) -> Result<Prepared, Vec<String>> {
    let given = row.given.as_ref().map_err(|error| vec![error.clone()])?;
    let mut sources = Sources::default();
    let name = format!("row {}", row.number);
    let read = situation::read(
        &mut sources,
        &name,
        given.as_bytes(),
        batch.lawbook,
        batch.defaults,
    );
    let mut read = read.map_err(|found| said(&found, &sources))?;
    if read.situation.profile.is_empty() && read.places.profile.is_none() {
        let profile = batch
            .profile
            .and_then(|name| batch.lawbook.profile_named(name));
        if let Some(profile) = profile {
            read.situation.profile.clone_from(&profile.given);
        }
    }
    Ok(engine.prepare(&read.situation))
}

/// What is wrong with a row, each in one line.
fn said(found: &[Diagnostic], sources: &Sources) -> Vec<String> {
    found
        .iter()
        .map(|each| demur_syntax::render::render(each, sources, Style::Lines))
        .map(|text| text.trim_end().replace('\n', " "))
        .collect()
}

impl Row {
    fn rejected(self, errors: Vec<String>) -> Rejected {
        Rejected {
            row: self.number,
            id: self.id,
            errors,
            given: self.given.unwrap_or_default(),
        }
    }
}
