//! What breaks a rule of the house, each with its reason; an entry that is no longer needed fails the test.

const SIZE: &str = "not yet split";

/// What the path of a file begins with, and what it names against the table of rooms.
pub(crate) const IMPORTS: &[(&str, &str, &str)] = &[];

/// A file of the runtime, and what it names against the order of floors.
pub(crate) const RUNTIME_IMPORTS: &[(&str, &str, &str)] = &[(
    "codegen/runtime/wire/mod.rs",
    "call",
    "users find operations in `wire`, which shows them and does not use them",
)];

/// What the path of a file begins with, and the namespace of traits whose ids it writes.
pub(crate) const TRAIT_IDS: &[(&str, &str, &str)] =
    &[("codegen/src/lower/checks/patterns.rs", "smithy.api#", "a message tells which trait to write")];

/// A file, a function in it, and its lines.
pub(crate) const LONG_FUNCTIONS: &[(&str, &str, usize, &str)] = &[
    ("tests/conditions/programs/shop.rs", "lists", 43, SIZE),
    ("tests/conditions/programs/shop.rs", "numbers", 53, SIZE),
    ("tests/conditions/programs/shop.rs", "objects", 43, SIZE),
    ("tests/rules/cases.rs", "every_rule_has_cases_on_both_sides_of_its_edge", 64, SIZE),
    ("tests/rules/operations.rs", "clients_of_apps", 66, SIZE),
    ("tests/rules/operations.rs", "pools", 75, SIZE),
    ("tests/rules/operations.rs", "risks_logs_branding_terms_and_derived_tokens", 57, SIZE),
    ("tests/rules/validity.rs", "tokens_are_valid_for_times_that_the_service_takes", 42, SIZE),
    ("tests/validation/canary.rs", "a_secret_in_every_place_shows_nowhere", 60, SIZE),
    ("tests/validation/constraints.rs", "cases", 171, SIZE),
    ("tests/validation/constraints.rs", "shapes_without_a_service_are_checked", 45, SIZE),
    ("tests/validation/vectors.rs", "published_cases_are_refused_byte_for_byte", 41, SIZE),
];

/// A file and its lines.
pub(crate) const LONG_FILES: &[(&str, usize, &str)] =
    &[("tests/rules/operations.rs", 383, SIZE), ("tests/validation/constraints.rs", 328, SIZE)];

/// Names that more than one type has.
pub(crate) const NAMESAKES: &[(&str, &str)] = &[];
