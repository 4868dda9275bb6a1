$version: "2.0"

namespace shelves

use aws.api#service
use aws.protocols#ec2Query
use aws.protocols#ec2QueryName

/// Keeps boxes on shelves.
@service(sdkId: "Shelves", endpointPrefix: "shelves")
@ec2Query
@xmlNamespace(uri: "https://shelves.example/doc")
service Shelves {
    version: "2026-05-02"
    operations: [DescribeBoxes]
}

/// Describes boxes.
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "boxes", pageSize: "maxResults")
operation DescribeBoxes {
    input: DescribeBoxesRequest
    output: DescribeBoxesResult
}

structure DescribeBoxesRequest {
    nextToken: String

    maxResults: Integer

    /// The ids of boxes.
    @xmlName("BoxId")
    boxIds: BoxIds

    @ec2QueryName("filter")
    @xmlName("Filter")
    filters: Filters

    @xmlName("dryRun")
    dryRun: Boolean

    @idempotencyToken
    clientToken: String
}

list BoxIds {
    @xmlName("BoxId")
    member: String
}

list Filters {
    @xmlName("Filter")
    member: Filter
}

structure Filter {
    name: String

    @xmlName("Value")
    values: Texts
}

list Texts {
    @xmlName("item")
    member: String
}

structure DescribeBoxesResult {
    @xmlName("boxSet")
    boxes: Boxes

    @xmlName("nextToken")
    nextToken: String
}

list Boxes {
    @xmlName("item")
    member: Box
}

/// A box.
structure Box {
    @xmlName("boxId")
    boxId: String

    @xmlName("labelSet")
    labels: Texts

    @xmlName("packedAt")
    packedAt: Timestamp
}
