//! The built command, run in a temporary folder as people run it in theirs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::SystemTime;

use tempfile::TempDir;

/// A folder that looks like a project: `Cargo.toml` and `models/shop.json`.
pub struct Project {
    folder: TempDir,
}

/// How a run ended, and what it said.
#[derive(Debug, PartialEq, Eq)]
pub struct Ended {
    /// The exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// The folder of the fixtures for the command.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/command")
}

impl Project {
    /// A project with the model of a shop that has three operations, and nothing generated yet.
    pub fn new() -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        project.put("Cargo.toml", "[workspace]\n");
        let model = fs::read_to_string(fixtures().join("shop.json")).expect("the fixture is there");
        project.put("models/shop.json", &model);
        project
    }

    /// The same, generated.
    pub fn generated() -> Self {
        let project = Self::new();
        project.run(&[]).assert_code(0);
        project
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file, with the folders that it needs.
    pub fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let place = self.path(path);
        let parent = place.parent().expect("a file stands in a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        fs::write(place, text).expect("a file can be written");
    }

    pub fn get(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.path(path).symlink_metadata().is_ok()
    }

    /// The command in this folder, free of what the surroundings say about colours and cargo.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_smithygen"));
        command.args(args).current_dir(self.folder.path()).stdin(Stdio::null());
        clear(&mut command);
        // A run that cargo started says so; what it prints then is the same on every machine.
        command.env("CARGO", "cargo").env("CARGO_MANIFEST_DIR", self.path("codegen"));
        command
    }

    /// Runs the command to its end.
    pub fn run(&self, args: &[&str]) -> Ended {
        ended(self.command(args).output().expect("the command starts"))
    }

    /// Everything in the folder by path: a file's bytes and when it was written, a folder's time alone.
    pub fn state(&self) -> BTreeMap<PathBuf, (SystemTime, Option<Vec<u8>>)> {
        let mut state = BTreeMap::new();
        visit(self.folder.path(), &mut |path| {
            let metadata = path.symlink_metadata().expect("what was listed is there");
            let bytes = metadata.is_file().then(|| fs::read(path).expect("a file can be read"));
            state.insert(path.to_owned(), (metadata.modified().expect("files have times"), bytes));
        });
        state
    }

    /// The texts below a folder, by path.
    pub fn texts(&self, folder: &str) -> BTreeMap<String, String> {
        let root = self.path(folder);
        let mut texts = BTreeMap::new();
        visit(&root, &mut |path| {
            if path.is_file() {
                let name = path.strip_prefix(&root).expect("it is below").display().to_string();
                texts.insert(
                    name,
                    String::from_utf8_lossy(&fs::read(path).expect("it can be read")).into_owned(),
                );
            }
        });
        texts
    }

    /// Everything that differs from run to run, replaced.
    pub fn settings(&self) -> insta::Settings {
        let mut settings = insta::Settings::clone_current();
        settings.add_filter(&escaped(&fixtures().display().to_string()), "FIXTURES");
        settings.add_filter(&escaped(&self.folder.path().display().to_string()), "PROJECT");
        settings.add_filter(&escaped(env!("CARGO_BIN_EXE_smithygen")), "codegen");
        settings.add_filter(r"\(\d+\.\d\d s\)", "(TIME)");
        // How many files the runtime has is not what these tests are about.
        settings.add_filter(r"\b\d\d+ files", "N files");
        settings.add_filter(r"wrote \d\d+", "wrote N");
        settings.add_filter(r"(?m)^missing   generated/src/(smithy|wire)/.*\n", "");
        settings.add_filter(r#""seconds": [0-9.e-]+"#, r#""seconds": TIME"#);
        settings.set_omit_expression(true);
        settings
    }
}

/// Without the variables that change what the command says.
pub fn clear(command: &mut Command) {
    for name in ["CARGO", "CARGO_MANIFEST_DIR", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI"] {
        command.env_remove(name);
    }
}

/// An output as text.
pub fn ended(output: Output) -> Ended {
    Ended {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("output is UTF-8"),
    }
}

impl Ended {
    /// Fails with all that was said when the exit code is another.
    #[track_caller]
    pub fn assert_code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n{}", self.out, self.err);
        self
    }

    /// All that was said, for a snapshot.
    pub fn text(&self) -> String {
        let code = self.code.map_or("signal".to_owned(), |code| code.to_string());
        format!("exit code {code}\n-- output --\n{}-- error --\n{}", self.out, self.err)
    }
}

fn visit(folder: &Path, look: &mut impl FnMut(&Path)) {
    look(folder);
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() && !path.is_symlink() {
            visit(&path, look);
        } else {
            look(&path);
        }
    }
}

/// A text as a pattern that matches it alone.
fn escaped(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() { c.to_string() } else { format!("\\{c}") }).collect()
}
