//! SRP (Secure Remote Password) as Cognito does it: the password never leaves the program.
//!
//! 1. `USER_SRP_AUTH` sends `SRP_A`, which is `A = g^a mod N` for a random `a`.
//! 2. The challenge `PASSWORD_VERIFIER` brings `SRP_B`, `SALT`, `SECRET_BLOCK` and `USER_ID_FOR_SRP`.
//! 3. Both sides reach one secret `S`. The first 16 bytes of its HKDF-SHA256, with the information `Caldera Derived Key`,
//!    are the key of an HMAC-SHA256 over pool, user, secret block and time: `PASSWORD_CLAIM_SIGNATURE`.
//!
//! `H` is SHA-256 over the bytes of numbers, big-endian, with a zero before a first byte above `7f`:
//! `k = H(N, g)`, `u = H(A, B)`, `x = H(salt, H(pool user ":" password))`, where `pool` is what stands behind the `_` in
//! the id of the user pool, and `S = (B - k g^x)^(a + u x) mod N`.

use hmac::{Hmac, KeyInit, Mac};
use num_bigint::{BigInt, Sign};
use sha2::{Digest, Sha256};

/// `N`: the group of 3072 bits of RFC 3526, in hexadecimal digits.
const PRIME: &str = "\
    FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD\
    EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED\
    EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F\
    83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B\
    E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510\
    15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7\
    ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C\
    BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF";

/// What was sent and received, and who signs in.
pub struct Exchange<'a> {
    /// The id of the user pool.
    pub pool: &'a str,
    /// `USER_ID_FOR_SRP`.
    pub user: &'a str,
    /// `A`.
    pub a: BigInt,
    /// `B`.
    pub b: BigInt,
}

/// A number from hexadecimal digits, as `SRP_A`, `SRP_B` and `SALT` have them.
pub fn number(digits: &str) -> Option<BigInt> {
    BigInt::parse_bytes(digits.as_bytes(), 16)
}

/// `N`.
pub fn prime() -> BigInt {
    number(PRIME).expect("the digits are hexadecimal")
}

/// `g^exponent mod N`: `A` for the client's random `a`, of 128 bytes.
pub fn public(exponent: &BigInt) -> BigInt {
    BigInt::from(2).modpow(exponent, &prime())
}

/// `k`.
pub fn multiplier() -> BigInt {
    hash(&[&prime(), &BigInt::from(2)])
}

impl Exchange<'_> {
    /// `x`: what stands for the password.
    pub fn password(&self, salt: &BigInt, password: &str) -> BigInt {
        let identity = format!("{}{}:{password}", self.pool_name(), self.user);
        let inner = Sha256::digest(identity.as_bytes());
        let whole = [salt.to_signed_bytes_be(), inner.to_vec()].concat();
        BigInt::from_bytes_be(Sign::Plus, &Sha256::digest(whole))
    }

    /// `u`.
    pub fn scrambler(&self) -> BigInt {
        hash(&[&self.a, &self.b])
    }

    /// The bytes of `PASSWORD_CLAIM_SIGNATURE` for a secret, the bytes of the secret block and a time.
    pub fn signature(&self, secret: &BigInt, block: &[u8], time: &str) -> Vec<u8> {
        let extracted = hmac(&self.scrambler().to_signed_bytes_be(), &[&secret.to_signed_bytes_be()]);
        let key = &hmac(&extracted, &[b"Caldera Derived Key", &[1]])[..16];
        hmac(key, &[self.pool_name().as_bytes(), self.user.as_bytes(), block, time.as_bytes()])
    }

    fn pool_name(&self) -> &str {
        self.pool.split_once('_').map_or(self.pool, |(_, name)| name)
    }
}

fn hash(numbers: &[&BigInt]) -> BigInt {
    let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_signed_bytes_be()).collect();
    BigInt::from_bytes_be(Sign::Plus, &Sha256::digest(bytes))
}

/// HMAC-SHA256 over some texts, one after the other.
pub fn hmac(key: &[u8], texts: &[&[u8]]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key may have any length");
    texts.iter().for_each(|text| mac.update(text));
    mac.finalize().into_bytes().to_vec()
}
