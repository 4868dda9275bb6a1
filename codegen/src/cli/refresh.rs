//! The subcommand `refresh`: a newer description in, its model and crate, and a report on what that changes.

mod report;
mod source;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostics::{Diagnostic, Diagnostics, Sources};
use crate::disk::{self, DiskError, Drift};
use crate::import::{self, ImportOptions};
use crate::json;
use crate::load;
use crate::options::{Generated, Options, Stale};
use crate::report::diff::ModelChange;
use crate::report::doc_drift::{self, DocDrift};
use crate::report::lint::{Finding, LintKind};

use self::source::Imported;
use super::args::ReportFormat;
use super::args::krate::CrateArgs;
use super::args::refresh::RefreshArgs;
use super::generate::{disk_diagnostic, files_to_write};
use super::project::{self, RunPaths};
use super::{Outcome, output};

/// CheckedTexts, and what is wrong with them.
#[derive(Default)]
struct CheckedTexts {
    faults: Diagnostics,
    sources: Sources,
}

/// Everything that a refresh reads.
#[derive(Default)]
struct Inputs {
    imported: CheckedTexts,
    old: CheckedTexts,
    new: CheckedTexts,
}

/// The file that holds the facts of the model.
struct FactsFile {
    path: PathBuf,
    /// Its number among the sources.
    number: u32,
    /// The service that it defines.
    service: String,
}

/// What a refresh changes, and what it leaves to people.
struct Refresh {
    facts: FactsFile,
    are_facts_new: bool,
    changes: Vec<ModelChange>,
    /// Texts and rules for another version of the model.
    stale: Vec<Diagnostic>,
    findings: Vec<Finding>,
    /// What the documentation says and the rules do not, if there are rules and documentation.
    rules: Option<DocDrift>,
    paths: RunPaths,
    files: BTreeMap<String, String>,
    drift: Drift,
}

impl Refresh {
    fn is_work_left(&self) -> bool {
        let are_rules_behind = self.rules.as_ref().is_some_and(|rules| !rules.new.is_empty());
        !self.stale.is_empty() || !self.findings.is_empty() || are_rules_behind
    }

    fn is_up_to_date(&self) -> bool {
        !self.are_facts_new && self.drift.is_empty()
    }
}

/// How much of what is wanted was written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    /// All that differs.
    All,
    /// Some files, of which each is whole.
    Part,
    /// Nothing.
    Nothing,
}

/// Refreshes and reports.
pub(crate) fn run(args: &RefreshArgs) -> Outcome {
    let mut inputs = Inputs::default();
    let planned = plan(&mut inputs, args);
    let written = planned.as_ref().map(|planned| apply(&mut inputs, args, planned));
    let refresh = planned.filter(|_| written == Some(Written::All));
    let outcome = match &refresh {
        None => Outcome::Failed,
        Some(refresh) if refresh.is_work_left() => Outcome::Drift,
        Some(refresh) if args.check && !refresh.is_up_to_date() => Outcome::Drift,
        Some(_) => Outcome::Fine,
    };
    let text = match args.format {
        ReportFormat::Json => report::json(refresh.as_ref(), &inputs, outcome),
        ReportFormat::Text => {
            refresh.map(|refresh| report::text(&refresh, &inputs, args.check)).unwrap_or_default()
        }
    };
    let is_printed = output::print(&mut inputs.new.faults, &text);
    if args.format == ReportFormat::Text || !is_printed {
        for CheckedTexts { faults, sources } in [inputs.imported, inputs.old, inputs.new] {
            let faults = faults.sorted();
            output::diagnostics(&faults, &sources, matches!(written, Some(Written::All | Written::Part)));
            output::stale_help(&faults);
        }
    }
    if is_printed { outcome } else { Outcome::Failed }
}

/// Writes the report, the facts and the crate, as far as they are wanted and differ.
fn apply(inputs: &mut Inputs, args: &RefreshArgs, planned: &Refresh) -> Written {
    let report = args.report.as_deref().map(|path| (path, std::fs::read_to_string(path).ok()));
    // The report comes first, since it can be taken back.
    if let Some((path, _)) = &report {
        let text = report::markdown(planned, inputs);
        if !output::write_or_print(&mut inputs.new.faults, Some(path), &text) {
            return Written::Nothing;
        }
    }
    if args.check || planned.is_up_to_date() {
        return Written::All;
    }
    let written = write(&mut inputs.new, planned);
    if let (Written::Nothing, Some((path, old))) = (written, report)
        && !output::is_stdout(path)
    {
        take_back(path, old);
    }
    written
}

/// Puts back what a report was before; that nothing else was written is reported already.
fn take_back(report: &Path, old: Option<String>) {
    let _ = match old {
        Some(text) => disk::write_file(report, &text).is_ok(),
        None => std::fs::remove_file(report).is_ok(),
    };
}

/// Everything but writing.
fn plan(inputs: &mut Inputs, args: &RefreshArgs) -> Option<Refresh> {
    let Inputs { imported, old, new } = inputs;
    let paths = project::run_paths(&mut old.faults, &args.krate)?;
    old.sources = load::read(&mut old.faults, &paths.inputs);
    let facts = facts_file(&mut old.faults, &old.sources, &args.krate)?;
    let (namespace, name) = facts.service.split_once('#')?;
    let options = ImportOptions {
        namespace: Some(namespace.to_owned()),
        service: Some(name.to_owned()),
        // A file that was imported with documentation keeps having it.
        with_documentation: import::has_documentation(&old.sources.get(facts.number).text),
    };
    let Imported { facts: text, documented } =
        source::read(&mut imported.faults, &mut imported.sources, &args.source, &options)?;
    let same = import::same_service(&facts.service, &old.sources.get(facts.number).text, &text);
    same.map_err(|message| imported.faults.push(Diagnostic::error(message))).ok()?;
    new.sources = replaced(&old.sources, facts.number, &text);
    let options = args.krate.options();
    let Generated { files, warnings, .. } =
        crate::generate(&new.sources, &options).map_err(|faults| new.faults.extend(faults)).ok()?;
    let (stale, warnings): (Vec<_>, Vec<_>) = warnings.into_iter().partition(|warning| warning.stale);
    new.faults.extend(warnings);
    let files = files_to_write(&args.krate, &paths, files);
    Some(Refresh {
        are_facts_new: old.sources.get(facts.number).text != text,
        facts,
        changes: changes(old, new)?,
        stale,
        findings: findings(new, &options)?,
        rules: rules(&new.sources, documented),
        drift: drift(&mut new.faults, &paths, &files)?,
        paths,
        files,
    })
}

