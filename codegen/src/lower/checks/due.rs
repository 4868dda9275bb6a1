//! Which answer a response asks for, and the requests that give it.

use super::{CheckPlan, statics};
use crate::ir::tables::{Asked, Due, Parameter, RequestStart};
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{Member, Shape, ShapeId};
use crate::rules::{self, Requirement};

impl CheckPlan<'_> {
    /// The type that says which answer a response asks for.
    pub(super) fn due(&self, table: &rules::KeyTable, name: &str) -> Due {
        let field = |id: &ShapeId, name: &str| statics::field_of(self.model.shape(id), name);
        let asked = self.rules.asks.iter().filter(|(_, asks)| asks.table == table.map);
        let asked = asked.filter(|(id, _)| self.types.is_reachable(id)).map(|(id, asks)| Asked {
            response: self.types.name(id),
            by: field(id, &asks.by),
            by_required: self.is_required(id, &asks.by),
            parameters: asks.parameters.as_ref().map(|name| field(id, name)),
            carries: asks.carries.iter().map(|name| (name.clone(), field(id, name))).collect(),
            names_deprecated: self.asks_deprecated(self.model.shape(id), asks),
        });
        let name = TypeName::of_shape(name);
        Due {
            module: FieldName::module_of_id("answers", name.as_str()),
            name,
            asked: asked.collect(),
            parameters: parameters(table),
            requests: table.requests.iter().filter_map(|next| self.request_start(table, next)).collect(),
        }
    }

    /// The method that begins a request, if the crate has that and nothing of it is deprecated.
    fn request_start(&self, table: &rules::KeyTable, next: &rules::NextRequest) -> Option<RequestStart> {
        let id = &next.structure;
        let binding = self.rules.bindings.get(id).filter(|binding| binding.table == table.map)?;
        let shape = self.model.shape(id);
        let is_deprecated = |shape: &Shape| shape.traits.deprecated.is_some();
        let deprecated =
            is_deprecated(shape) || shape.members().any(|member| member.traits.deprecated.is_some());
        if !self.types.is_reachable(id) || deprecated {
            return None;
        }
        let members: Vec<&str> = shape.members().map(|member| member.name.as_str()).collect();
        let fields = FieldName::of_members(members.iter().copied());
        let setters = self.setters(id, &fields);
        let find = |name: &str| members.iter().position(|own| *own == name);
        let setter = |name: &str| Some(setters[find(name)?].0.clone());
        let mut carries: Vec<&String> = self
            .rules
            .asks
            .values()
            .filter(|asks| asks.table == table.map)
            .flat_map(|asks| &asks.carries)
            .collect();
        carries.sort();
        carries.dedup();
        let carries = carries.into_iter().filter_map(|name| {
            let at = find(name)?;
            Some((setters[at].1.clone(), fields[at].clone()))
        });
        Some(RequestStart {
            method: FieldName::of_id(&next.method),
            request: self.types.name(id),
            builder: self.types.builder(id),
            arguments: next.members.iter().filter_map(|name| setter(name)).collect(),
            case: setter(&binding.by)?,
            entry: setter(&binding.map)?,
            carries: carries.collect(),
            carried: table.carried.clone(),
        })
    }

    fn asks_deprecated(&self, response: &Shape, asks: &rules::Asks) -> bool {
        let named: Vec<&String> =
            [&asks.by].into_iter().chain(&asks.parameters).chain(&asks.carries).collect();
        let is_deprecated =
            |member: &Member| member.traits.deprecated.is_some() && named.contains(&&member.name);
        response.traits.deprecated.is_some() || response.members().any(is_deprecated)
    }

    fn is_required(&self, shape: &ShapeId, member: &str) -> bool {
        self.model.shape(shape).members().any(|other| other.name == member && !self.model.is_nullable(other))
    }
}

/// What any case sends along, by the names of the methods.
fn parameters(table: &rules::KeyTable) -> Vec<Parameter> {
    let families = table.cases.iter().flat_map(|case| &case.keys).filter_map(|key| match &key.requirement {
        Requirement::Family(listed) => listed.as_ref(),
        Requirement::Always
        | Requirement::Declared(_)
        | Requirement::With(..)
        | Requirement::Without(_)
        | Requirement::Optional
        | Requirement::Ignored => None,
    });
    let lists: Vec<&String> = families.flat_map(|listed| &listed.keys).collect();
    let mut parameters: Vec<Parameter> = Vec::new();
    for (key, docs) in table.cases.iter().flat_map(|case| &case.parameters) {
        let name = FieldName::of_id(key);
        if !parameters.iter().any(|known| known.name == name) {
            parameters.push(Parameter {
                name,
                key: key.clone(),
                docs: markup::inline_markdown(docs),
                lists_keys: lists.contains(&key),
            });
        }
    }
    parameters.sort_by(|a, b| a.name.cmp(&b.name));
    parameters
}
