//! `import`: both formats that AWS publishes give the same facts, and no prose.

mod support;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use smithygen::diagnostics::{self, Diagnostics, Sources};
use smithygen::import::{self, ImportOptions};
use smithygen::options::Options;

/// A fixture's text.
fn fixture(name: &str) -> String {
    std::fs::read_to_string(root().join("tests/import").join(name)).expect("the fixture is there")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What importing a text gives: the model, or the faults as a person sees them; warnings stand before the model.
fn imported(text: &str, paginators: Option<&str>, options: &ImportOptions) -> String {
    let (mut errors, mut sources) = (Diagnostics::default(), Sources::default());
    let paginators = paginators.map(str::to_owned);
    let model =
        import::import(&mut errors, &mut sources, "source.json", text.to_owned(), paginators, options);
    let faults = errors.sorted();
    let mut shown: String =
        faults.iter().map(|fault| diagnostics::render(fault, &sources, false) + "\n\n").collect();
    shown.push_str(&model.unwrap_or_default());
    shown
}

#[test]
fn a_service_2_becomes_smithy() {
    let paginators = fixture("rest.paginators-1.json");
    insta::assert_snapshot!(imported(
        &fixture("rest.service-2.json"),
        Some(&paginators),
        &ImportOptions::default()
    ));
}

#[test]
fn an_official_model_keeps_facts_only() {
    insta::assert_snapshot!(imported(&fixture("official.json"), None, &ImportOptions::default()));
}

#[test]
fn documentation_is_kept_when_asked_for() {
    let options = ImportOptions { with_documentation: true, ..ImportOptions::default() };
    for name in ["rest.service-2.json", "official.json"] {
        let kept = imported(&fixture(name), None, &options);
        assert!(kept.contains("<p>Prose that stays behind.</p>"), "{name}");
        assert!(!imported(&fixture(name), None, &ImportOptions::default()).contains("\"Prose"), "{name}");
    }
}

/// What is written is a model, and becomes a crate.
fn assert_generates(name: &str, text: &str) {
    let mut sources = Sources::default();
    sources.add(name.to_owned(), text.to_owned());
    if let Err(faults) = smithygen::generate(&sources, &Options::default()) {
        let shown: Vec<String> =
            faults.iter().map(|fault| diagnostics::render(fault, &sources, false)).collect();
        panic!("{name}: {}", shown.join("\n\n"));
    }
}

#[test]
fn what_is_rare_in_a_service_2() {
    let paginators = fixture("rare.paginators-1.json");
    for protocol in ["json", "rest-json", "rest-xml", "ec2"] {
        let text = fixture("rare.service-2.json").replace("\"json\"", &format!("\"{protocol}\""));
        let shown = imported(&text, Some(&paginators), &ImportOptions::default());
        let model = &shown[shown.find("{\n  \"smithy\"").unwrap_or_else(|| panic!("{shown}"))..];
        assert_generates(protocol, model);
        assert_eq!(imported(model, None, &ImportOptions::default()), model);
        insta::assert_snapshot!(format!("rare_{protocol}"), shown);
    }
}

#[test]
fn a_model_keeps_its_version() {
    let text = fixture("official.json").replace("\"2.0\"", "\"1.0\"");
    assert!(imported(&text, None, &ImportOptions::default()).contains("\"smithy\": \"1.0\""));
}

#[test]
fn namespace_and_service_can_be_given() {
    let options = ImportOptions {
        namespace: Some("com.example".to_owned()),
        service: Some("PostService".to_owned()),
        ..ImportOptions::default()
    };
    let model = imported(&fixture("rest.service-2.json"), None, &options);
    assert!(model.contains("\"com.example#PostService\": {"), "{model}");
}

#[test]
fn a_gzipped_file_and_its_neighbour_are_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let packed = folder.path().join("service-2.json.gz");
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(fixture("rest.service-2.json").as_bytes()).expect("memory takes it");
    std::fs::write(&packed, encoder.finish().expect("memory takes it")).expect("the folder takes it");
    std::fs::write(folder.path().join("paginators-1.json"), fixture("rest.paginators-1.json"))
        .expect("it does");
    let (mut errors, mut sources) = (Diagnostics::default(), Sources::default());
    let model = import::import_file(&mut errors, &mut sources, &packed, &ImportOptions::default());
    let plain = imported(
        &fixture("rest.service-2.json"),
        Some(&fixture("rest.paginators-1.json")),
        &ImportOptions::default(),
    );
    assert!(plain.ends_with(&model.expect("the file is an API description")));
}

