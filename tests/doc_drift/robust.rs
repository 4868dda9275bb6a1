//! Documentation that is cut, broken or hostile: it may be unreadable, but reading it always ends.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::{drift, text};

/// How the documentation of one map alone differs from the rules.
fn drift_of_text(documentation: &str) -> crate::DocDrift {
    let apply = json!({ "type": "apply", "traits": { "smithy.api#documentation": documentation } });
    let model = json!({ "smithy": "2.0", "shapes": { "vault#AnswerRequest$Answers": apply } });
    drift(&text("facts.json"), &model.to_string())
}

/// The documentation that `terms.json` has for a map.
fn documentation() -> String {
    let model: serde_json::Value = serde_json::from_str(&text("terms.json")).expect("it is JSON");
    let value = &model["shapes"]["vault#AnswerRequest$Answers"]["traits"]["smithy.api#documentation"];
    value.as_str().expect("it is a string").to_owned()
}

#[test]
fn cut_anywhere() {
    let documentation = documentation();
    for end in (0..documentation.len()).step_by(7) {
        let drift = drift_of_text(&documentation[..end]);
        assert!(end < 60 || !drift.new.is_empty(), "{end}: the last entries are missing");
    }
}

#[test]
fn any_byte_changed() {
    let documentation = documentation();
    for place in (0..documentation.len()).step_by(11) {
        for mark in ["<", ">", "\"", "{", "}", "</dl>", "<li>", "<code>", "&", ":", "\u{202e}"] {
            drift_of_text(&format!("{}{mark}{}", &documentation[..place], &documentation[place..]));
        }
    }
}

#[test]
fn deep_wide_and_unclosed() {
    let started = Instant::now();
    for piece in [
        "<dl><dt>A<dd>",
        "<ul><li>",
        "<code>",
        "</dl>",
        "<dt>",
        "{\"",
        "<code>\"Answers\": {",
        "Response: <code>\"Answers\": {\"A\": \"b\"}</code>",
        "<li><code>SHOW_CARD</code>: <code>A</code> (required",
        "<dl><dt>A/B/C/D/E/F<dt>G/H/I/J<dt>K/L/M/N/O/P/Q",
    ] {
        drift_of_text(&piece.repeat(20_000));
    }
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}
