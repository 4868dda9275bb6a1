//! The report as workflow commands, which GitHub Actions shows at their lines
//! ([workflow commands](https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions)).

use super::super::validate::github::{data, property};
use super::{Level, Shown};

/// One command for each difference.
pub(super) fn commands(findings: &[Shown<'_>]) -> String {
    findings.iter().map(command).collect()
}

fn command(finding: &Shown<'_>) -> String {
    let name = match finding.level() {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    // Only files of the new model are in the working tree.
    let place =
        finding.new.map(|at| format!("file={},line={},col={},", property(at.file), at.line, at.column));
    let title = property(&finding.difference.id);
    let text = data(&format!("{}: {}", finding.difference.owner(), finding.message()));
    format!("::{name} {}title={title}::{text}\n", place.unwrap_or_default())
}
