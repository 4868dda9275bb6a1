//! What is separated by commas, and breaks where it would be too long.

use std::fmt::Display;

use super::Source;

impl Source {
    /// A call `head(arguments)tail` on one line, or with an argument a line where that would be too long.
    pub(crate) fn call(&mut self, head: impl Display, arguments: &[&dyn Display], tail: &str) {
        self.sequence(format_args!("{head}("), arguments.iter(), format_args!("){tail}"));
    }

    /// What is separated by commas, from `open` to `close`: on one line, or each on its own where that would be too
    /// long.
    pub(crate) fn sequence(
        &mut self,
        open: impl Display,
        elements: impl Iterator<Item: Display> + Clone,
        close: impl Display,
    ) {
        if !self.one_line(&open, elements.clone(), &close) {
            let each = |src: &mut Self| elements.for_each(|element| src.line(format_args!("{element},")));
            self.nest(open, each, close);
        }
    }

    /// The same, but where it is too long, as many on a line as fit.
    pub(crate) fn filled(
        &mut self,
        open: impl Display,
        elements: impl Iterator<Item: Display> + Clone,
        close: impl Display,
    ) {
        if !self.one_line(&open, elements.clone(), &close) {
            self.nest(open, |src| src.fill(elements), close);
        }
    }

    /// Writes elements on one line, unless they do not fit.
    fn one_line(
        &mut self,
        open: &impl Display,
        elements: impl Iterator<Item: Display>,
        close: &impl Display,
    ) -> bool {
        let start = self.text.len();
        self.start_line();
        self.push(open);
        let first = self.text.len();
        for element in elements {
            if self.text.len() > first {
                self.text.push_str(", ");
            }
            self.push(element);
        }
        let is_empty = self.text.len() == first;
        self.push(close);
        let fits = is_empty || self.text.len() - start <= self.width;
        if fits {
            self.text.push('\n');
        } else {
            self.text.truncate(start);
        }
        fits
    }

    /// Elements with commas, as many on a line as fit.
    pub(crate) fn fill(&mut self, elements: impl Iterator<Item: Display>) {
        let mut start = self.text.len();
        for element in elements {
            let before = self.text.len();
            if before == start {
                self.start_line();
            } else {
                self.text.push(' ');
            }
            let from = self.text.len();
            self.push(format_args!("{element},"));
            if self.text.len() - start > self.width && before != start {
                let element = self.text.split_off(from);
                self.text.pop();
                self.text.push('\n');
                start = self.text.len();
                self.start_line();
                self.text.push_str(&element);
            }
        }
        if self.text.len() > start {
            self.text.push('\n');
        }
    }

    /// Whether a line fits where the next one goes.
    pub(crate) fn fits(&self, line: &str) -> bool {
        self.indent + line.len() <= self.width
    }
}
