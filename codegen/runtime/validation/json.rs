//! Violations for machines: as JSON, without a value in it.

use super::super::report::{Kind, Report, Segment, Violation, Violations};
use super::super::wire::{ObjectWriter, ToWire, Writer};

/// An array of objects, each as [`Violation`] is written.
impl ToWire for Violations {
    fn write(&self, out: &mut Writer) {
        array(self.iter(), out);
    }
}

/// An array of objects, each as [`Violation`] is written.
impl ToWire for Report {
    fn write(&self, out: &mut Writer) {
        array(self.iter(), out);
    }
}

fn array<'v>(violations: impl Iterator<Item = &'v Violation>, out: &mut Writer) {
    out.array(|out| violations.for_each(|violation| out.element(violation)));
}

/// An object: `path` as a JSON pointer, `segments`, `field`, `kind` with its operands, `rule`, `severity`, `message`,
/// `hint`, `error`; what there is not is left out.
impl ToWire for Violation {
    fn write(&self, out: &mut Writer) {
        out.object(|out| {
            out.field("path", &self.path().to_string());
            out.field("segments", &Segments(self.path().segments()));
            out.optional("field", &self.field().map(str::to_owned));
            out.field("kind", &self.kind().name().to_owned());
            operands(self.kind(), out);
            out.field("rule", &self.rule_id().to_owned());
            out.field("severity", &self.severity().as_str().to_owned());
            out.field("message", &self.message());
            out.optional("hint", &self.hint().map(|hint| hint.to_string()));
            out.optional("error", &self.rule().and_then(|rule| rule.error).map(str::to_owned));
        });
    }
}

/// The steps of a path: names and keys as strings, indexes as numbers, a hidden key as `null`.
struct Segments<'p>(&'p [Segment]);

impl ToWire for Segments<'_> {
    fn write(&self, out: &mut Writer) {
        out.array(|out| self.0.iter().for_each(|segment| out.element(segment)));
    }
}

impl ToWire for Segment {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Member(name) => out.string(name),
            Self::Index(index) => out.number(format_args!("{index}")),
            Self::Key(key) => out.string(key),
            Self::RedactedKey => out.null(),
        }
    }
}

fn operands(kind: &Kind, out: &mut ObjectWriter<'_>) {
    let text = |text: &str| text.to_owned();
    match kind {
        Kind::Length { length, min, max } => {
            out.field("length", &Count(*length));
            out.optional("min", &min.map(Count));
            out.optional("max", &max.map(Count));
        }
        Kind::Range { min, max } => {
            out.optional("min", min);
            out.optional("max", max);
        }
        Kind::Pattern { pattern } => out.field("pattern", &text(pattern)),
        Kind::Enum { values } => {
            out.field("values", &values.iter().map(|value| text(value)).collect::<Vec<_>>());
        }
        Kind::IntEnum { values } => out.field("values", &values.to_vec()),
        Kind::TooDeep { limit } => out.field("limit", &Count(*limit as u64)),
        Kind::Condition { name } => out.field("condition", &text(name)),
        Kind::MissingKey { key, case } => key_of_case(key, case, out),
        Kind::EmptyKey { key, case } => key_of_case(key, case, out),
        Kind::MisspelledKey { key } | Kind::SimilarKey { key } => out.field("key", &text(key)),
        Kind::MistakenKey { key } | Kind::OtherValue { key } => out.field("key", &text(key)),
        Kind::MisspelledValue { value } => out.field("value", &text(value)),
        Kind::Form { form } => out.field("form", form),
        Kind::MissingMember { member, case } => {
            out.field("member", &text(member));
            out.optional("case", &case.map(text));
        }
        Kind::UnexpectedMember { member, case } => member_of_case(member, case, out),
        Kind::Members { members, .. } => {
            out.field("members", &members.iter().map(|(name, _)| text(name)).collect::<Vec<_>>());
        }
        Kind::AbsentMap { case } | Kind::RefusedCase { case } => out.field("case", &text(case)),
        Kind::Required | Kind::UniqueItems => {}
    }
}

fn key_of_case(key: &str, case: &str, out: &mut ObjectWriter<'_>) {
    out.field("key", &key.to_owned());
    out.field("case", &case.to_owned());
}

fn member_of_case(member: &str, case: &str, out: &mut ObjectWriter<'_>) {
    out.field("member", &member.to_owned());
    out.field("case", &case.to_owned());
}

/// A number of elements.
struct Count(u64);

impl ToWire for Count {
    fn write(&self, out: &mut Writer) {
        out.number(format_args!("{}", self.0));
    }
}
