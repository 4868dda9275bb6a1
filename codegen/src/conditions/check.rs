//! The types of an expression: what is certain to go wrong is found before there are values.

use jmespath::{Comparison, Expression, Kind, Node, Selection};

use super::calls::call;
use super::ty::Ty;
use crate::diagnostics::nearest;
use crate::resolve::graph::{Model, Shape, ShapeKind};

/// What is wrong with an expression, and at which byte.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) offset: usize,
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// Whether it names what the model lacks, as a model of another month may.
    pub(super) stale: bool,
}

impl Problem {
    pub(super) fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into(), help: None, stale: false }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// What checking an expression knows and gathers.
pub(super) struct TypeCheck<'m> {
    pub(super) model: &'m Model,
    /// What is odd, but not wrong.
    pub(super) warnings: Vec<Problem>,
}

/// The type that checking gives.
pub(super) type TypeResult<'m> = Result<Ty<'m>, Problem>;

impl<'m> TypeCheck<'m> {
    /// Checks that an expression can give `true`; whether it gives nothing but booleans, or null.
    pub(super) fn condition(&mut self, current: &Ty<'m>, expression: &Expression) -> Result<bool, Problem> {
        let ty = match &expression.node {
            Node::And(first, rest) => {
                self.expression(current, first)?;
                return self.condition(current, rest);
            }
            Node::Or(first, rest) => {
                let ty = self.expression(current, first)?;
                let is_boolean = self.boolean(&ty, first.offset)?;
                return Ok(self.condition(current, rest)? && is_boolean);
            }
            _ => self.expression(current, expression)?,
        };
        match ty.kind() {
            Some(Kind::Null) => Err(not_a_boolean(&ty, expression.offset)),
            _ => self.boolean(&ty, expression.offset),
        }
    }

    fn boolean(&self, ty: &Ty<'m>, offset: usize) -> Result<bool, Problem> {
        match ty.kind() {
            Some(Kind::Bool | Kind::Null) => Ok(true),
            None => Ok(false),
            Some(_) => Err(not_a_boolean(ty, offset)),
        }
    }

