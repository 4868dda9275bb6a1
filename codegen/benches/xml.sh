#!/bin/sh
# Reads a page of S3's ListObjectsV2 (benches/xml) by the crate that is generated for restXml, and by quick-xml with serde:
# the time of a page and, where valgrind is installed, the instructions of twenty.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo run --quiet --manifest-path "$here/../Cargo.toml" -- --model "$here/xml/model.smithy" --crate-name objects --output "$work/objects"
mkdir -p "$work/page/src"
cp "$here/xml/main.rs" "$work/page/src/main.rs"
cat > "$work/page/Cargo.toml" <<'MANIFEST'
[package]
name = "page"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
objects = { path = "../objects" }
quick-xml = { version = "0.42", features = ["serialize"] }
serde = { version = "1", features = ["derive"] }
MANIFEST
cargo build --quiet --release --manifest-path "$work/page/Cargo.toml"
for reader in ours quick-xml; do
    echo "$reader: $("$work/page/target/release/page" $reader)"
    if command -v valgrind > /dev/null; then
        valgrind --tool=callgrind --callgrind-out-file=/dev/null "$work/page/target/release/page" $reader 2>&1 |
            sed -n 's/.*Collected : \([0-9]*\).*/    \1 instructions of twenty pages and what begins them/p'
    fi
done
