//! Broken files are refused where Smithy reports an error that a generator has to report too.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

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

/// Events that are not reported at their shape, by file, each with the reason.
const NOT_OURS: [(&str, &str, usize); 5] = [
    ("mixins-detects-missing-transitive", "the missing mixin is reported once, not again for each user", 2),
    (
        "auth-trait-must-target-auth-definitions",
        "published models carry no definitions of their auth traits",
        1,
    ),
    ("custom-trait-validation", "values of custom traits mean nothing to the generator", 2),
    ("emit-each-selector-requires-selectors", "validators in metadata mean nothing to the generator", 1),
    ("xml-name", "XML names mean nothing to the generator", 1),
];

/// Models in the IDL have no verdict: only JSON AST is read.
#[shared_data::test]
fn broken_files_are_refused_and_others_are_not() {
    let folder = support::shared().join("conformance/loader/errorfiles");
    let mut missed = BTreeMap::new();
    let mut unread = Vec::new();
    for path in files(&folder, "errors") {
        let name = stem(&path);
        if path.with_extension("json").exists() {
            missed.entry(name).or_insert_with(Vec::new).extend(missed_events(&path));
        } else if !path.with_extension("smithy").exists() {
            unread.push(name);
        }
    }
    assert_eq!(unread, Vec::<String>::new(), "events of models that are not there");
    missed.retain(|_, events| !events.is_empty());
    let counts: BTreeMap<&str, usize> = missed.iter().map(|(name, all)| (name.as_str(), all.len())).collect();
    // A part of the files is not in every copy of the data.
    let there: BTreeSet<String> = files(&folder, "json").iter().map(|path| stem(path)).collect();
    let known = NOT_OURS.iter().filter(|(file, ..)| there.contains(*file));
    let known = known.map(|(file, _, count)| (*file, *count)).collect();
    assert_eq!(counts, known, "{missed:#?}");
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a file has a name").to_string_lossy().into_owned()
}

/// The events that Smithy reports for a file, a generator has to report too, and no error speaks of.
fn missed_events(path: &Path) -> Vec<String> {
    let (_, faults) = read(&[path.with_extension("json")]);
    let texts = errors_in(&faults);
    let text = fs::read_to_string(path).expect("the events can be read");
    let lines = text.lines().filter_map(|line| line.strip_prefix("[ERROR] ")?.rsplit_once(" | "));
    let (ours, others): (Vec<_>, Vec<_>) = lines.partition(|(_, id)| OURS.contains(id));
    if ours.is_empty() && others.is_empty() {
        assert_eq!(texts, Vec::<&str>::new(), "{} has no error and is refused", path.display());
    }
    let missed = ours.iter().filter(|(message, _)| !texts.iter().any(|text| says(text, message)));
    missed.map(|(message, _)| (*message).to_owned()).collect()
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
