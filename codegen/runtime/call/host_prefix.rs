//! What stands before the host of an endpoint.

use super::context::RequestError;

/// What stands before the host of the endpoint: texts, each with the member that it is the value of, if it is one.
#[doc(hidden)]
pub fn host_prefix(parts: &[(Option<&'static str>, &str)]) -> Result<String, RequestError> {
    let is_label = |text: &str| {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !text.is_empty() && text.len() <= 63 && text.chars().all(fits)
    };
    match parts.iter().find_map(|(member, text)| member.filter(|_| !is_label(text))) {
        Some(member) => Err(RequestError::HostLabel { member }),
        None => Ok(parts.iter().map(|(_, text)| *text).collect()),
    }
}
