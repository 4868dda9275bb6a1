//! Parameters of cases as Rust source: the model says what a value is, the generated types how it is written.

use serde_json::Value;

use super::json::{as_number, decimal};
use super::model::{Model, target};
use super::source::{Source, Type};

/// A model and the crate that was generated from it.
pub struct Service {
    /// The model.
    pub model: Model,
    /// What its crate declares.
    pub source: Source,
    /// The features of the crate that are switched on.
    pub features: Vec<&'static str>,
}

/// Why a value cannot be written.
pub type Result = std::result::Result<String, String>;

impl Service {
    /// The expression of a value of a shape; `ty` is the generated type.
    pub fn value(&self, ty: &Type, shape: &str, value: &Value) -> Result {
        let name = ty.name();
        if ty.is_own() {
            return self.own(name, shape, value);
        }
        if ty.is_runtime() {
            return runtime(name, value);
        }
        match (name, ty.arguments.as_slice(), value) {
            ("Option", _, Value::Null) => Ok("None".to_owned()),
            ("Option", [inner], _) => Ok(format!("Some({})", self.value(inner, shape, value)?)),
            ("Box", [inner], _) => Ok(format!("Box::new({})", self.value(inner, shape, value)?)),
            ("Vec", [inner], Value::Array(elements)) => {
                let target = self.model.target(shape, "member");
                let elements = elements.iter().map(|element| self.value(inner, target, element));
                Ok(format!("vec![{}]", list(elements)?))
            }
            ("BTreeMap", [key, inner], Value::Object(entries)) => {
                let entries = entries.iter().map(|(name, value)| {
                    let name =
                        self.value(key, self.model.target(shape, "key"), &Value::String(name.clone()))?;
                    let value = self.value(inner, self.model.target(shape, "value"), value)?;
                    Ok(format!("({name}, {value})"))
                });
                Ok(format!("std::collections::BTreeMap::from([{}])", list(entries)?))
            }
            ("bool", [], Value::Bool(value)) => Ok(value.to_string()),
            ("f32" | "f64", [], _) => float(name, value),
            ("i8" | "i16" | "i32" | "i64", [], _) => {
                Ok(format!("{}_{name}", as_number(value).ok_or("a number was expected")?))
            }
            ("String", [], Value::String(text)) => Ok(format!("{text:?}.to_owned()")),
            _ => Err(format!("no value of {name} for {value}")),
        }
    }

    /// A value of a structure, a union or an enum.
    fn own(&self, name: &str, shape: &str, value: &Value) -> Result {
        let kind = self.model.shape(shape)["type"].as_str();
        match (kind, self.source.structure(name), self.source.variants(name)) {
            (Some("structure"), Some(fields), _) => self.structure(name, fields, shape, value),
            (Some("union"), _, Some(variants)) => self.union(name, variants, shape, value),
            (Some("enum" | "intEnum" | "string"), _, Some(variants)) => {
                let values = self.model.enum_values(shape);
                let number = values.iter().position(|known| known == value);
                match (number, as_number(value), value.as_str()) {
                    (Some(number), ..) => Ok(format!("service::{name}::{}", variants[number].0)),
                    (_, Some(number), _) => Ok(format!("service::{name}::Unknown({number})")),
                    (_, _, Some(text)) => Ok(format!("service::{name}::Unknown({text:?}.to_owned())")),
                    _ => Err(format!("no value of {name} for {value}")),
                }
            }
            _ => Err(format!("{shape} is not declared as {name}")),
        }
    }

    fn structure(&self, name: &str, fields: &[(String, Type)], shape: &str, value: &Value) -> Result {
        let members = self.model.members(shape);
        let given = value.as_object().ok_or("an object was expected")?;
        if members.len() != fields.len() {
            return Err(format!("{name} has {} fields, and {shape} {} members", fields.len(), members.len()));
        }
        if let Some(other) = given.keys().find(|key| !members.contains_key(*key)) {
            return Err(format!("{shape} has no member {other}"));
        }
        let fields = fields.iter().zip(&members).map(|((field, ty), (member, reference))| {
            let default = &reference["traits"]["smithy.api#default"];
            // A stream is always there, though it may have nothing in it.
            let is_stream = !self.model.shape(target(reference))["traits"]["smithy.api#streaming"].is_null();
            let absent = if ty.name() == "Option" && !is_stream { &Value::Null } else { default };
            let value = self.value(ty, target(reference), given.get(member).unwrap_or(absent));
            Ok(format!("{field}: {}", value.map_err(|error| format!("{member}: {error}"))?))
        });
        Ok(format!("service::{name} {{ {} }}", list(fields)?))
    }

