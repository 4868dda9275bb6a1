//! Code that is being read, with the placeholders in it.

use std::borrow::Cow;

/// Code that is being read.
#[derive(Debug, Default)]
pub(super) struct Code {
    /// The text so far.
    pub(super) text: String,
    /// Where stressed text begins and, once it has ended, ends: in code it stands for something else.
    placeholders: Vec<(usize, Option<usize>)>,
}

impl Code {
    /// Where stressed text begins.
    pub(super) fn start_placeholder(&mut self) {
        if self.placeholders.last().is_none_or(|(_, end)| end.is_some()) {
            self.placeholders.push((self.text.len(), None));
        }
    }

    /// Where it ends.
    pub(super) fn end_placeholder(&mut self) {
        if let Some((_, end @ None)) = self.placeholders.last_mut() {
            *end = Some(self.text.len());
        }
    }

    /// The text, with each placeholder in angle brackets unless it has brackets already or is all there is.
    pub(super) fn finish(mut self) -> String {
        self.end_placeholder();
        let mut text = String::with_capacity(self.text.len() + 2 * self.placeholders.len());
        let mut done = 0;
        for (start, end) in &self.placeholders {
            let end = end.unwrap_or(self.text.len());
            text.push_str(&self.text[done..*start]);
            text.push_str(&placeholder(&self.text[..*start], &self.text[*start..end], &self.text[end..]));
            done = end;
        }
        text.push_str(&self.text[done..]);
        text
    }
}

/// A placeholder between what stands before and behind it.
fn placeholder<'t>(before: &str, name: &'t str, behind: &str) -> Cow<'t, str> {
    let bare = name.trim();
    let alone = before.trim().is_empty() && behind.trim().is_empty();
    let bracketed = bare.starts_with(['<', '{', '[', '$', '"']) || before.ends_with(['<', '{', '[']);
    if bare.is_empty() || alone || bracketed {
        return Cow::Borrowed(name);
    }
    let start = name.len() - name.trim_start().len();
    Cow::Owned(format!("{}<{bare}>{}", &name[..start], &name[start + bare.len()..]))
}
