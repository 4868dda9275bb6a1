//! Selectors without variables, over sets of shapes, forward and backward.

use selector::{Direction, Neighbors, Selector, Step};

use super::super::index::{Edge, NodeId, Relationship};
use super::{Evaluator, NodeSet};

impl Evaluator<'_, '_> {
    /// What a selector without variables yields for any of some shapes.
    pub(super) fn forward(&self, selector: &Selector, mut nodes: NodeSet) -> NodeSet {
        for step in &selector.steps {
            nodes = self.step(step, nodes);
        }
        nodes
    }

    pub(super) fn step(&self, step: &Step, nodes: NodeSet) -> NodeSet {
        let mut result = self.empty();
        match step {
            Step::Neighbors(neighbors) => {
                for node in nodes.iter() {
                    self.neighbors(neighbors, node).for_each(|next| result.insert(next));
                }
            }
            Step::Closure => return self.closure(Direction::Forward, &nodes),
            Step::Is(selectors) => {
                selectors.iter().for_each(|selector| result.extend(&self.forward(selector, nodes.clone())));
            }
            Step::Root(selector) if !nodes.is_empty() => result.extend(&self.root(selector)),
            Step::TopDown { qualifier, disqualifier } => {
                for node in nodes.iter() {
                    self.top_down(&mut result, qualifier, disqualifier.as_ref(), node);
                }
            }
            Step::Recursive(selector) => self.recursive(&mut result, selector, nodes),
            Step::UnknownFunction | Step::Root(_) | Step::Load(_) => {}
            Step::Store(..) => return nodes,
            _ => return self.filtered(&nodes, |node| self.passes(step, node)),
        }
        result
    }

    /// The shapes for which a selector yields any of `wanted`.
    pub(super) fn backward(&self, selector: &Selector, mut wanted: NodeSet) -> NodeSet {
        for step in selector.steps.iter().rev() {
            wanted = self.step_back(step, wanted);
        }
        wanted
    }

    fn step_back(&self, step: &Step, wanted: NodeSet) -> NodeSet {
        let mut result = self.empty();
        match step {
            Step::Neighbors(neighbors) => {
                let back = Neighbors { direction: opposite(neighbors.direction), ..neighbors.clone() };
                for node in wanted.iter() {
                    self.neighbors(&back, node).for_each(|before| result.insert(before));
                }
            }
            Step::Closure => return self.closure(Direction::Reverse, &wanted),
            Step::Is(selectors) => {
                selectors.iter().for_each(|selector| result.extend(&self.backward(selector, wanted.clone())));
            }
            Step::Root(selector) if self.root(selector).meets(&wanted) => return self.all(),
            Step::TopDown { qualifier, disqualifier } => {
                for node in self.all().iter().filter(|&node| self.is_bindable(node)) {
                    let mut yielded = self.empty();
                    self.top_down(&mut yielded, qualifier, disqualifier.as_ref(), node);
                    if yielded.meets(&wanted) {
                        result.insert(node);
                    }
                }
            }
            Step::Recursive(selector) => {
                let mut last = wanted;
                loop {
                    last = self.backward(selector, last);
                    if last.iter().all(|node| result.contains(node)) {
                        break;
                    }
                    result.extend(&last);
                }
            }
            Step::UnknownFunction | Step::Root(_) | Step::Load(_) => {}
            Step::Store(..) => return wanted,
            _ => return self.filtered(&wanted, |node| self.passes(step, node)),
        }
        result
    }

