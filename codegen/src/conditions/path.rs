//! Members and elements: `a.b`, `a[0]`.

use jmespath::Kind;

use super::lowering::{Code, ConditionLowering, Lowered, Problem};
use super::ty::{self, Ty};
use crate::diagnostics::nearest;
use crate::ir::condition::{Access, FieldPath, FieldRepr, Nullability, Operand, PathStep};
use crate::names::FieldName;
use crate::resolve::graph::{Members, Shape, ShapeKind};

/// The member of that name; null where there is none.
pub(super) fn field<'m>(
    lowering: &mut ConditionLowering<'m>,
    base: &Lowered<'m>,
    name: &str,
    offset: usize,
) -> Result<Lowered<'m>, Problem> {
    if let Ty::Shape(shape) = base.ty {
        match &shape.kind {
            ShapeKind::Structure(members) | ShapeKind::Union(members) => {
                return member(lowering, base, (shape, members), name, offset);
            }
            ShapeKind::Map { key, value } => {
                let value = lowering.model.shape(&value.target);
                let plain = ty::repr(lowering.model.shape(&key.target)) == FieldRepr::String;
                let map = base.path(FieldRepr::Map).filter(|_| plain && !shape.traits.sparse);
                return Ok(entry(map, Access::Key(name.to_owned()), value));
            }
            _ => {}
        }
    }
    match base.ty.kind() {
        None | Some(Kind::Object) => Ok(Lowered::new(Ty::Any, None)),
        Some(Kind::Null) => Ok(Lowered::null()),
        Some(kind @ (Kind::Bool | Kind::Number | Kind::String | Kind::List)) => {
            let message = format!("{} has no members, and so no `{name}`", kind.description());
            misread_literal(lowering, name, Problem::new(offset, message))
        }
    }
}

fn member<'m>(
    lowering: &mut ConditionLowering<'m>,
    base: &Lowered<'m>,
    (container, members): (&Shape, &Members),
    name: &str,
    offset: usize,
) -> Result<Lowered<'m>, Problem> {
    let Some(member) = members.get(name) else {
        let mut problem = Problem::new(offset, format!("`{}` has no member `{name}`", container.id)).stale();
        if let Some(near) = nearest(name, members.keys().map(String::as_str)) {
            problem = problem.help(format!("did you mean `{near}`?"));
        }
        return misread_literal(lowering, name, problem);
    };
    let nullability =
        if lowering.model.is_nullable(member) { Nullability::Nullable } else { Nullability::NonNull };
    let shape = lowering.model.shape(&member.target);
    let step = PathStep {
        access: Access::Field(FieldName::of_member(name)),
        nullability,
        repr: ty::repr(shape),
        // A field of a deprecated structure is deprecated too.
        deprecated: member.traits.deprecated.is_some() || container.traits.deprecated.is_some(),
    };
    Ok(follow(base.path(FieldRepr::Structure), step, shape))
}

/// `null`, `true` and `false` without backquotes are names of members; anything else that is missing is wrong.
fn misread_literal<'m>(
    lowering: &mut ConditionLowering<'m>,
    name: &str,
    problem: Problem,
) -> Result<Lowered<'m>, Problem> {
    match name {
        "null" => {
            let message = "`null` without backquotes is a member of that name, which is missing and so null";
            let warning = Problem::new(problem.offset, message).help("write `` `null` `` for null itself");
            lowering.warnings.push(warning);
            Ok(Lowered::null())
        }
        "true" | "false" => Err(problem.help(format!("write `` `{name}` `` for the boolean"))),
        _ => Err(problem),
    }
}

/// The element at an index, counted from the end where it is negative; null where there is none.
pub(super) fn index<'m>(
    lowering: &ConditionLowering<'m>,
    base: &Lowered<'m>,
    index: i64,
    offset: usize,
) -> Result<Lowered<'m>, Problem> {
    match base.ty.kind() {
        Some(Kind::Null) => return Ok(Lowered::null()),
        None | Some(Kind::List) => {}
        Some(kind) => {
            let message = format!("{} has no elements, and so no `[{index}]`", kind.description());
            return Err(Problem::new(offset, message));
        }
    }
    let access = match index {
        -1 => Some(Access::Last),
        _ => usize::try_from(index).ok().map(Access::Index),
    };
    match (base.ty.element(lowering.model), access, &base.ty) {
        (Ty::Shape(element), Some(access), Ty::Shape(list)) => {
            let list = base.path(FieldRepr::List).filter(|_| !list.traits.sparse);
            Ok(entry(list, access, element))
        }
        (element, ..) => Ok(Lowered::new(element, None)),
    }
}

/// The element or value of a collection, which may not be there.
fn entry<'m>(collection: Option<&FieldPath>, access: Access, shape: &'m Shape) -> Lowered<'m> {
    let (nullability, repr) = (Nullability::Nullable, ty::repr(shape));
    follow(collection, PathStep { access, nullability, repr, deprecated: false }, shape)
}

/// A value of a shape, one step from a place.
fn follow<'m>(from: Option<&FieldPath>, step: PathStep, shape: &'m Shape) -> Lowered<'m> {
    let path = from.map(|from| {
        let mut path = from.clone();
        path.steps.push(step);
        Code::Operand(Operand::Path(path))
    });
    Lowered::new(Ty::Shape(shape), path)
}
