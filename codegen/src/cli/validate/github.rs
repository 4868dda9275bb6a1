//! Diagnostics as workflow commands, which GitHub Actions shows at their lines
//! ([workflow commands](https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions)).

use crate::diagnostics::{Diagnostic, Severity, Sources};

use super::message;

/// One command for each diagnostic.
pub(super) fn commands(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    diagnostics.iter().map(|diagnostic| command(diagnostic, sources)).collect()
}

fn command(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let name = match diagnostic.severity {
        Severity::Suppressed | Severity::Note => "notice",
        Severity::Warning => "warning",
        Severity::Danger | Severity::Error => "error",
    };
    let mut properties = Vec::new();
    if let Some(location) = diagnostic.span.map(|span| sources.locate(span)) {
        properties.push(format!("file={}", property(location.file)));
        properties.push(format!("line={},col={}", location.line, location.column));
    }
    properties.extend(diagnostic.event.as_ref().map(|event| format!("title={}", property(event))));
    let space = if properties.is_empty() { "" } else { " " };
    let shape = diagnostic.shape.as_ref().map(|shape| format!(" [{shape}]")).unwrap_or_default();
    let text = data(&format!("{}{shape}", message(diagnostic)));
    format!("::{name}{space}{}::{text}\n", properties.join(","))
}

/// A text that stays on its line.
pub(in crate::cli) fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text that ends no property.
pub(in crate::cli) fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
