//! Forms, as crates of the query protocols write them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::runtime::form_crate::wire::{
    Defaults, Lists, MapKey, Names, ObjectWriter, ToWire, WriteOptions, Writer,
};
use crate::runtime::smithy::{BigInteger, Blob, Document, Timestamp, TimestampFormat, Unit};

const WRAPPED: WriteOptions = WriteOptions::with_lists(Lists::Wrapped);
const FLAT: WriteOptions = WriteOptions::with_lists(Lists::Flat);

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

fn flat(members: impl FnOnce(&mut ObjectWriter<'_>)) -> String {
    written(FLAT, members).expect("no token is needed")
}

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

fn map<T, const N: usize>(entries: [(&str, T); N]) -> BTreeMap<String, T> {
    BTreeMap::from(entries.map(|(key, value)| (key.to_owned(), value)))
}

/// A structure with a list.
struct Shelf(Vec<String>);

impl ToWire for Shelf {
    fn write(&self, out: &mut Writer) {
        out.object(|out| out.names(&[Names::List("book")]).field("Books", &self.0));
    }
}

#[test]
fn what_uris_reserve_is_encoded() {
    let text = "aZ09-._~ +&=%/?:@é€𝄞\n\0".to_owned();
    assert_eq!(
        wrapped(|out| out.field("a b", &text)),
        "a%20b=aZ09-._~%20%2B%26%3D%25%2F%3F%3A%40%C3%A9%E2%82%AC%F0%9D%84%9E%0A%00"
    );
}

#[test]
fn values_of_every_type() {
    let time = Timestamp::from_secs(1_422_172_800);
    assert_eq!(
        wrapped(|out| {
            out.field("Yes", &true);
            out.field("Byte", &-128_i8);
            out.field("Long", &i64::MIN);
            out.field("Float", &0.1_f32);
            out.field("Double", &10.8);
            out.field("Big", &1e300);
            out.field("NaN", &f32::NAN);
            out.field("Less", &f64::NEG_INFINITY);
            out.field("Blob", &Blob::from(b"value?".to_vec()));
            out.field("Digits", &"123456789012345678901234567890".parse::<BigInteger>().expect("digits"));
            out.field("Time", &time);
            out.timestamps(TimestampFormat::EpochSeconds).field("Epoch", &time);
            out.timestamps(TimestampFormat::HttpDate).optional("Absent", &None::<Timestamp>);
            out.optional("Again", &Some(time));
            out.field("Empty", &String::new());
            out.field("Nothing", &Unit);
        }),
        "Yes=true&Byte=-128&Long=-9223372036854775808&Float=0.1&Double=10.8&Big=1e300&NaN=NaN&Less=-Infinity\
         &Blob=dmFsdWU%2F&Digits=123456789012345678901234567890&Time=2015-01-25T08%3A00%3A00Z&Epoch=1422172800\
         &Again=2015-01-25T08%3A00%3A00Z&Empty="
    );
}

#[test]
fn lists_have_names_or_are_flat() {
    let list = texts(["a", "b"]);
    let write = |out: &mut ObjectWriter<'_>| {
        out.field("L", &list);
        out.names(&[Names::List("item")]).field("M", &list);
        out.names(&[Names::FlatList]).field("N", &list);
        out.names(&[Names::FlatList]).optional("Absent", &None::<Vec<String>>);
        out.field("O", &list);
        out.field("Empty", &Vec::<String>::new());
        out.names(&[Names::FlatList]).field("Bare", &Vec::<String>::new());
    };
    assert_eq!(
        wrapped(write),
        "L.member.1=a&L.member.2=b&M.item.1=a&M.item.2=b&N.1=a&N.2=b&O.member.1=a&O.member.2=b&Empty=&Bare="
    );
    assert_eq!(flat(write), "L.1=a&L.2=b&M.item.1=a&M.item.2=b&N.1=a&N.2=b&O.1=a&O.2=b");
}

