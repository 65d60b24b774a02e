//! Many situations of one day's law.

use demur_lawbook::{Lawbook, NormId, Verdict};
use jiff::civil::Date;

use super::sliced::{Columns, LANES, Plane, Planes, Sliced, is_set, lanes};
use super::{Prepared, Values, opinion};
use crate::circuit::{Gate, Truth};
use crate::decide::{Engine, Segment};
use crate::knowledge::Contradiction;
use crate::opinion::Opinion;
use crate::program::Program;

/// The operations of one day's law; each list is made when it is first needed.
#[derive(Debug, Default)]
pub(crate) struct Many {
    /// For all gates of an opinion, of situations of which something may be unknown.
    opinions: Option<Sliced>,
    /// For verdicts only.
    verdicts: Option<Sliced>,
    /// For verdicts of situations of which everything is known.
    complete: Option<Sliced>,
    worked: Vec<Plane>,
}

/// At most [`LANES`] situations of one day's law, side by side.
#[derive(Debug)]
pub struct SideBySide {
    day: Date,
    count: usize,
    columns: Columns,
}

/// The verdicts of situations that stand side by side.
#[derive(Debug)]
pub struct Verdicts {
    planes: Vec<(Verdict, Plane)>,
}

impl Verdicts {
    /// The verdict of one situation, by its position; `None` where the facts leave it open
    /// as far as three-valued logic can tell.
    #[must_use]
    pub fn of(&self, lane: usize) -> Option<Verdict> {
        let settled = self.planes.iter().find(|(_, plane)| is_set(plane, lane));
        settled.map(|(verdict, _)| *verdict)
    }

    /// How many situations certainly have this verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> u32 {
        let planes = self.planes.iter().filter(|(each, _)| *each == verdict);
        planes
            .flat_map(|(_, plane)| plane)
            .map(|word| word.count_ones())
            .sum()
    }
}

impl Engine<'_> {
    /// Puts situations side by side; the first one's day chooses the law, and those behind
    /// the first [`LANES`] are left out. `None` when there is none.
    #[must_use]
    pub fn side_by_side(&self, situations: &[Prepared]) -> Option<SideBySide> {
        let known = situations.iter().map(|each| &each.known);
        Some(SideBySide {
            day: situations.first()?.day,
            count: situations.len().min(LANES),
            columns: Columns::new(self.lawbook(), known),
        })
    }

    /// The verdicts of situations that stand side by side. Situations that cannot be are
    /// not told from others.
    pub fn verdicts(&mut self, situations: &SideBySide) -> Verdicts {
        let lawbook = self.lawbook();
        let Segment { program, forms } = self.segment(situations.day);
        let many = &mut forms.many;
        let complete = situations.columns.is_complete();
        let form = if complete {
            &mut many.complete
        } else {
            &mut many.verdicts
        };
        let form = form.get_or_insert_with(|| {
            let gates: Vec<Gate> = program.verdicts.iter().map(|(_, gate)| *gate).collect();
            Sliced::new(lawbook, &program.circuit, &gates, complete)
        });
        let planes = form.run(&situations.columns, &mut many.worked);
        let used = lanes(situations.count);
        let certain = |gate| {
            let mut plane = planes.certain(gate);
            plane
                .iter_mut()
                .zip(&used)
                .for_each(|(word, used)| *word &= used);
            plane
        };
        Verdicts {
            planes: program
                .verdicts
                .iter()
                .map(|(verdict, gate)| (*verdict, certain(*gate)))
                .collect(),
        }
    }

    /// What [`Engine::judge`] says of each situation, in their order; quickest when those of
    /// the same day stand together.
    pub fn judge_many(&mut self, situations: &[Prepared]) -> Vec<Result<Opinion, Contradiction>> {
        let mut opinions = Vec::with_capacity(situations.len());
        let of_one_law = situations.chunk_by(|one, next| {
            self.changes().partition_point(|change| *change <= one.day)
                == self.changes().partition_point(|change| *change <= next.day)
        });
        let groups: Vec<&[Prepared]> = of_one_law.flat_map(|group| group.chunks(LANES)).collect();
        for group in groups {
            opinions.extend(self.judge_group(group));
        }
        opinions
    }

    fn judge_group(&mut self, group: &[Prepared]) -> Vec<Result<Opinion, Contradiction>> {
        let lawbook = self.lawbook();
        let Some(situations) = self.side_by_side(group) else {
            return Vec::new();
        };
        let Segment { program, forms } = self.segment(situations.day);
        let many = &mut forms.many;
        let form = many.opinions.get_or_insert_with(|| {
            Sliced::new(lawbook, &program.circuit, &program.outputs(), false)
        });
        let planes = form.run(&situations.columns, &mut many.worked);
        let mut norms = norms(lawbook, program, &planes, group.len());
        let judged = group.iter().enumerate().map(|(lane, situation)| {
            let lane = Lane {
                planes: &planes,
                lane,
                norms: norms.get_mut(lane).map(std::mem::take).unwrap_or_default(),
            };
            opinion(lawbook, program, &mut forms.means, situation, &lane)
        });
        judged.collect()
    }
}

/// For each situation the norms that may apply, ascending.
fn norms(
    lawbook: &Lawbook,
    program: &Program,
    planes: &Planes<'_>,
    count: usize,
) -> Vec<Vec<NormId>> {
    let mut norms = vec![Vec::new(); count];
    for norm in lawbook.norms.ids() {
        let gate = program.applies(norm);
        if gate == Gate::FALSE {
            continue;
        }
        let possible = planes.possible(gate);
        for (word, start) in possible.iter().zip((0..).step_by(64)) {
            let mut word = *word;
            while word != 0 {
                let lane = start + word.trailing_zeros() as usize;
                norms
                    .get_mut(lane)
                    .into_iter()
                    .for_each(|norms| norms.push(norm));
                word &= word - 1;
            }
        }
    }
    norms
}

/// Values of one of many situations.
struct Lane<'p> {
    planes: &'p Planes<'p>,
    lane: usize,
    norms: Vec<NormId>,
}

impl Values for Lane<'_> {
    fn truth(&self, gate: Gate) -> Truth {
        if gate == Gate::FALSE {
            return Truth::False;
        }
        let (certain, possible) = self.planes.bits(gate, self.lane);
        match (certain, possible) {
            (true, _) => Truth::True,
            (false, true) => Truth::Unknown,
            (false, false) => Truth::False,
        }
    }

    fn norms(&self) -> &[NormId] {
        &self.norms
    }
}
