//! Structures: the struct, its JSON, its `Debug` where something is hidden, its builder.

use proc_macro2::TokenStream;
use quote::quote;

use super::lines::{call, function, indented, literal};
use super::tokens::{Scope, deprecation_lines, eq_by_hand, expects_deprecated};
use super::{builder, checks, error};
use crate::ir::{Field, Presence, Structure};
use crate::resolve::traits::TimestampFormat;

/// All items of a structure.
pub(crate) fn items(scope: &Scope, structure: &Structure) -> Vec<TokenStream> {
    let mut items = vec![definition(scope, structure), constructor(structure)];
    items.extend(eq_by_hand(structure.derives, &structure.name, structure.deprecated.is_some()));
    items.extend(error::structure(structure));
    items.push(json(scope, structure));
    items.extend(checks::structure(scope, structure));
    items.extend(debug(scope, structure));
    items.extend(builder::items(scope, structure));
    items
}

/// Whether the code of a structure names something deprecated other than the structure itself.
pub(crate) fn names_deprecated(structure: &Structure) -> bool {
    structure.fields.iter().any(|field| field.deprecated.is_some() || field.names_deprecated)
}

fn definition(scope: &Scope, structure: &Structure) -> TokenStream {
    let Structure { name, docs, deprecated, derives, fields, .. } = structure;
    let docs = scope.doc(docs);
    let lines: Vec<String> = fields.iter().flat_map(|field| field_lines(scope, field)).collect();
    let fields = (!lines.is_empty()).then(|| scope.fields(lines));
    quote! {
        #docs
        #deprecated
        #derives
        pub struct #name {
            #fields
        }
    }
}

fn field_lines(scope: &Scope, field: &Field) -> Vec<String> {
    let ty = scope.source(&field.ty);
    let ty = match field.presence {
        Presence::Required => ty,
        Presence::Optional => format!("Option<{ty}>"),
    };
    let mut lines = scope.doc_lines(&field.docs);
    lines.extend(deprecation_lines(field.deprecated.as_ref(), field.names_deprecated));
    lines.push(format!("pub {}: {ty},", field.name.in_source()));
    lines
}

fn constructor(structure: &Structure) -> TokenStream {
    let Structure { name, .. } = structure;
    let builder = builder::name(structure);
    let checks = checks::for_users(&structure.checks);
    let expects = expects_deprecated(structure.deprecated.is_some());
    quote! {
        #expects
        impl #name {
            /// Starts a builder with nothing set.
            pub fn builder() -> #builder {
                Default::default()
            }

            #checks
        }
    }
}

fn json(scope: &Scope, structure: &Structure) -> TokenStream {
    let Structure { name, fields, .. } = structure;
    let expects = expects_deprecated(structure.deprecated.is_some() || names_deprecated(structure));
    let (out, object) = if fields.is_empty() { ("_", "_") } else { ("out", "object") };
    let write = format!("fn write_members(&self, {out}: &mut wire::ObjectWriter<'_>) {{");
    let read = format!("fn read_members({object}: &mut wire::ObjectReader<'_>) -> Self {{");
    let mut lines = function(vec![write], fields.iter().flat_map(write_line));
    lines.push(String::new());
    lines.extend(function(vec![read], literal_of("Self", fields.iter().flat_map(read_line))));
    let body = scope.body(lines);
    quote! {
        #expects
        impl wire::Structure for #name {
            #body
        }
    }
}

/// A struct literal of whole lines.
pub(crate) fn literal_of(name: &str, fields: impl Iterator<Item = String>) -> Vec<String> {
    let fields: Vec<String> = indented(fields).collect();
    if fields.is_empty() {
        return vec![format!("{name} {{}}")];
    }
    [vec![format!("{name} {{")], fields, vec!["}".to_owned()]].concat()
}

fn write_line(field: &Field) -> Vec<String> {
    let (wire, value) = (literal(&field.wire), format!("&self.{}", field.name.in_source()));
    let writer = out(field.timestamps);
    let method = match field.presence {
        Presence::Required => "field",
        Presence::Optional => "optional",
    };
    call(8, &format!("{writer}.{method}"), &[wire, value], ";")
}

/// The writer, told the format of the timestamps to come.
pub(crate) fn out(timestamps: Option<TimestampFormat>) -> &'static str {
    match timestamps {
        None | Some(TimestampFormat::EpochSeconds) => "out",
        Some(TimestampFormat::DateTime) => "out.timestamps(smithy::TimestampFormat::DateTime)",
        Some(TimestampFormat::HttpDate) => "out.timestamps(smithy::TimestampFormat::HttpDate)",
    }
}

fn read_line(field: &Field) -> Vec<String> {
    let name = field.name.in_source();
    let object = if field.redacted { "object.sensitive()" } else { "object" };
    let wire = literal(&field.wire);
    match field.presence {
        Presence::Required => {
            call(12, &format!("{name}: {object}.required"), &[wire, literal(field.name.as_str())], ",")
        }
        Presence::Optional => call(12, &format!("{name}: {object}.optional"), &[wire], ","),
    }
}

fn debug(scope: &Scope, structure: &Structure) -> Option<TokenStream> {
    let Structure { name, derives, .. } = structure;
    if derives.debug {
        return None;
    }
    let expects = expects_deprecated(structure.deprecated.is_some() || names_deprecated(structure));
    let head = "fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {".to_owned();
    let body = scope.body(function(vec![head], debug_body(structure)));
    Some(quote! {
        #expects
        impl fmt::Debug for #name {
            #body
        }
    })
}

fn debug_body(structure: &Structure) -> Vec<String> {
    let name = literal(structure.name.as_str());
    if structure.sensitive {
        return vec![format!("f.debug_tuple({name}).field(&smithy::Redacted).finish()")];
    }
    let fields = structure.fields.iter().flat_map(debug_line);
    let mut lines = vec![format!("f.debug_struct({name})")];
    lines.extend(indented(fields.chain([".finish()".to_owned()])));
    lines
}

fn debug_line(field: &Field) -> Vec<String> {
    let name = field.name.in_source();
    let value = match (field.redacted, field.presence) {
        (false, _) => format!("&self.{name}"),
        (true, Presence::Required) => "&smithy::Redacted".to_owned(),
        (true, Presence::Optional) => format!("&smithy::Redacted::option(&self.{name})"),
    };
    call(12, ".field", &[literal(field.name.as_str()), value], "")
}
