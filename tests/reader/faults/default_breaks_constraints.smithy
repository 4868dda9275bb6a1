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
}

@length(min: 3)
string Sort
