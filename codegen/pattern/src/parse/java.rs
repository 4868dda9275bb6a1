//! Classes that Java knows by other names than ECMA-262, or with another meaning.

use super::{property, sets};
use crate::set::ClassSet;

/// The set of `\p{name}` where ECMA-262 does not know the name.
pub(super) fn set(name: &str) -> Option<ClassSet> {
    if let Some(set) = ascii(name) {
        return Some(set);
    }
    match name {
        "LD" => Some(property::set("L")?.union(&property::set("Nd")?)),
        "L1" => Some(sets::ranges(&[('\0', '\u{FF}')])),
        "all" => Some(ClassSet::all()),
        _ => {
            let name = name.strip_prefix("Is")?;
            property::set(name).or_else(|| property::set(&format!("sc={name}")))
        }
    }
}

/// The set of a name that is ASCII's alone in Java, even where ECMA-262 knows the name.
pub(super) fn ascii(name: &str) -> Option<ClassSet> {
    let ranges: &[(char, char)] = match name {
        "Lower" => &[('a', 'z')],
        "Upper" => &[('A', 'Z')],
        "ASCII" => &[('\0', '\x7F')],
        "Alpha" => &[('A', 'Z'), ('a', 'z')],
        "Digit" => &[('0', '9')],
        "Alnum" => &[('0', '9'), ('A', 'Z'), ('a', 'z')],
        "Punct" => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        "Graph" => &[('!', '~')],
        "Print" => &[(' ', '~')],
        "Blank" => &[('\t', '\t'), (' ', ' ')],
        "Cntrl" => &[('\0', '\x1F'), ('\x7F', '\x7F')],
        "XDigit" => &[('0', '9'), ('A', 'F'), ('a', 'f')],
        "Space" => &[('\t', '\r'), (' ', ' ')],
        _ => return None,
    };
    Some(sets::ranges(ranges))
}
