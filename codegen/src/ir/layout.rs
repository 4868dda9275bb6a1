//! How members look in protocols that name what collections hold.

/// How a member looks, as far as that is not as usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct XmlLayout {
    /// Where its value stands.
    pub(crate) place: XmlPlace,
    /// The namespace that its element declares.
    pub(crate) namespace: Option<Namespace>,
    /// The name of the elements of a list.
    pub(crate) element: Option<String>,
    /// The name of the keys of a map.
    pub(crate) key: Option<String>,
    /// The namespace that keys declare.
    pub(crate) key_namespace: Option<Namespace>,
    /// The name of the values of a map.
    pub(crate) value: Option<String>,
    /// How the elements of a list or the values of a map look.
    pub(crate) held: Option<Box<XmlLayout>>,
}

impl XmlLayout {
    /// What of it a reader needs, if anything: elements of lists are read whatever their names and namespaces.
    pub(crate) fn as_read(&self) -> Option<Self> {
        let held = self.held.as_ref().and_then(|held| held.as_read()).map(Box::new);
        let (key, value) = (self.key.clone(), self.value.clone());
        Some(Self { key, value, held, ..Self::default() }).filter(|read| *read != Self::default())
    }
}

/// Where the value of a member stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum XmlPlace {
    /// In an element of its own.
    #[default]
    Element,
    /// In an attribute of the structure's element.
    Attribute,
    /// In as many elements as a list or map holds, in the place of one.
    Flattened,
}

/// A namespace of XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Namespace {
    /// Its prefix; empty for the default namespace.
    pub(crate) prefix: String,
    /// Its URI.
    pub(crate) uri: String,
}
