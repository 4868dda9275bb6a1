//! The structure without members on the wire: `{}`.

use super::super::super::smithy::Unit;
use super::super::object::ObjectReader;
use super::super::structure::Structure;
use super::super::write::ObjectWriter;

impl Structure for Unit {
    fn write_members(&self, _: &mut ObjectWriter<'_>) {}

    fn read_members(object: &mut ObjectReader<'_, '_>) -> Self {
        while object.next_member().is_some() {
            object.skip();
        }
        Self
    }
}
