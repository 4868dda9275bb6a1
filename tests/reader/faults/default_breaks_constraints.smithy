$version: "2.0"

namespace shop

structure Order {
    @length(max: 2)
    code: String = "abc"

    @range(min: 1)
    count: Integer = 0

    @pattern("^[a-z]+$")
    name: String = "A"

    sort: Sort = "zz"

    since: Timestamp = "yesterday"

    until: Timestamp = "1900-02-29T00:00:00Z"

    beyond: Timestamp = 1e30

    share: Float = 1e39

    part: Double = 1e400
}

@length(min: 3)
string Sort
