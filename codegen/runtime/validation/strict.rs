//! Reading and checking in one go, as a server does.

use super::super::report::{Kind, Path, Report, Violations};
use super::super::wire::{self, FromWire, ReadError};
use super::check::Validate;
use super::policy::Policy;

/// Reads a request strictly and checks it, so that all that is wrong with it is reported at once: what is missing and
/// what a policy finds in the rest.
///
/// # Errors
///
/// The body is not JSON in UTF-8; a value is of a wrong kind; or there are violations that fail the policy.
pub fn from_bytes<T: FromWire + Validate>(body: &[u8], policy: &Policy<'_>) -> Result<T, ReadError> {
    checked(wire::gather(body)?, policy)
}

/// What a request carries, checked; its report says what is missing in it.
pub(super) fn checked<T: Validate>(
    (value, mut report): (T, Report),
    policy: &Policy<'_>,
) -> Result<T, ReadError> {
    let absent: Vec<Path> = report.iter().map(|violation| violation.path().clone()).collect();
    // What stands in for a missing value would break constraints that nobody broke.
    let stand_in = |path: &Path| absent.iter().any(|absent| path.starts_with(absent));
    report.append(value.check(policy), |violation| {
        // A rule may say more than that something is missing.
        stand_in(violation.path()) && (*violation.kind() != Kind::Required || violation.rule().is_none())
    });
    let result: Result<(), Violations> =
        if policy.denies_warnings() { report.finish(()) } else { report.finish_errors() };
    result?;
    Ok(value)
}
