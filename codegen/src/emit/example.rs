//! A first request, as a program in documentation.

use super::source::{Source, literal};
use crate::ir::{Build, ExampleAnswer, ExampleArguments, ExampleBuilder, ExampleValue, FirstRequest};

/// How many characters a line of an example may have.
const WIDTH: usize = 84;

/// A first request, as what the file says of itself.
pub(crate) fn first_request(src: &mut Source, request: &FirstRequest) {
    let mut code = Source::example(WIDTH);
    program(&mut code, request);
    src.front("```");
    code.into_text().lines().for_each(|line| src.front(line));
    src.front("```");
}

fn program(src: &mut Source, FirstRequest { krate, names, operation, answers, request }: &FirstRequest) {
    for module in answers {
        src.line(format_args!("use {krate}::answers::{};", module.in_source()));
    }
    if operation.is_some() {
        src.line(format_args!("use {krate}::wire::{{Context, Endpoint, Operation}};"));
    }
    match names.as_slice() {
        [name] => src.line(format_args!("use {krate}::{name};")),
        names => src.filled(format_args!("use {krate}::{{"), names.iter(), "};"),
    }
    src.separate();
    builder(src, "let request = ", request, ";");
    src.separate();
    src.block("if let Err(violations) = request.validate()", |src| {
        src.line("eprintln!(\"{violations}\");");
    });
    if let Some(operation) = operation {
        src.line("// Method, URI, headers and body, for any signer and any HTTP client.");
        src.line("let context = Context::new(Endpoint::parse(\"https://example.com\")?);");
        src.line(format_args!("let http = {operation}::request(&request, &context)?;"));
        src.line(format_args!("# let send = |_| (200, {krate}::wire::Headers::new(), Vec::<u8>::new());"));
        src.line("let (status, headers, body) = send(http); // `send` stands for that client.");
        src.block(format_args!("match {operation}::response(status, &headers, &body)"), |src| {
            src.line("Ok(response) => println!(\"{response:?}\"),");
            src.line("Err(error) if error.is_retryable() => eprintln!(\"{error}; it may work later\"),");
            src.line("Err(error) => eprintln!(\"{error}\"),");
        });
    }
    src.line("# Ok::<(), Box<dyn std::error::Error>>(())");
}

/// A structure that is built, with what stands before and behind it.
fn builder(
    src: &mut Source,
    before: &str,
    ExampleBuilder { name, steps, build }: &ExampleBuilder,
    after: &str,
) {
    src.line(format_args!("{before}{name}::builder()"));
    src.indented(|src| {
        for (setter, arguments) in steps {
            step(src, &setter.in_source(), arguments);
        }
        let end = match build {
            Build::Fallible => "?",
            Build::Plain => "",
        };
        src.line(format_args!(".build(){end}{after}"));
    });
}

fn step(src: &mut Source, setter: &str, arguments: &ExampleArguments) {
    match arguments {
        ExampleArguments::Value(one) => src.line(format_args!(".{setter}({})", value(one))),
        ExampleArguments::Entry(key, entry) => {
            src.line(format_args!(".{setter}({}, {})", value(key), value(entry)));
        }
        ExampleArguments::Built(inner) => {
            src.nest(format_args!(".{setter}("), |src| builder(src, "", inner, ","), ")");
        }
        ExampleArguments::Answer(inner) => {
            src.nest(format_args!(".{setter}("), |src| answer(src, inner), ")");
        }
    }
}

/// A typed answer, as an argument.
fn answer(src: &mut Source, ExampleAnswer { module, ty, arguments, steps }: &ExampleAnswer) {
    let listed = |values: &[ExampleValue]| values.iter().map(value).collect::<Vec<_>>().join(", ");
    let end = |last: bool| if last { "," } else { "" };
    let module = module.in_source();
    src.line(format_args!("{module}::{ty}::new({}){}", listed(arguments), end(steps.is_empty())));
    src.indented(|src| {
        for (index, (setter, values)) in steps.iter().enumerate() {
            let end = end(index + 1 == steps.len());
            src.line(format_args!(".{}({}){end}", setter.in_source(), listed(values)));
        }
    });
}

fn value(value: &ExampleValue) -> String {
    match value {
        ExampleValue::String(text) => literal(text).to_string(),
        ExampleValue::Bool(value) => value.to_string(),
        ExampleValue::Integer(digits) => digits.clone(),
        ExampleValue::Variant(name, variant) => format!("{name}::{variant}"),
    }
}
