//! What a run costs: wall time of each stage and of the whole, then CPU time and peak memory of whole runs.
//!
//! `cargo bench --bench stages`. With divan, because it is one small crate whose table fits a README. `lower` and
//! `emit` are private to the tool; together they are what `whole` takes beyond `documents` and `resolve`.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use cpu_time::ProcessTime;
use divan::Bencher;
use smithygen::diagnostics::{Diagnostics, Sources};
use smithygen::load::{self, Document, Input};
use smithygen::options::{Generated, Options};
use smithygen::resolve::{self, graph::Model};

/// How many runs the CPU time is the mean of.
const RUNS: u32 = 20;

fn main() {
    let models = models();
    if models.len() == 1 {
        eprintln!("skipped: the official model; SMITHY_SHARED can name the folder of shared data");
    }
    for (name, path) in &models {
        cost(name, path);
    }
    divan::main();
}

/// The committed model, with its documentation and rules, and the official one of April 2026 where it is present.
fn models() -> Vec<(&'static str, PathBuf)> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let shared = std::env::var_os("SMITHY_SHARED").map_or(root.join("../shared"), PathBuf::from);
    let official = shared.join("models/cognito-identity-provider-2016-04-18.april-2026.json");
    let mut models = vec![("committed", root.join("models"))];
    if official.is_file() {
        models.push(("official", official));
    }
    models
}

/// Prints the CPU time of a whole run, on all threads, and the peak memory of the process so far.
fn cost(name: &str, path: &Path) {
    let start = ProcessTime::now();
    for _ in 0..RUNS {
        black_box(whole(&read(path)));
    }
    let cpu = start.elapsed() / RUNS;
    let memory = peak_memory().map_or(String::new(), |kib| format!(", {} MB at its peak", kib / 1024));
    println!("{name}: {} ms of CPU a run{memory}", cpu.as_millis());
}

/// The largest resident size of this process in KiB, where the system tells it as Linux does.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

fn read(path: &Path) -> Sources {
    let mut errors = Diagnostics::default();
    let sources = load::read(&mut errors, &[Input::Path(path.to_owned())]);
    assert!(!errors.is_fatal(), "the model can be read");
    sources
}

fn documents(sources: &Sources) -> Vec<Document> {
    load::documents(&mut Diagnostics::default(), sources)
}

fn resolved(documents: &[Document]) -> Model {
    resolve::resolve(&mut Diagnostics::default(), documents)
}

fn whole(sources: &Sources) -> Generated {
    smithygen::generate(sources, &Options::default()).expect("the model has no faults")
}

fn named(name: &str) -> Sources {
    let models = models();
    let (_, path) = models.iter().find(|(known, _)| *known == name).expect("the name is one of the list");
    read(path)
}

fn names() -> impl Iterator<Item = &'static str> {
    models().into_iter().map(|(name, _)| name)
}

#[divan::bench(args = names())]
fn stage_1_documents(bencher: Bencher<'_, '_>, name: &str) {
    let sources = named(name);
    bencher.bench(|| documents(&sources));
}

#[divan::bench(args = names())]
fn stage_2_resolve(bencher: Bencher<'_, '_>, name: &str) {
    let documents = documents(&named(name));
    bencher.bench(|| resolved(&documents));
}

#[divan::bench(args = names())]
fn whole_from_text(bencher: Bencher<'_, '_>, name: &str) {
    let sources = named(name);
    bencher.bench(|| whole(&sources));
}
