//! A stand-in of Cognito for tests, made of the generated crate: it reads requests strictly, checks the proof of SRP, and
//! answers with the service's own errors.

use std::sync::Arc;

use cognito_identity_provider as cognito;
use cognito_identity_provider::validation::{self, Policy, Validate};
use cognito_identity_provider::wire::{Headers, Operation, ReadError, Response, Router, UnmodeledError};

use crate::pool::{
    Answer, Shared, client_secret, code, initiate, initiated, issued, list, lock, refused, respond, responded,
};

/// The operations that the stand-in has.
pub fn router() -> Router<'static> {
    let state = Shared::default();
    let for_initiate = Arc::clone(&state);
    let router = serve::<cognito::InitiateAuth>(
        Router::new(),
        cognito::operation::initiate_auth::InitiateAuthError::Unmodeled,
        move |input| initiate(&for_initiate, &input).map(initiated),
    );
    let for_respond = Arc::clone(&state);
    let router = serve::<cognito::RespondToAuthChallenge>(
        router,
        cognito::operation::respond_to_auth_challenge::RespondToAuthChallengeError::Unmodeled,
        move |input| respond(&for_respond, &input).map(responded),
    );
    tokens(set_up(router), &state)
}

fn tokens(router: Router<'static>, state: &Shared) -> Router<'static> {
    let for_refresh = Arc::clone(state);
    let router = serve::<cognito::GetTokensFromRefreshToken>(
        router,
        cognito::operation::get_tokens_from_refresh_token::GetTokensFromRefreshTokenError::Unmodeled,
        move |input| {
            client_secret(&input.client_id, input.client_secret.as_deref())?;
            let revoked = lock(&for_refresh).revoked.contains(&input.refresh_token);
            if revoked {
                Err(refused("NotAuthorizedException", "Refresh Token has been revoked"))
            } else {
                Ok(cognito::GetTokensFromRefreshTokenResponse::builder()
                    .authentication_result(issued("alice"))
                    .build())
            }
        },
    );
    let for_revoke = Arc::clone(state);
    let router = serve::<cognito::RevokeToken>(
        router,
        cognito::operation::revoke_token::RevokeTokenError::Unmodeled,
        move |input| {
            client_secret(&input.client_id, input.client_secret.as_deref())?;
            lock(&for_revoke).revoked.insert(input.token);
            Ok(cognito::RevokeTokenResponse::builder().build())
        },
    );
    serve::<cognito::ListUsers>(router, cognito::operation::list_users::ListUsersError::Unmodeled, |input| {
        list(&input)
    })
}

/// The operations that set a second factor up.
fn set_up(router: Router<'static>) -> Router<'static> {
    let router = serve::<cognito::AssociateSoftwareToken>(
        router,
        cognito::operation::associate_software_token::AssociateSoftwareTokenError::Unmodeled,
        |input| {
            let code = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
            let output = cognito::AssociateSoftwareTokenResponse::builder().secret_code(code);
            Ok(output.set_session(input.session).build())
        },
    );
    serve::<cognito::VerifySoftwareToken>(
        router,
        cognito::operation::verify_software_token::VerifySoftwareTokenError::Unmodeled,
        |input| {
            code(&input.user_code)?;
            let status = cognito::VerifySoftwareTokenResponseType::Success;
            Ok(cognito::VerifySoftwareTokenResponse::builder()
                .status(status)
                .set_session(input.session)
                .build())
        },
    )
}

/// Answers an operation: requests that break a rule or constraint are refused as Cognito does or, below the path
/// `/smithy`, as Smithy does.
fn serve<O: Operation<Input: Validate>>(
    router: Router<'static>,
    error: fn(Box<UnmodeledError>) -> O::Error,
    answer: impl Fn(O::Input) -> Answer<O::Output> + Send + Sync + 'static,
) -> Router<'static> {
    router.route::<O>(move |request| {
        let refuse = |refusal| O::write_error(&error(Box::new(refusal)));
        let signed =
            request.headers.get("authorization").is_some_and(|value| value.starts_with("AWS4-HMAC-SHA256 "));
        if !O::AUTH.is_empty() && !signed {
            return refuse(refused("MissingAuthenticationTokenException", "Missing Authentication Token"));
        }
        match validation::from_bytes::<O::Input>(&request.body, &Policy::new().strict()) {
            Ok(input) => match answer(input) {
                Ok(output) => O::write_response(&output),
                Err(refusal) => refuse(refusal),
            },
            Err(ReadError::Violations(violations)) if request.path().starts_with("/smithy") => {
                json(&violations.validation_exception())
            }
            Err(ReadError::Violations(violations)) => json(&violations.refusal()),
            Err(other) => other.to_response(),
        }
    })
}

fn json(body: &str) -> Response {
    let headers = [("content-type", "application/x-amz-json-1.1")];
    Response { status: 400, headers: Headers::from_iter(headers), body: body.as_bytes().to_vec() }
}
