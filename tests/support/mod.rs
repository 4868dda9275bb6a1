//! What several tests need.

use std::path::PathBuf;

/// The folder of shared data: `$SMITHY_SHARED`, or `shared` beside the repository. Tests that call this are marked
/// with `#[shared_data::test]`, so that they are ignored where it is absent.
pub fn shared() -> PathBuf {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared"));
    let folder = std::env::var_os("SMITHY_SHARED").map_or(beside, PathBuf::from);
    assert!(
        folder.is_dir(),
        "there is no shared data at {}; SMITHY_SHARED can name its folder",
        folder.display()
    );
    folder
}