#[test]
fn maps_have_entries_or_are_flat() {
    let entries = map([("k", "v".to_owned()), ("j", "w".to_owned())]);
    assert_eq!(
        wrapped(|out| {
            out.field("M", &entries);
            out.names(&[Names::Map("K", "V")]).field("N", &map([("a", 1)]));
            out.names(&[Names::FlatMap("Name", "Value")]).field("O", &entries);
            out.field("Empty", &BTreeMap::<String, i32>::new());
        }),
        "M.entry.1.key=j&M.entry.1.value=w&M.entry.2.key=k&M.entry.2.value=v&N.entry.1.K=a&N.entry.1.V=1\
         &O.1.Name=j&O.1.Value=w&O.2.Name=k&O.2.Value=v"
    );
}

#[test]
fn names_are_those_of_their_own_collection() {
    let shelves = vec![vec![Shelf(texts(["a"]))], vec![Shelf(texts(["b", "c"]))]];
    assert_eq!(
        wrapped(|out| {
            out.names(&[Names::List("room"), Names::FlatList]).field("R", &shelves);
            out.field("Lists", &map([("k", texts(["v"])), ("l", texts(["w"]))]));
            out.names(&[Names::FlatMap("K", "V"), Names::List("i")]).field("M", &map([("k", texts(["v"]))]));
        }),
        "R.room.1.1.Books.book.1=a&R.room.2.1.Books.book.1=b&R.room.2.1.Books.book.2=c\
         &Lists.entry.1.key=k&Lists.entry.1.value.member.1=v&Lists.entry.2.key=l&Lists.entry.2.value.member.1=w\
         &M.1.K=k&M.1.V.i.1=v"
    );
}

#[test]
fn what_a_sparse_collection_lacks_is_counted() {
    assert_eq!(
        wrapped(|out| {
            out.field("L", &vec![Some(1), None, Some(3)]);
            out.field("M", &map([("k", None::<i32>)]));
        }),
        "L.member.1=1&L.member.3=3&M.entry.1.key=k"
    );
}

#[test]
fn members_that_a_union_does_not_know_are_written_as_far_as_forms_can() {
    let known = Document::Object(map([("a", Document::from("b")), ("c", Document::Null)]));
    assert_eq!(
        wrapped(|out| {
            out.unknown_member("New", &known);
            out.unknown_member("List", &Document::Array(vec![Document::from(1), Document::from(true)]));
        }),
        "New.a=b&List.member.1=1&List.member.2=true"
    );
}

#[test]
fn defaults_and_tokens_are_written_where_the_options_say_so() {
    let options =
        |defaults| WriteOptions { defaults, tokens: Some(Arc::new(|| "new".to_owned())), ..WRAPPED };
    let write = |out: &mut ObjectWriter<'_>| {
        out.optional_or("Size", &None, || 3);
        out.optional_or("Own", &Some(4), || 3);
        out.token("Token", &None);
        out.token("Mine", &Some("own".to_owned()));
    };
    assert_eq!(wrapped(write), "Own=4&Mine=own");
    for defaults in [Defaults::Client, Defaults::Server] {
        assert_eq!(written(options(defaults), write), Ok("Size=3&Own=4&Token=new&Mine=own".to_owned()));
    }
    let demanded = |out: &mut ObjectWriter<'_>| out.required_token("Token", &None);
    assert_eq!(written(WRAPPED, demanded), Err("Token"));
    assert_eq!(written(options(Defaults::Omitted), demanded), Ok("Token=new".to_owned()));
}

#[test]
fn nothing_of_a_form_is_shown() {
    let mut out = Writer::new(FLAT);
    out.object(|out| out.field("Password", &"secret".to_owned()));
    assert_eq!(format!("{out:?}"), "Writer(15 bytes)");
    assert_eq!(String::from_key("k".to_owned()).as_key(), "k");
}
