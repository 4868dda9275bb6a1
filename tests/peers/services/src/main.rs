//! Services of every protocol, through crates that are generated from their models: the requests that botocore makes of the
//! same calls, and walks through the emulator moto. `.ci/peers` runs it.

mod captured;
mod client;
mod walk;

use client::Result;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let captured = arguments.next().ok_or("the file of botocore's requests is missing")?;
    let url = arguments.next().ok_or("the URL of moto is missing")?;
    captured::compare(&std::fs::read_to_string(captured)?)?;
    walk::all(&url)
}
