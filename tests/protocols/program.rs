//! The program of a service's cases: a function for each case and direction, a module for each direction.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use super::cases::{Case, Direction, Kind};
use super::json::as_number;
use super::model::target;
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
    let io = |key: &str| shape[key]["target"].as_str().unwrap_or("smithy.api#Unit");
    let (ty, shape) = match &case.kind {
        Kind::Malformed => return Ok(format!("{}    server::refuse(&given)", given(case))),
        Kind::Request => (&operation.input, io("input")),
        Kind::Response => (&operation.output, io("output")),
        Kind::Error(error) => return error_body(service, case, direction, error),
    };
    let mut params = params(case);
    if direction == Direction::ReadRequest {
        fill_query_params(service, case, shape, &mut params);
    }
    let value = service.value(ty, shape, &params)?;
    let (name, (function, side)) = (&operation.name, module(direction));
    let function = format!("{side}::{function}::<service::{name}>");
    Ok(match direction {
        Direction::WriteRequest => {
            format!("    {function}(&{value}, {})", endpoint(case))
        }
        Direction::WriteResponse => format!("    {function}(&{value})"),
        Direction::ReadRequest | Direction::ReadResponse | Direction::Refuse => {
            let moved = if direction == Direction::ReadRequest { moved(case) } else { String::new() };
            format!("{}{moved}    {function}(&given, |found| {})", given(case), check("found", &value))
        }
    })
}

/// Adds the map in which a server finds all parameters of the query, where a case leaves it out.
fn fill_query_params(service: &Service, case: &Case, input: &str, params: &mut Value) {
    let has_all = |member: &Value| member["traits"].get("smithy.api#httpQueryParams").is_some();
    let found = service.model.members(input).into_iter().find(|(_, member)| has_all(member));
    let Some((name, member)) = found.filter(|(name, _)| params.get(name).is_none()) else { return };
    let value = service.model.target(target(&member), "value");
    let is_list = service.model.shape(value)["type"] == "list";
    let mut map: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for parameter in case.given.texts("queryParams") {
        let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        map.entry(key.to_owned()).or_default().push(decoded(value));
    }
    if !map.is_empty() {
        params[name] = map
            .into_iter()
            .map(|(key, values)| (key, if is_list { Value::from(values) } else { Value::from(&*values[0]) }))
            .collect();
    }
}

/// A value of the query without its escapes.
fn decoded(value: &str) -> String {
    let mut pieces = value.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).expect("two digits"));
        bytes.extend_from_slice(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).expect("it is UTF-8")
}

/// What a case says of how a client of S3 is configured.
fn addressing(case: &Case) -> Value {
    let scoped = &case.expected.0["vendorParams"]["scopedConfig"];
    let own = |scope: &str| scoped[scope]["s3"].as_object().cloned().unwrap_or_default();
    let mut found = own("client");
    found.extend(own("operation"));
    Value::Object(found)
}

/// The endpoint of a case.
fn endpoint(case: &Case) -> String {
    let (s3, given) = (addressing(case), &case.expected.0);
    let region = given["vendorParams"]["scopedConfig"]["client"]["region"].as_str().unwrap_or_default();
    let dual_stack = s3["use_dualstack_endpoint"] == true;
    let endpoint = if s3["use_accelerate_endpoint"] == true {
        let index = usize::from(dual_stack);
        format!("service::wire::Endpoint::parse(service::service::ACCELERATED_ENDPOINTS[{index}])")
    } else if dual_stack {
        let variant = "service::wire::EndpointVariant::DualStack";
        format!("service::service::endpoint_variant({region:?}, {variant})")
    } else {
        let host = case.expected.text("host").unwrap_or("example.com");
        format!("service::wire::Endpoint::parse(\"https://{host}\")")
    };
    let fixed =
        if s3["addressing_style"] == "path" { ".map(service::wire::Endpoint::fixed_host)" } else { "" };
    endpoint + fixed
}

/// What a server does first whose requests have a member in the host.
fn moved(case: &Case) -> String {
    let Some(host) =
        case.expected.text("resolvedHost").filter(|_| case.expected.0.get("vendorParams").is_some())
    else {
        return String::new();
    };
    let uri = format!("https://{host}{}", case.given.target());
    format!(
        "    let endpoint = {}.expect(\"the case has a host\");\n    \
         let request = service::wire::Request {{ method: given.method.into(), uri: {uri:?}.to_owned(), \
         headers: Default::default(), body: Vec::new() }};\n    \
         let given = Given {{ uri: endpoint.path_style(request).uri.leak(), ..given }};\n",
        endpoint(case)
    )
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

fn params(case: &Case) -> Value {
    match &case.expected.0["params"] {
        Value::Null => serde_json::json!({}),
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
    let (mut headers, body) = (given.headers(), given.body().unwrap_or_default());
    // Some cases state the type of the body, and not the header.
    let is_typed = headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    let is_bound = given.text("protocol").is_some_and(|protocol| protocol.contains("#rest"));
    if case.kind == Kind::Request && is_bound && !is_typed && !body.is_empty() {
        headers.extend(given.text("bodyMediaType").map(|media_type| ("content-type", media_type)));
    }
    let (method, uri) = (given.text("method").unwrap_or("POST"), given.target());
    format!(
        "    let given = Given {{ method: {method:?}, uri: {uri:?}, status: {status}, headers: &{headers:?}, \
         body: &{body:?} }};\n"
    )
}
