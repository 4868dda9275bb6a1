$version: "2.0"

namespace com.example.names

use aws.protocols#awsJson1_1

/// Names of everything that Rust, cargo, file systems or generated code could call something itself.
@awsJson1_1
service EveryName {
    version: "1"
    operations: [
        Mod
        Operation
        Con
        Aux
        Nul
        Prn
        Com1
        Lpt9
        Type
        Async
        Main
        Lib
        Shapes
        Unknown
        Std
        Core
        Vec
        Crate
        Super
    ]
}

operation Mod {
    input: Members
    output: Types
    errors: [Unmodeled, UnmodeledValue, ModError, ErrorMembers]
}

operation Operation {}

operation Con {}

operation Aux {}

operation Nul {}

operation Prn {}

operation Com1 {}

operation Lpt9 {}

operation Type {
    input: TypeInput
    output: TypeInputBuilder
    errors: [TypeError]
}

operation Async {}

operation Main {}

operation Lib {}

operation Shapes {}

operation Unknown {}

operation Std {}

operation Core {}

operation Vec {}

operation Crate {}

operation Super {}

structure Members {
    abstract: smithy.api#Integer
    as: Text
    async: Text
    await: smithy.api#Integer
    become: Text
    box: Text
    break: smithy.api#Integer
    const: Text
    continue: Text
    do: smithy.api#Integer
    dyn: Text
    else: Text
    enum: smithy.api#Integer
    extern: Text
    false: Text
    final: smithy.api#Integer
    fn: Text
    for: Text
    gen: smithy.api#Integer
    if: Text
    impl: Text
    in: smithy.api#Integer
    let: Text
    loop: Text
    macro: smithy.api#Integer
    match: Text
    mod: Text
    move: smithy.api#Integer
    mut: Text
    override: Text
    priv: smithy.api#Integer
    pub: Text
    ref: Text
    return: smithy.api#Integer
    static: Text
    struct: Text
    trait: smithy.api#Integer
    true: Text
    try: Text
    type: smithy.api#Integer
    typeof: Text
    unsafe: Text
    unsized: smithy.api#Integer
    use: Text
    virtual: Text
    where: smithy.api#Integer
    while: Text
    yield: Text
    union: smithy.api#Integer
    auto: Text
    raw: Text
    safe: smithy.api#Integer
    default: Text
    macro_rules: Text
    crate: smithy.api#Integer
    self: Text
    super: Text
    bool: smithy.api#Integer
    char: Text
    str: Text
    u8: smithy.api#Integer
    u16: Text
    u32: Text
    u64: smithy.api#Integer
    u128: Text
    usize: Text
    i8: smithy.api#Integer
    i16: Text
    i32: Text
    i64: smithy.api#Integer
    i128: Text
    isize: Text
    f32: smithy.api#Integer
    f64: Text
    build: Text
    builder: smithy.api#Integer
    new: Text
    validate: Text
    validate_with: smithy.api#Integer
    check: Text
    fmt: Text
    clone: smithy.api#Integer
    eq: Text
    ne: Text
    hash: smithy.api#Integer
    cmp: Text
    partial_cmp: Text
    into: smithy.api#Integer
    from: Text
    to_string: Text
    to_owned: smithy.api#Integer
    as_str: Text
    as_ref: Text
    as_mut: smithy.api#Integer
    values: Text
    value: Text
    key: smithy.api#Integer
    drop: Text
    deref: Text
    add: smithy.api#Integer
    sub: Text
    mul: Text
    div: smithy.api#Integer
    rem: Text
    neg: Text
    not: smithy.api#Integer
    shl: Text
    shr: Text
    bitand: smithy.api#Integer
    bitor: Text
    bitxor: Text
    index: smithy.api#Integer
    borrow: Text
    from_str: Text
    from_iter: smithy.api#Integer
    into_iter: Text
    next: Text
    source: smithy.api#Integer
    code: Text
    message: Text
    Message2: smithy.api#Integer
    cause: Text
    description: Text
    due: smithy.api#Integer
    built: Text
    missing: Text
    object: smithy.api#Integer
    out: Text
    at: Text
    len: smithy.api#Integer
    is_empty: Text
    unwrap: Text
    iter: smithy.api#Integer
    wire: Text
    smithy: Text
    validation: smithy.api#Integer
    answers: Text
    checks: Text
    shapes: smithy.api#Integer
    operation: Text
    builders: Text
    root: smithy.api#Integer
    lib: Text
    call: Text
    codec: smithy.api#Integer
    protocol: Text
    report: Text
    serde_impls: smithy.api#Integer
    std: Text
    core: Text
    alloc: smithy.api#Integer
    here: Text
    case: Text
    map: smithy.api#Integer
    policy: Text
    _1foo: Text
    __2bar: smithy.api#Integer
    x: Text
    set_x: Text
    set_set_x: smithy.api#Integer
    x_value: Text
    set_build: Text
    build_value: smithy.api#Integer
    add_value: Text
    fooBar: Text
    foo_bar_2: Text
    FooBaz_: Text
    a: Text
    set_a: Text
    a_value: smithy.api#Integer
    set_a_value: Text
    SizeInGiB: Text
    PrivateIPv4Address: smithy.api#Integer
    IPv6: Text
    AllowedOAuthFlows: Text
    OAuth2: smithy.api#Integer
    MemoryMiB: Text
    CallbackURLs: Text
    vCPU: smithy.api#Integer
    NOAuth: Text
    AWSIoTThing: Text
    QoS: smithy.api#Integer
}

