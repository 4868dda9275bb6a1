//! Traits of services and operations: protocols, authentication, pages, and those of AWS.

use super::forms::{At, object, string_field, strings};
use crate::diagnostics::Diagnostics;
use crate::json::{self, Data, Value};
use crate::resolve::graph::ShapeId;
use crate::resolve::traits::service::{AuthTrait, AwsService, ProtocolTrait};
use crate::resolve::traits::{Paginated, Traits};

/// Parses a trait outside of the prelude, or one that marks a service with a protocol or an authentication scheme.
pub(super) fn read(traits: &mut Traits, id: &ShapeId, value: &Value) {
    match id.as_str() {
        "aws.api#service" => traits.aws_service = Some(aws_service(value)),
        "aws.protocols#awsQueryCompatible" => traits.aws_query_compatible = true,
        "aws.protocols#awsQueryError" => {
            traits.aws_query_error = value.get("code").and_then(Value::as_str).map(str::to_owned);
            if let Some(Data::Number(status)) = value.get("httpResponseCode").map(|status| &status.data) {
                traits.aws_query_status = json::whole(status).and_then(|status| status.try_into().ok());
            }
        }
        "aws.protocols#ec2QueryName" => traits.ec2_query_name = value.as_str().map(str::to_owned),
        "aws.customizations#s3UnwrappedXmlOutput" => traits.unwrapped_xml_output = true,
        text => traits.protocols.extend(ProtocolTrait::of_trait(text)),
    }
    if id.as_str() == "aws.protocols#restXml" {
        let unwrapped = value.get("noErrorWrapping").map(|value| &value.data);
        traits.no_error_wrapping = matches!(unwrapped, Some(Data::Bool(true)));
    }
    traits.auth_schemes.extend(Some(AuthTrait::of_trait(id, Some(value))).filter(AuthTrait::is_known));
}

fn aws_service(value: &Value) -> AwsService {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    AwsService {
        sdk_id: text("sdkId"),
        endpoint_prefix: text("endpointPrefix"),
        arn_namespace: text("arnNamespace"),
        cloud_formation_name: text("cloudFormationName"),
        doc_id: text("docId"),
    }
}

/// `auth`.
pub(super) fn auth(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Vec<ShapeId>> {
    let texts = strings(errors, at, value)?;
    let mut id = |text: &String| {
        let id = ShapeId::parse(text);
        if id.is_none() {
            let problem = format!("must name traits by their ids, and `{text}` is none");
            at.refuse(errors, value, &problem, None);
        }
        id
    };
    texts.iter().map(&mut id).collect()
}

/// `paginated`.
pub(super) fn paginated(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Paginated> {
    let value = object(errors, at, value)?;
    Some(Paginated {
        input_token: string_field(errors, at, value, "inputToken"),
        output_token: string_field(errors, at, value, "outputToken"),
        items: string_field(errors, at, value, "items"),
        page_size: string_field(errors, at, value, "pageSize"),
    })
}
