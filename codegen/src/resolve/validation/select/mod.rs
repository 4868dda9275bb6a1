//! Evaluates selectors over a model ([Smithy 2.0, selectors](https://smithy.io/2.0/spec/selectors.html)).
//!
//! A selector without variables is evaluated for all shapes at once: each step takes a set of shapes to a set of shapes,
//! and tests are answered by going backward from what they look for, so that it takes time proportional to the
//! model and to the selector. Variables are values of one shape at a time: there, a step takes the shapes with what their
//! variables hold, up to a great number of them.

mod compare;
mod sets;
mod states;
mod values;
mod walk;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use selector::{PathSegment, ScopedValue, Selector, Step, TypeMatch};

use super::index::{NodeId, ShapeIndex};
pub(super) use sets::NodeSet;
pub(super) use states::Match;
use states::starts;
pub(super) use values::AttributeValue;

/// Evaluates selectors over one model; what tests match is found once for each.
pub(super) struct Evaluator<'i, 'd> {
    index: &'i ShapeIndex<'d>,
    /// For the selectors of tests, by where they are in memory: the shapes for which they yield something.
    tested: RefCell<HashMap<*const Selector, Rc<NodeSet>>>,
    /// What selectors of `:root` yield.
    roots: RefCell<HashMap<*const Selector, Rc<NodeSet>>>,
}

impl<'i, 'd> Evaluator<'i, 'd> {
    /// An evaluator over a model.
    pub(super) fn new(index: &'i ShapeIndex<'d>) -> Self {
        Self { index, tested: RefCell::default(), roots: RefCell::default() }
    }

    /// The shapes that a selector matches.
    pub(super) fn select(&self, selector: &Selector) -> NodeSet {
        self.forgetting(|| self.select_in(selector))
    }

    /// What a selector yields for one shape.
    pub(super) fn select_from(&self, selector: &Selector, node: NodeId) -> NodeSet {
        let start = NodeSet::of(self.index.nodes.len(), node);
        self.forgetting(|| self.select_among(selector, start))
    }

    /// The matches of a selector, each with what the variables hold.
    pub(super) fn matches(&self, selector: &Selector) -> Vec<Match> {
        self.forgetting(|| self.states(selector, starts(&self.all())))
    }

    /// Does something, and then forgets what is known of selectors: another may take the place of one in memory.
    fn forgetting<T>(&self, work: impl FnOnce() -> T) -> T {
        let result = work();
        self.tested.borrow_mut().clear();
        self.roots.borrow_mut().clear();
        result
    }

    fn select_in(&self, selector: &Selector) -> NodeSet {
        self.select_among(selector, self.all())
    }

    fn select_among(&self, selector: &Selector, nodes: NodeSet) -> NodeSet {
        if !has_variables(selector) {
            return self.forward(selector, nodes);
        }
        let mut result = self.empty();
        self.states(selector, starts(&nodes)).iter().for_each(|found| result.insert(found.node));
        result
    }

    fn empty(&self) -> NodeSet {
        NodeSet::new(self.index.nodes.len())
    }

    fn all(&self) -> NodeSet {
        NodeSet::full(self.index.nodes.len())
    }

    /// Whether a shape passes a step that yields what it is given or nothing.
    fn passes(&self, step: &Step, node: NodeId) -> bool {
        match step {
            Step::Any => true,
            Step::Type(wanted) => is_of_type(self.index.get(node).type_name(), wanted),
            Step::Attribute(attribute) => self.has_attribute(attribute, &Match::new(node)),
            Step::Scoped(scoped) => self.holds(scoped, &Match::new(node)),
            Step::Test(selectors) => selectors.iter().any(|selector| self.tested(selector).contains(node)),
            Step::Not(selector) => !self.tested(selector).contains(node),
            Step::In(selector) => match &selector.steps[..] {
                [Step::Root(root)] => self.root(root).contains(node),
                _ => self.forward(selector, NodeSet::of(self.index.nodes.len(), node)).contains(node),
            },
            _ => unreachable!("the other steps yield other shapes than they are given"),
        }
    }

    /// The shapes for which a selector yields something.
    fn tested(&self, selector: &Selector) -> Rc<NodeSet> {
        let key: *const Selector = selector;
        if let Some(known) = self.tested.borrow().get(&key) {
            return Rc::clone(known);
        }
        let found = Rc::new(self.backward(selector, self.all()));
        self.tested.borrow_mut().insert(key, Rc::clone(&found));
        found
    }

    fn root(&self, selector: &Selector) -> Rc<NodeSet> {
        let key: *const Selector = selector;
        if let Some(known) = self.roots.borrow().get(&key) {
            return Rc::clone(known);
        }
        let found = Rc::new(self.select_in(selector));
        self.roots.borrow_mut().insert(key, Rc::clone(&found));
        found
    }
}

const NUMBERS: [&str; 9] =
    ["byte", "short", "integer", "long", "float", "double", "bigInteger", "bigDecimal", "intEnum"];
const AGGREGATES: [&str; 4] = ["list", "map", "structure", "union"];
const SERVICES: [&str; 3] = ["service", "operation", "resource"];

/// Whether a shape of a type matches.
fn is_of_type(found: &str, wanted: &TypeMatch) -> bool {
    let is_aggregate = || AGGREGATES.contains(&found);
    let is_simple = || !is_aggregate() && !SERVICES.contains(&found) && found != "member";
    match wanted {
        TypeMatch::Number => NUMBERS.contains(&found),
        TypeMatch::Simple => is_simple(),
        TypeMatch::Aggregate => is_aggregate(),
        TypeMatch::Service => SERVICES.contains(&found),
        TypeMatch::Data => is_simple() || is_aggregate(),
        TypeMatch::Named("string") => ["string", "enum"].contains(&found),
        TypeMatch::Named("integer") => ["integer", "intEnum"].contains(&found),
        TypeMatch::Named("set") => found == "list",
        TypeMatch::Named(name) => found == *name,
    }
}

/// Whether a selector sets or gets variables.
fn has_variables(selector: &Selector) -> bool {
    let in_path =
        |path: &[PathSegment]| matches!(path.first(), Some(PathSegment::Name(name)) if name == "var");
    let in_value = |value: &ScopedValue| matches!(value, ScopedValue::Path(path) if in_path(path));
    selector.steps.iter().any(|step| match step {
        Step::Store(..) | Step::Load(_) => true,
        Step::Attribute(attribute) => in_path(&attribute.path),
        Step::Scoped(scoped) => {
            in_path(&scoped.path)
                || scoped.assertions.iter().any(|it| in_value(&it.left) || it.right.iter().any(in_value))
        }
        Step::Is(selectors) | Step::Test(selectors) => selectors.iter().any(has_variables),
        Step::Not(selector) | Step::In(selector) | Step::Recursive(selector) => has_variables(selector),
        Step::TopDown { qualifier, disqualifier } => {
            has_variables(qualifier) || disqualifier.as_ref().is_some_and(has_variables)
        }
        Step::Any
        | Step::Type(_)
        | Step::Neighbors(_)
        | Step::Closure
        | Step::Root(_)
        | Step::UnknownFunction => false,
    })
}