/// All types, and the same names as required members.
structure Types {
    of_Option: Option
    of_Some: Some
    of_None: None
    of_Result: Result
    of_Ok: Ok
    of_Err: Err
    of_String: String
    of_Box: Box
    of_Default: Default
    of_Clone: Clone
    of_Copy: Copy
    of_Debug: Debug
    of_Eq: Eq
    of_PartialEq: PartialEq
    of_Ord: Ord
    of_PartialOrd: PartialOrd
    of_Hash: Hash
    of_Drop: Drop
    of_Fn: Fn
    of_FnMut: FnMut
    of_FnOnce: FnOnce
    of_Iterator: Iterator
    of_IntoIterator: IntoIterator
    of_Extend: Extend
    of_From: From
    of_Into: Into
    of_TryFrom: TryFrom
    of_TryInto: TryInto
    of_AsRef: AsRef
    of_AsMut: AsMut
    of_ToString: ToString
    of_ToOwned: ToOwned
    of_Send: Send
    of_Sync: Sync
    of_Sized: Sized
    of_Unpin: Unpin
    of_BTreeMap: BTreeMap
    of_HashMap: HashMap
    of_Self: Self
    of_Unit: Unit
    of_Blob: Blob
    of_Timestamp: Timestamp
    of_Document: Document
    of_BigInteger: BigInteger
    of_BigDecimal: BigDecimal
    of_Writer: Writer
    of_Reader: Reader
    of_Structure: Structure
    of_ToWire: ToWire
    of_FromWire: FromWire
    of_Path: Path
    of_Violation: Violation
    of_Violations: Violations
    of_Report: Report
    of_Policy: Policy
    of_Cursor: Cursor
    of_Checker: Checker
    of_Validate: Validate
    of_Constraint: Constraint
    of_Rule: Rule
    of_Severity: Severity
    of_Request: Request
    of_Response: Response
    of_Auth: Auth
    of_Pages: Pages
    of_Error: Error
    of_ServiceError: ServiceError
    of_OperationError: OperationError
    of_UnmodeledError: UnmodeledError
    of_Infallible: Infallible
    of_Formatter: Formatter
    of_Display: Display
    of_Rc: Rc
    of_Arc: Arc
    of_Cow: Cow
    of_Con2: Con2
    of_Com2: Com2
    of_Shapes2: Shapes2
    of_Builders: Builders
    of_Answers: Answers
    of_Wire: Wire
    of_Smithy: Smithy
    of_Validation: Validation
    of_Root: Root
    of_Call: Call
    of_Codec: Codec
    of_u8: u8
    of_str: str
    of_IPv4Range: IPv4Range
    of_OAuthFlowType: OAuthFlowType
    of_A_b: A_b
    of_AB2: AB2
    of_Get_Url2: Get_Url2
    of__1Shape: _1Shape
    of_VecShape: VecShape
    of_LongBuilder: LongBuilder
    values: Variants
    choice: Choice
    odd: OddValues
    long: LongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongName
    required: RequiredMembers
}

structure Option {
    @required
    value: Text
}

union Some {
    Unknown: Text
    Self: Text
}

enum None {
    Unknown
    Ok
    Err
}

structure Result {
    inner: Result
}

structure Ok {
    @required
    value: Text
}

union Err {
    Unknown: Text
    Self: Text
}

enum String {
    Unknown
    Ok
    Err
}

structure Box {
    inner: Box
}

structure Default {
    @required
    value: Text
}

union Clone {
    Unknown: Text
    Self: Text
}

enum Copy {
    Unknown
    Ok
    Err
}

