//! Ranges of numbers.

use super::super::report::Kind;
use super::check::Checker;
use super::cursor::Cursor;

/// The bounds of a number, both inclusive, with the texts that messages show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range<T> {
    min: Option<T>,
    max: Option<T>,
    /// The bounds as the model writes them, where Rust would write them in another way.
    written: Option<(&'static str, &'static str)>,
}

impl<T> Range<T> {
    /// Bounds on both sides.
    pub const fn between(min: T, max: T) -> Self {
        Self { min: Some(min), max: Some(max), written: None }
    }

    /// A lower bound.
    pub const fn at_least(min: T) -> Self {
        Self { min: Some(min), max: None, written: None }
    }

    /// An upper bound.
    pub const fn at_most(max: T) -> Self {
        Self { min: None, max: Some(max), written: None }
    }

    /// How messages show the bounds; an empty text for one that there is not.
    pub const fn written(mut self, min: &'static str, max: &'static str) -> Self {
        self.written = Some((min, max));
        self
    }
}

impl<T: ToString> Range<T> {
    #[cold]
    fn kind(&self) -> Kind {
        let (min, max) = match self.written {
            None => (self.min.as_ref().map(T::to_string), self.max.as_ref().map(T::to_string)),
            Some((min, max)) => (text(min), text(max)),
        };
        Kind::Range { min, max }
    }
}

fn text(bound: &'static str) -> Option<String> {
    (!bound.is_empty()).then(|| bound.to_owned())
}

/// A number that can be held against bounds of type `T`.
pub trait Ranged<T> {
    /// Whether it is at least `bound`.
    fn is_at_least(&self, bound: &T) -> bool;

    /// Whether it is at most `bound`.
    fn is_at_most(&self, bound: &T) -> bool;
}

/// NaN is on neither side of any bound.
macro_rules! ranged {
    ($($number:ty)*) => {$(
        impl Ranged<$number> for $number {
            fn is_at_least(&self, bound: &$number) -> bool {
                self >= bound
            }

            fn is_at_most(&self, bound: &$number) -> bool {
                self <= bound
            }
        }
    )*};
}

ranged! { i8 i16 i32 i64 f32 f64 }

impl Checker<'_> {
    /// Checks a range.
    pub fn range<T: ToString, N: Ranged<T>>(&mut self, at: &Cursor<'_>, value: &N, bounds: Range<T>) {
        let low = bounds.min.as_ref().is_some_and(|min| !value.is_at_least(min));
        let high = bounds.max.as_ref().is_some_and(|max| !value.is_at_most(max));
        if low || high {
            self.constraint(at, bounds.kind());
        }
    }
}
