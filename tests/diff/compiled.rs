//! Code that uses everything of the crates of old models, compiled against those of new ones: many in one crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Index;
use std::path::{Path, PathBuf};

use serde_json::Value;
use smithygen::diagnostics::{Diagnostic, Sources};
use smithygen::options::{Layout, Options};

use crate::scratch::{command, put, workspace};
use crate::uses;

/// The generated module of a model, or the first fault of one that is refused.
pub fn generated(model: &Value) -> Result<String, String> {
    let mut sources = Sources::default();
    sources.add("model.json".to_owned(), model.to_string());
    let options = Options { layout: Layout::Module, ..Options::default() };
    match smithygen::generate(&sources, &options) {
        Ok(mut generated) => Ok(generated.files.remove("mod.rs").unwrap_or_default()),
        Err(faults) => {
            let fault = faults.into_iter().find(Diagnostic::is_fatal);
            Err(fault.map(|fault| fault.message).unwrap_or_default())
        }
    }
}

/// The manifest of a crate with many modules.
const MANIFEST: &str = "[package]\nname = \"edits\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[profile.dev]\ndebug = false\n";

/// What stands before each module at the root.
const BEFORE: &str = "#[rustfmt::skip]\n";

/// The modules that are of the model; all others are the runtime.
const OF_MODEL: [&str; 5] = ["builders", "checks", "operation", "root", "shapes"];

/// Splits a generated module into its runtime and what is of the model.
fn parts(text: &str) -> (String, String) {
    let is_of_model = |part: &&str| {
        let name = part.split_once("mod ").and_then(|(_, rest)| rest.split(' ').next());
        name.is_none_or(|name| OF_MODEL.contains(&name))
    };
    // What stands after the last module shows what is in `root`.
    let (modules, exports) = text.rsplit_once("}\n").unwrap_or((text, ""));
    let (model, runtime): (Vec<&str>, Vec<&str>) = modules.split(BEFORE).partition(is_of_model);
    (runtime.join(BEFORE) + "}\n", model.join(BEFORE) + exports)
}

/// The runtime of a crate, visible to modules beside it.
fn shared(runtime: &str) -> String {
    let visible = runtime.split(BEFORE).map(|part| match part.strip_prefix("mod ") {
        Some(rest) => format!("pub mod {rest}"),
        None => part.to_owned(),
    });
    visible.collect::<Vec<_>>().join(BEFORE)
}

/// A module whose runtime is the one beside it, if that is the same.
fn with_shared(new: &str, runtime: &str) -> String {
    let (own, model) = parts(new);
    if own == runtime { format!("pub use super::super::runtime::*;\n{model}") } else { new.to_owned() }
}

/// Which of some pairs of old and new modules break code, by their numbers; the pairs have one old module.
pub fn broken(folder: &str, old: &str, new: &[String]) -> BTreeSet<usize> {
    let folder = workspace(folder);
    let (runtime, _) = parts(old);
    let uses = uses::beside(old);
    let source = folder.join("src");
    put(&source.join("runtime.rs"), &shared(&runtime));
    for (number, new) in new.iter().enumerate() {
        let module = source.join(format!("e{number}"));
        put(&module.join("new.rs"), &with_shared(new, &runtime));
        put(&module.join("uses.rs"), &uses);
        put(&module.join("mod.rs"), "pub mod new;\nmod uses;\n");
    }
    let mut broken = BTreeSet::new();
    // The compiler stops at the names of one module before it looks at the types of another.
    loop {
        put_root(&folder, new.len(), &broken);
        let output = command(&folder, &["check", "--quiet", "--message-format", "short"]).output();
        let output = output.expect("cargo can be run");
        let said = String::from_utf8_lossy(&output.stderr);
        let errors: Vec<&str> = said.lines().filter(|line| line.contains(": error")).collect();
        assert!(errors.iter().all(|line| line.contains("/uses.rs:")), "{errors:#?}");
        let of = |line: &&str| line.split("src/e").nth(1)?.split('/').next()?.parse().ok();
        let found: BTreeSet<usize> = errors.iter().filter_map(of).collect();
        if found.is_empty() {
            assert!(output.status.success(), "{said}");
            return broken;
        }
        broken.extend(found);
    }
}

/// A crate with the modules that are not known to break.
fn put_root(folder: &Path, all: usize, broken: &BTreeSet<usize>) {
    let mut root = String::from("pub mod runtime;\n");
    for module in (0..all).filter(|module| !broken.contains(module)) {
        let _ = writeln!(root, "pub mod e{module};");
    }
    put(&folder.join("Cargo.toml"), MANIFEST);
    put(&folder.join("src/lib.rs"), &root);
}

/// The modules of models by the names of the models.
pub struct Modules(BTreeMap<String, String>);

impl Index<&String> for Modules {
    type Output = String;

    fn index(&self, name: &String) -> &String {
        &self.0[name]
    }
}

impl Modules {
    /// What a root says of them.
    pub fn declarations(&self) -> String {
        let modules = self.0.values().map(|module| format!("pub mod {module};\n"));
        String::from("pub mod runtime;\n") + &modules.collect::<String>()
    }
}

/// Writes a crate with a module for each model, which share a runtime where it is that of the first; its root is left
/// to the caller.
pub fn put_modules(folder: &str, models: &[(String, Value)]) -> (PathBuf, Modules) {
    let folder = workspace(folder);
    put(&folder.join("Cargo.toml"), MANIFEST);
    let (mut first, mut modules) = (None, BTreeMap::new());
    for (number, (name, model)) in models.iter().enumerate() {
        let new = generated(model).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let runtime = first.get_or_insert_with(|| parts(&new).0);
        let module = folder.join(format!("src/e{number}"));
        put(&module.join("new.rs"), &with_shared(&new, runtime));
        put(&module.join("mod.rs"), "pub mod new;\n");
        modules.insert(name.clone(), format!("e{number}"));
    }
    put(&folder.join("src/runtime.rs"), &shared(&first.unwrap_or_default()));
    (folder, Modules(modules))
}
