//! Compiled patterns as generated crates carry them.

use std::collections::BTreeMap;

use pattern::{Check, ClassMap, Table};

use crate::ir::patterns::{Automaton, CellWidth, CharClasses, Matcher, PatternStatic, Patterns};
use crate::names::ConstName;

/// The maps that patterns share.
type Maps = BTreeMap<ConstName, Vec<u32>>;

/// The start of the FNV-1a hash in 32 bits, here over whole entries.
const FNV_BASIS: u32 = 0x811C_9DC5;

/// Its factor.
const FNV_PRIME: u32 = 0x0100_0193;

/// The statics of patterns by their names, each with its text. Patterns that every string matches are left out, since
/// there is nothing to check.
pub(super) fn statics(patterns: &BTreeMap<&ConstName, (&str, &Check)>) -> Patterns {
    let mut maps = Maps::new();
    let statics = patterns.iter().filter_map(|(name, (text, check))| {
        Some(PatternStatic {
            name: (*name).clone(),
            docs: format!("The pattern {}.", code_span(text)),
            text: (*text).to_owned(),
            matcher: matcher(&mut maps, name, check)?,
        })
    });
    let statics = statics.collect();
    Patterns { maps, statics }
}

fn matcher(maps: &mut Maps, name: &ConstName, check: &Check) -> Option<Matcher> {
    match check {
        Check::Always => None,
        Check::Class { class, min, max } => {
            let classes = classes(maps, ClassMap::of(&[class.complement(), class.clone()]));
            Some(Matcher::Count { classes, min: *min, max: *max })
        }
        Check::Table(table) => {
            let first = automaton(maps, table);
            Some(match table.also() {
                None => Matcher::Automaton(first),
                Some(also) => Matcher::Both(first, name.with_suffix("_END"), automaton(maps, also)),
            })
        }
    }
}

fn automaton(maps: &mut Maps, table: &Table) -> Automaton {
    Automaton {
        classes: classes(maps, table.map()),
        start: table.row(table.start()),
        accepting: table.row(table.accepting()),
        settled: table.row(table.settled()),
        dead: table.row(table.dead()),
        cells: table.rows().collect(),
        width: if table.cells() <= 256 { CellWidth::Narrow } else { CellWidth::Wide },
    }
}

fn classes(maps: &mut Maps, map: ClassMap) -> CharClasses {
    let ClassMap { ascii, beyond, kinds } = map;
    let beyond = (!beyond.is_empty()).then(|| map_name(maps, beyond));
    CharClasses { ascii, beyond, kinds }
}

/// The name of a map, by its content: another pattern in the model renames none.
fn map_name(maps: &mut Maps, map: Vec<u32>) -> ConstName {
    let mut hash = map.iter().fold(FNV_BASIS, |hash, entry| (hash ^ entry).wrapping_mul(FNV_PRIME));
    loop {
        let name = ConstName::of(&format!("beyond ascii {hash:08x}"));
        let held = maps.entry(name.clone()).or_insert_with(|| map.clone());
        if *held == map {
            return name;
        }
        hash = hash.wrapping_add(1);
    }
}

/// A code span of Markdown that shows a text, on one line and without characters that cannot be seen.
fn code_span(text: &str) -> String {
    let shown: String = text.chars().flat_map(visible).collect();
    let longest = shown.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 || shown.trim() != shown || shown.is_empty() { " " } else { "" };
    format!("{fence}{pad}{shown}{pad}{fence}")
}

fn visible(c: char) -> Vec<char> {
    let seen = !c.is_control() && (c.is_ascii() || c.is_alphanumeric());
    if seen { vec![c] } else { c.escape_default().collect() }
}
