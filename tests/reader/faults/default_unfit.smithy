$version: "2"

namespace a

structure Defaults {
    byte: Byte = 300
    short: Short = -32769
    integer: Integer = 2147483648
    long: Long = 9223372036854775807
    document: Document = [1]
    object: Document = { "a": 1 }
    empty: Document = {}
    blob: Blob = "a b"
    short_blob: Blob = "YQ="
    right: Blob = "YQ=="
}
