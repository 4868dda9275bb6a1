//! Compiled patterns as Rust: statics of the runtime's `Pattern`.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::class_map::ClassMap;
use super::{Check, ClassSet, Table};

/// How wide a line may get.
const WIDTH: usize = 100;

/// The numbers of the maps that patterns share.
type Maps = BTreeMap<Vec<u32>, usize>;

/// The body of a file with a static for each pattern, by its name; texts are those of the models.
///
/// The file has to import `Classes`, `Limits` and `Pattern` from the runtime's `validation::pattern`. Patterns that
/// every string matches are left out, since there is nothing to check. Maps of what is beyond ASCII are written once
/// and shared.
pub fn file(patterns: &BTreeMap<String, (String, &Check)>) -> String {
    let mut maps = Maps::new();
    let mut statics = String::new();
    for (name, (text, check)) in patterns {
        statics.push_str(&pattern_statics(name, text, check, &mut maps));
    }
    let mut by_number: Vec<(&Vec<u32>, &usize)> = maps.iter().collect();
    by_number.sort_by_key(|(_, number)| **number);
    let maps: Vec<String> = by_number.into_iter().map(|(map, number)| map_static(*number, map)).collect();
    let all = format!("{}{statics}", maps.concat());
    all.trim_start().to_owned()
}

/// A map of what is beyond ASCII.
fn map_static(number: usize, map: &[u32]) -> String {
    let entries: Vec<String> = map.iter().map(|entry| format!("{entry:#X}")).collect();
    let body = wrapped(&entries, 4);
    format!(
        "\n/// Kinds of characters beyond ASCII, each entry with the last code point of a range.\n\
         static MAP_{number}: [u32; {}] = [\n{body}];\n",
        map.len()
    )
}

/// The static of a pattern, and behind it the one that it needs as well, if there is one.
fn pattern_statics(name: &str, text: &str, check: &Check, maps: &mut Maps) -> String {
    let shown = code_span(text);
    let text = literal(text);
    let documented = format!("\n/// The pattern {shown}.\npub(crate) static {name}: Pattern = ");
    match check {
        Check::Always => String::new(),
        Check::Class { class, min, max } => {
            let classes = classes(&ClassMap::of(&[class.complement(), class.clone()]), maps);
            let call = format!("Pattern::count(\n    {text},\n    {classes},\n    {min},\n    {max:?},\n)");
            format!("{documented}{call};\n")
        }
        Check::Table(table) => match table.also() {
            None => format!("{documented}{};\n", automaton(&text, table, maps)),
            Some(also) => {
                let first = automaton(&text, table, maps);
                let second = automaton(&text, also, maps);
                let start = format!("{documented}{first}\n.and(&{name}_END);\n");
                format!(
                    "{start}\n/// What [`{name}`] asks of the end.\nstatic {name}_END: Pattern = {second};\n"
                )
            }
        },
    }
}

/// An automaton as a constant expression.
fn automaton(text: &str, table: &Table, maps: &mut Maps) -> String {
    let classes = classes(&table.map(), maps);
    let (width, cells) = cells(table);
    let limits = limits(table);
    format!("Pattern::{width}(\n    {text},\n    {classes},\n    {limits},\n    {cells},\n)")
}

fn classes(map: &ClassMap, maps: &mut Maps) -> String {
    let ranges: Vec<String> = map.ascii.iter().map(ascii_range).collect();
    let shared = if map.beyond.is_empty() {
        "&[]".to_owned()
    } else {
        let fresh = maps.len();
        format!("&MAP_{}", maps.entry(map.beyond.clone()).or_insert(fresh))
    };
    let kinds: Vec<String> = map.kinds.iter().map(u8::to_string).collect();
    let kinds = kinds.join(", ");
    let line = format!("Classes::new(&[{}], {shared}, &[{kinds}])", ranges.join(", "));
    if line.len() + 5 <= WIDTH {
        return line;
    }
    let body = wrapped(&ranges, 12);
    format!("Classes::new(\n        &[\n{body}        ],\n        {shared},\n        &[{kinds}],\n    )")
}

fn ascii_range((first, last, class): &(u8, u8, u8)) -> String {
    format!("({}, {}, {class})", byte(*first), byte(*last))
}

/// A byte as a literal that shows it.
fn byte(byte: u8) -> String {
    if byte.is_ascii_graphic() || byte == b' ' {
        format!("b'{}'", byte.escape_ascii())
    } else {
        format!("{byte:#04X}")
    }
}

fn limits(table: &Table) -> String {
    let row = |state: usize| table.row(state);
    let (start, accepting) = (row(table.start()), row(table.accepting()));
    let (settled, dead) = (row(table.settled()), row(table.dead()));
    format!("Limits {{ start: {start}, accepting: {accepting}, settled: {settled}, dead: {dead} }}")
}

/// The constructor for a table's cells, and the cells.
fn cells(table: &Table) -> (&'static str, String) {
    let cells: Vec<String> = table.rows().map(|row| row.to_string()).collect();
    let width = if table.cells() <= 256 { "narrow" } else { "wide" };
    let line = format!("&[{}]", cells.join(", "));
    let fits = line.len() + 5 <= WIDTH;
    (width, if fits { line } else { format!("&[\n{}    ]", wrapped(&cells, 8)) })
}

/// Items with commas, on lines that are as long as they may.
fn wrapped(items: &[String], indent: usize) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for item in items {
        if width == 0 || width + item.len() + 2 > WIDTH {
            let start = if width == 0 { "" } else { "\n" };
            let _ = write!(lines, "{start}{:indent$}{item},", "");
            width = indent + item.len() + 1;
        } else {
            let _ = write!(lines, " {item},");
            width += item.len() + 2;
        }
    }
    if items.is_empty() { lines } else { lines + "\n" }
}

/// A string literal: raw where that shows the text as it is.
fn literal(text: &str) -> String {
    let plain = text.chars().all(|c| c.is_ascii_graphic() || c == ' ');
    if !plain || !text.contains(['\\', '"']) {
        return format!("{text:?}");
    }
    let longest = text.split(|c| c != '#').map(str::len).max().unwrap_or(0);
    let fence = if text.contains('"') { "#".repeat(longest + 1) } else { String::new() };
    format!("r{fence}\"{text}\"{fence}")
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

/// The bytes that a pattern takes in a program, apart from maps that it may share.
pub fn bytes(check: &Check) -> usize {
    match check {
        Check::Always => 0,
        Check::Class { class, .. } => class_bytes(class),
        Check::Table(table) => table_bytes(table) + table.also().map_or(0, table_bytes),
    }
}

fn table_bytes(table: &Table) -> usize {
    128 + table.map().kinds.len() + table.bytes()
}

fn class_bytes(class: &ClassSet) -> usize {
    128 + ClassMap::of(&[class.complement(), class.clone()]).kinds.len()
}
