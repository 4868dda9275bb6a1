$version: "2"

namespace example.sturdy

use PROTOCOL

@NAME
service Sturdy {
    operations: [Call]
}

operation Call {
    input := {
        @required
        value: Everything
    }
    output := {
        @required
        value: Everything
    }
    errors: [Refused]
}

@error("client")
structure Refused {
    message: String
    value: Everything
}

structure Everything {
    text: String
    blob: Blob
    flag: Boolean
    byte: Byte
    integer: Integer
    long: Long
    float: Float
    double: Double
    time: Timestamp
    whole: BigInteger
    precise: BigDecimal
    document: Document
    flavor: Flavor
    level: Level
    choice: Choice
    sparse: Sparse
    counts: Counts
    inner: Everything
    list: Everythings
}

enum Flavor {
    SWEET
    SOUR
}

intEnum Level {
    LOW = 1
    HIGH = 2
}

union Choice {
    text: String
    inner: Everything
    nothing: Unit
}

@sparse
list Sparse {
    member: String
}

map Counts {
    key: Flavor
    value: Long
}

list Everythings {
    member: Everything
}
