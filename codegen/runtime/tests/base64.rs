//! Blobs and base64.

use std::collections::BTreeSet;

use crate::runtime::smithy::Blob;

/// RFC 4648 section 10, and one text with both signs of the alphabet.
const VECTORS: [(&[u8], &str); 8] = [
    (b"", ""),
    (b"f", "Zg=="),
    (b"fo", "Zm8="),
    (b"foo", "Zm9v"),
    (b"foob", "Zm9vYg=="),
    (b"fooba", "Zm9vYmE="),
    (b"foobar", "Zm9vYmFy"),
    (b"\xfb\xff\xfe", "+//+"),
];

#[test]
fn vectors_hold_both_ways() {
    for (bytes, text) in VECTORS {
        assert_eq!(Blob::from(bytes).to_base64(), text);
        assert_eq!(Blob::from_base64(text), Ok(Blob::from(bytes)));
    }
}

#[test]
fn every_byte_comes_back() {
    let bytes: Vec<u8> = (0..=255).collect();
    for start in 0..3 {
        let blob = Blob::from(&bytes[start..]);
        assert_eq!(Blob::from_base64(&blob.to_base64()), Ok(blob));
    }
}

#[test]
fn decoding_is_strict() {
    let bad = [
        "Zg",
        "Zg=",
        "Zg===",
        "Z",
        "Z===",
        "====",
        "=",
        "Zm9v\n",
        " Zm9v",
        "Zm9v Zg==",
        "Zm-_",
        "Zg==Zg==",
        "Zm=v",
        "Zh==",
        "Zm9=",
        "Zm9v====",
        "Zé==",
    ];
    for text in bad {
        assert!(Blob::from_base64(text).is_err(), "{text}");
    }
}

#[test]
fn a_blob_hides_its_bytes_and_has_the_habits_of_bytes() {
    let blob = Blob::new("secret");
    assert_eq!(format!("{blob:?}"), "Blob(6 bytes)");
    assert_eq!((blob.len(), blob.is_empty(), Blob::default().is_empty()), (6, false, true));
    assert_eq!(blob.as_bytes(), b"secret");
    assert_eq!(blob.as_ref() as &[u8], b"secret");
    let sorted: Vec<Blob> = BTreeSet::from([Blob::from("b"), Blob::from("a")]).into_iter().collect();
    assert_eq!(sorted, [Blob::from(vec![b'a']), Blob::from(&b"b"[..])]);
    assert_eq!(Vec::from(blob.clone()), blob.into_bytes());
}
