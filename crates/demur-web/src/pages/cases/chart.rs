//! Bars of a chart, and the same as a table.

/// A chart of one kind of count.
pub(super) struct Chart {
    /// Its name in the page, for anchors.
    pub(super) id: &'static str,
    /// What it counts.
    pub(super) title: String,
    /// The name of what the bars stand for.
    pub(super) of: String,
    /// Its bars, in order.
    pub(super) bars: Vec<Bar>,
}

/// A bar with its place in the picture.
pub(super) struct Bar {
    /// What it stands for.
    pub(super) label: String,
    /// How many; nothing where so few are not shown.
    pub(super) cases: Option<i64>,
    /// The same, where a long name would leave the picture.
    pub(super) short: String,
    /// Its length, in hundredths of the picture; its count stands behind it.
    pub(super) percent: i64,
    /// The line of its label and the edge of the bar, in pixels.
    pub(super) label_y: usize,
    pub(super) bar_y: usize,
    pub(super) count_y: usize,
}

const ROW: usize = 40;
const LABEL: usize = 14;
const BELOW_LABEL: usize = 20;
const BESIDE_BAR: usize = 30;
/// The longest bar leaves room for its count.
const LONGEST: i64 = 85;
/// More letters do not fit into a picture on a telephone.
const LETTERS: usize = 38;

impl Chart {
    /// A chart of these counts, in their order.
    pub(super) fn new(
        id: &'static str,
        title: String,
        of: String,
        counts: Vec<(String, Option<i64>)>,
    ) -> Self {
        let most = counts
            .iter()
            .filter_map(|(_, cases)| *cases)
            .max()
            .unwrap_or(0)
            .max(1);
        let bars = counts
            .into_iter()
            .enumerate()
            .map(|(row, (label, cases))| Bar {
                short: short(&label),
                label,
                cases,
                percent: cases.map_or(0, |cases| (cases.saturating_mul(LONGEST) / most).max(1)),
                label_y: row * ROW + LABEL,
                bar_y: row * ROW + BELOW_LABEL,
                count_y: row * ROW + BESIDE_BAR,
            });
        let bars = bars.collect();
        Self {
            id,
            title,
            of,
            bars,
        }
    }

    /// The height of the picture, in pixels.
    pub(super) fn height(&self) -> usize {
        self.bars.len() * ROW
    }
}

fn short(label: &str) -> String {
    if label.chars().count() <= LETTERS {
        return label.to_owned();
    }
    let kept: String = label.chars().take(LETTERS).collect();
    format!("{}…", kept.trim_end())
}
