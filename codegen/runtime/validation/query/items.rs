//! What projections need of lists whose elements Rust knows.

/// The elements that `keep` keeps; nothing where it fails for one.
pub fn try_filter<T: Copy>(
    items: impl IntoIterator<Item = T>,
    mut keep: impl FnMut(T) -> Option<bool>,
) -> Option<Vec<T>> {
    let mut kept = Vec::new();
    for item in items {
        if keep(item)? {
            kept.push(item);
        }
    }
    Some(kept)
}

/// What `each` gives for all elements; nothing where it fails for one.
pub fn try_map<T, U>(items: impl IntoIterator<Item = T>, each: impl FnMut(T) -> Option<U>) -> Option<Vec<U>> {
    items.into_iter().map(each).collect()
}

/// The elements from `start` to before `stop`, both counted from the end where they are negative, `step` apart.
///
/// A negative step goes backwards. A step of 0, which no expression can have, gives nothing.
pub fn slice<T>(
    items: impl IntoIterator<Item = T>,
    start: Option<i64>,
    stop: Option<i64>,
    step: i64,
) -> Vec<T> {
    let items: Vec<T> = items.into_iter().collect();
    let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let (first, last) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let place = |index: i64| if index < 0 { index.saturating_add(length) } else { index }.clamp(first, last);
    let (start, stop) = if step < 0 {
        (start.map_or(last, place), stop.map_or(first, place))
    } else {
        (start.map_or(first, place), stop.map_or(last, place))
    };
    let stride = usize::try_from(step.unsigned_abs()).unwrap_or(usize::MAX).max(1);
    match step {
        0 => Vec::new(),
        1.. => between(items, start, stop).into_iter().step_by(stride).collect(),
        _ => between(items, stop + 1, start + 1).into_iter().rev().step_by(stride).collect(),
    }
}

/// The elements at the places from `from` to before `to`.
fn between<T>(mut items: Vec<T>, from: i64, to: i64) -> Vec<T> {
    let (from, to) = (usize::try_from(from).unwrap_or(0), usize::try_from(to).unwrap_or(0));
    items.truncate(to);
    items.drain(..from.min(to).min(items.len()));
    if from < to { items } else { Vec::new() }
}
