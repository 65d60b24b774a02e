//! Puts a notice together: what is permitted, which words, whose values.

use crate::basis::{Age, Allows, Basis, Rule, Step};
use crate::need::{Need, Plan};
use crate::notice::{Block, BlockKind, Notice, Remark, Run};
use crate::render::{Piece, Renderer, slots_of};
use crate::slots::Slot;
use crate::template::{Line, Section};
use crate::{Address, Channel, Lang, Part, Scenario, Templates, Values, defaults};

/// What a notice is made from.
#[derive(Debug, Clone)]
pub struct Order {
    /// What kind of refusal it explains.
    pub scenario: Scenario,
    /// How it reaches the customer.
    pub channel: Channel,
    /// Its language.
    pub lang: Lang,
    /// How it addresses the customer, in Polish.
    pub address: Address,
    /// What staff and the firm filled in.
    pub values: Values,
    /// What the opinion says.
    pub basis: Basis,
}

/// Why there is no notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComposeFault {
    /// The opinion does not allow a refusal; the verdict in words.
    NothingToRefuse(String),
    /// The opinion is not fixed yet; why, in words.
    NotDecided(String),
    /// Steps come first.
    StepsFirst(Vec<Step>),
    /// The reason must not be said, and this scenario says it.
    SaysTooMuch(Scenario),
    /// A child under 13 is excluded from nothing.
    TooYoung,
    /// No words for this scenario in this channel and language; the channels that have some.
    NoWords(Vec<Channel>),
    /// The template lacks a part that has to be there.
    LacksPart(Part),
    /// A line of a template cannot be filled in.
    BrokenLine {
        /// Its line in the file.
        line: usize,
        /// Why.
        message: String,
    },
}

/// Writes a notice.
///
/// Values that are lacking leave a mark in brackets and are listed in
/// [`missing`](Notice::missing).
///
/// # Errors
/// When the opinion does not allow what the notice would say, or no template says it.
pub fn compose(templates: &Templates, order: &Order) -> Result<Notice, ComposeFault> {
    permitted(order)?;
    let Order {
        scenario,
        channel,
        lang,
        address,
        ..
    } = *order;
    let Some(section) = templates.find(lang, scenario, channel) else {
        return Err(ComposeFault::NoWords(templates.channels(lang, scenario)));
    };
    let mut values = order.values.clone();
    let rule = defaults::fill_in(&mut values, &order.basis, scenario, channel, lang);
    let plan = Plan::of(scenario, channel, &order.basis);
    let mut writer = Writer {
        renderer: Renderer::new(lang, address, &values),
        values: &values,
        plan: &plan,
        lang,
        blocks: Vec::new(),
        missing: Vec::new(),
    };
    writer.framed(templates, channel, section)?;
    let Writer {
        blocks, missing, ..
    } = writer;
    let notice = Notice {
        scenario,
        channel,
        lang,
        address,
        remarks: remarks(order, rule, &values),
        blocks,
        missing,
        plan,
    };
    complete(notice, &values)
}

/// Nothing is refused that the opinion does not allow. A warning serves, and an agent hands over.
fn permitted(order: &Order) -> Result<(), ComposeFault> {
    let serves = order.scenario == Scenario::AbuseWarning || order.channel == Channel::Agent;
    let silent = order
        .basis
        .forbidden
        .iter()
        .any(|duty| duty.name == "state_reason");
    if silent && order.scenario != Scenario::DutyAmlRestricted && order.channel != Channel::Agent {
        return Err(ComposeFault::SaysTooMuch(order.scenario));
    }
    if order.scenario.excludes() && order.basis.age == Age::Child && !serves {
        return Err(ComposeFault::TooYoung);
    }
    match &order.basis.allows {
        _ if serves => Ok(()),
        Allows::Unasked | Allows::Refusing => Ok(()),
        Allows::After(steps) => Err(ComposeFault::StepsFirst(steps.clone())),
        Allows::Nothing(verdict) => Err(ComposeFault::NothingToRefuse(verdict.clone())),
        Allows::Open(why) => Err(ComposeFault::NotDecided(why.clone())),
    }
}

/// Whether every part is there. Nobody can be named where nobody is known; a remark says so.
fn complete(notice: Notice, values: &Values) -> Result<Notice, ComposeFault> {
    let nobody = values.get("provider").is_none();
    let has = |part: Part| {
        let mut runs = notice.blocks.iter().flat_map(|block| &block.runs);
        runs.any(|run| run.part == part)
    };
    let lacking = notice
        .plan
        .musts()
        .map(|(part, _)| part)
        .filter(|part| !nobody || *part != Part::Referral)
        .find(|part| !has(*part));
    match lacking {
        Some(part) => Err(ComposeFault::LacksPart(part)),
        None => Ok(notice),
    }
}

