//! The command that writes what `--check` found missing.

use std::env;
use std::path::{Path, PathBuf};

use super::args::krate::CrateArgs;

/// The command for a POSIX shell in the current folder.
pub(crate) fn command(args: &CrateArgs) -> String {
    let (mut words, flags) = (program(), flags(args));
    if words.len() == 1 || flags.is_empty() {
        words.extend(flags);
    } else {
        words.push("--".to_owned());
        words.extend(flags);
    }
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

/// How this tool was started: by its own path, or by cargo, which then says where the package is.
fn program() -> Vec<String> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let by_cargo = env::var_os("CARGO").and(env::var_os("CARGO_MANIFEST_DIR")).map(PathBuf::from);
    match (by_cargo, env::current_dir()) {
        (Some(package), Ok(current)) => by_cargo_in(&package, &current),
        (Some(_), Err(_)) => words(&["cargo", "run"]),
        (None, _) => env::args().next().map_or_else(|| words(&[env!("CARGO_PKG_NAME")]), |path| vec![path]),
    }
}

/// `cargo run`, and what it needs where it would find another package, or none.
fn by_cargo_in(package: &Path, current: &Path) -> Vec<String> {
    let mut words = vec!["cargo".to_owned(), "run".to_owned()];
    let workspace = package.parent().unwrap_or(package);
    let own = env!("CARGO_PKG_NAME").to_owned();
    // Another package's program may call the tool; it is rarely what `cargo run` alone would start.
    let name = env::var("CARGO_PKG_NAME").unwrap_or_else(|_| own.clone());
    let nearest = current.ancestors().find(|folder| folder.join("Cargo.toml").is_file());
    if !current.starts_with(workspace) {
        words.extend(["--manifest-path".to_owned(), package.join("Cargo.toml").display().to_string()]);
    } else if name != own || nearest.is_some_and(|nearest| nearest != workspace && nearest != package) {
        words.extend(["-p".to_owned(), name]);
    }
    words
}

/// The flags that decide what is written, and where.
fn flags(args: &CrateArgs) -> Vec<String> {
    let mut words = Vec::new();
    let mut flag = |name: &str, value: &str| match value {
        "-" => words.extend([name.to_owned(), value.to_owned()]),
        value if value.starts_with('-') => words.push(format!("{name}={value}")),
        value => words.extend([name.to_owned(), value.to_owned()]),
    };
    args.model.iter().for_each(|path| flag("--model", &path.display().to_string()));
    args.output.iter().for_each(|path| flag("--output", &path.display().to_string()));
    args.service.iter().for_each(|service| flag("--service", service));
    args.closure.iter().for_each(|closure| flag("--closure", closure));
    args.protocol.iter().for_each(|protocol| flag("--protocol", protocol));
    args.crate_name.iter().for_each(|name| flag("--crate-name", name));
    if !args.operations.is_empty() {
        flag("--operations", &args.operations.join(","));
    }
    let modes = [
        ("--docs", format!("{:?}", args.docs), "Full"),
        ("--stale", format!("{:?}", args.stale), "Deny"),
        ("--layout", format!("{:?}", args.layout), "Crate"),
    ];
    for (name, value, _) in modes.iter().filter(|(_, value, default)| value != default) {
        flag(name, &value.to_lowercase());
    }
    words.extend(args.shapes.then(|| "--shapes".to_owned()));
    words
}

/// A word, quoted for a shell where needed.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./,:=@+".contains(c);
    // `#` begins a comment at the beginning of a word only, and zsh expands `=` there.
    let begins_plain = !word.starts_with(['#', '=']) && !word.is_empty();
    if begins_plain && word.chars().all(|c| is_plain(c) || c == '#') {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
