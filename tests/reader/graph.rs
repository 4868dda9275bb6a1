//! The graph that comes out: merged, mixed, upgraded, typed, and the same for any order of files and shapes.

use smithygen::resolve::graph::{Member, Model, Shape, ShapeId, ShapeKind};
use smithygen::resolve::queries::operations::Pagination;
use smithygen::resolve::traits::{ErrorFault, Length, TimestampFormat};

use crate::resolved;

const EVERYTHING: &str = include_str!("models/everything.json");

fn everything() -> Model {
    resolved(&[("everything.json", EVERYTHING)]).0
}

fn shape<'a>(model: &'a Model, id: &str) -> &'a Shape {
    model.shape(&ShapeId::parse(id).expect("the test names a shape id"))
}

fn member<'a>(model: &'a Model, id: &str, name: &str) -> &'a Member {
    shape(model, id).members().find(|member| member.name == name).expect("the test names a member")
}

fn names(shape: &Shape) -> Vec<&str> {
    shape.members().map(|member| member.name.as_str()).collect()
}

/// A model of these shapes, which has no error.
fn model(version: &str, shapes: &str) -> Model {
    let text = format!("{{ \"smithy\": \"{version}\", \"shapes\": {{ {shapes} }} }}");
    let (model, faults) = resolved(&[("model.json", &text)]);
    assert!(!faults.contains("error"), "{faults}");
    model
}

#[test]
fn operations_are_found_through_resources_once_and_by_name() {
    let model = everything();
    let service = ShapeId::parse("shop#Shop").expect("a shape id");
    let operations: Vec<&str> = model.operations_of(&service).iter().map(|shape| shape.id.name()).collect();
    assert_eq!(operations, ["Buy", "CreateShelf", "Dust", "ListShelves", "ReadRow", "Sort"]);
    assert_eq!(model.services().count(), 1);
}

#[test]
fn mixins_are_folded_in_and_gone() {
    let model = everything();
    assert!(model.shapes.keys().all(|id| !["Traced", "Careful"].contains(&id.name())));
    let input = shape(&model, "shop#BuyInput");
    assert_eq!(names(input), ["trace", "item", "depot", "token", "count", "gift", "when"]);
    assert!(member(&model, "shop#BuyInput", "trace").traits.internal, "apply reaches inherited members");
    assert_eq!(input.traits.since, None, "local traits of a mixin stay with it");
    let ShapeKind::Operation(operation) = &shape(&model, "shop#CreateShelf").kind else {
        panic!("an operation")
    };
    assert_eq!(operation.errors, [ShapeId::parse("shop#Broken").expect("a shape id")]);
}

#[test]
fn an_apply_under_the_key_of_a_definition_is_not_lost() {
    let deprecated = shape(&everything(), "shop#Name").traits.deprecated.clone().expect("it is deprecated");
    assert_eq!(deprecated.message.as_deref(), Some("Use a title."));
}

#[test]
fn traits_are_typed() {
    let model = everything();
    assert_eq!(shape(&model, "shop#Busy").traits.error, Some(ErrorFault::Server));
    assert_eq!(shape(&model, "shop#Busy").error_status(), 500);
    assert_eq!(shape(&model, "shop#Broken").traits.http_error, Some(409));
    assert!(shape(&model, "shop#Broken").traits.written.keys().any(|id| id.as_str() == "shop#mark"));
    assert_eq!(shape(&model, "shop#ReadRow").traits.auth.as_deref(), Some(&[][..]));
    assert_eq!(member(&model, "shop#BuyInput", "gift").traits.default, None, "null is no default");
    assert!(member(&model, "shop#BuyInput", "count").traits.default.is_some());
    assert_eq!(member(&model, "shop#Size", "LARGE").traits.enum_value.as_deref(), Some("LARGE"));
    assert_eq!(member(&model, "shop#Level", "LOW").traits.int_enum_value, Some(1));
}

#[test]
fn a_string_with_the_enum_trait_is_an_enum() {
    let model = everything();
    let colour = shape(&model, "shop#Colour");
    assert!(matches!(colour.kind, ShapeKind::Enum(_)));
    let values: Vec<_> = colour.enum_values().map(|(member, value)| (member.name.as_str(), value)).collect();
    assert_eq!(values, [("RED", "red"), ("BLUE", "blue")]);
    assert_eq!(colour.public_enum_values().collect::<Vec<_>>(), ["red"]);
    let size = shape(&model, "shop#Size");
    let values: Vec<_> = size.enum_values().map(|(member, value)| (member.name.as_str(), value)).collect();
    assert_eq!(values, [("SMALL", "s"), ("LARGE", "LARGE")]);
}

#[test]
fn pagination_is_folded_with_that_of_the_service() {
    let model = everything();
    let pagination = |operation| model.pagination(shape(&model, "shop#Shop"), shape(&model, operation));
    let expected = Pagination {
        input_token: "next".to_owned(),
        output_token: "next".to_owned(),
        items: Some("names".to_owned()),
        page_size: Some("max".to_owned()),
    };
    assert_eq!(pagination("shop#ListShelves"), Some(expected));
    assert_eq!(pagination("shop#Buy"), None);
}