#[test]
fn a_gzip_bomb_is_refused_in_bounded_memory() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let packed = folder.path().join("service-2.json.gz");
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..(import::MAX_SIZE >> 20) + 1 {
        encoder.write_all(&spaces).expect("memory takes it");
    }
    std::fs::write(&packed, encoder.finish().expect("memory takes it")).expect("the folder takes it");
    let (mut errors, mut sources) = (Diagnostics::default(), Sources::default());
    let model = import::import_file(&mut errors, &mut sources, &packed, &ImportOptions::default());
    assert_eq!(model, None);
    assert!(errors.sorted()[0].message.ends_with("holds more than 256 MiB, which no API description does"));
}

#[test]
fn wrong_sources_are_told_what_they_are() {
    let service2 = fixture("rest.service-2.json");
    let cases = [
        ("not_json", "openapi: 3.0.0\n".to_owned()),
        ("openapi", "{\"openapi\": \"3.0.0\"}".to_owned()),
        ("paginators", fixture("rest.paginators-1.json")),
        (
            "no_operations",
            "{\"metadata\": {\"protocol\": \"json\"}, \"operations\": {}, \"shapes\": {}}".to_owned(),
        ),
        ("waiters", "{\"version\": 2, \"waiters\": {}}".to_owned()),
        ("examples", "{\"version\": \"1.0\", \"examples\": {}}".to_owned()),
        (
            "one_unknown_protocol",
            service2.replace(
                "\"protocol\": \"rest-json\"",
                "\"protocol\": \"rest-json\", \"protocols\": [\"pigeon\", \"rest-json\"]",
            ),
        ),
        (
            "undefined_input",
            service2.replace("\"input\": { \"shape\": \"Parcel\" }", "\"input\": { \"shape\": \"Parcl\" }"),
        ),
        ("unknown_protocol", service2.replace("rest-json", "carrier-pigeon")),
        ("undefined_shape", service2.replace("\"shape\": \"State\"", "\"shape\": \"Stat\"")),
        ("unknown_type", service2.replace("\"type\": \"boolean\"", "\"type\": \"maybe\"")),
        ("unknown_key", service2.replace("\"max\": 599", "\"most\": 599")),
        ("no_shapes", "{\"smithy\": \"2.0\"}".to_owned()),
    ];
    for (name, text) in cases {
        let shown = imported(&text, None, &ImportOptions::default());
        let faults = shown.split("{\n  \"smithy\"").next().unwrap_or_default();
        insta::assert_snapshot!(format!("wrong_{name}"), faults.trim_end());
    }
}

#[test]
fn the_committed_model_is_what_import_writes() {
    let text =
        std::fs::read_to_string(root().join("models/cognito-identity-provider.json")).expect("it is there");
    assert_eq!(imported(&text, None, &ImportOptions::default()), text);
    assert!(!text.contains("smithy.api#documentation"));
}

/// Traits that the other format cannot say, with the reason.
const ONLY_OFFICIAL: &[(&str, &str)] = &[
    (
        "smithy.api#default",
        "service-2 does not tell a boolean that is false when absent from one that is unset",
    ),
    ("smithy.api#xmlNamespace", "service-2 names a namespace only for protocols that use it"),
    ("smithy.api#httpError", "service-2 states the status of some errors only"),
];

/// Other differences, by what differs, with the reason.
const DIFFERENCES: &[(&str, &str)] = &[
    ("aws.api#service", "service-2 has neither ARN namespace nor CloudFormation and CloudTrail names"),
    ("length.min", "a least length of 0 is left out in service-2"),
    ("members", "the names of enum members are not in service-2; they are made from the values"),
];

