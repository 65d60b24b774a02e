//! A norm read back in plain words: what it does, when, and unless what.

use demur_lawbook::{Effect, GroundId, Lawbook, Norm, Steps, Texts, VarId};
use demur_syntax::tree::{self, Expr, Lang, NormClause};

use super::markup::{Html, escape, link, tagged, texts};
use super::names::Kind;
use super::reading::Reader;
use super::wording;

/// The norm in plain words, a block for each language.
pub(super) fn norm(reader: &Reader<'_>, norm: &Norm, written: &tree::Norm) -> Html {
    tagged("div", &read(reader, norm, written))
}

/// The norm in plain words, as HTML.
pub(super) fn read(reader: &Reader<'_>, norm: &Norm, written: &tree::Norm) -> Texts {
    let mut said = effect(reader, norm, written);
    let clauses = || written.clauses.iter().map(|clause| &clause.kind);
    let whens = clauses().filter_map(|clause| match clause {
        NormClause::When(expr) => Some(expr),
        _ => None,
    });
    let unlesses = clauses().filter_map(|clause| match clause {
        NormClause::Unless(expr) => Some(expr),
        _ => None,
    });
    let whens: Vec<&Expr> = whens.collect();
    if whens.is_empty() {
        said = texts(
            format!("<p>{}, always.</p>", said.en),
            format!("<p>{}, zawsze.</p>", said.pl),
        );
    }
    for (position, when) in whens.into_iter().enumerate() {
        let before = match position {
            0 => texts(format!("{}, if", said.en), format!("{}, jeżeli", said.pl)),
            _ => texts("and if", "i jeżeli"),
        };
        let block = reader.read(when).after(&before);
        said = if position == 0 {
            block
        } else {
            added(&said, &block)
        };
    }
    for (position, unless) in unlesses.enumerate() {
        let before = if position == 0 {
            texts("unless", "chyba że")
        } else {
            texts("or unless", "albo chyba że")
        };
        said = added(&said, &reader.read(unless).after(&before));
    }
    said
}

fn added(said: &Texts, more: &Texts) -> Texts {
    texts(
        format!("{}{}", said.en, more.en),
        format!("{}{}", said.pl, more.pl),
    )
}

/// What the norm does, as HTML in both languages, without a full stop.
fn effect(reader: &Reader<'_>, norm: &Norm, written: &tree::Norm) -> Texts {
    let lawbook = reader.site.lawbook;
    match &norm.effect {
        Effect::ForbidRefusing => texts("Refusing is forbidden", "Odmowa jest zakazana"),
        Effect::ForbidServing => texts("Serving is forbidden", "Obsługa jest zakazana"),
        Effect::ForbidRefusingBecause(reasons) => because(lawbook, reasons),
        Effect::Permit(id) => about(
            (
                "Refusing is permitted, on the ground:",
                "Odmowa jest dozwolona, podstawa:",
            ),
            &ground(reader, *id),
        ),
        Effect::Entitle(id) => about(
            (
                "There is a right to refuse that no lower layer can take away, on the ground:",
                "Przysługuje prawo odmowy, którego niższa warstwa nie odbierze, podstawa:",
            ),
            &ground(reader, *id),
        ),
        Effect::NeedsGround(grounds) if grounds.is_empty() => {
            texts("Refusing needs a ground", "Odmowa wymaga podstawy")
        }
        Effect::NeedsGround(grounds) => {
            let each: Vec<Texts> = grounds.iter().map(|id| ground(reader, *id)).collect();
            about(
                (
                    "Refusing needs one of these grounds:",
                    "Odmowa wymaga jednej z tych podstaw:",
                ),
                &joined(&each, "; ", "; "),
            )
        }
        Effect::RequireStep { step, ground: on } => first_step(reader, step, *on),
        Effect::RequireDuty { duty, within } => {
            let limit = within
                .map(wording::within)
                .map(|within| texts(format!(", {}", within.en), format!(", {}", within.pl)));
            let limit = limit.unwrap_or_default();
            let label = named(
                reader,
                Kind::Duty,
                &lawbook.duties[*duty].name,
                &lawbook.duties[*duty].label,
            );
            about(
                (
                    &format!("When refusing{}:", limit.en),
                    &format!("Przy odmowie{}:", limit.pl),
                ),
                &label,
            )
        }
        Effect::ForbidDuty(duty) => {
            let label = named(
                reader,
                Kind::Duty,
                &lawbook.duties[*duty].name,
                &lawbook.duties[*duty].label,
            );
            about(
                (
                    "When refusing, this is forbidden:",
                    "Przy odmowie zabronione jest:",
                ),
                &label,
            )
        }
        Effect::Suggest {
            measure,
            ground: on,
        } => {
            let measure = &lawbook.measures[*measure];
            let label = named(reader, Kind::Measure, &measure.name, &measure.label);
            match on.map(|id| ground(reader, id)) {
                None => about(("Instead of refusing:", "Zamiast odmowy:"), &label),
                Some(on) => texts(
                    format!("Instead of refusing on the ground {}: {}", on.en, label.en),
                    format!("Zamiast odmowy na podstawie {}: {}", on.pl, label.pl),
                ),
            }
        }
        Effect::Except => excepted(reader, written),
        Effect::Caution(text) => about(
            (
                "Refusing is not forbidden by this, but beware:",
                "To nie zakazuje odmowy, ale ostrzega:",
            ),
            &quoted(text),
        ),
        Effect::Consequence {
            of_serving: false,
            text,
        } => about(
            ("What follows from refusing:", "Skutek odmowy:"),
            &quoted(text),
        ),
        Effect::Consequence {
            of_serving: true,
            text,
        } => about(
            ("What follows from serving:", "Skutek obsługi:"),
            &quoted(text),
        ),
    }
}

