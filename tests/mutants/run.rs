//! Runs mutants on every core, and says which one went wrong.

use std::fmt;
use std::ops::Range;
use std::panic;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use smithygen::diagnostics::{Diagnostics, Sources, render};
use smithygen::options::{Docs, Layout, Options};

use crate::random::Random;
use crate::{idl, json};

/// A model to mutate.
pub struct Model {
    pub is_idl: bool,
    pub text: String,
    /// Files that it needs, by their names.
    pub beside: Vec<(String, String)>,
}

/// What is done with a mutant that is a right model.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The whole crate is made.
    Small,
    /// A crate with few operations is made, so that many fit into a minute.
    Large,
}

/// How mutants ended.
#[derive(Clone, Default)]
pub struct Tally {
    crates: u64,
    refused: u64,
    longest: Duration,
    panicked: Vec<u64>,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.crates + self.refused;
        let longest = self.longest.as_millis();
        write!(
            f,
            "{all} mutants: {} became a crate, {} were refused, the longest took {longest} ms",
            self.crates, self.refused
        )
    }
}

/// A thread that runs mutants: what it runs and since when, so that one that hangs is found.
struct Worker {
    number: AtomicU64,
    since: Mutex<Instant>,
}

/// Runs all mutants of some numbers; fails with the numbers of those that went wrong.
pub fn all(models: &[Model], kind: Kind, numbers: Range<u64>, hangs_after: Duration) -> Tally {
    let next = AtomicU64::new(numbers.start);
    let count = thread::available_parallelism().map_or(2, usize::from);
    let idle = || Worker { number: AtomicU64::new(u64::MAX), since: Mutex::new(Instant::now()) };
    let workers: Vec<Worker> = (0..count).map(|_| idle()).collect();
    thread::scope(|scope| {
        let run = |worker| {
            let (next, end) = (&next, numbers.end);
            thread::Builder::new()
                .spawn_scoped(scope, move || take(models, kind, worker, next, end))
                .expect("a thread starts")
        };
        let threads: Vec<_> = workers.iter().map(run).collect();
        while threads.iter().any(|thread| !thread.is_finished()) {
            thread::sleep(Duration::from_millis(20));
            workers.iter().for_each(|worker| watch(worker, hangs_after));
        }
        let tallies = threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| panic::resume_unwind(panic)));
        let tally = tallies.fold(Tally::default(), |sum, one| Tally {
            crates: sum.crates + one.crates,
            refused: sum.refused + one.refused,
            longest: sum.longest.max(one.longest),
            panicked: [sum.panicked, one.panicked].concat(),
        });
        assert!(tally.panicked.is_empty(), "MUTANT=number runs one of {:?}", tally.panicked);
        tally
    })
}

/// Ends the process if a mutant hangs: a thread cannot be stopped.
fn watch(worker: &Worker, hangs_after: Duration) {
    let number = worker.number.load(Ordering::Relaxed);
    let since = worker.since.lock().expect("no thread panics while it holds this").elapsed();
    if number != u64::MAX && since > hangs_after {
        eprintln!("mutant {number} takes more than {} s: run it with MUTANT={number}", hangs_after.as_secs());
        std::process::exit(1);
    }
}

fn take(models: &[Model], kind: Kind, worker: &Worker, next: &AtomicU64, end: u64) -> Tally {
    let mut tally = Tally::default();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= end {
            worker.number.store(u64::MAX, Ordering::Relaxed);
            return tally;
        }
        *worker.since.lock().expect("no thread panics while it holds this") = Instant::now();
        worker.number.store(number, Ordering::Relaxed);
        let started = Instant::now();
        match panic::catch_unwind(|| one(models, kind, number)) {
            Ok(true) => tally.crates += 1,
            Ok(false) => tally.refused += 1,
            Err(_) => {
                eprintln!("mutant {number} made the tool panic: run it with MUTANT={number}");
                tally.panicked.push(number);
            }
        }
        tally.longest = tally.longest.max(started.elapsed());
    }
}

/// Makes a mutant and runs it; whether a crate came out.
fn one(models: &[Model], kind: Kind, number: u64) -> bool {
    let mut random = Random::new(number + 1);
    // The first numbers of near seeds are alike.
    random.below(2);
    let model = &models[random.below(models.len())];
    let text = mutated(&mut random, model);
    if std::env::var_os("MUTANT").is_some() {
        println!("{text}");
    }
    let name = if model.is_idl { "mutant.smithy" } else { "mutant.json" };
    let mut sources = Sources::default();
    sources.add(name.to_owned(), text);
    for (name, text) in &model.beside {
        sources.add(name.clone(), text.clone());
    }
    let options = options(&mut random, kind);
    match smithygen::generate(&sources, &options) {
        Ok(generated) => {
            crate::hostile::assert_sound(&generated.files);
            let printed = smithygen::ast(&sources).expect("the model is right").0.to_string();
            reads_back(&printed);
            true
        }
        Err(faults) => {
            assert!(!faults.is_empty(), "an error is said");
            faults.iter().for_each(|fault| drop(render(fault, &sources, false)));
            false
        }
    }
}

fn mutated(random: &mut Random, model: &Model) -> String {
    let count = [1, 1, 1, 2, 3][random.below(5)];
    let mut text = if model.is_idl {
        idl::mutated(random, &model.text, count)
    } else {
        json::mutated(random, &model.text, count)
    };
    if random.below(12) == 0 {
        let at = random.below(text.len() + 1);
        text.truncate(text.floor_char_boundary(at));
    }
    text
}

fn options(random: &mut Random, kind: Kind) -> Options {
    let few = || vec!["A*Challenge".to_owned(), "List*s".to_owned()];
    Options {
        shapes: kind == Kind::Small && random.below(3) == 0,
        operations: if kind == Kind::Large { few() } else { Vec::new() },
        docs: [Docs::Full, Docs::Short, Docs::None][random.below(3)],
        layout: if random.below(8) == 0 { Layout::Module } else { Layout::Crate },
        ..Options::default()
    }
}

/// What is printed of a right model is a right model.
fn reads_back(printed: &str) {
    let mut sources = Sources::default();
    sources.add("printed.json".to_owned(), printed.to_owned());
    let mut faults = Diagnostics::default();
    faults.extend(smithygen::validate(&sources));
    assert!(!faults.is_fatal(), "what `ast` prints has errors: {:?}", faults.sorted());
}
