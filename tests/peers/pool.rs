//! A user pool for tests: its users, what it asks of them, and what it refuses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use cognito_identity_provider as cognito;
use cognito_identity_provider::answers::challenge_answer::PasswordVerifier;
use cognito_identity_provider::answers::{AuthFlow, ChallengeAnswer};
use cognito_identity_provider::smithy::Blob;
use cognito_identity_provider::wire::UnmodeledError;
use cognito_identity_provider::{AuthenticationResultType, ChallengeNameType};
use num_bigint::BigInt;

use crate::srp::{self, Exchange};

/// The user pool.
pub const POOL: &str = "eu-west-1_EXAMPLE";
/// The password of every user.
pub const PASSWORD: &str = "correct-Horse-7-battery";
/// Every code that is sent, or shown by an app.
pub const CODE: &str = "123456";
/// The app clients with their secrets.
pub const CLIENTS: [(&str, Option<&str>); 2] =
    [("public0client", None), ("confidential0client", Some("secret0of0the0confidential0client"))];

/// The users with the challenge that comes after the password. A user `error:CODE:STATUS` gets that error.
const USERS: [(&str, Option<ChallengeNameType>); 5] = [
    ("alice", None),
    ("bob", Some(ChallengeNameType::NewPasswordRequired)),
    ("carol", Some(ChallengeNameType::SoftwareTokenMfa)),
    ("dave", Some(ChallengeNameType::SmsMfa)),
    ("erin", Some(ChallengeNameType::MfaSetup)),
];

/// The salt of every user's verifier.
const SALT: &str = "a5c0ffee5a17";

/// What the pool remembers.
#[derive(Default)]
pub struct State {
    /// By secret block: the user, `A`, and the random number behind `B`.
    exchanges: BTreeMap<String, (String, BigInt, BigInt)>,
    /// The tokens that were revoked.
    pub revoked: BTreeSet<String>,
}

/// The memory of all handlers.
pub type Shared = Arc<Mutex<State>>;
/// An output, or the error in its place.
pub type Answer<T> = Result<T, UnmodeledError>;

/// What an answer to a sign-in holds.
#[derive(Default)]
pub struct Step {
    tokens: Option<AuthenticationResultType>,
    challenge: Option<(ChallengeNameType, BTreeMap<String, String>)>,
    session: Option<String>,
}

/// An error by its code and its message.
pub fn refused(code: &str, message: &str) -> UnmodeledError {
    UnmodeledError::new(code, Some(message.to_owned()), 400)
}

/// The memory, for one handler.
pub fn lock(state: &Shared) -> std::sync::MutexGuard<'_, State> {
    state.lock().expect("no handler panics")
}

/// Starts a sign-in.
pub fn initiate(state: &Shared, input: &cognito::InitiateAuthRequest) -> Answer<Step> {
    let map = input.auth_parameters.clone().unwrap_or_default();
    let flow = AuthFlow::from_map(&input.auth_flow, &map);
    let flow = flow.map_err(|missing| refused("InvalidParameterException", &missing.to_string()))?;
    match flow {
        Some(AuthFlow::UserPasswordAuth(flow)) => {
            secret_hash(&input.client_id, &flow.username, flow.secret_hash.as_deref())?;
            let user = known(&flow.username)?;
            if flow.password == PASSWORD { Ok(after_password(&user)) } else { Err(wrong_password()) }
        }
        Some(AuthFlow::UserSrpAuth(flow)) => {
            secret_hash(&input.client_id, &flow.username, flow.secret_hash.as_deref())?;
            challenge(state, &known(&flow.username)?, &flow.srp_a)
        }
        _ => Err(refused("InvalidParameterException", "Initiate Auth method not supported.")),
    }
}

