//! What callers can declare, and how the service words a refusal.

use super::source::{Import, Source, literal};
use crate::ir::Codec;
use crate::ir::tables::SharedChecks;

/// The methods of policies and violations; `response` is the error that refuses a request, with the codec of its body.
pub(crate) fn declared(src: &mut Source, checked: &SharedChecks, response: Option<(&str, Codec)>) {
    src.front("What callers can declare, and how the service words a refusal.");
    if !checked.declarations.is_empty() || !checked.related.is_empty() {
        let validation = src.name(Import::Validation);
        src.separate();
        src.block(format_args!("impl<'a> {validation}::Policy<'a>"), |src| policy(src, checked));
    }
    if let Some((code, codec)) = response {
        validation_error_response(src, code, codec);
    }
}

fn policy(src: &mut Source, checked: &SharedChecks) {
    let validation = src.name(Import::Validation);
    for (number, (method, sentence)) in checked.declarations.iter().enumerate() {
        src.separate();
        src.comment(sentence);
        let name = method.in_source();
        src.block(format_args!("pub const fn {name}(self, holds: bool) -> Self"), |src| {
            src.line(format_args!("self.declare({validation}::Switch::new({number}), holds)"));
        });
    }
    for (name, method, sentence) in &checked.related {
        let (method, map) = (method.in_source(), src.name(Import::BTreeMap));
        src.separate();
        src.comment(sentence);
        src.block(format_args!("pub fn {method}(self, map: &'a {map}<String, String>) -> Self"), |src| {
            src.line(format_args!("self.relate({}, map)", literal(name)));
        });
    }
}

fn validation_error_response(src: &mut Source, code: &str, codec: Codec) {
    let body = match codec {
        Codec::Json | Codec::Xml => "String",
        Codec::Cbor | Codec::Form => "Vec<u8>",
    };
    let validation = src.name(Import::Validation);
    src.separate();
    src.block(format_args!("impl {validation}::Violations"), |src| {
        src.comment(
            "The body of the response with which the service itself refuses such a request, with status 400.",
        );
        src.comment("");
        src.comment(format_args!("What has no error of its own is answered as `{code}`."));
        src.block(format_args!("pub fn refusal(&self) -> {body}"), |src| {
            src.line(format_args!("self.service_error({})", literal(code)));
        });
    });
}
