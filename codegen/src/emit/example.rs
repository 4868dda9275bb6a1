//! Requests as programs in documentation: the first one of the front page, and that of the page of each request.

use std::fmt::Display;

use super::source::{Source, literal};
use crate::ir::{
    Build, ExampleAnswer, ExampleBuilder, ExampleFit, ExampleRequest, ExampleValue, ExampleWrapper,
    FirstRequest, Structure,
};

/// How many characters a line of an example may have.
const WIDTH: usize = 84;

/// How many characters a builder on one line may have, as rustfmt has it.
const CHAIN: usize = 60;

/// A first request, as what the file says of itself.
pub(crate) fn first_request(src: &mut Source, request: &FirstRequest) {
    let mut code = Source::example(WIDTH);
    first(&mut code, request);
    src.front("```");
    code.into_text().lines().for_each(|line| src.front(line));
    src.front("```");
}

/// The page of a structure: its first paragraph, an example, and all else.
pub(crate) fn page(src: &mut Source, structure: &Structure) {
    let Some(request) = &structure.example else { return src.doc(&structure.docs) };
    let mut code = Source::example(WIDTH);
    of_page(&mut code, request);
    src.doc_around(&structure.docs, |src| {
        // In a module of another crate its paths are others.
        src.comment(if src.has_features() { "```" } else { "```ignore" });
        code.into_text().lines().for_each(|line| src.comment(line));
        src.comment("```");
    });
}

fn of_page(src: &mut Source, request: &ExampleRequest) {
    let krate = &request.krate;
    uses(src, request, |_| {});
    src.separate();
    builder(src, "let request = ", &request.builder, ";");
    match request.fit {
        ExampleFit::Known => {
            src.line("request.validate()?;");
            src.line(format_args!("# request.validate_with(&{krate}::validation::Policy::new().strict())?;"));
        }
        ExampleFit::Unknown => src.line("// Placeholders: these values may not satisfy all constraints."),
    }
    src.line("# Ok::<(), Box<dyn std::error::Error>>(())");
}

/// What an example uses; of the modules `wire` stands last.
fn uses(src: &mut Source, request: &ExampleRequest, wire: impl FnOnce(&mut Source)) {
    let ExampleRequest { krate, names, smithy, answers, .. } = request;
    for module in answers {
        src.line(format_args!("use {krate}::answers::{};", module.in_source()));
    }
    imported(src, format_args!("{krate}::smithy"), smithy.iter());
    wire(src);
    imported(src, krate, names.iter());
}

fn imported(src: &mut Source, path: impl Display, names: impl ExactSizeIterator<Item: Display> + Clone) {
    match (names.len(), names.clone().next()) {
        (1, Some(name)) => src.line(format_args!("use {path}::{name};")),
        (_, Some(_)) => src.filled(format_args!("use {path}::{{"), names, "};"),
        (_, None) => {}
    }
}

fn first(src: &mut Source, FirstRequest { operation, request }: &FirstRequest) {
    let krate = &request.krate;
    uses(src, request, |src| {
        if operation.is_some() {
            src.line(format_args!("use {krate}::wire::{{Context, Endpoint, Operation}};"));
        }
    });
    src.separate();
    builder(src, "let request = ", &request.builder, ";");
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
fn builder(src: &mut Source, before: impl Display, inner: &ExampleBuilder, after: &str) {
    let ExampleBuilder { name, steps, build } = inner;
    if let Some(short) = short_builder(inner) {
        return src.line(format_args!("{before}{short}{after}"));
    }
    src.line(format_args!("{before}{name}::builder()"));
    src.indented(|src| {
        for (setter, values) in steps {
            call(src, format_args!(".{}", setter.in_source()), values, "");
        }
        src.line(format_args!(".build(){}{after}", question_mark(*build)));
    });
}

fn question_mark(build: Build) -> &'static str {
    match build {
        Build::Fallible => "?",
        Build::Plain => "",
    }
}

/// All calls of a builder, if they are few enough for one line.
fn short_builder(ExampleBuilder { name, steps, build }: &ExampleBuilder) -> Option<String> {
    let mut text = format!("{name}::builder()");
    for (setter, values) in steps {
        text.push_str(&format!(".{}({})", setter.in_source(), listed(values)?));
    }
    text.push_str(&format!(".build(){}", question_mark(*build)));
    Some(text).filter(|text| text.chars().count() <= CHAIN)
}

/// A call with its arguments.
fn call(src: &mut Source, function: impl Display, values: &[ExampleValue], after: &str) {
    match values {
        [one] => value(src, format_args!("{function}("), one, format_args!("){after}")),
        values => {
            let shown = values.iter().map(on_one_line).collect::<Option<Vec<_>>>();
            match shown.map(|shown| format!("{function}({}){after}", shown.join(", "))) {
                Some(line) if src.fits(&line) => src.line(line),
                _ => src.nest(
                    format_args!("{function}("),
                    |src| values.iter().for_each(|one| value(src, "", one, ",")),
                    format_args!("){after}"),
                ),
            }
        }
    }
}

