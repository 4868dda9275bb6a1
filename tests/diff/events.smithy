$version: "2.1"

namespace shop

use aws.auth#sigv4
use aws.protocols#restJson1

@restJson1
@sigv4(name: "shop")
@httpBasicAuth
service Shop {
    version: "1"
    operations: [Sell, Preview]
    resources: [Shelf]
    errors: [Closed]
}

@requestCompression(encodings: ["gzip"])
@http(method: "POST", uri: "/sell")
operation Sell {
    input := {
        @httpHeader("X-Kind")
        kind: Kind

        names: [String]
        things: Things
        kinds: Kinds
        marks: Marks
    }
}

@unstable
@http(method: "POST", uri: "/preview")
operation Preview {
    input := {
        draft: Draft
        things: Things
    }
}

structure Draft {
    size: Integer
}

resource Shelf {
    identifiers: { number: String }
    properties: { colour: String }
    read: Look
    resources: [Drawer]
}

resource Drawer {
    identifiers: { number: String, drawer: String }
}

@readonly
@http(method: "GET", uri: "/shelves/{number}")
operation Look {
    input := {
        @required
        @httpLabel
        number: String
    }
    output := {
        colour: String
    }
}

@error("client")
structure Closed {}

@enum([{ name: "OLD", value: "old" }, { name: "NEW", value: "new" }])
string Kind

list Things {
    member: String
}

@trait(breakingChanges: [{ change: "any", path: "/words/key" }, { change: "update", path: "/value" }])
structure stamped {
    words: Words
    value: String
    other: String
}

map Words {
    key: String
    value: String
}

@stamped(words: { a: "1" }, other: "x")
structure Stamp {}

map Kinds {
    key: Kind
    value: String
}

@uniqueItems
list Marks {
    member: Mark
}

structure Mark {
    at: Integer
}
