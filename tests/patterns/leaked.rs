//! Compiled patterns as the runtime's, without a compiler in between: what is static in a crate is leaked here.

use pattern::{Caps, Check, ClassMap, Compiled, Table, compile};
use smithygen::runtime::validation::pattern::{Classes, Limits, Pattern};

/// A pattern that is checked, or none where every string matches.
pub struct Checked(Option<Pattern>);

impl Checked {
    /// Whether a string has a match.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.as_ref().is_none_or(|pattern| pattern.is_match(text))
    }
}

/// Compiles a pattern that can be checked.
pub fn compiled(pattern: &str) -> Compiled {
    compile(pattern, &Caps::default()).unwrap_or_else(|unchecked| panic!("{pattern}: {unchecked}"))
}

/// A check as the runtime's pattern.
pub fn leaked(text: &str, check: &Check) -> Checked {
    let text = text.to_owned().leak();
    match check {
        Check::Always => Checked(None),
        Check::Class { class, min, max } => {
            let classes = classes(ClassMap::of(&[class.complement(), class.clone()]));
            Checked(Some(Pattern::count(text, classes, *min, *max)))
        }
        Check::Table(table) => {
            let pattern = of_table(text, table);
            Checked(Some(match table.also() {
                None => pattern,
                Some(also) => pattern.and(Box::leak(Box::new(of_table(text, also)))),
            }))
        }
    }
}

fn of_table(text: &'static str, table: &Table) -> Pattern {
    let row = |state: usize| u32::try_from(table.row(state)).expect("a table is small");
    let limits = Limits {
        start: row(table.start()),
        accepting: row(table.accepting()),
        settled: row(table.settled()),
        dead: row(table.dead()),
    };
    let classes = classes(table.map());
    if table.cells() <= 256 {
        let cells = table.rows().map(|row| u8::try_from(row).expect("it is narrow"));
        return Pattern::narrow(text, classes, limits, cells.collect::<Vec<u8>>().leak());
    }
    let cells = table.rows().map(|row| u16::try_from(row).expect("it is wide"));
    Pattern::wide(text, classes, limits, cells.collect::<Vec<u16>>().leak())
}

fn classes(map: ClassMap) -> Classes {
    Classes::new(&map.ascii, map.beyond.leak(), map.kinds.leak())
}
