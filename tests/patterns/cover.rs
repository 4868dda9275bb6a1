//! A walk over each state and class of every automaton, against a second engine.

use std::collections::BTreeSet;

use pattern::{Caps, Check, Compiled, Table, compile};

use super::corpus::cases;
use super::leaked::leaked;
use super::models::patterns;
use super::support::shared;
use super::translated::to_regex;

/// How many strings one pattern is tried on; of more, each n-th is.
const MAX_STRINGS: usize = 15_000;
/// Patterns of our own.
const OWN: &[&str] = &[
    r"^[\w-]+_[0-9a-zA-Z]+$",
    "^(?!aws:)[a-z:]{1,8}$",
    r"^arn:[\w+=/,.@-]+:[0-9]+:(role|user)/.{1,9}$",
    r"\bx[^y]\d|^$",
    r"^[\p{L}\p{M}]{2,5}@(?!x)\S+$",
    r"(?<![a-c]\d)q",
    // This one takes two automata.
    "^/(([^/][!-~]+/){1,511})?[a-z]{1,64}$",
];

/// A second engine.
enum Engine {
    /// Linear, without look-around.
    Regex(regex::Regex),
    /// Backtracking, with all of ECMA-262.
    Regress(regress::Regex),
}

impl Engine {
    /// The engine for a pattern; `None` for one that is beyond both.
    fn of(pattern: &str) -> Option<Self> {
        let Some(translated) = to_regex(pattern) else {
            return regress::Regex::with_flags(pattern, "u").ok().map(Self::Regress);
        };
        let built = regex::RegexBuilder::new(&translated).size_limit(30 << 20).build();
        match built {
            Ok(regex) => Some(Self::Regex(regex)),
            Err(regex::Error::CompiledTooBig(_)) => None,
            Err(error) => panic!("{pattern} as {translated}: {error}"),
        }
    }

    fn is_match(&self, text: &str) -> bool {
        match self {
            Self::Regex(regex) => regex.is_match(text),
            Self::Regress(regex) => regex.find(text).is_some(),
        }
    }
}

/// Strings that lead through each state and class, and end in acceptance where that can be.
fn strings(table: &Table) -> Vec<String> {
    let access = access(table);
    let tails = tails(table);
    let samples: Vec<Vec<char>> =
        table.classes().iter().map(|class| samples(&class.chars().collect::<Vec<_>>())).collect();
    let total = table.states() * samples.iter().map(Vec::len).sum::<usize>();
    let step = total.div_ceil(MAX_STRINGS).max(1);
    let mut strings = Vec::new();
    let mut index = 0;
    for (state, before) in access.iter().enumerate() {
        for (class, samples) in samples.iter().enumerate() {
            for c in samples {
                index += 1;
                if index % step == 0 {
                    let tail = &tails[table.next(state, class)];
                    strings.push(format!("{before}{c}{}", tail.as_deref().unwrap_or("")));
                }
            }
        }
    }
    strings.extend(access.into_iter().take(MAX_STRINGS));
    strings
}

/// The first, a middle and the last character of a class.
fn samples(chars: &[char]) -> Vec<char> {
    let picks = [chars.first(), chars.get(chars.len() / 2), chars.last()];
    picks.into_iter().flatten().copied().collect::<BTreeSet<char>>().into_iter().collect()
}

/// A shortest string that leads to each state.
fn access(table: &Table) -> Vec<String> {
    let mut access: Vec<Option<String>> = vec![None; table.states()];
    access[table.start()] = Some(String::new());
    let mut open = std::collections::VecDeque::from([table.start()]);
    while let Some(state) = open.pop_front() {
        for (class, set) in table.classes().iter().enumerate() {
            let next = table.next(state, class);
            if access[next].is_none() {
                let c = set.chars().next().expect("no class is empty");
                access[next] = access[state].as_ref().map(|before| format!("{before}{c}"));
                open.push_back(next);
            }
        }
    }
    access.into_iter().map(|text| text.expect("each state of a minimal automaton is reached")).collect()
}

