//! The headers of a message: any number, in order, whatever the case of their names.

use std::borrow::Cow;
use std::fmt;

/// Headers with their values. `Debug` shows their names alone, since values may be secrets.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Headers {
    list: Vec<(Cow<'static, str>, Cow<'static, str>)>,
}

impl Headers {
    /// No headers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a header, in the place of those that have its name.
    pub fn set(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Cow<'static, str>>) {
        let name = name.into();
        self.list.retain(|(own, _)| !own.eq_ignore_ascii_case(&name));
        self.list.push((name, value.into()));
    }

    /// Adds a header beside those that have its name.
    pub fn append(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Cow<'static, str>>) {
        self.list.push((name.into(), value.into()));
    }

    /// The first value of a header.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// How many headers there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Each header with its value, in order. What the crate writes has names in lower case.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.list.iter().map(|(name, value)| (&**name, &**value))
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

/// Takes the headers of any HTTP client or server that gives names and values; bytes that are not UTF-8 are replaced.
impl<N: AsRef<str>, V: AsRef<[u8]>> FromIterator<(N, V)> for Headers {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(headers: I) -> Self {
        let owned = |(name, value): (N, V)| {
            let value = String::from_utf8_lossy(value.as_ref()).into_owned();
            (Cow::Owned(name.as_ref().to_owned()), Cow::Owned(value))
        };
        Self { list: headers.into_iter().map(owned).collect() }
    }
}
