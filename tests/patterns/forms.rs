//! Which form a pattern takes: nothing, a counted class, or the smallest table.

use pattern::{Check, ClassSet};

use super::leaked::compiled;

#[test]
fn what_every_string_matches_needs_no_check() {
    for pattern in
        ["", "^", "$", "^(?s)", ".*", r"^[\s\S]*$", "^[^]*$", "a|", "(a*)*$", "^(?:.|\\s)*", "x?(?!y{3}z$z)"]
    {
        assert_eq!(compiled(pattern).check, Check::Always, "{pattern}");
    }
    assert_ne!(compiled("^.*$").check, Check::Always, "a line end is none of `.`");
}

#[test]
fn one_repeated_class_is_counted() {
    let digits = ClassSet::new([('0'.into(), '9'.into())]);
    for (pattern, min, max) in [
        ("^[0-9]+$", 1, None),
        (r"^(\d)*$", 0, None),
        (r"^\d$", 1, Some(1)),
        ("^(?:[0-4]|[5-9]){3,100000}$", 3, Some(100_000)),
        (r"^\d\d+\d{0,2}$", 2, None),
        (r"^(\d{1,3}){2}$", 2, Some(6)),
        (r"^\d?$", 0, Some(1)),
        (r"^$|^\d{1,9}$", 0, Some(9)),
    ] {
        assert_eq!(compiled(pattern).check, Check::Class { class: digits.clone(), min, max }, "{pattern}");
    }
}

/// States and classes of a pattern's table.
fn size(pattern: &str) -> (usize, usize) {
    match compiled(pattern).check {
        Check::Table(table) => (table.states(), table.classes().len()),
        other => panic!("{pattern} is {other:?}"),
    }
}

#[test]
fn tables_are_as_small_as_can_be() {
    assert_eq!(size(r"^[0-9A-Za-z\.\-_]*(?<!\.)$"), (3, 3));
    assert_eq!(size(r"^[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?$"), (126, 3));
    assert_eq!(size("^(?:ab|ac|ad)$"), (4, 3));
    assert_eq!(size("^a{5}b$"), (8, 3));
    assert_eq!(size("ab"), (3, 3));
    assert_eq!(size("[]"), (1, 1));
    // Counts of counts do not multiply.
    assert_eq!(size(r"^https://([.\-_a-zA-Z0-9]+/?){3,1016}$").0, 2048);
}

#[test]
fn a_table_says_what_it_is() {
    let Check::Table(table) = compiled("^ab*").check else { panic!("it is a table") };
    let class = |c| table.classes().iter().position(|class| class.contains(c)).expect("each is in a class");
    let behind_a = table.next(table.start(), class('a'));
    assert!(!table.accepts(table.start()) && table.accepts(behind_a));
    assert!(behind_a >= table.settled() && table.next(behind_a, class('x')) == behind_a);
    assert_eq!(table.next(table.start(), class('x')), table.dead());
    assert_eq!((table.states(), table.cells(), table.bytes()), (3, 6, 6));
    assert_eq!(compiled("^ab*").check.bytes(), 128 + 1 + 6);
}
