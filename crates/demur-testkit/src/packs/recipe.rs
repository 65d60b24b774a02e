//! Choices read from bytes, so that what fails shrinks towards the first choice.

/// Reads choices; when the bytes are used up, every choice is the first.
#[derive(Debug)]
pub struct Recipe<'b> {
    bytes: std::slice::Iter<'b, u8>,
}

impl<'b> Recipe<'b> {
    /// Choices from these bytes.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        Self {
            bytes: bytes.iter(),
        }
    }

    /// A number below `end`, or 0 when there is none.
    pub fn below(&mut self, end: usize) -> usize {
        let byte = self.bytes.next().copied().unwrap_or_default();
        usize::from(byte).checked_rem(end).unwrap_or_default()
    }

    /// True in `of` of 16 cases.
    pub fn chance(&mut self, of: usize) -> bool {
        16 - self.below(16) <= of
    }

    /// One of these; the first when in doubt.
    pub fn pick<T: Clone>(&mut self, choices: &[T]) -> Option<T> {
        choices.get(self.below(choices.len())).cloned()
    }

    /// Some of these, at least one if there is one.
    pub fn some<T: Clone>(&mut self, choices: &[T]) -> Vec<T> {
        let first = self.below(choices.len());
        let chosen = choices
            .iter()
            .enumerate()
            .filter(|(index, _)| *index == first || self.chance(5));
        chosen.map(|(_, choice)| choice.clone()).collect()
    }

    /// Any order; the same one when in doubt.
    pub fn shuffle<T>(&mut self, elements: &mut [T]) {
        for index in 0..elements.len() {
            let other = index + self.below(elements.len() - index);
            elements.swap(index, other);
        }
    }
}
