//! A string that a pattern accepts, for examples.

use std::collections::{BTreeMap, VecDeque};

use crate::{Check, Table};

/// How many states with lengths a search looks at.
const MAX_PLACES: usize = 50_000;

/// What examples are spelt with where a pattern leaves the choice.
const WORD: &str = "example";

/// The state of a table and of the one that must accept as well, and how many characters led there, up to the least.
type Place = (usize, usize, usize);

impl Check {
    /// A string of at least `min` characters that is right, as short as one can be; of ordinary letters where the
    /// pattern leaves the choice. There may be none, and none may be found in reasonable time.
    pub fn example(&self, min: usize) -> Option<String> {
        match self {
            Self::Always => repeated(WORD, min),
            Self::Class { class, min: least, max } => {
                let count = min.max(usize::try_from(*least).ok()?);
                let is_right = max.is_none_or(|max| u32::try_from(count).is_ok_and(|count| count <= max));
                repeated(&letters(|c| class.contains(c))?, count).filter(|_| is_right)
            }
            Self::Table(table) => Search { table, min }.shortest(),
        }
    }
}

/// So many characters of a text, over and over.
fn repeated(text: &str, count: usize) -> Option<String> {
    (count <= MAX_PLACES).then(|| text.chars().cycle().take(count).collect())
}

/// What to write with characters of a kind: the word if it can be, or else one of them.
fn letters(is_right: impl Fn(char) -> bool) -> Option<String> {
    if WORD.chars().all(&is_right) {
        return Some(WORD.to_owned());
    }
    ordinary().find(|c| is_right(*c)).map(String::from)
}

/// The characters that examples are made of, the best first.
fn ordinary() -> impl Iterator<Item = char> {
    let letters = ('a'..='z').chain('0'..='9').chain('A'..='Z').chain("-_./:@+=, ".chars());
    letters.chain((' '..='~').filter(|c| c.is_ascii_punctuation())).chain('\u{a1}'..='\u{17f}')
}

/// The search for the shortest string that is right.
struct Search<'t> {
    table: &'t Table,
    min: usize,
}

impl Search<'_> {
    fn shortest(&self) -> Option<String> {
        let start = (self.table.start(), self.table.also().map_or(0, Table::start), 0);
        let steps = self.steps();
        let mut before: BTreeMap<Place, Option<(Place, usize)>> = BTreeMap::from([(start, None)]);
        let mut todo = VecDeque::from([start]);
        while let Some(place) = todo.pop_front() {
            if self.is_end(place) {
                return Some(self.spelt(place, &before, &steps));
            }
            for (index, &c) in steps.iter().enumerate() {
                let next = self.next(place, c);
                let is_new = next.0 != self.table.dead() && !before.contains_key(&next);
                if is_new && before.len() < MAX_PLACES {
                    before.insert(next, Some((place, index)));
                    todo.push_back(next);
                }
            }
        }
        None
    }

    /// A character for each kind that the tables tell apart.
    fn steps(&self) -> Vec<char> {
        let mut kinds = BTreeMap::new();
        let kind = |table: &Table, c| table.classes().iter().position(|class| class.contains(c));
        for (order, c) in ordinary().enumerate() {
            let kinds_of_c = (kind(self.table, c), self.table.also().map(|also| kind(also, c)));
            kinds.entry(kinds_of_c).or_insert((order, c));
        }
        let mut steps: Vec<(usize, char)> = kinds.into_values().collect();
        steps.sort();
        steps.into_iter().map(|(_, c)| c).collect()
    }

    fn next(&self, (state, other, count): Place, c: char) -> Place {
        let step = |table: &Table, state| {
            let class = table.classes().iter().position(|class| class.contains(c)).unwrap_or_default();
            table.next(state, class)
        };
        let other = self.table.also().map_or(0, |also| step(also, other));
        (step(self.table, state), other, (count + 1).min(self.min))
    }

    fn is_end(&self, (state, other, count): Place) -> bool {
        let is_also = self.table.also().is_none_or(|also| also.accepts(other));
        count == self.min && self.table.accepts(state) && is_also
    }

    /// The string that leads to a place, in letters of the word where those are of the same kind.
    fn spelt(&self, end: Place, before: &BTreeMap<Place, Option<(Place, usize)>>, steps: &[char]) -> String {
        let mut places = Vec::new();
        let mut at = end;
        while let Some(Some((place, index))) = before.get(&at) {
            places.push((*place, steps[*index]));
            at = *place;
        }
        let letter = |((place, c), wished): ((Place, char), char)| {
            if self.next(place, wished) == self.next(place, c) { wished } else { c }
        };
        places.into_iter().rev().zip(WORD.chars().cycle()).map(letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{Caps, compile};

    #[test]
    fn examples_are_right_and_readable() {
        let example = |pattern: &str, min| compile(pattern, &Caps::default()).ok()?.check.example(min);
        let cases = [
            ("^[a-z]+$", 9, Some("exampleex")),
            ("^[0-9]{3}$", 0, Some("000")),
            (r"^arn:aws:[a-z]+:::[A-Z]{2}$", 0, Some("arn:aws:x:::AA")),
            (r"^[\w-]+_[0-9a-zA-Z]+$", 10, Some("examplee_a")),
            ("^(a|b)$", 3, None),
            ("^[ab]{2}$", 2, Some("aa")),
            ("", 3, Some("exa")),
            ("", usize::MAX, None),
            (r"^\S+@\S+$", 0, Some("e@a")),
        ];
        for (pattern, min, right) in cases {
            let found = example(pattern, min);
            assert_eq!(found.as_deref(), right, "{pattern}");
        }
    }
}
