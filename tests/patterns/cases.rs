//! Each feature of ECMA-262 with strings that have a match and strings that have none.

use super::leaked::{compiled, leaked};

/// A pattern, strings with a match, strings without.
type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

const SETS: &[Case] = &[
    ("^[a-z]+$", &["a", "abc"], &["", "A", "aB", "é", "a\n"]),
    (r"^\d$", &["0", "9"], &["\u{663}", "a", ""]),
    (r"^\D$", &["\u{663}", "a"], &["0", "ab"]),
    (r"^\w$", &["_", "Z", "5"], &["é", "-", "\u{17F}", "\u{212A}"]),
    (r"^\W$", &["é", "-", "\u{10FFFF}"], &["_", "z"]),
    (
        r"^\s$",
        &[" ", "\t", "\u{B}", "\u{FEFF}", "\u{A0}", "\u{2029}", "\u{3000}"],
        &["\u{85}", "\u{180E}", "a"],
    ),
    (r"^\S$", &["\u{85}", "a"], &["\u{FEFF}", " "]),
    ("^.$", &["a", "\u{85}", "\u{1F600}"], &["\n", "\r", "\u{2028}", "\u{2029}", "", "ab"]),
    ("^[^]$", &["\n", "a"], &["", "ab"]),
    ("[]", &[], &["", "a"]),
    (r"^[^\s\d]$", &["a", "\u{663}"], &[" ", "1"]),
    (r"^[\b\-a]$", &["\u{8}", "-", "a"], &["b", "\\"]),
    ("^[a-]$", &["a", "-"], &["b", "`"]),
    ("^[--0]$", &["-", ".", "/", "0"], &[",", "1"]),
    (r"^[\]^]$", &["]", "^"], &["\\", ""]),
    (r"^[(||)&&]$", &["(", "|", "&"], &["", "a"]),
    (r"^\p{Lu}\P{L}$", &["É1", "A-"], &["é1", "AA"]),
    (r"^\p{Script=Greek}\p{sc=Grek}\p{gc=Nd}$", &["αω٣"], &["aω3", "αω²"]),
    (r"^\p{ASCII}\p{Alphabetic}\p{Any}$", &["aé\u{10FFFF}"], &["éaa", "a1a"]),
    (r"^[\p{L}\p{M}]+$", &["e\u{301}", "日本"], &["日 本", "1"]),
];

const ESCAPES: &[Case] = &[
    (r"^\t\n\v\f\r\0\cJ$", &["\t\n\u{B}\u{C}\r\0\n"], &["tnvfr0J"]),
    (r"^\x41\u0042\u{43}\u{00001F600}$", &["ABC😀"], &["ABC"]),
    (r"^\uD83D\uDE00$", &["😀"], &["", "\u{FFFD}"]),
    (r"^[\uD83D\uDE00-\uD83D\uDE4F]$", &["😀", "🙏"], &["🚀", "\u{D7FF}"]),
    (r"^[\uD800-\uDFFF]$", &[], &["😀", "\u{D7FF}", "\u{E000}"]),
    (r"^[^\uD800-\uDFFF]$", &["😀", "a"], &[""]),
    (r"^[\uD000-\uE000]$", &["\u{D7FF}", "\u{E000}"], &["\u{CFFF}", "\u{E001}"]),
    (r"\uD83D", &[], &["😀"]),
    (r"^\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/$", &[r"^$\.*+?()[]{}|/"], &[""]),
    (r"^\u1000-\u10FFFF$", &["\u{1000}-\u{10FF}FF"], &["\u{1001}"]),
];

const STRUCTURE: &[Case] = &[
    ("b", &["b", "abc"], &["", "ac"]),
    ("^a", &["a", "ab"], &["ba", ""]),
    ("a$", &["a", "ba"], &["ab", "a\n"]),
    ("^a|b$", &["ax", "xb", "ab"], &["xa", "bx"]),
    ("^(a|b)*c?$", &["", "abab", "bac", "c"], &["cc", "acb"]),
    ("^(?:ab){2,3}$", &["abab", "ababab"], &["ab", "abababab", "aba"]),
    ("^a{3}$", &["aaa"], &["aa", "aaaa"]),
    ("^a{2,}$", &["aa", "aaaaaa"], &["a"]),
    ("^a{0}b??c+?$", &["c", "bcc"], &["ac", "b"]),
    ("^(a{2,3}){2}$", &["aaaa", "aaaaa", "aaaaaa"], &["aaa", "aaaaaaa"]),
    ("^(a{2}){1,3}$", &["aa", "aaaa", "aaaaaa"], &["a", "aaa", "aaaaa"]),
    ("^(a{3,4}){0,2}$", &["", "aaa", "aaaa", "aaaaaa", "aaaaaaaa"], &["a", "aa", "aaaaa", "aaaaaaaaa"]),
    ("^(|a|bb){0,3}$", &["", "abb", "bbbbbb", "aaa"], &["b", "aaaa"]),
    ("^(?<year>[0-9]{4})-x$", &["2026-x"], &["026-x"]),
    ("()*(|)+", &["", "a"], &[]),
    ("a^b|c$d", &[], &["ab", "cd", "a", ""]),
    ("^^a$$", &["a"], &["aa"]),
    ("(^|,)a(,|$)", &["a", "b,a", "a,b", "x,a,y"], &["ba", "ab", ""]),
    ("^[a-z0-9]{1,2}|x-$", &["a-", "ab!", "-x-"], &["-", "-x"]),
    (r"^([a-z0-9]{1,63}\.){1,3}[a-z]{2,4}$", &["a.de", "x.y.z.com"], &["a.b.c.d.com", "a..de", "a.d"]),
];

