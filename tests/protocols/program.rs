//! The program of a service's cases: a function for each case and direction, a module for each direction.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::cases::{Case, Direction, Kind};
use super::json::as_number;
use super::source::Operation;
use super::suites::Suite;
use super::values::{Result, Service};

/// Files that programs share.
const SHARED: [(&str, &str); 2] =
    [("client", include_str!("scratch/client.rs")), ("outcome", include_str!("scratch/outcome.rs"))];

/// The file of programs of crates that have a server's side.
const SERVER: &str = include_str!("scratch/server.rs");

/// The modules of a program, by their names.
type Modules = BTreeMap<&'static str, String>;

/// The files of the program of some cases.
pub fn files(suite: &Suite, service: &Service, cases: &[Case]) -> BTreeMap<String, String> {
    let mut modules: Modules = SHARED.map(|(name, text)| (name, text.to_owned())).into();
    if suite.is_served() {
        modules.extend([("server", SERVER.to_owned()), ("router", router(service))]);
    }
    let table = functions(&mut modules, service, cases);
    let declared: String = modules.keys().map(|name| format!("mod {name};\n")).collect();
    let main = format!(
        "//! Runs each case.\n\n{declared}\n\
         fn main() {{\n    std::panic::set_hook(Box::new(|_| {{}}));\n{table}}}\n"
    );
    modules.insert("main", main);
    let mut files: BTreeMap<String, String> =
        modules.into_iter().map(|(name, text)| (format!("src/{name}.rs"), text)).collect();
    files.insert("Cargo.toml".to_owned(), manifest(suite.name, &service.features));
    files
}

/// Adds the functions of cases to their modules; the calls of all of them come back.
fn functions(modules: &mut Modules, service: &Service, cases: &[Case]) -> String {
    let mut table = String::new();
    for (number, case) in cases.iter().enumerate() {
        for direction in case.directions() {
            let (name, side) = module(direction);
            let module = modules.entry(name).or_insert_with(|| {
                format!("//! Cases.\n\nuse crate::outcome::{{self, Given, Outcome}};\nuse crate::{side};\n")
            });
            let body = body(service, case, direction)
                .unwrap_or_else(|error| format!("    Outcome::Failed({error:?}.to_owned())"));
            let _ = write!(module, "\npub fn case_{number}() -> Outcome {{\n{body}\n}}\n");
            let id = &case.id;
            let _ = writeln!(table, "    outcome::run({id:?}, \"{direction:?}\", {name}::case_{number});");
        }
    }
    table
}

/// The module with all operations of a server.
fn router(service: &Service) -> String {
    let operations = service.source.operations().map(|Operation { name, input, .. }| {
        let function = if service.source.is_checked(input) { "check" } else { "read" };
        format!("\n        .route::<service::{name}>(server::{function}::<service::{name}>)")
    });
    let operations: String = operations.collect();
    format!(
        "//! All operations.\n\nuse service::wire::Router;\n\nuse crate::server;\n\n\
         pub fn router() -> Router<'static> {{\n    Router::new(){operations}\n}}\n"
    )
}

fn manifest(package: &str, features: &[&str]) -> String {
    format!(
        "[package]\nname = \"{package}-cases\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nservice = {{ package = \"{}\", path = \"../{package}\", features = {features:?} }}\n",
        package.to_ascii_lowercase()
    )
}

/// The module of a direction, which is also the name of the function that it calls, and that function's module.
fn module(direction: Direction) -> (&'static str, &'static str) {
    match direction {
        Direction::WriteRequest => ("write_request", "client"),
        Direction::ReadRequest => ("read_request", "server"),
        Direction::WriteResponse => ("write_response", "server"),
        Direction::ReadResponse => ("read_response", "client"),
        Direction::Refuse => ("refuse", "server"),
    }
}

/// The body of the function of a case.
fn body(service: &Service, case: &Case, direction: Direction) -> Result {
    let operation = service.source.operation(operation_name(&case.operation))?;
    let shape = service.model.shape(&case.operation);
    let target = |key: &str| shape[key]["target"].as_str().unwrap_or("smithy.api#Unit");
    let (ty, shape) = match &case.kind {
        Kind::Malformed => return Ok(format!("{}    server::refuse(&given)", given(case))),
        Kind::Request => (&operation.input, target("input")),
        Kind::Response => (&operation.output, target("output")),
        Kind::Error(error) => return error_body(service, case, direction, error),
    };
    let value = service.value(ty, shape, &params(case))?;
    let (name, (function, side)) = (&operation.name, module(direction));
    let function = format!("{side}::{function}::<service::{name}>");
    Ok(match direction {
        Direction::WriteRequest => {
            let endpoint = format!("https://{}", case.expected.text("host").unwrap_or("example.com"));
            format!("    {function}(&{value}, {endpoint:?})")
        }
        Direction::WriteResponse => format!("    {function}(&{value})"),
        Direction::ReadRequest | Direction::ReadResponse | Direction::Refuse => {
            format!("{}    {function}(&given, |found| {})", given(case), check("found", &value))
        }
    })
}

fn error_body(service: &Service, case: &Case, direction: Direction, error: &str) -> Result {
    let operation = service.source.operation(operation_name(&case.operation))?;
    let (variant, payload) = service
        .error_variant(&operation.error, error)
        .ok_or_else(|| format!("{} has no variant for {error}", operation.error))?;
    let payload = payload.as_ref().ok_or_else(|| format!("{variant} holds nothing"))?;
    let ty = payload.arguments.first().ok_or("an error stands in a box")?;
    let (name, value) = (&operation.name, service.value(ty, error, &params(case))?);
    let failure = format!("    type Failure = <service::{name} as service::wire::Operation>::Error;\n");
    Ok(match direction {
        Direction::WriteResponse => format!(
            "{failure}    server::write_error::<service::{name}>(Failure::{variant}(Box::new({value})))"
        ),
        _ => format!(
            "{}{failure}    client::read_error::<service::{name}>(&given, |error| match error {{\n        \
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
    match &case.expected.0["params"] {
        serde_json::Value::Null => serde_json::json!({}),
        params => params.clone(),
    }
}

fn check(found: &str, value: &str) -> String {
    let function = if value.contains("::NAN") { "alike" } else { "equal" };
    format!("outcome::{function}({found}, &{value})")
}

/// The message of a case that is read.
fn given(case: &Case) -> String {
    let given = &case.given;
    let status = as_number(&given.0["code"]).unwrap_or("0");
    let (headers, body) = (given.headers(), given.body().unwrap_or_default());
    let (method, uri) = (given.text("method").unwrap_or("POST"), given.target());
    format!(
        "    let given = Given {{ method: {method:?}, uri: {uri:?}, status: {status}, headers: &{headers:?}, \
         body: &{body:?} }};\n"
    )
}
