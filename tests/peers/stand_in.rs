//! Serves the stand-in of Cognito for the peers' script: prints its URL, and ends with its standard input, or after two
//! minutes.

mod http;
mod pool;
mod service;
#[path = "../../generated/examples/sign_in/srp.rs"]
mod srp;

use std::io::{Write, stdin, stdout};
use std::time::Duration;
use std::{process, thread};

fn main() -> std::io::Result<()> {
    let router = service::router();
    let server = http::Server::start(move |request| router.respond(request))?;
    println!("{}", server.url());
    stdout().flush()?;
    thread::spawn(|| {
        thread::sleep(Duration::from_secs(120));
        process::exit(1);
    });
    stdin().lines().for_each(drop);
    Ok(())
}
