//! Mutations of the IDL: of its tokens, so that most mutants are still nearly right.

use crate::random::Random;
use crate::words::{NAMES, NUMBERS, TEXTS, TOKENS, TRAITS, TYPES};

/// The model with some mutations.
pub fn mutated(random: &mut Random, text: &str, count: usize) -> String {
    let mut tokens = tokens(text);
    for _ in 0..count {
        mutate(random, &mut tokens);
    }
    tokens.concat()
}

/// Words, strings, spaces, and every other character by itself.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let length = match first {
            c if is_word(c) => rest.find(|c| !is_word(c)),
            c if c.is_whitespace() => rest.find(|c: char| !c.is_whitespace()),
            '"' => rest[1..].find('"').map(|end| end + 2),
            c => Some(c.len_utf8()),
        };
        let (token, after) = rest.split_at(length.unwrap_or(rest.len()));
        tokens.push(token.to_owned());
        rest = after;
    }
    tokens
}

fn mutate(random: &mut Random, tokens: &mut Vec<String>) {
    let at = random.below(tokens.len());
    let end = (at + 1 + random.below(12)).min(tokens.len());
    match random.below(9) {
        0 => drop(tokens.drain(at..end)),
        1 => {
            let copy = tokens[at..end].to_vec();
            tokens.splice(at..at, copy);
        }
        2 => {
            let other = random.below(tokens.len());
            tokens.swap(at, other);
        }
        3 => tokens[at] = tokens[random.below(tokens.len())].clone(),
        4 => tokens.insert(at, random.of(TOKENS).to_owned()),
        5 => tokens[at] = word(random),
        6 => {
            let moved: Vec<String> = tokens.drain(at..end).collect();
            let to = random.below(tokens.len() + 1);
            tokens.splice(to..to, moved);
        }
        7 => tokens.insert(at, "[".repeat(random.below(600))),
        _ => tokens[at] = random.of(TEXTS).to_owned(),
    }
}

fn word(random: &mut Random) -> String {
    match random.below(5) {
        0 => random.of(NAMES).to_owned(),
        1 => random.of(TYPES).to_owned(),
        2 => format!("@{} ", random.of(TRAITS)),
        3 => random.of(NUMBERS).to_owned(),
        _ => format!("\"{}\"", random.of(TEXTS)),
    }
}
