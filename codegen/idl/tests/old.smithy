// A file of version 1.0, which names no version, with commas.
metadata a = "b"
namespace com.example.old
use com.example.shared#Money

@deprecated
structure Thing {
    @required
    name: String,
    price: Money,
}

set Names { member: String }
service Shop { version: "1", operations: [Get] }
@readonly operation Get { input: Thing, output: Thing, errors: [] }
apply Thing$name @documentation("The name.")