    fn union(&self, name: &str, variants: &[(String, Option<Type>)], shape: &str, value: &Value) -> Result {
        let given = value.as_object().filter(|given| given.len() == 1).ok_or("one member was expected")?;
        let (given, value) = given.iter().next().expect("there is one");
        let mut members = self.model.members(shape).into_iter().zip(variants);
        let found = members.find(|((member, _), _)| member == given);
        let ((_, reference), (variant, payload)) = found.ok_or("a member of the union was expected")?;
        match payload {
            None => Ok(format!("service::{name}::{variant}")),
            Some(ty) => {
                Ok(format!("service::{name}::{variant}({})", self.value(ty, target(&reference), value)?))
            }
        }
    }

    /// The variant of an operation's errors that holds an error.
    pub fn error_variant(&self, enumeration: &str, error: &str) -> Option<&(String, Option<Type>)> {
        let letters = |name: &str| name.replace('_', "").to_lowercase();
        let name = letters(self.model.local_name(error));
        self.source.variants(enumeration)?.iter().find(|(variant, _)| letters(variant) == name)
    }
}

fn list(items: impl Iterator<Item = Result>) -> Result {
    Ok(items.collect::<std::result::Result<Vec<_>, _>>()?.join(", "))
}

fn float(name: &str, value: &Value) -> Result {
    match (as_number(value), value.as_str()) {
        (Some(number), _) => Ok(format!("{number}_{name}")),
        (_, Some("NaN")) => Ok(format!("{name}::NAN")),
        (_, Some("Infinity")) => Ok(format!("{name}::INFINITY")),
        (_, Some("-Infinity")) => Ok(format!("{name}::NEG_INFINITY")),
        _ => Err(format!("no float for {value}")),
    }
}

/// A value of a type of the runtime. Blobs are plain text in parameters, timestamps seconds since 1970.
fn runtime(name: &str, value: &Value) -> Result {
    match (name, as_number(value), value.as_str()) {
        ("Blob", None, Some(text)) => Ok(format!("service::smithy::Blob::new({text:?}.as_bytes())")),
        ("Timestamp", Some(number), _) => {
            let nanos = nanoseconds(number)?;
            let (seconds, nanos) = (nanos.div_euclid(1_000_000_000), nanos.rem_euclid(1_000_000_000));
            Ok(format!("service::smithy::Timestamp::from_secs_and_nanos({seconds}, {nanos})"))
        }
        ("BigInteger" | "BigDecimal", Some(number), _) => {
            Ok(format!("{number:?}.parse::<service::smithy::{name}>().expect(\"a number\")"))
        }
        ("Document", ..) => Ok(document(value)),
        ("Unit", ..) => Ok("service::smithy::Unit".to_owned()),
        _ => Err(format!("no {name} for {value}")),
    }
}

/// The nanoseconds of a number of seconds.
fn nanoseconds(number: &str) -> std::result::Result<i128, String> {
    let (negative, digits, exponent) = decimal(number);
    let zeros = usize::try_from(exponent + 9).map_err(|_| "a timestamp has nine digits after the point")?;
    let text = format!("{digits}{}", "0".repeat(zeros));
    let nanos: i128 = if digits.is_empty() { 0 } else { text.parse().map_err(|_| "it is too large")? };
    Ok(if negative { -nanos } else { nanos })
}

fn document(value: &Value) -> String {
    const DOCUMENT: &str = "service::smithy::Document";
    match (value, as_number(value)) {
        (_, Some(number)) => format!("{DOCUMENT}::Number({number:?}.parse().expect(\"a number\"))"),
        (Value::Null, _) => format!("{DOCUMENT}::Null"),
        (Value::Bool(value), _) => format!("{DOCUMENT}::Bool({value})"),
        (Value::String(text), _) => format!("{DOCUMENT}::String({text:?}.to_owned())"),
        (Value::Array(elements), _) => {
            let elements: Vec<String> = elements.iter().map(document).collect();
            format!("{DOCUMENT}::Array(vec![{}])", elements.join(", "))
        }
        (Value::Object(entries), _) => {
            let entries =
                entries.iter().map(|(key, value)| format!("({key:?}.to_owned(), {})", document(value)));
            let entries: Vec<String> = entries.collect();
            format!("{DOCUMENT}::Object(std::collections::BTreeMap::from([{}]))", entries.join(", "))
        }
        (Value::Number(_), None) => unreachable!("numbers are texts here"),
    }
}