/// Too large for one automaton: the count of the end is checked by another.
const TWO: &[Case] = &[(
    "^/(([^/][!-~]+/){1,511})?[a-z]{1,64}$",
    &["/a", "/é!/b", "/xx/a", "/a!/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
    &["/", "/xx/", "/a!/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "/a!/A"],
)];

const LOOKS: &[Case] = &[
    ("^(?!aws:).+$", &["aws", "xaws:", "a"], &["aws:", "aws:x", ""]),
    ("^(?=.*[0-9])(?=.*[a-z])[0-9a-z]{2,4}$", &["a1", "1aaa"], &["aa", "11", "a1a1a"]),
    (r"^[0-9A-Za-z.]*(?<!\.)$", &["", "a.b"], &["a.", "."]),
    ("^a(?=b)", &["ab"], &["a", "ac"]),
    ("(?<=a)b", &["ab", "xxab"], &["b", "cb"]),
    ("(?<=^a|bc)d", &["ad", "bcd", "xbcd"], &["xad", "cd"]),
    ("(?<=a{2,3}(?<!x..))b", &["aab"], &["ab", "xaab"]),
    ("^(?:a(?!b)|b(?=a))*$", &["", "a", "aaa", "baa"], &["ab", "b", "bb"]),
    ("^(?:(?=a)|b)*c", &["c", "bbc"], &["ac"]),
    ("^(?:(?=a)b?){2}a$", &["a"], &["ba", ""]),
    ("^(?:(?:(?<!a)|b)a?)+$", &["", "a", "aba", "bb"], &["aa", "c"]),
    (r"\bcat\b", &["cat", "a cat!", "écaté"], &["cats", "_cat", "concat"]),
    (r"^\B-\B$", &["-"], &["a", ""]),
    (r"a\Bb|\b$", &["ab", "x"], &["", "-"]),
    (r"(?!)|(?<!)", &[], &["", "a"]),
    ("^(?!(?!a)).$", &["a"], &["b", ""]),
];

const BACKREFERENCES: &[Case] = &[
    (r"^(a|bb)-\1$", &["a-a", "bb-bb"], &["a-bb", "bb-b", "-"]),
    (r#"^(?<quote>["'])x\k<quote>$"#, &["'x'", "\"x\""], &["'x\"", "x"]),
    (r"^(-?)[0-9]{2}\1[0-9]{2}$", &["-12-34", "1234"], &["-1234", "12-34"]),
    (r"^(?!.*(.)\1)[a-c]+$", &["abcabc", "a"], &["aa", "abb", "é", "éé"]),
    (r"^(?:([ab])\1)+$", &["aabb", "bb"], &["ab", "aab"]),
    (r"^([ab])([cd])\2\1$", &["acca", "bddb"], &["accb", "acda"]),
];

#[test]
fn every_feature_answers_right() {
    for (pattern, right, wrong) in [SETS, ESCAPES, STRUCTURE, TWO, LOOKS, BACKREFERENCES].concat() {
        let compiled = compiled(pattern);
        assert_eq!(compiled.lenient, [], "{pattern} is ECMA-262");
        let checked = leaked(pattern, &compiled.check);
        right.iter().for_each(|text| assert!(checked.is_match(text), "{pattern} has a match in {text:?}"));
        wrong.iter().for_each(|text| assert!(!checked.is_match(text), "{pattern} has none in {text:?}"));
    }
}

#[test]
fn the_cases_are_what_another_engine_says() {
    for (pattern, right, wrong) in [SETS, ESCAPES, STRUCTURE, TWO, LOOKS, BACKREFERENCES].concat() {
        let other = regress::Regex::with_flags(pattern, "u").expect("the pattern is ECMA-262");
        right.iter().for_each(|text| assert!(other.find(text).is_some(), "{pattern} on {text:?}"));
        wrong.iter().for_each(|text| assert!(other.find(text).is_none(), "{pattern} on {text:?}"));
    }
}
