//! What the model knows of a member, in one line.

use super::{Comments, json};
use crate::resolve::graph::{Member, Shape, ShapeKind, SimpleType};
use crate::resolve::traits::{Length, Range};
use markup::{Markdown, code};

/// How many values a line lists; of more it says how many there are.
const LISTED_VALUES: usize = 6;

/// What an idempotency token is for.
const TOKEN: &str = "a token that makes a repeated request safe, which a request gets where it is not set";

impl Comments<'_> {
    /// The line of a member: its name in the model, then `facts` and all that constrains it.
    pub(super) fn facts(&self, member: &Member, mut facts: Vec<String>) -> Markdown {
        let default = member.traits.default.as_ref();
        facts.extend(default.map(|value| format!("default {}", code(&json::compact(value)))));
        facts.extend(self.constraints(member));
        match &self.types.model.shape(&member.target).kind {
            ShapeKind::List(element) => facts.extend(self.nested("each", element)),
            ShapeKind::Map { key, value } => {
                facts.extend(self.nested("each key", key));
                facts.extend(self.nested("each value", value));
            }
            _ => {}
        }
        facts.extend(member.traits.idempotency_token.then(|| TOKEN.to_owned()));
        facts.extend(self.types.model.is_sensitive(member).then(|| "sensitive".to_owned()));
        let name = code(&member.name);
        // A name alone says nothing.
        let mut line = Markdown::from(if facts.is_empty() { format!("In the model: {name}") } else { name });
        self.value_link(self.types.model.shape(&member.target))
            .into_iter()
            .for_each(|link| line.append(link));
        line.push_str(&if facts.is_empty() { ".".to_owned() } else { format!(": {}.", facts.join(", ")) });
        line
    }

    /// What constrains the values of a member.
    fn constraints(&self, member: &Member) -> Vec<String> {
        let model = self.types.model;
        let target = model.shape(&member.target);
        let mut facts = Vec::new();
        facts.extend(model.length(member).map(|length| length_words(length, target)));
        facts.extend(model.range(member).map(range_words));
        facts.extend(model.pattern(member).map(|pattern| self.pattern_words(pattern)));
        facts.extend(values_words(target));
        facts.extend(model.unique_items(member).then(|| "no element twice".to_owned()));
        facts
    }

    /// What constrains the elements of a list, the keys or the values of a map.
    fn nested(&self, what: &str, element: &Member) -> Option<String> {
        let facts = self.constraints(element);
        (!facts.is_empty()).then(|| format!("{what} {}", facts.join(" and ")))
    }

    /// A pattern, and whether it is checked.
    fn pattern_words(&self, pattern: &str) -> String {
        let unchecked = if self.patterns.is_unchecked(pattern) { " (not checked)" } else { "" };
        format!("pattern {}{unchecked}", code(pattern))
    }
}

/// The values of an enum.
fn values_words(target: &Shape) -> Option<String> {
    let values: Vec<String> = match &target.kind {
        ShapeKind::Enum(_) => target.public_enum_values().map(str::to_owned).collect(),
        ShapeKind::IntEnum(_) => target.int_enum_values().map(|(_, value)| value.to_string()).collect(),
        _ => Vec::new(),
    };
    match values.len() {
        0 => None,
        1..=LISTED_VALUES => Some(listed(&values)),
        count => Some(format!("one of {count} values")),
    }
}

fn listed(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| code(value)).collect();
    match values.split_last() {
        Some((last, [])) => format!("always {last}"),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

fn length_words(length: Length, target: &Shape) -> String {
    let [one, many] = match target.kind {
        ShapeKind::SimpleType(SimpleType::Blob) => ["byte", "bytes"],
        ShapeKind::List(_) => ["element", "elements"],
        ShapeKind::Map { .. } => ["entry", "entries"],
        _ => ["character", "characters"],
    };
    let counted = |count: u64| format!("{count} {}", if count == 1 { one } else { many });
    match (length.min, length.max) {
        (Some(min), Some(max)) if min == max => counted(max),
        (Some(min), Some(max)) => format!("{min} to {}", counted(max)),
        (Some(min), None) => format!("at least {}", counted(min)),
        (None, Some(max)) => format!("at most {}", counted(max)),
        (None, None) => format!("any number of {many}"),
    }
}

fn range_words(range: &Range) -> String {
    match (&range.min, &range.max) {
        (Some(min), Some(max)) => format!("from {min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any value".to_owned(),
    }
}
