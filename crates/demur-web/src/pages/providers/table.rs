//! A list of providers as a table whose rows can be changed without touching the others.

use demur_app::refer::providers::Importer;

/// A table with a row of names first, as docs/referral.md describes it.
pub(super) struct Table {
    /// How many columns it had when it was read.
    width: usize,
    delimiter: u8,
    columns: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    line: u64,
    cells: Vec<String>,
}

/// Columns that a form has, in their order.
pub(super) const COLUMNS: [&str; 24] = [
    "provider",
    "service",
    "terms",
    "description",
    "town",
    "street",
    "latitude",
    "longitude",
    "remote",
    "phone",
    "email",
    "url",
    "languages",
    "accessibility",
    "hours",
    "areas",
    "capacity",
    "confirmed",
    "checked",
    "min_age",
    "max_age",
    "not_for",
    "status",
    "note",
];

impl Table {
    /// A table without rows.
    pub(super) fn new() -> Self {
        Self {
            delimiter: b',',
            width: COLUMNS.len(),
            columns: COLUMNS.iter().map(|name| (*name).to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    /// Reads a table; nothing when the text is none.
    pub(super) fn read(text: &str) -> Option<Self> {
        let first = text.lines().next().unwrap_or_default();
        let count = |wanted: char| first.chars().filter(|c| *c == wanted).count();
        let delimiter = if count(';') > count(',') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(text.as_bytes());
        let columns: Vec<String> = reader.headers().ok()?.iter().map(str::to_owned).collect();
        let mut rows = Vec::new();
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record).ok()? {
            rows.push(Row {
                line: record.position().map_or(0, csv::Position::line),
                cells: record.iter().map(str::to_owned).collect(),
            });
        }
        Some(Self {
            delimiter,
            width: columns.len(),
            columns,
            rows,
        })
    }

    fn index(&self, name: &str) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.trim().eq_ignore_ascii_case(name))
    }

    /// A cell of the row that begins on this line; nothing when there is no such row.
    pub(super) fn cell(&self, line: u64, name: &str) -> Option<&str> {
        let row = self.rows.iter().find(|row| row.line == line)?;
        let cell = self.index(name).and_then(|index| row.cells.get(index));
        Some(cell.map_or("", |cell| cell.trim()))
    }

    /// Puts values into the row that begins on this line, or into a new one at the end.
    pub(super) fn put(&mut self, line: Option<u64>, values: &[(&str, String)]) -> bool {
        for (name, value) in values {
            if self.index(name).is_none() && !value.is_empty() {
                self.columns.push((*name).to_owned());
            }
        }
        let position = match line {
            None => {
                self.rows.push(Row {
                    line: 0,
                    cells: Vec::new(),
                });
                self.rows.len() - 1
            }
            Some(line) => match self.rows.iter().position(|row| row.line == line) {
                Some(position) => position,
                None => return false,
            },
        };
        let places: Vec<(usize, &String)> = values
            .iter()
            .filter_map(|(name, value)| Some((self.index(name)?, value)))
            .collect();
        let width = self.columns.len();
        let Some(row) = self.rows.get_mut(position) else {
            return false;
        };
        // Rows of another width than the head are kept as they are, with their fault.
        if row.cells.len() < width {
            row.cells.resize(width, String::new());
        }
        for (index, value) in places {
            if let Some(cell) = row.cells.get_mut(index) {
                cell.clone_from(value);
            }
        }
        true
    }

    /// Takes a row out.
    pub(super) fn remove(&mut self, line: u64) -> bool {
        let before = self.rows.len();
        self.rows.retain(|row| row.line != line);
        self.rows.len() < before
    }

