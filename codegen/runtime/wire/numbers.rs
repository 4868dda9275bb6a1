//! Numbers that serde cannot carry, and what stands for them.

use super::super::smithy::Document;

/// The key of an object that stands for a number which serde cannot carry. It is serde_json's own, with which other
/// crates can switch on numbers of any size and precision: then numbers they are.
#[doc(hidden)]
pub const NUMBER_MARK: &str = "$serde_json::private::Number";

/// Whether serde carries a number, and whoever reads a float in the simplest way reads this one.
pub(super) fn is_carried(text: &str) -> bool {
    let is_integer = text.parse::<i64>().is_ok_and(|value| value.to_string() == text)
        || text.parse::<u64>().is_ok_and(|value| value.to_string() == text);
    is_integer || (text.parse::<f64>().is_ok_and(|value| format!("{value:?}") == text) && is_exact(text))
}

/// Whether a float is a whole number that it holds, times or divided by a power of ten that it holds.
fn is_exact(text: &str) -> bool {
    let (number, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = number.trim_start_matches('-').split_once('.').unwrap_or((number, ""));
    let digits: Option<u64> = [whole, fraction].concat().parse().ok();
    let places = i64::try_from(fraction.len()).ok();
    let exponent: Option<i64> = exponent.parse().ok();
    let exponent = exponent.zip(places).map(|(exponent, places)| exponent - places);
    digits.is_some_and(|digits| digits <= 1 << 53) && exponent.is_some_and(|exponent| exponent.abs() <= 22)
}

/// The same document with a mark for each number that serde cannot carry.
#[doc(hidden)]
pub fn marked(document: &Document) -> Document {
    match document {
        Document::Number(number) if !is_carried(number.as_str()) => {
            let text = Document::String(number.as_str().to_owned());
            Document::Object([(NUMBER_MARK.to_owned(), text)].into())
        }
        Document::Array(elements) => Document::Array(elements.iter().map(marked).collect()),
        Document::Object(entries) => {
            Document::Object(entries.iter().map(|(key, value)| (key.clone(), marked(value))).collect())
        }
        Document::Null | Document::Bool(_) | Document::Number(_) | Document::String(_) => document.clone(),
    }
}
