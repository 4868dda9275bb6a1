//! How members look in protocols that name what a list or map holds.

/// How a member looks, where that is not as usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Where its value stands.
    pub place: Place,
    /// The namespace that its element declares: a prefix, which is empty for the default namespace, and its URI.
    pub namespace: Option<(&'static str, &'static str)>,
    /// The name of the elements of a list.
    pub element: &'static str,
    /// The name of the keys of a map.
    pub key: &'static str,
    /// The namespace that keys declare.
    pub key_namespace: Option<(&'static str, &'static str)>,
    /// The name of the values of a map.
    pub value: &'static str,
    /// How the elements of a list or the values of a map look.
    pub held: Option<&'static Layout>,
}

/// Where the value of a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In an element of its own.
    Element,
    /// In an attribute of the structure's element.
    Attribute,
    /// In as many elements as a list or map holds, in the place of one.
    Flattened,
}

impl Layout {
    /// How members usually look.
    pub const USUAL: Self = Self {
        place: Place::Element,
        namespace: None,
        element: "member",
        key: "key",
        key_namespace: None,
        value: "value",
        held: None,
    };
    /// A member that is an attribute.
    pub const ATTRIBUTE: Self = Self { place: Place::Attribute, ..Self::USUAL };
    /// A list or map that is flattened.
    pub const FLATTENED: Self = Self { place: Place::Flattened, ..Self::USUAL };
}
