//! Forms (`application/x-www-form-urlencoded`): names and values of parameters.

mod writer;

pub(crate) use self::writer::{FormWriter, Place};
