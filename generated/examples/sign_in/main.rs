//! Signs a user in: with SRP, then whatever Cognito asks for, then the tokens are renewed and revoked.
//!
//! `COGNITO_POOL=eu-west-1_EXAMPLE COGNITO_CLIENT=1example23456789 cargo run --example sign_in`
//!
//! `COGNITO_SECRET` is the secret of an app client that has one, `COGNITO_FLOW=password` sends the password itself,
//! and `COGNITO_ENDPOINT` is the URL of a stand-in of the service.

mod proof;
mod srp;

use std::env::var;
use std::io::{Write, stdin, stdout};
use std::time::SystemTime;

use cognito::answers::challenge_responses::SECRET_HASH;
use cognito::answers::{AuthFlow, ChallengeAnswer, ChallengeDue, auth_flow, challenge_answer as answers};
use cognito::smithy::Blob;
use cognito::validation::{Policy, Validate};
use cognito::wire::{Context, Headers, Operation};
use cognito::{AuthenticationResultType, service};
use cognito_identity_provider as cognito;
use num_bigint::BigInt;

type Result<T, E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;

/// Who signs in where, and the random number behind `SRP_A`.
struct SignIn {
    context: Context,
    pool: String,
    client: String,
    secret: Option<String>,
    user: String,
    password: String,
    random: BigInt,
}

fn main() -> Result<()> {
    let pool = var("COGNITO_POOL")?;
    let region = pool.split('_').next().unwrap_or_default();
    let endpoint = var("COGNITO_ENDPOINT").map_or_else(|_| service::endpoint(region), |url| url.parse())?;
    let sign_in = SignIn {
        context: Context::new(endpoint),
        pool,
        client: var("COGNITO_CLIENT")?,
        secret: var("COGNITO_SECRET").ok(),
        user: ask("User name")?,
        password: ask("Password")?,
        random: proof::random()?,
    };
    let tokens = sign_in.tokens()?;
    println!("Signed in: the access token expires in {} seconds.", tokens.expires_in.unwrap_or_default());
    sign_in.renew_and_revoke(&tokens.refresh_token.ok_or("there is no refresh token")?)
}

impl SignIn {
    /// Starts, and answers until there are tokens.
    fn tokens(&self) -> Result<AuthenticationResultType> {
        let flow: AuthFlow = match var("COGNITO_FLOW").as_deref() {
            Ok("password") => auth_flow::UserPasswordAuth::new(&self.user, &self.password).into(),
            _ => auth_flow::UserSrpAuth::new(&self.user, format!("{:x}", srp::public(&self.random))).into(),
        };
        let mut request =
            cognito::InitiateAuthRequest::builder().client_id(&self.client).flow(flow).build()?;
        request.auth_parameters.get_or_insert_default().extend(self.secret_hash(&self.user));
        let started = self.call::<cognito::InitiateAuth>(&request)?;
        let mut next = started.due()?.map(|due| self.answer(&due)).transpose()?;
        let mut tokens = started.authentication_result;
        while let Some(request) = next {
            let answered = self.call::<cognito::RespondToAuthChallenge>(&request)?;
            next = answered.due()?.map(|due| self.answer(&due)).transpose()?;
            tokens = answered.authentication_result;
        }
        tokens.ok_or_else(|| "the service sent neither tokens nor a challenge".into())
    }

