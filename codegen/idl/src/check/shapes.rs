//! Shapes, members, operations and traits.

use super::{Check, repeated};
use crate::ast::{Body, Data, File, Member, MemberKind, Members, Operation, Shape, Structure, Target, Value};
use crate::shape_type::ShapeType;
use crate::span::Span;
use crate::version::Version;

/// The largest member index: that of Smithy's integers.
const MAX_INDEX: u32 = 2_147_483_647;

impl<'t> Check<'t> {
    pub(super) fn statements(&mut self, file: File<'t>) {
        for shape in file.shapes() {
            self.shape(shape);
        }
        for apply in file.applies() {
            if let Some(span) = apply.misplaced_traits() {
                let help = "write the trait behind the shape that it is applied to";
                self.error(span, "traits cannot stand before `apply`", help);
            }
        }
    }

    fn shape(&mut self, shape: Shape<'t>) {
        let (Some(keyword), Some(shape_type), Some(name)) =
            (shape.keyword(), shape.shape_type(), shape.name())
        else {
            return;
        };
        if matches!(shape_type, ShapeType::Enum | ShapeType::IntEnum) {
            self.needs(Version::V2, &format!("shapes of type `{}`", shape_type.keyword()), keyword.span());
        }
        self.mixins(name.value, shape.mixins_word());
        self.resource(name.value, shape.resource_word());
        match shape.body() {
            Some(Body::Members(members)) => self.members(name.value, shape_type, members),
            Some(Body::Operation(operation)) => self.operation(name.value, operation),
            Some(Body::Object(value)) => self.object(name.value, shape_type, value),
            None => {}
        }
    }

    fn mixins(&mut self, name: &str, word: Option<Span>) {
        if let Some(span) = word.filter(|_| self.version < Version::V2) {
            let message = format!("mixins need Smithy 2.0, and this file is of version {}", self.version);
            self.error_of(name, span, message, "write `$version: \"2.0\"` at the top");
        }
    }

    fn resource(&mut self, name: &str, word: Option<Span>) {
        if let Some(span) = word.filter(|_| self.version < Version::V2) {
            let version = self.version;
            let message =
                format!("`for` and a resource need Smithy 2.0, and this file is of version {version}");
            self.error_of(name, span, message, "write `$version: \"2.0\"` at the top");
        }
    }

    fn members(&mut self, name: &str, shape_type: ShapeType, members: Members<'t>) {
        let names: Vec<_> = members.iter().filter_map(|member| member.name()).collect();
        for twice in repeated(names, |name| name.value.into()) {
            let message = format!("the member `{}` is defined twice", twice.value);
            self.error_of(name, twice.span, message, "remove or rename one of them");
        }
        for member in members.iter() {
            let Some(member_name) = member.name() else { continue };
            self.allowed(name, shape_type, member_name.value, member_name.span);
            self.member(name, shape_type, member);
        }
    }

    /// Lists and maps have members of certain names alone.
    fn allowed(&mut self, shape: &str, shape_type: ShapeType, name: &str, span: Span) {
        let (names, help): (&[&str], _) = match shape_type {
            ShapeType::List | ShapeType::Set => (&["member"], "the one member of a list is called `member`"),
            ShapeType::Map => (&["key", "value"], "the members of a map are called `key` and `value`"),
            _ => return,
        };
        if !names.contains(&name) {
            let message = format!("a {} cannot have a member `{name}`", shape_type.keyword());
            self.error_of(shape, span, message, help);
        }
    }

    fn member(&mut self, shape: &str, shape_type: ShapeType, member: Member<'t>) {
        if let Some(index) = member.index() {
            self.needs(Version::V2_1, "member indexes", index.span);
            self.index(index.value, index.span);
        }
        let name_span = member.name().map(|name| name.span).unwrap_or_default();
        if member.kind() == MemberKind::Elided {
            self.needs(Version::V2, "members without a target", name_span);
        }
        if let Some(Target::List(span, _) | Target::Map(span, ..)) = member.target() {
            self.needs(Version::V2_1, "inline collections", span);
        }
        let Some((equal, value)) = member.assignment() else { return };
        if member.kind() != MemberKind::Enum {
            self.needs(Version::V2, "defaults behind `=`", equal);
        }
        let Some(value) = value else { return };
        let wanted = match (shape_type, value.data()) {
            (ShapeType::Enum, Data::String(_)) | (ShapeType::IntEnum, Data::Number(_)) => return,
            (ShapeType::Enum, _) => "a string",
            (ShapeType::IntEnum, _) => "an integer",
            _ => return,
        };
        let owner = format!("{shape}${}", member.name().map_or("", |name| name.value));
        let message = format!("the value of a member of this enum must be {wanted}, not `{}`", value.text());
        self.error_of(&owner, value.span(), message, format!("write {wanted}"));
    }

    fn index(&mut self, text: &str, span: Span) {
        let digits = !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
        let in_range = text.parse::<u32>().is_ok_and(|index| index <= MAX_INDEX);
        if !digits {
            let message = format!("`{text}` is no index of a member");
            self.error(span, message, "an index is a whole number from 1 on, such as `1.`");
        } else if !in_range {
            self.error(
                span,
                format!("the index `{text}` is too large"),
                format!("the largest is {MAX_INDEX}"),
            );
        }
    }

    fn operation(&mut self, name: &str, operation: Operation<'t>) {
        let names: Vec<_> = operation.iter().filter_map(|property| property.name()).collect();
        for twice in repeated(names, |name| name.value.into()) {
            let message = format!("`{}` of this operation stands here twice", twice.value);
            self.error_of(name, twice.span, message, "remove one of them");
        }
        for property in operation.iter() {
            if let Some(span) = property.walrus() {
                self.needs(Version::V2, "inline inputs and outputs", span);
            }
            if let Some(structure) = property.structure() {
                self.structure(name, structure);
            }
        }
    }

    fn structure(&mut self, operation: &str, structure: Structure<'t>) {
        if let Some(members) = structure.members() {
            self.members(operation, ShapeType::Structure, members);
        }
    }

    /// The object of a service or a resource.
    fn object(&mut self, name: &str, shape_type: ShapeType, value: Value<'t>) {
        let Data::Object(entries) = value.data() else { return };
        if shape_type == ShapeType::Resource && self.version < Version::V2 {
            let keys = entries.iter().filter_map(|entry| entry.key());
            for key in keys.filter(|key| key.text() == "properties") {
                let version = self.version;
                let message =
                    format!("properties of resources need Smithy 2.0, and this file is of version {version}");
                self.error_of(name, key.span(), message, "write `$version: \"2.0\"` at the top");
            }
        }
    }
}
