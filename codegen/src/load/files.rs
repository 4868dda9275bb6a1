//! Reads from the disk and from standard input.

mod build_file;
mod jar;
mod zip;

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::diagnostics::{Diagnostic, Diagnostics, Origin, Sources, nearest};

/// The largest size of a file: 512 MiB, much more than any model has.
pub const MAX_FILE_BYTES: u64 = 512 * 1024 * 1024;

/// The greatest depth of nested folders.
const MAX_FOLDER_DEPTH: usize = 32;

/// The endings of the files that are looked for in folders.
const MODELS: [&str; 3] = ["json", "smithy", "jar"];

/// One input of the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder with all `*.json`, `*.smithy` and `*.jar` files in it and in its subfolders; a
    /// `smithy-build.json`, or a folder with one, stands for the sources and imports that this file names.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

/// A file to read.
struct FoundFile {
    path: PathBuf,
    origin: Origin,
}

/// Texts by their names, each with how it came to be read.
type Texts = BTreeMap<String, (Origin, String)>;

/// Reads all inputs, ordered by name, each file once; what cannot be read is pushed to `errors`.
pub fn read(errors: &mut Diagnostics, inputs: &[Input]) -> Sources {
    let mut texts = Texts::new();
    let mut seen = HashSet::new();
    let inputs = build_file::expand(errors, inputs);
    for found in files(errors, &inputs) {
        if !seen.insert(fs::canonicalize(&found.path).unwrap_or_else(|_| found.path.clone())) {
            continue;
        }
        let name = display_path(&found.path);
        if found.path.extension().is_some_and(|extension| extension == "jar") {
            if let Some(bytes) = file_bytes(errors, &found.path, &name) {
                jar::add(errors, &mut texts, &found.origin, &name, &bytes);
            }
        } else if let Some(text) = file_text(errors, &found.path, &name) {
            texts.insert(name, (found.origin, text));
        }
    }
    if inputs.contains(&Input::Stdin)
        && let Some(bytes) = bytes(errors, io::stdin().lock(), "<stdin>")
        && let Some(text) = text(errors, bytes, "<stdin>")
    {
        texts.insert("<stdin>".to_owned(), (Origin::Named, text));
    }
    let mut sources = Sources::default();
    for (name, (origin, text)) in texts {
        sources.add_from(origin, name, text);
    }
    sources
}

/// All files that the inputs name or contain: named ones first, so that one that is both counts as named.
fn files(errors: &mut Diagnostics, inputs: &[Input]) -> Vec<FoundFile> {
    let (mut named, mut found) = (Vec::new(), Vec::new());
    for input in inputs {
        let Input::Path(path) = input else { continue };
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => found.extend(in_folder(errors, path)),
            Ok(_) => named.push(FoundFile { path: path.clone(), origin: Origin::Named }),
            Err(error) => errors.push(cannot_open(path, &error)),
        }
    }
    for list in [&mut named, &mut found] {
        list.sort_by(|a, b| a.path.cmp(&b.path));
    }
    named.append(&mut found);
    named
}

/// A path as the caller wrote it, with `/`.
fn display_path(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

fn in_folder(errors: &mut Diagnostics, folder: &Path) -> Vec<FoundFile> {
    let name = display_path(folder);
    let errors_before = errors.count();
    let mut paths = Vec::new();
    walk(errors, &mut paths, &mut Vec::new(), folder);
    if paths.is_empty() && errors.count() == errors_before {
        errors.push(
            Diagnostic::error(format!(
                "the folder `{name}` contains no model: it has no `*.json` and no `*.smithy` file"
            ))
            .help("models are read from the `*.json` and `*.smithy` files in a folder and in its subfolders"),
        );
    }
    paths.into_iter().map(|path| FoundFile { path, origin: Origin::Folder(name.clone()) }).collect()
}

/// Collects the `*.json` and `*.smithy` files in `folder` and its subfolders; `open` are the folders that contain it.
fn walk(errors: &mut Diagnostics, paths: &mut Vec<PathBuf>, open: &mut Vec<PathBuf>, folder: &Path) {
    let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    if open.contains(&real) {
        return errors.push(
            Diagnostic::warning(format!(
                "`{}` leads back to a folder that contains it, and is not read again",
                display_path(folder)
            ))
            .help("remove the symbolic link"),
        );
    }
    if open.len() == MAX_FOLDER_DEPTH {
        let message = format!("`{}` is more than {MAX_FOLDER_DEPTH} folders deep", display_path(folder));
        return errors.push(Diagnostic::error(message).help("name the folder of the models itself"));
    }
    open.push(real);
    match entries(folder) {
        Ok(entries) => entries.iter().for_each(|path| visit(errors, paths, open, path)),
        Err(error) => errors.push(cannot_open(folder, &error)),
    }
    open.pop();
}

fn visit(errors: &mut Diagnostics, paths: &mut Vec<PathBuf>, open: &mut Vec<PathBuf>, path: &Path) {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => walk(errors, paths, open, path),
        _ if path.extension().is_none_or(|extension| !MODELS.iter().any(|model| extension == *model)) => {}
        Ok(_) => paths.push(path.to_owned()),
        Err(error) => errors.push(cannot_open(path, &error)),
    }
}

