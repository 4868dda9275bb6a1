//! A walk through an emulator of Cognito: pool, users, sign-in, challenges, pages, errors. `.ci/peers` starts the emulators
//! and runs it with the name and the URL of each.

mod client;

use client::{Client, Failure, Result, totp};
use cognito_identity_provider as cognito;
use cognito_identity_provider::ExplicitAuthFlowsType;
use cognito_identity_provider::answers::ChallengeDue;
use cognito_identity_provider::answers::auth_flow::UserPasswordAuth;
use cognito_identity_provider::answers::challenge_answer::{NewPasswordRequired, SoftwareTokenMfa};
use cognito_identity_provider::wire::{OperationError, Paginator, ResponseError};

const PASSWORD: &str = "correct-Horse-7-battery";

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().ok_or("the name of the emulator is missing")?;
    let walk = Walk::new(Client::new(&arguments.next().ok_or("its URL is missing")?)?)?;
    walk.password()?;
    walk.new_password()?;
    walk.authenticator()?;
    walk.pages()?;
    walk.errors()?;
    // moto has neither operation: it answers 500.
    if name != "moto" {
        walk.refresh_and_revoke()?;
    }
    walk.sign_out()?;
    println!("{} {}", walk.pool, walk.app);
    Ok(())
}

/// The pool and the app client of a walk.
struct Walk {
    client: Client,
    pool: String,
    app: String,
}

impl Walk {
    fn new(client: Client) -> Result<Self> {
        let request = cognito::CreateUserPoolRequest::builder().pool_name("walk").build()?;
        let pool = client.send::<cognito::CreateUserPool>(&request)?.user_pool.and_then(|pool| pool.id);
        let pool = pool.ok_or("a pool has an id")?;
        let flows = [
            ExplicitAuthFlowsType::AllowUserPasswordAuth,
            ExplicitAuthFlowsType::AllowUserSrpAuth,
            ExplicitAuthFlowsType::AllowRefreshTokenAuth,
        ];
        let request = cognito::CreateUserPoolClientRequest::builder().user_pool_id(&pool).client_name("walk");
        let request = request.set_explicit_auth_flows(Some(flows.to_vec())).build()?;
        let app = client.send::<cognito::CreateUserPoolClient>(&request)?.user_pool_client;
        let app = app.and_then(|app| app.client_id).ok_or("a client has an id")?;
        let authenticators = cognito::SoftwareTokenMfaConfigType::builder().enabled(true).build();
        let request = cognito::SetUserPoolMfaConfigRequest::builder().user_pool_id(&pool);
        let request = request.mfa_configuration(cognito::UserPoolMfaType::Optional);
        let request = request.software_token_mfa_configuration(authenticators).build()?;
        client.send::<cognito::SetUserPoolMfaConfig>(&request)?;
        let walk = Self { client, pool, app };
        for user in ["alice", "bob", "carol", "dave", "erin"] {
            walk.create(user)?;
        }
        Ok(walk)
    }

    /// Creates a user, with a lasting password unless it is bob, who must choose one.
    fn create(&self, user: &str) -> Result<()> {
        let request = cognito::AdminCreateUserRequest::builder().user_pool_id(&self.pool).username(user);
        let request = request.temporary_password(PASSWORD).build()?;
        self.client.send::<cognito::AdminCreateUser>(&request)?;
        if user != "bob" {
            let request =
                cognito::AdminSetUserPasswordRequest::builder().user_pool_id(&self.pool).username(user);
            let request = request.password(PASSWORD).permanent(true).build()?;
            self.client.send::<cognito::AdminSetUserPassword>(&request)?;
        }
        Ok(())
    }

    fn initiate(
        &self,
        user: &str,
        password: &str,
    ) -> Result<cognito::InitiateAuthResponse, Failure<cognito::InitiateAuth>> {
        let request = cognito::InitiateAuthRequest::builder().client_id(&self.app);
        let request = request.flow(UserPasswordAuth::new(user, password)).build().expect("it is whole");
        self.client.call::<cognito::InitiateAuth>(&request)
    }

    fn tokens(&self, user: &str) -> Result<cognito::AuthenticationResultType> {
        let tokens = self.initiate(user, PASSWORD)?.authentication_result;
        tokens.ok_or_else(|| format!("{user} signs in without a challenge").into())
    }

    fn password(&self) -> Result<()> {
        let token = self.tokens("alice")?.access_token.ok_or("there is an access token")?;
        let user = self
            .client
            .send::<cognito::GetUser>(&cognito::GetUserRequest::builder().access_token(token).build()?)?;
        expect(user.username == "alice", "GetUser names the user")
    }

