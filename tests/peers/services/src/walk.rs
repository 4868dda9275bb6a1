//! Walks through moto, one for each service.

use crate::client::{self, Result};

/// All walks.
pub fn all(url: &str) -> Result<()> {
    s3(url)?;
    sns(url)?;
    iam(url)?;
    sqs(url)?;
    lambda(url)?;
    ec2(url)
}

fn s3(url: &str) -> Result<()> {
    use client::s3::{call, send};
    send::<s3::CreateBucket>(url, &s3::CreateBucketRequest::builder().bucket("walk").build()?)?;
    let keys = ["a folder/1", "a folder/2", "tea & <more>", "\u{fc}+"];
    for key in keys {
        let input =
            s3::PutObjectRequest::builder().bucket("walk").key(key).body(key.as_bytes().to_vec().into());
        let put = send::<s3::PutObject>(url, &input.metadata("origin", "Uji").build()?)?;
        expect(put.e_tag.is_some(), "S3 gives the tag of what was put")?;
    }
    let input = s3::GetObjectRequest::builder().bucket("walk").key(keys[2]).build()?;
    let got = send::<s3::GetObject>(url, &input)?;
    expect(got.body.is_some_and(|body| body.as_bytes() == keys[2].as_bytes()), "S3 gives what was put")?;
    expect(
        got.metadata.is_some_and(|metadata| metadata.get("origin").is_some_and(|origin| origin == "Uji")),
        "with its metadata",
    )?;
    let (mut listed, mut token) = (Vec::new(), None);
    loop {
        let input =
            s3::ListObjectsV2Request::builder().bucket("walk").max_keys(3).set_continuation_token(token);
        let page = send::<s3::ListObjectsV2>(url, &input.build()?)?;
        listed.extend(page.contents.into_iter().flatten().filter_map(|object| object.key));
        token = page.next_continuation_token;
        if token.is_none() {
            break;
        }
    }
    listed.sort();
    expect(listed == keys, "S3 lists all keys over pages")?;
    let input = s3::DeleteObjectRequest::builder().bucket("walk").key(keys[0]).build()?;
    send::<s3::DeleteObject>(url, &input)?;
    let input = s3::GetObjectRequest::builder().bucket("walk").key(keys[0]).build()?;
    let error = call::<s3::GetObject>(url, &input)?.err().ok_or("what was deleted is gone")?;
    let is = matches!(error.service_error(), Some(s3::operation::get_object::GetObjectError::NoSuchKey(_)));
    expect(is && error.status() == 404, "S3 answers NoSuchKey")
}

fn sns(url: &str) -> Result<()> {
    use client::sns::{call, send};
    let input =
        sns::CreateTopicInput::builder().name("walk").attributes("DisplayName", "Tea & more").build()?;
    let topic = send::<sns::CreateTopic>(url, &input)?.topic_arn.ok_or("a topic has an ARN")?;
    let got = send::<sns::GetTopicAttributes>(
        url,
        &sns::GetTopicAttributesInput::builder().topic_arn(&topic).build()?,
    )?;
    let name = got.attributes.and_then(|attributes| attributes.get("DisplayName").cloned());
    expect(name.as_deref() == Some("Tea & more"), "SNS keeps the attributes of a topic")?;
    let input = sns::PublishInput::builder().topic_arn(&topic).message("tea is ready").build()?;
    expect(send::<sns::Publish>(url, &input)?.message_id.is_some(), "SNS publishes")?;
    let input = sns::GetTopicAttributesInput::builder()
        .topic_arn("arn:aws:sns:us-east-1:123456789012:none")
        .build()?;
    let error = call::<sns::GetTopicAttributes>(url, &input)?.err().ok_or("there is no such topic")?;
    use sns::operation::get_topic_attributes::GetTopicAttributesError as Error;
    expect(matches!(error.service_error(), Some(Error::NotFoundException(_))), "SNS answers NotFound")
}

