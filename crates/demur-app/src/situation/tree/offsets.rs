//! From the character counts of the YAML parser to byte offsets.

pub(super) struct Offsets {
    /// Byte offset of each character; empty when every character is one byte.
    bytes: Vec<usize>,
    len: usize,
}

impl Offsets {
    pub(super) fn of(text: &str) -> Self {
        let bytes = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().map(|(offset, _)| offset).collect()
        };
        Self {
            bytes,
            len: text.len(),
        }
    }

    pub(super) fn byte(&self, character: usize) -> usize {
        if self.bytes.is_empty() {
            return character.min(self.len);
        }
        self.bytes.get(character).copied().unwrap_or(self.len)
    }
}
