$version: "2.0"

namespace com.example

use aws.protocols#restXml

/// A shop whose messages are XML. Every way that a member can look is used once.
@restXml
@xmlNamespace(uri: "https://example.com/shop/")
service Shop {
    version: "2026-11-28"
    operations: [PutOrder, GetOrder, PutPrice, GetPlace, Ping]
    errors: [Closed]
}

/// Members in the body, in attributes and in elements of every form.
@examples([
    {
        title: "An order"
        input: {
            id: "a/b"
            kind: "company"
            customer: { name: "Uji & sons", since: "2020-02-29T12:00:00Z" }
            lines: [{ article: "```", count: 2, price: 1.50, parts: [] }]
            notes: ["<b>", "second"]
            discounts: { private: 0.5 }
            totals: { may: ["1", "2"] }
            sent: "2026-11-28T00:00:00Z"
            payment: { vouchers: ["v"] }
        }
        output: { order: "7", notes: ["done"] }
    }
    {
        title: "An order that is not there"
        input: { id: "0", customer: { name: "Uji" }, notes: [] }
        error: { shapeId: NotFound, content: { message: "It is not there.", what: "order", alternatives: ["1"] } }
    }
])
@http(method: "PUT", uri: "/orders/{id}")
@idempotent
operation PutOrder {
    input: PutOrderInput
    output: PutOrderOutput
    errors: [NotFound]
}

@input
structure PutOrderInput {
    @required
    @httpLabel
    id: String

    @xmlAttribute
    @xmlName("xsi:kind")
    kind: Kind

    @xmlAttribute
    priority: Integer = 1

    @xmlName("Customer")
    @xmlNamespace(uri: "https://example.com/customer/", prefix: "c")
    @required
    customer: Customer

    lines: Lines

    @xmlFlattened
    @required
    notes: Notes

    @xmlFlattened
    @xmlName("Discount")
    discounts: Discounts

    @xmlName("p:Totals")
    totals: Totals

    sizes: Matrix

    gaps: Gaps

    due: Timestamp

    @timestampFormat("epoch-seconds")
    sent: Timestamp

    payment: Payment

    @xmlFlattened
    secrets: Secrets

    flag: Boolean = true
}

@output
structure PutOrderOutput {
    @httpHeader("x-order")
    order: String

    customer: Customer

    payment: Payment

    @xmlFlattened
    notes: Notes
}

enum Kind {
    PRIVATE = "private"
    COMPANY = "company"
}

/// Only attributes.
structure Customer {
    @xmlAttribute
    @required
    name: String

    @xmlAttribute
    since: Timestamp
}

list Lines {
    @xmlName("Line")
    @xmlNamespace(uri: "https://example.com/line/")
    member: Line
}

structure Line {
    @required
    article: String

    count: Long

    price: BigDecimal

    picture: Blob

    parts: Lines
}

list Notes {
    member: String
}

map Discounts {
    @xmlName("Code")
    @xmlNamespace(uri: "https://example.com/code/")
    key: Kind

    @xmlName("Share")
    value: Double
}

map Totals {
    key: String
    value: Names
}

list Names {
    @xmlName("Name")
    member: String
}

@sensitive
map Secrets {
    key: String
    value: String
}

list Matrix {
    @xmlName("Row")
    member: Row
}

list Row {
    member: Float
}

@sparse
list Gaps {
    member: String
}

union Payment {
    cash: Unit

    card: Card

    @xmlFlattened
    vouchers: Notes
}

@sensitive
structure Card {
    number: String
}

/// A structure that is the whole body.
@examples([{
    title: "A price"
    input: { price: { currency: "EUR", amount: 3 } }
    output: { price: { currency: "EUR" } }
}])
@http(method: "PUT", uri: "/prices")
@idempotent
operation PutPrice {
    input := {
        @httpPayload
        @xmlName("NewPrice")
        price: Price
    }
    output := {
        @httpPayload
        price: Price
    }
}

@xmlName("PriceTag")
@xmlNamespace(uri: "https://example.com/price/", prefix: "p")
structure Price {
    @xmlAttribute
    currency: String

    amount: BigInteger
}

/// The order, with the name that its response has.
@http(method: "GET", uri: "/orders/{id}")
@readonly
operation GetOrder {
    input := {
        @required
        @httpLabel
        id: String
    }
    output: GetOrderOutput
    errors: [NotFound]
}

@xmlName("Order")
structure GetOrderOutput {
    line: Line
}

/// The outermost element of the response is the member itself.
@examples([{ title: "A place", output: { place: "Uji" } }])
@http(method: "GET", uri: "/place")
@readonly
@aws.customizations#s3UnwrappedXmlOutput
operation GetPlace {
    output: GetPlaceOutput
}

@xmlName("Place")
structure GetPlaceOutput {
    place: String
}

/// Nothing comes and nothing goes.
@http(method: "POST", uri: "/ping")
operation Ping {
    input := {}
    output := {}
}

@error("client")
@httpError(404)
structure NotFound {
    @xmlName("Message")
    message: String

    @httpHeader("x-what")
    what: String

    alternatives: Names
}

/// It says nothing.
@error("server")
structure Closed {}
