//! What is not checked: each with the sentence that says why, within bounded work.

use pattern::{Caps, Unchecked, compile};

/// One pattern for each reason.
const REFUSED: &[&str] = &[
    "(a",
    "a)",
    "[a",
    "a**",
    "a{2}{3}",
    "*a",
    "{2}",
    "a{3,2}",
    "a{4294967295}",
    "[b-a]",
    r"\",
    r"\c1",
    r"\y",
    r"\Q+\E",
    r"\Z",
    r"\u12",
    r"\u{110000}",
    r"\x4",
    r"\08",
    r"\p{Nope}",
    r"\p{L",
    r"\p{InGreek}",
    "(?>a)",
    "(?<1>a)",
    "(?<n>a)(?<n>b)",
    "(?#x)",
    r"\2(a)",
    r"(.)\1",
    r"^(?:(.)\1[^][^]|(?![^][^](.)\2)[^]{4})$",
    r"(?:(a)|b)\1",
    r"(?i)(a)\1",
    r"\k<n>(?<n>a)",
    r"(?<=(a)\1)",
    r"(?<=a(?=b))",
    r"(?<!\b)a",
    "(?:ab)++",
    "[[:alnum:].]+x]",
    r"[\p{Print}&&a]",
    r"[\p{Print}[a]]",
    r"^.{0,99}_\w{17}$",
    "^([a-c]|xy){1,30000}$",
];

/// Some that Java reads and this crate does not: they stay without a check, and are no faults.
const OF_JAVA: &[&str] = &[
    r"\Qa(\E+",
    r"(?>a|b)",
    r"a\Z",
    r"\p{InGreek}",
    r"\p{javaUpperCase}",
    r"(?x) a # (",
    r"\R\h\X\G",
    r"(?:ab)++",
    "[[:alnum:].]+x]",
    "[a&&[^b]--c]++",
    r"\N{WHITE SMILING FACE}",
    r"a{2}{3}",
    r"[\x41-Z-a]\b{g}",
    r"(?idmsuU-x:a)",
    r"[]a](b",
];

#[test]
fn what_java_reads_is_no_fault() {
    for pattern in OF_JAVA {
        let invalid = matches!(pattern::validate(pattern), Err(Unchecked::Invalid { .. }));
        assert_eq!(invalid, pattern.ends_with("(b"), "{pattern}");
    }
}

fn refusal(pattern: &str) -> String {
    match compile(pattern, &Caps::default()) {
        Ok(compiled) => panic!("{pattern} is compiled: {:?}", compiled.lenient),
        Err(invalid @ Unchecked::Invalid { .. }) => format!("{pattern}\n    no pattern: {invalid}"),
        Err(unchecked) => format!("{pattern}\n    {unchecked}"),
    }
}

#[test]
fn refusals_say_what_would_be_right() {
    insta::assert_snapshot!(REFUSED.iter().map(|pattern| refusal(pattern)).collect::<Vec<_>>().join("\n"));
}

#[test]
fn deep_and_long_patterns_end() {
    let deep =
        |open: &str, close: &str, depth: usize| format!("{}a{}", open.repeat(depth), close.repeat(depth));
    for (open, close) in
        [("(", ")"), ("(?:", ")*"), ("(?=", ")"), ("(?<!", ")"), ("(a|", ")+b"), ("(?:(?=a)", ")*")]
    {
        for depth in [150, 199] {
            _ = compile(&deep(open, close, depth), &Caps::default());
        }
        assert!(
            matches!(compile(&deep(open, close, 5_000), &Caps::default()), Err(Unchecked::Syntax { .. })),
            "{open}"
        );
    }
    for piece in
        ["a?", "(a)", "(?=a)", r"\b", "(?:a|b(?=c))?", "(a*)*", "[ab]{0,900}", r"(a)\1", "a|", "é", "a*+"]
    {
        for length in [100, 2_000, 20_000] {
            _ = compile(&piece.repeat(length), &Caps::default());
        }
    }
    assert!(matches!(compile(&"a".repeat(70_000), &Caps::default()), Err(Unchecked::TooLarge { .. })));
}

#[test]
fn work_that_grows_without_end_is_cut_off() {
    for pattern in [
        r"^.{0,99}_\w{17}$",
        r"(?=.*a.{20}$)(?=.*b.{21}$)(?=.*c.{22}$).",
        "^((a{0,99}b{0,99}){0,99}c{0,99}){0,99}$",
        "^(?:(?:(?:a(?=b)){0,999}){0,999}){0,999}$",
        "(?:(?:(?:(?=a)a){4000000}){4000000})",
        r"^(?!.*(a|b)(.{30})\1)[ab]*$",
        "[a-b][a-c][a-d][a-e][^f]{9,99}(?<=[a-b].{9})(?<=[a-d].{13})",
    ] {
        let refused = compile(pattern, &Caps::default());
        assert!(matches!(refused, Err(Unchecked::TooLarge { .. })), "{pattern}: {refused:?}");
    }
}

#[test]
fn caps_are_kept() {
    let caps = |steps, states, bytes| compile("^(ab){1,50}[0-9]$", &Caps { steps, states, bytes });
    assert!(caps(100_000, 1_000, 10_000).is_ok());
    for refused in [caps(100, 1_000, 10_000), caps(100_000, 50, 10_000), caps(100_000, 1_000, 50)] {
        assert!(matches!(refused, Err(Unchecked::TooLarge { .. })), "{refused:?}");
    }
}

#[test]
fn garbage_never_panics() {
    let pieces = [
        "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "^", "$", "\\", ".", "-", ",", "=", "!", "<", ">",
        ":", "a", "1", "2", "0", "k", "p", "P", "u", "x", "b", "B", "A", "z", "c", "s", "i", "m", "&&",
        "D83D", "\\u", "é", "😀", "\0", "\u{2028}", "(?", "(?<", "\\p{", "L}", "{1,", "2}",
    ];
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let mut below = |limit: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % limit
    };
    let mut compiled = 0;
    for _ in 0..40_000 {
        let pattern: String = (0..below(12)).map(|_| pieces[below(pieces.len())]).collect();
        compiled += usize::from(compile(&pattern, &Caps { steps: 20_000, ..Caps::default() }).is_ok());
    }
    assert!(compiled > 2_000, "{compiled} are patterns");
}
