#!/usr/bin/env bash
# What crates of several services cost the people who build them, beside the official SDK's.
#
#     codegen/benches/crates.sh MODELS
#
# MODELS is a folder with official models, named as in the table below. Each row is `cargo check` of the crate of a service alone, its
# dependencies checked before: all of its operations, with their documentation. Figures are CPU seconds (user and system) and
# seconds of wall time. The SDK's crates are without default features. Needs some minutes and 3 GB.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
models=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset CARGO_TARGET_DIR RUSTFLAGS RUSTC_WRAPPER
export CARGO_INCREMENTAL=0

# Prints CPU and wall seconds of a command.
clock() {
    local TIMEFORMAT='%U %S %R'
    { time "$@" >/dev/null 2>"$work/log"; } 2>&1 | awk '{ printf "%.1f (%.1f)", $1 + $2, $3 }'
}

# A program that depends on a crate, in a folder.
probe() {
    mkdir -p "$work/$1/src"
    printf '[package]\nname = "probe"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n%s\n\n[workspace]\n' "$2" >"$work/$1/Cargo.toml"
    echo 'fn main() {}' >"$work/$1/src/main.rs"
}

# The crate of a package alone, in the folder of a program.
alone() (
    cd "$work/$1"
    cargo fetch --quiet && cargo check --quiet
    cargo clean --quiet --package "$2"
    clock cargo check --quiet --package "$2"
)

(cd "$root" && cargo build --quiet)
printf '| | this crate | official SDK |\n|---|---|---|\n'
while read -r name model; do
    "$root/target/debug/smithygen" --model "$models/$model" --crate-name "$name" --output "$work/$name" >"$work/generated" 2>&1
    probe ours "$name = { path = \"../$name\" }"
    probe sdk "aws-sdk-$name = { version = \"1\", default-features = false }"
    printf '| %s | %s | %s |\n' "$name" "$(alone ours "$name")" "$(alone sdk "aws-sdk-$name")"
done <<'END'
cognitoidentityprovider cognito-identity-provider-2016-04-18.april-2026.json
dynamodb dynamodb-2012-08-10.json
lambda lambda-2015-03-31.json
s3 s3-2006-03-01.json
END
