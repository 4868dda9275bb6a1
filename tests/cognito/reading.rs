//! Reading what services, emulators and clients send.

use cognito_identity_provider::operation::admin_initiate_auth::AdminInitiateAuthError;
use cognito_identity_provider::validation::{self, Policy};
use cognito_identity_provider::wire::{
    Headers, Mode, Operation, OperationError, ReadError, ResponseError, ServiceError, from_json,
};
use cognito_identity_provider::{
    AdminInitiateAuth, AdminRespondToAuthChallenge, ChallengeNameType, DescribeUserPool, ListUsers,
    NotAuthorizedException, RespondToAuthChallengeRequest, StatusType, UserStatusType,
};

use super::served;

#[test]
fn a_client_reads_what_emulators_answer() {
    let body = br#"{"Users": [{"Username": "u", "Attributes": null, "UserCreateDate": 1795392866.131, "Enabled": true,
        "UserStatus": "ARCHIVED_TWICE", "Extra": {"deep": [1]}}, null], "PaginationToken": null}"#;
    let answer = ListUsers::response(200, &Headers::new(), body).expect("a client is lenient");
    let users = answer.users.expect("there are users");
    assert_eq!(users.len(), 1);
    assert_eq!(users[0].attributes, None);
    assert_eq!(users[0].user_status, Some(UserStatusType::Unknown("ARCHIVED_TWICE".to_owned())));
    let created = users[0].user_create_date.expect("there is a date");
    assert_eq!((created.secs(), created.subsec_nanos()), (1_795_392_866, 131_000_000));

    let pool = DescribeUserPool::response(200, &Headers::new(), br#"{"UserPool": {"Status": "ACTIVE"}}"#);
    let status = pool.expect("a client is lenient").user_pool.expect("there is a pool");
    #[expect(deprecated)]
    let status = status.status;
    assert_eq!(status, Some(StatusType::Unknown("ACTIVE".to_owned())));
}

#[test]
fn a_client_fills_what_the_service_forgot() {
    let body = br#"{"UserPool": {"SchemaAttributes": [{}], "SmsConfiguration": {}}}"#;
    assert!(DescribeUserPool::response(200, &Headers::new(), body).is_ok());
    assert!(
        AdminInitiateAuth::response(200, &Headers::new(), b"").is_ok(),
        "an empty body is an empty object"
    );
}

#[test]
fn a_server_names_every_missing_member_with_its_path() {
    let body = br#"{"ClientId": null, "ContextData": {"IpAddress": "192.0.2.1", "HttpHeaders": []}}"#;
    let error = AdminRespondToAuthChallenge::read_request(&served(body)).expect_err("a server is strict");
    let ReadError::Violations(violations) = error else { panic!("{error}") };
    let paths: Vec<String> = violations.iter().map(|violation| violation.path().to_string()).collect();
    assert_eq!(
        paths,
        ["/ContextData/ServerName", "/ContextData/ServerPath", "/UserPoolId", "/ClientId", "/ChallengeName",]
    );
    assert!(
        violations
            .summary()
            .starts_with("5 validation errors detected. Value at '/ContextData/ServerName' failed")
    );
}

#[test]
fn wrong_kinds_are_said_without_their_values() {
    let body = br#"{"UserPoolId": 7, "ClientId": "c", "ChallengeName": "SMS_MFA", "ChallengeResponses": {"secret-key": 5}}"#;
    for error in [
        AdminRespondToAuthChallenge::read_request(&served(body)).expect_err("kinds are wrong").to_string(),
        AdminRespondToAuthChallenge::read_request(&served(b"{\"UserPoolId\": \"secret"))
            .expect_err("it is cut")
            .to_string(),
        AdminRespondToAuthChallenge::read_request(&served(b"\xffsecret"))
            .expect_err("it is no text")
            .to_string(),
    ] {
        assert!(!error.contains("secret"), "{error}");
        assert!(error.contains("expected") || error.contains("ends too early"), "{error}");
    }
}

fn failed(status: u16, header: Option<&str>, body: &str) -> AdminInitiateAuthError {
    let headers = header.iter().map(|value| ("X-Amzn-Errortype", value)).collect();
    match AdminInitiateAuth::response(status, &headers, body.as_bytes()) {
        Err(ResponseError::Service(error, _)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn errors_come_in_every_form_that_services_use() {
    let forms = [
        (None, r#"{"__type": "NotAuthorizedException", "message": "no"}"#),
        (None, r#"{"__type": "com.amazonaws.cognito#NotAuthorizedException", "Message": "no"}"#),
        (Some("NotAuthorizedException:http://internal/"), r#"{"message": "no"}"#),
        (Some("x#NotAuthorizedException"), r#"{"message": "no", "__type": "Other"}"#),
    ];
    for (header, body) in forms {
        let error = failed(400, header, body);
        let AdminInitiateAuthError::NotAuthorizedException(modeled) = &error else { panic!("{error:?}") };
        assert_eq!(modeled.message.as_deref(), Some("no"));
        assert_eq!(error.to_string(), "NotAuthorizedException: no");
        assert_eq!((error.code(), error.service_error().status()), ("NotAuthorizedException", 400));
    }
}

#[test]
fn what_the_model_does_not_name_is_unmodeled() {
    for (status, body, code) in [
        (400, r#"{"__type": "BrandNewException", "message": "m"}"#, "BrandNewException"),
        (502, "<html>bad gateway</html>", "Unknown"),
        (500, "", "Unknown"),
    ] {
        let AdminInitiateAuthError::Unmodeled(error) = failed(status, None, body) else { panic!("{body}") };
        assert_eq!((error.code(), error.status()), (code, status));
    }
}

#[test]
fn a_server_writes_errors_that_a_client_reads() {
    let error = NotAuthorizedException::builder().message("Unable to verify").build();
    let written = AdminInitiateAuthError::NotAuthorizedException(Box::new(error.clone()));
    let written = AdminInitiateAuth::write_error(&written);
    let read = failed(written.status, None, std::str::from_utf8(&written.body).expect("a body is text"));
    let AdminInitiateAuthError::NotAuthorizedException(read) = read else { panic!("{read:?}") };
    assert_eq!(*read, error);
}

#[test]
fn reading_says_where_json_ends_too_early() {
    let error = from_json::<ChallengeNameType>("\"SMS", Mode::Lenient).expect_err("it is cut");
    assert_eq!(error.to_string(), "the JSON text ends too early at byte 4");
}

#[test]
fn a_member_that_is_missing_comes_before_a_rule() {
    let body =
        br#"{"ChallengeName": "SMS_MFA", "ChallengeResponses": {"USERNAME": "alice"}, "Session": "s"}"#;
    let read = validation::from_bytes::<RespondToAuthChallengeRequest>(body, &Policy::new());
    let Err(ReadError::Violations(violations)) = read else { panic!("{read:?}") };
    let absent = "Value at 'clientId' failed to satisfy constraint: Member must not be null";
    assert_eq!(
        violations.refusal(),
        format!(
            r#"{{"__type":"InvalidParameterException","message":"1 validation error detected: {absent}"}}"#
        )
    );
    assert!(
        violations.validation_exception().starts_with(r#"{"__type":"smithy.framework#ValidationException","#)
    );
}
