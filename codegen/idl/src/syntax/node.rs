//! The kinds of nodes.

/// What a node is, named after the productions of the grammar
/// ([Smithy IDL, ABNF](https://smithy.io/2.0/spec/idl.html#smithy-idl-abnf)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// The whole text.
    File,
    /// `$key: value`.
    ControlStatement,
    /// `metadata key = value`.
    MetadataStatement,
    /// `namespace name`.
    NamespaceStatement,
    /// The name of a namespace.
    NamespaceName,
    /// `use namespace#Name`.
    UseStatement,
    /// A shape with its documentation and traits.
    ShapeStatement,
    /// `apply id @trait` and `apply id { @trait }`.
    ApplyStatement,
    /// Documentation comments that document a shape or a member.
    Documentation,
    /// Documentation comments before the end of a body or of the file, which document nothing.
    DanglingDocumentation,
    /// `@id(value)`.
    Trait,
    /// The `key: value` pairs between the parentheses of a trait.
    TraitStructure,
    /// The name that a shape is defined with.
    ShapeName,
    /// `with [ids]`.
    Mixins,
    /// `for id`.
    ForResource,
    /// `{ members }` of an aggregate or enum shape.
    Members,
    /// `name: target`.
    Member,
    /// `$name`.
    ElidedMember,
    /// `NAME` of an enum.
    EnumMember,
    /// `1.` before a member.
    MemberIndex,
    /// `[target]` as the target of a member.
    InlineList,
    /// `{key: value}` as the target of a member.
    InlineMap,
    /// `= value` after a member.
    ValueAssignment,
    /// `{ properties }` of an operation.
    OperationBody,
    /// `input`, `output` or `errors`.
    OperationProperty,
    /// A structure after `:=`.
    InlineStructure,
    /// A relative or absolute shape id.
    ShapeId,
    /// `[values]`.
    Array,
    /// `{key: value}` as a value.
    Object,
    /// One `key: value` of an object or a trait.
    KeyValue,
    /// The key of an object, a trait, a control or a metadata statement.
    Key,
    /// A number as a value.
    Number,
    /// A string or text block as a value.
    String,
    /// `#tag "text"`.
    TaggedString,
    /// `true`, `false` or `null`.
    Keyword,
    /// What was skipped after a fault.
    Skipped,
}