structure Debug {
    inner: Debug
}

structure Eq {
    @required
    value: Text
}

union PartialEq {
    Unknown: Text
    Self: Text
}

enum Ord {
    Unknown
    Ok
    Err
}

structure PartialOrd {
    inner: PartialOrd
}

structure Hash {
    @required
    value: Text
}

union Drop {
    Unknown: Text
    Self: Text
}

enum Fn {
    Unknown
    Ok
    Err
}

structure FnMut {
    inner: FnMut
}

structure FnOnce {
    @required
    value: Text
}

union Iterator {
    Unknown: Text
    Self: Text
}

enum IntoIterator {
    Unknown
    Ok
    Err
}

structure Extend {
    inner: Extend
}

structure From {
    @required
    value: Text
}

union Into {
    Unknown: Text
    Self: Text
}

enum TryFrom {
    Unknown
    Ok
    Err
}

structure TryInto {
    inner: TryInto
}

structure AsRef {
    @required
    value: Text
}

union AsMut {
    Unknown: Text
    Self: Text
}

enum ToString {
    Unknown
    Ok
    Err
}

structure ToOwned {
    inner: ToOwned
}

structure Send {
    @required
    value: Text
}

union Sync {
    Unknown: Text
    Self: Text
}

enum Sized {
    Unknown
    Ok
    Err
}

structure Unpin {
    inner: Unpin
}

structure BTreeMap {
    @required
    value: Text
}

union HashMap {
    Unknown: Text
    Self: Text
}

enum Self {
    Unknown
    Ok
    Err
}

structure Unit {
    inner: Unit
}

structure Blob {
    @required
    value: Text
}

union Timestamp {
    Unknown: Text
    Self: Text
}

enum Document {
    Unknown
    Ok
    Err
}

structure BigInteger {
    inner: BigInteger
}

structure BigDecimal {
    @required
    value: Text
}

union Writer {
    Unknown: Text
    Self: Text
}

enum Reader {
    Unknown
    Ok
    Err
}

structure Structure {
    inner: Structure
}

structure ToWire {
    @required
    value: Text
}

union FromWire {
    Unknown: Text
    Self: Text
}

enum Path {
    Unknown
    Ok
    Err
}

structure Violation {
    inner: Violation
}

structure Violations {
    @required
    value: Text
}

union Report {
    Unknown: Text
    Self: Text
}

enum Policy {
    Unknown
    Ok
    Err
}

structure Cursor {
    inner: Cursor
}

structure Checker {
    @required
    value: Text
}

union Validate {
    Unknown: Text
    Self: Text
}

enum Constraint {
    Unknown
    Ok
    Err
}

structure Rule {
    inner: Rule
}

structure Severity {
    @required
    value: Text
}

union Request {
    Unknown: Text
    Self: Text
}

enum Response {
    Unknown
    Ok
    Err
}

structure Auth {
    inner: Auth
}

structure Pages {
    @required
    value: Text
}

union Error {
    Unknown: Text
    Self: Text
}

enum ServiceError {
    Unknown
    Ok
    Err
}

structure OperationError {
    inner: OperationError
}

structure UnmodeledError {
    @required
    value: Text
}

union Infallible {
    Unknown: Text
    Self: Text
}

enum Formatter {
    Unknown
    Ok
    Err
}

structure Display {
    inner: Display
}

structure Rc {
    @required
    value: Text
}

union Arc {
    Unknown: Text
    Self: Text
}

enum Cow {
    Unknown
    Ok
    Err
}

structure Con2 {
    inner: Con2
}

structure Com2 {
    @required
    value: Text
}

union Shapes2 {
    Unknown: Text
    Self: Text
}

enum Builders {
    Unknown
    Ok
    Err
}

structure Answers {
    inner: Answers
}

structure Wire {
    @required
    value: Text
}

union Smithy {
    Unknown: Text
    Self: Text
}

enum Validation {
    Unknown
    Ok
    Err
}

structure Root {
    inner: Root
}

structure Call {
    @required
    value: Text
}

union Codec {
    Unknown: Text
    Self: Text
}

enum u8 {
    Unknown
    Ok
    Err
}

structure str {
    inner: str
}

structure IPv4Range {
    @required
    value: Text
}

union OAuthFlowType {
    Unknown: Text
    Self: Text
}

enum A_b {
    Unknown
    Ok
    Err
}

structure AB2 {
    inner: AB2
}

structure Get_Url2 {
    @required
    value: Text
}

union _1Shape {
    Unknown: Text
    Self: Text
}

