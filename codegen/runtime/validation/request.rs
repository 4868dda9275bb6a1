//! Requests, as a server reads and checks them.

use super::super::call::Operation;
use super::super::wire::{ReadError, Request};
use super::check::Validate;
use super::policy::Policy;
use super::strict::checked;

/// Reads a request for an operation strictly and checks it, so that all that is wrong with it is reported at once: what is
/// missing and what a policy finds in the rest.
///
/// # Errors
///
/// [`Operation::read_request`] says when a request cannot be read; or there are violations that fail the policy.
pub fn read_request<O: Operation<Input: Validate>>(
    request: &Request,
    policy: &Policy<'_>,
) -> Result<O::Input, ReadError> {
    checked(O::gather_request(request)?, policy)
}
