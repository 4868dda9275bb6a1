$version: "2"

namespace example.query

use PROTOCOL
use aws.protocols#awsQueryError

@NAME
@xmlNamespace(uri: "https://query.example/")
service Query {
    version: "2026-11-28"
    operations: [Call]
}

@endpoint(hostPrefix: "now.")
@paginated(inputToken: "marker", outputToken: "marker", items: "list")
operation Call {
    input := {
        text: String
        marker: String
        entries: Entries
        texts: Texts
    }
    output := {
        text: String
        marker: String
        flag: Boolean
        long: Long
        double: Double
        time: Timestamp
        blob: Blob
        flavor: Flavor
        choice: Choice
        entries: Entries
        @xmlFlattened
        texts: Texts
        list: Inners
    }
    errors: [Refused]
}

@error("client")
@awsQueryError(code: "Gone", httpResponseCode: 410)
structure Refused {
    message: String
    left: Integer
    inner: Inner
}

structure Inner {
    text: String
    inner: Inner
    list: Inners
}

list Inners {
    member: Inner
}

list Texts {
    member: String
}

map Entries {
    key: String
    value: String
}

enum Flavor {
    SWEET
    SOUR
}

union Choice {
    text: String
    inner: Inner
    nothing: Unit
}
