//! A part of all mutants, chosen by chance but always the same for the same seed.

/// Which mutants to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// How many.
    pub count: usize,
    /// Another seed chooses others.
    pub seed: u64,
}

impl Sample {
    /// Some of the elements, in their order.
    pub(super) fn choose<T>(self, elements: Vec<T>) -> Vec<T> {
        let mut drawn: Vec<(u64, usize)> = (0..elements.len())
            .map(|position| (mixed(self.seed ^ mixed(position as u64)), position))
            .collect();
        drawn.sort_unstable();
        drawn.truncate(self.count);
        let mut chosen: Vec<usize> = drawn.into_iter().map(|(_, position)| position).collect();
        chosen.sort_unstable();
        let elements = elements.into_iter().enumerate();
        elements
            .filter(|(position, _)| chosen.binary_search(position).is_ok())
            .map(|(_, element)| element)
            .collect()
    }
}

/// A number that looks drawn at random (the finalizer of SplitMix64: G. Steele, D. Lea,
/// C. Flood, OOPSLA 2014).
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::Sample;

    #[test]
    fn the_same_seed_chooses_the_same_and_another_one_others() {
        let choose = |seed| Sample { count: 10, seed }.choose((0..1000).collect::<Vec<u32>>());
        assert_eq!(choose(1).len(), 10);
        assert_eq!(choose(1), choose(1));
        assert_ne!(choose(1), choose(2));
        assert!(choose(1).is_sorted());
    }

    #[test]
    fn more_than_there_are_is_all() {
        let all = Sample { count: 9, seed: 1 }.choose(vec!["a", "b"]);
        assert_eq!(all, ["a", "b"]);
    }
}
