//! What only shows when a model is brought to Rust, as a person sees it.

use smithygen::options::Options;

fn faults(model: &str, options: &Options) -> String {
    super::generate(&[("model.json", model)], options)
        .map(|_| "no fault".to_owned())
        .unwrap_or_else(|faults| faults)
}

/// A model with one operation, whose input has the given members, and more shapes.
fn model(members: &str, shapes: &str) -> String {
    format!(
        r#"{{
  "smithy": "2.0",
  "shapes": {{
    "a#Service": {{ "type": "service", "operations": [{{ "target": "a#DoIt" }}] }},
    "a#DoIt": {{ "type": "operation", "input": {{ "target": "a#Input" }} }},
    "a#Input": {{ "type": "structure", "members": {{ {members} }} }}{shapes}
  }}
}}"#
    )
}

#[test]
fn two_shapes_with_one_rust_name() {
    let members =
        r#""a": { "target": "a#GetURL" }, "b": { "target": "a#Get_Url" }, "c": { "target": "a#Doit_" }"#;
    let shape = |name: &str| format!(",\n    \"a#{name}\": {{ \"type\": \"structure\", \"members\": {{}} }}");
    let shapes = [shape("GetURL"), shape("Get_Url"), shape("Do_It").replace("Do_It", "Doit_")].concat();
    insta::assert_snapshot!(faults(&model(members, &shapes), &Options::default()));
}

#[test]
fn an_operation_and_a_shape_with_one_rust_name() {
    let members = r#""a": { "target": "a#Do_It" }"#;
    let shapes = ",\n    \"a#Do_It\": { \"type\": \"structure\", \"members\": {} }";
    insta::assert_snapshot!(faults(&model(members, shapes), &Options::default()));
}

/// What can be done about it depends on what the protocol takes onto the wire.
#[test]
fn members_with_one_rust_name() {
    let faults = |protocol: &str| {
        let model = format!(
            "$version: \"2.0\"\nnamespace a\n{protocol}\nservice S {{ operations: [O] }}\noperation O {{ input := {{ \
             fooBar: String, foo_bar: U, e: E, i: I, o: Old }} }}\nunion U {{ x_: String, x1: String, x_1: String }}\n\
             enum E {{ A_B, AB_, aB }}\nintEnum I {{ ONE = 1\n One_ = 2\n}}\n\
             @enum([{{ value: \"x\" }}, {{ value: \"X\" }}])\nstring Old\n"
        );
        let generated = super::generate(&[("model.smithy", &model)], &Options::default());
        let faults = generated.map(|_| "no fault".to_owned()).unwrap_or_else(|faults| faults);
        let lines = faults.lines().filter(|line| line.starts_with("error") || line.contains("one of the"));
        let shown = if protocol.is_empty() { 10 } else { 2 };
        format!("{protocol}\n{}\n", lines.take(shown).collect::<Vec<_>>().join("\n"))
    };
    let protocols = [
        "",
        "@aws.protocols#awsJson1_1",
        "@aws.protocols#restJson1",
        "@smithy.protocols#rpcv2Json",
        "@smithy.protocols#rpcv2Cbor",
        "@aws.protocols#restXml",
        "@xmlNamespace(uri: \"a\") @aws.protocols#ec2Query",
    ];
    insta::assert_snapshot!(protocols.map(faults).join("\n"));
}

#[test]
fn packages_that_cannot_be_used() {
    let said = |name: &&str| {
        let options = Options { crate_name: Some((*name).to_owned()), ..Options::default() };
        let said = faults(&model("", ""), &options);
        said.split("\n\n").next().unwrap_or_default().to_owned()
    };
    let names =
        ["async", "self", "core", "serde", "com1", "7zip", "MyApi", "a--b", "", "caf\u{e9}", &"x".repeat(65)];
    insta::assert_snapshot!(names.iter().map(said).collect::<Vec<_>>().join("\n\n"));
    let usable = |name: &str| {
        super::generate(
            &[("model.json", &model("", ""))],
            &Options { crate_name: Some(name.to_owned()), ..Options::default() },
        )
    };
    for name in ["a", "my_api", "api-2", "_7zip"] {
        assert!(usable(name).is_ok(), "{name}");
    }
}

