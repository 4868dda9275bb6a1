$version: "2.0"

namespace com.example.old

use aws.protocols#awsJson1_1

/// Deprecated things, wherever code could name them: by member, type, value, error, operation; sensitive, recursive,
/// nested, renamed, from mixins, with defaults and constraints.
@awsJson1_1
@suppress(["DeprecatedShape", "DeprecatedTrait"])
service Old {
    version: "1"
    operations: [Everything, OldOperation, OldInput, StreamOld]
    errors: [OldError]
    rename: { "com.example.old#Renamed": "Moved" }
}

operation Everything {
    input: EverythingInput
    output: EverythingOutput
    errors: [OldError, OldMessage, OldRequiredMessage, SecretMessage]
}

@deprecated
operation OldOperation {
    input: OldOperationInput
    output: OldStructure
    errors: [OldError]
}

operation OldInput {
    input: OldInputInput
    output: Unit
}

@deprecated
structure OldInputInput {
    @required
    @deprecated
    a: String

    again: OldInputInput
}

structure OldOperationInput {
    @deprecated
    only: OldEnum
}

operation StreamOld {
    input := {
        @required
        @deprecated
        body: OldStream
    }

    output := {
        @deprecated
        body: OldStream
    }
}

@deprecated
structure Renamed {
    again: Renamed
}

@deprecated
blob OldStream

@mixin
structure OldMembers {
    @deprecated(message: "Use `b`.", since: "2020")
    mixedIn: OldString

    @deprecated
    @required
    mixedInRequired: OldEnum
}

@mixin
@deprecated
structure OldMixin {
    ofOldMixin: OldList
}

structure Mixed with [OldMembers] {}

structure AlsoMixed with [OldMixin, OldMembers] {}

structure EverythingInput with [OldMembers] {
    structure: OldStructure

    @required
    requiredStructure: OldStructure

    union: OldUnion

    @required
    enum: OldEnum

    intEnum: OldIntEnum

    list: OldList

    sparse: SparseOldList

    map: OldMap

    keys: OldKeys

    deep: Deep4

    keysInLists: KeysInLists

    @deprecated
    deprecatedToo: OldStructure

    @deprecated
    @required
    deprecatedAndRequired: OldList

    simple: OldString

    @deprecated
    @length(min: 1, max: 3)
    short: String

    @length(min: 1)
    enums: OldEnums

    withOldValues: WithOldValues

    withOldNumbers: WithOldNumbers

    secrets: Secrets

    secretMembers: SecretMembers

    secretUnion: SecretUnion

    secretVariants: SecretVariants

    unions: WithOldVariants

    moved: Renamed

    mixed: Mixed

    alsoMixed: AlsoMixed

    recursive: RecursiveStructure

    recursiveUnion: RecursiveUnion

    defaults: Defaults

    allRequired: AllRequired
}

structure EverythingOutput {
    structure: OldStructure
    recursive: RecursiveStructure
    mutual: FirstOfTwo
    enums: OldEnums
    deep: Deep4
}

@deprecated
structure OldStructure {
    a: String

    @deprecated
    b: String

    inner: OldInner
}

@deprecated
structure OldInner {
    @required
    outer: OldStructure

    value: OldEnum
}

@deprecated
union OldUnion {
    a: String

    @deprecated
    b: OldStructure

    none: Unit
}

@deprecated
enum OldEnum {
    A

    @deprecated
    B
}

@deprecated
intEnum OldIntEnum {
    ONE = 1

    @deprecated
    TWO = 2
}

enum WithOldValues {
    A

    @deprecated
    B
}

intEnum WithOldNumbers {
    ONE = 1

    @deprecated
    TWO = 2
}

union WithOldVariants {
    new: String

    @deprecated
    @length(min: 2)
    old: String

    oldType: OldEnum

    oldList: OldList

    @deprecated
    oldBoth: OldStructure

    @deprecated
    nothing: Unit
}

@deprecated
@length(max: 9)
string OldString

@deprecated
@length(max: 9)
list OldList {
    member: OldStructure
}

@sparse
list SparseOldList {
    member: OldEnum
}

list OldEnums {
    member: OldEnum
}

map OldMap {
    key: String
    value: OldUnion
}

map OldKeys {
    key: OldEnum
    value: String
}

list KeysInLists {
    member: OldKeys
}

list Deep1 {
    member: OldEnum
}

list Deep2 {
    member: Deep1
}

@uniqueItems
list Deep3 {
    member: Deep2
}

@deprecated
list Deep4 {
    member: Deep3
}

@sensitive
structure Secrets {
    @deprecated
    a: String

    @deprecated
    @required
    b: OldEnum
}

@deprecated
@sensitive
string OldSecret

structure SecretMembers {
    @deprecated
    optional: OldSecret

    @deprecated
    @required
    required: OldSecret
}

structure RequiredSecret {
    @deprecated
    @required
    required: OldSecret
}

@sensitive
union SecretUnion {
    @deprecated
    a: String

    b: OldEnum
}

union SecretVariants {
    @deprecated
    a: OldSecret

    b: OldStructure
    only: RequiredSecret
}

@deprecated
@sensitive
enum OldSecretEnum {
    A

    @deprecated
    B
}

@deprecated
structure RecursiveStructure {
    itself: RecursiveStructure
    list: RecursiveStructures
    map: RecursiveMap

    @deprecated
    old: RecursiveStructure

    others: OldStructure
}

list RecursiveStructures {
    member: RecursiveStructure
}

map RecursiveMap {
    key: OldEnum
    value: RecursiveStructures
}

@deprecated
union RecursiveUnion {
    itself: RecursiveUnion
    list: RecursiveUnions
    leaf: String
}

list RecursiveUnions {
    member: RecursiveUnion
}

@deprecated
structure FirstOfTwo {
    second: SecondOfTwo
}

@deprecated
structure SecondOfTwo {
    @required
    firsts: FirstsOfTwo
}

list FirstsOfTwo {
    member: FirstOfTwo
}

structure Defaults {
    @deprecated
    text: String = "a"

    enum: OldEnum = "A"

    @required
    oldEnum: WithOldValues = "B"

    @deprecated
    @required
    number: OldIntEnum = 2

    list: OldList = []
}

structure AllRequired {
    @required
    a: OldStructure

    @required
    b: OldKeys

    @required
    c: Deep4

    @required
    d: OldSecretEnum

    @required
    e: OldUnion
}

@deprecated
@error("client")
structure OldError {
    @deprecated
    message: String
}

@error("client")
structure OldMessage {
    @deprecated
    message: OldString
}

@error("server")
structure OldRequiredMessage {
    @deprecated
    @required
    message: String
}

@error("server")
structure SecretMessage {
    @deprecated
    message: OldSecret
}