    fn new_password(&self) -> Result<()> {
        let started = self.initiate("bob", PASSWORD)?;
        let due = started.due()?.ok_or("a challenge is due")?;
        expect(matches!(due, ChallengeDue::NewPasswordRequired(_)), "NEW_PASSWORD_REQUIRED is due")?;
        let request =
            due.respond(&self.app).answer(NewPasswordRequired::new("bob", "another-Horse-8")).build()?;
        request.validate()?;
        let answered = self.client.send::<cognito::RespondToAuthChallenge>(&request)?;
        expect(answered.authentication_result.is_some(), "the new password gives tokens")
    }

    fn authenticator(&self) -> Result<()> {
        let token = self.tokens("carol")?.access_token.ok_or("there is an access token")?;
        let request = cognito::AssociateSoftwareTokenRequest::builder().access_token(&token).build()?;
        let secret = self.client.send::<cognito::AssociateSoftwareToken>(&request)?.secret_code;
        let secret = secret.ok_or("there is a secret")?;
        let request = cognito::VerifySoftwareTokenRequest::builder().access_token(&token);
        self.client.send::<cognito::VerifySoftwareToken>(&request.user_code(totp(&secret)?).build()?)?;
        let settings =
            cognito::SoftwareTokenMfaSettingsType::builder().enabled(true).preferred_mfa(true).build();
        let request =
            cognito::AdminSetUserMfaPreferenceRequest::builder().user_pool_id(&self.pool).username("carol");
        let request = request.software_token_mfa_settings(settings).build()?;
        self.client.send::<cognito::AdminSetUserMfaPreference>(&request)?;
        let started = self.initiate("carol", PASSWORD)?;
        let due = started.due()?.ok_or("a challenge is due")?;
        expect(matches!(due, ChallengeDue::SoftwareTokenMfa(_)), "SOFTWARE_TOKEN_MFA is due")?;
        let request =
            due.respond(&self.app).answer(SoftwareTokenMfa::new("carol", totp(&secret)?)).build()?;
        request.validate()?;
        let answered = self.client.send::<cognito::RespondToAuthChallenge>(&request)?;
        expect(answered.authentication_result.is_some(), "the code gives tokens")
    }

    fn pages(&self) -> Result<()> {
        let request = cognito::ListUsersRequest::builder().user_pool_id(&self.pool).limit(2).build()?;
        let mut requests = 0;
        let send = |input: &cognito::ListUsersRequest| {
            requests += 1;
            self.client.send::<cognito::ListUsers>(input)
        };
        let users = Paginator::<cognito::ListUsers>::new(request).items(send).collect::<Result<Vec<_>>>()?;
        expect(users.len() == 5 && requests >= 3, "five users come on three pages")
    }

    fn errors(&self) -> Result<()> {
        use cognito::operation::initiate_auth::InitiateAuthError as Error;

        let wrong = self.initiate("alice", "wrong-Horse-7").err();
        let is = matches!(
            wrong,
            Some(Failure::Answer(ResponseError::Service(Error::NotAuthorizedException(_), ..)))
        );
        expect(is, "a wrong password is NotAuthorizedException")?;
        let unknown = self.initiate("nobody", PASSWORD).err();
        let Some(Failure::Answer(ResponseError::Service(error, ..))) = unknown else {
            return Err("an unknown user is an error".into());
        };
        let is = ["UserNotFoundException", "NotAuthorizedException"].contains(&error.code());
        expect(is && error.message().is_some(), "an unknown user is UserNotFoundException, or hidden")
    }

    fn refresh_and_revoke(&self) -> Result<()> {
        let token = self.tokens("dave")?.refresh_token.ok_or("there is a refresh token")?;
        let refresh =
            cognito::GetTokensFromRefreshTokenRequest::builder().refresh_token(&token).client_id(&self.app);
        let refresh = refresh.build()?;
        let renewed = self.client.send::<cognito::GetTokensFromRefreshToken>(&refresh)?.authentication_result;
        expect(renewed.is_some_and(|tokens| tokens.access_token.is_some()), "a refresh token gives tokens")?;
        let revoke = cognito::RevokeTokenRequest::builder().token(&token).client_id(&self.app).build()?;
        self.client.send::<cognito::RevokeToken>(&revoke)?;
        let again = self.client.call::<cognito::GetTokensFromRefreshToken>(&refresh);
        expect(again.is_err(), "a token that was revoked gives none")
    }

    fn sign_out(&self) -> Result<()> {
        let token = self.tokens("erin")?.access_token.ok_or("there is an access token")?;
        self.client.send::<cognito::GlobalSignOut>(
            &cognito::GlobalSignOutRequest::builder().access_token(token).build()?,
        )?;
        println!("ok: erin signs out");
        Ok(())
    }
}

fn expect(holds: bool, what: &str) -> Result<()> {
    if !holds {
        return Err(format!("not so: {what}").into());
    }
    println!("ok: {what}");
    Ok(())
}
