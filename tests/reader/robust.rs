//! Damaged models: no cut and no changed byte makes the reader panic.

use crate::resolved;

const MODEL: &str = include_str!("models/everything.json");

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

#[test]
fn the_whole_model_has_no_fault() {
    assert_eq!(resolved(&[("everything.json", MODEL)]).1, "");
}

#[test]
fn every_cut_is_a_fault() {
    assert!(MODEL.is_ascii(), "cuts may fall anywhere");
    for end in 0..MODEL.trim_end().len() {
        let (_, faults) = resolved(&[("everything.json", &MODEL[..end])]);
        assert!(faults.starts_with("error"), "cut at {end}: {faults}");
    }
}

#[test]
fn changed_bytes_never_panic() {
    let mut random = Random(1);
    for _ in 0..4_000 {
        let mut bytes = MODEL.as_bytes().to_vec();
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len());
            bytes[at] = b" {}[]\",:#$01-eax\\"[random.below(17)];
        }
        let text = String::from_utf8(bytes).expect("the bytes are ASCII");
        resolved(&[("everything.json", &text)]);
    }
}

#[test]
fn exchanged_values_never_panic() {
    let lines: Vec<&str> = MODEL.lines().collect();
    let mut random = Random(2);
    for _ in 0..2_000 {
        let mut lines = lines.clone();
        let (a, b) = (random.below(lines.len()), random.below(lines.len()));
        if random.below(2) == 0 {
            lines.swap(a, b)
        } else {
            lines[a] = lines[b]
        }
        resolved(&[("everything.json", &lines.join("\n"))]);
    }
}
