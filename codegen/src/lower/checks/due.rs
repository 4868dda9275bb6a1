//! Which answer a response asks for, and the requests that give it.

use std::collections::BTreeSet;

use super::super::docs::link;
use super::tables::type_of_case;
use super::{CheckPlan, statics};
use crate::ir::Doc;
use crate::ir::tables::{
    AnswerVariant, Asked, CarriedKey, Due, DueCase, DueParameter, ParameterType, RequestStart,
};
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{Member, Shape, ShapeId};
use crate::rules::{self, JsonKind, Requirement, SentParameter};
use markup::Markdown;

/// What goes back as it is, with its field and its method.
type CarriedMember = (String, FieldName, FieldName);

/// The methods for what goes back, as members and under keys, and those that begin requests.
fn methods(
    table: &rules::KeyTable,
    asked: &[Asked],
) -> (Vec<CarriedMember>, Vec<CarriedKey>, Vec<FieldName>) {
    let mut members: Vec<(String, FieldName)> =
        asked.iter().flat_map(|asked| asked.carries.clone()).collect();
    members.sort();
    members.dedup();
    let keys = table.carried.iter().map(|(key, _)| key.as_str());
    let requests = table.requests.iter().map(|next| next.method.as_str());
    let ids = members.iter().map(|(_, field)| field.as_str()).chain(keys).chain(requests);
    let names = FieldName::of_ids(ids, ["name", "case", "parameters", "parameter", "data", "read"]);
    let mut names = names.into_iter();
    let mut next = || names.next().expect("each has a name");
    let members = members.into_iter().map(|(member, field)| (member, field, next())).collect();
    let carried = table.carried.iter().map(|(key, parameters)| CarriedKey {
        method: next(),
        key: key.clone(),
        parameters: parameters.clone(),
    });
    let carried = carried.collect();
    (members, carried, names.collect())
}

impl CheckPlan<'_> {
    /// The type that says which answer a response asks for.
    pub(super) fn due(&self, table: &rules::KeyTable, name: &str, variants: &[AnswerVariant]) -> Due {
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
        let asked: Vec<Asked> = asked.collect();
        let name = TypeName::of_shape(name);
        let (members, carried, methods) = methods(table, &asked);
        let requests = table.requests.iter().zip(methods);
        Due {
            module: FieldName::module_of_id("answers", name.as_str()),
            data: name.with_suffix("Data"),
            docs: self.due_docs(table),
            cases: self.due_cases(table, &name, variants),
            name,
            asked,
            members,
            carried,
            requests: requests.filter_map(|(next, method)| self.request_start(table, next, method)).collect(),
        }
    }

    fn due_docs(&self, table: &rules::KeyTable) -> Doc {
        let mut doc = Markdown::default();
        doc.paragraph("Which answer a response asks for, and what it sends along.");
        doc.paragraph(
            Markdown::from("Each variant has what comes with one value of ")
                + link(&self.types.name(&table.discriminator))
                + ". A value that is newer than the model is `Unknown`: its name and its parameters can be read all the \
                   same.",
        );
        doc.into()
    }

    fn due_cases(&self, table: &rules::KeyTable, due: &TypeName, variants: &[AnswerVariant]) -> Vec<DueCase> {
        let case = |(case, answer): (&rules::Case, &AnswerVariant)| DueCase {
            ty: type_of_case(&[due, &due.with_suffix("Data")], &answer.name),
            name: answer.name.clone(),
            docs: answer.docs.clone(),
            parameters: self.parameters(case),
        };
        table.cases.iter().zip(variants).map(case).collect()
    }

    fn parameters(&self, case: &rules::Case) -> Vec<DueParameter> {
        let listed = case.keys.iter().filter_map(|key| match &key.requirement {
            Requirement::Family(listed) => listed.as_ref(),
            Requirement::Always
            | Requirement::Declared(_)
            | Requirement::With(..)
            | Requirement::Without(_)
            | Requirement::Optional
            | Requirement::Ignored => None,
        });
        let listed: Vec<&String> = listed.flat_map(|listed| &listed.keys).collect();
        let ids = case.parameters.iter().map(|parameter| parameter.name.as_str());
        let names = FieldName::of_ids(ids, ["data"]);
        let parameter = |(parameter, name): (&SentParameter, FieldName)| {
            let json = parameter.json.or(listed.contains(&&parameter.name).then_some(JsonKind::List));
            DueParameter {
                name,
                key: parameter.name.clone(),
                docs: markup::inline_markdown(&parameter.documentation),
                always: parameter.always,
                ty: match (json, parameter.values.as_ref().and_then(|values| self.enum_of_values(values))) {
                    (None, None) => ParameterType::Text,
                    (None, Some(values)) => ParameterType::Enum(values),
                    (Some(JsonKind::List), None) => ParameterType::Texts,
                    (Some(JsonKind::List), Some(values)) => ParameterType::Enums(values),
                    (Some(JsonKind::Object), _) => ParameterType::Object,
                },
            }
        };
        case.parameters.iter().zip(names).map(parameter).collect()
    }

    /// The type of an enum, if code can name it everywhere.
    pub(super) fn enum_of_values(&self, id: &ShapeId) -> Option<TypeName> {
        let usable = self.types.is_reachable(id) && self.model.shape(id).traits.deprecated.is_none();
        usable.then(|| self.types.name(id))
    }

    /// The method that begins a request, if the crate has that and nothing of it is deprecated.
    fn request_start(
        &self,
        table: &rules::KeyTable,
        next: &rules::NextRequest,
        method: FieldName,
    ) -> Option<RequestStart> {
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
        let asks = self.rules.asks.values().filter(|asks| asks.table == table.map);
        let carries: BTreeSet<&String> = asks.flat_map(|asks| &asks.carries).collect();
        let carries = carries.into_iter().filter_map(|name| {
            let at = find(name)?;
            Some((setters[at].1.clone(), fields[at].clone()))
        });
        Some(RequestStart {
            method,
            request: self.types.name(id),
            builder: self.types.builder(id),
            arguments: next.members.iter().filter_map(|name| setter(name)).collect(),
            case: setter(&binding.by)?,
            entry: setter(&binding.map)?,
            carries: carries.collect(),
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