enum VecShape {
    Unknown
    Ok
    Err
}

@error("client")
structure Unmodeled {
    message: Text
}

@error("client")
structure UnmodeledValue {
    message: Text
}

@error("client")
structure ModError {
    message: Text
}

structure TypeInput {
    @required
    value: Text
}

structure TypeInputBuilder {
    @required
    value: Text
}

structure LongBuilder {
    @required
    value: Text
}

@error("server")
structure TypeError {
    message: Text
}

@error("server")
structure ErrorMembers {
    @required
    Message: Text
    source: Text
    code: Text
    cause: Text
    description: Text
    fmt: Text
    facts: Text
    status: smithy.api#Integer
    retryable: smithy.api#Boolean
}

structure RequiredMembers {
    @required
    abstract: Text
    @required
    as: Text
    @required
    async: Text
    @required
    await: Text
    @required
    become: Text
    @required
    box: Text
    @required
    break: Text
    @required
    const: Text
    @required
    continue: Text
    @required
    do: Text
    @required
    dyn: Text
    @required
    else: Text
    @required
    enum: Text
    @required
    extern: Text
    @required
    false: Text
    @required
    final: Text
    @required
    fn: Text
    @required
    for: Text
    @required
    gen: Text
    @required
    if: Text
    @required
    impl: Text
    @required
    in: Text
    @required
    let: Text
    @required
    loop: Text
    @required
    macro: Text
    @required
    match: Text
    @required
    mod: Text
    @required
    move: Text
    @required
    mut: Text
    @required
    override: Text
    @required
    priv: Text
    @required
    pub: Text
    @required
    ref: Text
    @required
    return: Text
    @required
    static: Text
    @required
    struct: Text
    @required
    trait: Text
    @required
    true: Text
    @required
    try: Text
    @required
    type: Text
    @required
    typeof: Text
    @required
    unsafe: Text
    @required
    unsized: Text
    @required
    use: Text
    @required
    virtual: Text
    @required
    where: Text
    @required
    while: Text
    @required
    yield: Text
    @required
    union: Text
    @required
    auto: Text
    @required
    raw: Text
    @required
    safe: Text
    @required
    default: Text
    @required
    macro_rules: Text
    @required
    crate: Text
    @required
    self: Text
    @required
    super: Text
    @required
    build: Text
    @required
    builder: Text
    @required
    new: Text
    @required
    validate: Text
    @required
    validate_with: Text
    @required
    check: Text
    @required
    fmt: Text
    @required
    clone: Text
    @required
    eq: Text
    @required
    ne: Text
    @required
    hash: Text
    @required
    cmp: Text
    @required
    partial_cmp: Text
    @required
    into: Text
    @required
    from: Text
    @required
    to_string: Text
    @required
    to_owned: Text
    @required
    as_str: Text
    @required
    as_ref: Text
    @required
    as_mut: Text
    @required
    values: Text
    @required
    value: Text
    @required
    key: Text
    @required
    drop: Text
    @required
    deref: Text
    @required
    add: Text
    @required
    sub: Text
    @required
    mul: Text
    @required
    div: Text
    @required
    rem: Text
    @required
    neg: Text
    @required
    not: Text
    @required
    shl: Text
    @required
    shr: Text
    @required
    bitand: Text
    @required
    bitor: Text
    @required
    bitxor: Text
    @required
    index: Text
    @required
    borrow: Text
    @required
    from_str: Text
    @required
    from_iter: Text
    @required
    into_iter: Text
    @required
    next: Text
    @required
    source: Text
    @required
    code: Text
    @required
    message: Text
    @required
    Message2: Text
    @required
    cause: Text
    @required
    description: Text
    @required
    due: Text
    @required
    built: Text
    @required
    missing: Text
    @required
    object: Text
    @required
    out: Text
    @required
    at: Text
    @required
    len: Text
    @required
    is_empty: Text
    @required
    unwrap: Text
    @required
    iter: Text
    @required
    _1foo: Text
    @required
    __2bar: Text
    @required
    x: Text
    @required
    set_x: Text
    @required
    set_set_x: Text
    @required
    x_value: Text
    @required
    set_build: Text
    @required
    build_value: Text
    @required
    add_value: Text
    @required
    fooBar: Text
    @required
    foo_bar_2: Text
    @required
    FooBaz_: Text
    @required
    a: Text
    @required
    set_a: Text
    @required
    a_value: Text
    @required
    set_a_value: Text
    @required
    SizeInGiB: Text
    @required
    PrivateIPv4Address: Text
    @required
    IPv6: Text
    @required
    AllowedOAuthFlows: Text
    @required
    OAuth2: Text
    @required
    MemoryMiB: Text
    @required
    CallbackURLs: Text
    @required
    vCPU: Text
    @required
    NOAuth: Text
    @required
    AWSIoTThing: Text
    @required
    QoS: Text
}

