//! Which class each character is of, in the form that the runtime searches.

use super::set::{ClassSet, LAST};

/// The class of each character: the three lists that `Classes::new` of the runtime takes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClassMap {
    /// Ranges of ASCII with their class, both ends included, without those of class 0.
    pub ascii: Vec<(u8, u8, u8)>,
    /// The kinds of what is beyond ASCII: ascending `last code point << 8 | kind`. Kinds are numbered as they
    /// occur, so that patterns with the same classes beyond ASCII have the same map.
    pub beyond: Vec<u32>,
    /// The class of each kind.
    pub kinds: Vec<u8>,
}

/// A range of code points with its class.
type Range = (u32, u32, u8);

impl ClassMap {
    /// The map of up to 256 classes that hold each character once.
    pub fn of(classes: &[ClassSet]) -> Self {
        let numbered = (0..=u8::MAX).zip(classes);
        let ranges_of = |(class, set)| ranges_of(class, set);
        let mut ranges: Vec<Range> = numbered.flat_map(ranges_of).collect();
        ranges.sort_unstable();
        let (beyond, kinds) = beyond_ascii(&ranges);
        Self { ascii: ascii(&ranges), beyond, kinds }
    }
}

fn ranges_of(class: u8, set: &ClassSet) -> impl Iterator<Item = Range> {
    set.ranges().iter().map(move |&(first, last)| (first, last, class))
}

fn ascii(ranges: &[Range]) -> Vec<(u8, u8, u8)> {
    let byte = |code: u32| u8::try_from(code.min(0x7F)).expect("it is at most 127");
    let inside = ranges.iter().filter(|&&(first, _, class)| first < 0x80 && class != 0);
    inside.map(|&(first, last, class)| (byte(first), byte(last), class)).collect()
}

fn beyond_ascii(ranges: &[Range]) -> (Vec<u32>, Vec<u8>) {
    let mut runs: Vec<(u32, u8)> = Vec::new();
    for &(_, last, class) in ranges.iter().filter(|range| range.1 >= 0x80) {
        match runs.last_mut() {
            Some(run) if run.1 == class => run.0 = last,
            Some(_) | None => runs.push((last, class)),
        }
    }
    let mut kinds = Vec::new();
    let mut map = Vec::new();
    for &(last, class) in &runs {
        let kind = kinds.iter().position(|&known| known == class).unwrap_or_else(|| {
            kinds.push(class);
            kinds.len() - 1
        });
        map.push(last.min(LAST) << 8 | u32::try_from(kind).expect("there are at most 256 kinds"));
    }
    if map.len() == 1 {
        map.clear();
    }
    (map, kinds)
}
