//! The requests that botocore makes of some calls, and those of the generated crates.

use std::collections::BTreeMap;

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::Value;

use crate::client::{self, Result, Sent};

const URL: &str = "http://127.0.0.1:1";

/// Headers that are of HTTP, of signing, or of the client that sends.
const OF_CLIENTS: [&str; 10] = [
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "content-length",
    "expect",
    "user-agent",
    "x-amz-checksum-crc32",
    "x-amz-content-sha256",
    "x-amz-date",
    "x-amz-sdk-checksum-algorithm",
];

/// Compares the requests of all calls.
pub fn compare(captured: &str) -> Result<()> {
    let captured: Vec<Value> = serde_json::from_str(captured)?;
    let mut ours = requests()?;
    for call in &captured {
        let text = |key: &str| call[key].as_str().unwrap_or_default();
        let name = format!("{} {}", text("service"), text("operation"));
        let sent = ours.remove(&name).ok_or_else(|| format!("there is no request for {name}"))?;
        let headers = call["headers"].as_object().into_iter().flatten();
        let theirs = Sent {
            method: text("method").to_owned(),
            uri: format!("{URL}{}", text("uri")),
            headers: headers
                .map(|(name, value)| (name.clone(), value.as_str().unwrap_or_default().to_owned()))
                .collect(),
            body: BASE64_STANDARD.decode(text("body"))?,
        };
        let (sent, theirs) = (comparable(sent), comparable(theirs));
        if sent != theirs {
            return Err(format!("{name} differs from botocore's\n ours: {sent:?}\ntheirs: {theirs:?}").into());
        }
        println!("ok: {name} is the request that botocore makes");
    }
    if ours.is_empty() {
        Ok(())
    } else {
        Err(format!("botocore made no request for {:?}", ours.keys()).into())
    }
}

/// What must be the same: method, path, parameters, headers and the body, in a form in which order does not count where it
/// has no meaning.
fn comparable(sent: Sent) -> (String, String, Vec<String>, BTreeMap<String, String>, Vec<String>) {
    let (path, query) = sent.uri.split_once('?').unwrap_or((&sent.uri, ""));
    // Which operation it is stands in the path already; botocore leaves this parameter of the model out, and asks S3 for
    // keys in percent-encoding, which it decodes.
    let mut query: Vec<String> =
        query.split('&').filter(|pair| !pair.is_empty()).map(str::to_owned).collect();
    query.retain(|pair| !pair.starts_with("x-id=") && pair != "encoding-type=url");
    for pair in &mut query {
        *pair = pair.trim_end_matches('=').to_owned();
    }
    query.sort();
    let headers = sent.headers.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value));
    let mut headers: BTreeMap<String, String> =
        headers.filter(|(name, _)| !OF_CLIENTS.contains(&name.as_str())).collect();
    let kind = headers.remove("content-type").unwrap_or_default();
    // botocore asks for the sum of what S3 keeps.
    headers.remove("x-amz-checksum-mode");
    headers.remove("content-md5");
    headers.remove("accept");
    (sent.method, path.to_owned(), query, headers, body(&kind, &sent.body))
}

fn body(kind: &str, body: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(body);
    if kind.contains("json") {
        let value = serde_json::from_slice::<Value>(body).map(|value| value.to_string());
        return vec![value.unwrap_or_else(|_| text.into_owned())];
    }
    if kind.contains("form") {
        // Forms have a space as `+` or as `%20`.
        let mut pairs: Vec<String> = text.split('&').map(|pair| pair.replace('+', "%20")).collect();
        pairs.sort();
        return pairs;
    }
    vec![text.into_owned()]
}

fn requests() -> Result<BTreeMap<String, Sent>> {
    let mut requests = BTreeMap::new();
    s3(&mut requests)?;
    queries(&mut requests)?;
    ec2(&mut requests)?;
    others(&mut requests)?;
    Ok(requests)
}

