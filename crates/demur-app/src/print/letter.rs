//! Which words of a notice go where in a letter.

use demur_letter::{Block, Letter, Reference};
use demur_notice::{Block as Piece, BlockKind, Notice, Part};
use jiff::civil::Date;

/// Longer labels are sentences.
const LONGEST_LABEL: usize = 40;

pub(super) fn letter(notice: &Notice, day: Date) -> Letter {
    let head = of_kind(notice, BlockKind::Head);
    let closing = of_kind(notice, BlockKind::Closing);
    let mut signature = closing.iter().map(|piece| piece.words());
    let showing = |slots: &[&str]| -> Vec<String> {
        let shows = |piece: &&&Piece| slots.iter().any(|slot| piece.shows(slot));
        head.iter()
            .filter(shows)
            .map(|piece| piece.words())
            .collect()
    };
    let value = |slot: &str| head.iter().find_map(|piece| filled(piece, slot));
    Letter {
        lang: super::lang(notice.lang),
        sender: sender(&head, &closing),
        day,
        date: showing(&["date"]).join(" "),
        references: showing(&["case_id"])
            .iter()
            .map(|line| reference(line))
            .collect(),
        recipient: ["customer_name", "customer_address"]
            .into_iter()
            .filter_map(value)
            .collect(),
        subject: None,
        salutation: of_kind(notice, BlockKind::Salutation)
            .iter()
            .map(|piece| piece.words())
            .collect(),
        blocks: body(notice),
        closing: signature.next().unwrap_or_default(),
        signature: signature.collect(),
        foot: of_kind(notice, BlockKind::Foot)
            .iter()
            .map(|piece| piece.words())
            .collect(),
        mark: None,
    }
}

fn of_kind(notice: &Notice, kind: BlockKind) -> Vec<&Piece> {
    let blocks = notice.blocks.iter();
    blocks.filter(|piece| piece.kind == kind).collect()
}

/// The head up to the date, then how to reach the firm, which the closing says.
fn sender(head: &[&Piece], closing: &[&Piece]) -> Vec<String> {
    let firm = head.iter().take_while(|piece| !piece.shows("date"));
    let reach = closing.iter().filter(|piece| piece.shows("contact"));
    firm.chain(reach).map(|piece| piece.words()).collect()
}

fn filled(piece: &Piece, slot: &str) -> Option<String> {
    let run = piece.runs.iter().find(|run| run.slot == Some(slot))?;
    Some(run.words.clone())
}

fn reference(line: &str) -> Reference {
    let (label, value) = line.split_once(": ").unwrap_or(("", line));
    Reference {
        label: label.to_owned(),
        value: value.to_owned(),
    }
}

fn body(notice: &Notice) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for piece in &notice.blocks {
        match (piece.kind, blocks.last_mut()) {
            (BlockKind::Item, Some(Block::List(items))) => items.push(piece.words()),
            (BlockKind::Item, _) => blocks.push(Block::List(vec![piece.words()])),
            (BlockKind::Paragraph, _) => blocks.push(paragraph(piece)),
            _ => {}
        }
    }
    blocks
}

/// A label of the template, such as "Powód:", stands out; a colon in a value does not, nor one in
/// a sentence of thanks.
fn paragraph(piece: &Piece) -> Block {
    let words = piece.words();
    let thanks = piece
        .runs
        .first()
        .is_some_and(|run| run.part == Part::Acknowledge);
    let own = piece.runs.iter().take_while(|run| run.slot.is_none());
    let own: usize = own.map(|run| run.words.len()).sum();
    let label = words
        .split_once(": ")
        .filter(|_| !thanks)
        .filter(|(label, _)| label.len() < own.min(LONGEST_LABEL) && !label.contains(['.', ',']));
    match label {
        Some((label, text)) => Block::Paragraph {
            lead: Some(format!("{label}:")),
            text: text.to_owned(),
        },
        None => Block::Paragraph {
            lead: None,
            text: words,
        },
    }
}
