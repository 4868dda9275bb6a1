#!/bin/sh
# Reads and writes a page of ListUsers (benches/wire/page.rs) by the crate of Cognito as rpcv2Cbor would have it, and by ciborium with
# serde: the time of a page and, where valgrind is installed, the instructions of twenty.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo run --quiet --manifest-path "$here/../Cargo.toml" -- --model "$here/../../models" "$here/cbor/protocol.smithy" \
    --protocol rpcv2Cbor --operations ListUsers --stale warn --docs none --output "$work/cognito" 2> "$work/log" || { cat "$work/log" >&2; exit 1; }
mkdir -p "$work/page/src"
cp "$here/cbor/main.rs" "$work/page/src/main.rs"
cp "$here/wire/page.rs" "$work/page/src/page.rs"
cat > "$work/page/Cargo.toml" <<'MANIFEST'
[package]
name = "page"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
ciborium = "0.2"
cognito-identity-provider = { path = "../cognito" }
serde = { version = "1", features = ["derive"] }

[profile.release]
lto = "fat"
codegen-units = 1
MANIFEST
cargo build --quiet --release --manifest-path "$work/page/Cargo.toml"
for codec in ours ciborium; do
    for direction in read write; do
        echo "$direction, $codec: $("$work/page/target/release/page" $codec $direction)"
        if command -v valgrind > /dev/null; then
            valgrind --tool=callgrind --callgrind-out-file=/dev/null "$work/page/target/release/page" $codec $direction 2>&1 |
                sed -n 's/.*Collected : \([0-9]*\).*/    \1 instructions of twenty pages and what begins them/p'
        fi
    done
done
