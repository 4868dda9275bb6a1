//! What breaks a rule of the house, each with its reason; an entry that is no longer needed fails the test.

/// What the path of a file begins with, and what it names against the table of rooms.
pub(crate) const IMPORTS: &[(&str, &str, &str)] = &[];

/// A file of the runtime, and what it names against the order of floors.
pub(crate) const RUNTIME_IMPORTS: &[(&str, &str, &str)] = &[
    (
        "codegen/runtime/protocol/rest_xml.rs",
        "protocol_facts",
        "the errors of a service are wrapped or not, and what writes them is the same for each protocol",
    ),
    (
        "codegen/runtime/wire/mod.rs",
        "call",
        "users find operations in `wire`, which shows them and does not use them",
    ),
];

/// What the path of a file begins with, and the namespace of traits whose ids it writes.
pub(crate) const TRAIT_IDS: &[(&str, &str, &str)] =
    &[("codegen/src/lower/checks/patterns.rs", "smithy.api#", "a message tells which trait to write")];

/// A file, a function in it, and its lines.
pub(crate) const LONG_FUNCTIONS: &[(&str, &str, usize, &str)] = &[(
    "codegen/runtime/tests/examples.rs",
    "read_members",
    75,
    "as generated code, one member of each kind",
)];

/// A file and its lines.
pub(crate) const LONG_FILES: &[(&str, usize, &str)] =
    &[("codegen/runtime/tests/examples.rs", 334, "as generated code, one member of each kind")];

/// Names that more than one type has.
pub(crate) const NAMESAKES: &[(&str, &str)] = &[];
