//! A server that is made from a generated crate of restJson1, and a client that is written by hand.

#[path = "support/scratch.rs"]
mod scratch;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use smithygen::diagnostics::Sources;
use smithygen::options::Options;

/// What the client sends: in front of each request what it shows, behind it its body.
const REQUESTS: &str = include_str!("server/requests.txt");

/// The program of the server.
fn program() -> BTreeMap<String, String> {
    let manifest = "[package]\nname = \"serve\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                    [dependencies]\nlibrary = { path = \"../library\" }\n";
    let files = [("Cargo.toml", manifest), ("src/main.rs", include_str!("server/scratch.rs"))];
    files.map(|(path, text)| (path.to_owned(), text.to_owned())).into()
}

/// A server that ends with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().expect("the server runs");
        self.0.wait().expect("the server ends");
    }
}

fn build() -> Command {
    let folder = scratch::workspace("server");
    let mut sources = Sources::default();
    sources.add("model.smithy".to_owned(), include_str!("server/model.smithy").to_owned());
    let options = Options { crate_name: Some("library".to_owned()), ..Options::default() };
    let generated = smithygen::generate(&sources, &options).expect("the model is right");
    scratch::put_crate(&folder.join("library"), &generated.files);
    scratch::put_crate(&folder.join("serve"), &program());
    scratch::put_workspace(&folder, &["library".to_owned(), "serve".to_owned()]);
    scratch::cargo(&folder, &["build", "--quiet", "--package", "serve"]);
    Command::new(folder.join("target/debug/serve"))
}

/// Sends a request; the answer with the headers that say something comes back.
fn answer(address: &str, request: &str) -> String {
    let (head, body) = request.split_once("\n\n").unwrap_or((request, ""));
    let mut stream = TcpStream::connect(address).expect("the server listens");
    let head = head.trim_end().replace('\n', "\r\n");
    write!(stream, "{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server answers");
    answer.replace("\r\n", "\n").replace("HTTP/1.1 ", "")
}

#[test]
fn every_request_is_answered_with_the_right_status() {
    let server = build().stdout(Stdio::piped()).spawn().expect("the server can be run");
    let mut server = Server(server);
    let mut address = String::new();
    let stdout = server.0.stdout.take().expect("it is a pipe");
    BufReader::new(stdout).read_line(&mut address).expect("the server says where it listens");
    let mut answers = String::new();
    for case in REQUESTS.split("# ").skip(1) {
        let (title, request) = case.split_once('\n').expect("a request has a title");
        let _ = write!(answers, "# {title}\n{}\n\n", answer(address.trim(), request.trim_end()));
    }
    insta::assert_snapshot!(answers);
}
