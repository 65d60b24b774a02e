//! One stretch of days in one place.

use demur_app::export::Scope;
use demur_lawbook::Lawbook;
use jiff::civil::Date;

use super::report::{Difference, Report};
use crate::cedar::Cedar;
use crate::draw::Draw;
use crate::form::{self, Circuit, Compiled, Form, Judged, Opinions};
use crate::partial::Partial;
use crate::random::Random;
use crate::shrink;
use crate::world::World;

/// More differences of one job than this tell nothing new.
const MOST_DIFFERENCES: usize = 3;

/// Most of its time goes into reading the facts of a situation by name.
const COMPILED_EVERY: u64 = 10;

#[derive(Debug)]
pub(super) struct Job {
    pub(super) part: u64,
    pub(super) seed: u64,
    pub(super) place: usize,
    pub(super) days: Vec<Date>,
    pub(super) situations: u64,
    pub(super) partial: u64,
    pub(super) cedar_every: Option<u64>,
    pub(super) opinion_every: Option<u64>,
}

/// A form with how many situations it is asked about: one of every so many.
struct Asked<'l> {
    form: Box<dyn Form + 'l>,
    every: u64,
}

impl Job {
    pub(super) fn run(&self, lawbook: &Lawbook) -> Report {
        let mut report = Report::new(self.seed);
        let mut random = Random::new(self.seed, self.part);
        let mut draw = Draw::new(lawbook, self.place, self.days.clone());
        report.in_force.extend(draw.norms());
        let mut forms = match self.forms(lawbook) {
            Ok(forms) => forms,
            Err(fault) => {
                report.faults.push(fault);
                return report;
            }
        };
        for number in 0..self.situations {
            let world = draw.next(&mut random);
            let expected = form::reference(lawbook, &world);
            report.count(&expected);
            // Spread over the jobs: not always the first of each.
            let turn = number + self.part;
            for asked in forms
                .iter_mut()
                .filter(|asked| turn.is_multiple_of(asked.every))
            {
                let form = asked.form.as_mut();
                report.ask(form.name());
                let says = disagreements(form.judge(&world), &expected, lawbook);
                if !says.is_empty() && report.differences.len() < MOST_DIFFERENCES {
                    let mut differs = |world: &World| !differences(form, lawbook, world).is_empty();
                    let smallest = shrink::smallest(lawbook, &world, draw.typical(), &mut differs);
                    report.differences.push(Difference {
                        form: form.name(),
                        says: differences(form, lawbook, &smallest),
                        situation: smallest.yaml(lawbook),
                    });
                }
                report.disagreed += u64::from(!says.is_empty());
            }
        }
        let mut partial = Partial::new(lawbook);
        for _ in 0..self.partial {
            let world = draw.next(&mut random);
            let outcome = partial.compare(&world, &mut random);
            report.partial(outcome);
        }
        report.given_up += draw.given_up;
        report
    }

    /// Another form of the law is one more line here.
    fn forms<'l>(&self, lawbook: &'l Lawbook) -> Result<Vec<Asked<'l>>, String> {
        let (Some(first), Some(last)) = (self.days.first(), self.days.last()) else {
            return Ok(Vec::new());
        };
        let scope = Scope {
            place: Some(self.place),
            ..Scope::default()
        };
        // Compiled for one end of the stretch, asked about all of its days.
        let mut forms: Vec<Asked<'l>> = Vec::new();
        let mut ask = |form: Box<dyn Form + 'l>, every| forms.push(Asked { form, every });
        ask(Box::new(Circuit::on(lawbook, *first)), 1);
        ask(Box::new(Compiled::new(lawbook)), COMPILED_EVERY);
        if let Some(every) = self.cedar_every {
            ask(Box::new(Cedar::new(lawbook, *last, &scope)?), every);
        }
        if let Some(every) = self.opinion_every {
            ask(Box::new(Opinions::new(lawbook)), every);
        }
        Ok(forms)
    }
}

fn differences(form: &mut dyn Form, lawbook: &Lawbook, world: &World) -> Vec<String> {
    disagreements(form.judge(world), &form::reference(lawbook, world), lawbook)
}

fn disagreements(
    judged: Result<Judged, String>,
    expected: &Judged,
    lawbook: &Lawbook,
) -> Vec<String> {
    match judged {
        Ok(judged) => judged.differences(expected, lawbook),
        Err(fault) => vec![fault],
    }
}
