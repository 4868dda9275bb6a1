//! The parser, held against serde_json on good and bad texts.

use crate::runtime::smithy::Document;
use crate::runtime::wire::json::{Event, MAX_DEPTH, Parser, Problem, SyntaxError};

const GOOD: [&str; 34] = [
    "null",
    " true ",
    "\t\r\nfalse\n",
    "0",
    "-0",
    "-0.0",
    "1e5",
    "1E+5",
    "12.50e-3",
    "123456789012",
    "\"\"",
    r#""plain""#,
    r#""\"\\\/\b\f\n\r\t""#,
    r#""\u0041\u00e9\u20ac""#,
    r#""\ud83d\ude00""#,
    r#""\uD83D\uDE00 \u0000""#,
    "\"zo\u{eb} \u{20ac} \u{1f600} \u{2028} \u{7f}\"",
    r#""exactly sixteen!""#,
    r#""exactly sixteen\" and more behind it""#,
    "[]",
    "[ ]",
    "{}",
    "{ }",
    "[1,2,3]",
    "[1 , [2 , [ ] ] , { } ]",
    r#"{"a":1}"#,
    r#" { "a" : { "b" : [ null , true ] } , "c" : "d" } "#,
    r#"{"a":1,"a":2}"#,
    r#"{"":{"":[""]}}"#,
    r#"{"\u0061":1}"#,
    r#"["a","b",{"c":[{}]}]"#,
    "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
    "[1.5,-2,3e0]",
    "\"\u{10ffff}\"",
];

const BAD: [&str; 58] = [
    "",
    " ",
    "nul",
    "nullx",
    "True",
    "NaN",
    "Infinity",
    "-",
    "+1",
    "01",
    "-01",
    "1.",
    ".5",
    "1.e5",
    "1e",
    "1e+",
    "0x10",
    "1 2",
    "2ABC",
    "\"",
    "\"abc",
    "\"\\",
    "\"\\\"",
    "\"\\x\"",
    "\"\\\u{e9}\"",
    r#""\u12""#,
    r#""\u12"#,
    r#""\u12g4""#,
    "\"\\u12\u{20ac}\"",
    r#""\ud83d""#,
    r#""\ud83dx""#,
    r#""\ud83d\n""#,
    r#""\ud83d\u0041""#,
    r#""\ude00""#,
    "\"a\nb\"",
    "\"a\u{0}b\"",
    "\"sixteen plain...\u{1f}\"",
    "'a'",
    "[",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "[1 2]",
    "]",
    "[}",
    "{",
    r#"{"a""#,
    r#"{"a":"#,
    r#"{"a":1"#,
    r#"{"a":1,"#,
    r#"{"a":1,}"#,
    r#"{"a" 1}"#,
    "{a:1}",
    "{1:1}",
    r#"{"a":]"#,
    "[1]]",
    "\u{feff}null",
];

#[test]
fn good_texts_mean_what_serde_json_says() {
    for text in GOOD {
        let ours: serde_json::Value =
            serde_json::from_str(&Document::parse(text).expect(text).to_json()).expect(text);
        let theirs: serde_json::Value = serde_json::from_str(text).expect(text);
        assert_eq!(ours, theirs, "{text}");
    }
}

#[test]
fn bad_texts_are_refused_as_by_serde_json() {
    for text in BAD {
        assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
        assert!(Document::parse(text).is_err(), "{text}");
    }
}

#[test]
fn every_cut_of_a_text_is_refused_and_none_panics() {
    let text = r#"{"a":[1.5e3,"\u00e9\ud83d\ude00",{"b":null}],"é":false}"#;
    for (end, _) in text.char_indices() {
        let mut parser = Parser::new(&text[..end]);
        let failed = (0..100).any(|_| parser.next_event().is_err());
        assert!(failed, "{end}");
        // An error ends the reading, but asking on must be harmless.
        for _ in 0..100 {
            let _ = parser.next_event();
        }
    }
}

#[test]
fn every_wrong_byte_in_a_text_is_met_as_by_serde_json() {
    let text = r#"{"a":[1.5e3,"x\u00e9\n",{"b":null}],"c":false}"#;
    let replacements = ["\"", "\\", "0", "x", "{", "]", ",", "\u{e9}", "\n", ""];
    for (at, _) in text.char_indices() {
        for replacement in replacements {
            let changed = [&text[..at], replacement, &text[at + 1..]].concat();
            let theirs: Result<serde_json::Value, _> = serde_json::from_str(&changed);
            assert_eq!(Document::parse(&changed).is_ok(), theirs.is_ok(), "{changed}");
        }
    }
}

#[test]
fn an_error_says_where_and_what() {
    let failure = |text| Document::parse(text).expect_err(text);
    let error = |offset, problem| SyntaxError { offset, problem };
    assert_eq!(failure("[1,]"), error(3, Problem::TrailingComma));
    assert_eq!(failure(r#"{"a":1,}"#), error(7, Problem::TrailingComma));
    assert_eq!(failure("[01]"), error(1, Problem::InvalidNumber));
    assert_eq!(failure("\"ab\\x\""), error(3, Problem::InvalidEscape));
    assert_eq!(failure("\"a\\ud83d\""), error(2, Problem::LoneSurrogate));
    assert_eq!(failure("\"a\tb\""), error(2, Problem::ControlCharacter));
    assert_eq!(failure(r#"{"a" 1}"#), error(5, Problem::ExpectedColon));
    assert_eq!(failure("1 2"), error(2, Problem::TrailingText));
    assert_eq!(failure("[1 2]"), error(3, Problem::ExpectedCommaOrEnd));
    assert_eq!(failure("{1:2}"), error(1, Problem::ExpectedKey));
    assert_eq!(failure("{").to_string(), "the JSON text ends too early at byte 1");
}

#[test]
fn events_stand_where_their_spans_say() {
    let text = r#" {"a": [12, "b"]}"#;
    let mut parser = Parser::new(text);
    let mut seen = Vec::new();
    loop {
        let event = parser.next_event().expect("the text is JSON");
        if event == Event::End {
            break;
        }
        seen.push(&text[parser.span()]);
    }
    assert_eq!(seen, ["{", "\"a\"", "[", "12", "\"b\"", "]", "}"]);
    assert_eq!(parser.next_event(), Ok(Event::End));
}

#[test]
fn depth_is_bounded() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Document::parse(&nested(MAX_DEPTH)).is_ok());
    let error = Document::parse(&nested(MAX_DEPTH + 1)).expect_err("one level too many");
    assert_eq!(error.problem, Problem::TooDeep { limit: MAX_DEPTH });
    assert_eq!(error.offset, MAX_DEPTH);
    assert!(Document::parse(&"[".repeat(10_000_000)).is_err());
    assert!(Document::parse(&"{\"a\":".repeat(1_000_000)).is_err());
}

#[test]
fn brackets_close_what_they_opened_at_any_depth() {
    for pairs in [1, 31, 32, 33, MAX_DEPTH / 2] {
        let open = "[{\"a\":".repeat(pairs);
        assert!(Document::parse(&format!("{open}1{}", "}]".repeat(pairs))).is_ok(), "{pairs}");
        let error = Document::parse(&format!("{open}1]")).expect_err("an object is open");
        assert_eq!((error.offset, error.problem), (open.len() + 1, Problem::ExpectedCommaOrEnd), "{pairs}");
    }
}
