//! Which operation a request calls, by its method and its URI.

use std::collections::BTreeSet;

use super::super::wire::Request;
use super::super::wire::http::{Route, uri};

/// The name of the operation that a request calls: of those whose patterns fit, the one that says most.
///
/// # Errors
///
/// It calls none of the service: 404, or 405 where the methods that come along would.
pub(crate) fn operation<'r>(
    routes: &'static [Route],
    request: &'r Request,
) -> Result<&'r str, (u16, String)> {
    let query = uri::query(&request.uri);
    let fits = |route: &&Route| {
        uri::labels(route.uri, request.path()).is_some() && uri::has_constants(route.uri, &query)
    };
    let fitting: Vec<&Route> = routes.iter().filter(fits).collect();
    let of_method = fitting.iter().filter(|route| route.method == request.method);
    let best = of_method.max_by_key(|route| uri::specificity(route.uri));
    best.map(|route| route.name).ok_or_else(|| {
        let methods: BTreeSet<&str> = fitting.iter().map(|route| route.method).collect();
        let status = if methods.is_empty() { 404 } else { 405 };
        (status, methods.into_iter().collect::<Vec<_>>().join(", "))
    })
}
