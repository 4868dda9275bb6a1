//! The methods of a union that say which member it is.

use super::attributes::expect_deprecated;
use super::source::{Source, TypePath};
use crate::ir::{Type, Union, Variant};

/// The methods, as an `impl`.
pub(crate) fn items(src: &mut Source, union: &Union) {
    let is_deprecated =
        |variant: &Variant| variant.deprecated.is_some() || variant.deprecated_types.in_definition();
    src.separate();
    expect_deprecated(src, union.deprecated.is_some() || union.variants.iter().any(is_deprecated));
    src.block(format_args!("impl {}", union.name), |src| {
        for (variant, (is, gives)) in union.variants.iter().zip(&union.methods) {
            let Variant { name, ty, .. } = variant;
            let pattern = if ty.is_some() { "(_)" } else { "" };
            src.separate();
            src.comment(format_args!("Whether it is [`{name}`](variant@Self::{name})."));
            question(src, &is.in_source(), &format!("Self::{name}{pattern}"));
            if let Some(ty) = ty {
                src.separate();
                src.comment(format_args!("The value of [`{name}`](variant@Self::{name}), if it is that."));
                let ty = held(src, ty);
                src.block(format_args!("pub fn {}(&self) -> Option<&{ty}>", gives.in_source()), |src| {
                    src.line(format_args!(
                        "if let Self::{name}(value) = self {{ Some(value) }} else {{ None }}"
                    ));
                });
            }
        }
        src.separate();
        src.comment("Whether it is a member that the model does not know.");
        question(src, "is_unknown", "Self::Unknown(..)");
    });
}

fn question(src: &mut Source, method: &str, pattern: &str) {
    src.block(format_args!("pub fn {method}(&self) -> bool"), |src| {
        src.line(format_args!("matches!(self, {pattern})"));
    });
}

/// The type that a member holds, without the `Box` around a structure.
fn held(src: &Source, ty: &Type) -> String {
    match ty {
        Type::Boxed(name) => src.shape(name).to_string(),
        Type::Bool
        | Type::Number(_)
        | Type::String
        | Type::Smithy(_)
        | Type::List(..)
        | Type::Map(..)
        | Type::Shape(_) => TypePath::to_string(&src.ty(ty)),
    }
}
