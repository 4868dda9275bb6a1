//! Cases that fail, each with its reason.

use super::cases::Direction::{self, ReadRequest, ReadResponse, WriteRequest, WriteResponse};

const GZIP: &str = "bodies are not compressed";
const HOST: &str = "requests have no host";
const NO_BODY: &str = "the case does not show the body";
const PATH: &str = "requests do not know the path of the endpoint";
const ROUNDED: &str = "the value of the case is rounded to a float, and its message is not";
const QUERY_MODE: &str = "the header of query-compatible services is not written";

/// The id of a case, what is done with it, and why that fails. Not every copy of the cases has all of these.
pub const KNOWN: &[(&str, Direction, &str)] = &[
    ("QueryCompatibleAwsJson10CborSendsQueryModeHeader", WriteRequest, QUERY_MODE),
    ("AwsJson11EndpointTrait", WriteRequest, HOST),
    ("AwsJson11EndpointTraitWithHostLabel", WriteRequest, HOST),
    ("MachinelearningPredictEndpoint", WriteRequest, HOST),
    ("AwsJson11HostWithPath", WriteRequest, PATH),
    ("SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1", WriteRequest, GZIP),
    ("SDKAppliedContentEncoding_awsJson1_0", WriteRequest, GZIP),
    ("SDKAppliedContentEncoding_awsJson1_1", WriteRequest, GZIP),
    ("SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1", ReadRequest, NO_BODY),
    ("SDKAppliedContentEncoding_awsJson1_0", ReadRequest, NO_BODY),
    ("SDKAppliedContentEncoding_awsJson1_1", ReadRequest, NO_BODY),
    ("RpcV2JsonRequestBigDecimalHighPrecision", ReadRequest, ROUNDED),
    ("RpcV2JsonRequestBigDecimalHighPrecision", WriteRequest, ROUNDED),
    ("RpcV2JsonRequestBigDecimalNegativeHighPrecision", ReadRequest, ROUNDED),
    ("RpcV2JsonRequestBigDecimalNegativeHighPrecision", WriteRequest, ROUNDED),
    ("RpcV2JsonResponseBigDecimalLargeWithFraction", ReadResponse, ROUNDED),
    ("RpcV2JsonResponseBigDecimalLargeWithFraction", WriteResponse, ROUNDED),
    ("RpcV2JsonResponseBigDecimalNegativeHighPrecision", ReadResponse, ROUNDED),
    ("RpcV2JsonResponseBigDecimalNegativeHighPrecision", WriteResponse, ROUNDED),
];
