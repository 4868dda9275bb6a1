//! The program of a service's cases: a function for each case and direction, a module for each direction.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::cases::{Case, Direction, Kind};
use super::values::{Result, Service};

/// What all programs share.
const OUTCOME: &str = include_str!("scratch/outcome.rs");

/// How the crate is called.
const CALL: &str = include_str!("scratch/call.rs");

/// The files of the program of some cases.
pub fn files(package: &str, service: &Service, cases: &[Case]) -> BTreeMap<String, String> {
    let mut modules: BTreeMap<Direction, String> = BTreeMap::new();
    let mut table = String::new();
    for (number, case) in cases.iter().enumerate() {
        for direction in case.directions() {
            let module = modules.entry(direction).or_insert_with(|| {
                "//! Cases.\n\nuse crate::call;\nuse crate::outcome::{self, Given, Outcome};\n".to_owned()
            });
            let body = body(service, case, direction)
                .unwrap_or_else(|error| format!("Outcome::Failed({:?}.to_owned())", error));
            let _ = write!(module, "\npub fn case_{number}() -> Outcome {{\n{body}\n}}\n");
            let (id, name) = (&case.id, name(direction));
            let _ = writeln!(table, "    outcome::run({id:?}, \"{direction:?}\", {name}::case_{number});");
        }
    }
    let declared: String = modules.keys().map(|direction| format!("mod {};\n", name(*direction))).collect();
    let main = format!(
        "//! Runs each case.\n\nmod call;\nmod outcome;\n{declared}\n\
         fn main() {{\n    std::panic::set_hook(Box::new(|_| {{}}));\n{table}}}\n"
    );
    let mut files: BTreeMap<String, String> =
        modules.into_iter().map(|(direction, text)| (format!("src/{}.rs", name(direction)), text)).collect();
    files.insert("Cargo.toml".to_owned(), manifest(package));
    files.insert("src/call.rs".to_owned(), CALL.to_owned());
    files.insert("src/main.rs".to_owned(), main);
    files.insert("src/outcome.rs".to_owned(), OUTCOME.to_owned());
    files
}

fn manifest(package: &str) -> String {
    format!(
        "[package]\nname = \"{package}-cases\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nservice = {{ package = \"{}\", path = \"../{package}\" }}\n",
        package.to_ascii_lowercase()
    )
}

/// The module of a direction.
fn name(direction: Direction) -> &'static str {
    match direction {
        Direction::WriteRequest => "write_request",
        Direction::ReadRequest => "read_request",
        Direction::WriteResponse => "write_response",
        Direction::ReadResponse => "read_response",
    }
}

/// The body of the function of a case.
fn body(service: &Service, case: &Case, direction: Direction) -> Result {
    let operation = service.source.operation(operation_name(&case.operation));
    let shape = service.model.shape(&case.operation);
    let target = |key: &str| shape[key]["target"].as_str().unwrap_or("smithy.api#Unit");
    let (ty, shape) = match &case.kind {
        Kind::Request => (&operation.input, target("input")),
        Kind::Response => (&operation.output, target("output")),
        Kind::Error(error) => return error_body(service, case, direction, error),
    };
    let value = service.value(ty, shape, &params(case))?;
    let (name, function) = (&operation.name, name(direction));
    Ok(match direction {
        Direction::WriteRequest => {
            let endpoint = format!("https://{}", case.text("host").unwrap_or("example.com"));
            format!("    call::{function}::<service::{name}>(&{value}, {endpoint:?})")
        }
        Direction::WriteResponse => format!("    call::{function}::<service::{name}>(&{value})"),
        Direction::ReadRequest | Direction::ReadResponse => {
            format!(
                "{}    call::{function}::<service::{name}>(&given, |found| {})",
                given(case),
                check("found", &value)
            )
        }
    })
}

fn error_body(service: &Service, case: &Case, direction: Direction, error: &str) -> Result {
    let operation = service.source.operation(operation_name(&case.operation));
    let (variant, payload) = service
        .error_variant(&operation.error, error)
        .ok_or_else(|| format!("{} has no variant for {error}", operation.error))?;
    let payload = payload.as_ref().ok_or_else(|| format!("{variant} holds nothing"))?;
    let ty = payload.arguments.first().ok_or("an error stands in a box")?;
    let (name, value) = (&operation.name, service.value(ty, error, &params(case))?);
    Ok(match direction {
        Direction::WriteRequest | Direction::WriteResponse => format!(
            "    type Failure = call::Failure<service::{name}>;\n    \
             call::write_error::<service::{name}>(Failure::{variant}(Box::new({value})))"
        ),
        Direction::ReadRequest | Direction::ReadResponse => format!(
            "{}    type Failure = call::Failure<service::{name}>;\n    \
             call::read_error::<service::{name}>(&given, |error| match error {{\n        \
             Failure::{variant}(found) => {},\n        \
             other => Outcome::Failed(format!(\"read {{other:?}}\")),\n    }})",
            given(case),
            check("&**found", &value),
        ),
    })
}

fn operation_name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

fn params(case: &Case) -> serde_json::Value {
    match &case.test["params"] {
        serde_json::Value::Null => serde_json::json!({}),
        params => params.clone(),
    }
}

fn check(found: &str, value: &str) -> String {
    let function = if value.contains("::NAN") { "alike" } else { "equal" };
    format!("outcome::{function}({found}, &{value})")
}

/// The message of a case.
fn given(case: &Case) -> String {
    let status = super::json::as_number(&case.test["code"]).unwrap_or("0");
    let (headers, body) = (case.headers(), case.body().unwrap_or_default());
    let uri = case.text("uri").unwrap_or("/");
    format!(
        "    let given = Given {{ uri: {uri:?}, status: {status}, headers: &{headers:?}, body: &{body:?} }};\n"
    )
}
