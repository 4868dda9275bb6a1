//! Forms (`application/x-www-form-urlencoded`): names and values of parameters.

mod big;
mod blob;
mod scalar;
mod timestamp;
mod writer;

pub(crate) use self::writer::FormWriter;
