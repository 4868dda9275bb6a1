//! The examples, run against a server that checks what they send.

mod http;
mod pool;
#[path = "../../generated/examples/sign_in/proof.rs"]
mod proof;
mod service;
#[path = "../../generated/examples/sign_in/srp.rs"]
mod srp;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, SystemTime};

use cognito_identity_provider::answers::ChallengeDue;
use cognito_identity_provider::smithy::Blob;
use cognito_identity_provider::{ChallengeNameType, InitiateAuthResponse};
use num_bigint::BigInt;
use pool::{CLIENTS, CODE, PASSWORD, POOL};

/// Runs an example with settings and what is typed.
fn run(example: &str, settings: &[(&str, &str)], typed: &[&str]) -> Output {
    let tests = std::env::current_exe().expect("a test is a file");
    let target = tests.ancestors().nth(2).map_or(PathBuf::new(), PathBuf::from);
    let router = service::router();
    let server = http::Server::start(move |request| router.respond(request)).expect("a port is free");
    let mut command = Command::new(target.join("examples").join(example));
    command.env("COGNITO_ENDPOINT", server.url()).env("COGNITO_POOL", POOL).envs(settings.iter().copied());
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("`cargo test` builds the examples");
    let mut input = child.stdin.take().expect("it is a pipe");
    input.write_all(typed.join("\n").as_bytes()).expect("the program reads");
    drop(input);
    child.wait_with_output().expect("the program ends")
}

const SIGNED_IN: &str = "The tokens were renewed, and then revoked.";

/// Signs a user in; the result is what the program prints.
fn sign_in(client: (&str, Option<&str>), flow: &str, typed: &[&str]) -> String {
    let mut settings = vec![("COGNITO_CLIENT", client.0), ("COGNITO_FLOW", flow)];
    settings.extend(client.1.map(|secret| ("COGNITO_SECRET", secret)));
    let output = run("sign_in", &settings, typed);
    [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("it is text")).concat()
}

#[test]
fn everybody_signs_in() {
    let users: [&[&str]; 5] = [
        &["alice", PASSWORD],
        &["bob", PASSWORD, "another-Horse-8"],
        &["carol", PASSWORD, CODE],
        &["dave", PASSWORD, CODE],
        &["erin", PASSWORD, CODE],
    ];
    for (client, flow) in CLIENTS.into_iter().zip(["password", "srp"]) {
        for typed in users {
            let printed = sign_in(client, flow, typed);
            assert!(printed.contains(SIGNED_IN), "{client:?} {flow} {typed:?}: {printed}");
        }
    }
    let printed = sign_in(CLIENTS[0], "srp", users[0]);
    assert!(printed.contains(SIGNED_IN), "{printed}");
}

#[test]
fn what_is_wrong_is_said() {
    let [public, confidential] = CLIENTS;
    let cases: [(_, &[&str], &str); 7] = [
        (public, &["alice", "wrong"], "Incorrect username or password."),
        (public, &["nobody", PASSWORD], "User does not exist."),
        (public, &["carol", PASSWORD, "654321"], "Invalid code received for user"),
        (public, &["carol", PASSWORD], "there is no more input"),
        (("unknown0client", None), &["alice", PASSWORD], "User pool client unknown0client does not exist."),
        (
            (confidential.0, None),
            &["alice", PASSWORD],
            "is configured with secret but SECRET_HASH was not received",
        ),
        ((confidential.0, Some("wrong")), &["alice", PASSWORD], "Unable to verify secret hash for client"),
    ];
    for (client, typed, message) in cases {
        let printed = sign_in(client, "srp", typed);
        assert!(printed.contains(message) && !printed.contains(SIGNED_IN), "{typed:?}: {printed}");
    }
}

#[test]
fn all_users_are_listed() {
    let keys = [("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "an example")];
    let output = run("list_users", &keys, &[]);
    let printed = String::from_utf8(output.stdout).expect("it is text");
    assert_eq!(
        printed,
        "alice\t\nbob\t\ncarol\t\ndave\t\nerin\t\n",
        "{:?}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Made with pycognito 2024.5.1, which signs in at Cognito with it.
const SIGNATURE: &str = "PC86eKUu418hYho4skTB8HgZblInvif1dK1psX7Xl8Q=";

#[test]
fn the_vector_of_srp_is_reached() {
    let random = srp::number(&"7f".repeat(128)).expect("it is hexadecimal");
    let proof = |b: &BigInt| {
        let parameters = [
            ("SALT", "a5c0ffee5a17".to_owned()),
            ("SRP_B", format!("{b:x}")),
            ("SECRET_BLOCK", Blob::new(b"secret block".to_vec()).to_base64()),
            ("USER_ID_FOR_SRP", "alice".to_owned()),
        ];
        let parameters = parameters.map(|(key, value)| (key.to_owned(), value)).into_iter().collect();
        let response = InitiateAuthResponse::builder().challenge_name(ChallengeNameType::PasswordVerifier);
        let response = response.set_challenge_parameters(Some(parameters)).build();
        // Sat Nov 28 19:00:00 UTC 2026
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_892_400);
        let Ok(Some(ChallengeDue::PasswordVerifier(due))) = response.due() else { panic!("it is due") };
        proof::proof(&due, POOL, PASSWORD, (&random, time))
    };
    let answer = proof(&srp::public(&BigInt::from(0x5eed))).expect("the challenge is safe");
    assert_eq!(answer.password_claim_signature, SIGNATURE);
    for known in [BigInt::ZERO, srp::prime(), srp::prime() * 2] {
        assert_eq!(proof(&known).expect_err("the server would know the secret"), "the challenge is unsafe");
    }
    assert_ne!(proof::random(), proof::random());
}
