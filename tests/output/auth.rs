//! Whether requests are signed: the code of an operation and its page give one answer.

use smithygen::options::Options;

/// A service with one operation; both take traits.
const MODEL: &str = r#"{
    "smithy": "2.0",
    "shapes": {
        "com.example#Tea": {
            "type": "service",
            "operations": [{ "target": "com.example#Brew" }],
            "traits": { SERVICE"aws.protocols#awsJson1_1": {} }
        },
        "com.example#Brew": { "type": "operation", "traits": { OPERATION"smithy.api#readonly": {} } }
    }
}"#;

const SIGV4: &str = r#""aws.auth#sigv4": { "name": "tea" }, "smithy.api#httpBearerAuth": {}, "#;
const BEARER: &str = r#""smithy.api#auth": ["smithy.api#httpBearerAuth"], "#;
const NOBODY: &str = r#""smithy.api#auth": [], "#;
const OPTIONAL: &str = r#""smithy.api#optionalAuth": {}, "#;

const SIGNED: &str = "AWS Signature Version 4, as the service `tea` or a bearer token";
const UNSIGNED: &str = "none needed, the request is not signed";

/// The `AUTH` of the operation, and what its page says of credentials.
fn auth(service: &str, operation: &str) -> (String, Option<String>) {
    let model = MODEL.replace("SERVICE", service).replace("OPERATION", operation);
    let generated = super::generate(&[("tea.json", &model)], &Options::default());
    let files = generated.unwrap_or_else(|faults| panic!("{faults}")).files;
    let lines = || files["src/operation/brew.rs"].lines().map(str::trim);
    let code = lines().find_map(|line| line.strip_prefix("const AUTH: &'static [wire::Auth] = &["));
    let page = lines().find_map(|line| line.strip_prefix("/// + Credentials: "));
    (code.expect("it is there").trim_end_matches("];").replace("wire::Auth::", ""), page.map(str::to_owned))
}

#[test]
fn the_operation_decides_before_the_service_and_optional_is_unsigned() {
    let schemes_and_nobody = [SIGV4, NOBODY].concat();
    let cases = [
        ("", "", "", None),
        (SIGV4, "", "SigV4(\"tea\"), HttpBearer", Some(SIGNED)),
        (SIGV4, BEARER, "HttpBearer", Some("a bearer token")),
        (SIGV4, NOBODY, "", Some(UNSIGNED)),
        (SIGV4, OPTIONAL, "", Some(UNSIGNED)),
        (&schemes_and_nobody, "", "", Some(UNSIGNED)),
        (&schemes_and_nobody, BEARER, "HttpBearer", Some("a bearer token")),
    ];
    for (service, operation, code, page) in cases {
        let found = auth(service, operation);
        assert_eq!(
            found,
            (code.to_owned(), page.map(str::to_owned)),
            "service {service} operation {operation}"
        );
    }
}
