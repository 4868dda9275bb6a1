$version: "2.0"

namespace shop

/// Each of these is no regular expression, neither of ECMA-262 nor of Java.
structure Patterns {
    @pattern("^(a$")
    group: String
    @pattern("^[b-a]$")
    range: String
    @pattern("^a{3,2}$")
    counts: String
    @pattern("^\\p{Nope}$")
    property: String
    @pattern("+")
    nothing: String
}

/// These are Java's, and stay without a check.
structure OfJava {
    @pattern("^(?>a|b)$")
    atomic: String
    @pattern("^\\Qa(\\E$")
    quoted: String
}
