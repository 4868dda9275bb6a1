//! The subcommand `import`.

use crate::diagnostics::{Diagnostics, Sources};
use crate::import::{self, ImportOptions};

use super::args::ImportArgs;
use super::{Outcome, output};

/// Imports a model, and writes or prints it.
pub(crate) fn run(args: &ImportArgs) -> Outcome {
    let mut errors = Diagnostics::default();
    let mut sources = Sources::default();
    let options = ImportOptions {
        with_documentation: args.with_documentation,
        namespace: args.namespace.clone(),
        service: args.service.clone(),
    };
    let text = import::import_file(&mut errors, &mut sources, &args.source, &options);
    let is_done = match text.filter(|_| !errors.is_fatal()) {
        Some(text) => output::write_or_print(&mut errors, args.output.as_deref(), &text),
        None => false,
    };
    output::diagnostics(&errors.sorted(), &sources, false);
    if is_done { Outcome::Fine } else { Outcome::Failed }
}
