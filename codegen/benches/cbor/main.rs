//! Reads or writes a page of `ListUsers` with sixty users in CBOR, by the generated crate or by ciborium with serde.

mod page;

use std::hint::black_box;
use std::time::Instant;

use cognito_identity_provider::ListUsersResponse;
use cognito_identity_provider::wire::{Defaults, Mode, from_bytes, to_bytes};

fn ciborium_bytes(page: &page::Page) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(512);
    ciborium::into_writer(page, &mut bytes).expect("memory takes it");
    bytes
}

/// The work of one page.
fn work(codec: &str, direction: &str) -> Box<dyn Fn()> {
    let (ours, by_hand) = (page::ours(), page::by_hand());
    let (our_bytes, bytes) = (to_bytes(&ours, Defaults::Omitted), ciborium_bytes(&by_hand));
    match (codec, direction) {
        ("ours", "read") => Box::new(move || {
            black_box(from_bytes::<ListUsersResponse>(&our_bytes, Mode::Lenient).expect("the page is right"));
        }),
        ("ours", _) => Box::new(move || {
            black_box(to_bytes(&ours, Defaults::Omitted));
        }),
        (_, "read") => Box::new(move || {
            black_box::<page::Page>(ciborium::from_reader(&bytes[..]).expect("the page is right"));
        }),
        _ => Box::new(move || {
            black_box(ciborium_bytes(&by_hand));
        }),
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let work = work(&arguments[1], &arguments[2]);
    let start = Instant::now();
    (0..20).for_each(|_| work());
    println!("{:?} a page", start.elapsed() / 20);
}
