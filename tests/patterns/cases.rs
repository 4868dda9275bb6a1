//! Features, each with strings that have a match and strings that have none.

use super::leaked::{compiled, leaked};

#[test]
fn first() {
    for (pattern, right, wrong) in [("^[a-z]+$", &["a", "abc"][..], &["", "A", "aB"][..])] {
        let checked = leaked(pattern, &compiled(pattern).check);
        right.iter().for_each(|text| assert!(checked.is_match(text), "{pattern} on {text}"));
        wrong.iter().for_each(|text| assert!(!checked.is_match(text), "{pattern} on {text}"));
    }
}