/// The challenge of SRP: `B` is `k v + g^b`, where `v` stands for the password.
fn challenge(state: &Shared, user: &str, srp_a: &str) -> Answer<Step> {
    let a = srp::number(srp_a).filter(|a| a % srp::prime() != BigInt::ZERO);
    let a = a.ok_or_else(|| refused("InvalidParameterException", "SRP_A is not a valid number"))?;
    let mut state = lock(state);
    let random = BigInt::from(0x5eed_u32 + u32::try_from(state.exchanges.len()).unwrap_or_default()).pow(40);
    let b = (srp::multiplier() * verifier(user) + srp::public(&random)) % srp::prime();
    let block = Blob::new(srp::hmac(b"secret block", &[&random.to_signed_bytes_be()])).to_base64();
    state.exchanges.insert(block.clone(), (user.to_owned(), a, random));
    let parameters = [
        ("USERNAME", user.to_owned()),
        ("USER_ID_FOR_SRP", user.to_owned()),
        ("SALT", SALT.to_owned()),
        ("SRP_B", format!("{b:x}")),
        ("SECRET_BLOCK", block),
    ];
    let parameters = parameters.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Ok(Step { challenge: Some((ChallengeNameType::PasswordVerifier, parameters)), ..Step::default() })
}

fn verifier(user: &str) -> BigInt {
    let exchange = Exchange { pool: POOL, user, a: BigInt::ZERO, b: BigInt::ZERO };
    srp::public(&exchange.password(&srp::number(SALT).expect("it is hexadecimal"), PASSWORD))
}

/// Whether the client knows the password: the server reaches the secret as `(A v^u)^b`.
fn is_proven(state: &Shared, proof: &PasswordVerifier) -> bool {
    let Some((user, a, random)) = lock(state).exchanges.remove(&proof.password_claim_secret_block) else {
        return false;
    };
    let v = verifier(&user);
    let b = (srp::multiplier() * &v + srp::public(&random)) % srp::prime();
    let exchange = Exchange { pool: POOL, user: &user, a, b };
    let secret =
        (&exchange.a * v.modpow(&exchange.scrambler(), &srp::prime())).modpow(&random, &srp::prime());
    let block = Blob::from_base64(&proof.password_claim_secret_block).unwrap_or_default();
    let expected = exchange.signature(&secret, block.as_ref(), &proof.timestamp);
    user == proof.username && Blob::new(expected).to_base64() == proof.password_claim_signature
}

/// Goes on with one.
pub fn respond(state: &Shared, input: &cognito::RespondToAuthChallengeRequest) -> Answer<Step> {
    let map = input.challenge_responses.clone().unwrap_or_default();
    let answer = ChallengeAnswer::from_map(&input.challenge_name, &map);
    let answer = answer.map_err(|missing| refused("InvalidParameterException", &missing.to_string()))?;
    let user = known(map.get("USERNAME").map_or("", String::as_str))?;
    secret_hash(&input.client_id, &user, map.get("SECRET_HASH").map(String::as_str))?;
    let answer = answer.ok_or_else(|| refused("InvalidParameterException", "Challenge not supported."))?;
    if let ChallengeAnswer::PasswordVerifier(proof) = &answer {
        return if is_proven(state, proof) { Ok(after_password(&user)) } else { Err(wrong_password()) };
    }
    if input.session.as_deref() != Some(session(&user, &input.challenge_name).as_str()) {
        return Err(refused("NotAuthorizedException", "Invalid session for the user."));
    }
    match &answer {
        ChallengeAnswer::SmsMfa(answer) => code(&answer.sms_mfa_code)?,
        ChallengeAnswer::SoftwareTokenMfa(answer) => code(&answer.software_token_mfa_code)?,
        ChallengeAnswer::NewPasswordRequired(_) | ChallengeAnswer::MfaSetup(_) => {}
        _ => return Err(refused("InvalidParameterException", "Challenge not supported.")),
    }
    Ok(Step { tokens: Some(issued(&user)), ..Step::default() })
}

/// What comes after the right password.
fn after_password(user: &str) -> Step {
    match USERS.iter().find(|(name, _)| *name == user).and_then(|(_, next)| next.clone()) {
        None => Step { tokens: Some(issued(user)), ..Step::default() },
        Some(next) => Step {
            session: Some(session(user, &next)),
            challenge: Some((next, BTreeMap::from([("USER_ID_FOR_SRP".to_owned(), user.to_owned())]))),
            tokens: None,
        },
    }
}

