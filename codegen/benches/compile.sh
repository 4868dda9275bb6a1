#!/usr/bin/env bash
# What the generated crate costs the people who build it, beside the official SDK.
#
#     codegen/benches/compile.sh
#
# Each row is a small program that builds one AdminRespondToAuthChallenge request: `cargo check` from a clean target
# folder, dependencies included, then once more with only the crate of the service to check. The figures are CPU seconds
# (user and system) and seconds of wall time. Crates are fetched before the clock starts. Needs a few minutes and 2 GB.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ours='cognito-identity-provider = { path = "'$root'/generated"'
sdk='aws-sdk-cognitoidentityprovider = { version = "1"'

program_ours='use cognito_identity_provider::AdminRespondToAuthChallengeRequest;
fn main() {
    let request = AdminRespondToAuthChallengeRequest::builder()
        .user_pool_id("pool").client_id("client").challenge_name("SMS_MFA".into())
        .challenge_responses("USERNAME", "alice").challenge_responses("SMS_MFA_CODE", "123456").build();
    println!("{}", request.is_ok());
}'
program_sdk='use aws_sdk_cognitoidentityprovider::operation::admin_respond_to_auth_challenge::AdminRespondToAuthChallengeInput;
fn main() {
    let request = AdminRespondToAuthChallengeInput::builder()
        .user_pool_id("pool").client_id("client").challenge_name("SMS_MFA".into())
        .challenge_responses("USERNAME", "alice").challenge_responses("SMS_MFA_CODE", "123456").build();
    println!("{}", request.is_ok());
}'

# Prints CPU and wall seconds of a command.
clock() {
    local TIMEFORMAT='%U %S %R'
    { time "$@" >/dev/null 2>"$work/log"; } 2>&1 | awk '{ printf "%.1f (%.1f)", $1 + $2, $3 }'
}

# row TITLE PACKAGE PROGRAM DEPENDENCY
row() {
    local title=$1 package=$2 program=$3 dependency=$4
    local folder=$work/${title//[^a-z]/-}
    mkdir -p "$folder/src"
    printf '[package]\nname = "probe"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n%s }\n\n[workspace]\n' \
        "$dependency" >"$folder/Cargo.toml"
    printf '%s\n' "$program" >"$folder/src/main.rs"
    (
        cd "$folder"
        unset CARGO_TARGET_DIR RUSTFLAGS RUSTC_WRAPPER
        export CARGO_INCREMENTAL=0
        cargo fetch --quiet
        crates=$(cargo tree --quiet --prefix none --edges normal,build | sed 's/ (\*)$//' | sort -u | wc -l)
        all=$(clock cargo check --quiet)
        cargo clean --quiet --package "$package"
        alone=$(clock cargo check --quiet --package "$package")
        cargo clean --quiet
        build=$(clock cargo build --quiet)
        printf '| %s | %s | %s | %s | %s |\n' "$title" "$((crates - 1))" "$all" "$alone" "$build"
    )
}

printf '| | crates | `cargo check`, CPU s (wall) | the crate alone | `cargo build`, CPU s (wall) |\n|---|---|---|---|---|\n'
row 'this crate' cognito-identity-provider "$program_ours" "$ours"
row 'this crate, feature serde' cognito-identity-provider "$program_ours" "$ours, features = [\"serde\"]"
row 'official SDK, no default features' aws-sdk-cognitoidentityprovider "$program_sdk" "$sdk, default-features = false"
row 'official SDK' aws-sdk-cognitoidentityprovider "$program_sdk" "$sdk"
printf '\n%s cores, %s, %s\n' "$(nproc)" \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)" "$(rustc --version)"
