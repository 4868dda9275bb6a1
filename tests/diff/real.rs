//! The mark of Rust code on edits of real models: against what is public of the crates, and against the compiler.

use smithygen::report::diff::RustMark;

use crate::edits::{self, Edit};
use crate::slices::{Slice, slices};
use crate::{compiled, differences, uses};

/// How many kinds of edits of slices there are at least.
const KINDS: usize = 150;

/// An edit that the generator takes, and the module that it writes then.
type Generated<'e> = (&'e Edit, String);

/// Every kind of edit of real models, with what is generated then.
fn of_real_models(edits: &[Edit]) -> Vec<Generated<'_>> {
    let mut refused = Vec::new();
    let mut generated = Vec::new();
    for edit in edits {
        match compiled::generated(&edit.model) {
            Ok(new) => generated.push((edit, new)),
            Err(fault) => refused.push(format!("{}: {fault}", edit.kind)),
        }
    }
    assert!(generated.len() >= KINDS, "{} kinds; refused: {refused:#?}", generated.len());
    generated
}

fn old_modules(slices: &[Slice]) -> Vec<String> {
    let old = slices.iter().map(|slice| compiled::generated(&edits::unedited(slice)));
    old.map(|old| old.expect("a slice is right")).collect()
}

fn is_marked(slice: &Slice, edit: &Edit) -> bool {
    let found = differences("json", &edits::unedited(slice).to_string(), &edit.model.to_string());
    found.iter().any(|found| found.rust == RustMark::BreaksCode)
}

/// The marks that an oracle does not confirm.
fn wrong(slices: &[Slice], generated: &[Generated<'_>], breaks: impl Fn(usize) -> bool) -> Vec<String> {
    let wrong = |(number, (edit, _)): (usize, &Generated<'_>)| {
        let (is_marked, breaks) = (is_marked(&slices[edit.slice], edit), breaks(number));
        (breaks != is_marked).then(|| format!("{}: marked {is_marked}, breaks {breaks}", edit.kind))
    };
    generated.iter().enumerate().filter_map(wrong).collect()
}

#[test]
#[ignore = "generates a module for every edit, and needs the shared data"]
fn what_is_public_is_there_unless_a_mark_says_otherwise_for_every_kind_of_edit_of_real_models() {
    let slices = slices();
    let edits = edits::edits(&slices);
    let generated = of_real_models(&edits);
    let old: Vec<_> = old_modules(&slices).iter().map(|old| uses::lines(&uses::beside(old))).collect();
    let breaks = |number: usize| {
        let (edit, new) = &generated[number];
        !old[edit.slice].is_subset(&uses::lines(&uses::beside(new)))
    };
    let wrong = wrong(&slices, &generated, breaks);
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), generated.len());
}

#[test]
#[ignore = "compiles a module for every edit, and needs the shared data"]
fn code_breaks_where_its_mark_says_so_for_every_kind_of_edit_of_real_models() {
    let slices = slices();
    let edits = edits::edits(&slices);
    let generated = of_real_models(&edits);
    let mut broken = vec![false; generated.len()];
    for (slice, old) in old_modules(&slices).iter().enumerate() {
        let of_slice = generated.iter().enumerate().filter(|(_, (edit, _))| edit.slice == slice);
        let (numbers, new): (Vec<usize>, Vec<String>) =
            of_slice.map(|(number, (_, new))| (number, new.clone())).unzip();
        for number in compiled::broken(&format!("diff-edits-{slice}"), old, &new) {
            broken[numbers[number]] = true;
        }
    }
    let wrong = wrong(&slices, &generated, |number| broken[number]);
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), generated.len());
}
