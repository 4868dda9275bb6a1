//! One fixture a fault, named for what it shows; each is shown as a user sees it.

use std::path::Path;

use smithygen::load::Input;

use crate::resolved_from_disk;

#[test]
fn every_fault_as_it_is_shown() {
    insta::glob!("faults/*", |path| {
        let name = path.file_name().expect("a fixture has a name");
        let shown = shown(&Path::new("../tests/reader/faults").join(name));
        assert!(!shown.is_empty(), "{} shows no fault", path.display());
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!("fault", shown);
        });
    });
}

/// The faults of a file or folder, named as if it was given from its own folder.
fn shown(path: &Path) -> String {
    let (_, faults) = resolved_from_disk(&[Input::Path(path.to_owned())]);
    faults.replace("../tests/reader/faults/", "")
}
