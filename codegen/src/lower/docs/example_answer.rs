//! A typed answer in an example.

use super::Comments;
use crate::ir::{ExampleAnswer, ExampleValue};
use crate::json::Value;
use crate::lower::checks::{type_of_case, variants};
use crate::names::{FieldName, TypeName};
use crate::rules::{Binding, Key, KeyValue, Requirement, StringFormat};

impl Comments<'_> {
    /// The step of a builder that takes what an example has in a map with a key table; nothing where the answer has no
    /// type, or the example holds what the type does not.
    pub(super) fn answer<'b>(
        &self,
        binding: &'b Binding,
        example: &Value,
    ) -> Option<(&'b Binding, (FieldName, Vec<ExampleValue>))> {
        let (step, table) = (binding.step.as_ref()?, self.rules.tables.get(&binding.table)?);
        let (name, by) = (TypeName::of_shape(table.answer.as_ref()?), example.get(&binding.by)?.as_str()?);
        let case = table.cases.iter().find(|case| case.name == by)?;
        let (_, variant) = variants(self.types.model.shape(&table.discriminator))
            .into_iter()
            .find(|(value, _)| *value == by)?;
        let mut answer = ExampleAnswer {
            module: FieldName::module_of_id("answers", name.as_str()),
            ty: type_of_case(&[&name], &variant),
            arguments: Vec::new(),
            steps: Vec::new(),
        };
        let entries = example.get(&binding.map)?.as_object()?;
        for key in case.keys.iter().filter(|key| key.requirement == Requirement::Always) {
            let entry = entries.iter().find(|entry| entry.key == key.name)?;
            answer.arguments.push(value_of_key(key, &entry.value)?);
        }
        let is_argument = |key: &Key| key.requirement == Requirement::Always;
        for entry in entries {
            let key = case.keys.iter().find(|key| belongs(key, &entry.key))?;
            if is_argument(key) {
                continue;
            }
            let setter = FieldName::of_id(&key.name);
            let setter = if setter.as_str() == "new" { setter.with_suffix("_value") } else { setter };
            let name = entry.key.strip_prefix(&key.name).filter(|_| is_family(key));
            let name = name.map(|name| ExampleValue::Text(name.to_owned()));
            let arguments = name.into_iter().chain([value_of_key(key, &entry.value)?]).collect();
            answer.steps.push((setter, arguments));
        }
        Some((binding, (FieldName::of_step(step), vec![ExampleValue::Answer(answer)])))
    }
}

fn is_family(key: &Key) -> bool {
    matches!(key.requirement, Requirement::Family(_))
}

/// Whether a typed answer has a field for this entry of its map.
fn belongs(key: &Key, entry: &str) -> bool {
    if is_family(key) {
        entry.starts_with(&key.name)
    } else {
        key.name == entry && key.requirement != Requirement::Ignored
    }
}

fn value_of_key(key: &Key, value: &Value) -> Option<ExampleValue> {
    let text = value.as_str()?;
    Some(match &key.value {
        KeyValue::Format(StringFormat::Integer) => {
            ExampleValue::Literal(text.parse::<i64>().ok()?.to_string())
        }
        KeyValue::Format(StringFormat::Boolean) => {
            ExampleValue::Literal(text.parse::<bool>().ok()?.to_string())
        }
        KeyValue::Any | KeyValue::Format(_) | KeyValue::Sent(_) | KeyValue::Known(_) => {
            ExampleValue::Text(text.to_owned())
        }
    })
}
