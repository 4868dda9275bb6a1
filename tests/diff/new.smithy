$version: "2"

namespace tea

use aws.protocols#awsJson1_1

@awsJson1_1
service TeaRoom {
    version: "2026-01-01"
    operations: [Brew, ListTeas, Taste]
}

operation Brew {
    input: BrewRequest
    output: Pot
    errors: [OutOfTea, Closed]
}

@input
structure BrewRequest {
    @required
    sort: Sort

    @required
    table: String

    cups: Cups = 1

    @length(max: 20)
    guest: String

    milk: Milk

    @unstable
    foam: Integer
}

structure Pot {
    kettle: Kettle

    temperature: Float
}

structure Kettle {
    @pattern("^[a-z]+$")
    lid: String
    pot: Pot
}

enum Sort {
    GREEN = "green"
    BLACK = "black"
    OOLONG = "oolong"
}

union Milk {
    cow: String
    oat: Integer
    soy: Boolean
}

@range(min: 1, max: 6)
integer Cups

@error("client")
structure OutOfTea {
    message: String
}

@error("client")
@httpError(423)
structure Closed {
    message: String
}

/// Lists | what `there` is.
operation ListTeas {
    input := {
        next: String
    }
    output := {
        next: String
        teas: Teas
    }
}

@uniqueItems
list Teas {
    member: String
}

operation Taste {
    input := {
        tea: String
    }
}
