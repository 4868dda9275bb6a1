//! Bodies in XML, compared as trees, apart from the readers under test.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use roxmltree::{Document, Node};

/// An element.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Tree {
    /// The namespace and the name in it.
    name: (String, String),
    /// The attributes, and the namespaces that are declared here.
    attributes: BTreeSet<(String, String)>,
    text: String,
    children: Vec<Self>,
}

/// Whether two bodies mean the same. The order of attributes does not count, nor does space between elements; elements
/// come in any order, save that the texts of a list keep theirs.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    match (parse(a), parse(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

fn parse(bytes: &[u8]) -> Option<Tree> {
    let text = std::str::from_utf8(bytes).ok()?;
    Some(Tree::new(Document::parse(text).ok()?.root_element()))
}

impl Tree {
    fn new(element: Node<'_, '_>) -> Self {
        let mut children: Vec<Self> = element.children().filter(Node::is_element).map(Self::new).collect();
        children.sort_by(|a, b| {
            let either = !a.children.is_empty() || !b.children.is_empty();
            a.name.cmp(&b.name).then(if either { a.cmp(b) } else { Ordering::Equal })
        });
        let texts = element.children().filter(Node::is_text).filter_map(|node| node.text());
        let text = match children.is_empty() {
            true => texts.collect(),
            false => texts.map(str::trim).collect(),
        };
        let name = element.tag_name();
        let name = (name.namespace().unwrap_or_default().to_owned(), name.name().to_owned());
        let declared = |(prefix, uri): &(Option<String>, String)| {
            (format!("xmlns:{}", prefix.as_deref().unwrap_or_default()), uri.clone())
        };
        let around = element.parent_element().map(namespaces).unwrap_or_default();
        let mut attributes: BTreeSet<(String, String)> =
            namespaces(element).difference(&around).map(declared).collect();
        attributes.extend(element.attributes().map(|attribute| {
            let name = format!("{{{}}}{}", attribute.namespace().unwrap_or_default(), attribute.name());
            (name, attribute.value().to_owned())
        }));
        Self { name, attributes, text, children }
    }
}

/// The namespaces that are in scope at an element, with their prefixes.
fn namespaces(element: Node<'_, '_>) -> BTreeSet<(Option<String>, String)> {
    let namespaces = element.namespaces();
    namespaces.map(|found| (found.name().map(str::to_owned), found.uri().to_owned())).collect()
}

#[test]
fn what_differs_is_found() {
    let given = r#"<a x="1" y="2" xmlns="u"><l>1</l><l>2</l><e><k>1</k></e><e><k>2</k></e></a>"#;
    let is_same = |other: &str| same(given.as_bytes(), other.as_bytes());
    assert!(is_same(
        "<?xml version=\"1.0\"?>\n<a xmlns=\"u\" y=\"2\" x=\"1\">
            <e><k>2</k></e><e><k>1</k></e><l>1</l><l>2</l>\n</a>"
    ));
    for (piece, other) in [
        ("<l>1</l><l>2</l>", "<l>2</l><l>1</l>"),
        ("x=\"1\"", "x=\"2\""),
        ("\"u\"", "\"v\""),
        ("<k>1</k>", "<k> 1</k>"),
        ("<k>1</k>", "<k>1</k><k>1</k>"),
        ("<k>1</k>", "<k z=\"\">1</k>"),
        ("<e><k>1</k>", "<e xmlns:p=\"u\"><k>1</k>"),
        ("</a>", ""),
    ] {
        assert!(!is_same(&given.replacen(piece, other, 1)), "{other}");
    }
}
