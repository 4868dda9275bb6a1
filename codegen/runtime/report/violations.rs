//! What makes a value fail: one violation at least.

use std::fmt;

use super::violation::Violation;

/// What is wrong with a value: one violation at least.
///
/// At most [`Violations::LIMIT`] are kept, so that no request makes its refusal larger than itself;
/// [`Violations::omitted`] says how many more there were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violations {
    list: Vec<Violation>,
    omitted: usize,
}

impl Violations {
    /// How many violations are kept.
    pub const LIMIT: usize = 100;

    /// The violations of a list, unless it is empty.
    pub(crate) fn of(list: Vec<Violation>, omitted: usize) -> Option<Self> {
        (!list.is_empty()).then_some(Self { list, omitted })
    }

    /// How many violations are kept: one at least, [`Violations::LIMIT`] at most.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Always false: there is a violation, or there are no `Violations`.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many more violations there were than are kept.
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// The first violation, in the order in which they were found.
    pub fn first(&self) -> &Violation {
        &self.list[0]
    }

    /// All violations that are kept, in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.list.iter()
    }

    /// All messages in one line, as the `message` of Smithy's `ValidationException` has them.
    ///
    /// Smithy fixes the text for one violation. For more it is ours: `2 validation errors detected. M1; M2`.
    pub fn summary(&self) -> String {
        self.counted(". ", Violation::message)
    }

    /// How many there are, then each in the words of `message`.
    pub(crate) fn counted(&self, separator: &str, message: impl Fn(&Violation) -> String) -> String {
        let messages: Vec<String> = self.list.iter().map(message).collect();
        let messages = messages.join("; ");
        match self.list.len().saturating_add(self.omitted) {
            1 => format!("1 validation error detected{separator}{messages}"),
            count if self.omitted == 0 => {
                format!("{count} validation errors detected{separator}{messages}")
            }
            count => {
                format!("{count} validation errors detected{separator}{messages}; and {} more", self.omitted)
            }
        }
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.list.iter().enumerate() {
            let end = if index == 0 { "" } else { "\n" };
            write!(f, "{end}{violation}")?;
        }
        if self.omitted > 0 { write!(f, "\nand {} more", self.omitted) } else { Ok(()) }
    }
}

impl std::error::Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
