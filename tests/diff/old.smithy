$version: "2"

namespace tea

use aws.protocols#awsJson1_1

@awsJson1_1
service TeaRoom {
    version: "2025-01-01"
    operations: [Brew, ListTeas, Refill]
}

operation Brew {
    input: BrewRequest
    output: Pot
    errors: [OutOfTea, TooHot]
}

@input
structure BrewRequest {
    @required
    sort: Sort

    cups: Cups = 2

    @length(max: 10)
    guest: String

    milk: Milk

    @unstable
    foam: String
}

structure Pot {
    @required
    kettle: Kettle

    temperature: Integer
}

structure Kettle {
    size: Integer
    lid: String
}

enum Sort {
    GREEN = "green"
    BLACK = "black"
    WHITE = "white"
}

union Milk {
    cow: String
    oat: Integer
}

@range(min: 1, max: 8)
integer Cups

@error("client")
structure OutOfTea {
    message: String
}

@error("server")
structure TooHot {
    message: String
}

@paginated(inputToken: "next", outputToken: "next", items: "teas")
operation ListTeas {
    input := {
        next: String
    }
    output := {
        next: String
        teas: Teas
    }
}

list Teas {
    member: String
}

/// Fills the pot again.
operation Refill {
    input := {
        cups: Cups
        milk: Milk
        sort: Sort
    }
}
