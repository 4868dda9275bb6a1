//! How the results of an operation come in pages, in Rust's words.

use super::presence::presence;
use super::types::Types;
use crate::ir::Type;
use crate::ir::pages::{FieldStep, PageFields, Pages};
use crate::names::FieldName;
use crate::resolve::graph::{Member, Shape, ShapeKind, SimpleType};
use crate::resolve::queries::operations::Pagination;

/// The pages of an operation.
pub(crate) fn pages(types: &Types<'_>, operation: &Shape, pagination: Pagination) -> Pages {
    let fields = fields(types, operation, &pagination);
    let Pagination { input_token, output_token, items, page_size } = pagination;
    Pages { input_token, output_token, items, page_size, fields }
}

/// The members of structures that lead to a value.
type MemberPath<'m> = Vec<(&'m Shape, &'m Member)>;

/// The fields behind the names, unless a name leads nowhere or tokens are neither strings nor maps.
fn fields(types: &Types<'_>, operation: &Shape, pagination: &Pagination) -> Option<PageFields> {
    let io = operation.operation_io();
    let model = types.model;
    let input = model.member_path(io.input.as_ref()?, &pagination.input_token)?;
    let output = model.member_path(io.output.as_ref()?, &pagination.output_token)?;
    let items = match &pagination.items {
        Some(path) => Some(model.member_path(io.output.as_ref()?, path)?),
        None => None,
    };
    let [(container, input_token)] = input.as_slice() else { return None };
    let (_, output_token) = output.last()?;
    let token = model.shape(&input_token.target);
    let is_token = match token.kind {
        ShapeKind::SimpleType(SimpleType::String) => true,
        ShapeKind::Map { .. } => types.is_eq(&token.id),
        _ => false,
    };
    let is_optional = presence(model, container, input_token).is_option();
    if !is_token || !is_optional || types.of(&token.id) != types.of(&output_token.target) {
        return None;
    }
    let walked = [Some(&input), Some(&output), items.as_ref()];
    Some(PageFields {
        token: types.of(&token.id),
        input_token: field_name(container, input_token),
        names_deprecated: walked.into_iter().flatten().any(|path| is_deprecated(types, path)),
        output_token: steps(types, &output),
        items: match &items {
            Some(path) => Some((collection(types, path)?, steps(types, path))),
            None => None,
        },
    })
}

/// The type of the list or map at the end of a path.
fn collection(types: &Types<'_>, path: &MemberPath<'_>) -> Option<Type> {
    let (_, items) = path.last()?;
    let shape = types.model.shape(&items.target);
    matches!(shape.kind, ShapeKind::List(_) | ShapeKind::Map { .. }).then(|| types.of(&items.target))
}

fn steps(types: &Types<'_>, path: &MemberPath<'_>) -> Vec<FieldStep> {
    let step = |(container, member): &(&Shape, &Member)| FieldStep {
        name: field_name(container, member),
        is_option: presence(types.model, container, member).is_option(),
    };
    path.iter().map(step).collect()
}

fn field_name(container: &Shape, member: &Member) -> FieldName {
    let position = container.members().position(|other| other.name == member.name);
    let mut names = FieldName::of_members(container.members().map(|member| member.name.as_str()));
    names.swap_remove(position.expect("a structure has its own members"))
}

/// Whether naming the fields of a path, or the type at its end, names something deprecated.
fn is_deprecated(types: &Types<'_>, path: &MemberPath<'_>) -> bool {
    let is = |(container, member): &(&Shape, &Member)| {
        container.traits.deprecated.is_some() || member.traits.deprecated.is_some()
    };
    path.iter().any(is) || path.last().is_some_and(|(_, last)| types.names_deprecated_in_use(&last.target))
}
