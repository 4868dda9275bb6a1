//! stub
pub(crate) struct Condition {
    pub(crate) name: String,
    pub(crate) documentation: String,
    pub(crate) expression: String,
    pub(crate) body: Vec<String>,
}
pub(crate) fn of_shape(
    _: &mut crate::fault::Errors,
    _: &super::types::Types<'_>,
    _: &str,
    _: &crate::resolve::graph::ShapeId,
    _: &crate::resolve::traits::Traits,
) -> Vec<Condition> {
    Vec::new()
}
