//! Signs a user in with the official SDK: with SRP, then whatever Cognito asks for, then the tokens are renewed and revoked.
//!
//! It does what `generated/examples/sign_in` does with the generated crate, and shares its `srp.rs`; `compile.sh` builds both.

mod proof;
mod srp;

use std::collections::HashMap;
use std::env::var;
use std::io::{Write, stdin, stdout};

use aws_sdk_cognitoidentityprovider as sdk;
use aws_smithy_types::base64;
use num_bigint::BigInt;
use sdk::config::{BehaviorVersion, Region};
use sdk::operation::respond_to_auth_challenge::builders::RespondToAuthChallengeFluentBuilder as Answer;
use sdk::types::{AuthFlowType, AuthenticationResultType, ChallengeNameType};

type Result<T, E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;

/// Who signs in where, and the random number behind `SRP_A`.
struct SignIn {
    service: sdk::Client,
    pool: String,
    client: String,
    secret: Option<String>,
    user: String,
    password: String,
    random: BigInt,
}

/// What the service asks for before there are tokens.
struct Challenge {
    name: ChallengeNameType,
    session: Option<String>,
    parameters: HashMap<String, String>,
}

fn main() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(sign_in())
}

async fn sign_in() -> Result<()> {
    let pool = var("COGNITO_POOL")?;
    let region = pool.split('_').next().unwrap_or_default().to_owned();
    let mut config =
        sdk::Config::builder().behavior_version(BehaviorVersion::latest()).region(Region::new(region));
    config.set_endpoint_url(var("COGNITO_ENDPOINT").ok());
    let sign_in = SignIn {
        service: sdk::Client::from_conf(config.build()),
        pool,
        client: var("COGNITO_CLIENT")?,
        secret: var("COGNITO_SECRET").ok(),
        user: ask("User name")?,
        password: ask("Password")?,
        random: proof::random()?,
    };
    let tokens = sign_in.tokens().await?;
    println!("Signed in: the access token expires in {} seconds.", tokens.expires_in);
    sign_in.renew_and_revoke(&tokens.refresh_token.ok_or("there is no refresh token")?).await
}

impl SignIn {
    /// Starts, and answers until there are tokens.
    async fn tokens(&self) -> Result<AuthenticationResultType> {
        let request =
            self.service.initiate_auth().client_id(&self.client).auth_parameters("USERNAME", &self.user);
        let mut request = match var("COGNITO_FLOW").as_deref() {
            Ok("password") => {
                request.auth_flow(AuthFlowType::UserPasswordAuth).auth_parameters("PASSWORD", &self.password)
            }
            _ => request
                .auth_flow(AuthFlowType::UserSrpAuth)
                .auth_parameters("SRP_A", format!("{:x}", srp::public(&self.random))),
        };
        if let Some(hash) = self.secret_hash(&self.user) {
            request = request.auth_parameters("SECRET_HASH", hash);
        }
        let started = request.send().await.map_err(sdk::Error::from)?;
        let mut next = Challenge::new(started.challenge_name, started.session, started.challenge_parameters);
        let mut tokens = started.authentication_result;
        while let Some(challenge) = next {
            let answered = self.answer(&challenge).await?.send().await.map_err(sdk::Error::from)?;
            next = Challenge::new(answered.challenge_name, answered.session, answered.challenge_parameters);
            tokens = answered.authentication_result;
        }
        tokens.ok_or_else(|| "the service sent neither tokens nor a challenge".into())
    }

