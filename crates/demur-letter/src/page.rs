//! Whether everything stands on the paper: typesetters move on when a word is too wide.

use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst_layout::PagedDocument;

use crate::error::Error;

/// How close words may come to the edges of the paper, in millimetres.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edges {
    /// Left and right: just outside of the margin, where nothing but hanging punctuation is.
    pub(crate) side_mm: f64,
    /// Above and below: printers do not reach further.
    pub(crate) end_mm: f64,
}

/// Fails at the first page on which a word comes too close to an edge.
pub(crate) fn check(document: &PagedDocument, edges: Edges) -> Result<(), Error> {
    for (index, page) in document.pages().iter().enumerate() {
        let paper = Paper {
            size: page.frame.size(),
            side: Abs::mm(edges.side_mm),
            end: Abs::mm(edges.end_mm),
        };
        if !paper.holds_all(&page.frame, Transform::identity()) {
            return Err(Error::Overflow { page: index + 1 });
        }
    }
    Ok(())
}

struct Paper {
    size: Size,
    side: Abs,
    end: Abs,
}

impl Paper {
    fn holds_all(&self, frame: &Frame, origin: Transform) -> bool {
        frame.items().all(|(position, item)| match item {
            FrameItem::Group(group) => {
                let moved = origin
                    .pre_concat(Transform::translate(position.x, position.y))
                    .pre_concat(group.transform);
                self.holds_all(&group.frame, moved)
            }
            FrameItem::Text(text) => {
                let after = Point::new(position.x + text.width(), position.y);
                [*position, after]
                    .iter()
                    .all(|point| self.holds(point.transform(origin)))
            }
            _ => true,
        })
    }

    fn holds(&self, point: Point) -> bool {
        let within = |value: Abs, edge: Abs, end: Abs| value >= edge && value <= end - edge;
        within(point.x, self.side, self.size.x) && within(point.y, self.end, self.size.y)
    }
}
