$version: "2.0"

namespace com.example

use aws.protocols#restJson1

/// A library that lends books. Every place that HTTP has for a member is used once.
@restJson1
service Library {
    version: "2026-11-28"
    operations: [LendBook, GetCover, PutCover, ListBooks, PutNote, CountBooks, RenameReader]
    errors: [Closed]
}

/// Labels, parameters and headers of every kind, the rest in the body.
@examples([
    {
        title: "A loan"
        input: {
            shelf: 3
            path: "a b/c"
            until: "2026-11-28T00:00:00Z"
            tags: ["x&y", "z"]
            others: { more: "1" }
            days: ["2026-11-28T00:00:00Z", 0]
            notes: { one: "first\nsecond" }
            reader: "Uji"
        }
        output: { status: 201, changed: 1, loan: "7" }
    }
])
@http(method: "POST", uri: "/shelves/{shelf}/books/{path+}?view=full", code: 201)
@httpChecksumRequired
operation LendBook {
    input: LendBookInput
    output: LendBookOutput
    errors: [NotFound]
}

@input
structure LendBookInput {
    @required
    @httpLabel
    shelf: Integer

    @required
    @httpLabel
    path: String

    @httpQuery("until")
    until: Timestamp

    @httpQuery("tag")
    tags: Strings

    @httpQueryParams
    others: StringMap

    @httpHeader("X-Kind")
    kind: Kind

    @httpHeader("X-Days")
    days: Timestamps

    @httpHeader("X-Ratio")
    @default(1.5)
    ratio: Double

    @httpHeader("X-Form")
    form: Form

    @httpHeader("X-Token")
    @idempotencyToken
    token: String

    @httpPrefixHeaders("X-Note-")
    notes: StringMap

    @jsonName("Reader")
    @required
    reader: String

    comment: String
}

structure LendBookOutput {
    @httpResponseCode
    status: Integer

    @required
    @httpHeader("Last-Modified")
    changed: Timestamp

    loan: String

    /// Responses have no query: it is in the body.
    @httpQuery("page")
    page: Integer
}

@mediaType("application/json")
string Form

enum Kind {
    PAPER = "paper"
    AUDIO = "audio"
}

list Strings { member: String }

list Timestamps { member: Timestamp }

map StringMap {
    key: String
    value: String
}

/// A response that is bytes.
@http(method: "GET", uri: "/covers/{id}")
@readonly
operation GetCover {
    input := {
        @required
        @httpLabel
        id: String
    }
    output := {
        @httpPayload
        picture: Picture

        @httpHeader("ETag")
        etag: String
    }
}

@mediaType("image/png")
blob Picture

/// A request that is a text.
@examples([{ title: "A title", input: { id: "1", title: "````" } }])
@http(method: "PUT", uri: "/covers/{id}/title")
@idempotent
operation PutCover {
    input := {
        @required
        @httpLabel
        id: String

        @httpPayload
        title: String
    }
}

/// Nothing but a query.
@http(method: "GET", uri: "/books")
@readonly
operation ListBooks {
    input := {
        @httpQuery("kinds")
        kinds: Kinds

        @httpQuery("limit")
        @timestampFormat("epoch-seconds")
        since: Timestamp
    }
    output := {
        books: Books
    }
}

list Kinds { member: Kind }

list Books { member: Book }

/// A book, which is nested here, and a payload of its own elsewhere.
structure Book {
    @required
    title: String

    /// Bindings count at the top of messages alone: elsewhere it is in the body.
    @httpHeader("X-Pages")
    pages: Integer
}

/// A structure as the whole body.
@http(method: "PUT", uri: "/notes")
@idempotent
operation PutNote {
    input := {
        @httpPayload
        book: Book
    }
    output: Book
}

/// Neither input nor output.
@http(method: "POST", uri: "/count", code: 204)
operation CountBooks {}

/// One structure both ways: what the path has in a request is in the body of the response.
@http(method: "PATCH", uri: "/readers/{id}")
operation RenameReader {
    input: Reader
    output: Reader
}

structure Reader {
    @required
    @httpLabel
    id: String

    @httpQuery("dry")
    dry: Boolean

    @httpHeader("X-Name")
    name: String
}

@error("client")
@httpError(404)
structure NotFound {
    message: String

    @httpHeader("X-Shelf")
    shelf: Integer
}

@error("server")
@retryable
structure Closed {
    @httpHeader("Retry-After")
    retryAfter: Integer
}