#[shared_data::test]
fn both_routes_meet() {
    let shared = support::shared();
    let pairs = [
        ("cognito-idp", "cognito-identity-provider-2016-04-18.april-2025.json", None),
        ("cognito-identity", "cognito-identity-2014-06-30.json", None),
        ("sts", "sts-2011-06-15.json", Some("AWSSecurityTokenServiceV20110615")),
    ];
    let mut found = BTreeMap::new();
    for (service2, official, name) in pairs {
        let options = ImportOptions { service: name.map(str::to_owned), ..ImportOptions::default() };
        let service2 = shared.join("models/service-2").join(service2).join("service-2.json.gz");
        let ours = shapes(&service2, &options);
        let theirs = shapes(&shared.join("models").join(official), &options);
        assert_eq!(
            ours.keys().collect::<Vec<_>>(),
            theirs.keys().collect::<Vec<_>>(),
            "shapes of {official}"
        );
        for (id, shape) in &ours {
            compare(&mut found, id, shape, &theirs[id]);
        }
    }
    let listed: Vec<&str> = ONLY_OFFICIAL.iter().chain(DIFFERENCES).map(|(what, _)| *what).collect();
    let unlisted: Vec<_> = found.iter().filter(|(what, _)| !listed.contains(&what.as_str())).collect();
    assert!(unlisted.is_empty(), "differences without a reason: {unlisted:#?}");
    let gone: Vec<_> = listed.iter().filter(|what| !found.contains_key(**what)).collect();
    assert!(gone.is_empty(), "listed, but no longer different: {gone:?}");
}

fn shapes(path: &Path, options: &ImportOptions) -> serde_json::Map<String, Value> {
    let (mut errors, mut sources) = (Diagnostics::default(), Sources::default());
    let text = import::import_file(&mut errors, &mut sources, path, options).expect("an API description");
    assert!(errors.sorted().is_empty(), "{path:?} imports without a warning");
    let model: Value = serde_json::from_str(&text).expect("import writes JSON");
    model["shapes"].as_object().expect("a model has shapes").clone()
}

/// Notes what differs between two shapes or members, by its kind, with an example.
fn compare(found: &mut BTreeMap<String, String>, id: &str, ours: &Value, theirs: &Value) {
    let (ours, theirs) = (object(ours), object(theirs));
    let is_enum = ours.get("type").is_some_and(|kind| kind == "enum");
    for key in ours.keys().chain(theirs.keys()).filter(|key| *key != "traits") {
        let (a, b) = (ours.get(key).unwrap_or(&Value::Null), theirs.get(key).unwrap_or(&Value::Null));
        match key.as_str() {
            "members" if is_enum => {
                assert_eq!(enum_values(a), enum_values(b), "values of {id}");
                if a != b {
                    found.insert("members".to_owned(), id.to_owned());
                }
            }
            "members" => {
                assert_eq!(
                    object(a).keys().collect::<Vec<_>>(),
                    object(b).keys().collect::<Vec<_>>(),
                    "members of {id}"
                );
                object(a)
                    .iter()
                    .for_each(|(name, member)| compare(found, &format!("{id}${name}"), member, &b[name]));
            }
            "member" | "key" | "value" => compare(found, &format!("{id}${key}"), a, b),
            _ => assert_eq!(a, b, "{key} of {id}"),
        }
    }
    compare_traits(found, id, ours.get("traits"), theirs.get("traits"));
}

fn compare_traits(
    found: &mut BTreeMap<String, String>,
    id: &str,
    ours: Option<&Value>,
    theirs: Option<&Value>,
) {
    let empty = Value::Object(serde_json::Map::new());
    let (ours, theirs) = (object(ours.unwrap_or(&empty)), object(theirs.unwrap_or(&empty)));
    for name in ours.keys().chain(theirs.keys()) {
        let (a, b) = (ours.get(name), theirs.get(name));
        let least_zero = name == "smithy.api#length"
            && b.is_some_and(|b| {
                b["min"] == 0 && a.is_some_and(|a| a["min"].is_null() && a["max"] == b["max"])
            });
        match (a, b) {
            _ if a == b => {}
            _ if least_zero => drop(found.insert("length.min".to_owned(), id.to_owned())),
            _ => drop(found.insert(name.clone(), format!("{id}: {a:?} and {b:?}"))),
        }
    }
}

fn object(value: &Value) -> &serde_json::Map<String, Value> {
    value.as_object().expect("shapes, members and traits are objects")
}

fn enum_values(members: &Value) -> Vec<&Value> {
    object(members).values().map(|member| &member["traits"]["smithy.api#enumValue"]).collect()
}
