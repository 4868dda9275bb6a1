//! Differences in words.

use super::difference::{CaseChange, Difference, KeyChange, ReadingProblem};

impl Difference {
    /// One sentence, without its full stop.
    pub fn sentence(&self) -> String {
        match self {
            Self::Case { case, change, .. } => case_sentence(case, *change),
            Self::Key { case, key, change, .. } => key_sentence(case.as_deref(), key, *change),
            Self::Unreadable { case, problem, .. } => problem_sentence(case.as_deref(), *problem),
            Self::NoDocumentation => {
                "no member that the rules are about has documentation: there is nothing to compare".to_owned()
            }
            Self::NoMember { member } => format!("the rules are about `{member}`, which the model lacks"),
            Self::Value { owner, value } => {
                format!("the documentation names the value `{value}`, which the enum `{owner}` lacks")
            }
            Self::Constraint { owner, kind, ours, other } => {
                format!("`{owner}` {}: {ours} here, {other} there", kind.slug())
            }
        }
    }
}

fn case_sentence(case: &str, change: CaseChange) -> String {
    match change {
        CaseChange::Appeared => format!("the documentation has the case `{case}`, which the rules lack"),
        CaseChange::AppearedUnmodeled => {
            format!("the documentation names `{case}`, which neither the rules nor the model's enum have")
        }
        CaseChange::Unmodeled => {
            format!("the documentation and the rules have `{case}`, and the model's enum lacks it")
        }
        CaseChange::NoEntry => {
            format!("the rules have the case `{case}`, and the documentation has no entry for it")
        }
        CaseChange::Rejected => {
            format!(
                "the documentation has an entry for `{case}`, which the operation rejects according to the rules"
            )
        }
        CaseChange::NotInRules => format!("the model's enum has `{case}`, which the rules lack"),
        CaseChange::NotInModel => format!("the rules have `{case}`, which the model's enum lacks"),
    }
}

fn key_sentence(case: Option<&str>, key: &str, change: KeyChange) -> String {
    let case = case.map_or_else(|| "any case".to_owned(), |case| format!("`{case}`"));
    match change {
        KeyChange::Required => {
            format!("the documentation requires the key `{key}` of {case}, and the rules do not")
        }
        KeyChange::RequiredUnknown => {
            format!("the documentation requires the key `{key}` of {case}, which the rules do not know")
        }
        KeyChange::Relaxed => {
            format!("the rules require the key `{key}` of {case}, and the documentation only names it")
        }
        KeyChange::Gone => {
            format!("the rules require the key `{key}` of {case}, and the documentation does not name it")
        }
        KeyChange::Unknown => {
            format!("the documentation names the key `{key}` for {case}, which the rules do not know")
        }
    }
}

fn problem_sentence(case: Option<&str>, problem: ReadingProblem) -> String {
    let owner = case.map_or_else(|| "the documentation".to_owned(), |case| format!("the entry for `{case}`"));
    match problem {
        ReadingProblem::NoTable => {
            "the documentation has no entry for any case: it was rewritten, or is gone".to_owned()
        }
        ReadingProblem::NoKeys => format!("{owner} names no keys"),
        ReadingProblem::BrokenExample => format!("{owner} has an example whose keys cannot be read"),
    }
}
