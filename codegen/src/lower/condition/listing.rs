//! All conditions of a crate as one module, a function each.

use super::{Condition, of_shape};
use crate::diagnostics::Diagnostics;
use crate::lower::types::Types;
use crate::names::FieldName;
use crate::resolve::graph::Shape;

/// The functions of all conditions of these shapes and of their members, named after both.
pub(crate) fn module<'m>(
    errors: &mut Diagnostics,
    types: &Types<'m>,
    shapes: impl Iterator<Item = &'m Shape>,
) -> String {
    let mut functions = String::new();
    for shape in shapes {
        for condition in of_shape(errors, types, shape.id.as_str(), &shape.id, &shape.traits) {
            functions.push_str(&function(shape.id.name(), &condition));
        }
        for member in shape.members() {
            let id = format!("{}${}", shape.id, member.name);
            for condition in of_shape(errors, types, &id, &member.target, &member.traits) {
                functions.push_str(&function(&format!("{}_{}", shape.id.name(), member.name), &condition));
            }
        }
    }
    let imports = [("BTreeMap<", "use std::collections::BTreeMap;\n"), ("smithy::", "use crate::smithy;\n")];
    let used = imports.iter().filter(|(name, _)| functions.contains(name)).map(|&(_, import)| import);
    format!("//! The conditions of the model.\n\n{}{functions}", used.collect::<String>())
}

fn function(owner: &str, condition: &Condition) -> String {
    let name = FieldName::of_member(&format!("{owner}_{}", condition.name));
    let name = name.in_source();
    let expression = format!("`{}`", condition.expression.replace(char::is_control, " "));
    let lines = condition.documentation.lines().chain(["", &expression]);
    let docs: String = lines.map(|line| format!("/// {line}").trim_end().to_owned() + "\n").collect();
    let expects = if condition.names_deprecated { "#[expect(deprecated)]\n" } else { "" };
    let parameter = condition.parameter("crate");
    let body: String = condition.lines("crate").iter().map(|line| format!("    {line}\n")).collect();
    format!("\n{docs}{expects}pub fn {name}(value: {parameter}) -> bool {{\n{body}}}\n")
}