fn s3(requests: &mut BTreeMap<String, Sent>) -> Result<()> {
    use client::s3::request;
    let mut add = |operation: &str, sent: Sent| requests.insert(format!("s3 {operation}"), sent);
    let place = s3::CreateBucketConfiguration::builder().location_constraint("eu-west-1".into()).build();
    let input =
        s3::CreateBucketRequest::builder().bucket("walk").create_bucket_configuration(place).build()?;
    add("CreateBucket", request::<s3::CreateBucket>(URL, &input)?);
    let now = "2026-03-01T12:30:45Z".parse::<s3::smithy::Timestamp>()?;
    let input = s3::PutObjectRequest::builder()
        .bucket("walk")
        .key("a folder/tea & \u{fc}+1.txt")
        .body(b"green\n".to_vec().into());
    let input =
        input.content_type("text/plain").metadata("origin", "Uji").storage_class("STANDARD_IA".into());
    add("PutObject", request::<s3::PutObject>(URL, &input.expires(now).build()?)?);
    let input =
        s3::GetObjectRequest::builder().bucket("walk").key("a//b").range("bytes=0-3").version_id("x y");
    add("GetObject", request::<s3::GetObject>(URL, &input.if_modified_since(now).build()?)?);
    let input =
        s3::ListObjectsV2Request::builder().bucket("walk").prefix("a folder/").delimiter("/").max_keys(2);
    add("ListObjectsV2", request::<s3::ListObjectsV2>(URL, &input.fetch_owner(false).build()?)?);
    let input = s3::DeleteObjectRequest::builder().bucket("walk").key("*~'()!.txt").build()?;
    add("DeleteObject", request::<s3::DeleteObject>(URL, &input)?);
    let tag = s3::Tag::builder().key("a<b").value("\"c\" & d").build()?;
    let tagging = s3::Tagging::builder().tag_set(tag).build()?;
    let input = s3::PutBucketTaggingRequest::builder().bucket("walk").tagging(tagging).build()?;
    add("PutBucketTagging", request::<s3::PutBucketTagging>(URL, &input)?);
    Ok(())
}

fn queries(requests: &mut BTreeMap<String, Sent>) -> Result<()> {
    let mut add = |name: &str, sent: Sent| requests.insert(name.to_owned(), sent);
    let tag = sns::Tag::builder().key("k").value("v").build()?;
    let input = sns::CreateTopicInput::builder()
        .name("walk")
        .attributes("DisplayName", "Tea & more")
        .tags(tag)
        .build()?;
    add("sns CreateTopic", client::sns::request::<sns::CreateTopic>(URL, &input)?);
    let kind = sns::MessageAttributeValue::builder().data_type("String").string_value("gr\u{fc}n").build()?;
    let raw = sns::MessageAttributeValue::builder()
        .data_type("Binary")
        .binary_value(vec![0, 255].into())
        .build()?;
    let input = sns::PublishInput::builder()
        .topic_arn("arn:aws:sns:us-east-1:123456789012:walk")
        .message("tea is ready\n");
    let input = input.message_attributes("kind", kind).message_attributes("raw", raw).build()?;
    add("sns Publish", client::sns::request::<sns::Publish>(URL, &input)?);
    let tag = iam::Tag::builder().key("a b").value("").build()?;
    let input = iam::CreateUserRequest::builder().user_name("alice").path("/tea/").tags(tag).build()?;
    add("iam CreateUser", client::iam::request::<iam::CreateUser>(URL, &input)?);
    let input = iam::ListUsersRequest::builder().path_prefix("/").max_items(2).build()?;
    add("iam ListUsers", client::iam::request::<iam::ListUsers>(URL, &input)?);
    Ok(())
}

fn ec2(requests: &mut BTreeMap<String, Sent>) -> Result<()> {
    let mut add = |name: &str, sent: Sent| requests.insert(name.to_owned(), sent);
    let filter =
        ec2::Filter::builder().name("instance-state-name").values("running").values("stopped").build();
    let input = ec2::DescribeInstancesRequest::builder()
        .filters(filter)
        .instance_ids("i-1")
        .max_results(5)
        .build()?;
    add("ec2 DescribeInstances", client::ec2::request::<ec2::DescribeInstances>(URL, &input)?);
    let placement = ec2::Placement::builder().tenancy("default".into()).build();
    let input =
        ec2::RunInstancesRequest::builder().image_id("ami-1").min_count(1).max_count(2).client_token("t");
    add(
        "ec2 RunInstances",
        client::ec2::request::<ec2::RunInstances>(URL, &input.placement(placement).build()?)?,
    );
    Ok(())
}

fn others(requests: &mut BTreeMap<String, Sent>) -> Result<()> {
    let mut add = |name: &str, sent: Sent| requests.insert(name.to_owned(), sent);
    let input = sqs::SendMessageRequest::builder()
        .queue_url("http://127.0.0.1/1/walk")
        .message_body("tea")
        .delay_seconds(0);
    add("sqs SendMessage", client::sqs::request::<sqs::SendMessage>(URL, &input.build()?)?);
    let input =
        lambda::ListFunctionsRequest::builder().max_items(2).function_version("ALL".into()).build()?;
    add("lambda ListFunctions", client::lambda::request::<lambda::ListFunctions>(URL, &input)?);
    let input = lambda::InvocationRequest::builder().function_name("arn:aws:lambda:us-east-1:1:function:tea");
    let input =
        input.payload(br#"{"a":1}"#.to_vec().into()).qualifier("$LATEST").log_type("Tail".into()).build()?;
    add("lambda Invoke", client::lambda::request::<lambda::Invoke>(URL, &input)?);
    Ok(())
}
