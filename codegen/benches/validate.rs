//! One request checked: the generated crate beside the same check written by hand and beside derives.
//!
//! `cargo bench --bench validate`. The request is a valid `AdminRespondToAuthChallengeRequest` for `SMS_MFA` with a
//! session of 920 bytes and three keys; the same with two keys missing; and the constraints of the pool id, the
//! client id and the session alone, which is all that derives can say.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use cognito_identity_provider::validation::Policy;
use cognito_identity_provider::{AdminRespondToAuthChallengeRequest, ChallengeNameType};
use divan::{AllocProfiler, Bencher, black_box};
use garde::Validate as _;
use regex::Regex;
use validator::Validate as _;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    // The regexes are compiled before anything is timed.
    assert!(by_hand::constraints_with_regex(&valid()) && by_hand::constraints(&valid()));
    assert!(derived::ByValidator::from(&valid()).validate().is_ok());
    assert!(derived::ByGarde::from(&valid()).validate().is_ok());
    assert!(valid().validate_with(&Policy::new().strict()).is_ok());
    divan::main();
}

fn request(keys: &[(&str, &str)]) -> AdminRespondToAuthChallengeRequest {
    AdminRespondToAuthChallengeRequest::builder()
        .user_pool_id("us-east-1_AbCdEfGhI")
        .client_id("3fj2l1k5n6m7p8q9r0s1t2u3v4")
        .challenge_name(ChallengeNameType::SmsMfa)
        .session("S".repeat(920))
        .set_challenge_responses(Some(
            keys.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
        ))
        .build()
        .expect("nothing required is missing")
}

fn valid() -> AdminRespondToAuthChallengeRequest {
    request(&[("USERNAME", "ada"), ("SMS_MFA_CODE", "123456"), ("DEVICE_KEY", "us-east-1_0f0f")])
}

fn two_keys_missing() -> AdminRespondToAuthChallengeRequest {
    request(&[("DEVICE_KEY", "us-east-1_0f0f")])
}

/// The default check.
mod default {
    use super::*;

    #[divan::bench(sample_size = 500)]
    fn generated(bencher: Bencher) {
        let request = valid();
        bencher.bench_local(|| black_box(&request).validate());
    }

    #[divan::bench(sample_size = 500)]
    fn by_hand(bencher: Bencher) {
        let request = valid();
        bencher.bench_local(|| by_hand::keys(black_box(&request)));
    }
}

/// The default check of a request that lacks two keys.
mod two_violations {
    use super::*;

    #[divan::bench(sample_size = 500)]
    fn generated(bencher: Bencher) {
        let request = two_keys_missing();
        bencher.bench_local(|| black_box(&request).validate());
    }

    #[divan::bench(sample_size = 500)]
    fn by_hand(bencher: Bencher) {
        let request = two_keys_missing();
        bencher.bench_local(|| by_hand::keys(black_box(&request)));
    }
}

/// Constraints and keys.
mod strict {
    use super::*;

    #[divan::bench(sample_size = 500)]
    fn generated(bencher: Bencher) {
        let (request, policy) = (valid(), Policy::new().strict());
        bencher.bench_local(|| black_box(&request).validate_with(black_box(&policy)));
    }

    #[divan::bench(sample_size = 500)]
    fn by_hand(bencher: Bencher) {
        let request = valid();
        bencher.bench_local(|| {
            let keys = by_hand::keys(black_box(&request));
            let constraints = by_hand::constraints(black_box(&request));
            (keys, constraints)
        });
    }

    #[divan::bench(sample_size = 500)]
    fn by_hand_with_regex(bencher: Bencher) {
        let request = valid();
        bencher.bench_local(|| {
            let keys = by_hand::keys(black_box(&request));
            let constraints = by_hand::constraints_with_regex(black_box(&request));
            (keys, constraints)
        });
    }
}

/// Three constraints of strings, without keys.
mod constraints_alone {
    use super::*;

    #[divan::bench(sample_size = 500)]
    fn by_hand(bencher: Bencher) {
        let request = valid();
        bencher.bench_local(|| by_hand::constraints(black_box(&request)));
    }

    #[divan::bench(sample_size = 500)]
    fn by_hand_with_regex(bencher: Bencher) {
        let request = valid();
        bencher.bench_local(|| by_hand::constraints_with_regex(black_box(&request)));
    }

    #[divan::bench(sample_size = 500)]
    fn validator(bencher: Bencher) {
        let request = derived::ByValidator::from(&valid());
        bencher.bench_local(|| black_box(&request).validate());
    }

    #[divan::bench(sample_size = 500)]
    fn garde(bencher: Bencher) {
        let request = derived::ByGarde::from(&valid());
        bencher.bench_local(|| black_box(&request).validate());
    }
}

/// What one would write by hand for this one challenge.
mod by_hand {
    use super::*;

