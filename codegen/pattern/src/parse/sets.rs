//! The sets of ECMA-262's short escapes.

use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

use crate::set::ClassSet;

/// `\d`.
pub(super) fn digits() -> ClassSet {
    ranges(&[('0', '9')])
}

/// `\w`.
pub(super) fn word() -> ClassSet {
    ranges(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')])
}

/// `\s`: white space and ends of lines.
pub(super) fn space() -> ClassSet {
    ranges(&[
        ('\t', '\r'),
        (' ', ' '),
        ('\u{A0}', '\u{A0}'),
        ('\u{1680}', '\u{1680}'),
        ('\u{2000}', '\u{200A}'),
        ('\u{2028}', '\u{2029}'),
        ('\u{202F}', '\u{202F}'),
        ('\u{205F}', '\u{205F}'),
        ('\u{3000}', '\u{3000}'),
        ('\u{FEFF}', '\u{FEFF}'),
    ])
}

/// What `.` leaves out.
pub(super) fn line_ends() -> ClassSet {
    ranges(&[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')])
}

/// The set of these ranges, both ends included.
pub(super) fn ranges(ranges: &[(char, char)]) -> ClassSet {
    ClassSet::new(ranges.iter().map(|&(first, last)| (first as u32, last as u32)))
}

/// The set of one code point, which is empty for a surrogate.
pub(super) fn code_point(code: u32) -> ClassSet {
    ClassSet::new([(code, code)])
}

/// A set with all that differs from a member in case only, by Unicode's simple folding.
pub(super) fn folded(set: &ClassSet) -> ClassSet {
    let char_of = |code| char::from_u32(code).expect("a set holds characters alone");
    let ranges =
        set.ranges().iter().map(|&(first, last)| ClassUnicodeRange::new(char_of(first), char_of(last)));
    let mut class = ClassUnicode::new(ranges);
    class.case_fold_simple();
    of_class(&class)
}

/// A set of `regex-syntax` as one of ours.
pub(super) fn of_class(class: &ClassUnicode) -> ClassSet {
    ClassSet::new(class.iter().map(|range| (range.start() as u32, range.end() as u32)))
}
