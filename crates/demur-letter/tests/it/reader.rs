//! What a screen reader and an archive get from a PDF: tags, texts in their order, metadata.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// A stretch of text under one element of the structure tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tagged {
    /// The elements around it and its own, such as `Document/L/LI/LBody`.
    pub(crate) path: String,
    pub(crate) text: String,
    /// Which block, counted from the start: words in bold belong to the block around them.
    block: usize,
}

/// Where the walk through the structure tree stands.
#[derive(Clone, Default)]
struct Place {
    path: String,
    block: usize,
    page: Option<ObjectId>,
}

pub(crate) struct Pdf {
    document: Document,
    /// By page and number of the marked content.
    marked: BTreeMap<(ObjectId, i64), String>,
    /// Texts outside of the structure tree: page numbers and marks.
    pub(crate) artifacts: Vec<String>,
    /// Every type size that is used, in points.
    pub(crate) sizes: Vec<f64>,
}

impl Pdf {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).expect("the PDF can be parsed");
        let mut pdf = Self {
            marked: BTreeMap::new(),
            artifacts: Vec::new(),
            sizes: Vec::new(),
            document,
        };
        for page in pdf.document.get_pages().into_values().collect::<Vec<_>>() {
            pdf.read_page(page);
        }
        pdf
    }

    pub(crate) fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.document.catalog().expect("a catalog")
    }

    /// The dictionary to which `key` of `parent` leads.
    pub(crate) fn inner(&self, parent: &Dictionary, key: &str) -> Dictionary {
        let value = parent
            .get_deref(key.as_bytes(), &self.document)
            .unwrap_or_else(|_| panic!("no {key}"));
        value.as_dict().expect("a dictionary").clone()
    }

    pub(crate) fn info(&self) -> Dictionary {
        self.inner(&self.document.trailer, "Info")
    }

    /// The metadata as XML.
    pub(crate) fn metadata(&self) -> String {
        let stream = self
            .catalog()
            .get_deref(b"Metadata", &self.document)
            .and_then(Object::as_stream)
            .expect("metadata");
        String::from_utf8(stream.get_plain_content().expect("content")).expect("UTF-8")
    }

    /// Every font of every page has to be inside of the file.
    pub(crate) fn fonts_without_file(&self) -> Vec<String> {
        let descriptors = self.document.objects.values().filter_map(|object| {
            let dictionary = object.as_dict().ok()?;
            dictionary.has_type(b"FontDescriptor").then_some(dictionary)
        });
        descriptors
            .filter(|font| !font.has(b"FontFile2") && !font.has(b"FontFile3"))
            .map(|font| format!("{font:?}"))
            .collect()
    }

    /// All text in the order in which it is read out.
    pub(crate) fn tree(&self) -> Vec<Tagged> {
        let root = self.inner(self.catalog(), "StructTreeRoot");
        let mut found = Vec::new();
        self.walk(
            &Object::Dictionary(root),
            &Place::default(),
            &mut 0,
            &mut found,
        );
        found
    }

    /// The text of all tagged elements, a line for each block, without the spaces that bind words.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        let mut block = None;
        for tagged in self.tree() {
            if block.is_some_and(|before| before != tagged.block) {
                text.push('\n');
            }
            block = Some(tagged.block);
            text.push_str(&tagged.text);
        }
        text.replace('\u{A0}', " ")
    }

    /// The tagged text of one page, from 1, in the order in which it is drawn.
    pub(crate) fn text_of_page(&self, number: u32) -> String {
        let page = self.document.get_pages()[&number];
        let parts = self.marked.iter().filter(|((on, _), _)| *on == page);
        let text: Vec<_> = parts.map(|(_, text)| text.as_str()).collect();
        text.join("\n").replace('\u{A0}', " ")
    }

    /// The two halves of the file's identifier.
    pub(crate) fn identifier(&self) -> String {
        format!(
            "{:?}",
            self.document.trailer.get(b"ID").expect("an identifier")
        )
    }

    fn walk(&self, object: &Object, place: &Place, blocks: &mut usize, found: &mut Vec<Tagged>) {
        let (_, object) = self.document.dereference(object).expect("an object");
        match object {
            Object::Integer(number) => self.leaf(place, *number, found),
            Object::Array(kids) => {
                for kid in kids {
                    self.walk(kid, place, blocks, found);
                }
            }
            Object::Dictionary(element) => {
                let mut place = place.clone();
                if let Ok(page) = element.get(b"Pg").and_then(Object::as_reference) {
                    place.page = Some(page);
                }
                if let Ok(number) = element.get(b"MCID").and_then(Object::as_i64) {
                    self.leaf(&place, number, found);
                } else if let Ok(kids) = element.get(b"K") {
                    if let Ok(role) = element.get(b"S").and_then(Object::as_name) {
                        let role = String::from_utf8_lossy(role);
                        if !matches!(role.as_ref(), "Span" | "Strong") {
                            *blocks += 1;
                            place.block = *blocks;
                        }
                        place.path = format!("{}/{role}", place.path);
                    }
                    self.walk(kids, &place, blocks, found);
                }
            }
            _ => {}
        }
    }

    fn leaf(&self, place: &Place, number: i64, found: &mut Vec<Tagged>) {
        let page = place.page.expect("marked content has a page");
        found.push(Tagged {
            path: place.path.trim_start_matches('/').to_owned(),
            text: self
                .marked
                .get(&(page, number))
                .cloned()
                .unwrap_or_default(),
            block: place.block,
        });
    }

    fn read_page(&mut self, page: ObjectId) {
        let content = Content::decode(&self.document.get_page_content(page)).expect("content");
        let fonts = self.document.get_page_fonts(page).expect("fonts");
        let encodings: BTreeMap<Vec<u8>, Encoding<'_>> = fonts
            .iter()
            .map(|(name, font)| {
                let encoding = font.get_font_encoding(&self.document).expect("an encoding");
                (name.clone(), encoding)
            })
            .collect();
        let mut reading = Reading::default();
        for operation in &content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BDC" | "BMC" => reading.open.push(Span::of(operands)),
                "EMC" => {
                    reading.open.pop();
                }
                "Tf" => {
                    reading.font = operands[0].as_name().expect("a font").to_vec();
                    reading
                        .sizes
                        .push(operands[1].as_float().expect("a size").into());
                }
                "Tj" | "TJ" => {
                    let bytes = shown(operands);
                    let text = Document::decode_text(&encodings[&reading.font], &bytes);
                    reading.show(&text.expect("text"));
                }
                _ => {}
            }
        }
        for (number, text) in reading.marked {
            self.marked.insert((page, number), text);
        }
        self.artifacts.extend(reading.artifacts);
        self.sizes.extend(reading.sizes);
    }
}

