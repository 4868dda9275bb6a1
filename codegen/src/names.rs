//! Names: the one place where Smithy's names become Rust's.
//!
//! Only this file knows `heck` and [`Ident`]. The wire name always stays beside the Rust name.

mod modules;

use std::borrow::Cow;
use std::fmt;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

/// Words that need `r#` to be names: the strict and reserved keywords of every edition up to 2024.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Words that cannot be names even with `r#`.
const NEVER_NAMES: &[&str] = &["crate", "self", "super", "Self", "_"];

/// What generated files use by its short name: a shape of such a name is called `…Shape`.
const TAKEN_TYPES: &[&str] = &[
    "BTreeMap", "Box", "Default", "Err", "From", "Into", "None", "Ok", "Option", "Result", "Self", "Some",
    "String", "Vec",
];

/// The name of a variant that stands for what the model does not know; a model's own `UNKNOWN` becomes
/// `UnknownValue`, as in the official Rust SDK.
pub(crate) const UNKNOWN: &str = "Unknown";

/// The name of a struct, enum or variant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeName(String);

/// The name of a field, function or module.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FieldName(String);

/// The name of a constant or static.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ConstName(String);

impl ConstName {
    /// The constant that stands for what some words name: `challenge-responses/SMS_MFA` is
    /// `CHALLENGE_RESPONSES_SMS_MFA`.
    pub(crate) fn of(words: &str) -> Self {
        let apart: String =
            plain_plurals(words).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
        Self(leading_letter(apart.to_shouty_snake_case(), words))
    }

    /// The same with a number behind it, for a second one of its name.
    pub(crate) fn numbered(&self, number: usize) -> Self {
        Self(format!("{}_{number}", self.0))
    }

    /// The same with something behind it: `TIMESTAMP_FORM`.
    pub(crate) fn with_suffix(&self, suffix: &str) -> Self {
        Self(format!("{}{suffix}", self.0))
    }

    /// The name as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ConstName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TypeName {
    /// The type that a shape becomes.
    pub(crate) fn of_shape(name: &str) -> Self {
        let camel = camel(name);
        let taken = TAKEN_TYPES.contains(&camel.as_str());
        Self(if taken { camel + "Shape" } else { camel })
    }

    /// The variants that the members of an enum or union become. One that cannot be a variant, or is ours, gets
    /// `Value` behind it, as often as it takes to be told from the others.
    pub(crate) fn of_variants<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<Self> {
        let camels: Vec<String> = names.into_iter().map(camel).collect();
        let free = |camel: &String| {
            let mut name = camel.clone();
            while name == UNKNOWN || name == "Self" || (name != *camel && camels.contains(&name)) {
                name.push_str("Value");
            }
            Self(name)
        };
        camels.iter().map(free).collect()
    }

    /// This name with something behind it: `FooBuilder`.
    pub(crate) fn with_suffix(&self, suffix: &str) -> Self {
        Self(format!("{}{suffix}", self.0))
    }

    /// The name as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FieldName {
    /// The field that a member becomes.
    pub(crate) fn of_member(name: &str) -> Self {
        let snake = leading_letter(plain_plurals(name).to_snake_case(), name).to_lowercase();
        let never = NEVER_NAMES.contains(&snake.as_str());
        Self(if never { snake + "_" } else { snake })
    }

    /// The two setters that a builder has for a member, given the names of all its members: `foo` and `set_foo`,
    /// with `_value` behind what a builder or another member has taken.
    pub(crate) fn setters(&self, members: &[Self]) -> (Self, Self) {
        let one = if self.0 == "build" { "build_value".to_owned() } else { self.0.clone() };
        let mut whole = format!("set_{}", self.0);
        while members.iter().any(|member| member.0 == whole) {
            whole.push_str("_value");
        }
        (Self(one), Self(whole))
    }

    /// The function that stands for a part of something: `fetch_logs_input_start_before_end`.
    pub(crate) fn of_part(whole: &str, part: &str) -> Self {
        Self::of_member(&format!("{whole} {part}"))
    }

    /// The same with something behind it: `challenge_responses_keys`.
    pub(crate) fn with_suffix(&self, suffix: &str) -> Self {
        Self(format!("{}{suffix}", self.0))
    }

    /// The module of a key table: `challenge_responses`.
    pub(crate) fn of_id(id: &str) -> Self {
        Self::of_member(&id.replace(|c: char| !c.is_ascii_alphanumeric(), " "))
    }

    /// The same with a number behind it, for a second one of its name.
    pub(crate) fn numbered(&self, number: usize) -> Self {
        Self(format!("{}_{number}", self.0))
    }

    /// The name as text, without `r#`.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as Rust source writes it.
    pub(crate) fn in_source(&self) -> Cow<'_, str> {
        in_source(&self.0)
    }
}

