//! Smithy's validators, with Smithy's ids and severities
//! ([Smithy 2.0, model validation](https://smithy.io/2.0/spec/model-validation.html)).
//!
//! They run over models that could be read without an error.

mod behavior;
mod closures;
mod constraints;
mod context;
mod documentation;
mod enums;
mod events;
mod http;
mod id_refs;
mod index;
mod inputs;
mod messages;
mod metadata;
mod names;
mod pages;
mod placement;
mod properties;
mod protocols;
mod recursion;
mod resources;
mod select;
mod services;
mod settle;
mod streams;
mod times;
mod trait_definitions;
mod traits;
mod types;
mod uri;
mod uri_conflicts;
mod validators;
mod values;

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::graph::{Model, ShapeId};
use super::raw::Definitions;
use crate::diagnostics::Diagnostics;
use context::ValidationContext;
use events::Events;
use index::ShapeIndex;
pub(super) use settle::settle;
pub(crate) use times::is_time;
pub(crate) use values::is_base64;

/// A validator of Smithy's: the id of its events, and what it checks.
type Validator = (&'static str, fn(&mut Events<'_>, &ValidationContext<'_, '_>));

/// Every validator.
const VALIDATORS: [Validator; 72] = [
    ("AuthTrait", services::auth),
    ("CorsTrait", protocols::cors),
    ("DefaultTrait", values::defaults),
    ("DefaultValueInUpdate", behavior::defaults_in_updates),
    ("DeprecatedShape", documentation::deprecated_shapes),
    ("DeprecatedTrait", documentation::deprecated_traits),
    ("EnumShape", enums::shapes),
    ("EnumTrait", enums::traits),
    ("EventPayloadTrait", streams::event_payloads),
    ("ExamplesTrait", values::examples),
    ("ExclusiveStructureMemberTrait", traits::exclusive),
    ("HostLabelTrait", uri::host_labels),
    ("HttpApiKeyAuthTrait", protocols::http_api_key_auth),
    ("HttpBindingTraitIgnored", http::ignored),
    ("HttpBindingsMissing", http::missing),
    ("HttpHeaderTrait", http::headers),
    ("HttpLabelTrait", uri::labels),
    ("HttpMethodSemantics", messages::methods),
    ("HttpPayload", messages::payloads),
    ("HttpPrefixHeadersTrait", http::prefix_headers),
    ("HttpQueryParamsTrait", http::query_params),
    ("HttpQueryTrait", http::queries),
    ("HttpResponseCodeSemantics", messages::response_codes),
    ("HttpUriConflict", uri_conflicts::check),
    ("HttpUriFormat", uri::format),
    ("HttpUriGreedyLabel", uri::greedy_labels),
    ("IdempotencyTokenIgnored", behavior::ignored_tokens),
    ("IdempotentTrait", behavior::idempotent),
    ("JsonName", protocols::json_names),
    ("LengthTrait", constraints::lengths),
    ("MediaType", protocols::media_types),
    ("MemberShouldReferenceResource", properties::missing_references),
    ("MetadataTrait", metadata::keys),
    ("Model", validators::suppressions_and_overrides),
    ("ModelDeprecation", enums::deprecations),
    ("NoInlineDocumentSupport", protocols::inline_documents),
    ("OperationInputOutputMisuse", inputs::misuse),
    ("OperationInputOutputName", inputs::names),
    ("OperationNameAmbiguity", inputs::ambiguous_names),
    ("PaginatedTrait", pages::check),
    ("PatternTrait", documentation::patterns),
    ("PrivateAccess", traits::private_access),
    ("PrivateMixinMember", traits::private_mixin_members),
    ("RangeTrait", constraints::ranges),
    ("ReferencesTrait", properties::references),
    ("RequestCompressionTrait", behavior::request_compression),
    ("ResourceIdentifier", resources::identifiers),
    ("ResourceIdentifierBinding", resources::bindings),
    ("ResourceLifecycle", resources::lifecycles),
    ("ResourceOperationInputOutput", properties::inputs_and_outputs),
    ("Service", names::check),
    ("ServiceAuthDefinitions", services::auth_order),
    ("ServiceBoundResourceOperation", services::better_bindings),
    ("ShapeClosure", closures::check),
    ("ShapeIdConflict", types::conflicts),
    ("ShapeRecursion", recursion::check),
    ("SingleOperationBinding", services::single_operations),
    ("SingleResourceBinding", services::single_resources),
    ("StreamingTrait", streams::check),
    ("SyntheticShape", types::synthetic),
    ("TraitBreakingChanges", trait_definitions::breaking_changes),
    ("TraitConflict", traits::conflicts),
    ("TraitTarget", traits::targets),
    ("TraitTarget", placement::conditions),
    ("TraitValidators", trait_definitions::validators),
    ("TraitValue", values::traits),
    ("TypedMetadata", metadata::values),
    ("Union", types::unions),
    ("UnitType", types::unit),
    ("Model", validators::of_model),
    ("XmlFlattenedTrait", protocols::flattened_names),
    ("XmlNamespaceTrait", protocols::namespaces),
];

/// Runs every validator; the result is what the selectors of closures match, by the id of the closure.
pub(super) fn run(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    model: &Model,
) -> IndexMap<ShapeId, BTreeSet<ShapeId>> {
    let index = ShapeIndex::new(definitions);
    let context = ValidationContext::new(&index, model);
    for (id, check) in VALIDATORS {
        check(&mut Events { errors, id }, &context);
    }
    closures::selected(&context)
}