fn session(user: &str, challenge: &ChallengeNameType) -> String {
    format!("the session of {user} for the challenge {}", challenge.as_str())
}

/// Tokens.
pub fn issued(user: &str) -> AuthenticationResultType {
    let tokens = AuthenticationResultType::builder().access_token(format!("access.{user}.1"));
    let tokens = tokens.id_token(format!("id.{user}.1")).refresh_token(format!("refresh.{user}.1"));
    tokens.expires_in(3600).token_type("Bearer").build()
}

fn known(user: &str) -> Answer<String> {
    if let Some((code, status)) = user.strip_prefix("error:").and_then(|error| error.split_once(':')) {
        let message = format!("the message of {code}");
        return Err(UnmodeledError::new(code, Some(message), status.parse().unwrap_or(400)));
    }
    let user = USERS.iter().find(|(name, _)| *name == user);
    user.map(|(name, _)| (*name).to_owned())
        .ok_or_else(|| refused("UserNotFoundException", "User does not exist."))
}

fn wrong_password() -> UnmodeledError {
    refused("NotAuthorizedException", "Incorrect username or password.")
}

/// Checks a code.
pub fn code(code: &str) -> Answer<()> {
    let error = || refused("CodeMismatchException", "Invalid code received for user");
    (code == CODE).then_some(()).ok_or_else(error)
}

fn secret_of(client: &str) -> Answer<Option<&'static str>> {
    let found = CLIENTS.iter().find(|(name, _)| *name == client);
    let message = format!("User pool client {client} does not exist.");
    found.map(|(_, secret)| *secret).ok_or_else(|| refused("ResourceNotFoundException", &message))
}

/// Checks the secret itself.
pub fn client_secret(client: &str, secret: Option<&str>) -> Answer<()> {
    let error = || refused("NotAuthorizedException", "Invalid client secret");
    (secret_of(client)? == secret).then_some(()).ok_or_else(error)
}

fn secret_hash(client: &str, user: &str, hash: Option<&str>) -> Answer<()> {
    let Some(secret) = secret_of(client)? else { return Ok(()) };
    let expected = srp::hmac(secret.as_bytes(), &[user.as_bytes(), client.as_bytes()]);
    let message = match hash {
        None => format!("Client {client} is configured with secret but SECRET_HASH was not received"),
        Some(hash) if hash == Blob::new(expected).to_base64() => return Ok(()),
        Some(_) => format!("Unable to verify secret hash for client {client}"),
    };
    Err(refused("NotAuthorizedException", &message))
}

/// The output of a first step.
pub fn initiated(step: Step) -> cognito::InitiateAuthResponse {
    let Step { tokens, challenge, session } = step;
    let (name, parameters) = challenge.unzip();
    let output =
        cognito::InitiateAuthResponse::builder().set_authentication_result(tokens).set_session(session);
    output.set_challenge_name(name).set_challenge_parameters(parameters).build()
}

/// The output of a later step.
pub fn responded(step: Step) -> cognito::RespondToAuthChallengeResponse {
    let Step { tokens, challenge, session } = step;
    let (name, parameters) = challenge.unzip();
    let output = cognito::RespondToAuthChallengeResponse::builder().set_authentication_result(tokens);
    output.set_session(session).set_challenge_name(name).set_challenge_parameters(parameters).build()
}

/// The users, two on a page.
pub fn list(input: &cognito::ListUsersRequest) -> Answer<cognito::ListUsersResponse> {
    let token = input.pagination_token.as_deref().unwrap_or("0");
    let start: usize =
        token.parse().map_err(|_| refused("InvalidParameterException", "Invalid pagination token"))?;
    let user = |(name, _): &(&str, _)| cognito::UserType::builder().username(*name).build();
    let page = USERS.iter().skip(start).take(2).map(user).collect();
    let next = (start + 2 < USERS.len()).then(|| (start + 2).to_string());
    Ok(cognito::ListUsersResponse::builder().set_users(Some(page)).set_pagination_token(next).build())
}