#[derive(Default)]
struct Reading {
    open: Vec<Span>,
    font: Vec<u8>,
    marked: BTreeMap<i64, String>,
    artifacts: Vec<String>,
    sizes: Vec<f64>,
}

impl Reading {
    fn show(&mut self, text: &str) {
        let text = match self
            .open
            .iter_mut()
            .rev()
            .find_map(|span| span.actual.as_mut())
        {
            Some(actual) => std::mem::take(actual),
            None => text.to_owned(),
        };
        match self.open.iter().rev().find_map(|span| span.number) {
            Some(number) => self.marked.entry(number).or_default().push_str(&text),
            None => self.artifacts.push(text),
        }
    }
}

/// A stretch of marked content.
#[derive(Default)]
struct Span {
    number: Option<i64>,
    /// What is read instead of the letters shown.
    actual: Option<String>,
}

impl Span {
    fn of(operands: &[Object]) -> Self {
        let Some(Object::Dictionary(properties)) = operands.get(1) else {
            return Self::default();
        };
        Self {
            number: properties.get(b"MCID").and_then(Object::as_i64).ok(),
            actual: properties
                .get(b"ActualText")
                .ok()
                .map(|text| lopdf::decode_text_string(text).expect("text")),
        }
    }
}

/// The bytes that an operator shows, without the shifts between them.
fn shown(operands: &[Object]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for operand in operands {
        match operand {
            Object::String(part, _) => bytes.extend(part),
            Object::Array(parts) => bytes.extend(shown(parts)),
            _ => {}
        }
    }
    bytes
}
