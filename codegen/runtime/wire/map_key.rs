//! The keys of maps.

/// The key of a map: a string, or an enum.
pub trait MapKey: Ord + Sized {
    /// The key as it stands on the wire.
    fn as_key(&self) -> &str;

    /// Takes a key from the wire; every text is one.
    fn from_key(key: String) -> Self;
}

impl MapKey for String {
    fn as_key(&self) -> &str {
        self
    }

    fn from_key(key: String) -> Self {
        key
    }
}
