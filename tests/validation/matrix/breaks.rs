//! Values that break one constraint.

use pattern::{Caps, compile};
use serde_json::{Value, json};

use super::places::{Places, has};

/// Up to how long a value is made.
const LONGEST: u64 = 2_000_000;

/// Whether only values that are too long to be made break a constraint, by what `coverage` calls it.
pub fn takes_too_long(constraint: &str) -> bool {
    let bounds = constraint.strip_prefix("length ").and_then(|bounds| bounds.split_once(".."));
    bounds.is_some_and(|(min, max)| {
        ["", "0"].contains(&min) && max.parse().is_ok_and(|max: u64| max >= LONGEST)
    })
}

impl Places<'_> {
    /// A value of a shape that breaks a constraint, whose value is that of the trait.
    pub fn breaking(&self, target: &str, constraint: &str, value: &Value) -> Option<Value> {
        match constraint {
            "enum" => Some(match self.kind(target) {
                "intEnum" => json!(2_147_483_000),
                _ => json!("no such value"),
            }),
            "length" => self.wrong_length(target, value),
            "range" => wrong_number(self.kind(target), value),
            "pattern" => unmatched(value.as_str()?),
            "uniqueItems" => Some(Value::Array(vec![self.simple(&self.element(target)?, 0); 2])),
            _ => None,
        }
    }

    fn wrong_length(&self, target: &str, bounds: &Value) -> Option<Value> {
        let shorter = bounds["min"].as_u64().filter(|min| *min > 0).map(|min| min - 1);
        let longer = bounds["max"].as_u64().map(|max| max + 1).filter(|length| *length <= LONGEST);
        longer.or(shorter).map(|length| self.of_length(target, usize::try_from(length).expect("it is short")))
    }

    fn of_length(&self, target: &str, length: usize) -> Value {
        match self.kind(target) {
            "list" | "set" => {
                let element = self.element(target).expect("a list has elements");
                Value::Array(vec![self.simple(&element, 0); length])
            }
            "map" => {
                let value = self.target(&self.shape(target)["value"]);
                (0..length).map(|number| (format!("k{number}"), self.simple(value, 0))).collect()
            }
            "blob" => json!(base64(length)),
            "enum" => self.enum_value_of_length(target, length),
            _ => json!("a".repeat(length)),
        }
    }

    /// A known value if one has the length, so that nothing else is wrong.
    fn enum_value_of_length(&self, target: &str, length: usize) -> Value {
        let known = self
            .enum_values(target)
            .into_iter()
            .find(|value| value.as_str().is_some_and(|text| text.len() == length));
        known.unwrap_or_else(|| json!("a".repeat(length)))
    }

    /// A simple value of a shape that breaks as little as it can.
    pub fn simple(&self, target: &str, depth: usize) -> Value {
        let shape = self.shape(target);
        match self.kind(target) {
            "structure" => json!({}),
            "union" => {
                let members = shape["members"].as_object().expect("a union has members");
                let (name, member) = members.iter().next().expect("a union has a member");
                let value = if depth > 8 { Value::Null } else { self.simple(self.target(member), depth + 1) };
                json!({ self.wire_name(name, member): value })
            }
            "list" | "set" => json!([]),
            "map" => json!({}),
            "enum" | "intEnum" => self.enum_values(target)[0].clone(),
            "string" if has(&shape["traits"], "enum") => self.enum_values(target)[0].clone(),
            "string" => {
                let min = shape["traits"]["smithy.api#length"]["min"].as_u64().unwrap_or(1);
                json!("a".repeat(usize::try_from(min).expect("it is short")))
            }
            "document" => json!("a"),
            "blob" => json!("YQ=="),
            "boolean" => json!(true),
            _ => json!(1),
        }
    }

    fn enum_values(&self, target: &str) -> Vec<Value> {
        let shape = self.shape(target);
        if let Some(definitions) = shape["traits"]["smithy.api#enum"].as_array() {
            return definitions.iter().map(|definition| definition["value"].clone()).collect();
        }
        let members = shape["members"].as_object().into_iter().flatten();
        let value = |(name, member): (&String, &Value)| match &member["traits"]["smithy.api#enumValue"] {
            Value::Null => json!(name),
            value => value.clone(),
        };
        members.map(value).collect()
    }
}

/// The base64 of so many zeros.
fn base64(length: usize) -> String {
    let rest = match length % 3 {
        0 => "",
        1 => "AA==",
        _ => "AAA=",
    };
    "AAAA".repeat(length / 3) + rest
}

/// A number out of its bounds, if its type has one.
fn wrong_number(kind: &str, bounds: &Value) -> Option<Value> {
    let (min, max) = (&bounds["min"], &bounds["max"]);
    let limit: i128 = match kind {
        "byte" => i8::MAX.into(),
        "short" => i16::MAX.into(),
        "integer" | "intEnum" => i32::MAX.into(),
        "long" | "bigInteger" => i64::MAX.into(),
        _ => {
            let above = max.as_f64().map(|max| max + max.abs().max(1.0));
            return above.or(min.as_f64().map(|min| min - min.abs().max(1.0))).map(|number| json!(number));
        }
    };
    let whole = |bound: &Value| bound.as_i64().map(i128::from).or(bound.as_u64().map(i128::from));
    let above = whole(max).map(|max| max + 1).filter(|above| *above <= limit);
    let number = above.or(whole(min).map(|min| limit.min(min - 1)).filter(|below| *below >= -limit - 1))?;
    i64::try_from(number).ok().map(|number| json!(number))
}

/// Texts of which some pattern has no match.
const TEXTS: [&str; 12] = ["", "!", " ", "a", "A", "0", "\u{1}", "-", "~~~~", "\n", "/", "é"];

/// A text that a pattern has no match in.
fn unmatched(pattern: &str) -> Option<Value> {
    let check = compile(pattern, &Caps::default()).ok()?.check;
    TEXTS.iter().find(|text| !check.accepts(text)).map(|text| json!(text))
}