fn iam(url: &str) -> Result<()> {
    use client::iam::{call, send};
    for user in ["alice", "bob", "carol"] {
        send::<iam::CreateUser>(
            url,
            &iam::CreateUserRequest::builder().user_name(user).path("/tea/").build()?,
        )?;
    }
    let request = iam::ListUsersRequest::builder().path_prefix("/tea/").max_items(2).build()?;
    let mut requests = 0;
    let users =
        iam::wire::Paginator::<iam::ListUsers>::new(request).items(|input: &iam::ListUsersRequest| {
            requests += 1;
            send::<iam::ListUsers>(url, input)
        });
    let names = users.map(|user| Ok(user?.user_name)).collect::<Result<Vec<_>>>()?;
    expect(names == ["alice", "bob", "carol"] && requests > 0, "IAM lists users")?;
    let error = call::<iam::CreateUser>(url, &iam::CreateUserRequest::builder().user_name("alice").build()?)?;
    let error = error.err().ok_or("there is such a user already")?;
    use iam::operation::create_user::CreateUserError as Error;
    let is = matches!(error.service_error(), Some(Error::EntityAlreadyExistsException(_)));
    expect(is && error.request_id().is_some(), "IAM answers EntityAlreadyExists, with the id of the request")
}

fn sqs(url: &str) -> Result<()> {
    use client::sqs::send;
    let input = sqs::CreateQueueRequest::builder().queue_name("walk").build()?;
    let queue = send::<sqs::CreateQueue>(url, &input)?.queue_url.ok_or("a queue has a URL")?;
    send::<sqs::SendMessage>(
        url,
        &sqs::SendMessageRequest::builder().queue_url(&queue).message_body("tea").build()?,
    )?;
    let input = sqs::ReceiveMessageRequest::builder().queue_url(&queue).build()?;
    let messages = send::<sqs::ReceiveMessage>(url, &input)?.messages.unwrap_or_default();
    expect(messages.iter().any(|message| message.body.as_deref() == Some("tea")), "SQS gives what was sent")
}

fn lambda(url: &str) -> Result<()> {
    use client::lambda::{call, send};
    let functions = send::<lambda::ListFunctions>(url, &lambda::ListFunctionsRequest::builder().build()?)?;
    expect(functions.functions.is_some_and(|functions| functions.is_empty()), "Lambda lists no functions")?;
    let input = lambda::GetFunctionRequest::builder().function_name("none").build()?;
    let error = call::<lambda::GetFunction>(url, &input)?.err().ok_or("there is no such function")?;
    use lambda::operation::get_function::GetFunctionError as Error;
    expect(
        matches!(error.service_error(), Some(Error::ResourceNotFoundException(_))),
        "Lambda answers ResourceNotFound",
    )
}

fn ec2(url: &str) -> Result<()> {
    use client::ec2::{call, send};
    // moto counts reservations for a page.
    for _ in 0..7 {
        let input =
            ec2::RunInstancesRequest::builder().image_id("ami-12c6146b").min_count(2).max_count(2).build()?;
        let ran = send::<ec2::RunInstances>(url, &input)?.instances.unwrap_or_default();
        expect(ran.len() == 2, "EC2 runs two instances")?;
    }
    let filter = ec2::Filter::builder().name("instance-state-name").values("running").build();
    let mut request = ec2::DescribeInstancesRequest::builder().filters(filter).max_results(5).build()?;
    let (mut instances, mut pages) = (0, 0);
    loop {
        let page = send::<ec2::DescribeInstances>(url, &request)?;
        let reservations = page.reservations.unwrap_or_default();
        instances += reservations
            .iter()
            .map(|reservation| reservation.instances.as_ref().map_or(0, Vec::len))
            .sum::<usize>();
        pages += 1;
        request.next_token = page.next_token;
        if request.next_token.is_none() {
            break;
        }
    }
    expect(instances == 14 && pages > 1, "EC2 describes them over pages")?;
    let input = ec2::DescribeInstancesRequest::builder().instance_ids("i-none").build()?;
    let error = call::<ec2::DescribeInstances>(url, &input)?.err().ok_or("there is no such instance")?;
    let code = error.service_error().map(ec2::wire::OperationError::code).unwrap_or_default();
    expect(code.starts_with("InvalidInstanceID"), "EC2 answers InvalidInstanceID")
}

fn expect(holds: bool, what: &str) -> Result<()> {
    if !holds {
        return Err(format!("not so: {what}").into());
    }
    println!("ok: {what}");
    Ok(())
}