/// A value, with what stands before and behind it: on one line where it fits.
fn value(src: &mut Source, before: impl Display, value: &ExampleValue, after: impl Display) {
    if let Some(line) = on_one_line(value).map(|text| format!("{before}{text}{after}"))
        && src.fits(&line)
    {
        return src.line(line);
    }
    let comma = |src: &mut Source, inner: &ExampleValue| self::value(src, "", inner, ",");
    match value {
        ExampleValue::Built(inner) => {
            let (before, after) = (before.to_string(), after.to_string());
            match (before.as_str(), after.as_str()) {
                ("", after) => builder(src, "", inner, after),
                (before, after) => src.nest(before, |src| builder(src, "", inner, ","), after),
            }
        }
        ExampleValue::Answer(inner) => src.nest(before, |src| answer(src, inner), after),
        ExampleValue::Wrapped(wrapper, inner) => {
            let (head, inner) = (format!("{before}{}(", opening(wrapper)), &**inner);
            src.nest(head, |src| comma(src, inner), format_args!("){after}"));
        }
        ExampleValue::Document(variant, Some(inner)) => {
            self::value(src, format_args!("{before}Document::{variant}("), inner, format_args!("){after}"));
        }
        ExampleValue::List(values) => src.nest(
            format_args!("{before}vec!["),
            |src| values.iter().for_each(|inner| comma(src, inner)),
            format_args!("]{after}"),
        ),
        ExampleValue::Map(entries) => src.nest(
            format_args!("{before}["),
            |src| entries.iter().for_each(|entry| map_entry(src, entry)),
            format_args!("].into(){after}"),
        ),
        // What cannot be broken.
        scalar => src.line(format_args!("{before}{}{after}", on_one_line(scalar).unwrap_or_default())),
    }
}

fn map_entry(src: &mut Source, (key, held): &(ExampleValue, ExampleValue)) {
    let line = on_one_line(key).zip(on_one_line(held)).map(|(key, held)| format!("({key}, {held}),"));
    match line.filter(|line| src.fits(line)) {
        Some(line) => src.line(line),
        None => {
            src.nest("(", |src| [key, held].into_iter().for_each(|inner| value(src, "", inner, ",")), "),")
        }
    }
}

/// A typed answer, as an argument.
fn answer(src: &mut Source, ExampleAnswer { module, ty, arguments, steps }: &ExampleAnswer) {
    let listed = |values: &[ExampleValue]| listed(values).unwrap_or_default();
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

/// All calls of a typed answer, if they are few enough for one line.
fn short_answer(ExampleAnswer { module, ty, arguments, steps }: &ExampleAnswer) -> Option<String> {
    let mut text = format!("{}::{ty}::new({})", module.in_source(), listed(arguments)?);
    for (setter, values) in steps {
        text.push_str(&format!(".{}({})", setter.in_source(), listed(values)?));
    }
    Some(text).filter(|text| text.chars().count() <= CHAIN)
}

fn opening(wrapper: &ExampleWrapper) -> String {
    match wrapper {
        ExampleWrapper::Some => "Some".to_owned(),
        ExampleWrapper::Box => "Box::new".to_owned(),
        ExampleWrapper::Variant(name, variant) => format!("{name}::{variant}"),
    }
}

/// Values on one line.
fn listed(values: &[ExampleValue]) -> Option<String> {
    Some(values.iter().map(on_one_line).collect::<Option<Vec<_>>>()?.join(", "))
}

/// A value on one line; what is built with several calls gets lines of its own.
fn on_one_line(value: &ExampleValue) -> Option<String> {
    Some(match value {
        ExampleValue::Text(text) => literal(text).to_string(),
        ExampleValue::Literal(text) => text.clone(),
        ExampleValue::Into(value) => format!("{}.into()", on_one_line(value)?),
        ExampleValue::Parsed(text) => format!("{}.parse()?", literal(text)),
        ExampleValue::Base64(text) => format!("Blob::from_base64({})?", literal(text)),
        ExampleValue::Seconds(seconds) => format!("Timestamp::from_secs({seconds})"),
        ExampleValue::Nothing => "None".to_owned(),
        ExampleValue::Wrapped(wrapper, value) => format!("{}({})", opening(wrapper), on_one_line(value)?),
        ExampleValue::Document(variant, None) => format!("Document::{variant}"),
        ExampleValue::Document(variant, Some(value)) => {
            format!("Document::{variant}({})", on_one_line(value)?)
        }
        ExampleValue::Variant(name, variant) => format!("{name}::{variant}"),
        ExampleValue::List(values) => format!("vec![{}]", listed(values)?),
        ExampleValue::Map(entries) if entries.is_empty() => "Default::default()".to_owned(),
        ExampleValue::Map(entries) => {
            let entry = |(key, held): &(ExampleValue, ExampleValue)| {
                Some(format!("({}, {})", on_one_line(key)?, on_one_line(held)?))
            };
            format!("[{}].into()", entries.iter().map(entry).collect::<Option<Vec<_>>>()?.join(", "))
        }
        ExampleValue::Built(builder) => return short_builder(builder),
        ExampleValue::Answer(answer) => return short_answer(answer),
    })
}