#[test]
fn constraints_of_a_member_replace_those_of_its_target() {
    let model = everything();
    let own = member(&model, "shop#Names", "member");
    assert_eq!(model.length(own), Some(Length { min: Some(2), max: None }));
    assert_eq!(model.pattern(own), Some("^[a-z]+$"));
    assert!(model.unique_items(member(&model, "shop#ListShelvesOutput", "names")));
    assert!(model.is_sensitive(member(&model, "depot#Item", "price")));
    assert!(!model.is_sensitive(own));
    let when = member(&model, "shop#BuyInput", "when");
    assert_eq!(model.timestamp_format(when), Some(TimestampFormat::HttpDate));
    let price = model.range(member(&model, "shop#Prices", "value")).expect("a price has a range");
    assert_eq!(price.min.as_deref(), Some("0.01"));
}

#[test]
fn the_order_of_files_and_shapes_does_not_show() {
    let a = "{ \"smithy\": \"2.0\", \"metadata\": { \"m\": [1], \"k\": 1 }, \"shapes\": { \"s#B\": { \"type\": \"string\" } } }";
    let b = "{ \"shapes\": { \"s#A\": { \"type\": \"blob\" }, \"s#B\": { \"traits\": { \"smithy.api#title\": \"B\" }, \
             \"type\": \"apply\" } }, \"smithy\": \"2\", \"metadata\": { \"k\": 1, \"m\": [2] } }";
    let shown = |files: &[(&str, &str)]| {
        let (model, faults) = resolved(files);
        assert_eq!(faults, "");
        let shapes = model.shapes.values().map(|shape| format!("{} {:?}", shape.id, shape.traits.title));
        let metadata = model.metadata.iter().map(|(key, value)| format!("{key} {}", value.kind()));
        shapes.chain(metadata).collect::<Vec<_>>()
    };
    assert_eq!(shown(&[("a.json", a), ("b.json", b)]), shown(&[("b.json", b), ("a.json", a)]));
}

#[test]
fn equal_definitions_and_arrays_merge() {
    let first = "{ \"smithy\": \"2.0\", \"shapes\": { \"s#A\": { \"type\": \"string\", \"traits\": \
                 { \"smithy.api#tags\": [\"a\"], \"s#x\": { \"p\": 1, \"q\": 2 } } } } }";
    let second =
        first.replace("[\"a\"]", "[\"b\", \"a\"]").replace("\"p\": 1, \"q\": 2", "\"q\": 2, \"p\": 1");
    let (model, faults) = resolved(&[("1.json", first), ("2.json", &second)]);
    assert_eq!(faults.matches("this shape is defined twice, alike").count(), 1, "{faults}");
    assert_eq!(
        shape(&model, "s#A").traits.tags,
        ["a", "b", "a"],
        "arrays are put together, repetitions kept"
    );
}

#[test]
fn one_key_twice_in_one_file_is_seen_twice() {
    let model = model(
        "2.0",
        r#""s#A": { "type": "apply", "traits": { "smithy.api#tags": ["a"] } },
           "s#A": { "type": "string" },
           "s#A": { "type": "apply", "traits": { "smithy.api#tags": ["b"] } }"#,
    );
    assert_eq!(shape(&model, "s#A").traits.tags, ["a", "b"]);
}

#[test]
fn version_1_is_upgraded() {
    let model = model(
        "1.0",
        r#""s#Count": { "type": "integer" },
           "s#Boxed": { "type": "integer", "traits": { "smithy.api#box": {} } },
           "s#Stream": { "type": "blob", "traits": { "smithy.api#streaming": {} } },
           "s#Tags": { "type": "set", "member": { "target": "smithy.api#String" } },
           "s#All": { "type": "structure", "members": {
             "count": { "target": "s#Count", "traits": { "smithy.api#required": {} } },
             "boxed": { "target": "s#Boxed" },
             "flag": { "target": "smithy.api#PrimitiveBoolean" },
             "plain": { "target": "smithy.api#Integer" },
             "member": { "target": "s#Count", "traits": { "smithy.api#box": {} } },
             "stream": { "target": "s#Stream" } } },
           "s#Needed": { "type": "structure", "members": {
             "needed": { "target": "s#Stream", "traits": { "smithy.api#required": {} } } } }"#,
    );
    let members = ["s#All", "s#Needed"].into_iter().flat_map(|id| shape(&model, id).members());
    let defaulted: Vec<&str> =
        members.filter(|member| member.traits.default.is_some()).map(|member| member.name.as_str()).collect();
    assert_eq!(defaulted, ["count", "flag", "stream"]);
    assert!(shape(&model, "s#Count").traits.default.is_some());
    assert!(shape(&model, "s#Boxed").traits.default.is_none());
    assert!(shape(&model, "s#Tags").traits.unique_items);
    assert!(matches!(shape(&model, "s#Tags").kind, ShapeKind::List(_)));
}

#[test]
fn recursion_with_a_way_out_is_legal() {
    model(
        "2.0",
        r#""s#Tree": { "type": "structure", "members": {
             "left": { "target": "s#Tree" },
             "all": { "target": "s#Trees", "traits": { "smithy.api#required": {} } },
             "either": { "target": "s#Either", "traits": { "smithy.api#required": {} } } } },
           "s#Trees": { "type": "list", "member": { "target": "s#Tree" } },
           "s#Either": { "type": "union", "members": {
             "tree": { "target": "s#Tree" }, "leaf": { "target": "smithy.api#String" } } }"#,
    );
}

#[test]
fn the_prelude_is_there() {
    let model = model("2.0", "");
    assert_eq!(model.shapes.len(), 21);
    assert!(shape(&model, "smithy.api#PrimitiveLong").traits.default.is_some());
    assert!(
        matches!(&shape(&model, "smithy.api#Unit").kind, ShapeKind::Structure(members) if members.is_empty())
    );
}
