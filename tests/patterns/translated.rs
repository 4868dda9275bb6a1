//! Patterns of ECMA-262 in the syntax of the crate `regex`, whose escapes mean other sets.

use std::iter::Peekable;
use std::str::Chars;

const SPACE: &str = r"\t-\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}";

/// The pattern, or `None` where that crate has nothing to offer: look-around, backreferences and `\B`.
pub fn to_regex(pattern: &str) -> Option<String> {
    let mut chars = pattern.chars().peekable();
    let mut out = String::new();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.push_str(&escape(&mut chars)?),
            '.' => out.push_str(r"[^\n\r\x{2028}\x{2029}]"),
            '[' => out.push_str(&class(&mut chars)?),
            '(' if chars.peek() == Some(&'?') => {
                chars.next();
                if chars.next() != Some(':') {
                    return None;
                }
                out.push_str("(?:");
            }
            '^' | '$' | '*' | '+' | '?' | '{' | '}' | '(' | ')' | '|' | ',' => out.push(c),
            c if c.is_ascii_digit() => out.push(c),
            c => out.push_str(&code(c.into())),
        }
    }
    Some(out)
}

fn code(code: u32) -> String {
    format!("\\x{{{code:X}}}")
}

/// What an escape of a set stands for in a class, without and with its opposite.
fn set(chars: &mut Peekable<Chars>) -> Option<String> {
    let letter = *chars.peek()?;
    let inner = match letter.to_ascii_lowercase() {
        'd' => "0-9",
        'w' => "0-9A-Za-z_",
        's' => SPACE,
        'p' => {
            let name: String = chars.by_ref().take_while(|&c| c != '}').collect();
            return Some(format!("\\{name}}}"));
        }
        _ => return None,
    };
    chars.next();
    Some(if letter.is_ascii_uppercase() { format!("[^{inner}]") } else { format!("[{inner}]") })
}

fn escape(chars: &mut Peekable<Chars>) -> Option<String> {
    if let Some(set) = set(chars) {
        return Some(set);
    }
    match chars.peek()? {
        'b' => {
            chars.next();
            Some(r"(?-u:\b)".to_owned())
        }
        'B' | 'k' | '1'..='9' => None,
        _ => {
            let value = character(chars)?;
            Some(if char::from_u32(value).is_some() {
                code(value)
            } else {
                r"[^\x{0}-\x{10FFFF}]".to_owned()
            })
        }
    }
}

/// The code point of an escape.
fn character(chars: &mut Peekable<Chars>) -> Option<u32> {
    let hex = |chars: &mut Peekable<Chars>, count: usize| {
        u32::from_str_radix(&chars.by_ref().take(count).collect::<String>(), 16).ok()
    };
    Some(match chars.next()? {
        't' => 9,
        'n' => 10,
        'v' => 11,
        'f' => 12,
        'r' => 13,
        '0' => 0,
        'c' => u32::from(chars.next()?) % 32,
        'x' => hex(chars, 2)?,
        'u' if chars.peek() == Some(&'{') => {
            chars.next();
            u32::from_str_radix(&chars.by_ref().take_while(|&c| c != '}').collect::<String>(), 16).ok()?
        }
        'u' => {
            let lead = hex(chars, 4)?;
            let mut ahead = chars.clone();
            let follows = ahead.next() == Some('\\') && ahead.next() == Some('u');
            match if follows { hex(&mut ahead, 4) } else { None } {
                Some(trail @ 0xDC00..=0xDFFF) if (0xD800..=0xDBFF).contains(&lead) => {
                    *chars = ahead;
                    0x10000 + ((lead - 0xD800) << 10) + (trail - 0xDC00)
                }
                _ => lead,
            }
        }
        c => c.into(),
    })
}

/// One thing in a class: a set, or a code point.
fn atom(chars: &mut Peekable<Chars>) -> Option<Result<String, u32>> {
    let c = chars.next()?;
    if c != '\\' {
        return Some(Err(c.into()));
    }
    if let Some(set) = set(chars) {
        return Some(Ok(set));
    }
    if chars.peek() == Some(&'b') {
        chars.next();
        return Some(Err(8));
    }
    character(chars).map(Err)
}

fn class(chars: &mut Peekable<Chars>) -> Option<String> {
    let negated = chars.next_if_eq(&'^').is_some();
    // No class may be empty there: this part is.
    let mut out = String::from(r"[a&&b]");
    while *chars.peek()? != ']' {
        let first = atom(chars)?;
        let mut ahead = chars.clone();
        let is_range = ahead.next() == Some('-') && ahead.next() != Some(']');
        let last = if is_range {
            chars.next();
            atom(chars)?
        } else {
            first.clone()
        };
        match (first, last) {
            (Err(first), Err(last)) => out.push_str(&range(first, last)),
            (Ok(set), Ok(_)) if !is_range => out.push_str(&set),
            _ => return None,
        }
    }
    chars.next();
    Some(format!("[{}{out}]", if negated { "^" } else { "" }))
}

/// A range without surrogates.
fn range(first: u32, last: u32) -> String {
    let parts = [(first, last.min(0xD7FF)), (first.max(0xE000), last)];
    let parts = parts.iter().filter(|(first, last)| first <= last);
    parts.map(|&(first, last)| format!("{}-{}", code(first), code(last))).collect()
}
