//! The parser and the writer of XML.

use std::time::{Duration, Instant};

use crate::runtime::smithy::{Blob, Document, Timestamp, TimestampFormat};
use crate::runtime::wire::Limits;
use crate::runtime::xml_crate::codec::xml::{self, BodyWriter, Event, Parser, Problem, SyntaxError};

/// All events in short: `name[`, `]` and texts in quotes.
fn events(text: &str) -> Result<String, SyntaxError> {
    let mut parser = Parser::of_body(text.as_bytes(), Limits::default())?;
    let mut found = String::new();
    loop {
        found += &match parser.next_event()? {
            Event::String(text) => format!("{text:?} "),
            Event::Key(name) => format!("{name}="),
            Event::BeginObject | Event::BeginArray => "[".to_owned(),
            Event::EndObject => "] ".to_owned(),
            Event::End => return Ok(found.trim_end().to_owned()),
        };
    }
}

const GOOD: [(&str, &str); 24] = [
    ("", r#""""#),
    (" \n", r#""""#),
    ("<a/>", r#""""#),
    ("<a></a >", r#""""#),
    ("<a> b </a>", r#"" b ""#),
    ("<a>  </a>", r#""  ""#),
    ("<a><b/></a>", r#"[b="" ]"#),
    ("<a>\n  <b>1</b>\n  <b>2</b>\n</a>\n", r#"[b="1" b="2" ]"#),
    ("<a>text<b>1</b>more</a>", r#"[b="1" ]"#),
    ("<a><b><c>1</c></b><d/></a>", r#"[b=[c="1" ] d="" ]"#),
    ("<p:a xmlns:p='u'><p:b>1</p:b></p:a>", r#"[b="1" ]"#),
    ("<a x = \"1\" y='>\"'\n/>", r#""""#),
    ("\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes'?>\n<a/>", r#""""#),
    ("<?xml version='1.0'?><!-- < & --><?p <a>?><a/><!--x--> <?p?>", r#""""#),
    ("<a>1<!-- 2 -->3<?p 4?>5</a>", r#""135""#),
    ("<a><!-- only --></a>", r#""""#),
    ("<a><!----><b/><?p?></a>", r#"[b="" ]"#),
    ("<a><![CDATA[<b>&amp;]]]]></a>", r#""<b>&amp;]]""#),
    ("<a><![CDATA[]]><b/><![CDATA[</a>]]></a>", r#"[b="" ]"#),
    ("<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;&#13;</a>", r#""<>&\"'AB😀\r""#),
    ("<a>1\r\n2\r3\n</a>", r#""1\n2\n3\n""#),
    ("<a>]]&gt; ]] ></a>", r#""]]> ]] >""#),
    ("<zoë-1.x>é</zoë-1.x>", r#""é""#),
    ("<a><aa/><a/></a>", r#"[aa="" a="" ]"#),
];

#[test]
fn texts_are_read_as_values() {
    for (text, expected) in GOOD {
        assert_eq!(events(text).as_deref(), Ok(expected), "{text}");
    }
}

const BAD: [(&str, usize, Problem); 43] = [
    ("text", 0, Problem::ExpectedElement),
    ("<?xml version='1.0'?>", 21, Problem::UnexpectedEnd),
    ("<", 1, Problem::UnexpectedEnd),
    ("<a", 2, Problem::UnexpectedEnd),
    ("<a ", 3, Problem::UnexpectedEnd),
    ("<a/", 3, Problem::UnexpectedEnd),
    ("<a>", 3, Problem::UnexpectedEnd),
    ("<a>b", 4, Problem::UnexpectedEnd),
    ("<a><", 4, Problem::UnexpectedEnd),
    ("<ab></a", 7, Problem::UnexpectedEnd),
    ("<a></a", 6, Problem::UnexpectedEnd),
    ("<a><b></b>", 10, Problem::UnexpectedEnd),
    ("<a><!-- ", 8, Problem::UnexpectedEnd),
    ("<a><![CDATA[ ]] >", 17, Problem::UnexpectedEnd),
    ("<a><?p", 6, Problem::UnexpectedEnd),
    ("<a b", 4, Problem::UnexpectedEnd),
    ("<a b=", 5, Problem::UnexpectedEnd),
    ("<a b='", 6, Problem::UnexpectedEnd),
    ("< a/>", 1, Problem::ExpectedName),
    ("<1/>", 1, Problem::ExpectedName),
    ("<-a/>", 1, Problem::ExpectedName),
    ("<a><></a>", 4, Problem::ExpectedName),
    ("</a>", 1, Problem::ExpectedName),
    ("<a!/>", 2, Problem::ExpectedTagEnd),
    ("<a / >", 3, Problem::ExpectedTagEnd),
    ("<a b='c'd='e'/>", 8, Problem::ExpectedTagEnd),
    ("<a></a b>", 7, Problem::ExpectedTagEnd),
    ("<a b/>", 4, Problem::ExpectedAttributeValue),
    ("<a b=c/>", 5, Problem::ExpectedAttributeValue),
    ("<a b='<'/>", 6, Problem::ExpectedAttributeValue),
    ("<a></b>", 3, Problem::MismatchedEnd),
    ("<a><b></a></b>", 6, Problem::MismatchedEnd),
    ("<p:a></a>", 5, Problem::MismatchedEnd),
    ("<a></ab>", 3, Problem::MismatchedEnd),
    ("<a><!ELEMENT b></a>", 3, Problem::InvalidMarkup),
    ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", 0, Problem::DocumentType),
    ("<a>&b;</a>", 3, Problem::UnknownEntity),
    ("<a>& </a>", 3, Problem::UnknownEntity),
    ("<a>&#xD800;</a>", 3, Problem::InvalidReference),
    ("<a>&#0;</a>", 3, Problem::InvalidReference),
    ("<a>&#+65;</a>", 3, Problem::InvalidReference),
    ("<?xml version='1.0' encoding='UTF-16'?><a/>", 0, Problem::Encoding),
    ("<a/><a/>", 4, Problem::TrailingText),
];

#[test]
fn what_is_not_xml_is_refused_with_its_place() {
    for (text, offset, problem) in BAD {
        assert_eq!(events(text), Err(SyntaxError { offset, problem }), "{text}");
    }
    let refused = Parser::of_body(b"<a>\xff</a>", Limits::default()).map(drop);
    assert_eq!(refused, Err(SyntaxError { offset: 3, problem: Problem::InvalidUtf8 }));
    assert_eq!(
        SyntaxError { offset: 3, problem: Problem::MismatchedEnd }.to_string(),
        "expected the end of the element that was opened last at byte 3"
    );
}

#[test]
fn limits_end_a_reading() {
    let limited = |text: &str, limits| {
        let mut parser = Parser::with_limits(text, limits);
        loop {
            match parser.next_event() {
                Ok(Event::End) => return None,
                Ok(_) => {}
                Err(error) => return Some(error.problem),
            }
        }
    };
    let nested = |levels: usize| ["<a>".repeat(levels), "</a>".repeat(levels)].concat();
    let deep = nested(10_000);
    assert_eq!(limited(&deep, Limits::default()), Some(Problem::TooDeep { limit: 128 }));
    assert_eq!(limited(&nested(128), Limits::default()), None);
    let wide = ["<a>", &"<b/>".repeat(9), "</a>"].concat();
    assert_eq!(limited(&wide, Limits { elements: 10, ..Limits::default() }), None);
    let few = Limits { elements: 9, ..Limits::default() };
    assert_eq!(limited(&wide, few), Some(Problem::TooManyElements { limit: 9 }));
    let small = Parser::of_body(wide.as_bytes(), Limits { size: 8, ..Limits::default() }).map(drop);
    assert_eq!(small, Err(SyntaxError { offset: 8, problem: Problem::TooLarge { limit: 8 } }));
}

#[test]
fn a_reading_is_linear() {
    let many = |piece: &str| ["<a>", &piece.repeat(200_000), "</a>"].concat();
    for text in
        [many("&amp;"), many("<!---->"), many("<![CDATA[]]>"), many("\r"), many("<b c='&lt;'/>"), many("& ")]
    {
        let start = Instant::now();
        let _ = events(&text);
        assert!(start.elapsed() < Duration::from_secs(5), "{}", &text[..20]);
    }
}

/// The parser behind the start of the outermost element.
fn opened(text: &str) -> Parser<'_> {
    let mut parser = Parser::new(text);
    assert_eq!(parser.begin_object(), Ok(Event::BeginObject));
    parser
}

fn attribute(parser: &mut Parser<'_>, name: &str) -> Result<Option<String>, SyntaxError> {
    let has = parser.begin_attribute(name)?;
    Ok(if has { parser.next_event()?.into_text().ok().map(String::from) } else { None })
}

#[test]
fn attributes_are_found_by_their_names() {
    let mut parser = opened("<a xmlns:type='no' b-type=\"no\" xsi:type = 'a&amp;&#x62;\r\n\"' last='' />");
    assert_eq!(attribute(&mut parser, "type"), Ok(Some("a&b \"".to_owned())));
    assert_eq!(attribute(&mut parser, "p:last"), Ok(Some(String::new())));
    assert_eq!(attribute(&mut parser, "none"), Ok(None));
    assert_eq!(parser.next_event(), Ok(Event::EndObject));
    let error = attribute(&mut opened("<a b='c &d;'/>"), "b");
    assert_eq!(error, Err(SyntaxError { offset: 8, problem: Problem::UnknownEntity }));
}

#[test]
fn what_is_asked_for_decides_how_an_element_is_read() {
    let mut parser = opened("<a><list/><list><x>1</x><y><z/></y></list><nil xsi:nil='true'/><b>2</b></a>");
    assert_eq!(parser.next_key(), Ok(Some("list".into())));
    assert_eq!(parser.begin_array(), Ok(Event::BeginArray));
    assert_eq!(parser.next_element(), Ok(false));
    assert_eq!(parser.next_key(), Ok(Some("list".into())));
    assert!(!parser.takes_null());
    assert_eq!(parser.begin_array(), Ok(Event::BeginArray));
    assert_eq!(parser.next_element(), Ok(true));
    assert_eq!(parser.next_event(), Ok(Event::String("1".into())));
    assert_eq!(parser.next_element(), Ok(true));
    let event = parser.next_event().unwrap();
    parser.skip(&event).unwrap();
    assert_eq!(parser.next_element(), Ok(false));
    assert_eq!(parser.next_key(), Ok(Some("nil".into())));
    assert!(parser.takes_null());
    assert_eq!(parser.next_key(), Ok(Some("b".into())));
    assert_eq!((parser.position(), parser.span()), (63, 63..66));
    assert_eq!(parser.next_event(), Ok(Event::String("2".into())));
    assert_eq!(parser.next_key(), Ok(None));
    assert_eq!(parser.next_event(), Ok(Event::End));
    assert_eq!(Parser::empty().next_event(), Ok(Event::End));
}

#[test]
fn texts_are_taken_as_values() {
    let text = |text: &'static str| Event::String(text.into());
    assert_eq!((text(" true ").as_bool(), text("True").as_bool()), (Some(true), None));
    assert_eq!((text("\n-7\t").as_i64(), text("").as_i64()), (Some(-7), None));
    assert_eq!((text("1.5").as_f64(), text("inf").as_f64()), (Some(1.5), None));
    assert_eq!((text("-Infinity").as_f32(), text("1e39").as_f32()), (Some(f32::NEG_INFINITY), None));
    assert!(text("NaN").as_f64().is_some_and(f64::is_nan));
    assert_eq!(text(" 12345678901234567890 ").as_digits().as_deref(), Some("12345678901234567890"));
    assert_eq!(text("aGVs\n bG8=").as_blob(), Some(Blob::new("hello")));
    assert_eq!(text("*").as_blob(), None);
    let second = Timestamp::from_secs(1);
    for (value, format) in [
        ("1970-01-01T00:00:01Z", TimestampFormat::DateTime),
        ("Thu, 01 Jan 1970 00:00:01 GMT", TimestampFormat::HttpDate),
        ("1", TimestampFormat::EpochSeconds),
    ] {
        assert_eq!(text(value).as_timestamp(None), Some(second));
        assert_eq!(text(value).as_timestamp(Some(format)), Some(second));
    }
    assert_eq!(text("1970-01-01T01:00:01+01:00").as_timestamp(None), Some(second));
    assert_eq!(text("1970-01-01T01:00:01+01:00").as_timestamp(Some(TimestampFormat::DateTime)), None);
    assert_eq!(Event::BeginObject.into_text(), Err(Event::BeginObject));
}

#[test]
fn documents_are_elements() {
    let read = xml::document(b"<a><b>1</b><c><d/></c><b>2</b></a>").unwrap();
    let object = |entries: [(&str, Document); 2]| {
        Document::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    };
    let text = |text: &str| Document::String(text.to_owned());
    let nested = Document::Object([("d".to_owned(), text(""))].into());
    assert_eq!(read, object([("b", Document::Array(vec![text("1"), text("2")])), ("c", nested)]));
    let bytes = xml::of_document(&read);
    assert_eq!(xml::text(bytes.clone()), "<_><b>1</b><b>2</b><c><d></d></c></_>");
    assert_eq!(xml::document(&bytes), Ok(read));
    let others = Document::Array(vec![Document::Null, true.into(), 1.into()]);
    let expected = "<_><member/><member>true</member><member>1</member></_>";
    assert_eq!(xml::text(xml::of_document(&others)), expected);
}

#[test]
fn elements_are_written() {
    let mut out = BodyWriter::with_capacity(16);
    out.begin("a");
    out.namespace("", "http://a/?b&c");
    out.namespace("p", "q");
    out.begin_attribute("p:d");
    out.string("<\"'>\n\t&");
    out.end_attribute();
    for (name, write) in [
        ("text", (|out| out.string("<\"'>\n\t\r&é\u{1}")) as fn(&mut BodyWriter)),
        ("nothing", |_| {}),
        ("empty", |out| out.string("")),
        ("nil", |out| out.null()),
        ("double", |out| out.double(1.0)),
        ("float", |out| out.float(f32::INFINITY)),
        ("integer", |out| out.integer(-12)),
        ("big", |out| out.big_integer(&12, false)),
        ("decimal", |out| out.big_decimal(&1.5, false)),
        ("blob", |out| out.blob(&Blob::new("hello"))),
        ("time", |out| out.timestamp(Timestamp::from_secs(1), TimestampFormat::DateTime)),
    ] {
        out.begin(name);
        write(&mut out);
        out.end(name);
    }
    out.end("a");
    assert_eq!(format!("{out:?}"), format!("XmlWriter({} bytes)", out.length()));
    let expected = "<a xmlns=\"http://a/?b&amp;c\" xmlns:p=\"q\" p:d=\"&lt;&quot;'&gt;&#xA;&#x9;&amp;\">\
        <text>&lt;\"'&gt;\n\t&#xD;&amp;é&#x1;</text><nothing/><empty></empty>\
        <nil xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/><double>1.0</double>\
        <float>Infinity</float><integer>-12</integer><big>12</big><decimal>1.5</decimal><blob>aGVsbG8=</blob>\
        <time>1970-01-01T00:00:01Z</time></a>";
    assert_eq!(xml::text(out.into_bytes()), expected);
}

#[test]
fn an_element_is_found_in_the_outermost_one() {
    let body = b"<?xml version='1.0'?><Wrap><Id/><p:Error a='b'><Code>1</Code></p:Error><Error/></Wrap>";
    assert_eq!(xml::element(body, "Error"), b"<p:Error a='b'><Code>1</Code></p:Error>");
    for other in ["<Error><Code/></Error>", "<Wrap><Error>", "text", ""] {
        assert_eq!(xml::element(other.as_bytes(), "Error"), other.as_bytes());
    }
}
