//! Compiled patterns as statics.

use super::source::{Import, Source, raw_literal};
use crate::ir::patterns::{Automaton, CellWidth, CharClasses, Matcher, PatternStatic, Patterns};

/// The maps of characters that patterns share.
pub(crate) fn characters(src: &mut Source, patterns: &Patterns) {
    src.front("What patterns tell apart beyond ASCII.");
    for (name, map) in &patterns.maps {
        src.separate();
        src.comment("Kinds of characters, each entry with the last code point of a range.");
        let entries = map.iter().map(|entry| format!("{entry:#X}"));
        src.line(format_args!("pub(crate) static {name}: [u32; {}] = [", map.len()));
        src.indented(|src| src.fill(entries));
        src.line("];");
    }
}

/// The patterns.
pub(crate) fn statics(src: &mut Source, patterns: &Patterns) {
    src.front("The patterns of the model, compiled.");
    patterns.statics.iter().for_each(|one| pattern(src, one));
}

fn pattern(src: &mut Source, PatternStatic { name, docs, text, matcher }: &PatternStatic) {
    let pattern = src.name(Import::Pattern);
    let head = format!("pub(crate) static {name}: {pattern} = ");
    src.separate();
    src.comment(docs);
    match matcher {
        Matcher::Count { classes, min, max } => {
            let arguments = |src: &mut Source| {
                src.line(format_args!("{},", raw_literal(text)));
                self::classes(src, classes);
                src.line(format_args!("{min},"));
                src.line(format_args!("{max:?},"));
            };
            src.nest(format_args!("{head}{pattern}::count("), arguments, ");");
        }
        Matcher::Automaton(only) => automaton(src, &head, text, only, ");"),
        Matcher::Both(first, end, second) => {
            automaton(src, &head, text, first, ")");
            src.line(format_args!(".and(&{end});"));
            src.separate();
            src.comment(format_args!("What [`{name}`] asks of the end."));
            automaton(src, &format!("static {end}: {pattern} = "), text, second, ");");
        }
    }
}

/// An automaton as a constant expression with what stands before and behind it.
fn automaton(src: &mut Source, before: &str, text: &str, automaton: &Automaton, after: &str) {
    let Automaton { classes, start, accepting, settled, dead, cells, width } = automaton;
    let (pattern, limits) = (src.name(Import::Pattern), src.name(Import::Limits));
    let width = match width {
        CellWidth::Narrow => "narrow",
        CellWidth::Wide => "wide",
    };
    let arguments = |src: &mut Source| {
        src.line(format_args!("{},", raw_literal(text)));
        self::classes(src, classes);
        src.line(format_args!(
            "{limits} {{ start: {start}, accepting: {accepting}, settled: {settled}, dead: {dead} }},"
        ));
        src.filled("&[", cells.iter(), "],");
    };
    src.nest(format_args!("{before}{pattern}::{width}("), arguments, after);
}

fn classes(src: &mut Source, CharClasses { ascii, beyond, kinds }: &CharClasses) {
    let classes = src.name(Import::Classes);
    let ranges: Vec<String> = ascii.iter().map(ascii_range).collect();
    let beyond = match beyond {
        Some(name) => format!("&{}::{name}", src.name(Import::Characters)),
        None => "&[]".to_owned(),
    };
    let kinds: Vec<String> = kinds.iter().map(u8::to_string).collect();
    let kinds = format!("&[{}]", kinds.join(", "));
    let line = format!("{classes}::new(&[{}], {beyond}, {kinds}),", ranges.join(", "));
    if src.fits(&line) {
        return src.line(line);
    }
    let arguments = |src: &mut Source| {
        src.nest("&[", |src| src.fill(ranges.iter()), "],");
        src.line(format_args!("{beyond},"));
        src.line(format_args!("{kinds},"));
    };
    src.nest(format_args!("{classes}::new("), arguments, "),");
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
