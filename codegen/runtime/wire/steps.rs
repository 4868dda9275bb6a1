//! The way to the value that is being read: a stack, of which a path is made only when something is wrong.

use std::fmt;

use super::super::report::{Path, Segment};

/// The steps that lead to the value that is being read.
#[derive(Default)]
pub(super) struct Steps {
    depth: usize,
    /// The first steps: most values are not deeper, and their steps take no memory of their own.
    near: [Step; 8],
    /// The steps behind those.
    far: Vec<Step>,
    /// The keys of the steps to the values of maps.
    keys: Vec<String>,
    /// From which step on keys must not be shown.
    hidden_from: Option<usize>,
}

/// One step to the value that is being read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// To a member of a structure or union.
    Member(&'static str),
    /// To an element of a list.
    Index(usize),
    /// To the value of a map's key, which has this place among the keys.
    Key(usize),
}

/// Keys stay unseen: they may be secrets.
impl fmt::Debug for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Default for Step {
    fn default() -> Self {
        Self::Index(0)
    }
}

impl Steps {
    /// Goes one step in.
    pub(super) fn enter(&mut self, step: Step) {
        match self.near.get_mut(self.depth) {
            Some(place) => *place = step,
            None => self.far.push(step),
        }
        self.depth += 1;
    }

    /// Goes to the value of a map's key.
    pub(super) fn enter_key(&mut self, key: String) {
        self.enter(Step::Key(self.keys.len()));
        self.keys.push(key);
    }

    /// Hides the keys from here on, until the last step is taken back.
    pub(super) fn hide_keys(&mut self) {
        self.hidden_from.get_or_insert(self.depth);
    }

    /// Takes the last step back.
    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth >= self.near.len() {
            self.far.pop();
        }
        if self.hidden_from.is_some_and(|from| from > self.depth) {
            self.hidden_from = None;
        }
    }

    /// Takes the last step back, which is one to the value of a map's key.
    pub(super) fn leave_key(&mut self) -> Option<String> {
        self.leave();
        self.keys.pop()
    }

    /// The path, without the keys that must not be shown.
    pub(super) fn path(&self) -> Path {
        let segment = |(index, step)| match step {
            Step::Member(name) => Segment::Member(name),
            Step::Index(index) => Segment::Index(index),
            Step::Key(_) if self.hidden_from.is_some_and(|from| from <= index) => Segment::RedactedKey,
            Step::Key(place) => Segment::Key(self.keys[place].clone().into()),
        };
        Path::new(self.iter().enumerate().map(segment).collect())
    }

    fn iter(&self) -> impl Iterator<Item = Step> {
        self.near.iter().chain(&self.far).take(self.depth).copied()
    }
}
