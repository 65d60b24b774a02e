//! The notice that goes into a case file: composed from the situation.

use std::path::PathBuf;

use demur_app::notices::{Address, Channel, Lang, Order, Scenario, Slot, Templates, Values};
use demur_app::record::{Judged, notice_for};
use demur_app::store::Notice;

use crate::command::notice::{order, show};
use crate::context::Context;
use crate::failure::Failure;

/// How a notice is written, apart from its channel.
#[derive(Debug, clap::Args)]
pub(super) struct NoticeArgs {
    /// Language of the notice: pl, en, de [default: that of the output]
    #[arg(long = "in", value_name = "LANG")]
    written_in: Option<Lang>,
    /// What is explained, such as abuse.refusal [default: what the opinion calls for]
    #[arg(long, value_name = "SCENARIO")]
    scenario: Option<Scenario>,
    /// How Polish addresses the customer: panstwo, pani, pan
    #[arg(
        long,
        value_name = "FORM",
        default_value = "panstwo",
        hide_default_value = true
    )]
    address: Address,
    /// A YAML or JSON file with more values, such as the firm's name and address
    #[arg(long, value_name = "FILE")]
    values: Vec<String>,
    /// One more value
    #[arg(long, value_name = "PLACE=WORDS")]
    set: Vec<String>,
    /// The firm's own templates instead of the built-in ones
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// A notice that lacks nothing but the number of its case file.
pub(super) struct Prepared {
    templates: Templates,
    order: Order,
}

impl NoticeArgs {
    /// The language of the notice.
    pub(super) fn lang(&self, context: &Context) -> Lang {
        self.written_in.unwrap_or_else(|| show::lang_of(context))
    }

    /// Looks whether the notice can be written, before anything is recorded.
    pub(super) fn prepare(
        &self,
        channel: Channel,
        judged: &Judged,
        mut values: Values,
        context: &Context,
    ) -> Result<Prepared, Failure> {
        order::values(&mut values, &self.values, &self.set, context)?;
        let templates = order::templates(self.templates.as_deref(), context)?;
        let basis = judged.basis.clone();
        let Some(scenario) = Scenario::chosen(self.scenario, &basis) else {
            return Err(show::nothing(&basis, context));
        };
        let prepared = Prepared {
            templates,
            order: Order {
                scenario,
                channel,
                lang: self.lang(context),
                address: self.address,
                values,
                basis,
            },
        };
        prepared.notice("…", context)?;
        Ok(prepared)
    }
}

impl Prepared {
    /// The notice with this number of a case file.
    pub(super) fn notice(&self, case: &str, context: &Context) -> Result<Notice, Failure> {
        let lang = self.order.lang;
        let composed = notice_for(case, &self.templates, self.order.clone())
            .map_err(|fault| show::fault(&fault, &self.order, context))?;
        if !composed.missing.is_empty() {
            return Err(lacking(&composed.missing, lang, context));
        }
        Ok(Notice {
            text: composed.text().content().to_owned(),
            channel: composed.channel.name().to_owned(),
            language: lang.code().to_owned(),
        })
    }
}

/// What was not said cannot be recorded as said.
fn lacking(missing: &[&str], lang: Lang, context: &Context) -> Failure {
    let places = missing.iter().map(|name| {
        let label = Slot::find(name).map_or("", |slot| slot.label(lang));
        format!("{name} ({label})")
    });
    let places: Vec<String> = places.collect();
    let gaps = [("places", context.words.all_of(&places).into())];
    Failure::Said(context.words.fill("record-notice-lacks", &gaps))
}
