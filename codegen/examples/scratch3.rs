#[path = "../../tests/patterns/leaked.rs"]
mod leaked;
use std::hint::black_box;
use std::time::Instant;
fn main() {
    let long: String = "abcdefghij0123456789".repeat(50);
    let uni: String = "žluťoučký kůň ".repeat(40);
    for (p, t) in [
        (r"^[\w-]+_[0-9a-zA-Z]+$", "us-east-1_AbCdEfGhI"),
        (r"^[\w+]+$", "26charactersofclientid0000"),
        (r"^[\w+]+$", &long),
        (r"^[0-9]+$", "0123456789"),
        (r"^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$", "alice@example.com"),
        (r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+$", &uni),
        (r"^[\S]+$", &long),
        (
            r"^arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?$",
            "arn:aws:lambda:us-east-1:123456789012:function:my-function",
        ),
        (r"^[\w-]+_[0-9a-zA-Z]+$", &long),
        (r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*$", &uni),
    ] {
        let m = leaked::leaked(p, &leaked::compiled(p).check);
        let n = 400_000_00 / t.len().max(10);
        let mut best = f64::MAX;
        for _ in 0..5 {
            let s = Instant::now();
            for _ in 0..n / 5 {
                black_box(m.is_match(black_box(t)));
            }
            best = best.min(s.elapsed().as_nanos() as f64 / (n / 5) as f64);
        }
        println!("{best:8.1} ns  {:5.2} ns/B {} len {} {p}", best / t.len() as f64, m.is_match(t), t.len());
    }
}
