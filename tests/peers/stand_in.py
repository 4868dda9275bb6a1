"""boto3 and pycognito against the stand-in: the right exceptions with the right messages, and SRP that is checked."""

import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from pycognito.aws_srp import AWSSRP

URL = sys.argv[1]
POOL = "eu-west-1_EXAMPLE"
PASSWORD = "correct-Horse-7-battery"
PUBLIC = ("public0client", None)
CONFIDENTIAL = ("confidential0client", "secret0of0the0confidential0client")


def client(path=""):
    config = Config(parameter_validation=False, retries={"total_max_attempts": 1})
    keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
    return boto3.client("cognito-idp", region_name="eu-west-1", endpoint_url=URL + path, config=config, **keys)


def initiate(flow, **parameters):
    return "initiate_auth", {"AuthFlow": flow, "ClientId": PUBLIC[0], "AuthParameters": parameters}


def respond(name, session=None, **responses):
    arguments = {"ChallengeName": name, "ClientId": PUBLIC[0], "ChallengeResponses": responses}
    return "respond_to_auth_challenge", arguments | ({"Session": session} if session else {})


def without(case, *members):
    operation, arguments = case
    return operation, {name: value for name, value in arguments.items() if name not in members}


SESSION = "a session of twenty characters and more"
INVALID = "InvalidParameterException"
ABSENT = "Value at '{}' failed to satisfy constraint: Member must not be null"
CASES = [
    (initiate("USER_PASSWORD_AUTH", USERNAME="alice"), INVALID, "Missing required parameter PASSWORD"),
    (initiate("USER_PASSWORD_AUTH", PASSWORD="p"), INVALID, "Missing required parameter USERNAME"),
    (initiate("USER_SRP_AUTH", USERNAME="alice"), INVALID, "Missing required parameter SRP_A"),
    (initiate("REFRESH_TOKEN_AUTH"), INVALID, "Missing required parameter REFRESH_TOKEN"),
    (initiate("ADMIN_USER_PASSWORD_AUTH", USERNAME="a", PASSWORD="p"), INVALID, "Initiate Auth method not supported."),
    (respond("SMS_MFA", SESSION, USERNAME="dave"), INVALID, "Missing required parameter SMS_MFA_CODE"),
    (respond("SMS_MFA", SESSION, SMS_MFA_CODE="1"), INVALID, "Missing required parameter USERNAME"),
    (respond("SMS_MFA", USERNAME="dave", SMS_MFA_CODE="1"), INVALID, "Missing required parameter Session"),
    (respond("NEW_PASSWORD_REQUIRED", SESSION, USERNAME="bob"), INVALID, "Missing required parameter NEW_PASSWORD"),
    # A member that is missing comes before a rule.
    (without(initiate("USER_PASSWORD_AUTH", USERNAME="alice"), "ClientId"), INVALID, ABSENT.format("clientId")),
    (without(respond("SMS_MFA", SESSION, USERNAME="dave"), "ClientId"), INVALID, ABSENT.format("clientId")),
    (without(respond("SMS_MFA", SESSION), "ChallengeName"), INVALID, ABSENT.format("challengeName")),
    (respond("SMS_MFA", "another session of somebody", USERNAME="dave", SMS_MFA_CODE="1"),
     "NotAuthorizedException", "Invalid session for the user."),
    (initiate("USER_PASSWORD_AUTH", USERNAME="alice", PASSWORD="wrong"),
     "NotAuthorizedException", "Incorrect username or password."),
    (initiate("USER_PASSWORD_AUTH", USERNAME="nobody", PASSWORD="p"), "UserNotFoundException", "User does not exist."),
] + [
    (initiate("USER_PASSWORD_AUTH", USERNAME=f"error:{code}:{status}", PASSWORD="p"), code, f"the message of {code}")
    for code, status in [
        ("TooManyRequestsException", 429),
        ("InternalErrorException", 500),
        ("PasswordResetRequiredException", 400),
        ("UserNotConfirmedException", 400),
        ("ResourceNotFoundException", 400),
        ("ForbiddenException", 403),
    ]
]


def failure(service, operation, arguments):
    try:
        getattr(service, operation)(**arguments)
    except ClientError as error:
        return error
    raise AssertionError(f"{operation} {arguments} was accepted")


def check_errors():
    service = client()
    for (operation, arguments), code, message in CASES:
        error = failure(service, operation, arguments)
        modeled = getattr(service.exceptions, code)
        assert isinstance(error, modeled), (operation, arguments, type(error), error.response)
        assert message in error.response["Error"]["Message"], (operation, arguments, error.response)
    error = failure(service, "list_user_pools", {"MaxResults": 1})
    assert error.response["Error"]["Code"] == "UnknownOperationException", error.response
    error = failure(client("/smithy"), *without(respond("SMS_MFA", SESSION), "ClientId"))
    assert error.response["Error"]["Code"] == "ValidationException", error.response
    assert "/ClientId" in error.response["Error"]["Message"], error.response
    print(f"boto3: {len(CASES) + 2} kinds of refusal")


def check_srp():
    for name, secret in [PUBLIC, CONFIDENTIAL]:
        def srp(password):
            return AWSSRP("alice", password, POOL, name, client=client(), client_secret=secret)

        tokens = srp(PASSWORD).authenticate_user()
        assert tokens["AuthenticationResult"]["AccessToken"] == "access.alice.1", tokens
        try:
            srp("wrong").authenticate_user()
        except client().exceptions.ClientError as error:
            assert error.response["Error"]["Code"] == "NotAuthorizedException", error.response
        else:
            raise AssertionError("a wrong password was accepted")
    print("pycognito: signs in with SRP, with and without a client secret")


check_errors()
check_srp()
