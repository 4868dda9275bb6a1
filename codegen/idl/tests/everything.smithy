// Every production of the grammar, once or more.
$version: "2.1"
$operationInputSuffix: "Request"
$operationOutputSuffix: "Response"

metadata numbers = [0, -1, 1.5, 10e+2, -2.5E-3, 123456789012345678901234567890]
metadata "quoted key" = {a: true, "b c": false, d: null, e: [{}, [], ], f: required}
metadata text = """
    One
      two \
    three "quoted"
    \u00e9 \ud83d\ude00
    """

namespace com.example.tea // a comment

use com.example.shared#Money
use com.example.shared#audited

/// A sort of tea,
///
///   with an indented line.
// not documentation
@length(min: 1, max: 100)
@pattern(#re "^\w+(\s\w+)*$")
@tags(["a" "b"])
string Sort

@mixin
@sensitive
string Secret

string Password with [Secret]

enum Strength {
    /// Hardly any.
    WEAK

    @deprecated(message: "nobody drinks it")
    MEDIUM = "medium",
    STRONG = "strong"
    /// Nothing follows.
}

intEnum Cups {
    ONE = 1
    MANY = 12
}

list Sorts { member: Sort }

map Prices {
    key: Sort
    @required
    value: Money
}

set Old { member: String }

@mixin
structure Dated {
    brewed: Timestamp = #timestamp "2024-01-01T00:00:00Z"
}

resource Pot {
    identifiers: { potId: String }
    properties: { sort: Sort, size: "Integer" }
    create: Brew
    read: com.example.tea#Look
    list: ListPots
    operations: [Pour, Pour]
    collectionOperations: []
    resources: [Lid]
}

resource Lid {}

@trait(selector: "*")
structure note { text: String }

@note
@audited()
@note(text: "once more")
structure Cup for Pot with [Dated, Marked] {
    @required
    $potId

    $brewed

    1. sort: Sort = "Earl Grey",
    2. size: Integer = 3 // comes behind
    3. tags: [String]
    4. prices: {String: [Money]}
    5. list: com.example.tea#Sorts
    @default(#hex """
        cafe  # the first two
        00 ff
        """)
    6. blob: Blob
    7. bytes: Blob = #b "\x00\n\377"
    structure: String
    with: String
    for: String
    apply: String
    /// documents nothing
}

@mixin structure Marked {}

union Drink {
    cup: Cup
    nothing: Unit,
}

operation Brew {
    input := 
        /// What to brew.
        @note
        for Pot with [Dated] {
            $sort
        }
    output := { pot: String }
    errors: [Empty, com.example.tea#Broken,]
}

@readonly operation Look { input: LookRequest, output: Cup }

@input
structure LookRequest { @required @resourceIdentifier("potId") potId: String }

operation ListPots {}
operation Pour { errors: [] }

@error("client") structure Empty {}
@error("server") @httpError(500)
structure Broken { message: String }

@title("Tea")
service Tea {
    version: "2024-01-01"
    operations: [Pour]
    resources: [Pot]
    errors: [Broken]
    rename: { "com.example.shared#Money": "Price" }
}

apply Cup$size @range(min: 1)
apply Tea {
    @documentation("Makes tea.")
    @suppress(["UnreferencedShape"])
}
apply Lid {}

/// At the very end.