fn remarks(order: &Order, rule: Option<&Rule>, values: &Values) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let basis = &order.basis;
    for duty in &basis.forbidden {
        let label = duty.label.clone();
        remarks.push(Remark::NeverSay { label });
    }
    if let Some(rule) = rule.filter(|rule| !rule.certain) {
        remarks.push(Remark::UncertainRule {
            norm: rule.norm.clone(),
            cite: rule.cite.clone(),
        });
    }
    for duty in basis.duties.iter().filter(|duty| duty.by_law) {
        let label = duty.label.clone();
        if crate::need::wants_writing(&duty.name) && !order.channel.is_framed() {
            remarks.push(Remark::WantsWriting { label });
        } else if crate::need::part_of(&duty.name).is_none() {
            let within = duty.within.clone();
            remarks.push(Remark::AlsoDo { label, within });
        }
    }
    let named = ["provider", "provider_none_reason"]
        .iter()
        .any(|slot| values.get(slot).is_some());
    if crate::need::refers(order.scenario) && !named {
        remarks.push(Remark::NobodyNamed);
    }
    if values.get("alternative_1").is_none() && !basis.measures.is_empty() {
        remarks.push(Remark::CouldOffer(basis.measures.clone()));
    }
    remarks
}

struct Writer<'a> {
    renderer: Renderer,
    values: &'a Values,
    plan: &'a Plan,
    lang: Lang,
    blocks: Vec<Block>,
    missing: Vec<&'static str>,
}

impl Writer<'_> {
    fn framed(
        &mut self,
        templates: &Templates,
        channel: Channel,
        body: &Section,
    ) -> Result<(), ComposeFault> {
        let head = match channel {
            Channel::Email => "email-head",
            _ => "head",
        };
        let around = |heading| {
            templates
                .frame(self.lang, heading)
                .filter(|_| channel.is_framed())
        };
        let (head, salutation) = (around(head), around("salutation"));
        let (closing, foot) = (around("closing"), around("foot"));
        self.each_line(BlockKind::Head, head)?;
        self.each_line(BlockKind::Salutation, salutation)?;
        self.paragraphs(body)?;
        self.each_line(BlockKind::Closing, closing)?;
        self.each_line(BlockKind::Foot, foot)
    }

    /// In the frame every line stands alone.
    fn each_line(
        &mut self,
        kind: BlockKind,
        section: Option<&Section>,
    ) -> Result<(), ComposeFault> {
        for line in section.into_iter().flat_map(Section::lines) {
            let runs = self.line(line)?;
            self.block(kind, runs);
        }
        Ok(())
    }

    fn paragraphs(&mut self, section: &Section) -> Result<(), ComposeFault> {
        for lines in &section.paragraphs {
            let mut runs: Vec<Run> = Vec::new();
            for line in lines {
                let more = self.line(line)?;
                if line.item {
                    self.block(BlockKind::Paragraph, std::mem::take(&mut runs));
                    self.block(BlockKind::Item, more);
                } else {
                    join(&mut runs, more);
                }
            }
            self.block(BlockKind::Paragraph, runs);
        }
        Ok(())
    }

    fn block(&mut self, kind: BlockKind, runs: Vec<Run>) {
        if !runs.is_empty() {
            self.blocks.push(Block { kind, runs });
        }
    }

    /// The runs of a line; none when it is left out.
    fn line(&mut self, line: &Line) -> Result<Vec<Run>, ComposeFault> {
        if matches!(self.plan.need(line.part), Need::Not(_)) {
            return Ok(Vec::new());
        }
        let broken = |message: String| ComposeFault::BrokenLine {
            line: line.at,
            message,
        };
        let slots = slots_of(&line.words).map_err(|fault| broken(fault.to_string()))?;
        let empty = |slot: &&&str| self.values.get(slot).is_none();
        if line.optional && slots.iter().any(|slot| empty(&slot)) {
            return Ok(Vec::new());
        }
        let pieces = self.renderer.pieces(&line.words);
        let pieces = pieces.map_err(|error| broken(error.to_string()))?;
        Ok(pieces
            .into_iter()
            .map(|piece| self.run(line.part, piece))
            .collect())
    }

    fn run(&mut self, part: Part, piece: Piece) -> Run {
        let (slot, words) = match piece {
            Piece::Words(words) => (None, words),
            Piece::Filled(slot, value) => (Some(slot), value),
            Piece::Blank(slot) => {
                if !self.missing.contains(&slot) {
                    self.missing.push(slot);
                }
                let label = Slot::find(slot).map_or(slot, |slot| slot.label(self.lang));
                (None, format!("[{label}]"))
            }
        };
        Run { part, slot, words }
    }
}

/// Puts a line behind another one, with one space between them.
fn join(runs: &mut Vec<Run>, more: Vec<Run>) {
    if let (Some(last), false) = (runs.last(), more.is_empty()) {
        let part = last.part;
        runs.push(Run {
            part,
            slot: None,
            words: " ".to_owned(),
        });
    }
    runs.extend(more);
}
