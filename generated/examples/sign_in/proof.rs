//! The client's side of SRP: the random number behind `SRP_A`, and the proof that the user knows the password.

use std::time::SystemTime;

use cognito_identity_provider::answers::challenge_responses::TIMESTAMP_FORM;
use cognito_identity_provider::answers::{challenge_answer, challenge_due};
use cognito_identity_provider::smithy::Blob;
use num_bigint::{BigInt, Sign};

use crate::srp;

/// The client's random number.
///
/// # Errors
///
/// The system has no randomness.
pub fn random() -> Result<BigInt, getrandom::Error> {
    let mut bytes = [0; 128];
    getrandom::fill(&mut bytes)?;
    Ok(BigInt::from_bytes_be(Sign::Plus, &bytes))
}

/// The answer to `PASSWORD_VERIFIER` of the client that made `SRP_A` from `random`, at a time.
///
/// # Errors
///
/// The challenge has a parameter that is no number, or one that would give the password away.
pub fn proof(
    due: &challenge_due::PasswordVerifier<'_>,
    pool: &str,
    password: &str,
    (random, time): (&BigInt, SystemTime),
) -> Result<challenge_answer::PasswordVerifier, &'static str> {
    let number = |digits| srp::number(digits).ok_or("the challenge has no hexadecimal digits");
    let (user, block) = (due.user_id_for_srp, due.secret_block);
    let exchange = srp::Exchange { pool, user, a: srp::public(random), b: number(due.srp_b)? };
    let secret = secret(&exchange, random, &number(due.salt)?, password).ok_or("the challenge is unsafe")?;
    let bytes = Blob::from_base64(block).map_err(|_| "the secret block is not in base64")?;
    let time = TIMESTAMP_FORM.format(time.into());
    let signature = Blob::new(exchange.signature(&secret, bytes.as_ref(), &time)).to_base64();
    Ok(challenge_answer::PasswordVerifier::new(user, signature, block, time))
}

/// The secret `S`; none where `B` is chosen so that the server would know it beforehand.
fn secret(exchange: &srp::Exchange<'_>, random: &BigInt, salt: &BigInt, password: &str) -> Option<BigInt> {
    let (n, u, x) = (srp::prime(), exchange.scrambler(), exchange.password(salt, password));
    let base = &exchange.b - srp::multiplier() * srp::public(&x);
    let is_safe = &exchange.b % &n != BigInt::ZERO && u != BigInt::ZERO;
    is_safe.then(|| base.modpow(&(random + u * x), &n))
}
