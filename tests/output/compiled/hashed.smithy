$version: "2.0"

namespace com.example.hashed

use aws.protocols#awsJson1_1

/// What the crate hashes itself: page tokens, of which the service says where they stand, and unique items.
@awsJson1_1
@paginated(inputToken: "next", outputToken: "next", items: "boxes")
service Hashed {
    version: "1"
    operations: [
        Sort
    ]
}

@suppress(["PaginatedTrait.WrongShapeType"])
@paginated
operation Sort {
    input := {
        next: Places
        boxes: Boxes
    }

    output := {
        next: Places
        boxes: Boxes
    }
}

map Places {
    key: Corner
    value: Place
}

enum Corner {
    LEFT
    RIGHT
}

union Place {
    at: Integer
    beside: Shelf
}

structure Shelf {
    rows: Integers
}

list Integers {
    member: Integer
}

@uniqueItems
list Boxes {
    member: Box
}

structure Box {
    @required
    size: Size

    label: Label

    weight: BigDecimal

    inside: Things
}

intEnum Size {
    SMALL = 1
    LARGE = 2
}

list Things {
    member: Box
}

@sensitive
string Label