    /// The answer to a challenge, asked for on the terminal unless it is computed.
    async fn answer(&self, due: &Challenge) -> Result<Answer> {
        // The real name: an alias, such as an email address, is good for the first request alone.
        let user = due.username().unwrap_or(&self.user);
        let mut answer = self.service.respond_to_auth_challenge().client_id(&self.client);
        answer = answer.challenge_name(due.name.clone()).challenge_responses("USERNAME", user);
        let mut session = due.session.clone();
        answer = match &due.name {
            ChallengeNameType::PasswordVerifier => {
                let proof = proof::proof(due, &self.pool, &self.password, &self.random)?;
                proof.into_iter().fold(answer, |answer, (key, value)| answer.challenge_responses(key, value))
            }
            ChallengeNameType::NewPasswordRequired => {
                answer = answer.challenge_responses("NEW_PASSWORD", ask("New password")?);
                for attribute in due.required_attributes()? {
                    let value = ask(attribute.trim_start_matches("userAttributes."))?;
                    answer = answer.challenge_responses(attribute, value);
                }
                answer
            }
            ChallengeNameType::SmsMfa => answer.challenge_responses("SMS_MFA_CODE", ask("Code")?),
            ChallengeNameType::EmailOtp => answer.challenge_responses("EMAIL_OTP_CODE", ask("Code")?),
            ChallengeNameType::SoftwareTokenMfa => {
                answer.challenge_responses("SOFTWARE_TOKEN_MFA_CODE", ask("Code")?)
            }
            ChallengeNameType::SelectMfaType => {
                println!("{}", due.parameter("MFAS_CAN_CHOOSE")?);
                answer.challenge_responses("ANSWER", ask("One of these")?)
            }
            ChallengeNameType::MfaSetup => {
                session = self.set_up_authenticator(session).await?;
                answer
            }
            ChallengeNameType::CustomChallenge => answer.challenge_responses("ANSWER", ask("Answer")?),
            other => return Err(format!("this program has no answer to {other}").into()),
        };
        if let Some(hash) = self.secret_hash(user) {
            answer = answer.challenge_responses("SECRET_HASH", hash);
        }
        Ok(answer.set_session(session))
    }

    /// Connects an authenticator app; the result is the session to go on with.
    async fn set_up_authenticator(&self, session: Option<String>) -> Result<Option<String>> {
        let request = self.service.associate_software_token().set_session(session);
        let secret = request.send().await.map_err(sdk::Error::from)?;
        println!("Enter this secret into the authenticator app: {}", secret.secret_code.unwrap_or_default());
        let request = self.service.verify_software_token().set_session(secret.session);
        let request = request.user_code(ask("Code of the app")?);
        Ok(request.send().await.map_err(sdk::Error::from)?.session)
    }

    async fn renew_and_revoke(&self, token: &str) -> Result<()> {
        let request =
            self.service.get_tokens_from_refresh_token().refresh_token(token).client_id(&self.client);
        let request = request.set_client_secret(self.secret.clone());
        let renewed = request.send().await.map_err(sdk::Error::from)?;
        renewed.authentication_result.ok_or("there are no new tokens")?;
        let request = self.service.revoke_token().token(token).client_id(&self.client);
        request.set_client_secret(self.secret.clone()).send().await.map_err(sdk::Error::from)?;
        println!("The tokens were renewed, and then revoked.");
        Ok(())
    }

    /// What an app client with a secret adds: a hash over the user's name.
    fn secret_hash(&self, user: &str) -> Option<String> {
        let hash = srp::hmac(self.secret.as_ref()?.as_bytes(), &[user.as_bytes(), self.client.as_bytes()]);
        Some(base64::encode(hash))
    }
}

impl Challenge {
    fn new(
        name: Option<ChallengeNameType>,
        session: Option<String>,
        parameters: Option<HashMap<String, String>>,
    ) -> Option<Self> {
        Some(Self { name: name?, session, parameters: parameters.unwrap_or_default() })
    }

    fn username(&self) -> Option<&str> {
        ["USER_ID_FOR_SRP", "USERNAME"].iter().find_map(|key| self.parameter(key).ok())
    }

    /// The attributes that a new password comes with.
    fn required_attributes(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_str(self.parameter("requiredAttributes").unwrap_or("[]"))?)
    }

    /// A parameter that the service should have sent.
    fn parameter(&self, key: &str) -> Result<&str> {
        let value = self.parameters.get(key).map(String::as_str);
        value.ok_or_else(|| format!("the challenge {} has no {key}", self.name).into())
    }
}

fn ask(what: &str) -> Result<String> {
    print!("{what}: ");
    stdout().flush()?;
    Ok(stdin().lines().next().ok_or("there is no more input")??)
}
