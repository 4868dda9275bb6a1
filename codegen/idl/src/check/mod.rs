//! What the grammar allows and a file must not say: faults that one file shows by itself.

mod comments;
mod shapes;
mod tokens;
mod values;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::ast::{Data, File, KeyStatement, Spanned};
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::syntax::Tree;
use crate::version::Version;

/// What the control section says.
#[derive(Clone, Debug)]
pub(crate) struct Control {
    /// The version: 1.0 where none is named, the newest where it cannot be read.
    pub(crate) version: Version,
    /// What the names of inline inputs end with.
    pub(crate) input_suffix: String,
    /// What the names of inline outputs end with.
    pub(crate) output_suffix: String,
}

/// A check of one file.
struct Check<'t> {
    version: Version,
    namespace: Option<&'t str>,
    diagnostics: Vec<Diagnostic>,
}

/// Checks a file; gives what its control section says.
pub(crate) fn check<'t>(tree: &'t Tree<'t>, diagnostics: &mut Vec<Diagnostic>) -> Control {
    let file = File::new(tree);
    let mut check =
        Check { version: Version::V1, namespace: file.namespace(), diagnostics: std::mem::take(diagnostics) };
    tokens::check(&mut check.diagnostics, tree);
    let control = check.control(file);
    check.version = control.version;
    check.values(tree);
    check.uses(file);
    check.statements(file);
    comments::check(&mut check.diagnostics, tree);
    *diagnostics = check.diagnostics;
    control
}

impl<'t> Check<'t> {
    fn error(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(span, message).help(help));
    }

    /// An error that belongs to a shape.
    fn error_of(&mut self, name: &str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        let shape = self.namespace.map(|namespace| format!("{namespace}#{name}"));
        self.diagnostics.push(Diagnostic::error(span, message).help(help).shape(shape));
    }

    /// An error if the file's version is older than what it uses.
    fn needs(&mut self, version: Version, what: &str, span: Span) {
        if self.version < version {
            let message =
                format!("{what} need Smithy {version}, and this file is of version {}", self.version);
            self.error(span, message, format!("write `$version: \"{version}\"` at the top"));
        }
    }

    fn control(&mut self, file: File<'t>) -> Control {
        let (input_suffix, output_suffix) = ("Input".to_owned(), "Output".to_owned());
        let mut control = Control { version: Version::V1, input_suffix, output_suffix };
        let mut seen: HashSet<String> = HashSet::new();
        for statement in file.controls() {
            let (Some(key), Some(value)) = (statement.key(), statement.value()) else {
                continue;
            };
            let key = key.text().into_owned();
            if seen.contains(&key) {
                self.error(value.span(), format!("`${key}` stands here twice"), "remove one of them");
                continue;
            }
            match key.as_str() {
                // What a version that cannot be read would allow is not known, so that nothing is held against it.
                "version" => control.version = self.version(statement).unwrap_or(Version::V2_1),
                "operationInputSuffix" => replace(&mut control.input_suffix, self.string(statement)),
                "operationOutputSuffix" => replace(&mut control.output_suffix, self.string(statement)),
                _ => {
                    let message = format!("Smithy has no control statement `${key}`; it is ignored");
                    self.diagnostics.push(Diagnostic::warning("Model", value.span(), message));
                }
            }
            seen.insert(key);
        }
        control
    }

    fn version(&mut self, statement: KeyStatement<'_>) -> Option<Version> {
        let text = self.string(statement)?;
        let version = Version::parse(&text.value);
        if version.is_none() {
            // Smithy's own tools report it behind the string.
            let span = Span { start: text.span.end, end: text.span.end };
            let message = format!("Smithy has no version `{}` that can be read", text.value.escape_debug());
            self.error(span, message, "the versions `1.0`, `2.0` and `2.1` can be read");
        }
        version
    }

    /// The string of a control statement.
    fn string(&mut self, statement: KeyStatement<'_>) -> Option<Spanned<String>> {
        let value = statement.value()?;
        match value.data() {
            Data::String(text) => Some(Spanned { span: value.span(), value: text }),
            _ => {
                let key = statement.key()?.text();
                let message = format!("`${key}` must have a string, not `{}`", value.text());
                self.error(value.span(), message, "put it into double quotes");
                None
            }
        }
    }

    /// Names that `use` imports twice, or that shapes of the file have.
    fn uses(&mut self, file: File<'t>) {
        let mut imported: HashMap<&str, &str> = HashMap::new();
        for id in file.uses() {
            let Some((_, name)) = id.text().split_once('#') else { continue };
            if let Some(other) = imported.get(name) {
                let message =
                    format!("`{}` cannot be imported beside `{other}`, which has the same name", id.text());
                self.error(id.span(), message, "write one of the two with its namespace where it is used");
                continue;
            }
            imported.insert(name, id.text());
        }
        for name in file.shapes().filter_map(|shape| shape.name()) {
            if let Some(other) = imported.get(name.value) {
                let message = format!("a shape `{}` cannot stand beside the import of `{other}`", name.value);
                self.error(name.span, message, "rename the shape, or remove the `use` statement");
            }
        }
    }
}

fn replace(suffix: &mut String, value: Option<Spanned<String>>) {
    if let Some(value) = value {
        *suffix = value.value;
    }
}

/// Those items whose key an item before them has; few items are compared with each other, which allocates nothing.
fn repeated<'t, T: Copy>(items: Vec<T>, key: impl Fn(&T) -> Cow<'t, str>) -> Vec<T> {
    const FEW: usize = 8;
    if items.len() > FEW {
        let mut seen = HashSet::with_capacity(items.len());
        return items.into_iter().filter(|item| !seen.insert(key(item))).collect();
    }
    let is_repeated = |&index: &usize| items[..index].iter().any(|other| key(other) == key(&items[index]));
    (0..items.len()).filter(is_repeated).map(|index| items[index]).collect()
}
