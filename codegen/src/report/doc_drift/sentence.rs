//! Findings in words.

use super::finding::{CaseChange, Finding, KeyChange, Problem};

impl Finding {
    /// One sentence, without its full stop.
    pub fn sentence(&self) -> String {
        match self {
            Self::Case { case, change, .. } => of_case(case, *change),
            Self::Key { case, key, change, .. } => of_key(case.as_deref(), key, *change),
            Self::Unreadable { case, problem, .. } => unreadable(case.as_deref(), *problem),
            Self::NoProse => {
                "no member that the rules are about has documentation: there is no prose to read".to_owned()
            }
            Self::NoMember { member } => format!("the rules are about `{member}`, which the model lacks"),
            Self::Drift { subject, constraint, here, there } => {
                format!("`{subject}` {}: {here} here, {there} there", constraint.slug())
            }
        }
    }
}

fn of_case(case: &str, change: CaseChange) -> String {
    match change {
        CaseChange::Appeared => format!("the prose has the case `{case}`, which the rules lack"),
        CaseChange::AppearedUnmodeled => {
            format!("the prose names `{case}`, which neither the rules nor the model's enum have")
        }
        CaseChange::Unmodeled => {
            format!("the prose and the rules have `{case}`, and the model's enum lacks it")
        }
        CaseChange::NoEntry => format!("the rules have the case `{case}`, and the prose has no entry for it"),
        CaseChange::Refused => {
            format!("the prose has an entry for `{case}`, which the operation refuses by the rules")
        }
        CaseChange::NotInRules => format!("the model's enum has `{case}`, which the rules lack"),
        CaseChange::NotInModel => format!("the rules have `{case}`, which the model's enum lacks"),
    }
}

fn of_key(case: Option<&str>, key: &str, change: KeyChange) -> String {
    let of = case.map_or_else(|| "any case".to_owned(), |case| format!("`{case}`"));
    match change {
        KeyChange::Required => format!("the prose requires the key `{key}` of {of}, the rules do not"),
        KeyChange::RequiredUnknown => {
            format!("the prose requires the key `{key}` of {of}, which the rules do not know")
        }
        KeyChange::Relaxed => format!("the rules require the key `{key}` of {of}, the prose only names it"),
        KeyChange::Gone => format!("the rules require the key `{key}` of {of}, the prose does not name it"),
        KeyChange::Unknown => {
            format!("the prose names the key `{key}` for {of}, which the rules do not know")
        }
    }
}

fn unreadable(case: Option<&str>, problem: Problem) -> String {
    let whose = case.map_or_else(|| "the prose".to_owned(), |case| format!("the entry for `{case}`"));
    match problem {
        Problem::NoTable => "the prose has no entry for any case: it was written anew, or is gone".to_owned(),
        Problem::NoKeys => format!("{whose} names no keys"),
        Problem::BrokenExample => format!("{whose} has an example whose keys cannot be read"),
    }
}