/// The package name that a service's `sdkId` or shape name suggests: `cognito-identity-provider`.
pub(crate) fn package(name: &str) -> String {
    let dashed: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let words: Vec<&str> = dashed.split('-').filter(|word| !word.is_empty()).collect();
    leading_letter(words.join("-"), name)
}

/// The name of a package as code writes it.
pub(crate) fn crate_name(package: &str) -> String {
    package.replace('-', "_")
}

/// The name of an enum's member that stands for a value, as AWS's models name them: `verified_email` is
/// `VERIFIED_EMAIL`.
pub(crate) fn enum_member(value: &str) -> String {
    let named = value.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    let starts = value.starts_with(|c: char| c.is_ascii_uppercase());
    if named && starts {
        value.to_owned()
    } else {
        leading_letter(plain_plurals(value).to_shouty_snake_case(), value)
    }
}

/// The name of a field, function or module as Rust source writes it.
pub(crate) fn in_source(name: &str) -> Cow<'_, str> {
    if KEYWORDS.contains(&name) { Cow::Owned(format!("r#{name}")) } else { Cow::Borrowed(name) }
}

/// A name that needs no conversion, as a token.
pub(crate) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

fn camel(name: &str) -> String {
    leading_letter(plain_plurals(name).to_upper_camel_case(), name)
}

/// The name with plurals of abbreviations as words: `CallbackURLs` is `CallbackUrls`, and no `callback_ur_ls`.
fn plain_plurals(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(start) = rest.find(|c: char| c.is_ascii_uppercase()) {
        let run = rest[start..].bytes().take_while(u8::is_ascii_uppercase).count();
        let (head, tail) = rest[start..].split_at(run);
        let ends =
            tail.strip_prefix('s').is_some_and(|tail| !tail.starts_with(|c: char| c.is_ascii_lowercase()));
        plain.push_str(&rest[..start + 1]);
        plain.push_str(&if ends { head[1..].to_ascii_lowercase() } else { head[1..].to_owned() });
        rest = tail;
    }
    plain + rest
}

/// Puts `_` before a digit, and makes something of a name that has no letter or digit at all.
fn leading_letter(text: String, original: &str) -> String {
    match text.chars().next() {
        Some(first) if first.is_alphabetic() => text,
        Some(_) => format!("_{text}"),
        None if original.is_empty() => "U".to_owned(),
        None => original.chars().map(|c| format!("U{:X}", u32::from(c))).collect(),
    }
}

impl ToTokens for TypeName {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(Ident::new(&self.0, Span::call_site()));
    }
}

impl ToTokens for FieldName {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let raw = KEYWORDS.contains(&self.as_str());
        let ident = if raw { Ident::new_raw } else { Ident::new };
        tokens.append(ident(&self.0, Span::call_site()));
    }
}

impl fmt::Display for TypeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_read_as_words() {
        assert_eq!(TypeName::of_shape("MFAMethodNotFoundException").as_str(), "MfaMethodNotFoundException");
        assert_eq!(FieldName::of_member("SMSMfaSettings").as_str(), "sms_mfa_settings");
        assert_eq!(TypeName::of_variants(["SMS_MFA"])[0].as_str(), "SmsMfa");
        assert_eq!(FieldName::of_member("CallbackURLs").as_str(), "callback_urls");
        assert_eq!(FieldName::of_member("RoleARNsAndIDs").as_str(), "role_arns_and_ids");
        assert_eq!(FieldName::of_member("DNSservers").as_str(), "dn_sservers");
        assert_eq!(ConstName::of("callbackURLs").as_str(), "CALLBACK_URLS");
        assert_eq!(TypeName::of_shape("CallbackURLsListType").as_str(), "CallbackUrlsListType");
    }

    #[test]
    fn keywords_and_short_names_stay_usable() {
        assert_eq!(FieldName::of_member("type").in_source(), "r#type");
        assert_eq!(FieldName::of_member("gen").in_source(), "r#gen");
        assert_eq!(FieldName::of_member("self").in_source(), "self_");
        assert_eq!(TypeName::of_shape("option").as_str(), "OptionShape");
        let variants = TypeName::of_variants(["UNKNOWN", "self", "UnknownValue"]);
        assert_eq!(
            variants.iter().map(TypeName::as_str).collect::<Vec<_>>(),
            ["UnknownValueValue", "SelfValue", "UnknownValue"]
        );
    }

    #[test]
    fn packages_are_named_as_the_official_ones() {
        assert_eq!(package("Cognito Identity Provider"), "cognito-identity-provider");
        assert_eq!(package("DynamoDB"), "dynamodb");
    }

    #[test]
    fn any_text_gives_a_name() {
        assert_eq!(TypeName::of_variants(["2xlarge"])[0].as_str(), "_2xlarge");
        assert_eq!(TypeName::of_variants(["*"])[0].as_str(), "U2A");
        assert_eq!(FieldName::of_member("__").as_str(), "U5FU5F");
    }
}
