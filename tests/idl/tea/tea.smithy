$version: "2.1"

namespace com.example.tea

use aws.protocols#awsJson1_1
use com.example.shared#Money

/// Makes tea.
@title("Tea")
@awsJson1_1
service Tea {
    version: "2024-01-01"
    resources: [Pot]
    errors: [Empty]
}

resource Pot {
    identifiers: { potId: PotId }
    properties: { sort: Sort, cups: Integer, sugar: Integer, brewed: Timestamp }
    create: Brew
    read: Look
}

@pattern(#re "^pot-\d+$")
string PotId

enum Sort {
    /// From Assam.
    ASSAM

    DARJEELING = "darjeeling"
}

@mixin
structure Sweetened {
    /// Lumps of sugar.
    @range(min: 0, max: 5)
    sugar: Integer
}

/// Brews a pot.
operation Brew {
    input := for Pot with [Sweetened] {
        @required
        $sort

        $cups = 1
        @notProperty
        remarks: [String]
        @notProperty
        prices: {Sort: [Money]}
    }
    output := for Pot {
        @required
        $potId
    }
    errors: [Broken]
}

@readonly
operation Look {
    input := for Pot {
        @required
        $potId
    }
    output := for Pot {
        $sort
        brewed: Timestamp
    }
}

@error("client")
structure Empty {
    message: String
}

@error("server")
structure Broken {}

apply Broken @documentation("""
    The pot is broken:
    it cannot be used.""")
