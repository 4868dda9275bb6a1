//! Forms, as crates of the query protocols write them.

use std::sync::Arc;

use crate::runtime::form_crate::wire::{Defaults, Layout, Lists, ObjectWriter, ToWire, WriteOptions, Writer};
use crate::runtime::smithy::{BigDecimal, BigInteger, Blob, Document, Timestamp, TimestampFormat};

const WRAPPED: WriteOptions = WriteOptions::with_lists(Lists::Wrapped);
const FLAT: WriteOptions = WriteOptions::with_lists(Lists::Flat);

const ITEM: Layout = Layout { element: "item", ..Layout::USUAL };
const ROOMS: Layout = Layout { element: "room", held: Some(&Layout::FLATTENED), ..Layout::USUAL };
const MAP: Layout = Layout { key: "K", value: "V", ..Layout::USUAL };
const FLAT_MAP: Layout = Layout { key: "Name", value: "Value", held: Some(&ITEM), ..Layout::FLATTENED };

/// A value that a function writes.
struct Value<F>(F);

impl<F: Fn(&mut Writer)> ToWire for Value<F> {
    fn write(&self, out: &mut Writer) {
        self.0(out);
    }
}

fn text(text: &'static str) -> Value<impl Fn(&mut Writer)> {
    Value(move |out: &mut Writer| out.string(text))
}

fn list<T: ToWire>(elements: Vec<T>) -> Value<impl Fn(&mut Writer)> {
    Value(move |out: &mut Writer| out.array(|out| elements.iter().for_each(|value| out.element(value))))
}

