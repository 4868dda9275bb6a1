//! What a type is, said from its place in the model.

use std::collections::{BTreeMap, BTreeSet};

use super::{Comments, Subject, link};
use crate::lower::types::Types;
use crate::resolve::graph::{Shape, ShapeId, ShapeKind};
use crate::resolve::traits::ErrorFault;
use markup::{Markdown, code};

/// How many items a sentence names; of more it says how many there are.
const NAMED: usize = 3;

impl Comments<'_> {
    /// The sentences about a type that are true whatever its documentation says, and one in place of documentation.
    pub(super) fn role(&self, shape: &Shape, documented: bool) -> Vec<Markdown> {
        if let Some(end) = self.end_of_operation(shape) {
            return vec![end];
        }
        if let Some(fault) = shape.traits.error {
            return vec![self.error_line(shape, fault)];
        }
        if documented { Vec::new() } else { vec![self.kind_line(shape)] }
    }

    /// Says which operation a request or response belongs to, if it is one operation's alone.
    fn end_of_operation(&self, shape: &Shape) -> Option<Markdown> {
        let operation = self.types.model.shape(self.subject.sole_operations.get(&shape.id)?);
        let role =
            if operation.operation_io().input.as_ref() == Some(&shape.id) { "Input" } else { "Output" };
        Some(Markdown::from(role) + " of " + link(&self.types.operation(&operation.id).name) + ".")
    }

    /// Whose fault an error is, its status where the model states one, and what answers with it.
    fn error_line(&self, shape: &Shape, fault: ErrorFault) -> Markdown {
        let whose = match fault {
            ErrorFault::Client => "the caller's",
            ErrorFault::Server => "the service's",
        };
        let status =
            shape.traits.http_error.map(|status| format!(", with HTTP status {status}")).unwrap_or_default();
        let retry = if shape.traits.retryable.is_some() { " A retry may succeed." } else { "" };
        let name = code(shape.id.name());
        Markdown::from(format!("The error {name}{status}: {whose} fault.{retry}"))
            + self.returned_by(&shape.id)
    }

    fn returned_by(&self, id: &ShapeId) -> Markdown {
        let all = self.subject.operations;
        let returning: Vec<&&Shape> =
            all.iter().filter(|shape| shape.operation_io().errors.contains(id)).collect();
        match returning.len() {
            0 => Markdown::default(),
            count if count == all.len() && count > NAMED => " Every operation can return it.".into(),
            // Without their number, which changes with each operation that comes.
            count if count > NAMED => " Many operations can return it.".into(),
            _ => {
                let names = returning.iter().map(|shape| link(&self.types.operation(&shape.id).name));
                Markdown::from(" Returned by ") + joined(names.collect()) + "."
            }
        }
    }

    /// What a type without documentation is, and what holds it.
    fn kind_line(&self, shape: &Shape) -> Markdown {
        let what = match &shape.kind {
            ShapeKind::Union(members) => format!("A choice of {}", count(members.len(), "member")),
            ShapeKind::Enum(members) | ShapeKind::IntEnum(members) => {
                format!("One of {}", count(members.len(), "value"))
            }
            ShapeKind::List(_) => "A list".to_owned(),
            ShapeKind::Map { .. } => "A map".to_owned(),
            _ => format!("A structure of {}", count(shape.members().count(), "member")),
        };
        match self.holders.get(&shape.id).map(|holders| holders.iter().collect::<Vec<_>>()) {
            Some(holders) if holders.len() <= NAMED => {
                let names = holders.iter().map(|id| self.shape_link(id)).collect();
                Markdown::from(what) + " in " + joined(names) + "."
            }
            Some(holders) => {
                let names = holders.iter().take(NAMED - 1).map(|id| self.shape_link(id));
                let others = format!(" and {} other types.", holders.len() - names.len());
                Markdown::from(what) + " in " + Markdown::joined(names, ", ") + others
            }
            None => format!("{what}.").into(),
        }
    }
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("{number} {what}") } else { format!("{number} {what}s") }
}

fn joined(mut names: Vec<Markdown>) -> Markdown {
    match names.pop() {
        Some(last) if names.is_empty() => last,
        Some(last) => Markdown::joined(names, ", ") + " and " + last,
        None => Markdown::default(),
    }
}

/// The structures and unions that hold values of each shape, directly or in lists and maps.
pub(super) fn holders<'t>(
    types: &Types<'t>,
    subject: &Subject<'t>,
) -> BTreeMap<&'t ShapeId, BTreeSet<&'t ShapeId>> {
    let mut holders: BTreeMap<&ShapeId, BTreeSet<&ShapeId>> = BTreeMap::new();
    let model = types.model;
    let containers = subject.reachable.iter().map(|id| model.shape(id));
    for container in
        containers.filter(|shape| matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_)))
    {
        let mut todo: Vec<&ShapeId> = container.members().map(|member| &member.target).collect();
        let mut seen = BTreeSet::new();
        while let Some(target) = todo.pop() {
            let target = &model.shape(target).id;
            if !seen.insert(target) {
                continue;
            }
            if types.is_item(model.shape(target)) && *target != container.id {
                holders.entry(target).or_default().insert(&container.id);
            }
            if let ShapeKind::List(_) | ShapeKind::Map { .. } = model.shape(target).kind {
                todo.extend(model.shape(target).members().map(|member| &member.target));
            }
        }
    }
    holders
}
