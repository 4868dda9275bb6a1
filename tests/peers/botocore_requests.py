"""Writes the requests that botocore makes of some calls, as JSON. Nothing is sent: each is answered here."""

import base64
import json
import sys

import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.config import Config

ENDPOINT = "http://127.0.0.1:1"
NOW = "2026-03-01T12:30:45Z"

CALLS = [
    ("s3", "CreateBucket", {"Bucket": "walk", "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}}),
    (
        "s3",
        "PutObject",
        {
            "Bucket": "walk",
            "Key": "a folder/tea & \u00fc+1.txt",
            "Body": b"green\n",
            "ContentType": "text/plain",
            "Metadata": {"origin": "Uji"},
            "StorageClass": "STANDARD_IA",
            "Expires": NOW,
        },
    ),
    ("s3", "GetObject", {"Bucket": "walk", "Key": "a//b", "Range": "bytes=0-3", "VersionId": "x y", "IfModifiedSince": NOW}),
    ("s3", "ListObjectsV2", {"Bucket": "walk", "Prefix": "a folder/", "Delimiter": "/", "MaxKeys": 2, "FetchOwner": False}),
    ("s3", "DeleteObject", {"Bucket": "walk", "Key": "*~'()!.txt"}),
    ("s3", "PutBucketTagging", {"Bucket": "walk", "Tagging": {"TagSet": [{"Key": "a<b", "Value": "\"c\" & d"}]}}),
    ("sns", "CreateTopic", {"Name": "walk", "Attributes": {"DisplayName": "Tea & more"}, "Tags": [{"Key": "k", "Value": "v"}]}),
    (
        "sns",
        "Publish",
        {
            "TopicArn": "arn:aws:sns:us-east-1:123456789012:walk",
            "Message": "tea is ready\n",
            "MessageAttributes": {
                "kind": {"DataType": "String", "StringValue": "gr\u00fcn"},
                "raw": {"DataType": "Binary", "BinaryValue": b"\x00\xff"},
            },
        },
    ),
    ("iam", "CreateUser", {"UserName": "alice", "Path": "/tea/", "Tags": [{"Key": "a b", "Value": ""}]}),
    ("iam", "ListUsers", {"PathPrefix": "/", "MaxItems": 2}),
    ("sqs", "SendMessage", {"QueueUrl": "http://127.0.0.1/1/walk", "MessageBody": "tea", "DelaySeconds": 0}),
    ("lambda", "ListFunctions", {"MaxItems": 2, "FunctionVersion": "ALL"}),
    ("lambda", "Invoke", {"FunctionName": "arn:aws:lambda:us-east-1:1:function:tea", "Payload": b'{"a":1}', "Qualifier": "$LATEST", "LogType": "Tail"}),
    (
        "ec2",
        "DescribeInstances",
        {"Filters": [{"Name": "instance-state-name", "Values": ["running", "stopped"]}], "InstanceIds": ["i-1"], "MaxResults": 5},
    ),
    ("ec2", "RunInstances", {"ImageId": "ami-1", "MinCount": 1, "MaxCount": 2, "ClientToken": "t", "Placement": {"Tenancy": "default"}}),
]


class Empty:
    """A body without bytes."""

    def stream(self, **_):
        return iter(())


def main():
    session = botocore.session.Session()
    session.set_credentials("test", "test")
    captured = []
    for service, operation, parameters in CALLS:
        config = Config(
            s3={"addressing_style": "path"},
            request_checksum_calculation="when_required",
            retries={"total_max_attempts": 1},
            parameter_validation=True,
            disable_request_compression=True,
        )
        client = session.create_client(service, region_name="us-east-1", endpoint_url=ENDPOINT, config=config)

        def answer(request, operation=operation, service=service, **_):
            body = request.body or b""
            body = body.encode() if isinstance(body, str) else body
            body = body if isinstance(body, (bytes, bytearray)) else body.read()
            headers = {
                name.lower(): value.decode() if isinstance(value, bytes) else value for name, value in request.headers.items()
            }
            captured.append(
                {
                    "service": service,
                    "operation": operation,
                    "method": request.method,
                    "uri": request.url.removeprefix(ENDPOINT),
                    "headers": headers,
                    "body": base64.b64encode(bytes(body)).decode(),
                }
            )
            return AWSResponse(request.url, 500, {}, Empty())

        client.meta.events.register("before-send", answer)
        try:
            client._make_api_call(operation, parameters)
        except client.exceptions.ClientError:
            pass
        except Exception as error:  # The answer is empty, which some parsers refuse.
            print(f"{service} {operation}: {error!r}", file=sys.stderr)
    assert len(captured) == len(CALLS), [call["operation"] for call in captured]
    json.dump(captured, sys.stdout, indent=1)


main()
