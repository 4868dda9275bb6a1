//! What breaks a rule of the house, each with its reason; an entry that is no longer needed fails the test.

const EMIT: &str = "the emitter still reads types of the stages before it: they become types of the IR";
const CONDITIONS: &str = "conditions are still lowered inside of `lower`: they become a room";
const RESOLVE: &str = "the trait is still looked up by its id: it becomes typed";
const SIZE: &str = "not yet split";

/// A file, and what it names against the table of rooms.
pub(crate) const IMPORTS: &[(&str, &str, &str)] = &[
    ("codegen/src/emit/checks.rs", "resolve", EMIT),
    ("codegen/src/emit/shared.rs", "lower", EMIT),
    ("codegen/src/emit/shared.rs", "rules", EMIT),
    ("codegen/src/emit/tables.rs", "rules", EMIT),
    ("codegen/src/ir/checks.rs", "resolve", EMIT),
    ("codegen/src/ir/checks.rs", "rules", EMIT),
    ("codegen/src/ir/tables.rs", "rules", EMIT),
    ("codegen/src/lower/condition.rs", "jmespath", CONDITIONS),
    ("codegen/src/lower/condition/call.rs", "jmespath", CONDITIONS),
    ("codegen/src/lower/condition/code.rs", "syn", CONDITIONS),
    ("codegen/src/lower/condition/compare.rs", "jmespath", CONDITIONS),
    ("codegen/src/lower/condition/expression.rs", "jmespath", CONDITIONS),
    ("codegen/src/lower/condition/functions.rs", "jmespath", CONDITIONS),
    ("codegen/src/lower/condition/length.rs", "jmespath", CONDITIONS),
    ("codegen/src/lower/condition/literal.rs", "jmespath", CONDITIONS),
    ("codegen/src/lower/condition/logic.rs", "jmespath", CONDITIONS),
    ("codegen/src/lower/condition/project.rs", "jmespath", CONDITIONS),
    ("codegen/src/lower/condition/select.rs", "jmespath", CONDITIONS),
    ("codegen/src/lower/condition/tidy.rs", "proc_macro2", CONDITIONS),
    ("codegen/src/lower/condition/view.rs", "prettyplease", CONDITIONS),
    ("codegen/src/lower/condition/view.rs", "proc_macro2", CONDITIONS),
    ("codegen/src/lower/condition/view.rs", "syn", CONDITIONS),
];

/// A file of the runtime, and what it names against the order of floors.
pub(crate) const RUNTIME_IMPORTS: &[(&str, &str, &str)] = &[(
    "codegen/runtime/wire/mod.rs",
    "call",
    "users find operations in `wire`, which shows them and does not use them",
)];

/// A file, and the namespace of traits whose ids it writes.
pub(crate) const TRAIT_IDS: &[(&str, &str, &str)] = &[
    ("codegen/src/lower/checks/patterns.rs", "smithy.api#", RESOLVE),
    ("codegen/src/lower/condition.rs", "smithy.contracts#", RESOLVE),
    ("codegen/src/lower/docs.rs", "smithy.api#", RESOLVE),
    ("codegen/src/lower/docs/example.rs", "smithy.api#", RESOLVE),
    ("codegen/src/lower/docs/index.rs", "aws.api#", RESOLVE),
    ("codegen/src/lower/docs/operation.rs", "aws.auth#", RESOLVE),
    ("codegen/src/lower/docs/operation.rs", "smithy.api#", RESOLVE),
    ("codegen/src/lower/docs/roles.rs", "smithy.api#", RESOLVE),
    ("codegen/src/report/lint/findings.rs", "smithy.api#", RESOLVE),
    ("codegen/src/report/lint/examples.rs", "smithy.api#", RESOLVE),
    ("codegen/src/lower/mod.rs", "aws.protocols#", RESOLVE),
    ("codegen/src/lower/setup.rs", "aws.api#", RESOLVE),
    ("codegen/src/lower/setup.rs", "aws.protocols#", RESOLVE),
    ("codegen/src/lower/select.rs", "smithy.api#", RESOLVE),
    ("codegen/src/lower/shapes.rs", "aws.protocols#", RESOLVE),
    ("codegen/src/lower/types.rs", "smithy.api#", RESOLVE),
    ("codegen/src/rules/conform.rs", "smithy.api#", RESOLVE),
    ("codegen/src/rules/members.rs", "smithy.contracts#", RESOLVE),
];

/// A file, a function in it, and its lines.
pub(crate) const LONG_FUNCTIONS: &[(&str, &str, usize, &str)] = &[
    ("codegen/runtime/tests/reading.rs", "every_value_of_a_wrong_kind_is_named", 46, SIZE),
    ("codegen/runtime/tests/timestamps.rs", "wrong_texts_are_refused", 47, SIZE),
    ("codegen/src/lower/checks/patterns.rs", "add", 41, SIZE),
    ("codegen/src/lower/checks/ruled.rs", "add", 41, SIZE),
    ("tests/conditions/programs/shop.rs", "lists", 43, SIZE),
    ("tests/conditions/programs/shop.rs", "numbers", 53, SIZE),
    ("tests/conditions/programs/shop.rs", "objects", 43, SIZE),
    ("tests/conditions/roads.rs", "expression", 43, SIZE),
    ("tests/conditions/roads.rs", "shapes", 44, SIZE),
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
pub(crate) const LONG_FILES: &[(&str, usize, &str)] = &[
    ("codegen/src/emit/checks.rs", 344, SIZE),
    ("codegen/src/lower/shapes.rs", 346, SIZE),
    ("codegen/src/rules.rs", 343, SIZE),
    ("tests/rules/operations.rs", 383, SIZE),
    ("tests/validation/constraints.rs", 328, SIZE),
];