/// A shortest string that leads from each state to one that accepts.
fn tails(table: &Table) -> Vec<Option<String>> {
    let accepts = |state| table.accepts(state).then(String::new);
    let mut tails: Vec<Option<String>> = (0..table.states()).map(accepts).collect();
    let mut before: Vec<Vec<(usize, usize)>> = vec![Vec::new(); table.states()];
    for state in 0..table.states() {
        for class in 0..table.classes().len() {
            before[table.next(state, class)].push((state, class));
        }
    }
    let mut open: std::collections::VecDeque<usize> =
        (0..table.states()).filter(|&state| table.accepts(state)).collect();
    while let Some(state) = open.pop_front() {
        for &(earlier, class) in &before[state] {
            if tails[earlier].is_none() {
                let c = table.classes()[class].chars().next().expect("no class is empty");
                tails[earlier] = tails[state].as_ref().map(|tail| format!("{c}{tail}"));
                open.push_back(earlier);
            }
        }
    }
    tails
}

/// Strings around the counts of a class.
fn counted(class: &pattern::ClassSet, min: u32, max: Option<u32>) -> Vec<String> {
    let inside = samples(&class.chars().collect::<Vec<_>>());
    let outside = samples(&class.complement().chars().collect::<Vec<_>>());
    let (min, max) = (min as usize, max.map_or(min as usize + 9, |max| max as usize).min(3_000));
    let counts = BTreeSet::from([0, 1, min.saturating_sub(1), min, min + 1, max - 1.min(max), max, max + 1]);
    let mut strings = Vec::new();
    for count in counts {
        strings.extend(inside.iter().map(|c| c.to_string().repeat(count)));
        strings.extend(
            outside.iter().map(|c| format!("{}{c}", inside.iter().cycle().take(count).collect::<String>())),
        );
    }
    strings
}

/// The strings on which a pattern and the second engine differ, and on how many they were compared.
fn differences(pattern: &str, compiled: &Compiled) -> (Vec<String>, usize) {
    let strings = match &compiled.check {
        Check::Always => vec![String::new(), "a".to_owned(), "\n".to_owned()],
        Check::Class { class, min, max } => counted(class, *min, *max),
        Check::Table(table) => {
            let end = table.also().map(strings).unwrap_or_default();
            strings(table).into_iter().chain(end).collect()
        }
    };
    let Some(engine) = Engine::of(pattern) else { return (Vec::new(), 0) };
    let checked = leaked(pattern, &compiled.check);
    let judged = strings.len();
    let differs = |text: &String| checked.is_match(text) != engine.is_match(text);
    (strings.into_iter().filter(differs).map(|text| format!("{pattern} on {text:?}")).collect(), judged)
}

#[test]
fn every_state_and_class_of_our_patterns_agrees_with_a_second_engine() {
    assert_agree(&OWN.iter().map(|&pattern| pattern.to_owned()).collect());
}

#[shared_data::test]
fn every_state_and_class_of_shared_patterns_agrees_with_a_second_engine() {
    let folder = shared();
    let mut all: BTreeSet<String> = patterns(&folder).into_values().flatten().collect();
    all.extend(cases(&folder, "corpus.json", "node_u").into_iter().map(|case| case.pattern));
    assert_agree(&all);
}

fn assert_agree(all: &BTreeSet<String>) {
    let (mut found, mut judged) = (Vec::new(), 0);
    for pattern in all {
        // What is read leniently means something else to a second engine, or nothing.
        let Ok(compiled) = compile(pattern, &Caps::default()) else { continue };
        if compiled.lenient.is_empty() {
            let (differences, count) = differences(pattern, &compiled);
            found.extend(differences);
            judged += count;
        }
    }
    assert_eq!(found, Vec::<String>::new());
    assert!(judged > 100 * all.len(), "{judged} strings for {} patterns", all.len());
}
