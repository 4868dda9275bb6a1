//! Keys and values in another spelling.

/// Whether two texts differ in case, underscores, hyphens and spaces only.
pub(super) fn is_the_same(text: &str, wanted: &str) -> bool {
    letters(text).eq(letters(wanted))
}

/// Whether one letter more, less, changed or swapped with its neighbour makes `text` what is wanted, whatever the
/// case. Short texts are near too many others to tell.
pub(super) fn is_nearly(text: &str, wanted: &str) -> bool {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    if wanted.len() < 5 || text.len().abs_diff(wanted.len()) > 1 {
        return false;
    }
    let same = |(one, other): &(&u8, &u8)| one.eq_ignore_ascii_case(other);
    let before = text.iter().zip(wanted).take_while(same).count();
    let (text, wanted) = (&text[before..], &wanted[before..]);
    let behind = text.iter().rev().zip(wanted.iter().rev()).take_while(same).count();
    match (&text[..text.len() - behind], &wanted[..wanted.len() - behind]) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a.eq_ignore_ascii_case(d) && b.eq_ignore_ascii_case(c),
        _ => false,
    }
}

fn letters(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' ')).map(|byte| byte.to_ascii_lowercase())
}
