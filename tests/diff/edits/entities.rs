//! Edits of the service and of its operations.

use serde_json::{Value, json};

use super::{Edits, Shapes, has, set, unset};
use crate::slices::Slice;

/// What can be done to an operation or a service.
type Change = (&'static str, fn(&Value) -> bool, fn(&mut Value));

const OPERATION: &[Change] = &[
    (
        "got an error",
        |_| true,
        |operation| {
            let mut errors = operation["errors"].as_array().cloned().unwrap_or_default();
            errors.push(json!({ "target": "edit#Failure" }));
            operation["errors"] = Value::Array(errors);
        },
    ),
    (
        "lost an error",
        |operation| operation["errors"].as_array().is_some_and(|errors| !errors.is_empty()),
        |operation| {
            operation["errors"].as_array_mut().expect("it has errors").remove(0);
        },
    ),
    (
        "has its errors in another order",
        |operation| operation["errors"].as_array().is_some_and(|errors| errors.len() > 1),
        |operation| {
            operation["errors"].as_array_mut().expect("it has errors").reverse();
        },
    ),
    (
        "lost its output",
        |operation| !has(operation, "paginated"),
        |operation| {
            operation["output"] = json!({ "target": "smithy.api#Unit" });
        },
    ),
    (
        "lost its input",
        |operation| !has(operation, "paginated"),
        |operation| {
            operation["input"] = json!({ "target": "smithy.api#Unit" });
        },
    ),
    (
        "has another input",
        |operation| !has(operation, "paginated"),
        |operation| {
            operation["input"] = json!({ "target": "edit#Pot" });
        },
    ),
    (
        "has another output",
        |operation| !has(operation, "paginated"),
        |operation| {
            operation["output"] = json!({ "target": "edit#Pot" });
        },
    ),
    (
        "is idempotent",
        |operation| !has(operation, "idempotent"),
        |operation| set(operation, "idempotent", json!({})),
    ),
    (
        "is readonly",
        |operation| !has(operation, "readonly"),
        |operation| set(operation, "readonly", json!({})),
    ),
    ("has no pages", |operation| has(operation, "paginated"), |operation| unset(operation, "paginated")),
    (
        "has pages without items",
        |operation| operation["traits"]["smithy.api#paginated"].get("items").is_some(),
        |operation| {
            let pages = operation["traits"]["smithy.api#paginated"].as_object_mut().expect("an object");
            pages.remove("items");
        },
    ),
    (
        "has pages of any size",
        |operation| operation["traits"]["smithy.api#paginated"].get("pageSize").is_some(),
        |operation| {
            let pages = operation["traits"]["smithy.api#paginated"].as_object_mut().expect("an object");
            pages.remove("pageSize");
        },
    ),
    ("is deprecated", |_| true, |operation| set(operation, "deprecated", json!({}))),
    ("has other documentation", |_| true, |operation| set(operation, "documentation", json!("Other."))),
    (
        "needs no authentication",
        |operation| !has(operation, "optionalAuth"),
        |operation| set(operation, "optionalAuth", json!({})),
    ),
    (
        "has no authentication",
        |operation| !has(operation, "auth"),
        |operation| set(operation, "auth", json!([])),
    ),
    (
        "has another place in HTTP",
        |_| true,
        |operation| {
            set(operation, "http", json!({ "method": "PUT", "uri": "/edited", "code": 200 }));
        },
    ),
    (
        "has another host",
        |_| true,
        |operation| set(operation, "endpoint", json!({ "hostPrefix": "edited." })),
    ),
    (
        "is compressed",
        |_| true,
        |operation| {
            set(operation, "requestCompression", json!({ "encodings": ["gzip"] }));
        },
    ),
];

const SERVICE: &[Change] = &[
    ("has another version", |_| true, |service| service["version"] = json!("edited")),
    ("has another title", |_| true, |service| set(service, "title", json!("Edited"))),
    ("has other documentation", |_| true, |service| set(service, "documentation", json!("Other."))),
    ("is deprecated", |_| true, |service| set(service, "deprecated", json!({}))),
    ("got an error", |_| true, |service| service["errors"] = json!([{ "target": "edit#Failure" }])),
    (
        "got an operation",
        |_| true,
        |service| {
            service["operations"]
                .as_array_mut()
                .expect("it has operations")
                .push(json!({ "target": "edit#Brew" }));
        },
    ),
    (
        "lost an operation",
        |service| service["operations"].as_array().is_some_and(|all| all.len() > 1),
        |service| {
            service["operations"].as_array_mut().expect("it has operations").pop();
        },
    ),
    (
        "has its operations in another order",
        |service| service["operations"].as_array().is_some_and(|all| all.len() > 1),
        |service| {
            service["operations"].as_array_mut().expect("it has operations").reverse();
        },
    ),
    (
        "speaks another protocol",
        |service| service["traits"].get("aws.protocols#awsJson1_1").is_some(),
        |service| {
            let traits = service["traits"].as_object_mut().expect("an object");
            traits.remove("aws.protocols#awsJson1_1");
            traits.insert("aws.protocols#awsJson1_0".to_owned(), json!({}));
        },
    ),
    ("speaks rpcv2Cbor too", |_| true, |service| service["traits"]["smithy.protocols#rpcv2Cbor"] = json!({})),
    (
        "speaks awsQuery too",
        |_| true,
        |service| {
            service["traits"]["aws.protocols#awsQuery"] = json!({});
            set(service, "xmlNamespace", json!({ "uri": "https://example.com/" }));
        },
    ),
    (
        "is signed under another name",
        |_| true,
        |service| {
            service["traits"]["aws.auth#sigv4"]["name"] = json!("edited");
        },
    ),
    (
        "is called otherwise by AWS",
        |_| true,
        |service| {
            service["traits"]["aws.api#service"]["sdkId"] = json!("Edited");
        },
    ),
    ("accepts tokens too", |_| true, |service| set(service, "httpBearerAuth", json!({}))),
];

/// All edits of the entities of a slice.
pub(super) fn all(edits: &mut Edits, number: usize, slice: &Slice) {
    let shapes = slice.model["shapes"].as_object().expect("a model has shapes");
    for (id, shape) in shapes {
        let (of, changes) = match shape["type"].as_str() {
            Some("operation") => ("an operation", OPERATION),
            Some("service") => ("the service", SERVICE),
            _ => continue,
        };
        for (change, _, edit) in changes.iter().filter(|(_, applies, _)| applies(shape)) {
            edits.add(format!("{of} {change}"), number, slice, |shapes| edit(&mut shapes[id]));
        }
        if of == "an operation" {
            edits.add(format!("{of} has another name"), number, slice, |shapes| renamed(shapes, id));
        }
    }
    for (id, _) in shapes.iter().filter(|(_, shape)| has(shape, "error")) {
        for fault in ["client", "server"] {
            let is_other = shapes[id]["traits"]["smithy.api#error"] != fault;
            if is_other {
                edits.add(format!("an error is at the {fault}'s fault"), number, slice, |shapes| {
                    set(&mut shapes[id], "error", json!(fault));
                });
            }
        }
        edits.add("an error can be repeated".to_owned(), number, slice, |shapes| {
            set(&mut shapes[id], "retryable", json!({}));
        });
        edits.add("an error has another status".to_owned(), number, slice, |shapes| {
            set(&mut shapes[id], "httpError", json!(418));
        });
    }
    edits.add("a type is called otherwise in the service".to_owned(), number, slice, |shapes| {
        let of = |of: &str| shapes.iter().find(|(_, shape)| shape["type"] == of).map(|(id, _)| id.clone());
        if let (Some(service), Some(id)) = (of("service"), of("enum")) {
            shapes[&service]["rename"] = json!({ id: "Edited" });
        }
    });
}

fn renamed(shapes: &mut Shapes, id: &str) {
    let other = format!("{id}Edited");
    let operation = shapes.remove(id).expect("it was there");
    shapes.insert(other.clone(), operation);
    for (_, service) in shapes.iter_mut().filter(|(_, shape)| shape["type"] == "service") {
        for bound in service["operations"].as_array_mut().into_iter().flatten() {
            if bound["target"] == id {
                bound["target"] = json!(other);
            }
        }
    }
}
