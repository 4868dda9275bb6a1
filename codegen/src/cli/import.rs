//! The subcommand `import`.

use crate::diagnostics::{Diagnostics, Sources};
use crate::disk;
use crate::import::{self, ImportOptions};

use super::args::ImportArgs;
use super::project::display_path;
use super::{Outcome, generate, output};

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
        Some(text) => write(&mut errors, args, &text),
        None => false,
    };
    output::diagnostics(&errors.sorted(), &sources, false);
    if is_done { Outcome::Fine } else { Outcome::Failed }
}

fn write(errors: &mut Diagnostics, args: &ImportArgs, text: &str) -> bool {
    let Some(path) = &args.output else {
        return output::print(errors, text);
    };
    if path.is_file() && std::fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        output::note(&format!("{} is up to date", display_path(path)));
        return true;
    }
    match disk::write_file(path, text) {
        Ok(()) => output::note(&format!("wrote {}", display_path(path))),
        Err(error) => errors.push(generate::disk_diagnostic(&error)),
    }
    !errors.is_fatal()
}
