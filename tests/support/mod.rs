//! What several tests need.

use std::io::Write;
use std::path::PathBuf;

/// The folder of shared data: `$SMITHY_SHARED`, or `shared` beside the repository; its absence is said aloud.
pub fn shared() -> Option<PathBuf> {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared"));
    let folder = std::env::var_os("SMITHY_SHARED").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    // Written past the test harness, which keeps the output of tests that pass to itself.
    let message = "skipped: no shared data beside the repository; SMITHY_SHARED can name its folder";
    writeln!(std::io::stderr(), "{message}").expect("standard error takes a line");
    None
}
