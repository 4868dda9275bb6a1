$version: "2.0"

namespace teahouse

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery
use aws.protocols#awsQueryError

/// Serves tea.
@service(sdkId: "Tea House", endpointPrefix: "teahouse")
@sigv4(name: "teahouse")
@awsQuery
@xmlNamespace(uri: "https://teahouse.example/doc/2026-05-01/")
@title("Tea House")
service TeaHouse {
    version: "2026-05-01"
    operations: [Order, ListTeas, Ping, Watch]
    errors: [BusyException]
}

/// Orders tea.
@examples([
    {
        title: "Two cups"
        input: {
            table: "7 by the window"
            seats: [{ kind: "BENCH", number: 2 }]
            cups: [{ tea: "Sencha", steeped: 90 }, { tea: "Assam", extras: { milk: "oat" } }]
            notes: { first: "hot", second: "no sugar & no lemon" }
        }
        output: { order: { id: "o-1 <now>", cups: [{ tea: "Sencha", extras: { milk: "oat" } }, {tea: "Assam"}] } }
    }
    {
        title: "Too late"
        input: { table: "7", cups: [], seats: [] }
        error: { shapeId: SoldOutException, content: { message: "no more", tea: "Sencha" } }
    }
])
@requestCompression(encodings: ["gzip"])
operation Order {
    input: OrderRequest
    output: OrderResponse
    errors: [SoldOutException, NoTableException]
}

@input
structure OrderRequest {
    /// Where the guest sits.
    @required
    @length(min: 1, max: 40)
    table: String

    /// What is in the cups.
    @required
    cups: Cups

    @required
    seats: Seats

    /// Kept apart by their names.
    @xmlFlattened
    @xmlName("Note")
    notes: Notes

    /// Several lists in one.
    rounds: Rounds

    @xmlFlattened
    wishes: Texts

    @timestampFormat("epoch-seconds")
    until: Timestamp

    since: Timestamp

    @idempotencyToken
    token: String

    card: Card

    payment: Payment

    mood: Mood = "calm"
}

structure OrderResponse {
    order: PlacedOrder
    @xmlName("Waiting")
    waiting: Integer
}

structure PlacedOrder {
    @required
    id: String
    cups: Cups
    placed: Timestamp
}

list Cups {
    @xmlName("Cup")
    member: Cup
}

/// A cup, in an order and in what was ordered.
structure Cup {
    @required
    tea: String

    @xmlName("Seconds")
    steeped: Integer = 60

    extras: Notes

    beside: Cup
}

/// Only ever sent.
list Seats {
    member: Seat
}

structure Seat {
    @required
    kind: SeatKind
    @required
    number: Integer
}

enum SeatKind {
    CHAIR
    BENCH
}

map Notes {
    @xmlName("Name")
    key: String

    @xmlName("Value")
    value: String
}

list Rounds {
    member: Round
}

list Round {
    @xmlName("n")
    member: Integer
}

list Texts {
    member: String
}

@sensitive
blob Card

/// How to pay.
union Payment {
    coins: Integer
    @xmlName("Voucher")
    voucher: String
}

enum Mood {
    CALM = "calm"
    HURRIED = "hurried"
}

/// What there is.
@readonly
@paginated(inputToken: "marker", outputToken: "marker", items: "teas", pageSize: "most")
operation ListTeas {
    input := {
        marker: String
        @range(min: 1, max: 100)
        most: Integer
    }
    output := {
        marker: String
        @required
        teas: Teas
    }
}

list Teas {
    member: Tea
}

structure Tea {
    name: String
    price: Double
    kind: TeaKind
}

intEnum TeaKind {
    GREEN = 1
    BLACK = 2
}

/// Answers at once.
@endpoint(hostPrefix: "now.")
operation Ping {}

/// Watches a table.
@endpoint(hostPrefix: "{table}.")
operation Watch {
    input := {
        @required
        @hostLabel
        table: String
    }
}

/// There is no more of it.
@error("client")
@awsQueryError(code: "SoldOut", httpResponseCode: 410)
structure SoldOutException {
    message: String
    tea: String
}

/// Nobody sits there.
@error("client")
@httpError(404)
structure NoTableException {
    message: String
}

/// Too many guests.
@error("server")
@retryable(throttling: true)
structure BusyException {
    message: String
}
