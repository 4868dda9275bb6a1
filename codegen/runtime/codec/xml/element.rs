//! Elements inside a body, by their bytes.

use super::super::Limits;
use super::{Parser, SyntaxError};

/// The bytes of the element of this name in the outermost one; all bytes where there is none.
pub(crate) fn element<'b>(bytes: &'b [u8], name: &str) -> &'b [u8] {
    let find = || {
        let mut parser = Parser::of_body(bytes, Limits::default())?;
        parser.begin_object()?;
        while let Some(key) = parser.next_key()? {
            let start = parser.position();
            let event = parser.next_event()?;
            parser.skip(&event)?;
            if key == name {
                return Ok(bytes.get(start..parser.span().end));
            }
        }
        Ok(None)
    };
    let found: Result<Option<&[u8]>, SyntaxError> = find();
    found.ok().flatten().unwrap_or(bytes)
}
