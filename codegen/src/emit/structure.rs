//! Structures: the struct, its JSON, its `Debug` where something is hidden, its builder.

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::{deprecated, derives, eq, expect_deprecated};
use super::layout::told;
use super::source::{Fixed, Import, Source, literal};
use super::{builder, checks, defaults, error, example, message, reading};
use crate::ir::binding::MessageUse;
use crate::ir::checks::CheckMethods;
use crate::ir::{DefaultWriter, Directions, Field, Presence, Structure, TokenDemand, XmlPlace};

/// All items of a structure.
pub(crate) fn items(src: &mut Source, structure: &Structure) {
    definition(src, structure);
    methods(src, structure);
    if structure.derives.eq {
        eq(src, &structure.name, structure.deprecated.is_some());
    }
    error::structure(src, structure);
    if structure.message != MessageUse::None {
        message::impls(src, structure);
    }
    json(src, structure);
    checks::structure(src, structure);
    debug(src, structure);
    builder::items(src, structure);
}

/// Whether code that names all fields of a structure names a deprecated one.
pub(crate) fn names_deprecated(structure: &Structure) -> bool {
    structure.fields.iter().any(|field| field.deprecated.is_some())
}

fn definition(src: &mut Source, structure: &Structure) {
    src.separate();
    example::page(src, structure);
    deprecated(src, structure.deprecated.as_ref());
    derives(src, structure.derives);
    src.block(format_args!("pub struct {}", structure.name), |src| {
        structure.fields.iter().for_each(|field| definition_of_field(src, field));
    });
}

fn definition_of_field(src: &mut Source, field: &Field) {
    src.doc(&field.docs);
    deprecated(src, field.deprecated.as_ref());
    expect_deprecated(src, field.deprecated_types.in_definition());
    let (name, ty) = (field.name.in_source(), src.ty(&field.ty));
    if field.presence.is_option() {
        src.line(format_args!("pub {name}: Option<{ty}>,"));
    } else {
        src.line(format_args!("pub {name}: {ty},"));
    }
}

fn methods(src: &mut Source, structure: &Structure) {
    let builder = &structure.builder;
    src.separate();
    expect_deprecated(src, structure.deprecated.is_some());
    src.block(format_args!("impl {}", structure.name), |src| {
        src.comment("Starts a builder with nothing set.");
        src.block(format_args!("pub fn builder() -> {builder}"), |src| builder::empty(src, structure));
        match structure.checks.as_ref().map(|checks| checks.methods) {
            Some(CheckMethods::Ruled) => src.fixed(&VALIDATION),
            Some(CheckMethods::Unruled) => src.fixed(&VALIDATION_WITHOUT_RULES),
            Some(CheckMethods::None) | None => {}
        }
    });
}

/// The methods that inputs have without a trait in scope.
static VALIDATION: Fixed = Fixed::new(|src| {
    let docs = quote! {
        /// Checks what the service is known to refuse. It allocates only where something is wrong.
    };
    validation_methods(src, docs)
});

/// The same in a crate without rules.
static VALIDATION_WITHOUT_RULES: Fixed = Fixed::new(|src| {
    let docs = quote! {
        /// Checks what the service is known to refuse: no rules of it are known here.
        /// `Policy::new().strict()` checks the constraints of the model.
    };
    validation_methods(src, docs)
});

fn validation_methods(src: &Source, docs: TokenStream) -> Vec<TokenStream> {
    let validation = src.name(Import::Validation);
    let validate = quote! {
        #docs
        ///
        /// # Errors
        ///
        /// Every violation of severity error.
        pub fn validate(&self) -> Result<(), #validation::Violations> {
            #validation::Validate::validate(self)
        }
    };
    let validate_with = quote! {
        /// Checks what a policy asks for.
        ///
        /// # Errors
        ///
        /// Every violation of severity error; warnings too, if the policy denies them.
        pub fn validate_with(&self, policy: &#validation::Policy<'_>) -> Result<(), #validation::Violations> {
            #validation::Validate::validate_with(self, policy)
        }
    };
    let check = quote! {
        /// Checks all that a policy asks for and gives the whole report, warnings among it.
        pub fn check(&self, policy: &#validation::Policy<'_>) -> #validation::Report {
            #validation::Validate::check(self, policy)
        }
    };
    vec![validate, validate_with, check]
}

/// How the members are written and read, each in the directions in which the structure travels.
fn json(src: &mut Source, structure: &Structure) {
    let impls: &[(&str, bool, bool)] = match structure.directions {
        Directions::OneCodec => &[("Structure", true, true)],
        Directions::Sent => &[("WriteMembers", true, false)],
        Directions::Received => &[("ReadMembers", false, true)],
        Directions::SentAndReceived => &[("WriteMembers", true, false), ("ReadMembers", false, true)],
    };
    for (name, writes, reads) in impls {
        members(src, structure, name, *writes, *reads);
    }
}

