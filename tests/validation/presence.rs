//! What stands for members that are not there: in builders, in both readers, and in what clients and servers write.

use smithygen::options::Options;

use super::scratch::workspace;
use super::{files, put_harness, run};

/// Shows every row of the table of presence.
const MAIN: &str = r##"//! Shows what stands for members that are not there.

use presence::wire::{self, Context, Endpoint, FromWire, Mode, Operation, OperationError, ToWire};
use presence::*;

fn show<T: ToWire>(name: &str, value: Result<T, impl std::fmt::Display>) {
    match value {
        Ok(value) => println!("{name}: {}", wire::to_json(&value)),
        Err(error) => println!("{name}: {}", error.to_string().replace('\n', " | ")),
    }
}

fn read<T: FromWire + ToWire>(name: &str, text: &str) {
    show(&format!("{name}, client"), wire::from_json::<T>(text, Mode::Lenient));
    show(&format!("{name}, server"), wire::from_json::<T>(text, Mode::Strict));
}

fn body(body: Vec<u8>) -> String {
    String::from_utf8(body).expect("JSON is UTF-8")
}

fn request(input: &BookInput, context: &Context) -> String {
    body(Book::request(input, context).expect("every input has a request").body)
}

fn main() {
    show("nothing set", BookInput::builder().build());
    read::<BookInput>("input", r#"{"seat":"1","place":{"next":{}}}"#);
    read::<BookOutput>("output", r#"{"id":"1","places":[{}]}"#);
    read::<Kinds>("kinds", "{}");

    let output: BookOutput = wire::from_json("{}", Mode::Lenient).expect("all is corrected");
    let again = wire::from_json::<BookOutput>(&wire::to_json(&output), Mode::Lenient);
    println!("what was missing is read again: {}", again == Ok(output));

    let input = BookInput::builder().seat("1").place(Place::builder().build()).build().expect("all is set");
    let context = Context::new(Endpoint::parse("https://example.com").expect("this is a URL"));
    let with_defaults = context.clone().send_defaults();
    println!("request: {}", request(&input, &context));
    println!("request with defaults: {}", request(&input, &with_defaults));
    let set = BookInput::builder().seat("1").rows(0).aisle(false).build().expect("all is set");
    println!("request with members set: {}", request(&set, &with_defaults));
    let output = BookOutput::builder().id("1").choice(Choice::Text("a".to_owned())).state("open".into());
    let output = output.place(Place::builder().build()).build().expect("all is set");
    println!("response: {}", body(Book::write_response(&output).body));
    let error = operation::book::BookError::SoldOut(Box::new(SoldOut::builder().build()));
    println!("error: {}", body(Book::write_error(&error).body));
    for violation in &input.check(&validation::Policy::new()) {
        println!("{} {violation}", violation.severity().as_str());
    }
}
"##;

#[test]
fn members_that_are_missing_are_what_the_table_says() {
    let folder = workspace("presence");
    let options = Options { crate_name: Some("presence".to_owned()), ..Options::default() };
    put_harness(&folder, "presence", &files(&[include_str!("../output/presence.json")], &options), MAIN);
    insta::assert_snapshot!(run(&folder, ""));
}
