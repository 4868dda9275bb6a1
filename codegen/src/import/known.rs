//! What is asked of an imported text when a newer one is to replace it.

use serde_json::{Map, Value};

/// The trait that carries documentation.
pub const DOCUMENTATION: &str = "smithy.api#documentation";

/// Whether a model has documentation.
pub fn has_documentation(text: &str) -> bool {
    text.contains(&format!("\"{DOCUMENTATION}\""))
}

/// Whether a newer text defines the same service as an older one, by its shape id and by the name that AWS gives it.
///
/// # Errors
///
/// A sentence on the service that it defines instead.
pub fn same_service(id: &str, old: &str, new: &str) -> Result<(), String> {
    let (old, new) = (shapes(old), shapes(new));
    let is_service = |shape: &Value| shape["type"] == "service";
    let Some(service) = new.get(id).filter(|shape| is_service(shape)) else {
        let other = new.iter().find(|(_, shape)| is_service(shape));
        let other = other.map_or_else(|| "no service".to_owned(), |(id, _)| format!("`{id}`"));
        return Err(format!("the description defines {other}, and the model `{id}`"));
    };
    let sdk_id = |shape: &Value| shape["traits"]["aws.api#service"]["sdkId"].as_str().map(str::to_owned);
    match (old.get(id).and_then(sdk_id), sdk_id(service)) {
        (Some(old), Some(new)) if old != new => {
            Err(format!("the description is of the service `{new}`, and the model of `{old}`"))
        }
        _ => Ok(()),
    }
}

/// The shapes of a text, which is a model.
fn shapes(text: &str) -> Map<String, Value> {
    let mut model = serde_json::from_str::<Value>(text).unwrap_or_default();
    model.get_mut("shapes").and_then(Value::as_object_mut).map(std::mem::take).unwrap_or_default()
}
