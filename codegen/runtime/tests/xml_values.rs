//! Reading and writing values in XML, on types written as the generator writes them.

use std::collections::BTreeMap;

use crate::runtime::smithy::{Document, Timestamp, TimestampFormat};
use crate::runtime::wire::Limits;
use crate::runtime::xml_crate::codec::xml;
use crate::runtime::xml_crate::wire::{
    self, ArrayWriter, Defaults, FromWire, Layout, Mode, ObjectReader, ObjectWriter, Place, ReadError,
    Reader, Structure, ToWire, Writer,
};

#[derive(Clone, Debug, Default, PartialEq)]
struct Bucket {
    kind: Option<String>,
    name: String,
    size: Option<i64>,
    created: Option<Timestamp>,
    tags: Option<BTreeMap<String, String>>,
    nested: Option<BTreeMap<String, BTreeMap<String, bool>>>,
    lines: Option<Vec<Vec<f64>>>,
    objects: Option<Vec<Bucket>>,
    marks: Option<BTreeMap<String, i32>>,
    sparse: Option<Vec<Option<String>>>,
    choice: Option<Choice>,
}

const NESTED: &Layout =
    &Layout { key: "K", held: Some(&Layout { value: "V", ..Layout::USUAL }), ..Layout::USUAL };

impl Structure for Bucket {
    fn write_members(&self, out: &mut ObjectWriter<'_>) {
        out.layout(&Layout::ATTRIBUTE).optional("xsi:type", &self.kind);
        out.layout(&Layout { namespace: Some(("", "urn:n")), ..Layout::USUAL }).field("Name", &self.name);
        out.optional("Size", &self.size);
        out.timestamps(TimestampFormat::HttpDate).optional("Created", &self.created);
        out.optional("Tags", &self.tags);
        out.layout(NESTED).optional("Nested", &self.nested);
        let lines = &Layout { element: "Line", ..Layout::USUAL };
        out.layout(lines).optional("Lines", &self.lines);
        out.layout(&Layout {
            held: Some(&Layout { namespace: Some(("p", "urn:p")), ..Layout::USUAL }),
            ..Layout::FLATTENED
        })
        .optional("Object", &self.objects);
        out.layout(&Layout::FLATTENED).optional("Mark", &self.marks);
        out.optional("Sparse", &self.sparse);
        out.optional("Choice", &self.choice);
    }

