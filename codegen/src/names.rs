//! Names: the one place where Smithy's names become Rust's.
//!
//! Only this room knows `heck` and `Ident`. The wire name always stays beside the Rust name.
//!
//! What generated code defines beside other things is named together with them, in a namespace: members, variants,
//! setters, types, the modules of a folder. A name that is reserved there gets something behind it (`Vec` is
//! `VecShape`, `UNKNOWN` is `UnknownValue`, a module `mod` is `mod_`, a setter `build` is `build_value`); of several
//! that would get one name then, the first keeps it and the others are numbered (`build_value_2`). What the model itself
//! brings in twice, such as the members `fooBar` and `foo_bar`, is refused by those who lower it.

mod packages;
mod registry;
mod reserved;
mod source;
#[cfg(test)]
mod tests;
mod words;

use std::borrow::Cow;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

pub(crate) use self::packages::{crate_name, package, unusable_package};
use self::registry::{NameRegistry, repeated};
use self::reserved::NEVER_NAMES;
pub(crate) use self::source::{ident, in_source};
use self::words::{Spelling, leading_letter, plain};

/// The name of a variant that stands for what the model does not know; a model's own `UNKNOWN` becomes
/// `UnknownValue`, as in the official Rust SDK.
const UNKNOWN: &str = "Unknown";

/// The name of a variant that stands for an error which the model does not name.
const UNMODELED: &str = "Unmodeled";

/// How long the name of an item may be: rustdoc gives each a file, and file systems take 255 bytes.
const LONGEST: usize = 200;

/// How long the name of a file may be, for systems that allow less.
const LONGEST_FILE: usize = 100;

/// The start of the FNV-1a hash in 32 bits.
const FNV_BASIS: u32 = 0x811C_9DC5;

/// Its factor.
const FNV_PRIME: u32 = 0x0100_0193;

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
            words.chars().map(|c| if c == '/' || c == '#' || c == '$' { ' ' } else { c }).collect();
        Self(shortened(shouty(&apart), LONGEST))
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

impl TypeName {
    /// The type that something becomes which has no namespace with others.
    pub(crate) fn of_shape(name: &str) -> Self {
        Self::of_types([(name, "Shape")]).remove(0)
    }

