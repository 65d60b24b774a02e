//! What the weave itself says, in both languages: names of layers, effects,
//! confidences, verdicts and the like.

use demur_lawbook::{Confidence, Cost, Effect, GroundStatus, Texts, Tier, Verdict, Within};
use demur_syntax::tree::Unit;
use jiff::civil::Date;

use super::markup::{Html, both, tagged, texts};

pub(super) fn tier(tier: Tier) -> Texts {
    match tier {
        Tier::Law => texts("law", "prawo"),
        Tier::Code => texts("professional code", "zasady zawodu"),
        Tier::House => texts("house policy", "zasady firmy"),
        Tier::Standard => texts("standard of good practice", "standard dobrej praktyki"),
    }
}

pub(super) fn cost(cost: Cost) -> Texts {
    match cost {
        Cost::Seen => texts("staff see it", "widać na miejscu"),
        Cost::Ask => texts("someone has to be asked", "trzeba kogoś zapytać"),
        Cost::Lookup => texts("someone has to look it up", "trzeba to sprawdzić"),
        Cost::Intrusive => texts(
            "asked only when nothing else decides",
            "pytanie tylko wtedy, gdy nic innego nie rozstrzyga",
        ),
    }
}

pub(super) fn confidence(confidence: Confidence) -> Texts {
    match confidence {
        Confidence::Verified => texts("verified", "sprawdzone"),
        Confidence::Recalled => texts("recalled", "z pamięci"),
        Confidence::Contested => texts("contested", "sporne"),
    }
}

/// What a confidence means, in a line.
pub(super) fn confidence_meaning(confidence: Confidence) -> Texts {
    match confidence {
        Confidence::Verified => texts(
            "the text or a reliable account of it was seen",
            "widziano tekst lub jego wiarygodne omówienie",
        ),
        Confidence::Recalled => texts(
            "general knowledge; nobody opened the source",
            "wiedza ogólna; nikt nie otworzył źródła",
        ),
        Confidence::Contested => texts(
            "serious authorities disagree",
            "poważne źródła się nie zgadzają",
        ),
    }
}

/// Symbol and word, never colour alone.
pub(super) fn badge(of: Confidence) -> Html {
    let symbol = match of {
        Confidence::Verified => "✓",
        Confidence::Recalled => "◐",
        Confidence::Contested => "≠",
    };
    let words = both(&confidence(of));
    let class = of.name();
    Html(format!(
        "<span class=\"badge {class}\"><span class=\"symbol\" aria-hidden=\"true\">{symbol}</span> {words}</span>"
    ))
}

/// The names of effects, as the contents and the coverage table use them.
pub(super) fn effect(effect: &Effect) -> Texts {
    match effect {
        Effect::ForbidRefusing => texts("forbids refusing", "zakazuje odmowy"),
        Effect::ForbidRefusingBecause(_) => texts("forbids a reason", "zakazuje powodu odmowy"),
        Effect::ForbidServing => texts("forbids serving", "zakazuje obsługi"),
        Effect::Permit(_) => texts("permits refusing", "pozwala odmówić"),
        Effect::Entitle(_) => texts("entitles to refuse", "daje prawo odmowy"),
        Effect::NeedsGround(_) => texts("asks for a ground", "wymaga podstawy odmowy"),
        Effect::RequireStep { .. } => texts(
            "asks for a step before refusing",
            "wymaga kroku przed odmową",
        ),
        Effect::RequireDuty { .. } => texts(
            "asks for something when refusing",
            "wymaga czegoś przy odmowie",
        ),
        Effect::ForbidDuty(_) => texts(
            "forbids something when refusing",
            "zakazuje czegoś przy odmowie",
        ),
        Effect::Suggest { .. } => texts(
            "suggests something milder",
            "podpowiada łagodniejszy środek",
        ),
        Effect::Except => texts("exception", "wyjątek"),
        Effect::Caution(_) => texts("caution", "ostrzeżenie"),
        Effect::Consequence { .. } => texts("consequence", "skutek"),
    }
}

pub(super) fn verdict(verdict: Verdict) -> Texts {
    match verdict {
        Verdict::MustServe => texts("must serve", "trzeba obsłużyć"),
        Verdict::NotJustified => texts("refusing is not justified", "odmowa jest nieuzasadniona"),
        Verdict::MayRefuseAfter => texts(
            "may refuse after the steps",
            "można odmówić po wykonaniu kroków",
        ),
        Verdict::MayRefuse => texts("may refuse", "można odmówić"),
        Verdict::MustRefuse => texts("must refuse", "trzeba odmówić"),
        Verdict::Conflict => texts(
            "conflict: two norms of equal rank",
            "kolizja: dwie normy równej rangi",
        ),
    }
}

pub(super) fn status(status: GroundStatus) -> Texts {
    match status {
        GroundStatus::Open => texts("open", "otwarta"),
        GroundStatus::AfterSteps => texts("open after the steps", "otwarta po wykonaniu kroków"),
        GroundStatus::NotMet => texts("not met", "niespełniona"),
        GroundStatus::Barred => texts("barred", "zablokowana"),
        GroundStatus::Unknown => texts("unknown", "nieznana"),
    }
}

/// A time limit, after "within" and "w ciągu".
pub(super) fn within(within: Within) -> Texts {
    let (one, more) = match within.unit {
        Unit::Hours => (("hour", "godziny"), ("hours", "godzin")),
        Unit::Days => (("day", "dnia"), ("days", "dni")),
        Unit::WorkingDays => (
            ("working day", "dnia roboczego"),
            ("working days", "dni roboczych"),
        ),
        Unit::Weeks => (("week", "tygodnia"), ("weeks", "tygodni")),
        Unit::Months => (("month", "miesiąca"), ("months", "miesięcy")),
    };
    let (en, pl) = if within.count == 1 { one } else { more };
    let count = within.count;
    texts(
        format!("within {count} {en}"),
        format!("w ciągu {count} {pl}"),
    )
}

/// The days on which something is in force, half-open.
pub(super) fn in_force(from: Option<Date>, to: Option<Date>) -> Html {
    let day = |day: Date| format!("<time>{day}</time>");
    tagged(
        "span",
        &match (from.map(day), to.map(day)) {
            (None, None) => texts("always", "zawsze"),
            (Some(from), None) => texts(format!("since {from}"), format!("od {from}")),
            (None, Some(to)) => texts(
                format!("until the day before {to}"),
                format!("do dnia przed {to}"),
            ),
            (Some(from), Some(to)) => texts(
                format!("from {from} until the day before {to}"),
                format!("od {from} do dnia przed {to}"),
            ),
        },
    )
}

/// The Polish name of a heading that every provision may have.
pub(super) fn heading(english: &str) -> Option<&'static str> {
    Some(match english {
        "Examples" => "Przykłady",
        "Doubts" => "Wątpliwości",
        "Not coded, and why" => "Czego nie zakodowano i dlaczego",
        _ => return None,
    })
}