fn about(before: (&str, &str), what: &Texts) -> Texts {
    texts(
        format!("{} {}", before.0, what.en),
        format!("{} {}", before.1, what.pl),
    )
}

fn quoted(text: &Texts) -> Texts {
    let trimmed = |lang: Lang| escape(text.get(lang).trim_end_matches('.'));
    texts(
        format!("<q>{}</q>", trimmed(Lang::En)),
        format!("<q>{}</q>", trimmed(Lang::Pl)),
    )
}

fn joined(each: &[Texts], en: &str, pl: &str) -> Texts {
    let of = |lang: Lang| {
        each.iter()
            .map(move |text| text.get(lang))
            .collect::<Vec<_>>()
    };
    texts(of(Lang::En).join(en), of(Lang::Pl).join(pl))
}

/// A label, linked to where it is declared; the name where there is no label.
pub(super) fn named(reader: &Reader<'_>, kind: Kind, name: &str, label: &Texts) -> Texts {
    let label = if label.is_empty() {
        &texts(name, name)
    } else {
        label
    };
    let linked = |lang: Lang| {
        let inner = format!("<b class=\"answer\">{}</b>", escape(label.get(lang)));
        match reader.site.names.target(kind, name) {
            Some(target) => link(reader.root, target, &inner),
            None => inner,
        }
    };
    texts(linked(Lang::En), linked(Lang::Pl))
}

/// A ground's label, linked.
pub(super) fn ground(reader: &Reader<'_>, id: GroundId) -> Texts {
    let ground = &reader.site.lawbook.grounds[id];
    named(reader, Kind::Ground, &ground.name, &ground.label)
}

fn because(lawbook: &Lawbook, reasons: &[VarId]) -> Texts {
    let label = |reason: &VarId| {
        let variable = lawbook.variables[*reason];
        let values = lawbook.facts[variable.fact].domain.values();
        let value = variable.element.and_then(|element| values.get(element));
        let label = value.map(|value| value.label.clone()).unwrap_or_default();
        let marked = |lang: Lang| format!("<b class=\"answer\">{}</b>", escape(label.get(lang)));
        texts(marked(Lang::En), marked(Lang::Pl))
    };
    let labels: Vec<Texts> = reasons.iter().map(label).collect();
    let before = match labels.len() {
        1 => (
            "Refusing is forbidden for this reason:",
            "Odmowa jest zakazana z tego powodu:",
        ),
        _ => (
            "Refusing is forbidden for any of these reasons:",
            "Odmowa jest zakazana z każdego z tych powodów:",
        ),
    };
    about(before, &joined(&labels, "; ", "; "))
}

fn first_step(reader: &Reader<'_>, steps: &Steps, on: Option<GroundId>) -> Texts {
    let what = step_words(reader, steps);
    match on.map(|id| ground(reader, id)) {
        None => about(
            (
                "Before refusing, this comes first:",
                "Przed odmową najpierw:",
            ),
            &what,
        ),
        Some(on) => texts(
            format!(
                "Before refusing on the ground {}, this comes first: {}",
                on.en, what.en
            ),
            format!("Przed odmową na podstawie {} najpierw: {}", on.pl, what.pl),
        ),
    }
}

fn step_words(reader: &Reader<'_>, steps: &Steps) -> Texts {
    let parts = |parts: &[Steps], en: &str, pl: &str| {
        let each: Vec<Texts> = parts.iter().map(|part| step_words(reader, part)).collect();
        let all = joined(&each, en, pl);
        texts(format!("({})", all.en), format!("({})", all.pl))
    };
    match steps {
        Steps::One(id) => {
            let step = &reader.site.lawbook.steps[*id];
            named(reader, Kind::Step, &step.name, &step.label)
        }
        Steps::All(each) => parts(each, " and ", " i "),
        Steps::Any(each) => parts(each, " or ", " lub "),
    }
}

fn excepted(reader: &Reader<'_>, written: &tree::Norm) -> Texts {
    let id = written
        .clauses
        .iter()
        .find_map(|clause| match &clause.kind {
            NormClause::Effect(tree::Effect::Except(id)) => Some(id.text.as_str()),
            _ => None,
        });
    let id = id.unwrap_or_default();
    let title = named(reader, Kind::Norm, id, &reader.site.norm_title(id));
    about(
        ("This norm does not apply:", "Nie stosuje się tej normy:"),
        &title,
    )
}
