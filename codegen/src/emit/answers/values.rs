//! The values of a typed answer: their types, and how they become texts of a map and come from there.

use super::super::source::{Import, Source};
use crate::ir::tables::{AnswerField, AnswerKind, AnswerType, AnswerVariant, Table};

/// The type of a value.
pub(super) fn value_type(src: &Source, ty: &AnswerType) -> String {
    match ty {
        AnswerType::Text => "String".to_owned(),
        AnswerType::Enum(name) => src.shape(name).to_string(),
        AnswerType::Integer => "i64".to_owned(),
        AnswerType::Boolean => "bool".to_owned(),
    }
}

/// What a function takes for a value, and what makes the value of it.
pub(super) fn argument(src: &Source, ty: &AnswerType) -> (String, &'static str) {
    let ty_name = value_type(src, ty);
    match ty {
        AnswerType::Text | AnswerType::Enum(_) => (format!("impl Into<{ty_name}>"), ".into()"),
        AnswerType::Integer | AnswerType::Boolean => (ty_name, ""),
    }
}

/// The path of the constant of a key.
fn key(src: &Source, table: &Table, field: &AnswerField) -> String {
    format!("{}::{}::{}", src.name(Import::Answers), table.module.in_source(), field.key)
}

/// The method that makes a map of an answer.
pub(super) fn map_of_case(src: &mut Source, table: &Table, AnswerVariant { fields, .. }: &AnswerVariant) {
    let (map, validation) = (src.name(Import::BTreeMap), src.name(Import::Validation));
    let (families, single): (Vec<&AnswerField>, Vec<&AnswerField>) =
        fields.iter().partition(|field| field.kind == AnswerKind::Family);
    let entries = |src: &mut Source| {
        for field in &single {
            src.sequence("(", [key(src, table, field), text(field)].iter(), "),");
        }
    };
    src.separate();
    src.block(format_args!("fn into_map(self) -> {map}<String, String>"), |src| {
        if families.is_empty() {
            return src.nest(format_args!("{validation}::entries(["), entries, "])");
        }
        src.nest(format_args!("let mut map = {validation}::entries(["), entries, "]);");
        for field in families {
            let (key, name) = (key(src, table, field), field.name.in_source());
            src.sequence(
                format_args!("map.extend({validation}::family("),
                [key, format!("self.{name}")].iter(),
                "));",
            );
        }
        src.line("map");
    });
}

/// The text of a value, if there is one.
fn text(field: &AnswerField) -> String {
    let name = field.name.in_source();
    let text = match field.ty {
        AnswerType::Text => None,
        AnswerType::Enum(_) => Some("as_str().to_owned()"),
        AnswerType::Integer | AnswerType::Boolean => Some("to_string()"),
    };
    match (field.kind, text) {
        (AnswerKind::Required, None) => format!("Some(self.{name})"),
        (AnswerKind::Required, Some(text)) => format!("Some(self.{name}.{text})"),
        (AnswerKind::Optional | AnswerKind::Family, None) => format!("self.{name}"),
        (AnswerKind::Optional | AnswerKind::Family, Some(text)) => {
            format!("self.{name}.map(|value| value.{text})")
        }
    }
}

/// The method that reads an answer out of a map.
pub(super) fn read(src: &mut Source, table: &Table, AnswerVariant { fields, .. }: &AnswerVariant) {
    let validation = src.name(Import::Validation);
    src.separate();
    let keys = if fields.is_empty() { "_" } else { "keys" };
    src.block(format_args!("fn read({keys}: &mut {validation}::Keys<'_>) -> Self"), |src| {
        let fields = |src: &mut Source| {
            for field in fields {
                let (method, made) = match (field.kind, &field.ty) {
                    (AnswerKind::Family, _) => ("family", ""),
                    (AnswerKind::Required, AnswerType::Text) => ("required", ""),
                    (AnswerKind::Required, AnswerType::Enum(_)) => ("required", ".into()"),
                    (AnswerKind::Optional, AnswerType::Text) => ("optional", ""),
                    (AnswerKind::Optional, AnswerType::Enum(_)) => ("optional", ".map(Into::into)"),
                    (AnswerKind::Required, AnswerType::Integer | AnswerType::Boolean) => {
                        ("required_value", "")
                    }
                    (AnswerKind::Optional, AnswerType::Integer | AnswerType::Boolean) => ("value", ""),
                };
                let key = key(src, table, field);
                src.line(format_args!("{}: keys.{method}({key}){made},", field.name.in_source()));
            }
        };
        src.nest("Self {", fields, "}");
    });
}
