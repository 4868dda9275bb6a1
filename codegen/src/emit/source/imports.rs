//! The names that generated files write short, and the `use` lines for them.

use std::fmt::{self, Display, Write};

use proc_macro2::TokenStream;
use quote::{ToTokens, TokenStreamExt};

use crate::names;

/// What a file can import, in the order of the `use` lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Import {
    /// `std::collections::BTreeMap`.
    BTreeMap,
    /// `std::fmt`.
    Fmt,
    /// What patterns tell apart beyond ASCII.
    Characters,
    /// The functions of conditions.
    Conditions,
    /// The constraints that types share.
    Constraints,
    /// The statics of patterns.
    Patterns,
    /// The statics of rules.
    Rules,
    /// The constraints of the elements of a list.
    Each,
    /// Those of the keys of a map.
    Keys,
    /// That a value is one of an enum.
    Known,
    /// The length of a value.
    LengthConstraint,
    /// Those that a type of the model has.
    Own,
    /// The pattern of a string.
    PatternConstraint,
    /// The range of a number.
    RangeConstraint,
    /// That no element is there twice.
    Unique,
    /// Those of the values of a map.
    Values,
    /// The runtime's classes of characters.
    Classes,
    /// The runtime's limits of automata.
    Limits,
    /// The runtime's compiled pattern.
    Pattern,
    /// Typed answers and their keys.
    Answers,
    /// The runtime's values.
    Smithy,
    /// The runtime's validation.
    Validation,
    /// The runtime's reading and writing.
    Wire,
    /// The runtime's comparison operators.
    Comparison,
    /// The runtime's JMESPath expressions.
    Expression,
    /// The runtime's values that an expression writes out.
    Literal,
    /// What a projection of the runtime takes.
    Selection,
    /// The trait of what expressions are evaluated over.
    ToValue,
    /// What expressions are evaluated over.
    Value,
    /// The functions of JMESPath.
    Functions,
    /// The runtime's evaluator.
    Holds,
}

/// All imports, in their order, each with the path of the module that holds it: of the standard library, or below the
/// root of what is generated.
const ALL: [(Import, Home, &str); 31] = [
    (Import::BTreeMap, Home::Std("std::collections"), "BTreeMap"),
    (Import::Fmt, Home::Std("std"), "fmt"),
    (Import::Characters, Home::Ours("checks"), "characters"),
    (Import::Conditions, Home::Ours("checks"), "conditions"),
    (Import::Constraints, Home::Ours("checks"), "constraints"),
    (Import::Patterns, Home::Ours("checks"), "patterns"),
    (Import::Rules, Home::Ours("checks"), "rules"),
    (Import::Each, CONSTRAINT, "Each"),
    (Import::Keys, CONSTRAINT, "Keys"),
    (Import::Known, CONSTRAINT, "Known"),
    (Import::LengthConstraint, CONSTRAINT, "Length"),
    (Import::Own, CONSTRAINT, "Own"),
    (Import::PatternConstraint, CONSTRAINT, "Pattern"),
    (Import::RangeConstraint, CONSTRAINT, "Range"),
    (Import::Unique, CONSTRAINT, "Unique"),
    (Import::Values, CONSTRAINT, "Values"),
    (Import::Classes, Home::Ours("validation::pattern"), "Classes"),
    (Import::Limits, Home::Ours("validation::pattern"), "Limits"),
    (Import::Pattern, Home::Ours("validation::pattern"), "Pattern"),
    (Import::Answers, Home::Ours(""), "answers"),
    (Import::Smithy, Home::Ours(""), "smithy"),
    (Import::Validation, Home::Ours(""), "validation"),
    (Import::Wire, Home::Ours(""), "wire"),
    (Import::Comparison, JMESPATH, "Comparison"),
    (Import::Expression, JMESPATH, "Expression"),
    (Import::Literal, JMESPATH, "Literal"),
    (Import::Selection, JMESPATH, "Selection"),
    (Import::ToValue, JMESPATH, "ToValue"),
    (Import::Value, JMESPATH, "Value"),
    (Import::Functions, JMESPATH, "functions"),
    (Import::Holds, JMESPATH, "holds"),
];

/// The enum of the runtime's constraints.
const CONSTRAINT: Home = Home::Ours("validation::Constraint");

/// The module of the runtime's evaluator.
const JMESPATH: Home = Home::Ours("validation::jmespath");

/// The module that holds what is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Home {
    /// A path of the standard library.
    Std(&'static str),
    /// A path below the root of what is generated.
    Ours(&'static str),
}

impl Import {
    /// Its short name.
    pub(super) fn name(self) -> Name {
        Name(ALL[self as usize].2)
    }
}

/// A name that is imported: it can stand in a line and in quoted tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name(&'static str);

impl Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(names::ident(self.0));
    }
}

/// The imports of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Set(u32);

impl Set {
    /// This set and one more.
    pub(super) fn with(self, import: Import) -> Self {
        Self(self.0 | 1 << import as u32)
    }

    /// This set and another.
    pub(super) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Writes the `use` lines: a block for the standard library, a block for what is below `root`.
    pub(super) fn write(self, text: &mut String, root: &str) {
        let used = |(import, home, name): &(Import, Home, &'static str)| {
            (self.0 & 1 << *import as u32 != 0).then_some((*home, *name))
        };
        let used: Vec<(Home, &str)> = ALL.iter().filter_map(used).collect();
        let (std, ours) = used.split_at(used.partition_point(|(home, _)| matches!(home, Home::Std(_))));
        for block in [std, ours].into_iter().filter(|block| !block.is_empty()) {
            text.push('\n');
            for group in block.chunk_by(|a, b| a.0 == b.0) {
                let names: Vec<&str> = group.iter().map(|(_, name)| *name).collect();
                write_use(text, root, group[0].0, &names);
            }
        }
    }
}

fn write_use(text: &mut String, root: &str, home: Home, names: &[&str]) {
    let path = match home {
        Home::Std(path) => path.to_owned(),
        Home::Ours("") => root.to_owned(),
        Home::Ours(path) => format!("{root}::{path}"),
    };
    let written = match names {
        [one] => writeln!(text, "use {path}::{one};"),
        several => writeln!(text, "use {path}::{{{}}};", several.join(", ")),
    };
    written.expect("a string takes all that is written");
}