/// The contents of a folder, by name; hidden files and folders are skipped.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

fn cannot_open(path: &Path, error: &io::Error) -> Diagnostic {
    let name = display_path(path);
    match error.kind() {
        _ if path.is_symlink() => {
            Diagnostic::error(format!("`{name}` is a symbolic link that leads nowhere"))
        }
        io::ErrorKind::NotFound => match near_file(path) {
            Some(near) => {
                Diagnostic::error(format!("there is no `{name}`")).help(format!("did you mean `{near}`?"))
            }
            None => Diagnostic::error(format!("there is no `{name}`")),
        },
        io::ErrorKind::PermissionDenied => Diagnostic::error(format!("no permission to read `{name}`")),
        _ => Diagnostic::error(format!("`{name}` cannot be read: {error}")),
    }
}

/// The file in the folder of a path that does not exist whose name is most like its name.
fn near_file(path: &Path) -> Option<String> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let siblings = entries(parent.unwrap_or(Path::new("."))).ok()?;
    let names: Vec<String> =
        siblings.iter().filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
    let near = nearest(&path.file_name()?.to_string_lossy(), names.iter().map(String::as_str))?;
    Some(parent.map_or_else(|| near.to_owned(), |parent| display_path(&parent.join(near))))
}

fn file_text(errors: &mut Diagnostics, path: &Path, name: &str) -> Option<String> {
    let bytes = file_bytes(errors, path, name)?;
    text(errors, bytes, name)
}

fn file_bytes(errors: &mut Diagnostics, path: &Path, name: &str) -> Option<Vec<u8>> {
    match File::open(path) {
        // Checked before reading, so that no memory is used for a file that is too large.
        Ok(file) if file.metadata().is_ok_and(|metadata| metadata.len() > MAX_FILE_BYTES) => {
            errors.push(too_large(name));
            None
        }
        Ok(file) => bytes(errors, file, name),
        Err(error) => {
            errors.push(cannot_open(path, &error));
            None
        }
    }
}

fn too_large(name: &str) -> Diagnostic {
    let diagnostic = Diagnostic::error(format!("`{name}` is larger than {} MiB", MAX_FILE_BYTES >> 20));
    diagnostic.help("split the model into several files")
}

/// The bytes of `input`, at most [`MAX_FILE_BYTES`].
fn bytes(errors: &mut Diagnostics, input: impl Read, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let diagnostic = match input.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes) {
        Err(error) => Diagnostic::error(format!("`{name}` cannot be read: {error}")),
        Ok(_) if bytes.len() as u64 > MAX_FILE_BYTES => too_large(name),
        Ok(_) => return Some(bytes),
    };
    errors.push(diagnostic);
    None
}

fn text(errors: &mut Diagnostics, bytes: Vec<u8>, name: &str) -> Option<String> {
    utf8(bytes, name).map_err(|diagnostic| errors.push(*diagnostic)).ok()
}

/// The bytes as text, or an error that tells what else they are.
fn utf8(bytes: Vec<u8>, name: &str) -> Result<String, Box<Diagnostic>> {
    let diagnostic = match bytes.as_slice() {
        [0x1f, 0x8b, ..] => Diagnostic::error(format!("`{name}` is compressed with gzip"))
            .help("unpack it first: `gunzip FILE`"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..] => {
            Diagnostic::error(format!("`{name}` is UTF-16, not UTF-8"))
                .help("save it as UTF-8 without a byte order mark")
        }
        _ => match String::from_utf8(bytes) {
            Ok(text) => return Ok(text),
            Err(error) => invalid(name, &error),
        },
    };
    Err(Box::new(diagnostic))
}

fn invalid(name: &str, error: &std::string::FromUtf8Error) -> Diagnostic {
    let offset = error.utf8_error().valid_up_to();
    let byte = error.as_bytes().get(offset).copied().unwrap_or_default();
    Diagnostic::error(format!("`{name}` is not UTF-8: byte 0x{byte:02x} at offset {offset}"))
        .help("save it as UTF-8 without a byte order mark")
}