fn texts(elements: &[&'static str]) -> Value<impl Fn(&mut Writer)> {
    list(elements.iter().copied().map(text).collect())
}

fn map<T: ToWire>(entries: Vec<(&'static str, T)>) -> Value<impl Fn(&mut Writer)> {
    Value(move |out: &mut Writer| {
        out.object(|out| entries.iter().for_each(|(key, value)| out.entry(key, value)))
    })
}

fn written(
    options: WriteOptions,
    members: impl FnOnce(&mut ObjectWriter<'_>),
) -> Result<String, &'static str> {
    let mut out = Writer::new(options);
    out.object(members);
    out.finish().map(|form| String::from_utf8(form).expect("a form is ASCII"))
}

fn wrapped(members: impl FnOnce(&mut ObjectWriter<'_>)) -> String {
    written(WRAPPED, members).expect("no token is needed")
}

#[test]
fn what_uris_reserve_is_encoded() {
    assert_eq!(
        wrapped(|out| out.field("a b", &text("aZ09-._~ +&=%/?:@é€𝄞\n\0"))),
        "a%20b=aZ09-._~%20%2B%26%3D%25%2F%3F%3A%40%C3%A9%E2%82%AC%F0%9D%84%9E%0A%00"
    );
}

#[test]
fn values_of_every_type() {
    let digits: BigInteger = "123456789012345678901234567890".parse().expect("they are digits");
    let decimal: BigDecimal = "1.10".parse().expect("it is a number");
    let body = Value(|out: &mut Writer| {
        let values = Value(|out: &mut Writer| {
            out.array(|out| {
                out.element(&Value(|out: &mut Writer| out.boolean(true)));
                out.element(&Value(|out: &mut Writer| out.body().0.integer(i64::MIN)));
                out.element(&Value(|out: &mut Writer| out.number(format_args!("0.1"))));
                out.element(&Value(|out: &mut Writer| out.body().0.double(1e300)));
                out.element(&Value(|out: &mut Writer| out.body().0.float(f32::NAN)));
                out.element(&Value(|out: &mut Writer| out.body().0.double(f64::NEG_INFINITY)));
                out.element(&Value(|out: &mut Writer| out.body().0.blob(&Blob::from(b"value?".to_vec()))));
                out.element(&Value(|out: &mut Writer| out.body().0.big_integer(&digits, false)));
                out.element(&Value(|out: &mut Writer| out.body().0.big_decimal(&decimal, true)));
                out.element(&Value(Writer::null));
            });
        });
        values.write(out);
    });
    let mut out = Writer::new(FLAT);
    out.object(|out| out.field("V", &body));
    let form = out.finish().map(|form| String::from_utf8(form).expect("a form is ASCII"));
    assert_eq!(
        form.expect("no token is needed"),
        "V.1=true&V.2=-9223372036854775808&V.3=0.1&V.4=1e300&V.5=NaN&V.6=-Infinity&V.7=dmFsdWU%2F\
         &V.8=123456789012345678901234567890&V.9=1.10"
    );
}

#[test]
fn timestamps_have_the_format_of_their_member() {
    let time = Value(|out: &mut Writer| {
        let (body, format, _) = out.body();
        body.timestamp(Timestamp::from_secs(1_422_172_800), format);
    });
    let write = |out: &mut ObjectWriter<'_>| {
        out.field("A", &time);
        out.timestamps(TimestampFormat::EpochSeconds).field("B", &time);
        out.timestamps(TimestampFormat::HttpDate).optional("C", &None::<Value<fn(&mut Writer)>>);
        out.field("D", &time);
    };
    assert_eq!(wrapped(write), "A=2015-01-25T08%3A00%3A00Z&B=1422172800&D=2015-01-25T08%3A00%3A00Z");
}

#[test]
fn lists_have_names_or_are_flat() {
    let write = |out: &mut ObjectWriter<'_>| {
        out.field("L", &texts(&["a", "b"]));
        out.layout(&ITEM).field("M", &texts(&["a"]));
        out.layout(&Layout::FLATTENED).field("N", &texts(&["a", "b"]));
        out.layout(&Layout::FLATTENED).optional("Absent", &None::<Value<fn(&mut Writer)>>);
        out.layout(&Layout::ATTRIBUTE).field("O", &texts(&["a"]));
        out.field("Empty", &texts(&[]));
        out.layout(&Layout::FLATTENED).field("Bare", &texts(&[]));
    };
    assert_eq!(wrapped(write), "L.member.1=a&L.member.2=b&M.item.1=a&N.1=a&N.2=b&O.member.1=a&Empty=&Bare=");
    assert_eq!(written(FLAT, write).as_deref(), Ok("L.1=a&L.2=b&M.1=a&N.1=a&N.2=b&O.1=a"));
}

#[test]
fn maps_have_entries_or_are_flat() {
    assert_eq!(
        wrapped(|out| {
            out.field("M", &map(vec![("j", text("w")), ("k", text("v"))]));
            out.layout(&MAP).field("N", &map(vec![("a", text("1"))]));
            out.layout(&FLAT_MAP).field("O", &map(vec![("j", texts(&["w"])), ("k", texts(&["v"]))]));
            out.field("Empty", &map(Vec::<(&str, Value<fn(&mut Writer)>)>::new()));
        }),
        "M.entry.1.key=j&M.entry.1.value=w&M.entry.2.key=k&M.entry.2.value=v&N.entry.1.K=a&N.entry.1.V=1\
         &O.1.Name=j&O.1.Value.item.1=w&O.2.Name=k&O.2.Value.item.1=v"
    );
}

#[test]
fn names_are_those_of_their_own_collection() {
    let shelf =
        || Value(|out: &mut Writer| out.object(|out| out.layout(&ITEM).field("Books", &texts(&["a", "b"]))));
    assert_eq!(
        wrapped(|out| {
            out.layout(&ROOMS).field("R", &list(vec![list(vec![shelf()]), list(vec![shelf()])]));
        }),
        "R.room.1.1.Books.item.1=a&R.room.1.1.Books.item.2=b&R.room.2.1.Books.item.1=a&R.room.2.1.Books.item.2=b"
    );
}

#[test]
fn members_that_a_union_does_not_know_are_written_as_far_as_forms_can() {
    let entries = [("a".to_owned(), Document::from("b")), ("c".to_owned(), Document::Null)];
    let list = Document::Array(vec![Document::from(1), Document::from(true)]);
    assert_eq!(
        wrapped(|out| {
            out.unknown_member("New", &Document::Object(entries.into()));
            out.unknown_member("List", &list);
            out.unknown_member("", &Document::Null);
        }),
        "New.a=b&List.member.1=1&List.member.2=true"
    );
}

#[test]
fn defaults_and_tokens_are_written_where_the_options_say_so() {
    let options =
        |defaults| WriteOptions { defaults, tokens: Some(Arc::new(|| "new".to_owned())), ..WRAPPED };
    let write = |out: &mut ObjectWriter<'_>| {
        out.optional_or("Size", &None, || text("3"));
        out.optional_or("Own", &Some(text("4")), || text("3"));
        out.token("Token", &None);
        out.token("Mine", &Some("own".to_owned()));
    };
    assert_eq!(wrapped(write), "Own=4&Mine=own");
    for defaults in [Defaults::Client, Defaults::Server] {
        assert_eq!(written(options(defaults), write).as_deref(), Ok("Size=3&Own=4&Token=new&Mine=own"));
    }
    let demanded = |out: &mut ObjectWriter<'_>| out.required_token("Token", &None);
    assert_eq!(written(WRAPPED, demanded), Err("Token"));
    assert_eq!(written(options(Defaults::Omitted), demanded).as_deref(), Ok("Token=new"));
}

#[test]
fn nothing_of_a_form_is_shown() {
    let mut out = Writer::new(FLAT);
    out.parameter("Action", "Sign");
    out.object(|out| {
        out.field("Password", &Value(|out: &mut Writer| out.object(|out| out.whole(&text("secret")))))
    });
    assert!(!out.marks_numbers() && !out.marks_number("1e400"));
    assert_eq!(format!("{out:?}"), "Writer(27 bytes)");
}
