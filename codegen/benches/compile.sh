#!/usr/bin/env bash
# What the generated crate costs the people who build it, beside the official SDK.
#
#     codegen/benches/compile.sh
#
# Each row of the first table is a small program that builds one AdminRespondToAuthChallenge request, each row of the
# second the whole program that signs a user in, with SRP and an HTTP client: `cargo check` from a clean target folder,
# dependencies included, then once more with only the crate of the service to check, then `cargo build`; of the whole
# programs also the size of the stripped binary of a release build. The figures are CPU seconds (user and system) and seconds
# of wall time. Crates are fetched before the clock starts. Needs a quarter of an hour and 4 GB.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ours=cognito-identity-provider
sdk=aws-sdk-cognitoidentityprovider
srp='getrandom = "0.4"
hmac = "0.13"
num-bigint = "0.5"
sha2 = "0.11"'

# The program that builds one request with a crate: small CRATE TYPE
small() {
    printf 'use %s::%s as Request;
fn main() {
    let request = Request::builder()
        .user_pool_id("pool").client_id("client").challenge_name("SMS_MFA".into())
        .challenge_responses("USERNAME", "alice").challenge_responses("SMS_MFA_CODE", "123456").build();
    println!("{}", request.is_ok());
}\n' "${1//-/_}" "$2" >"$work/src/main.rs"
}

# Prints CPU and wall seconds of a command.
clock() {
    local TIMEFORMAT='%U %S %R'
    { time "$@" >/dev/null 2>"$work/log"; } 2>&1 | awk '{ printf "%.1f (%.1f)", $1 + $2, $3 }'
}

# Measures the program in $work/src: row TITLE PACKAGE DEPENDENCIES [release]
row() (
    printf '[package]\nname = "probe"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n%s\n\n[workspace]\n' "$3" \
        >"$work/Cargo.toml"
    printf '[profile.release]\nstrip = true\n' >>"$work/Cargo.toml"
    cd "$work"
    rm -rf target Cargo.lock
    unset CARGO_TARGET_DIR RUSTFLAGS RUSTC_WRAPPER
    export CARGO_INCREMENTAL=0
    cargo fetch --quiet
    crates=$(cargo tree --quiet --prefix none --edges normal,build | sed 's/ (\*)$//' | sort -u | wc -l)
    all=$(clock cargo check --quiet)
    cargo clean --quiet --package "$2"
    alone=$(clock cargo check --quiet --package "$2")
    cargo clean --quiet
    build=$(clock cargo build --quiet)
    size=
    if [[ ${4:-} == release ]]; then
        cargo build --quiet --release 2>"$work/log"
        size=$(stat -c %s target/release/probe | awk '{ printf "%.1f", $1 / 1e6 }')
    fi
    printf '| %s | %s | %s | %s | %s | %s |\n' "$1" "$((crates - 1))" "$all" "$alone" "$build" "$size"
)

# Lines that are neither blank nor comments.
lines() {
    grep -hvE '^\s*(//.*)?$' "$work"/src/*.rs | wc -l
}

mkdir "$work/src"
printf '| | crates | `cargo check`, CPU s (wall) | the crate alone | `cargo build`, CPU s (wall) | binary, MB |\n'
printf '|---|---|---|---|---|---|\n'
small $ours AdminRespondToAuthChallengeRequest
row 'this crate' $ours "$ours = { path = \"$root/generated\" }"
row 'this crate, feature `serde`' $ours "$ours = { path = \"$root/generated\", features = [\"serde\"] }"
small $sdk operation::admin_respond_to_auth_challenge::AdminRespondToAuthChallengeInput
row 'official SDK, no default features' $sdk "$sdk = { version = \"1\", default-features = false }"
row 'official SDK' $sdk "$sdk = \"1\""

cp "$root"/generated/examples/sign_in/*.rs "$work/src"
row "sign-in, this crate: $(lines) lines" $ours "$srp
$ours = { path = \"$root/generated\" }
ureq = { version = \"3\", default-features = false, features = [\"rustls\"] }" release
cp "$root"/codegen/benches/compile/*.rs "$work/src"
row "sign-in, official SDK: $(lines) lines" $sdk "$srp
$sdk = \"1\"
aws-smithy-types = \"1\"
serde_json = \"1\"
tokio = { version = \"1\", features = [\"rt\", \"net\", \"time\"] }" release
printf '\n%s cores, %s, %s\n' "$(nproc)" \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)" "$(rustc --version)"
