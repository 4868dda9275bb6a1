//! Idempotency tokens from the randomness of the system.

use std::hash::{BuildHasher, Hasher, RandomState};

use super::call::Context;

impl Context {
    /// Takes idempotency tokens from the randomness of the system: each is a UUID of version 4.
    pub fn random_tokens(self) -> Self {
        self.idempotency_tokens(token)
    }
}

/// A new token.
pub(crate) fn token() -> String {
    let mut bytes = [0; 16];
    if getrandom::fill(&mut bytes).is_err() {
        // Tokens need only be new: without the system's randomness those keys do that maps of std have.
        bytes.chunks_mut(8).for_each(|half| {
            half.copy_from_slice(&RandomState::new().build_hasher().finish().to_ne_bytes());
        });
    }
    let random = u128::from_ne_bytes(bytes) & !(0xf << 76) & !(0b11 << 62);
    let digits = format!("{:032x}", random | (4 << 76) | (0b10 << 62));
    let fields = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    fields.join("-")
}
