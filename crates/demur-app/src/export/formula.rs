//! Formulas over the variables of a lawbook, simplified as they are built.

use std::collections::BTreeSet;

use demur_lawbook::{Cells, VarId};

/// A formula. `All` of nothing is true, `Any` of nothing is false.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Formula {
    /// The variable lies in one of these cells.
    Is(VarId, Cells),
    Not(Box<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
}

impl Formula {
    pub(super) fn constant(value: bool) -> Self {
        if value {
            Self::All(Vec::new())
        } else {
            Self::Any(Vec::new())
        }
    }

    pub(super) fn not(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            Self::All(parts) if parts.is_empty() => Self::constant(false),
            Self::Any(parts) if parts.is_empty() => Self::constant(true),
            other => Self::Not(Box::new(other)),
        }
    }

    pub(super) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::join(parts, true)
    }

    pub(super) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::join(parts, false)
    }

    /// `neutral` is the constant that changes nothing. Each part stays once, at its
    /// first place, so that a text reads in the order of the law.
    fn join(parts: impl IntoIterator<Item = Self>, neutral: bool) -> Self {
        let absorbing = Self::constant(!neutral);
        let mut seen = BTreeSet::new();
        let mut kept = Vec::new();
        for part in parts {
            let inner = match part {
                Self::All(inner) if neutral => inner,
                Self::Any(inner) if !neutral => inner,
                other => vec![other],
            };
            for part in inner {
                if part == absorbing {
                    return absorbing;
                }
                if seen.insert(part.clone()) {
                    kept.push(part);
                }
            }
        }
        match (kept.pop(), neutral) {
            (Some(only), _) if kept.is_empty() => only,
            (last, true) => Self::All(kept.into_iter().chain(last).collect()),
            (last, false) => Self::Any(kept.into_iter().chain(last).collect()),
        }
    }

    /// Calls `see` with every variable in it.
    pub(super) fn each_variable(&self, see: &mut impl FnMut(VarId)) {
        match self {
            Self::Is(variable, _) => see(*variable),
            Self::Not(inner) => inner.each_variable(see),
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().for_each(|part| part.each_variable(see));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use demur_lawbook::Id as _;

    use super::*;

    fn is(variable: usize) -> Formula {
        Formula::Is(VarId::from_position(variable), Cells::YES)
    }

    #[test]
    fn constants_vanish_and_repetitions_stay_once() {
        let (yes, no) = (Formula::constant(true), Formula::constant(false));
        assert_eq!(Formula::all([yes.clone(), is(1), is(1)]), is(1));
        assert_eq!(Formula::any([is(1), yes.clone()]), yes);
        assert_eq!(Formula::all([is(1), no.clone()]), no);
        assert_eq!(Formula::any([]), no);
        assert_eq!(yes.not(), no);
        assert_eq!(is(1).not().not(), is(1));
    }

    #[test]
    fn nested_parts_keep_their_order() {
        let nested = Formula::all([is(3), Formula::all([is(2), is(3)]), is(1)]);
        assert_eq!(nested, Formula::All(vec![is(3), is(2), is(1)]));
    }
}
