//! The codec of requests.

#[path = "../../codec/form/mod.rs"]
pub(crate) mod form;
#[path = "../../codec/percent.rs"]
mod percent;
