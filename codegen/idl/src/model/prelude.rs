//! The names of the prelude ([Smithy 2.0, prelude](https://smithy.io/2.0/spec/model.html#prelude)).

use crate::shape_type::ShapeType;

/// The public shapes and the traits of the prelude by type, as of Smithy 2.1.
const SHAPES: [(ShapeType, &[&str]); 17] = [
    (ShapeType::BigDecimal, &["BigDecimal"]),
    (ShapeType::BigInteger, &["BigInteger"]),
    (ShapeType::Blob, &["Blob"]),
    (ShapeType::Boolean, &["Boolean", "PrimitiveBoolean"]),
    (ShapeType::Byte, &["Byte", "PrimitiveByte"]),
    (ShapeType::Document, &["Document", "default", "enumValue"]),
    (ShapeType::Double, &["Double", "PrimitiveDouble"]),
    (ShapeType::Enum, &["error", "timestampFormat"]),
    (ShapeType::Float, &["Float", "PrimitiveFloat"]),
    (ShapeType::Integer, &["Integer", "PrimitiveInteger", "httpError"]),
    (ShapeType::List, &["auth", "enum", "examples", "references", "suppress", "tags"]),
    (ShapeType::Long, &["Long", "PrimitiveLong"]),
    (ShapeType::Map, &["externalDocumentation", "traitValidators"]),
    (ShapeType::Short, &["PrimitiveShort", "Short"]),
    (
        ShapeType::String,
        &[
            "String",
            "documentation",
            "httpHeader",
            "httpPrefixHeaders",
            "httpQuery",
            "jsonName",
            "mediaType",
            "pattern",
            "resourceIdentifier",
            "since",
            "title",
            "xmlName",
        ],
    ),
    (
        ShapeType::Structure,
        &[
            "Unit",
            "addedDefault",
            "authDefinition",
            "box",
            "clientOptional",
            "cors",
            "deprecated",
            "endpoint",
            "eventHeader",
            "eventPayload",
            "hostLabel",
            "http",
            "httpApiKeyAuth",
            "httpBasicAuth",
            "httpBearerAuth",
            "httpChecksumRequired",
            "httpDigestAuth",
            "httpLabel",
            "httpPayload",
            "httpQueryParams",
            "httpResponseCode",
            "idRef",
            "idempotencyToken",
            "idempotent",
            "input",
            "internal",
            "length",
            "longPoll",
            "metadata",
            "mixin",
            "nestedProperties",
            "noReplace",
            "notProperty",
            "optionalAuth",
            "output",
            "paginated",
            "private",
            "property",
            "protocolDefinition",
            "range",
            "readonly",
            "recommended",
            "requestCompression",
            "required",
            "requiresLength",
            "retryable",
            "sensitive",
            "sparse",
            "streaming",
            "trait",
            "uniqueItems",
            "unitType",
            "unstable",
            "xmlAttribute",
            "xmlFlattened",
            "xmlNamespace",
        ],
    ),
    (ShapeType::Timestamp, &["Timestamp"]),
];

/// The type of a shape or trait of the prelude, which is named without its namespace.
pub(crate) fn shape_type(name: &str) -> Option<ShapeType> {
    let of_type = SHAPES.iter().find(|(_, names)| names.binary_search(&name).is_ok());
    of_type.map(|&(shape_type, _)| shape_type)
}

#[cfg(test)]
mod tests {
    use super::{SHAPES, shape_type};
    use crate::shape_type::ShapeType;

    #[test]
    fn names_are_sorted_so_that_they_are_found() {
        for (expected, names) in SHAPES {
            for name in names {
                assert_eq!(shape_type(name), Some(expected), "{name}");
            }
        }
        assert_eq!(shape_type("Nothing"), None);
        assert_eq!(shape_type("tags"), Some(ShapeType::List));
    }
}
