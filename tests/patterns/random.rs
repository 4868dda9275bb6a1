//! Random patterns on random strings, against a second engine of ECMA-262.

use pattern::{Caps, Unchecked, compile};

use super::leaked::leaked;
use super::numbers::Random;

const ATOMS: &[&str] = &[
    "a",
    "a",
    "b",
    "b",
    "é",
    "1",
    " ",
    "_",
    ".",
    r"\w",
    r"\W",
    r"\d",
    r"\D",
    r"\s",
    r"\S",
    "[ab]",
    "[^a]",
    "[^]",
    "[]",
    r"[\w-]",
    r"[^\s1]",
    r"\p{L}",
    r"\P{L}",
    r"[\p{Lu}b]",
    r"\n",
    "[a-b1-9]",
    r"\u00E9",
    r"\u{1F600}",
    r"[\uD83D\uDE00-\uD83D\uDE4F]",
];
const ASSERTIONS: &[&str] = &["^", "$", r"\b", r"\B"];
const REPEATS: &[&str] =
    &["*", "+", "?", "*?", "+?", "{2}", "{0,2}", "{1,3}", "{2,}", "{0}", "{1,2}?", "{3,5}"];
const LOOKS: &[&str] = &["(?=", "(?!", "(?<=", "(?<!"];
const LETTERS: &[&str] = &["a", "a", "b", "b", "é", "1", " ", "_", "\n", "😀", "A", "-", "\u{2028}"];

fn alternatives(random: &mut Random, depth: usize) -> String {
    let branches = 1 + usize::from(random.below(3) == 0) + usize::from(random.below(6) == 0);
    (0..branches).map(|_| sequence(random, depth)).collect::<Vec<_>>().join("|")
}

fn sequence(random: &mut Random, depth: usize) -> String {
    (0..random.below(4)).map(|_| piece(random, depth)).collect()
}

fn piece(random: &mut Random, depth: usize) -> String {
    match random.below(12) {
        0 | 1 => random.of(ASSERTIONS).to_owned(),
        2 if depth > 0 => format!("{}{})", random.of(LOOKS), alternatives(random, depth - 1)),
        3..=5 if depth > 0 => {
            let open = random.of(&["(", "(?:"]);
            let inner = alternatives(random, depth - 1);
            // The other engine takes endless memory for some repeats of what can be empty.
            match random.below(2) {
                0 => format!("{open}{inner})"),
                _ => format!("{open}{}(?:{inner})){}", random.of(ATOMS), random.of(REPEATS)),
            }
        }
        _ => {
            let atom = random.of(ATOMS).to_owned();
            if random.below(2) == 0 { atom } else { atom + random.of(REPEATS) }
        }
    }
}

fn string(random: &mut Random) -> String {
    (0..random.below(8)).map(|_| random.of(LETTERS)).collect()
}

#[test]
fn random_patterns_agree_with_a_second_engine() {
    let mut random = Random::new(1);
    let (mut judged, mut refused) = (0, 0);
    for _ in 0..10_000 {
        let pattern = alternatives(&mut random, 2);
        // The other engine refuses some repeats of what can never match.
        let Ok(other) = regress::Regex::with_flags(&pattern, "u") else {
            refused += 1;
            continue;
        };
        let compiled = match compile(&pattern, &Caps { steps: 300_000, ..Caps::default() }) {
            Ok(compiled) => compiled,
            Err(Unchecked::AheadWithinBehind | Unchecked::TooLarge { .. }) => {
                refused += 1;
                continue;
            }
            Err(unchecked) => panic!("{pattern}: {unchecked}"),
        };
        assert_eq!(compiled.lenient, [], "{pattern}");
        let checked = leaked(&pattern, &compiled.check);
        for _ in 0..12 {
            let text = string(&mut random);
            judged += 1;
            assert_eq!(checked.is_match(&text), other.find(&text).is_some(), "{pattern} on {text:?}");
        }
    }
    assert!(judged > 90_000 && refused < 1_500, "{judged} judged, {refused} patterns refused");
}
