//! Work on every core.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What a function gives for each element, in their order.
pub(crate) fn map<T: Sync, U: Send>(elements: &[T], each: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(elements.len());
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            match elements.get(index) {
                Some(element) => done.push((index, each(element))),
                None => return done,
            }
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        others.into_iter().for_each(|other| all.extend(other.join().expect("the work does not panic")));
        all
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_are_in_the_order_of_the_elements() {
        let numbers: Vec<usize> = (0..1_000).collect();
        assert_eq!(super::map(&numbers, |number| number * 2), (0..2_000).step_by(2).collect::<Vec<_>>());
        assert!(super::map(&[], |number: &usize| *number).is_empty());
    }
}
