//! Days, written as year-month-day.

use demur_syntax::Diagnostic;
use jiff::civil::Date;

use super::report::Report;
use super::tree::Node;

const FORM: &str = "write the day as year-month-day, such as `2026-11-22`";

/// The day in `node`; nothing when it is not one, which is reported.
pub(super) fn day(node: &Node, report: &mut Report) -> Option<Date> {
    match parts(node) {
        Some((year, month, day)) => {
            let date = date(year, month, day);
            if date.is_none() {
                report.add(impossible(node, report, year, month));
            }
            date
        }
        None => {
            let message = format!("{} is not a day", node.shown());
            let diagnostic = report.error("S007", message, node.span, "expected a day");
            report.add(diagnostic.help(FORM));
            None
        }
    }
}

fn parts(node: &Node) -> Option<(u16, u8, u8)> {
    let text = &node.text()?.text;
    let digits = |piece: &str, count: usize| {
        piece.len() == count && piece.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut pieces = text.split('-');
    let (year, month, day) = (pieces.next()?, pieces.next()?, pieces.next()?);
    let formed = digits(year, 4) && digits(month, 2) && digits(day, 2) && pieces.next().is_none();
    if !formed {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

fn date(year: u16, month: u8, day: u8) -> Option<Date> {
    let small = |number: u8| i8::try_from(number).ok();
    Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()
}

fn impossible(node: &Node, report: &Report, year: u16, month: u8) -> Diagnostic {
    let label = match date(year, month, 1) {
        Some(first) => format!("month {month} of {year} has {} days", first.days_in_month()),
        None => format!("there is no month {month}"),
    };
    let message = format!("there is no day {}", node.shown());
    report.error("S007", message, node.span, label).help(FORM)
}
