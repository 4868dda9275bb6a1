//! Reading and writing what travels: JSON by the rules of the awsJson protocols.

pub mod json;
