$version: "2.0"

namespace com.example.cases

use aws.protocols#awsJson1_1
use smithygen.rules#asks
use smithygen.rules#keyTable
use smithygen.rules#keyedBy

/// A key table whose enum, values and members are deprecated: code that names them expects it.
@awsJson1_1
service DeprecatedCases {
    version: "1"
    operations: [Brew, Steep]
}

operation Brew {
    input: BrewRequest
    output: BrewResponse
}

operation Steep {
    input: SteepRequest
    output: SteepResponse
}

@keyedBy(map: "Leaves", by: "Sort", step: "sort_of", refuses: { BLACK: { documentation: "No black tea.", sources: ["the cook"] } })
structure BrewRequest {
    @deprecated
    Sort: TeaSort
    Leaves: Leaves
}

@asks(table: "com.example.cases#Leaves", by: "Sort", carries: ["Pot"])
structure BrewResponse {
    Sort: TeaSort
    @deprecated
    Pot: String
}

@keyedBy(map: "Wood", by: "Kind", step: "kind_of", refuses: { OAK: { documentation: "No oak.", sources: ["the cook"] } })
structure SteepRequest {
    Kind: WoodKind
    Wood: Wood
}

@deprecated
@asks(table: "com.example.cases#Wood", by: "Kind")
structure SteepResponse {
    Kind: WoodKind
}

enum TeaSort {
    @deprecated
    BLACK
    GREEN
}

@deprecated(message: "Wood is no tea.")
enum WoodKind {
    OAK
    ELM
}

@keyTable(
    id: "leaves"
    answer: "LeavesOf"
    due: "LeavesDue"
    cases: "com.example.cases#TeaSort"
    documentation: "What goes into the pot."
    sources: ["the cook"]
    byCase: {
        BLACK: { documentation: "Black tea.", keys: { CUPS: { documentation: "How many cups." } } }
        GREEN: { documentation: "Green tea." }
    }
)
map Leaves {
    key: String
    value: String
}

@keyTable(
    id: "wood"
    answer: "WoodOf"
    due: "WoodDue"
    cases: "com.example.cases#WoodKind"
    documentation: "What goes into the fire."
    sources: ["the cook"]
    byCase: {
        OAK: { documentation: "Oak." }
        ELM: { documentation: "Elm." }
    }
)
map Wood {
    key: String
    value: String
}
