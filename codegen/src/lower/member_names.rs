//! Members that would become one field or one variant: the model has to tell them apart.

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{Member, Shape, ShapeKind};
use crate::resolve::traits::service::ProtocolTrait;

/// Checks the members of shapes; the protocol decides what can be done about it.
pub(super) fn check<'m>(
    errors: &mut Diagnostics,
    shapes: impl Iterator<Item = &'m Shape>,
    protocol: Option<ProtocolTrait>,
) {
    for shape in shapes {
        let members: Vec<&Member> = shape.members().collect();
        let names = members.iter().map(|member| member.name.as_str());
        let repeated = match &shape.kind {
            ShapeKind::Structure(_) => FieldName::repeated_members(names),
            ShapeKind::Union(_) | ShapeKind::Enum(_) | ShapeKind::IntEnum(_) => {
                TypeName::repeated_variants(names)
            }
            _ => continue,
        };
        for (at, first) in repeated {
            errors.push(clash(shape, members[first], members[at]).help(advice(shape, protocol)));
        }
    }
}

fn clash(shape: &Shape, first: &Member, second: &Member) -> Diagnostic {
    let rust = match shape.kind {
        ShapeKind::Structure(_) => FieldName::of_member(&second.name).as_str().to_owned(),
        _ => TypeName::of_variants([second.name.as_str()]).remove(0).as_str().to_owned(),
    };
    let (first, second_name) = (&first.name, &second.name);
    Diagnostic::error(format!("`{first}` and `{second_name}` would both get the Rust name `{rust}`"))
        .at(second.span)
        .shape(format!("{}${second_name}", shape.id))
}

/// What helps: what keeps the name on the wire, if anything does.
fn advice(shape: &Shape, protocol: Option<ProtocolTrait>) -> String {
    let keeps = |name: &str| format!("rename one of them; `{name}` keeps what it is on the wire");
    match (&shape.kind, protocol) {
        (ShapeKind::Enum(_), _) if shape.has_enum_trait() => {
            "give one of the values another `name` in the trait `enum`".to_owned()
        }
        (ShapeKind::Enum(_) | ShapeKind::IntEnum(_), _) => keeps("enumValue"),
        (_, Some(ProtocolTrait::RestJson1)) => keeps("jsonName"),
        (_, Some(ProtocolTrait::RestXml | ProtocolTrait::AwsQuery)) => keeps("xmlName"),
        (_, Some(ProtocolTrait::Ec2Query)) => keeps("ec2QueryName"),
        (_, Some(protocol)) => {
            let id = protocol.id();
            format!("rename one of them, in the service too: under `{id}` a member's name goes over the wire")
        }
        (_, None) => "rename one of them".to_owned(),
    }
}
