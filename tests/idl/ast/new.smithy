$version: "2.1"

metadata tools = [{ name: "second" }]

namespace new

use old#Words

resource Pot {
    identifiers: { potId: String }
    properties: { sort: Sort, name: String, size: Size, words: Words }
    read: GetPot
    list: ListPots
    operations: [Zap, Clean]
}

operation Zap {
    input := for Pot {
        @required
        $potId
    }
}

operation Clean {
    input := for Pot {
        @required
        $potId
    }
}

@readonly
operation GetPot {
    input := for Pot with [Named] {
        @required
        $potId

        /// Overridden.
        $name
    }

    output := for Pot {
        @notProperty
        sorts: [Sort]

        @notProperty
        byName: { String: [Sort] }

        words: Words

        $sort
    }

    errors: [Second, First]
}

@readonly
operation ListPots {
    output := {}
}

@error("client")
structure First {}

@error("server")
structure Second {}

@mixin
structure Named {
    name: String
    size: Size
}

structure Cup with [Named] {
    full: Boolean = false
}

apply Cup$size @deprecated

enum Sort {
    GREEN
    BLACK = "black"
}

intEnum Size {
    SMALL = 1
}

@mixin(localTraits: [internal])
@internal
list Base {
    member: Sort
}

list Sorts with [Base] {}