/// The JSON file of the model that defines the service.
fn facts_file(errors: &mut Diagnostics, sources: &Sources, args: &CrateArgs) -> Option<FactsFile> {
    let documents = load::documents(errors, sources);
    if errors.is_fatal() {
        return None;
    }
    let is_service = |value: &json::Value| value.get("type").and_then(json::Value::as_str) == Some("service");
    let services = documents.iter().flat_map(|document| {
        let services = document.shapes.iter().filter(|entry| is_service(&entry.value));
        services.map(|entry| (document.file, entry.key.clone()))
    });
    let is_named = |id: &str| {
        let named = args.service.as_deref();
        named.is_none_or(|named| named == id || id.split_once('#').is_some_and(|(_, name)| name == named))
    };
    let services: Vec<(u32, String)> = services.filter(|(_, id)| is_named(id)).collect();
    let error = match services.as_slice() {
        [(number, service)] => {
            let path = PathBuf::from(&sources.get(*number).name);
            if path.is_file() && path.extension().is_some_and(|end| end == "json") {
                return Some(FactsFile { path, number: *number, service: service.clone() });
            }
            Diagnostic::error(format!(
                "`{}`, which defines `{service}`, is no file of JSON AST",
                path.display()
            ))
            .help("`refresh` replaces such a file; `smithygen import` writes one")
        }
        [] => Diagnostic::error("no file of the model defines the service")
            .help("write the first one with `smithygen import SOURCE -o models/NAME.json`"),
        [_, _, ..] => {
            Diagnostic::error("the model defines several services").help("choose one with `--service`")
        }
    };
    errors.push(error);
    None
}

/// The texts with another one in the place of one of them.
fn replaced(sources: &Sources, number: u32, text: &str) -> Sources {
    let mut new = Sources::default();
    for (other, source) in sources.iter() {
        let text = if other == number { text } else { &source.text };
        new.add_from(source.origin.clone(), source.name.clone(), text.to_owned());
    }
    new
}

fn changes(old: &mut CheckedTexts, new: &mut CheckedTexts) -> Option<Vec<ModelChange>> {
    let fatal = |faults: Vec<Diagnostic>| faults.into_iter().filter(Diagnostic::is_fatal);
    crate::diff(&old.sources, &new.sources, None)
        .map_err(|[of_old, of_new]| {
            old.faults.extend(fatal(of_old));
            new.faults.extend(fatal(of_new));
        })
        .ok()
}

/// What `lint` finds, but for statements about something that is gone, which generating names too.
fn findings(new: &mut CheckedTexts, options: &Options) -> Option<Vec<Finding>> {
    let mut found = crate::lint(&new.sources, options).map_err(|faults| new.faults.extend(faults)).ok()?;
    found.retain(|finding| finding.kind != LintKind::Gone);
    Some(found)
}

/// How the rules differ from what the description says, unless one of them says nothing.
fn rules(sources: &Sources, documented: String) -> Option<DocDrift> {
    if !import::has_documentation(&documented) {
        return None;
    }
    let rules = doc_drift::read_rules(sources, Stale::Warn).ok()?;
    let mut documentation = Sources::default();
    documentation.add("documentation".to_owned(), documented);
    doc_drift::compare(&rules, &documentation).ok()
}

/// What is to be written to the folder of the crate, unless something is in the way.
fn drift(errors: &mut Diagnostics, paths: &RunPaths, files: &BTreeMap<String, String>) -> Option<Drift> {
    let refused = |faults: &[DiskError]| faults.iter().map(disk_diagnostic).collect::<Vec<_>>();
    match disk::check(&paths.output, files) {
        Ok(drift) if drift.obstacles.is_empty() => return Some(drift),
        Ok(drift) => errors.extend(refused(&drift.obstacles)),
        Err(faults) => errors.extend(refused(&faults)),
    }
    None
}

/// Writes the facts and the crate. If no file of the crate could be written, the old facts are put back.
fn write(new: &mut CheckedTexts, refresh: &Refresh) -> Written {
    let Refresh { facts, paths, files, .. } = refresh;
    let old = std::fs::read_to_string(&facts.path);
    let text = &new.sources.get(facts.number).text;
    if let Err(error) = disk::write_file(&facts.path, text) {
        new.faults.push(disk_diagnostic(&error));
        return Written::Nothing;
    }
    let waiting = || output::note("another run is writing to the same folder; waiting for it to end");
    let Err(failures) = disk::write(&paths.output, files, waiting) else { return Written::All };
    new.faults.extend(failures.iter().map(disk_diagnostic));
    let (false, Ok(old)) = (failures.iter().any(DiskError::is_partly_written), old) else {
        return Written::Part;
    };
    match disk::write_file(&facts.path, &old) {
        Ok(()) => Written::Nothing,
        Err(error) => {
            new.faults.push(disk_diagnostic(&error));
            Written::Part
        }
    }
}
