$version: "2.0"
$version: "3.0"
metadata a = {b: 1, b: 01}

namespace com.example

use com.example.none#Nothing
use com.example.other#Sort
use com.example.third#Sort

structure First {
    a: Strin
    b String
    c: String = "\q"
    d: String,
    d: String
    1. e: String
    f: [String]
    $g
}

list Second {
    member: String
    other: String
}

structur Third {}

@documentation(text)
enum Fourth {
    A = 1
    B
}

operation Fifth {
    input := for First {
        @required a: String
    inputs: Sort
    output: Sort
}

resource Sixth { create: Missing }
string Seventh string Eighth
apply First$a @required @required
@length(min: 1
string Ninth
string Tenth
