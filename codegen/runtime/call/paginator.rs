//! Listings that come in pages, without a connection: what is asked for next follows from what was answered.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::hash::{BuildHasher, Hash, RandomState};

use super::operation::Operation;

/// An operation whose results come in pages.
pub trait Paged: Operation {
    /// What names a page.
    type Token: PageToken;
    /// The results of a page, or the page itself where the model does not say which they are.
    type Items: IntoIterator;

    /// What an input asks for: the first page, if that is nothing.
    fn input_token(input: &mut Self::Input) -> &mut Option<Self::Token>;

    /// The page that comes after an output.
    fn output_token(output: &Self::Output) -> Option<&Self::Token>;

    /// The results in an output.
    fn items(output: Self::Output) -> Option<Self::Items>;
}

/// What names a page.
pub trait PageToken: Clone + Hash {
    /// Whether it is as good as none: some services end a listing so.
    fn is_empty(&self) -> bool;
}

impl PageToken for String {
    fn is_empty(&self) -> bool {
        self.as_str().is_empty()
    }
}

impl<K: Clone + Hash, V: Clone + Hash> PageToken for BTreeMap<K, V> {
    fn is_empty(&self) -> bool {
        BTreeMap::is_empty(self)
    }
}

/// The inputs that fetch a listing page by page. It knows no connection: whoever uses it sends [`Self::input`] and hands
/// the output to [`Self::advance`] until there is no input any more. [`Self::pages`] and [`Self::items`] do so with a
/// function that sends.
pub struct Paginator<O: Paged> {
    input: Option<O::Input>,
    /// The hashes of the tokens that were asked for.
    asked: HashSet<u64>,
    hasher: RandomState,
}

impl<O: Paged> Paginator<O> {
    /// Begins at the page that an input asks for: the first, unless it has a token.
    pub fn new(mut input: O::Input) -> Self {
        let hasher = RandomState::new();
        let asked = O::input_token(&mut input).iter().map(|token| hasher.hash_one(token)).collect();
        Self { input: Some(input), asked, hasher }
    }

    /// The input of the next request; none when the last page was there.
    pub fn input(&self) -> Option<&O::Input> {
        self.input.as_ref()
    }

    /// Takes the output that the input was answered with.
    ///
    /// # Errors
    ///
    /// It names a page that was asked for before. The listing ends then.
    pub fn advance(&mut self, output: &O::Output) -> Result<(), RepeatedToken> {
        let Some(mut input) = self.input.take() else { return Ok(()) };
        let Some(token) = O::output_token(output).filter(|token| !token.is_empty()) else { return Ok(()) };
        if !self.asked.insert(self.hasher.hash_one(token)) {
            return Err(RepeatedToken { operation: O::NAME });
        }
        *O::input_token(&mut input) = Some(token.clone());
        self.input = Some(input);
        Ok(())
    }

    /// The pages, fetched one after the other with a function that sends an input. They end after an error.
    pub fn pages<E: From<RepeatedToken>>(
        mut self,
        mut send: impl FnMut(&O::Input) -> Result<O::Output, E>,
    ) -> impl Iterator<Item = Result<O::Output, E>> {
        let mut repeated = None;
        std::iter::from_fn(move || {
            if let Some(error) = repeated.take() {
                return Some(Err(E::from(error)));
            }
            let page = send(self.input.as_ref()?);
            match &page {
                Ok(output) => repeated = self.advance(output).err(),
                Err(_) => self.input = None,
            }
            Some(page)
        })
    }

    /// The results of all pages, which are fetched as they are needed. They end after an error.
    pub fn items<E: From<RepeatedToken>>(
        self,
        send: impl FnMut(&O::Input) -> Result<O::Output, E>,
    ) -> impl Iterator<Item = Result<<O::Items as IntoIterator>::Item, E>> {
        self.pages(send).flat_map(|page| {
            let (items, error) = match page {
                Ok(output) => (O::items(output), None),
                Err(error) => (None, Some(Err(error))),
            };
            items.into_iter().flatten().map(Ok).chain(error)
        })
    }
}

impl<O: Paged> fmt::Debug for Paginator<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let asked = self.asked.len();
        f.debug_struct("Paginator")
            .field("operation", &O::NAME)
            .field("tokens", &asked)
            .finish_non_exhaustive()
    }
}

/// A service named a page that it had named before: the listing would never end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RepeatedToken {
    operation: &'static str,
}

impl fmt::Display for RepeatedToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the service answered {} with a page token for the second time: its pages never end",
            self.operation
        )
    }
}

impl std::error::Error for RepeatedToken {}
