//! What each format of strings takes, on both sides of its edge.

use crate::runtime::validation::{Comparison, DatePattern, StringFormat};

#[test]
fn formats_take_what_they_say() {
    let comparison =
        StringFormat::Comparison(Comparison { names: &["status", "email"], operators: &["=", "^="] });
    let date = StringFormat::Date(DatePattern::new("EEE MMM d HH:mm:ss z yyyy"));
    let cases: [(StringFormat, &[&str], &[&str]); 8] = [
        (StringFormat::Hex, &["0", "09afAF"], &["", "0x1", "g"]),
        (StringFormat::Base64, &["YQ==", "+/9h"], &["", "YQ", "YQ=", "Y-_="]),
        (StringFormat::Integer, &["0", "-1", "300"], &["", "-", "1.0", "1e3"]),
        (StringFormat::Boolean, &["true", "false"], &["", "True", "1"]),
        (StringFormat::Json, &["{}", " [1, null]"], &["", "{", "[1,]"]),
        (StringFormat::Phone, &["", "+15551234567"], &["+", "15551234567", "+1 555"]),
        (
            comparison,
            &["", "status = \"a b\"", "\"email\" ^= \"x\""],
            &["status", "name = \"a\"", "status = a"],
        ),
        (
            date,
            &["Mon Nov 2 09:05:00 UTC 2026"],
            &["", "Mon Nov 02 09:05:00 UTC 2026", "2026-11-02T09:05:00Z"],
        ),
    ];
    for (format, taken, refused) in cases {
        taken.iter().for_each(|text| assert!(format.holds(text), "{format} takes {text:?}"));
        refused.iter().for_each(|text| assert!(!format.holds(text), "{format} refuses {text:?}"));
    }
}
