$version: "1.0"

metadata tools = [{ z: 1, a: { y: [2], b: 0.50 } }]

namespace old

service Kettle {
    version: "",
    operations: [Pour, Boil],
}

operation Boil {
    input: BoilInput,
}

@readonly
operation Pour {}

structure BoilInput {
    degrees: PrimitiveInteger,
    @box
    minutes: PrimitiveLong,
    @required
    seconds: Seconds,
    words: Words,
}

integer Seconds

set Words {
    member: String,
}

apply BoilInput$degrees @range(min: 1)
apply BoilInput @documentation("Hot \"water\"\n\ttab \\ back.")