    /// The types that shapes and operations become, each with what stands behind a reserved name of its kind. Of two
    /// that want the same name both get it: that is an error of the model.
    pub(crate) fn of_types<'n>(names: impl IntoIterator<Item = (&'n str, &'static str)>) -> Vec<Self> {
        let wanted: Vec<(String, &str)> =
            names.into_iter().map(|(name, suffix)| (shortened(camel(name), LONGEST), suffix)).collect();
        let is_taken = |name: &String| wanted.iter().any(|(other, _)| other == name);
        let ours = |(name, suffix): &(String, &'static str)| {
            if !reserved::TYPES.contains(&name.as_str()) {
                return Self(name.clone());
            }
            let numbered = (2..).map(|number| format!("{name}{suffix}{number}"));
            let mut free = std::iter::once(format!("{name}{suffix}")).chain(numbered);
            Self(free.find(|name| !is_taken(name)).expect("there are more numbers than names"))
        };
        wanted.iter().map(ours).collect()
    }

    /// The variants that the members of an enum or union become.
    pub(crate) fn of_variants<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<Self> {
        let camels = names.into_iter().map(camel).collect();
        NameRegistry::new([UNKNOWN, "Self"], "Value", "").assign(camels).into_iter().map(Self).collect()
    }

    /// Where each member of an enum or union stands whose variant an earlier one becomes, and where that one stands.
    pub(crate) fn repeated_variants<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<(usize, usize)> {
        repeated(names.into_iter().map(camel))
    }

    /// The variants that the errors of an operation become, beside the one for those that are not modeled.
    pub(crate) fn of_errors<'n>(errors: impl IntoIterator<Item = &'n Self>) -> Vec<Self> {
        let names = errors.into_iter().map(|error| error.0.clone()).collect();
        NameRegistry::new([UNMODELED], "Value", "").assign(names).into_iter().map(Self).collect()
    }

    /// What a module defines beside types that have their names already: `FooBuilder`, `FooError`.
    pub(crate) fn beside<'n>(
        types: impl IntoIterator<Item = &'n Self>,
        wanted: impl IntoIterator<Item = Self>,
    ) -> Vec<Self> {
        let mut names = NameRegistry::new([], "", "");
        names.assign(types.into_iter().map(|name| name.0.clone()).collect());
        names.assign(wanted.into_iter().map(|name| name.0).collect()).into_iter().map(Self).collect()
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
    /// The field that a member becomes which has no others beside it, or none that become the same.
    pub(crate) fn of_member(name: &str) -> Self {
        let snake = snake(name);
        let never = NEVER_NAMES.contains(&snake.as_str());
        Self(if never { snake + "_" } else { snake })
    }

    /// The fields that the members of a structure become.
    pub(crate) fn of_members<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<Self> {
        let wanted = names.into_iter().map(|name| Self::of_member(name).0).collect();
        NameRegistry::new([], "", "_").assign(wanted).into_iter().map(Self).collect()
    }

    /// Where each member of a structure stands whose field an earlier one becomes, and where that one stands.
    pub(crate) fn repeated_members<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<(usize, usize)> {
        repeated(names.into_iter().map(|name| Self::of_member(name).0))
    }

    /// The same for one member, given the names of all.
    pub(crate) fn of_member_among<'n>(name: &str, all: impl IntoIterator<Item = &'n str>) -> Self {
        let all: Vec<&str> = all.into_iter().collect();
        let index = all.iter().position(|other| *other == name);
        index.map_or_else(|| Self::of_member(name), |index| Self::of_members(all).swap_remove(index))
    }

    /// The method of a builder that takes a typed answer.
    pub(crate) fn of_step(name: &str) -> Self {
        Self(
            NameRegistry::new(reserved::SETTERS.iter().copied(), "_value", "_")
                .assign(vec![snake(name)])
                .remove(0),
        )
    }

    /// The two setters that a builder has for each of its members, given the names of its other methods.
    pub(crate) fn setters<'n>(
        members: &[Self],
        others: impl IntoIterator<Item = &'n Self>,
    ) -> Vec<(Self, Self)> {
        let others: Vec<&str> = others.into_iter().map(Self::as_str).collect();
        let reserved = || reserved::SETTERS.iter().chain(&others).copied();
        let ones = members.iter().map(|member| member.0.clone()).collect();
        let ones = NameRegistry::new(reserved(), "_value", "_").assign(ones);
        let wholes =
            members.iter().map(|member| format!("set_{}", member.0.trim_start_matches('_'))).collect();
        let reserved = reserved().chain(ones.iter().map(String::as_str));
        let wholes = NameRegistry::new(reserved, "_value", "_").assign(wholes);
        ones.into_iter().map(Self).zip(wholes.into_iter().map(Self)).collect()
    }

    /// The modules of a folder, one for each type.
    pub(crate) fn modules<'n>(folder: &'n str, types: impl IntoIterator<Item = &'n TypeName>) -> Vec<Self> {
        let wanted: Vec<String> = types
            .into_iter()
            .map(|name| {
                let name = shortened(Self::of_member(&name.0).0, LONGEST_FILE).to_ascii_lowercase();
                if reserved::is_device(&name) { name + "_" } else { name }
            })
            .collect();
        NameRegistry::new(["mod", folder], "_", "_").assign(wanted).into_iter().map(Self).collect()
    }

    /// The function that stands for a part of something: `fetch_logs_input_start_before_end`.
    pub(crate) fn of_part(whole: &str, part: &str) -> Self {
        Self::of_member(&format!("{whole} {part}"))
    }

    /// The same with something behind it: `challenge_responses_keys`.
    pub(crate) fn with_suffix(&self, suffix: &str) -> Self {
        Self(format!("{}{suffix}", self.0.trim_end_matches('_')))
    }

    /// The field of a key of a map: `sms_mfa_code`.
    pub(crate) fn of_id(id: &str) -> Self {
        Self::of_member(&id.replace(|c: char| !c.is_ascii_alphanumeric(), " "))
    }

    /// The fields or methods that stand for ids, beside others.
    pub(crate) fn of_ids<'n>(
        ids: impl IntoIterator<Item = &'n str>,
        others: impl IntoIterator<Item = &'n str>,
    ) -> Vec<Self> {
        let wanted = ids.into_iter().map(|id| Self::of_id(id).0).collect();
        NameRegistry::new(others, "_value", "_").assign(wanted).into_iter().map(Self).collect()
    }

    /// The module of a folder that stands for an id: `challenge_responses`.
    pub(crate) fn module_of_id(folder: &str, id: &str) -> Self {
        Self::modules(folder, [&TypeName(Self::of_id(id).0)]).remove(0)
    }

    /// The same with a number behind it, for a second one of its name.
    pub(crate) fn numbered(&self, number: usize) -> Self {
        Self(format!("{}_{number}", self.0.trim_end_matches('_')))
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

/// The name of an enum's member that stands for a value, as AWS's models name them: `verified_email` is
/// `VERIFIED_EMAIL`.
pub(crate) fn enum_member(value: &str) -> String {
    let named = value.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    let starts = value.starts_with(|c: char| c.is_ascii_uppercase());
    if named && starts { value.to_owned() } else { shouty(value) }
}

fn camel(name: &str) -> String {
    leading_letter(plain(name, Spelling::Known).to_upper_camel_case(), name)
}

fn snake(name: &str) -> String {
    leading_letter(plain(name, Spelling::Word).to_snake_case(), name).to_lowercase()
}

fn shouty(name: &str) -> String {
    leading_letter(plain(name, Spelling::Word).to_shouty_snake_case(), name).to_uppercase()
}

/// A name that is at most so long: a longer one ends with a number made of all of it.
fn shortened(name: String, longest: usize) -> String {
    if name.len() <= longest {
        return name;
    }
    let hash = name.bytes().fold(FNV_BASIS, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(FNV_PRIME));
    let start = name.char_indices().map(|(at, _)| at).take_while(|at| *at <= longest - 9).last();
    format!("{}{hash:08X}", name[..start.unwrap_or(0)].trim_end_matches('_'))
}