    /// The table as text. New columns make every row as wide as the head.
    pub(super) fn text(&self) -> String {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.delimiter)
            .flexible(true)
            .from_writer(Vec::new());
        let _in_memory = writer.write_record(&self.columns);
        for row in &self.rows {
            let mut cells = row.cells.clone();
            // Only rows that were whole before are filled up; a fault stays to be seen.
            if cells.len() == self.width {
                cells.resize(self.columns.len().max(cells.len()), String::new());
            }
            let _in_memory = writer.write_record(&cells);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// The columns whose values cannot be read, each with why and what to do.
pub(super) fn faults(values: &[(&str, String)]) -> Vec<(String, String)> {
    let all = tried(values);
    if all.is_empty() {
        return Vec::new();
    }
    let needed = [("provider", "x".to_owned()), ("service", "x".to_owned())];
    let mut faults = Vec::new();
    for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        let mut alone = needed.to_vec();
        // Half a position is none, and a day of confirmation says nothing without room.
        let together: &[&str] = match *name {
            "latitude" | "longitude" => &["latitude", "longitude"],
            "confirmed" => &["capacity", "confirmed"],
            _ => &[],
        };
        if together.is_empty() {
            alone.retain(|(each, _)| each != name);
            alone.push((name, value.clone()));
        } else {
            alone.extend(
                values
                    .iter()
                    .filter(|(each, _)| together.contains(each))
                    .cloned(),
            );
        }
        faults.extend(
            tried(&alone)
                .into_iter()
                .take(1)
                .map(|said| ((*name).to_owned(), said)),
        );
    }
    if faults.is_empty() {
        faults.extend(all.into_iter().map(|said| (String::new(), said)));
    }
    faults
}

fn tried(values: &[(&str, String)]) -> Vec<String> {
    let mut table = Table {
        delimiter: b',',
        columns: values.iter().map(|(name, _)| (*name).to_owned()).collect(),
        rows: Vec::new(),
    };
    table.put(None, values);
    let mut importer = Importer::new();
    importer.csv("entry", table.text().as_bytes());
    let (_, rejected) = importer.finish();
    rejected
        .into_iter()
        .map(|each| format!("{}; {}", each.why, each.mend))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "provider;service;Mine\nOne;\"Feet;\nnails\";a\nbroken\nTwo;Feet;b\n";

    #[test]
    fn one_row_changes_and_the_others_stay() {
        let mut table = Table::read(TEXT).unwrap_or_else(Table::new);
        assert_eq!(table.cell(5, "provider"), Some("Two"));
        assert_eq!(table.cell(5, "town"), Some(""));
        assert_eq!(table.cell(9, "provider"), None);
        assert!(table.put(Some(5), &[("service", "Hands; nails".to_owned())]));
        assert!(!table.put(Some(9), &[]));
        let text = table.text();
        assert_eq!(
            text,
            "provider;service;Mine\nOne;\"Feet;\nnails\";a\nbroken\nTwo;\"Hands; nails\";b\n"
        );
        assert!(table.remove(2) && !table.remove(2));
        assert!(!table.text().contains("One"));
    }

    #[test]
    fn a_new_column_is_added_to_the_head() {
        let mut table = Table::read("provider,service\nOne,Feet\n").unwrap_or_else(Table::new);
        let values = [
            ("provider", "Two \"2\"".to_owned()),
            ("service", "x".to_owned()),
            ("town", "Łódź".to_owned()),
        ];
        assert!(table.put(None, &values));
        assert_eq!(
            table.text(),
            "provider,service,town\nOne,Feet,\n\"Two \"\"2\"\"\",x,Łódź\n"
        );
    }

    #[test]
    fn the_column_at_fault_is_named() {
        let values = |hours: &str| {
            let values = [
                ("provider", "A"),
                ("service", "B"),
                ("hours", hours),
                ("min_age", "3"),
            ];
            values.map(|(name, value)| (name, value.to_owned()))
        };
        assert!(faults(&values("Mo-Fr 09:00-17:00")).is_empty());
        let found = faults(&values("sometimes"));
        assert_eq!(found.first().map(|(name, _)| name.as_str()), Some("hours"));
    }
}
