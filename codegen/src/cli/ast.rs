//! The subcommand `ast`.

use crate::diagnostics::{Diagnostics, Sources};
use crate::load;

use super::args::models::AstArgs;
use super::{Outcome, output, project};

/// Writes the assembled model as JSON AST.
pub(crate) fn run(args: &AstArgs) -> Outcome {
    let mut errors = Diagnostics::default();
    let mut sources = Sources::default();
    let text = text(&mut errors, &mut sources, args);
    let is_done = text.is_some_and(|text| output::write_or_print(&mut errors, args.output.as_deref(), &text));
    output::diagnostics(&errors.sorted(), &sources, false);
    if is_done { Outcome::Fine } else { Outcome::Failed }
}

fn text(errors: &mut Diagnostics, sources: &mut Sources, args: &AstArgs) -> Option<String> {
    let inputs = project::model(errors, &args.model)?;
    *sources = load::read(errors, &inputs);
    if errors.is_fatal() {
        return None;
    }
    match crate::ast(sources) {
        Ok((document, warnings)) => {
            errors.extend(warnings);
            Some(format!("{document}\n"))
        }
        Err(diagnostics) => {
            errors.extend(diagnostics);
            None
        }
    }
}
