//! The way to the value that is being read: a stack, of which a path is made only when something is wrong.

use super::super::report::{Path, Segment};

/// The steps that lead to the value that is being read.
#[derive(Debug, Default)]
pub(super) struct Steps {
    list: Vec<Step>,
    /// From which step on keys must not be shown.
    hidden_from: Option<usize>,
}

/// One step to the value that is being read.
pub(super) enum Step {
    /// To a member of a structure or union.
    Member(&'static str),
    /// To an element of a list.
    Index(usize),
    /// To the value of a map's key.
    Key(String),
}

/// Keys stay unseen: they may be secrets.
impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Member(name) => f.write_str(name),
            Self::Index(index) => write!(f, "{index}"),
            Self::Key(_) => f.write_str("*"),
        }
    }
}

impl Steps {
    /// Goes one step in.
    pub(super) fn enter(&mut self, step: Step) {
        self.list.push(step);
    }

    /// Hides the keys from here on, until the last step is taken back.
    pub(super) fn hide_keys(&mut self) {
        self.hidden_from.get_or_insert(self.list.len());
    }

    /// Takes the last step back.
    pub(super) fn leave(&mut self) -> Option<Step> {
        let step = self.list.pop();
        if self.hidden_from.is_some_and(|from| from > self.list.len()) {
            self.hidden_from = None;
        }
        step
    }

    /// The path, without the keys that must not be shown.
    pub(super) fn path(&self) -> Path {
        let segment = |(index, step): (usize, &Step)| match step {
            Step::Member(name) => Segment::Member(name),
            Step::Index(index) => Segment::Index(*index),
            Step::Key(_) if self.hidden_from.is_some_and(|from| from <= index) => Segment::RedactedKey,
            Step::Key(key) => Segment::Key(key.clone().into()),
        };
        Path::new(self.list.iter().enumerate().map(segment).collect())
    }
}
