//! Cases that fail, each with its reason.

use super::cases::Direction::{self, ReadRequest, ReadResponse, Refuse, WriteRequest, WriteResponse};

const CUSTOM_HOST: &str = "no trait says that the host is a member: the caller makes it the endpoint";
const NO_BODY: &str = "the case does not show the body";
const ROUNDED: &str = "the value of the case is rounded to a float, and its message is not";
const REQUEST_ID: &str = "whoever sends the response numbers it";
const GLACIER: &str = "no trait says which headers Glacier has beside those of the model";
const ACCOUNT: &str = "no trait says that Glacier has a hyphen for an empty label";
const EMPTY_LIST: &str = "a query does not show that a list is there and empty";
const DOLLAR: &str = "the case has two dollars for one, and no parameters for which that is right";
const TARGET: &str = "the case has a header of requests in a response";

const MESSAGE: &str =
    "the case does not give the message that it shows, and whoever sends the response numbers it";
const OFFSET: &str = "a point in time does not keep its offset from UTC";
const SILENT: &str = "the case has text that says nothing";

/// The id of a case, what is done with it, and why that fails. Not every copy of the cases has all of these.
pub const KNOWN: &[(&str, Direction, &str)] = &[
    ("MachinelearningPredictEndpoint", WriteRequest, CUSTOM_HOST),
    ("AwsJson11IntEnums", WriteResponse, TARGET),
    ("parses_the_request_id_from_the_response", WriteResponse, REQUEST_ID),
    ("SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1", ReadRequest, NO_BODY),
    ("SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_0", ReadRequest, NO_BODY),
    ("SDKAppendsGzipAndIgnoresHttpProvidedEncoding_restJson1", ReadRequest, NO_BODY),
    ("SDKAppendsGzipAndIgnoresHttpProvidedEncoding_restXml", ReadRequest, NO_BODY),
    ("SDKAppliedContentEncoding_awsJson1_0", ReadRequest, NO_BODY),
    ("SDKAppliedContentEncoding_awsJson1_1", ReadRequest, NO_BODY),
    ("SDKAppliedContentEncoding_restJson1", ReadRequest, NO_BODY),
    ("GlacierVersionHeader", WriteRequest, GLACIER),
    ("GlacierChecksums", WriteRequest, GLACIER),
    ("GlacierMultipartChecksums", WriteRequest, GLACIER),
    ("GlacierAccountId", WriteRequest, ACCOUNT),
    ("GlacierAccountId", ReadRequest, ACCOUNT),
    ("RestJsonMalformedPatternReDOSString", Refuse, DOLLAR),
    ("RestJsonOmitsEmptyListQueryValues", ReadRequest, EMPTY_LIST),
    ("SDKAppliedContentEncoding_restXml", ReadRequest, NO_BODY),
    ("ComplexError", WriteResponse, MESSAGE),
    ("InvalidGreetingError", WriteResponse, REQUEST_ID),
    ("RestXmlDateTimeWithNegativeOffset", WriteResponse, OFFSET),
    ("RestXmlDateTimeWithPositiveOffset", WriteResponse, OFFSET),
    ("SimpleScalarPropertiesWithXMLPreamble", WriteResponse, SILENT),
    ("RpcV2JsonRequestBigDecimalHighPrecision", ReadRequest, ROUNDED),
    ("RpcV2JsonRequestBigDecimalHighPrecision", WriteRequest, ROUNDED),
    ("RpcV2JsonRequestBigDecimalNegativeHighPrecision", ReadRequest, ROUNDED),
    ("RpcV2JsonRequestBigDecimalNegativeHighPrecision", WriteRequest, ROUNDED),
    ("RpcV2JsonResponseBigDecimalLargeWithFraction", ReadResponse, ROUNDED),
    ("RpcV2JsonResponseBigDecimalLargeWithFraction", WriteResponse, ROUNDED),
    ("RpcV2JsonResponseBigDecimalNegativeHighPrecision", ReadResponse, ROUNDED),
    ("RpcV2JsonResponseBigDecimalNegativeHighPrecision", WriteResponse, ROUNDED),
];
