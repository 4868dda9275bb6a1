//! The subcommand `coverage`.

use crate::diagnostics::{Diagnostics, Sources};
use crate::load;
use crate::options::Options;

use super::args::models::CoverageArgs;
use super::{Outcome, output, project};

/// Lists every constraint and rule, and where it is enforced.
pub(crate) fn run(args: &CoverageArgs) -> Outcome {
    let mut errors = Diagnostics::default();
    let mut sources = Sources::default();
    let outcome = list(&mut errors, &mut sources, args).unwrap_or(Outcome::Failed);
    let diagnostics = errors.sorted();
    output::diagnostics(&diagnostics, &sources, false);
    output::stale_help(&diagnostics);
    outcome
}

fn list(errors: &mut Diagnostics, sources: &mut Sources, args: &CoverageArgs) -> Option<Outcome> {
    let inputs = project::model(errors, &args.model)?;
    *sources = load::read(errors, &inputs);
    if errors.is_fatal() {
        return None;
    }
    let options = Options {
        service: args.service.clone(),
        protocol: args.protocol.clone(),
        stale: args.stale.into(),
        shapes: args.shapes,
        ..Options::default()
    };
    let coverage =
        crate::coverage(sources, &options).map_err(|diagnostics| errors.extend(diagnostics)).ok()?;
    let is_denied = args.deny_unchecked && !coverage.is_complete();
    let is_printed = output::print(errors, &coverage.to_string());
    is_printed.then_some(if is_denied { Outcome::Drift } else { Outcome::Fine })
}