    /// The type of an expression about `current`.
    pub(super) fn expression(&mut self, current: &Ty<'m>, expression: &Expression) -> TypeResult<'m> {
        let offset = expression.offset;
        match &expression.node {
            Node::Current => Ok(current.clone()),
            Node::Field(name) => self.field(current, name, offset),
            Node::Literal(literal) => Ok(Ty::of_literal(literal)),
            Node::Chain(first, second) => {
                let current = self.expression(current, first)?;
                self.expression(&current, second)
            }
            Node::Index(of, index) => self.index(current, of, *index, offset),
            Node::Projection { source, selection, each } => {
                let source = self.expression(current, source)?;
                self.projection(&source, selection, each, offset)
            }
            Node::Compare(comparison, a, b) => {
                let (a, b) = (self.expression(current, a)?, self.expression(current, b)?);
                compare(*comparison, &a, &b, offset)
            }
            Node::And(a, b) | Node::Or(a, b) => {
                Ok(self.expression(current, a)?.or(self.expression(current, b)?))
            }
            Node::Not(of) => self.expression(current, of).map(|_| Ty::Kind(Kind::Bool)),
            Node::Call(name, arguments) => call(self, current, name, arguments, offset),
            Node::List(elements) => {
                let elements: Result<Vec<Ty<'m>>, Problem> =
                    elements.iter().map(|element| self.expression(current, element)).collect();
                Ok(Ty::list_of(elements?.into_iter()))
            }
            Node::Object(entries) => {
                entries.iter().try_for_each(|(_, value)| self.expression(current, value).map(drop))?;
                Ok(Ty::Kind(Kind::Object))
            }
            Node::Reference(_) => {
                Err(Problem::new(offset, "`&` makes an expression an argument of a function"))
            }
        }
    }

    fn field(&mut self, current: &Ty<'m>, name: &str, offset: usize) -> TypeResult<'m> {
        if let Ty::Shape(Shape { id, kind, .. }) = current {
            match kind {
                ShapeKind::Structure(members) | ShapeKind::Union(members) => {
                    if let Some(member) = members.get(name) {
                        return Ok(Ty::Shape(self.model.shape(&member.target)));
                    }
                    let problem = Problem::new(offset, format!("`{id}` has no member `{name}`"));
                    let near = nearest(name, members.keys().map(String::as_str));
                    let help = near.map(|near| format!("did you mean `{near}`?"));
                    return self.missing(name, Problem { stale: true, help, ..problem });
                }
                ShapeKind::Map { value, .. } => return Ok(Ty::Shape(self.model.shape(&value.target))),
                _ => {}
            }
        }
        match current.kind() {
            None | Some(Kind::Object) => Ok(Ty::Any),
            Some(Kind::Null) => Ok(Ty::Kind(Kind::Null)),
            Some(kind) => {
                let message = format!("{} has no members, and so no `{name}`", kind.description());
                self.missing(name, Problem::new(offset, message))
            }
        }
    }

    /// `null`, `true` and `false` without backquotes are names of members; anything else that is missing is wrong.
    fn missing(&mut self, name: &str, problem: Problem) -> TypeResult<'m> {
        match name {
            "null" => {
                let message =
                    "`null` without backquotes is a member of that name, which is missing and so null";
                let warning = Problem::new(problem.offset, message);
                self.warnings.push(warning.help("write `` `null` `` for null itself"));
                Ok(Ty::Kind(Kind::Null))
            }
            "true" | "false" => Err(problem.help(format!("write `` `{name}` `` for the boolean"))),
            _ => Err(problem),
        }
    }

    fn index(&mut self, current: &Ty<'m>, of: &Expression, index: i64, offset: usize) -> TypeResult<'m> {
        let list = self.expression(current, of)?;
        match list.kind() {
            Some(Kind::Null) => Ok(list),
            None | Some(Kind::List) => Ok(list.element(self.model)),
            Some(kind) => {
                let message = format!("{} has no elements, and so no `[{index}]`", kind.description());
                Err(Problem::new(offset, message))
            }
        }
    }

    /// A projection takes elements of a list, or values of an object; null gives null.
    fn projection(
        &mut self,
        source: &Ty<'m>,
        selection: &Selection,
        each: &Expression,
        offset: usize,
    ) -> TypeResult<'m> {
        let (right, what) = match selection {
            Selection::Values => (Kind::Object, "`*` stands for the values of an object"),
            Selection::Elements => (Kind::List, "`[*]` stands for the elements of a list"),
            Selection::Flattened => (Kind::List, "`[]` flattens a list"),
            Selection::Slice(_) => (Kind::List, "a slice takes elements of a list"),
            Selection::Filter(_) => (Kind::List, "`[?…]` filters a list"),
        };
        match source.kind() {
            Some(Kind::Null) => return Ok(source.clone()),
            Some(kind) if kind != right => {
                return Err(Problem::new(offset, format!("{what}, and this is {}", kind.description())));
            }
            Some(_) | None => {}
        }
        let mut element = source.element(self.model);
        match (selection, source) {
            (Selection::Values, Ty::Shape(Shape { kind: ShapeKind::Map { value, .. }, .. })) => {
                element = Ty::Shape(self.model.shape(&value.target));
            }
            (Selection::Flattened, _) if element.kind() == Some(Kind::List) => {
                element = element.element(self.model);
            }
            (Selection::Filter(condition), _) => drop(self.expression(&element, condition)?),
            _ => {}
        }
        Ok(Ty::List(Box::new(self.expression(&element, each)?)))
    }
}

fn not_a_boolean(ty: &Ty<'_>, offset: usize) -> Problem {
    Problem::new(offset, format!("a condition must give a boolean, and this gives {}", ty.description()))
        .help("compare it with something: a condition holds where its expression gives exactly `true`")
}

fn compare<'m>(comparison: Comparison, a: &Ty<'m>, b: &Ty<'m>, offset: usize) -> TypeResult<'m> {
    let is_order = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    let wrong = [a, b].into_iter().find(|side| side.kind().is_some_and(|kind| kind != Kind::Number));
    let message = match (wrong, a.kind(), b.kind()) {
        (Some(wrong), ..) if is_order => {
            format!("`{}` orders numbers, not {}", comparison.as_str(), wrong.description())
        }
        (_, Some(a), Some(b)) if a != b && a != Kind::Null && b != Kind::Null => {
            format!("{} never equals {}", a.description(), b.description())
        }
        _ => return Ok(Ty::Kind(Kind::Bool)),
    };
    Err(Problem::new(offset, message))
}
