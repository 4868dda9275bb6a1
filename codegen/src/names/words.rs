//! From a name of Smithy to words: abbreviations that people know, plurals of others, characters beyond ASCII.

/// Words that people write with capitals inside, which would be taken apart otherwise: `size_in_gi_b`. Sorted.
pub(super) const KNOWN: &[&str] = &[
    "DDoS", "EiB", "GBps", "GHz", "GiB", "GiBps", "IPv4", "IPv6", "IaaS", "IdP", "IoT", "IpV4", "IpV6",
    "KBps", "KHz", "KiB", "KiBps", "LoRaWAN", "MBps", "MHz", "MiB", "MiBps", "OAuth", "PaaS", "PiB", "QoS",
    "SaaS", "SigV4", "TBps", "TiB", "VoIP", "eSIM", "iOS", "iPad", "iPadOS", "iPhone", "kHz", "kWh", "mTLS",
    "macOS", "tvOS", "watchOS",
];

/// The signs that stand for a word.
const SIGNS: &[(char, &str)] = &[('\u{b5}', "micro"), ('\u{3bc}', "micro")];

/// Whether a known word keeps the capitals that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// It does, as in `OAuthFlowType`.
    Known,
    /// It becomes one word like others, as in `oauth_flow_type`.
    Word,
}

/// The name in ASCII, with `_` before a known word, and with plurals of abbreviations as words.
pub(super) fn plain(name: &str, spelling: Spelling) -> String {
    plain_plurals(&known_words(&ascii(name), spelling))
}

/// Replaces characters beyond ASCII, which the compiler may take for one another: by a word, or by their number.
fn ascii(name: &str) -> String {
    if name.is_ascii() {
        return name.to_owned();
    }
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        match SIGNS.iter().find(|(sign, _)| *sign == c) {
            Some((_, word)) => plain.push_str(word),
            None if c.is_ascii() => plain.push(c),
            None if c.is_alphanumeric() => plain.push_str(&format!("U{:X}", u32::from(c))),
            None => plain.push('_'),
        }
    }
    plain
}

fn known_words(name: &str, spelling: Spelling) -> String {
    let mut plain = String::with_capacity(name.len() + 4);
    let (mut at, mut after) = (0, None);
    while let Some(c) = name[at..].chars().next() {
        match word_at(name, at, after) {
            Some(word) => {
                if !plain.is_empty() {
                    plain.push('_');
                }
                match spelling {
                    Spelling::Known => plain.push_str(word),
                    Spelling::Word => {
                        plain.push_str(&word[..1].to_ascii_uppercase());
                        plain.push_str(&word[1..].to_ascii_lowercase());
                    }
                }
                at += word.len();
                after = Some(at);
            }
            None => {
                plain.push(c);
                at += c.len_utf8();
            }
        }
    }
    plain
}

/// The longest known word that begins here, behind the known word that ends at `after`, and is not a part of another:
/// `OAuth` in `FooOAuth2`, and not in `NOAuth`.
fn word_at(name: &str, at: usize, after: Option<usize>) -> Option<&'static str> {
    let begins = match name[..at].bytes().rev().take_while(u8::is_ascii_uppercase).count() {
        0 => {
            let after_letter = name[..at].ends_with(|c: char| c.is_ascii_lowercase());
            !after_letter || name[at..].starts_with(|c: char| c.is_ascii_uppercase())
        }
        capitals => capitals > 1 && name[at..].starts_with(|c: char| c.is_ascii_uppercase()),
    };
    if !begins && after != Some(at) {
        return None;
    }
    let ends = |word: &&&str| !name[at + word.len()..].starts_with(|c: char| c.is_ascii_lowercase());
    let first = name[at..].bytes().next();
    let from = KNOWN.partition_point(|word| word.bytes().next() < first);
    let words = KNOWN[from..].iter().take_while(|word| word.bytes().next() == first);
    words.filter(|word| name[at..].starts_with(**word)).filter(ends).max_by_key(|word| word.len()).copied()
}

/// The name with plurals of abbreviations as words: `CallbackURLs` is `CallbackUrls`, and no `callback_ur_ls`.
fn plain_plurals(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(start) = rest.find(|c: char| c.is_ascii_uppercase()) {
        let run = rest[start..].bytes().take_while(u8::is_ascii_uppercase).count();
        let (head, tail) = rest[start..].split_at(run);
        let ends =
            tail.strip_prefix('s').is_some_and(|tail| !tail.starts_with(|c: char| c.is_ascii_lowercase()));
        plain.push_str(&rest[..start + 1]);
        plain.push_str(&if ends { head[1..].to_ascii_lowercase() } else { head[1..].to_owned() });
        rest = tail;
    }
    plain + rest
}

/// Puts `_` before a digit, and makes something of a name that has no letter or digit at all.
pub(super) fn leading_letter(text: String, original: &str) -> String {
    match text.chars().next() {
        Some(first) if first.is_alphabetic() => text,
        Some(_) => format!("_{text}"),
        None if original.is_empty() => "Empty".to_owned(),
        None => original.chars().map(|c| format!("U{:X}", u32::from(c))).collect(),
    }
}