    fn read_members(object: &mut ObjectReader<'_, '_>) -> Self {
        let kind = object.attribute("xsi:type");
        let (mut name, mut size, mut created, mut tags, mut nested) = (None, None, None, None, None);
        let (mut lines, mut objects, mut marks, mut sparse, mut choice) = (None, None, None, None, None);
        while let Some(member) = object.next_member() {
            match &*member {
                "Name" => name = object.value("Name"),
                "Size" => size = object.value("Size"),
                "Created" => created = object.timestamps(TimestampFormat::HttpDate).value("Created"),
                "Tags" => tags = object.sensitive_value("Tags"),
                "Nested" => nested = object.layout(NESTED).value("Nested"),
                "Lines" => lines = object.value("Lines"),
                "Object" => object.flattened("Object", &mut objects),
                "Mark" => object.sensitive_flattened("Mark", &mut marks),
                "Sparse" => sparse = object.value("Sparse"),
                "Choice" => choice = object.value("Choice"),
                _ => object.skip(),
            }
        }
        Self {
            kind,
            name: object.required(name, "Name", "name"),
            size,
            created,
            tags,
            nested,
            lines,
            objects,
            marks,
            sparse,
            choice,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Choice {
    Bucket(Box<Bucket>),
    Names(Vec<String>),
    Unknown(String, Document),
}

impl ToWire for Choice {
    fn write(&self, out: &mut Writer) {
        out.object(|out| match self {
            Self::Bucket(value) => out.field("Bucket", value),
            Self::Names(value) => out.layout(&Layout::FLATTENED).field("Names", value),
            Self::Unknown(member, value) => out.unknown_member(member, value),
        });
    }
}

impl FromWire for Choice {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.union(|reader, member| match member {
            "Bucket" => Self::Bucket(reader.member("Bucket")),
            "Names" => Self::Names(reader.flattened_member("Names")),
            _ => {
                let (member, value) = reader.unknown_member(member);
                Self::Unknown(member, value)
            }
        })
    }

    fn error_corrected_default() -> Self {
        Self::Unknown(String::new(), Document::Null)
    }
}

fn text<T: ToWire>(value: &T) -> xml::Text {
    xml::text(wire::to_bytes(value, Defaults::Omitted))
}

fn read(text: &str, mode: Mode) -> Result<Bucket, String> {
    wire::from_bytes(text.as_bytes(), mode).map_err(|error: ReadError| error.to_string())
}

fn named(name: &str) -> Bucket {
    Bucket { name: name.to_owned(), ..Bucket::default() }
}

fn map<T, const N: usize>(entries: [(&str, T); N]) -> BTreeMap<String, T> {
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn whole() -> Bucket {
    Bucket {
        kind: Some("a\"b".to_owned()),
        size: Some(-1),
        created: Some(Timestamp::from_secs(1)),
        tags: Some(map([("a", "<1>".to_owned()), ("b", String::new())])),
        nested: Some(map([("x", map([("y", true)]))])),
        lines: Some(vec![vec![1.5, f64::INFINITY], vec![]]),
        objects: Some(vec![named("1"), named("2")]),
        marks: Some(map([("m", 1), ("n", 2)])),
        sparse: Some(vec![None, Some("s".to_owned())]),
        choice: Some(Choice::Names(vec!["q".to_owned(), "r".to_owned()])),
        ..named("all")
    }
}

const WHOLE: &str = "<_ xsi:type=\"a&quot;b\"><Name xmlns=\"urn:n\">all</Name><Size>-1</Size>\
    <Created>Thu, 01 Jan 1970 00:00:01 GMT</Created>\
    <Tags><entry><key>a</key><value>&lt;1&gt;</value></entry><entry><key>b</key><value></value></entry></Tags>\
    <Nested><entry><K>x</K><value><entry><key>y</key><V>true</V></entry></value></entry></Nested>\
    <Lines><Line><member>1.5</member><member>Infinity</member></Line><Line/></Lines>\
    <Object xmlns:p=\"urn:p\"><Name xmlns=\"urn:n\">1</Name></Object>\
    <Object xmlns:p=\"urn:p\"><Name xmlns=\"urn:n\">2</Name></Object>\
    <Mark><key>m</key><value>1</value></Mark><Mark><key>n</key><value>2</value></Mark>\
    <Sparse><member xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/><member>s</member></Sparse>\
    <Choice><Names>q</Names><Names>r</Names></Choice></_>";

#[test]
fn what_is_written_is_read_again() {
    assert_eq!(text(&whole()), WHOLE);
    for mode in [Mode::Lenient, Mode::Strict, Mode::Exact] {
        assert_eq!(read(WHOLE, mode), Ok(whole()));
    }
    let boxed = Bucket { choice: Some(Choice::Bucket(Box::new(named("in")))), ..named("out") };
    assert_eq!(read(&text(&boxed), Mode::Strict), Ok(boxed));
    assert_eq!(Layout::USUAL.place, Place::Element);
}

#[test]
fn elements_come_in_any_order_and_what_is_unknown_is_passed_over() {
    let text = "<Result xmlns='urn:x'>more <Mark><value>2</value><key>n</key><x/></Mark><p:Object><Name>1</Name></p:Object>
        <Unknown a='b'><Name>no</Name></Unknown><Name>all</Name><Mark><key>m</key><value>1</value></Mark>
        <Object><Name>2</Name></Object><Tags/><Lines/><Choice><New><a>1</a></New></Choice></Result>";
    let expected = Bucket {
        tags: Some(BTreeMap::new()),
        lines: Some(vec![]),
        objects: Some(vec![named("1"), named("2")]),
        marks: Some(map([("m", 1), ("n", 2)])),
        choice: Some(Choice::Unknown(
            "New".to_owned(),
            Document::Object(map([("a", Document::String("1".to_owned()))])),
        )),
        ..named("all")
    };
    assert_eq!(read(text, Mode::Lenient), Ok(expected));
    assert_eq!(read("", Mode::Lenient), Ok(Bucket::default()));
}

#[test]
fn what_is_wrong_has_a_path() {
    for (body, mode, expected) in [
        ("<a/>", Mode::Strict, "Value at '/Name' failed to satisfy constraint: Member must not be null"),
        ("<a><Name><b/></Name></a>", Mode::Lenient, "expected a string at '/Name'"),
        (
            "<a><Name/><Mark><key>k</key><value>x</value></Mark></a>",
            Mode::Lenient,
            "expected an integer from -2147483648 to 2147483647 at '/Mark/*'",
        ),
        (
            "<a><Name/><Object><Name/></Object><Object/></a>",
            Mode::Strict,
            "Value at '/Object/1/Name' failed to satisfy constraint: Member must not be null",
        ),
        (
            "<a><Name/><Created>1970-01-01T00:00:01Z</Created></a>",
            Mode::Strict,
            "expected a timestamp as an `http-date` at '/Created'",
        ),
        (
            "<a><Name/><Choice><x/></Choice></a>",
            Mode::Strict,
            "expected a member that the union has at '/Choice'",
        ),
        ("<a><Name/><Choice/></a>", Mode::Strict, "expected an object with exactly one member at '/Choice'"),
        ("<a><Tags><entry><key>s", Mode::Lenient, "the XML text ends too early at byte 22, in '/Tags'"),
        ("<a/>x", Mode::Lenient, "expected nothing more after the XML element at byte 4"),
    ] {
        let error = read(body, mode).expect_err(body);
        assert_eq!(error, expected, "{body}");
    }
    let deep = ["<a>", &"<Object>".repeat(200)].concat();
    let limited = wire::from_bytes_within::<Bucket>(
        deep.as_bytes(),
        Mode::Lenient,
        Limits { depth: 5, ..Limits::default() },
    );
    let expected = "nested deeper than 5 levels at byte 35, in '/Object/0/Object/0/Object/0/Object/0'";
    assert_eq!(limited.map_err(|error| error.to_string()), Err(expected.to_owned()));
}

#[test]
fn documents_hold_what_elements_do() {
    let document = wire::to_document(&named("a")).expect("it is shallow");
    assert_eq!(document, Document::Object(map([("Name", Document::String("a".to_owned()))])));
    assert_eq!(wire::from_document(&document, Mode::Strict), Ok(named("a")));
    assert_eq!(wire::to_marked_document(&named("a")), Ok(document));
    assert!(wire::gather::<Bucket>(b"<a/>").is_ok_and(|(_, missing)| missing.has_errors()));
    let list = |out: &mut ArrayWriter<'_>| out.element(&1);
    let mut out = Writer::new();
    out.array(list);
    assert_eq!(out.into_bytes(), b"<member>1</member>");
}
