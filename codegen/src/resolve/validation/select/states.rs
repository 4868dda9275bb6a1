//! Selectors with variables: shapes, each with what its variables hold.

use std::collections::HashSet;
use std::rc::Rc;

use selector::{Neighbors, Selector, Step};

use super::super::index::NodeId;
use super::{Evaluator, NodeSet, has_variables};

/// How many shapes with variables a step gives at most; far beyond any selector that people write.
const MAX_STATES: usize = 2_000_000;

/// What variables hold: the last one that was set, and those before it.
#[derive(Debug)]
pub(super) struct Variables {
    name: String,
    value: NodeSet,
    before: Option<Rc<Variables>>,
}

/// A shape, and what the variables hold where it was found.
#[derive(Clone, Debug)]
pub(in crate::resolve::validation) struct Match {
    pub(in crate::resolve::validation) node: NodeId,
    pub(super) variables: Option<Rc<Variables>>,
}

impl Match {
    /// A shape for which no variable is set.
    pub(in crate::resolve::validation) fn new(node: NodeId) -> Self {
        Self { node, variables: None }
    }

    /// What a variable holds.
    pub(super) fn variable(&self, name: &str) -> Option<&NodeSet> {
        let mut at = self.variables.as_ref();
        while let Some(variable) = at {
            if variable.name == name {
                return Some(&variable.value);
            }
            at = variable.before.as_ref();
        }
        None
    }

    /// Another shape, with the same variables.
    fn at(&self, node: NodeId) -> Self {
        Self { node, variables: self.variables.clone() }
    }
}

/// Shapes for which no variable is set.
pub(super) fn starts(nodes: &NodeSet) -> Vec<Match> {
    nodes.iter().map(Match::new).collect()
}

impl Evaluator<'_, '_> {
    /// What a selector yields for any of some shapes.
    pub(super) fn states(&self, selector: &Selector, mut states: Vec<Match>) -> Vec<Match> {
        for step in &selector.steps {
            let mut next = Vec::new();
            let mut known = HashSet::new();
            for state in &states {
                for found in self.state(step, state) {
                    let variables = found.variables.as_ref().map(Rc::as_ptr);
                    if next.len() < MAX_STATES && known.insert((found.node, variables)) {
                        next.push(found);
                    }
                }
            }
            states = next;
        }
        states
    }

    /// What a step yields for one shape.
    fn state(&self, step: &Step, state: &Match) -> Vec<Match> {
        let one = || vec![state.clone()];
        let keep = |passes: bool| if passes { one() } else { Vec::new() };
        let all = |nodes: &NodeSet| nodes.iter().map(|node| state.at(node)).collect();
        match step {
            Step::Store(name, value) => {
                let value = self.nodes_of(value, state);
                let before = state.variables.clone();
                let variables = Some(Rc::new(Variables { name: name.clone(), value, before }));
                vec![Match { node: state.node, variables }]
            }
            Step::Load(name) => state.variable(name).map(all).unwrap_or_default(),
            Step::Neighbors(neighbors) => self.next_states(neighbors, state),
            Step::Attribute(attribute) => keep(self.has_attribute(attribute, state)),
            Step::Scoped(scoped) => keep(self.holds(scoped, state)),
            Step::Is(selectors) => {
                selectors.iter().flat_map(|selector| self.states(selector, one())).collect()
            }
            Step::Test(selectors) => keep(selectors.iter().any(|selector| self.yields(selector, state))),
            Step::Not(selector) => keep(!self.yields(selector, state)),
            Step::In(selector) if has_variables(selector) => {
                keep(self.states(selector, one()).iter().any(|found| found.node == state.node))
            }
            Step::Recursive(selector) if has_variables(selector) => self.recursive_states(selector, state),
            _ => all(&self.step(step, NodeSet::of(self.index.nodes.len(), state.node))),
        }
    }

    fn next_states(&self, neighbors: &Neighbors, state: &Match) -> Vec<Match> {
        self.neighbors(neighbors, state.node).map(|node| state.at(node)).collect()
    }

    /// Whether a selector yields something for a shape.
    fn yields(&self, selector: &Selector, state: &Match) -> bool {
        if has_variables(selector) {
            !self.states(selector, vec![state.clone()]).is_empty()
        } else {
            self.tested(selector).contains(state.node)
        }
    }

    /// The shapes that a selector yields for one.
    fn nodes_of(&self, selector: &Selector, state: &Match) -> NodeSet {
        let count = self.index.nodes.len();
        if !has_variables(selector) {
            return self.forward(selector, NodeSet::of(count, state.node));
        }
        let mut nodes = NodeSet::new(count);
        self.states(selector, vec![state.clone()]).iter().for_each(|found| nodes.insert(found.node));
        nodes
    }

    fn recursive_states(&self, selector: &Selector, state: &Match) -> Vec<Match> {
        let (mut result, mut known) = (Vec::new(), HashSet::new());
        let mut last = vec![state.clone()];
        while !last.is_empty() {
            let found = self.states(selector, last);
            last = found.into_iter().filter(|found| known.insert(found.node)).collect();
            result.extend(last.iter().cloned());
        }
        result
    }
}
