$version: "2"

namespace example.bound

use PROTOCOL

@NAME
@xmlNamespace(uri: "http://example.com/")
service Bound {
    version: "2026-11-28"
    operations: [Call, Upload, Nest]
    errors: [Refused]
}

@http(method: "PUT", uri: "/call/{text}/{time}/{path+}?fixed=1")
operation Call {
    input := {
        @required
        @httpLabel
        text: String

        @required
        @httpLabel
        time: Timestamp

        @required
        @httpLabel
        path: String

        @required
        @httpQuery("count")
        count: Integer

        @httpQuery("ratio")
        ratios: Ratios

        @httpQueryParams
        others: Others

        @required
        @httpHeader("x-text")
        header: String

        @httpHeader("x-list")
        list: Texts

        @httpHeader("x-times")
        times: Times

        @httpHeader("x-json")
        json: Json

        @httpHeader("x-flavor")
        flavor: Flavor

        @httpPrefixHeaders("x-other-")
        headers: Headers

        inner: Inner
    }
    output := {
        @httpResponseCode
        status: Integer

        @httpHeader("x-flag")
        flag: Boolean

        @httpHeader("x-list")
        list: Texts

        @httpPrefixHeaders("x-other-")
        headers: Headers

        inner: Inner
    }
}

@http(method: "POST", uri: "/upload")
operation Upload {
    input := {
        @httpPayload
        blob: Blob
    }
    output := {
        @httpPayload
        text: String
    }
}

@http(method: "POST", uri: "/nest")
operation Nest {
    input := {
        @httpPayload
        inner: Inner
    }
    output := {
        @httpPayload
        inner: Inner
    }
}

@error("client")
structure Refused {
    message: String

    @httpHeader("x-flavor")
    flavor: Flavor

    inner: Inner
}

structure Inner {
    text: String
    blob: Blob
    flag: Boolean
    byte: Byte
    long: Long
    double: Double
    time: Timestamp
    flavor: Flavor
    choice: Choice
    counts: Counts
    inner: Inner
    list: Inners
}

union Choice {
    text: String
    inner: Inner
    nothing: Unit
}

enum Flavor {
    SWEET
    SOUR
}

map Counts {
    key: Flavor
    value: Long
}

list Inners {
    member: Inner
}

list Ratios {
    member: Double
}

map Others {
    key: String
    value: Texts
}

map Headers {
    key: String
    value: String
}

list Texts {
    member: String
}

list Times {
    member: Timestamp
}

@mediaType("application/json")
string Json
