//! What comparing two models costs: the official models of Cognito's user pools of two years, from texts to differences.
//!
//! `SMITHY_SHARED=... cargo bench --bench diff`.

use std::fs;
use std::path::Path;

use divan::Bencher;
use smithygen::diagnostics::Sources;

fn main() {
    divan::main();
}

/// The model of a month, where the shared data is present.
fn model(month: &str) -> Option<Sources> {
    let name = format!("models/cognito-identity-provider-2016-04-18.{month}.json");
    let path = Path::new(&std::env::var_os("SMITHY_SHARED")?).join(name);
    let mut sources = Sources::default();
    sources.add(month.to_owned(), fs::read_to_string(path).ok()?);
    Some(sources)
}

#[divan::bench]
fn april_2025_to_april_2026(bencher: Bencher<'_, '_>) {
    let (Some(old), Some(new)) = (model("april-2025"), model("april-2026")) else {
        eprintln!("skipped: SMITHY_SHARED does not name the folder of shared data");
        return;
    };
    bencher.bench(|| smithygen::diff(&old, &new, None).map(|found| found.len()));
}
