//! The subcommand `import`.

use std::io::{ErrorKind, Write};

use smithygen::diagnostics::{Diagnostic, Diagnostics, Sources};
use smithygen::disk;
use smithygen::import::{self, ImportOptions};

use super::args::Import;
use super::project::shown;
use super::{Outcome, generate, output};

/// Imports and writes, or prints.
pub(crate) fn run(args: &Import) -> Outcome {
    let mut errors = Diagnostics::default();
    let mut sources = Sources::default();
    let options = ImportOptions {
        with_documentation: args.with_documentation,
        namespace: args.namespace.clone(),
        service: args.service.clone(),
    };
    let text = import::import_file(&mut errors, &mut sources, &args.source, &options);
    let done = match text.filter(|_| !errors.is_fatal()) {
        Some(text) => place(&mut errors, args, &text),
        None => false,
    };
    output::faults(&errors.sorted(), &sources, false);
    if done { Outcome::Fine } else { Outcome::Failed }
}

fn place(errors: &mut Diagnostics, args: &Import, text: &str) -> bool {
    let Some(path) = &args.output else {
        return print(errors, text);
    };
    if path.is_file() && std::fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        output::note(&format!("{} is up to date", shown(path)));
        return true;
    }
    match disk::write_file(path, text) {
        Ok(()) => output::note(&format!("wrote {}", shown(path))),
        Err(error) => errors.push(generate::fault(&error)),
    }
    !errors.is_fatal()
}

/// Prints a text whole; a reader that went away has seen enough.
pub(super) fn print(errors: &mut Diagnostics, text: &str) -> bool {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            errors.push(Diagnostic::error(format!("cannot write to standard output: {error}")));
            false
        }
        _ => true,
    }
}