    /// The keys that are missing.
    #[inline(never)]
    pub fn keys(request: &AdminRespondToAuthChallengeRequest) -> Result<(), Vec<&'static str>> {
        static EMPTY: BTreeMap<String, String> = BTreeMap::new();
        let wanted: &[&str] = match request.challenge_name {
            ChallengeNameType::SmsMfa => &["USERNAME", "SMS_MFA_CODE"],
            ChallengeNameType::SoftwareTokenMfa => &["USERNAME", "SOFTWARE_TOKEN_MFA_CODE"],
            ChallengeNameType::EmailOtp => &["USERNAME", "EMAIL_OTP_CODE"],
            ChallengeNameType::NewPasswordRequired => &["USERNAME", "NEW_PASSWORD"],
            _ => &["USERNAME"],
        };
        let keys = request.challenge_responses.as_ref().unwrap_or(&EMPTY);
        let mut missing = Vec::new();
        missing.extend(wanted.iter().copied().filter(|key| !keys.contains_key(*key)));
        if request.session.is_none() {
            missing.push("Session");
        }
        if missing.is_empty() { Ok(()) } else { Err(missing) }
    }

    fn is_word(byte: u8) -> bool {
        byte.is_ascii_alphanumeric() || byte == b'_'
    }

    /// Lengths and patterns, with loops.
    #[inline(never)]
    pub fn constraints(request: &AdminRespondToAuthChallengeRequest) -> bool {
        let pool = request.user_pool_id.as_bytes();
        let client = request.client_id.as_bytes();
        let session = request.session.as_ref().map_or(20, |session| session.len());
        let pool_fits = (1..=55).contains(&pool.len()) && is_pool_id(pool);
        let client_fits =
            (1..=128).contains(&client.len()) && client.iter().all(|&byte| is_word(byte) || byte == b'+');
        let entries = request.challenge_responses.iter().flatten();
        let entries_fit =
            entries.into_iter().all(|(key, value)| key.len() <= 131_072 && value.len() <= 131_072);
        pool_fits && client_fits && (20..=4096).contains(&session) && entries_fit
    }

    /// `^[\w-]+_[0-9a-zA-Z]+$`.
    fn is_pool_id(id: &[u8]) -> bool {
        let Some(at) = id.iter().rposition(|&byte| byte == b'_') else { return false };
        let (region, rest) = (&id[..at], &id[at + 1..]);
        let region_fits = !region.is_empty() && region.iter().all(|&byte| is_word(byte) || byte == b'-');
        region_fits && !rest.is_empty() && rest.iter().all(u8::is_ascii_alphanumeric)
    }

    static POOL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^[\w-]+_[0-9a-zA-Z]+$").expect("it is right"));
    static CLIENT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[\w+]+$").expect("it is right"));

    /// The same with the regex crate.
    #[inline(never)]
    pub fn constraints_with_regex(request: &AdminRespondToAuthChallengeRequest) -> bool {
        let (pool, client) = (&request.user_pool_id, &request.client_id);
        let session = request.session.as_ref().map_or(20, |session| session.chars().count());
        (1..=55).contains(&pool.chars().count())
            && (1..=128).contains(&client.chars().count())
            && (20..=4096).contains(&session)
            && POOL.is_match(pool)
            && CLIENT.is_match(client)
    }
}

/// What derives say of the same constraints.
mod derived {
    use super::*;

    static POOL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^[\w-]+_[0-9a-zA-Z]+$").expect("it is right"));
    static CLIENT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[\w+]+$").expect("it is right"));

    #[derive(validator::Validate)]
    pub struct ByValidator {
        #[validate(length(min = 1, max = 55), regex(path = *POOL))]
        user_pool_id: String,
        #[validate(length(min = 1, max = 128), regex(path = *CLIENT))]
        client_id: String,
        #[validate(length(min = 20, max = 4096))]
        session: Option<String>,
    }

    impl From<&AdminRespondToAuthChallengeRequest> for ByValidator {
        fn from(request: &AdminRespondToAuthChallengeRequest) -> Self {
            Self {
                user_pool_id: request.user_pool_id.clone(),
                client_id: request.client_id.clone(),
                session: request.session.clone(),
            }
        }
    }

    #[derive(garde::Validate)]
    pub struct ByGarde {
        #[garde(length(chars, min = 1, max = 55), pattern(POOL))]
        user_pool_id: String,
        #[garde(length(chars, min = 1, max = 128), pattern(CLIENT))]
        client_id: String,
        #[garde(length(chars, min = 20, max = 4096))]
        session: Option<String>,
    }

    impl From<&AdminRespondToAuthChallengeRequest> for ByGarde {
        fn from(request: &AdminRespondToAuthChallengeRequest) -> Self {
            Self {
                user_pool_id: request.user_pool_id.clone(),
                client_id: request.client_id.clone(),
                session: request.session.clone(),
            }
        }
    }
}
