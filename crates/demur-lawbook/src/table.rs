//! Vectors that are indexed by an id of their own.

use std::marker::PhantomData;
use std::ops::Index;

/// An id that stands for a position in a [`Table`].
pub trait Id: Copy {
    /// The id of the element at this position.
    fn from_position(position: usize) -> Self;
    /// The position for which it stands.
    fn position(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl Id for $name {
            fn from_position(position: usize) -> Self {
                Self(position)
            }
            fn position(self) -> usize {
                self.0
            }
        }
    )*};
}

ids! {
    /// A pack of a lawbook.
    PackId;
    /// A fact of a lawbook.
    FactId;
    /// A variable of a lawbook: a fact, or one element of a set fact.
    VarId;
    /// A ground of a lawbook.
    GroundId;
    /// A step of a lawbook.
    StepId;
    /// A duty of a lawbook.
    DutyId;
    /// A measure of a lawbook.
    MeasureId;
    /// A norm of a lawbook; each dated version has one of its own.
    NormId;
}

/// The elements of one kind in a lawbook, in a fixed order.
///
/// Ids are made only by the table that they index, so indexing cannot fail
/// unless ids of two lawbooks are mixed up.
#[derive(Debug, Clone)]
pub struct Table<I, T> {
    elements: Vec<T>,
    id: PhantomData<I>,
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Self {
            elements: Vec::new(),
            id: PhantomData,
        }
    }
}

impl<I: Id, T> Table<I, T> {
    /// Appends an element.
    pub fn push(&mut self, element: T) -> I {
        self.elements.push(element);
        I::from_position(self.elements.len() - 1)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// The elements with their ids.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.elements
            .iter()
            .enumerate()
            .map(|(position, element)| (I::from_position(position), element))
    }

    /// All ids.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + use<I, T> {
        (0..self.elements.len()).map(I::from_position)
    }

    /// The first element for which `is` holds.
    pub fn find(&self, is: impl Fn(&T) -> bool) -> Option<I> {
        self.elements.iter().position(is).map(I::from_position)
    }

    /// Puts another element in the place of one, and gives that one back.
    ///
    /// # Errors
    ///
    /// The id belongs to another table; the element is given back.
    pub fn replace(&mut self, id: I, element: T) -> Result<T, T> {
        match self.get_mut(id) {
            Some(place) => Ok(std::mem::replace(place, element)),
            None => Err(element),
        }
    }

    pub(crate) fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.elements.get_mut(id.position())
    }
}

impl<I: Id, T> Index<I> for Table<I, T> {
    type Output = T;

    #[expect(
        clippy::indexing_slicing,
        reason = "ids are made by the table that they index"
    )]
    fn index(&self, id: I) -> &T {
        &self.elements[id.position()]
    }
}