fn members(src: &mut Source, structure: &Structure, name: &str, writes: bool, reads: bool) {
    let fields = &structure.fields;
    match structure.message {
        MessageUse::OnlyMessage => return,
        MessageUse::Alone if !src.has_features() => return,
        MessageUse::Alone | MessageUse::AlsoNested | MessageUse::None => {}
    }
    let wire = src.name(Import::Wire);
    let out = if fields.is_empty() { "_" } else { "out" };
    src.separate();
    if structure.message == MessageUse::Alone {
        // As a message it has members elsewhere; only serde wants all of them in one value.
        src.line("#[cfg(feature = \"serde\")]");
    }
    expect_deprecated(src, structure.deprecated.is_some() || names_deprecated(structure));
    src.block(format_args!("impl {wire}::{name} for {}", structure.name), |src| {
        if writes {
            src.block(format_args!("fn write_members(&self, {out}: &mut {wire}::ObjectWriter<'_>)"), |src| {
                in_order(fields.iter()).for_each(|field| write(src, field, structure.directions));
            });
        }
        if reads {
            src.separate();
            reading::members(src, structure);
        }
    });
}

/// Writes a member of the body.
pub(crate) fn write(src: &mut Source, field: &Field, directions: Directions) {
    let (method, default) = match &field.presence {
        Presence::Required | Presence::RequiredOr(_) => ("field", None),
        Presence::Optional | Presence::ClientOptional => ("optional", None),
        Presence::OptionalOr(default, DefaultWriter::Anyone) => ("optional_or", Some(default)),
        Presence::OptionalOr(default, DefaultWriter::Server) | Presence::ClientOptionalOr(default) => {
            ("optional_or_served", Some(default))
        }
        Presence::IdempotencyToken(demand) => return token(src, field, *demand),
    };
    // Only clients write where responses have another codec.
    let is_served = directions == Directions::OneCodec;
    let (method, default) = match method {
        "optional_or_served" if !is_served => ("optional", None),
        method => (method, default),
    };
    let out = told(src, "out", field.timestamps, field.layout.as_ref());
    let (wire, value) = (sent_name(field), format!("&self.{}", field.name.in_source()));
    let default = default.map(|default| defaults::function(src, default));
    let arguments = [wire, value].into_iter().chain(default);
    src.sequence(format_args!("{out}.{method}("), arguments, ");");
}

/// The name of a member where it is written.
fn sent_name(field: &Field) -> String {
    literal(field.sent_as.as_ref().unwrap_or(&field.wire)).to_string()
}

/// Fields as they are written: attributes stand before what an element holds.
pub(crate) fn in_order<'f>(fields: impl Iterator<Item = &'f Field>) -> impl Iterator<Item = &'f Field> {
    let (attributes, elements): (Vec<&Field>, Vec<&Field>) =
        fields.partition(|field| field.place() == XmlPlace::Attribute);
    attributes.into_iter().chain(elements)
}

fn token(src: &mut Source, field: &Field, demand: TokenDemand) {
    let method = match demand {
        TokenDemand::Demanded => "required_token",
        TokenDemand::Optional => "token",
    };
    let (wire, name) = (sent_name(field), field.name.in_source());
    let out = told(src, "out", None, field.layout.as_ref());
    src.line(format_args!("{out}.{method}({wire}, &self.{name});"));
}

fn debug(src: &mut Source, structure: &Structure) {
    if structure.derives.debug {
        return;
    }
    let fmt = src.name(Import::Fmt);
    let is_named = |field: &Field| !structure.sensitive && (!field.redacted || field.presence.is_option());
    let names_deprecated = structure.fields.iter().any(|field| field.deprecated.is_some() && is_named(field));
    src.separate();
    expect_deprecated(src, structure.deprecated.is_some() || names_deprecated);
    src.block(format_args!("impl {fmt}::Debug for {}", structure.name), |src| {
        src.block(format_args!("fn fmt(&self, f: &mut {fmt}::Formatter<'_>) -> {fmt}::Result"), |src| {
            debug_body(src, structure);
        });
    });
}

fn debug_body(src: &mut Source, structure: &Structure) {
    let name = literal(structure.name.as_str());
    if structure.sensitive {
        let smithy = src.name(Import::Smithy);
        src.line(format_args!("f.debug_tuple({name}).field(&{smithy}::Redacted).finish()"));
        return;
    }
    let smithy = src.name(Import::Smithy);
    let fields = |src: &mut Source| structure.fields.iter().for_each(|field| debug_field(src, field));
    src.nest(format_args!("{smithy}::debug_fields(f, {name}, &["), fields, "])");
}

fn debug_field(src: &mut Source, field: &Field) {
    let (name, smithy) = (field.name.in_source(), src.name(Import::Smithy));
    let value = match (field.redacted, field.presence.is_option()) {
        (false, _) => format!("&self.{name}"),
        (true, false) => format!("&{smithy}::Redacted"),
        (true, true) => format!("&{smithy}::Redacted::option(&self.{name})"),
    };
    src.sequence("(", [literal(field.name.as_str()).to_string(), value].iter(), "),");
}