    /// The answer to a challenge, asked for on the terminal unless it is computed.
    fn answer(&self, due: &ChallengeDue<'_>) -> Result<cognito::RespondToAuthChallengeRequest> {
        // The real name: an alias, such as an email address, is good for the first request alone.
        let user = due.username().unwrap_or(&self.user);
        let mut session = due.session().map(str::to_owned);
        let answer: ChallengeAnswer = match due {
            ChallengeDue::PasswordVerifier(due) => {
                proof::proof(due, &self.pool, &self.password, (&self.random, SystemTime::now()))?.into()
            }
            ChallengeDue::NewPasswordRequired(due) => {
                let mut answer = answers::NewPasswordRequired::new(user, ask("New password")?);
                for attribute in &due.required_attributes {
                    answer = answer.user_attributes(attribute, ask(attribute)?);
                }
                answer.into()
            }
            ChallengeDue::SmsMfa(_) => answers::SmsMfa::new(user, ask("Code")?).into(),
            ChallengeDue::EmailOtp(_) => answers::EmailOtp::new(user, ask("Code")?).into(),
            ChallengeDue::SoftwareTokenMfa(_) => answers::SoftwareTokenMfa::new(user, ask("Code")?).into(),
            ChallengeDue::SelectMfaType(due) => {
                println!("{:?}", due.mfas_can_choose);
                answers::SelectMfaType::new(user, ask("One of these")?).into()
            }
            ChallengeDue::MfaSetup(_) => {
                session = self.set_up_authenticator(session)?;
                answers::MfaSetup::new(user).into()
            }
            ChallengeDue::CustomChallenge(_) => answers::CustomChallenge::new(user, ask("Answer")?).into(),
            other => Err(format!("this program has no answer to {}", other.name()))?,
        };
        let mut request = due.respond(&self.client).answer(answer).set_session(session).build()?;
        request.challenge_responses.get_or_insert_default().extend(self.secret_hash(user));
        Ok(request)
    }

    /// Connects an authenticator app; the result is the session to go on with.
    fn set_up_authenticator(&self, session: Option<String>) -> Result<Option<String>> {
        let request = cognito::AssociateSoftwareTokenRequest::builder().set_session(session).build()?;
        let secret = self.call::<cognito::AssociateSoftwareToken>(&request)?;
        println!("Enter this secret into the authenticator app: {}", secret.secret_code.unwrap_or_default());
        let request = cognito::VerifySoftwareTokenRequest::builder().set_session(secret.session);
        let request = request.user_code(ask("Code of the app")?).build()?;
        Ok(self.call::<cognito::VerifySoftwareToken>(&request)?.session)
    }

    fn renew_and_revoke(&self, token: &str) -> Result<()> {
        let request = cognito::GetTokensFromRefreshTokenRequest::builder().refresh_token(token);
        let request = request.client_id(&self.client).set_client_secret(self.secret.clone());
        let renewed = self.call::<cognito::GetTokensFromRefreshToken>(&request.build()?)?;
        renewed.authentication_result.ok_or("there are no new tokens")?;
        let request = cognito::RevokeTokenRequest::builder().token(token).client_id(&self.client);
        self.call::<cognito::RevokeToken>(&request.set_client_secret(self.secret.clone()).build()?)?;
        println!("The tokens were renewed, and then revoked.");
        Ok(())
    }

    /// What an app client with a secret adds: a hash over the user's name.
    fn secret_hash(&self, user: &str) -> Option<(String, String)> {
        let hash = srp::hmac(self.secret.as_ref()?.as_bytes(), &[user.as_bytes(), self.client.as_bytes()]);
        Some((SECRET_HASH.to_owned(), Blob::new(hash).to_base64()))
    }

    /// Checks an input, sends it, and reads what comes back. None of these operations is signed.
    fn call<O: Operation<Input: Validate>>(&self, input: &O::Input) -> Result<O::Output> {
        input.validate_with(&Policy::new().client_has_secret(self.secret.is_some()))?;
        let request = O::request(input, &self.context)?;
        let mut http = ureq::http::Request::builder().method(&*request.method).uri(request.uri);
        for (name, value) in request.headers.iter() {
            http = http.header(name, value);
        }
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        let mut response = agent.run(http.body(request.body)?)?;
        let headers: Headers = response.headers().iter().collect();
        Ok(O::response(response.status().as_u16(), &headers, &response.body_mut().read_to_vec()?)?)
    }
}

fn ask(what: &str) -> Result<String> {
    print!("{what}: ");
    stdout().flush()?;
    Ok(stdin().lines().next().ok_or("there is no more input")??)
}
