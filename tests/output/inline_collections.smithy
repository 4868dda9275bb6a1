$version: "2.1"

namespace com.example.inline

use aws.protocols#awsJson1_1

/// Keeps shelves.
@awsJson1_1
@unstableFeatures(
    robots: { message: "Shelves that fetch what is on them", reason: "they are being built" }
)
service Shelves {
    operations: [Store]
}

/// Stores things.
@idempotent(exists: [Taken])
@unstable(featureId: "robots")
operation Store {
    input := {
        /// What is stored.
        @required
        1. things: [Thing]

        2. labels: { String: String }

        3. nested: { String: [Integer] }

        4. deep: [[[Thing]]]

        @unstable
        5. byThing: { Kind: { String: [Timestamp] } }
    }

    output := {
        ids: [String]
    }

    errors: [Taken]
}

structure Thing {
    kind: Kind
    parts: [Thing]
    since: Timestamp = #timestamp "1985-04-12T23:20:50Z"
}

enum Kind {
    BOOK
    MAP
}

/// Something is there already.
@error("client")
structure Taken {
    at: [Place]
}

union Place {
    shelf: String
    shelves: [String]
}
