//! The service's own pages among those that documentation links to: pages of other services describe operations of the
//! same names.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::graph::Shape;

/// Words of addresses and names that tell no service from another.
const COMMON_WORDS: [&str; 8] =
    ["amazon", "aws", "service", "services", "api", "latest", "apireference", "reference"];

/// How much the name of a folder says about whose pages it holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// It shares a part with a name of the service, which another service may do, too.
    Alike,
    /// It is a name of the service.
    Same,
}

/// The folder of the service's own pages: the one that is called as the service, or of those with a similar name the
/// one with the most pages about something of the service.
pub(super) fn own_folder<'t>(
    service: &Shape,
    texts: impl Iterator<Item = &'t str>,
    is_item: impl Fn(&str) -> bool,
) -> Option<String> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (folder, name) in texts.flat_map(pages).filter(|(_, name)| is_item(name)) {
        folders.entry(folder).or_default().push(name);
    }
    let names: Vec<String> = service.service_names().map(str::to_lowercase).collect();
    let own = folders.into_iter().filter_map(|(folder, pages)| {
        let likeness = likeness(folder, &names)?;
        // One page may be anybody's.
        let several = pages.iter().collect::<BTreeSet<_>>().len() > 1;
        (likeness == Likeness::Same || several).then_some((likeness, pages.len(), folder))
    });
    let most = own.max_by_key(|&(likeness, count, folder)| (likeness, count, std::cmp::Reverse(folder)));
    most.map(|(_, _, folder)| folder.to_owned())
}

/// How much a folder is called like a service with these names, all in lower case.
fn likeness(folder: &str, names: &[String]) -> Option<Likeness> {
    let path =
        folder.split_once("//").map_or(folder, |(_, address)| address.split_once('/').unwrap_or_default().1);
    let parts = path.split('/').map(str::to_lowercase).filter(|part| !part.is_empty());
    parts.filter_map(|part| names.iter().filter_map(|name| likeness_of(&part, name)).max()).max()
}

fn likeness_of(part: &str, name: &str) -> Option<Likeness> {
    let (joined_part, joined_name) = (joined(part), joined(name));
    if joined_part.is_empty() || joined_name.is_empty() {
        return None;
    }
    if joined_part == joined_name {
        return Some(Likeness::Same);
    }
    let (of_part, of_name): (BTreeSet<&str>, BTreeSet<&str>) = (words(part).collect(), words(name).collect());
    let shared = of_part.intersection(&of_name).count();
    let is_inside = |inner: &str, outer: &str| inner.len() > 3 && outer.contains(inner);
    let alike = shared * 2 >= of_part.len().max(2)
        || is_inside(&joined_part, &joined_name)
        || is_inside(&joined_name, &joined_part);
    alike.then_some(Likeness::Alike)
}

/// The letters of a name, without what says nothing.
fn joined(name: &str) -> String {
    let letters: String = words(name).collect();
    let letters = ["amazon", "aws"].iter().find_map(|start| letters.strip_prefix(start)).unwrap_or(&letters);
    letters.strip_suffix("service").unwrap_or(letters).to_owned()
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !COMMON_WORDS.contains(word))
}

/// The folder and the name of every page `…/API_Name.html` in a text.
fn pages(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices("/API_").filter_map(|(at, mark)| {
        let behind = &text[at + mark.len()..];
        let name = &behind[..behind.bytes().take_while(u8::is_ascii_alphanumeric).count()];
        if !behind[name.len()..].starts_with(".html") {
            return None;
        }
        let start = text[..at].rfind(['"', '\'', ' ', '(', '<']).map_or(0, |before| before + 1);
        Some((&text[start..at], name))
    })
}
