//! The client's side of SRP: the random number behind `SRP_A`, and the proof that the user knows the password.

use std::time::SystemTime;

use aws_smithy_types::base64;
use aws_smithy_types::date_time::{DateTime, Format};
use num_bigint::{BigInt, Sign};

use crate::{Challenge, Result, srp};

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

/// The answer to `PASSWORD_VERIFIER` of the client that made `SRP_A` from `random`.
///
/// # Errors
///
/// The challenge lacks a parameter, has one that is no number, or one that would give the password away.
pub fn proof(
    due: &Challenge,
    pool: &str,
    password: &str,
    random: &BigInt,
) -> Result<[(&'static str, String); 3]> {
    let number = |key| -> Result<BigInt> {
        Ok(srp::number(due.parameter(key)?).ok_or("the challenge has no hexadecimal digits")?)
    };
    let user = due.parameter("USER_ID_FOR_SRP")?;
    let block = due.parameter("SECRET_BLOCK")?;
    let exchange = srp::Exchange { pool, user, a: srp::public(random), b: number("SRP_B")? };
    let secret = secret(&exchange, random, &number("SALT")?, password).ok_or("the challenge is unsafe")?;
    let time = timestamp(SystemTime::now())?;
    let signature = exchange.signature(&secret, &base64::decode(block)?, &time);
    Ok([
        ("PASSWORD_CLAIM_SIGNATURE", base64::encode(signature)),
        ("PASSWORD_CLAIM_SECRET_BLOCK", block.to_owned()),
        ("TIMESTAMP", time),
    ])
}

/// The secret `S`; none where `B` is chosen so that the server would know it beforehand.
fn secret(exchange: &srp::Exchange<'_>, random: &BigInt, salt: &BigInt, password: &str) -> Option<BigInt> {
    let (n, u, x) = (srp::prime(), exchange.scrambler(), exchange.password(salt, password));
    let base = &exchange.b - srp::multiplier() * srp::public(&x);
    let is_safe = &exchange.b % &n != BigInt::ZERO && u != BigInt::ZERO;
    is_safe.then(|| base.modpow(&(random + u * x), &n))
}

/// A time as `TIMESTAMP` has it, such as `Thu Jan 1 00:00:00 UTC 1970`.
fn timestamp(time: SystemTime) -> Result<String> {
    let date = DateTime::from(time).fmt(Format::HttpDate)?;
    // `Thu, 01 Jan 1970 00:00:00.123 GMT`
    let parts: Vec<&str> = date.split([' ', ',', '.']).filter(|part| !part.is_empty()).collect();
    let [weekday, day, month, year, time, ..] = parts[..] else { return Err("no date".into()) };
    Ok(format!("{weekday} {month} {} {time} UTC {year}", day.trim_start_matches('0')))
}
