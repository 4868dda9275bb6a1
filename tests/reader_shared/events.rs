//! Broken files are refused where Smithy reports an error that a generator has to report too.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::{errors_in, files, read, support};

/// The events of Smithy that a code generator has to take as errors.
const OURS: [&str; 9] = [
    "Model",
    "Target",
    "TraitValue",
    "RangeTrait",
    "LengthTrait",
    "EnumTrait",
    "ShapeRecursion",
    "ShapeIdConflict",
    "Service",
];

const METADATA: &str = "validators and suppressions in metadata mean nothing to the generator";
const MIXIN: &str = "a mixin that is wrong is reported once, not again for each user";

/// Events that are not reported at their shape, by file, each with the reason.
const NOT_OURS: [(&str, &str, usize); 11] = [
    (
        "auth-trait-must-target-auth-definitions",
        "published models carry no definitions of their auth traits",
        1,
    ),
    ("cannot-elevate-to-error", METADATA, 1),
    ("custom-trait-validation", "values of custom traits mean nothing to the generator", 2),
    ("emit-each-selector-requires-selectors", METADATA, 1),
    ("invalid-list-mixins", MIXIN, 1),
    ("invalid-map-mixins", MIXIN, 3),
    ("missing-id", METADATA, 1),
    ("missing-namespace", METADATA, 1),
    ("mixins-detects-missing-transitive", MIXIN, 2),
    ("shape-recursion-union", "a cycle is reported at one of its shapes", 1),
    ("xml-name", "XML names mean nothing to the generator", 1),
];

#[shared_data::test]
fn broken_files_are_refused_and_others_are_not() {
    let folder = support::shared().join("conformance/loader/errorfiles");
    let (mut missed, mut refused) = (BTreeMap::new(), BTreeMap::new());
    let mut unread = Vec::new();
    let paths = files(&folder, "errors");
    for path in &paths {
        let models = ["json", "smithy"].map(|extension| path.with_extension(extension));
        match models.iter().find(|model| model.exists()) {
            Some(model) => judge(&mut missed, &mut refused, path, model),
            None => unread.push(path),
        }
    }
    assert_eq!(unread, Vec::<&PathBuf>::new(), "events of models that are not there");
    // A part of the files is not in every copy of the data.
    let there: BTreeSet<String> = paths.iter().map(|path| stem(path)).collect();
    let counts = missed.iter().map(|(name, all)| (name.as_str(), all.len())).collect::<BTreeMap<_, _>>();
    let known = NOT_OURS.iter().filter(|(file, ..)| there.contains(*file));
    let known = known.map(|(file, _, count)| (*file, *count)).collect();
    assert_eq!(counts, known, "{missed:#?}");
    assert!(refused.is_empty(), "files without an error are refused: {refused:#?}");
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a file has a name").to_string_lossy().into_owned()
}

/// Notes the events that Smithy reports for a file, a generator has to report too, and no error speaks of; and the
/// errors of a file that has none.
fn judge(
    missed: &mut BTreeMap<String, Vec<String>>,
    refused: &mut BTreeMap<String, Vec<String>>,
    path: &Path,
    model: &Path,
) {
    let (_, faults) = read(&[model.to_owned()]);
    let texts = errors_in(&faults);
    let text = fs::read_to_string(path).expect("the events can be read");
    let lines = text.lines().filter_map(|line| line.strip_prefix("[ERROR] ")?.rsplit_once(" | "));
    let (ours, others): (Vec<_>, Vec<_>) = lines.partition(|(_, id)| OURS.contains(id));
    if ours.is_empty() && others.is_empty() && !texts.is_empty() {
        refused.insert(stem(path), texts.iter().map(|text| (*text).to_owned()).collect());
    }
    for (message, _) in ours.iter().filter(|(message, _)| !texts.iter().any(|text| says(text, message))) {
        missed.entry(stem(path)).or_default().push((*message).to_owned());
    }
}

/// Whether a fault speaks of the shape or member that an event is about.
fn says(fault: &str, event: &str) -> bool {
    let (owner, _) = event.split_once(": ").unwrap_or(("-", ""));
    let (shape, member) = owner.split_once('$').unwrap_or((owner, ""));
    owner == "-"
        || fault.contains(&format!("[{owner}]"))
        || (fault.contains(shape) && fault.contains(&format!("`{owner}`")))
        || (!member.is_empty() && fault.contains(shape) && fault.contains(&format!("`{member}`")))
}