    /// The shapes next to one.
    pub(super) fn neighbors<'s>(
        &'s self,
        neighbors: &'s Neighbors,
        node: NodeId,
    ) -> impl Iterator<Item = NodeId> + 's {
        let edges: &[Edge] = match neighbors.direction {
            Direction::Forward => &self.index.get(node).edges,
            Direction::Reverse => self.index.reversed(node),
        };
        let wanted = |edge: &&Edge| match edge.relationship {
            Relationship::Named(name) => {
                neighbors.relationships.is_empty() || neighbors.relationships.iter().any(|it| it == name)
            }
            Relationship::Target => neighbors.relationships.is_empty(),
            Relationship::OnRequest(name) => neighbors.relationships.iter().any(|it| it == name),
        };
        edges.iter().filter(wanted).map(|edge| edge.node)
    }

    /// All shapes that some shapes lead to, or that lead to them; one of the shapes themselves is among them if another
    /// one leads there.
    fn closure(&self, direction: Direction, nodes: &NodeSet) -> NodeSet {
        let mut open: Vec<NodeId> = nodes.iter().collect();
        let mut reached = self.empty();
        while let Some(node) = open.pop() {
            for next in self.usual_edges(direction, node) {
                if !reached.contains(next) {
                    reached.insert(next);
                    open.push(next);
                }
            }
        }
        let is_of_another = |node| !nodes.contains(node) || self.leads_to_another(direction, nodes, node);
        self.filtered(&reached, is_of_another)
    }

    /// Whether a shape is reached from one of `nodes` that is not itself.
    fn leads_to_another(&self, direction: Direction, nodes: &NodeSet, start: NodeId) -> bool {
        let mut seen = NodeSet::of(self.index.nodes.len(), start);
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            for next in self.usual_edges(opposite(direction), node) {
                if !seen.contains(next) {
                    if nodes.contains(next) {
                        return true;
                    }
                    seen.insert(next);
                    open.push(next);
                }
            }
        }
        false
    }

    /// Where the relationships lead that `~>` follows.
    fn usual_edges(&self, direction: Direction, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let edges: &[Edge] = match direction {
            Direction::Forward => &self.index.get(node).edges,
            Direction::Reverse => self.index.reversed(node),
        };
        let is_usual = |edge: &&Edge| !matches!(edge.relationship, Relationship::OnRequest(_));
        edges.iter().filter(is_usual).map(|edge| edge.node)
    }

    fn filtered(&self, nodes: &NodeSet, passes: impl Fn(NodeId) -> bool) -> NodeSet {
        let mut result = self.empty();
        nodes.iter().filter(|&node| passes(node)).for_each(|node| result.insert(node));
        result
    }

    fn recursive(&self, result: &mut NodeSet, selector: &Selector, nodes: NodeSet) {
        let mut last = nodes;
        while !last.is_empty() {
            let mut found = self.forward(selector, last);
            found.remove(result);
            result.extend(&found);
            last = found;
        }
    }

    /// Whether a shape binds others or is bound.
    fn is_bindable(&self, node: NodeId) -> bool {
        ["service", "resource", "operation"].contains(&self.index.get(node).type_name())
    }

    /// Adds what `:topdown` yields for a shape.
    fn top_down(
        &self,
        result: &mut NodeSet,
        qualifier: &Selector,
        disqualifier: Option<&Selector>,
        node: NodeId,
    ) {
        let bindings = ["resource", "operation"].map(str::to_owned).to_vec();
        let bindings = Neighbors { direction: Direction::Forward, relationships: bindings };
        let (mut seen, mut open) = (self.empty(), vec![(false, node)]);
        while let Some((mut is_match, node)) = open.pop() {
            if seen.contains(node) || !self.is_bindable(node) {
                continue;
            }
            seen.insert(node);
            is_match = is_match || self.tested(qualifier).contains(node);
            is_match = is_match && disqualifier.is_none_or(|selector| !self.tested(selector).contains(node));
            if is_match {
                result.insert(node);
            }
            open.extend(self.neighbors(&bindings, node).map(|next| (is_match, next)));
        }
    }
}

/// The other way round.
fn opposite(direction: Direction) -> Direction {
    match direction {
        Direction::Forward => Direction::Reverse,
        Direction::Reverse => Direction::Forward,
    }
}
