//! Readings beyond ECMA-262: each is named, and reads as the engines that allow it do.

use pattern::Reading;

use super::leaked::{compiled, leaked};

/// A pattern, the reading that it needs, strings with a match, strings without.
type Case = (&'static str, Reading, &'static [&'static str], &'static [&'static str]);

const CASES: &[Case] = &[
    (r"^\_\:\-\é$", Reading::Escape, &["_:-é"], &[r"\_\:\-\é"]),
    (r"^[\w-.]$", Reading::ClassInRange, &["a", "-", "."], &["/", ","]),
    (r"^[+-\d]$", Reading::ClassInRange, &["+", "-", "7"], &[",", "a"]),
    ("^a}]$", Reading::Bracket, &["a}]"], &["a"]),
    ("^a{,2}$", Reading::Bracket, &["a{,2}"], &["aa"]),
    (r"\Aab\z", Reading::TextAnchor, &["ab"], &["xab", "ab\n"]),
    (r"^\x{60}\x{1F600}$", Reading::CodePoint, &["`😀"], &["x"]),
    (r"^\000\012\0777$", Reading::Octal, &["\0\n?7"], &["000"]),
    ("^(?s)", Reading::Flags, &["", "a", "\n"], &[]),
    ("^(?s).$", Reading::Flags, &["a", "\n"], &[""]),
    ("^(?i)a[b-c](?-i)d$", Reading::Flags, &["aBd", "ACd"], &["abD"]),
    (r"^(?i)[^k]\W$", Reading::Flags, &["a-"], &["\u{212A}-", "k-", "a\u{212A}"]),
    ("^(?i:a)b$", Reading::Flags, &["ab", "Ab"], &["aB"]),
    ("(?m)^a$", Reading::Flags, &["a", "x\na\r"], &["xa", "ax"]),
    ("^((?i)a)b$", Reading::Flags, &["Ab"], &["AB"]),
    ("^[0-9A-Z]{2}+$", Reading::Possessive, &["A1"], &["A", "A1B2"]),
    ("^a*+a$", Reading::Possessive, &[], &["a", "aa"]),
    ("^a{1,2}+ab?$", Reading::Possessive, &["aaa", "aaab"], &["aa", "a"]),
    ("^a(?=b)*b${1,128}$", Reading::RepeatedAssertion, &["ab"], &["a", "abb"]),
    (r"^\p{Print}+\p{IsAlphabetic}\pL$", Reading::JavaProperty, &["~éé"], &["éaa", "~aa1"]),
    (r"^[\p{Punct}\p{LD}]$", Reading::JavaProperty, &["~", "é", "٣"], &[" ", "²"]),
    (r"^\p{Print}\p{Alpha}\p{Upper}\p{Lower}$", Reading::JavaProperty, &["1aAa"], &["1éAa", "1aÉa", "1aAé"]),
    (r"^[\p{Print}&&[^ab]]$", Reading::Intersection, &["c", "~"], &["a", "b", "é"]),
];

#[test]
fn lenient_readings_are_named_and_right() {
    for (pattern, reading, right, wrong) in CASES {
        let compiled = compiled(pattern);
        let named = compiled.lenient.iter().any(|leniency| leniency.reading == *reading);
        assert!(named, "{pattern} is {reading:?}: {:?}", compiled.lenient);
        let checked = leaked(pattern, &compiled.check);
        right.iter().for_each(|text| assert!(checked.is_match(text), "{pattern} has a match in {text:?}"));
        wrong.iter().for_each(|text| assert!(!checked.is_match(text), "{pattern} has none in {text:?}"));
    }
}

#[test]
fn properties_are_unicodes_where_the_pattern_is_not_javas() {
    let checked = leaked("", &compiled(r"^\p{Alpha}\p{Upper}\_$").check);
    assert!(checked.is_match("éÉ_"));
}

#[test]
fn warnings_quote_what_they_are_about() {
    let warnings: Vec<String> =
        CASES.iter().flat_map(|case| compiled(case.0).lenient).map(|leniency| leniency.to_string()).collect();
    insta::assert_snapshot!(warnings.join("\n"));
}
