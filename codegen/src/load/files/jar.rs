//! JARs with models: a manifest names the files
//! ([Smithy 2.0, packaging models](https://smithy.io/2.0/guides/building-models/)).

use super::zip::{Archive, Problem};
use super::{MAX_FILE_BYTES, Texts, utf8};
use crate::diagnostics::{Diagnostic, Diagnostics, Origin};

/// The folder of the models in a JAR.
const FOLDER: &str = "META-INF/smithy/";

/// Adds the models of a JAR; one that was found in a folder and has none is passed over.
pub(super) fn add(errors: &mut Diagnostics, texts: &mut Texts, origin: &Origin, name: &str, bytes: &[u8]) {
    let archive = match Archive::open(bytes) {
        Ok(archive) => archive,
        Err(problem) => return errors.push(unreadable(name, problem)),
    };
    let manifest = match archive.file(&format!("{FOLDER}manifest"), MAX_FILE_BYTES) {
        Some(Ok(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        Some(Err(problem)) => return errors.push(unreadable(name, problem)),
        None if *origin == Origin::Named => {
            let message = format!("`{name}` contains no model: it has no `{FOLDER}manifest`");
            return errors.push(Diagnostic::error(message));
        }
        None => return,
    };
    // What is left for all files together, so that a small archive cannot fill the memory.
    let mut left = MAX_FILE_BYTES;
    for line in manifest.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let path = format!("{FOLDER}{line}");
        let inner = format!("{name}!/{path}");
        let Some(unpacked) = archive.file(&path, left) else {
            let message = format!("`{name}` has no `{path}`, which its manifest names");
            errors.push(Diagnostic::error(message));
            continue;
        };
        match unpacked.map_err(|problem| unreadable(&inner, problem)) {
            Ok(bytes) => {
                left = left.saturating_sub(bytes.len() as u64);
                match utf8(bytes, &inner) {
                    Ok(text) => drop(texts.insert(inner, (Origin::Folder(name.to_owned()), text))),
                    Err(diagnostic) => errors.push(*diagnostic),
                }
            }
            Err(diagnostic) => errors.push(diagnostic),
        }
    }
}

fn unreadable(name: &str, problem: Problem) -> Diagnostic {
    Diagnostic::error(format!("`{name}` cannot be read: {problem}"))
}
