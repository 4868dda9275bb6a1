//! Idempotency tokens from the randomness of the system.

use std::collections::BTreeSet;

use crate::runtime::random_tokens::token;
use crate::runtime::wire::{Context, Endpoint};

#[test]
fn random_tokens_are_new_uuids_of_version_4() {
    let tokens: BTreeSet<String> = (0..1000).map(|_| token()).collect();
    assert_eq!(tokens.len(), 1000);
    for token in tokens {
        let fields: Vec<&str> = token.split('-').collect();
        assert_eq!(fields.iter().map(|field| field.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12], "{token}");
        assert!(fields[2].starts_with('4') && fields[3].starts_with(['8', '9', 'a', 'b']), "{token}");
        assert!(fields.concat().bytes().all(|byte| byte.is_ascii_hexdigit()), "{token}");
    }
    let context = Context::new(Endpoint::parse("https://example.com").expect("it is a URL")).random_tokens();
    assert!(format!("{context:?}").starts_with("Context"));
}