structure LongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongName {
    LongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongName: Text
    inner: LongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongName2
}

enum LongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongName2 {
    LongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongNameongName
}

enum Variants {
    Option
    Some
    None
    Result
    Ok
    Err
    Vec
    String
    Box
    Default
    Clone
    Copy
    Debug
    Eq
    PartialEq
    Ord
    PartialOrd
    Hash
    Drop
    Fn
    FnMut
    FnOnce
    Iterator
    IntoIterator
    Extend
    From
    Into
    TryFrom
    TryInto
    AsRef
    AsMut
    ToString
    ToOwned
    Send
    Sync
    Sized
    Unpin
    BTreeMap
    HashMap
    Self
    Unit
    Blob
    Timestamp
    Document
    BigInteger
    BigDecimal
    Writer
    Reader
    Structure
    ToWire
    FromWire
    Path
    Violation
    Violations
    Report
    Policy
    Cursor
    Checker
    Validate
    Constraint
    Rule
    Severity
    Request
    Response
    Operation
    Auth
    Pages
    Error
    ServiceError
    OperationError
    UnmodeledError
    Infallible
    Formatter
    Display
    Rc
    Arc
    Cow
    abstract
    as
    async
    await
    become
    break
    const
    continue
    do
    dyn
    else
    enum
    extern
    false
    final
    for
    gen
    if
    impl
    in
    let
    loop
    macro
    match
    mod
    move
    mut
    override
    priv
    pub
    ref
    return
    static
    struct
    trait
    true
    try
    type
    typeof
    unsafe
    unsized
    use
    virtual
    where
    while
    yield
    union
    auto
    raw
    safe
    macro_rules
    crate
    super
    UNKNOWN
    UnknownValue
    _1
    a_b
    values
    as_str
}

union Choice {
    Option: Text
    Some: Text
    None: Text
    Result: Text
    Ok: Text
    Err: Text
    Vec: Text
    String: Text
    Box: Text
    Default: Text
    Clone: Text
    Copy: Text
    Debug: Text
    Eq: Text
    PartialEq: Text
    Ord: Text
    PartialOrd: Text
    Hash: Text
    Drop: Text
    Fn: Text
    FnMut: Text
    FnOnce: Text
    Iterator: Text
    IntoIterator: Text
    Extend: Text
    From: Text
    Into: Text
    TryFrom: Text
    TryInto: Text
    AsRef: Text
    AsMut: Text
    ToString: Text
    ToOwned: Text
    Send: Text
    Sync: Text
    Sized: Text
    Unpin: Text
    BTreeMap: Text
    HashMap: Text
    Self: Text
    Unit: Text
    Blob: Text
    Timestamp: Text
    Document: Text
    BigInteger: Text
    BigDecimal: Text
    Writer: Text
    Reader: Text
    Structure: Text
    ToWire: Text
    FromWire: Text
    Path: Text
    Violation: Text
    Violations: Text
    Report: Text
    Policy: Text
    Cursor: Text
    Checker: Text
    Validate: Text
    Constraint: Text
    Rule: Text
    Severity: Text
    Request: Text
    Response: Text
    Operation: Text
    Auth: Text
    Pages: Text
    Error: Text
    ServiceError: Text
    OperationError: Text
    UnmodeledError: Text
    Infallible: Text
    Formatter: Text
    Display: Text
    Rc: Text
    Arc: Text
    Cow: Text
    UNKNOWN: Text
    unknown_value: Text
}

@enum([
    { value: "*" }
    { value: "<" }
    { value: "<=" }
    { value: "a-b" }
    { value: "2xlarge" }
    { value: "2-xlarge" }
    { value: "µs" }
    { value: "ms" }
    { value: "M s" }
    { value: "東京" }
    { value: "São" }
    { value: "São" }
    { value: "а" }
    { value: "U2A" }
    { value: "unknown" }
    { value: "self" }
    { value: "crate" }
    { value: "err" }
    { value: "ok" }
    { value: "_" }
    { value: "__" }
    { value: "-" }
    { value: "--" }
    { value: "1" }
    { value: "01" }
    { value: "😀" }
    { value: "null" }
    { value: "true" }
    { value: "con" }
    { value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
])
string OddValues

string Text