#[test]
fn endpoints_that_are_none() {
    let said = |prefix: &str, partitions: &str| {
        let traits =
            format!(r#""traits": {{ "aws.api#service": {{ "sdkId": "A", "endpointPrefix": "{prefix}" }} }}"#);
        let service = format!(r#""type": "service", {traits},"#);
        let head = format!(r#"{{ "metadata": {{ "smithygen.partitions": {partitions} }},"#);
        let model = model("", "").replacen(r#""type": "service","#, &service, 1).replacen('{', &head, 1);
        faults(&model, &Options::default())
    };
    let row = r#"[{ "regions": [""], "dnsSuffix": "a.example", "dualStackDnsSuffix": "a b" }]"#;
    insta::assert_snapshot!([said("a@b", "[]"), said("a", "{}"), said("a", row)].join("\n"));
}

#[test]
fn hosts_of_buckets_that_are_none() {
    let said = |table: &str| {
        let head = format!(r#"{{ "metadata": {{ "smithygen.virtualHosts": {table} }},"#);
        faults(&model("", "").replacen('{', &head, 1), &Options::default())
    };
    let row =
        r#"[{ "service": "A", "label": "b", "dualStackLabel": "c", "accelerated": ["https://a.example"] }]"#;
    for table in ["{}", "[1]", r#"[{ "service": "A" }]"#, row] {
        let said = said(table);
        assert!(said.contains("`smithygen.virtualHosts` must be a list of objects"), "{table}: {said}");
    }
}

#[test]
fn no_service() {
    insta::assert_snapshot!(faults(r#"{ "smithy": "2.0", "shapes": {} }"#, &Options::default()));
}

#[test]
fn several_services() {
    let model = r#"{
  "smithy": "2.0",
  "shapes": { "a#One": { "type": "service" }, "a#Two": { "type": "service" } }
}"#;
    insta::assert_snapshot!(faults(model, &Options::default()));
    let wanted = |service: &str| Options { service: Some(service.to_owned()), ..Options::default() };
    insta::assert_snapshot!("several_services_near_name", faults(model, &wanted("a#Tow")));
    insta::assert_snapshot!("several_services_other_name", faults(model, &wanted("Elephant")));
    let chosen = super::generate(&[("model.json", model)], &wanted("Two")).expect("it is there");
    assert_eq!((chosen.summary.service.as_str(), chosen.summary.operations), ("two", 0));
}

#[test]
fn a_glob_that_matches_nothing() {
    let globs = |globs: &[&str]| Options {
        operations: globs.iter().map(|glob| (*glob).to_owned()).collect(),
        ..Options::default()
    };
    insta::assert_snapshot!(faults(&model("", ""), &globs(&["DoIt", "DoTi", "List*"])));
}

#[test]
fn closures_of_shapes() {
    let model = r#"{
  "smithy": "2.0",
  "metadata": { "shapeClosures": [
    { "id": "a#Orders", "includeNamespaces": ["orders"] },
    { "id": "a#Money", "includeNamespaces": ["money"], "rename": { "money#Total": "Sum" } }
  ] },
  "shapes": {
    "orders#Total": { "type": "structure", "members": { "money": { "target": "money#Total" } } },
    "money#Total": { "type": "structure" }
  }
}"#;
    let of = |closure: Option<&str>| {
        let options = Options { closure: closure.map(str::to_owned), ..Options::default() };
        faults(model, &options)
    };
    let said: Vec<String> = [None, Some("Moneys"), Some("a#Orders"), Some("Money")]
        .map(|closure| format!("{closure:?}\n{}\n", of(closure)))
        .into();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn members_that_are_one_element() {
    let model = "$version: \"2.0\"\nnamespace a\n@aws.protocols#restXml\nservice S { operations: [O] }\n\
        @http(method: \"POST\", uri: \"/\")\noperation O { input := {\n a: String\n @xmlName(\"a\")\n b: String\n \
        @xmlName(\"p:c\")\n c: String\n @xmlName(\"c\")\n d: String\n @xmlAttribute\n @xmlName(\"a\")\n e: String\n \
        @xmlName(\"a\")\n @httpHeader(\"f\")\n f: String\n g: Nested } }\n\
        structure Nested { a: String\n @xmlName(\"a\")\n @httpHeader(\"b\")\n b: String }\n";
    let generated = super::generate(&[("model.smithy", model)], &Options::default());
    insta::assert_snapshot!(generated.map(|_| "no fault".to_owned()).unwrap_or_else(|faults| faults));
}

/// Forms have other names, and answers of the query protocols have no members outside of the body.
#[test]
fn members_that_are_one_element_of_an_answer() {
    let members = "a: String\n @xmlName(\"a\")\n @httpHeader(\"b\")\n b: String\n";
    let model = format!(
        "$version: \"2.0\"\nnamespace a\n@aws.protocols#awsQuery\n@xmlNamespace(uri: \"https://a.example\")\n\
         service S {{ version: \"1\", operations: [O] }}\noperation O {{ input := {{ {members} }}, output := {{ {members} }} }}\n"
    );
    let generated = super::generate(&[("model.smithy", &model)], &Options::default());
    insta::assert_snapshot!(generated.map(|_| "no fault".to_owned()).unwrap_or_else(|faults| faults));
}
