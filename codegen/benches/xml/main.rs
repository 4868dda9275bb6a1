//! Reads a page of S3's `ListObjectsV2` with 1,000 objects, by the generated crate or by quick-xml with serde.

use std::time::Instant;

use objects::ListObjects;
use objects::wire::{Headers, Operation};
use serde::Deserialize;

/// What one would write by hand for the same page; timestamps stay texts, which costs less.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Page {
    key_count: Option<i32>,
    is_truncated: Option<bool>,
    next_continuation_token: Option<String>,
    #[serde(default)]
    contents: Vec<Object>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Object {
    key: Option<String>,
    last_modified: Option<String>,
    #[serde(rename = "ETag")]
    e_tag: Option<String>,
    #[serde(default)]
    checksum_algorithm: Vec<String>,
    size: Option<i64>,
    storage_class: Option<String>,
    owner: Option<Owner>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Owner {
    #[serde(rename = "ID")]
    id: Option<String>,
    display_name: Option<String>,
}

fn page() -> String {
    let object = |number: usize| {
        format!(
            "<Contents><Key>logs/2026/11/28/part-{number:05}.json.gz</Key>\
             <LastModified>2026-11-28T10:20:30.000Z</LastModified><ETag>&quot;{number:032x}&quot;</ETag>\
             <ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm><Size>{number}</Size><Owner><ID>{number:064x}</ID>\
             <DisplayName>owner</DisplayName></Owner><StorageClass>STANDARD</StorageClass></Contents>"
        )
    };
    let objects: String = (0..1000).map(object).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>bucket</Name><Prefix/>\
         <KeyCount>1000</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>true</IsTruncated>\
         <NextContinuationToken>token</NextContinuationToken>{objects}</ListBucketResult>"
    )
}

fn ours(page: &str) -> usize {
    let output = ListObjects::response(200, &Headers::new(), page.as_bytes()).expect("the page is right");
    output.contents.map_or(0, |objects| objects.iter().filter(|object| object.owner.is_some()).count())
}

fn by_hand(page: &str) -> usize {
    let page: Page = quick_xml::de::from_str(page).expect("the page is right");
    assert!(
        page.key_count == Some(1000)
            && page.is_truncated == Some(true)
            && page.next_continuation_token.is_some()
    );
    page.contents.iter().filter(|object| is_whole(object)).count()
}

fn is_whole(object: &Object) -> bool {
    let Object { key, last_modified, e_tag, checksum_algorithm, size, storage_class, owner } = object;
    let texts = [key, last_modified, e_tag, storage_class].iter().all(|text| text.is_some());
    let is_owned = owner.as_ref().is_some_and(|owner| owner.id.is_some() && owner.display_name.is_some());
    texts && is_owned && size.is_some() && checksum_algorithm.len() == 1
}

fn main() {
    let page = page();
    let read = match std::env::args().nth(1).as_deref() {
        Some("quick-xml") => by_hand,
        _ => ours,
    };
    let start = Instant::now();
    let count: usize = (0..20).map(|_| read(&page)).sum();
    println!("{count} objects of {} bytes a page, {:?} a page", page.len(), start.elapsed() / 20);
}
